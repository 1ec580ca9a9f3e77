internal import CaseModel

/// Marks the cells of what a text settles where it is in dispute whether the party accepted or signed
/// the text as a whole.
struct WholeTextDisputes {
  private struct Found {
    let text: PositionsView.DisputedText
    let party: Case.Actor.ID
    let isDivided: Bool
    /// When the last of what differs was said.
    let newest: EDTFDate?

    /// Not over by newer words of the party's own that decide in the cell.
    func stands(in cell: PositionsView.Cell) -> Bool {
      guard let newest else { return true }
      return !cell.answers.contains { position in
        position.voice == .own && !position.isSuperseded
          && position.newest?.isLater(than: newest) ?? false
      }
    }
  }

  private var byIssue: [Case.Issue.ID: [Found]] = [:]

  /// - Complexity: O(statements) where there are texts.
  init(_ filtered: FilteredCase) {
    if filtered.theCase.drafts.isEmpty { return }
    let found = DisputedTexts(filtered) { filtered.voices(of: $0, on: $1) }
    for dispute in found.disputes {
      let kind = dispute.kind(filtered) { filtered.voices(of: $0, on: $1) }
      let one = Found(
        text: .init(
          draft: dispute.draft.id, title: dispute.draft.title ?? dispute.draft.id.raw,
          statements: dispute.clash.members.map { filtered.theCase.statements[$0.position].id }),
        party: dispute.actor, isDivided: kind == .divided,
        newest: dispute.clash.members.compactMap(\.said).max { $0.ends < $1.ends })
      let issues = dispute.draft.clauses.flatMap(\.subjects).compactMap(\.issue).uniqued
      for issue in issues { byIssue[issue, default: []].append(one) }
    }
  }

  /// The cells of an issue, marked.
  func mark(_ cells: [PositionsView.Cell], on issue: Case.Issue.ID) -> [PositionsView.Cell] {
    guard let found = byIssue[issue] else { return cells }
    var cells = cells
    for place in cells.indices {
      let cell = cells[place]
      let own = found.filter { $0.party == cell.party && $0.stands(in: cell) }
      if own.isEmpty { continue }
      cells[place].disputedTexts = own.map(\.text)
      cells[place].isContestedByCodersAlone = false
      if own.contains(where: { !$0.isDivided }) { cells[place].isContested = true }
      if own.contains(where: \.isDivided) { cells[place].isDivided = true }
    }
    return cells
  }
}
