import GraphModel

/// Preferences by statements and the four classic concepts on a random model.
struct Workload {
  let makers: Int
  let width: Int
  let runs: Int
  var oneWay = false
  var holes = false

  var name: String {
    "\(makers) makers, 2^\(width)" + (oneWay ? ", one-way" : "") + (holes ? ", infeasible" : "")
  }

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

  func report() throws {
    let concepts: [Concept] = [.nash, .gmr, .smr, .seq]
    var setup: [Double] = []
    var solve: [Double] = []
    var both: [Double] = []
    var count = 0
    var states = 0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let conflict = try form.compile()
      let analysis = try Analysis(conflict, conflict.profile(preferences))
      let middle = clock.now
      let stability = try analysis.stability(concepts)
      let end = clock.now
      setup.append(milliseconds(middle - start))
      solve.append(milliseconds(end - middle))
      both.append(milliseconds(end - start))
      count = try stability.equilibriumCount(.seq)
      states = conflict.stateCount
    }
    let peak = peakBytes().map { String($0 / states) } ?? "?"
    print(
      name, String(states), shown(median(setup)), shown(median(solve)),
      shown(median(both)), shown(both.min() ?? 0), shown((both.max() ?? 0) - (both.min() ?? 0)),
      peak, String(count),
      separator: "\t")
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
