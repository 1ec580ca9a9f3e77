internal import Foundations

/// Finds the fewest changes that reach a goal, from fronts graded by the number of changes.
struct MoveSearch<S: Score> {
  private let model: ScoreModel<S>
  private let draft: [Int]
  private let goal: NextMove.Goal
  private let checkpoint: Checkpoint
  private let before: [S]

  init(_ model: ScoreModel<S>, draft: [Int], goal: NextMove.Goal, checkpoint: Checkpoint) {
    self.model = model
    self.draft = draft
    self.goal = goal
    self.checkpoint = checkpoint
    before = model.utilities(of: draft)
  }

  func moves(limit: Int) throws -> [NextMove] {
    let packages = try model.tables.isEmpty ? byGrades(limit: limit) : byWalk(limit: limit)
    return packages.sorted { $0.lexicographicallyPrecedes($1) }.map(move)
  }

  private func reaches(_ utilities: [S]) -> Bool {
    switch goal {
    case .acceptableToAll: model.isAcceptable(utilities)
    case .betterForAll:
      utilities != before && zip(utilities, before).allSatisfy { $0 >= $1 }
    }
  }

  private func byGrades(limit: Int) throws -> [[Int]] {
    // Few changes usually do, and cost far less than many.
    var most = Swift.min(2, model.issueCount)
    while true {
      let grading = Grading(of: model, changesFrom: draft, most: most)
      let assembly = try Assembly(model, grading: grading, checkpoint: checkpoint)
      for changes in 0...most {
        let found = try packages(in: assembly, changes: changes, limit: limit)
        if !found.isEmpty { return found }
      }
      if most == model.issueCount { return [] }
      most = Swift.min(2 * most, model.issueCount)
    }
  }

  private func packages(in assembly: Assembly<S>, changes: Int, limit: Int) throws -> [[Int]] {
    var origins: [[S]: [(row: [S], grade: Int)]] = [:]
    for (grade, front) in assembly.front.fronts.enumerated()
    where assembly.grading.changes(grade) == changes {
      let included = assembly.grading.included(grade)
      if model.hasMean && included == 0 { continue }
      for index in 0..<front.count {
        if index & 0x3F == 0 { try checkpoint.ask() }
        let row = Array(front.row(index))
        let utilities = model.finished(row, included: included)
        if reaches(utilities) { origins[utilities, default: []].append((row, grade)) }
      }
    }
    let efficient = try efficient(Array(origins.keys))
    var found: [[Int]] = []
    for index in 0..<efficient.count where found.count < limit {
      for origin in origins[Array(efficient.row(index))] ?? [] {
        try assembly.forEachPackage(of: origin.row, grade: origin.grade, checkpoint) {
          found.append($0)
          return found.count < limit
        }
      }
    }
    return found
  }

  private func efficient(_ rows: [[S]]) throws -> Front<S> {
    try Front(
      sorting: rows.flatMap { $0 }, counts: Array(repeating: 1, count: rows.count),
      width: model.partyCount, checkpoint
    ).efficient(checkpoint)
  }

  private func byWalk(limit: Int) throws -> [[Int]] {
    var fewest = Int.max
    var found: [(options: [Int], utilities: [S])] = []
    let walk = PackageWalk(model)
    try walk.forEachStretch(checkpoint: checkpoint) { stretch in
      walk.forEachPackage(of: stretch) { index, columns, included in
        let utilities = model.finished(columns, included: included)
        guard reaches(utilities) else { return }
        let options = PackageWalk<S>.options(at: index, optionCounts: model.optionCounts)
        let changes = zip(options, draft).count { $0 != $1 }
        if changes < fewest {
          fewest = changes
          found = []
        }
        if changes == fewest { found.append((options, utilities)) }
      }
    }
    let efficient = try efficient(Array(Set(found.map(\.utilities))))
    let kept = found.filter { efficient.index(of: $0.utilities) != nil }.map(\.options)
    return Array(kept.prefix(limit))
  }

  private func move(_ options: [Int]) -> NextMove {
    let after = model.utilities(of: options)
    return NextMove(
      package: Scenario.Package(options),
      changes: options.indices.filter { options[$0] != draft[$0] }.map {
        NextMove.Change(issue: $0, from: draft[$0], to: options[$0])
      }, utilities: model.values(after),
      gains: model.values(zip(after, before).map { $0 - $1 }))
  }
}
