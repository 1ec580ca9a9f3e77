internal import CaseModel

/// Which laws forbid which steps, under which reading, as of now.
struct LegalBars {
  private(set) var bars: [PreconditionsView.StepID: [ConvergenceView.Bar]] = [:]

  init(_ filtered: FilteredCase) {
    for act in filtered.theCase.constraints {
      guard filtered.timeClass(act.issued) != .out, filtered.admitted(act.evidence) != nil,
        !(act.until.map(filtered.hasPassed) ?? false)
      else { continue }
      for held in act.readings {
        guard filtered.holds(held.since, held.evidence) else { continue }
        for ruled in held.forbids {
          guard case .step(let step) = ruled else { continue }
          for single in step.single(waits: true, filtered.index) {
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
