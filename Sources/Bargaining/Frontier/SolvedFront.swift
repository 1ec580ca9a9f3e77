internal import Foundations

/// The efficient utilities of a model and where they came from, so that packages can be listed.
struct SolvedFront<S: Score>: Sendable {
  let model: ScoreModel<S>
  /// Finished utilities: a row per distinct efficient vector.
  let front: Front<S>
  private let origin: Origin

  private enum Origin: Sendable {
    case assembly(Assembly<S>)
    case walk(ignoring: Set<Scenario.Constraint>)
  }

  init(
    _ model: ScoreModel<S>, ignoring: Set<Scenario.Constraint> = [],
    limits: FrontLimits = FrontLimits(), thinning: Thinning? = nil,
    checkpoint: Checkpoint = Checkpoint()
  ) throws {
    self.model = model
    if model.tables.isEmpty {
      let assembly = try Assembly(
        model, ignoring: ignoring, limits: limits, thinning: thinning, checkpoint: checkpoint)
      front = try assembly.finishedFront(checkpoint)
      origin = .assembly(assembly)
      return
    }
    origin = .walk(ignoring: ignoring)
    var kept = Front<S>.empty(width: model.partyCount)
    var rows: [S] = []
    let walk = PackageWalk(model, ignoring: ignoring)
    func fold() throws {
      let part = try Front(
        sorting: rows, counts: Array(repeating: 1, count: rows.count / model.partyCount),
        width: model.partyCount, checkpoint)
      kept = try S.union(
        of: [ShiftedFront(kept), ShiftedFront(part.efficient(checkpoint))],
        width: model.partyCount, keeping: .efficient, checkpoint)
      rows.removeAll(keepingCapacity: true)
    }
    try walk.forEachStretch(checkpoint: checkpoint) { stretch in
      walk.forEachPackage(of: stretch) { _, columns, included in
        rows += model.finished(columns, included: included)
      }
      if rows.count > 1 << 18 { try fold() }
    }
    if !rows.isEmpty { try fold() }
    front = kept
  }

  /// Visits the packages behind a row of the front; stops early when `visit` says false. In no
  /// stated order.
  func forEachPackage(
    of row: [S], _ checkpoint: Checkpoint = Checkpoint(), _ visit: ([Int]) throws -> Bool
  ) throws {
    switch origin {
    case .assembly(let assembly):
      var continues = true
      for (grade, front) in assembly.front.fronts.enumerated() where continues {
        let included = assembly.grading.included(grade)
        if model.hasMean && included == 0 { continue }
        if model.isDirect {
          guard let index = front.index(of: row) else { continue }
          try assembly.forEachPackage(of: Array(front.row(index)), grade: grade, checkpoint, visit)
          return
        }
        for index in 0..<front.count where continues {
          if index & 0x3F == 0 { try checkpoint.ask() }
          let columns = Array(front.row(index))
          guard model.finished(columns, included: included) == row else { continue }
          try assembly.forEachPackage(of: columns, grade: grade, checkpoint) {
            continues = try visit($0)
            return continues
          }
        }
      }
    case .walk(let ignoring):
      let walk = PackageWalk(model, ignoring: ignoring)
      var continues = true
      try walk.forEachStretch(checkpoint: checkpoint.quiet) { stretch in
        if !continues { return }
        try walk.forEachPackage(of: stretch) { index, columns, included in
          if continues && model.finished(columns, included: included) == row {
            continues = try visit(
              PackageWalk<S>.options(at: index, optionCounts: model.optionCounts))
          }
        }
      }
    }
  }
}

extension Assembly {
  /// The efficient finished utilities over all grades.
  func finishedFront(_ checkpoint: Checkpoint) throws -> Front<S> {
    if model.isDirect { return front.fronts[0] }
    var rows: [S] = []
    var counts: [UInt64] = []
    for (grade, front) in front.fronts.enumerated() {
      let included = grading.included(grade)
      if model.hasMean && included == 0 { continue }
      for index in 0..<front.count {
        if index & 0x3F == 0 { try checkpoint.ask() }
        rows += model.finished(Array(front.row(index)), included: included)
        counts.append(front.counts[index])
      }
    }
    return try Front(sorting: rows, counts: counts, width: model.partyCount, checkpoint)
      .efficient(checkpoint)
  }
}
