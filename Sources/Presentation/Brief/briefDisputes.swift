internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Contradictions that no analyst has settled, for the first page.
extension ViewContext {
  /// What a party is said to hold and denies, or what its speakers set against each other, the newest first;
  /// of the rest how many there are, since they have a section of their own.
  func contradictionLines(_ brief: Brief) -> [Inline] {
    // Those of cells stand above, and so do those of promises.
    let shown = Set(
      brief.positions.rows.flatMap { row in
        row.cells.filter { $0.isContested || $0.isDivided }.map { "\(row.issue) \($0.party)" }
      })
    let open = brief.contradictions.groups.filter { group in
      guard group.verdict == .open, group.commitment == nil else { return false }
      guard let issue = group.issue, let actor = group.actor else { return true }
      return !shown.contains("\(issue) \(actor)")
    }
    let parties = Set(index.theCase.header.parties)
    let held = open.filter { group in
      guard let actor = group.actor, let issue = group.issue.flatMap({ index.issue($0) }) else {
        return false
      }
      return parties.contains(actor) && issue.kind == .negotiable
    }
    let newest = held.enumerated().sorted { a, b in
      let (x, y) = (Self.newest(a.element), Self.newest(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.prefix(2).map(\.element)
    var lines = newest.map { disputeLine($0) }
    let rest = open.count - newest.count
    if rest > 0 {
      // The section lists those too that stand above, and those with a verdict.
      let all = brief.contradictions.groups.count
      lines.append(
        Inline(
          "Accounts contradict each other on \(all.counted("matter"))\(all == rest ? "" : " in all"), under Accounts that contradict each other",
          .faint))
    }
    return lines
  }

  private static func newest(_ group: ContradictionsView.Group) -> Int64 {
    group.sides.flatMap(\.statements).compactMap { $0.said?.ends }.max() ?? .min
  }

  private func disputeLine(_ group: ContradictionsView.Group) -> Inline {
    let isDenied = group.sides.contains { $0.isDenied }
    let words: String =
      switch group.kind {
      case .divided: "its own speakers differ"
      case .selfContradiction: "its statements contradict each other"
      case .reading: "what it means is in dispute"
      case .account, .attribution:
        isDenied ? "a report of its position is denied" : "reports of its position differ"
      }
    let actor = group.actor.map { ", \(index.running($0))" } ?? ""
    return Inline("\(group.title)\(actor): ") + Inline(words, .warning) + Inline(" ")
      + references(group.sides.flatMap { $0.statements.prefix(2).map(\.statement) }, limit: 4)
  }
}
