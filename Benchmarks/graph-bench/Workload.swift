internal import Foundations
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
    var source = SplitMix64(seed: 2022)
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
