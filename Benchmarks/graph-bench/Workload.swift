import GraphModel

/// Preferences by statements and the four classic concepts on a random model.
struct Workload {
  let makers: Int
  let width: Int
  let runs: Int
  var oneWay = false
  var holes = false

  var form: OptionForm {
    let names = (0..<makers).map { "m\($0)" }
    var form = OptionForm(
      decisionMakers: names,
      options: (0..<width).map { k in
        OptionForm.Option(
          "o\(k)", owners: [names[k * makers / width]],
          direction: oneWay && k % 3 == 0 ? .forward : .both)
      })
    if holes {
      form.infeasible = (0..<(width / 2 - 1)).map {
        .mutuallyExclusive(["o\(2 * $0)", "o\(2 * $0 + 3)"])
      }
    }
    return form
  }

  var preferences: [Preference] {
    var source = Source(state: 2022)
    return (0..<makers).map { _ in
      .prioritising(
        (0..<(width + 8)).map { _ in
          let (a, b, c) = (source.below(width), source.below(width), source.below(width))
          switch source.below(4) {
          case 0: return "o\(a)"
          case 1: return "not o\(a) or o\(b)"
          case 2: return "o\(a) if (o\(b) and not o\(c))"
          default: return "o\(a) iff (o\(b) or o\(c))"
          }
        })
    }
  }

  /// Each concept alone, the four classic ones together, with the preferences and without.
  func measured() throws -> Measured {
    let concepts: [Concept] = [.nash, .gmr, .smr, .seq]
    let single = concepts + [.sseq]
    var (setup, solve, total): ([Double], [Double], [Double]) = ([], [], [])
    var alone = single.map { _ in [Double]() }
    var (processor, found, states) = ([Double](), 0, 0)
    for _ in 0..<runs {
      let before = processorTime()
      let (analysis, first) = try timed {
        let conflict = try form.compile()
        return try Analysis(conflict, conflict.profile(preferences))
      }
      let (stability, second) = try timed { try analysis.stability(concepts) }
      processor.append(processorTime() - before)
      setup.append(first)
      solve.append(second)
      total.append(first + second)
      found = try stability.equilibriumCount(.seq)
      states = analysis.conflict.stateCount
      for (place, concept) in single.enumerated() {
        alone[place].append(try timed { try analysis.stability([concept]) }.time)
      }
    }
    return Measured(
      states: states, preferences: Spread(setup), concepts: alone.map { Spread($0) },
      together: Spread(solve), total: Spread(total), processor: Spread(processor).median,
      peak: peakBytes(), found: found)
  }
}

/// SplitMix64.
struct Source {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
