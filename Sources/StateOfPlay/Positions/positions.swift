public import CaseModel

extension PositionsView {
  static let rule = """
    A cell holds what the party has said and not taken back. A stance stands until the party itself \
    says otherwise of the option later, or, where options exclude each other, is for another; a \
    condition until it is taken back in words, undertaken without it, refused with its step, \
    fulfilled, overtaken or lapsed; a red line until it is given up in words or crossed by a later \
    word of its own; a number until its next. Conditions add up. Silence, repetition and a vaguer \
    yes close nothing, and a vague date makes nothing the newest. Own words are those quoted, signed \
    or ascribed to the party or to who speaks for it, whatever agency relays them; after them come \
    officials not named and others of its side, then other actors, then other parties. A hedge, a \
    source graded D or E, or a credibility of 4 or 5 lowers a statement by one. A lower voice never \
    closes or replaces what a higher one said: it stands beside it, and the cell is contested. A \
    package accepted counts for each of its parts, and is marked; a package refused speaks of its \
    parts only where nothing else does.
    """
}

/// Where each party stands on each negotiable issue, by rule; see ``PositionsView``.
///
/// - Complexity: near-linear in the statements.
public func positions(_ theCase: Case, _ lens: Lens = Lens()) -> PositionsView {
  positions(Ledger(FilteredCase(theCase, lens)), shown: lens)
}

/// `lens` chooses the rows.
func positions(_ ledger: Ledger, shown lens: Lens) -> PositionsView {
  let wanted = Set(lens.parties)
  let theCase = ledger.filtered.theCase
  let shown = (0..<ledger.table.shown).filter {
    wanted.isEmpty || wanted.contains(ledger.table.parties[$0])
  }
  var rows: [PositionsView.Row] = []
  for (place, row) in ledger.table.rows.enumerated()
  where lens.issues.isEmpty || lens.issues.contains(row.issue.id) {
    let issue = row.issue
    let concerned = Set(issue.parties.isEmpty ? theCase.header.parties : issue.parties)
    let builder = CellBuilder(ledger, place)
    rows.append(
      PositionsView.Row(
        issue: issue.id, title: issue.title,
        ended: ledger.steps.ended(issue).map { ended in
          .init(
            how: ended.how, date: ended.date, evidence: ledger.filtered.shown(ended.evidence),
            basis: ended.evidence.basis)
        },
        cells: shown.map { party in
          builder.cell(party, concerned: concerned.contains(ledger.table.parties[party]))
        }))
  }
  return PositionsView(
    rule: PositionsView.rule, parties: shown.map { ledger.table.parties[$0] }, rows: rows)
}
