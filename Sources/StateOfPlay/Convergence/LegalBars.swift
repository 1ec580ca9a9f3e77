internal import CaseModel

/// Which laws forbid which steps, under which reading, as of now.
struct LegalBars {
  private(set) var bars: [PreconditionsView.StepID: [ConvergenceView.Bar]] = [:]

  init(_ reading: Reading) {
    for act in reading.theCase.constraints {
      guard reading.timeClass(act.issued) != .out, reading.admitted(act.evidence) != nil,
        !(act.until.map(reading.hasPassed) ?? false)
      else { continue }
      for held in act.readings {
        guard reading.holds(held.since, held.evidence) else { continue }
        for ruled in held.forbids {
          guard case .step(let step) = ruled else { continue }
          for single in step.single(waits: true, reading.index) {
            bars[single.id, default: []].append(
              .init(
                constraint: act.id, title: act.title ?? act.id.raw,
                reading: held.title ?? held.id.raw, heldBy: held.heldBy))
          }
        }
      }
    }
  }
}
