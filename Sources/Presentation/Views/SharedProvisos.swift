internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// What has to be said of several issues alike, as of all that one text settles, and so is said once.
struct SharedProvisos {
  /// Issues to which the consent of the same is missing.
  struct Group {
    /// In the order of the case.
    let missing: [Case.Actor.ID]
    var rows: [ConvergenceView.Line]
    /// Of all that is agreed.
    var isOfAll = false
    /// What they, and those who belong to them, ask for on each of the issues.
    var asked: [ConvergenceView.Obstacle] = []
  }

  /// Of at least two issues each.
  private(set) var groups: [Group] = []
  /// Nothing is agreed until everything is.
  let isProvisional: Bool

  init(_ view: ConvergenceView) {
    // What has no proviso is agreed as well, and then not all have one.
    let agreed = view.rows.filter { $0.state == .agreed || $0.state == .saidAgreed }
    isProvisional = agreed.count > 1 && agreed.allSatisfy(\.isProvisional)
    for row in view.rows where row.among == nil && !row.consentMissing.isEmpty {
      let missing = Set(row.consentMissing)
      if let place = groups.firstIndex(where: { Set($0.missing) == missing }) {
        groups[place].rows.append(row)
      } else {
        groups.append(Group(missing: row.consentMissing, rows: [row]))
      }
    }
    groups.removeAll { $0.rows.count < 2 }
    for place in groups.indices {
      let rows = groups[place].rows
      groups[place].isOfAll = rows.map(\.issue) == agreed.map(\.issue)
      groups[place].asked = Self.asked(rows[0]).filter { obstacle in
        rows.allSatisfy { Self.asked($0).contains(obstacle) }
      }
    }
  }

  /// What others than the parties ask for each answer to an issue.
  private static func asked(_ row: ConvergenceView.Line) -> [ConvergenceView.Obstacle] {
    (row.answers.first?.obstacles ?? []).filter { obstacle in
      !row.parties.contains(obstacle.holder)
        && row.answers.allSatisfy { $0.obstacles.contains(obstacle) }
    }
  }

  private func group(of row: ConvergenceView.Line) -> Group? {
    groups.first { $0.rows.contains { $0.issue == row.issue } }
  }

  /// Whose consent to the issue is missing is said with that of others.
  func saysConsent(of row: ConvergenceView.Line) -> Bool { group(of: row) != nil }

  func says(_ obstacle: ConvergenceView.Obstacle, of row: ConvergenceView.Line) -> Bool {
    group(of: row)?.asked.contains(obstacle) ?? false
  }
}

extension ViewContext {
  /// `Of all that is agreed below: the consent of the council is missing.`
  func sharedWords(_ shared: SharedProvisos) -> [Inline] {
    let provisional = "nothing is agreed until everything is agreed"
    var isSaid = !shared.isProvisional
    var lines = shared.groups.map { group -> Inline in
      let start =
        group.isOfAll
        ? "Of all that is agreed below" : "On \(group.rows.map { "“\($0.title)”" }.listed())"
      var line = Inline(
        "\(start): the consent of \(index.running(group.missing)) is missing", .warning)
      for words in obstacleWords(group.asked) { line += Inline("; ") + words }
      if group.isOfAll, !isSaid {
        line += Inline("; \(provisional)", .warning)
        isSaid = true
      }
      return line + Inline(".", .warning)
    }
    if !isSaid { lines.append(Inline("Of all that is agreed below: \(provisional).", .warning)) }
    return lines
  }
}
