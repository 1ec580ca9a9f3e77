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
    closes or replaces what a higher one said: it stands beside it, and the cell is contested. Where \
    several bodies speak for a party that is no state, and none is part of another, the later word of \
    one does not replace another's: where they differ, or its speakers are for different answers on \
    one day, the party is divided; persons of one body, and who speaks for the party at large, do \
    replace. Where \
    the party's own words give another answer, what a lower voice reports is no answer of the party's. \
    What it weighs giving before its own people alone is of its side, and not yet said to the others. \
    To threaten an end to something is no refusal of it. A package accepted counts for each of its parts, and is marked, \
    until the day on which it closes; taken with a condition, or refused, it speaks of its parts only \
    where nothing else does; what is asked for the whole says nothing of a part; and words on a part \
    go before words of the same day on the whole. A text signed is each signatory's own word for what \
    its agreed clauses settle. Words taken back by name end what they asked for, and nothing else. A deed ends \
    the refusal of it. An issue on which everything was said after as-of is left out. Apart stand those who are no party and must consent, to everything, to an \
    issue or to a draft.
    """
}

/// Derives each party's position on each negotiable issue; see ``PositionsView``.
/// - Complexity: near-linear in the statements.
public func positions(_ theCase: Case, _ lens: Lens = Lens()) -> PositionsView {
  let ledger = Ledger(FilteredCase(theCase, lens))
  return positions(ledger, shown: lens).compared(
    lens.since == nil ? nil : changes(ledger, shown: lens), ledger, shown: lens)
}

extension PositionsView {
  /// With what is not derived from the words that stand: what changed, what filters leave out, and
  /// where accounts of what happened differ.
  func compared(
    _ changes: ChangesView?, _ ledger: Ledger, shown lens: Lens
  ) -> PositionsView {
    var view = self
    var newest: [String: Changed] = [:]
    // A move counts before what is merely new on another answer.
    let all = changes?.changes ?? []
    for change in all.filter({ !$0.isMove && $0.kinds != [.reaffirmed] }) + all.filter(\.isMove) {
      newest["\(change.issue) \(change.party)"] = Changed(
        kinds: change.kinds, date: change.date, statement: change.after.first?.statement)
    }
    let leftOut = LeftOutStatements(ledger.filtered)
    for row in view.rows.indices {
      for cell in view.rows[row].cells.indices {
        let (issue, party) = (view.rows[row].issue, view.rows[row].cells[cell].party)
        view.rows[row].cells[cell].changed = newest["\(issue) \(party)"]
        view.rows[row].cells[cell].leftOut = leftOut?.count(
          issue, party, kept: view.rows[row].cells[cell].tellings)
      }
    }
    let accounts = differingAccounts(ledger.filtered, shown: lens)
    view.accounts = accounts.isEmpty ? nil : accounts
    return view
  }
}

/// `lens` chooses the rows.
func positions(
  _ ledger: Ledger, _ known: StepOutlook? = nil, shown lens: Lens
) -> PositionsView {
  let outlook = known ?? StepOutlook(ledger)
  let wanted = Set(lens.parties)
  let theCase = ledger.filtered.theCase
  let shown = (0..<ledger.table.shown).filter {
    wanted.isEmpty || wanted.contains(ledger.table.parties[$0])
  }
  let later = ledger.filtered.raisedLater()
  var rows: [PositionsView.Row] = []
  for (place, row) in ledger.table.rows.enumerated()
  where lens.issues.isEmpty
    ? !row.byParty.isEmpty || !later.contains(row.issue.id) : lens.issues.contains(row.issue.id)
  {
    let issue = row.issue
    let concerned = Set(issue.parties.isEmpty ? theCase.header.parties : issue.parties)
    let builder = CellBuilder(ledger, place, outlook)
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
    rule: PositionsView.rule, parties: shown.map { ledger.table.parties[$0] }, rows: rows,
    vetoPlayers: PositionsView.vetoPlayers(ledger, outlook, shown: lens))
}
