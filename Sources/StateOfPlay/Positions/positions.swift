public import CaseModel

extension PositionsView {
  static let rule = """
    A cell shows what the party has said and not taken back. A stance stands until the party \
    itself later says otherwise about the option or, where options exclude each other, is for \
    another one. A condition stands until it is withdrawn in words, its step is undertaken without \
    it or refused, or it is fulfilled, overtaken or lapses; a red line until it is given up in \
    words or crossed by a later statement of the party itself; a number until the party's next \
    one, while a red line drawn at it stands as long as the next ones lie within it. A number to which the \
    party is only open is one that it would consider, and none that it has moved to. Conditions add up. Silence, repetition and a vaguer acceptance end nothing, and a vague \
    date does not make a statement the newest. A party's own words are those quoted from, signed \
    by or ascribed to the party or anyone who speaks for it, whichever agency relays them. Below \
    them rank unnamed officials and others of its side, then other actors, then other parties. A \
    member that does not speak for its party, as a member state of a union of states, has no part in the \
    cell: what it says in its own name, and the party does not say, is named below the table with \
    what it waits for, as is what it says of a clause and, while a package or text stands, its answer to the whole. A \
    hedge, a source graded D or E, or a credibility of 4 or 5 lowers a statement by one rank. A \
    lower-ranking voice never ends or replaces what a higher one said: it is shown beside it, and \
    the cell is contested. Where several bodies speak for a party that is not a state, and none is \
    part of another, the later statement of one does not replace another's: where they differ, or \
    its speakers are for different options on one day, the party is divided. Persons of one body, \
    and those who speak for the party as a whole, do replace; of words of one day, those of one who speaks \
    for it still hold before those of one who no longer does; what the party signed as one, and a red \
    line that it drew as one, no body alone undoes. A report that the party itself denies decides \
    nothing, and one that it confirms is its own word. What was replaced for good does not return \
    when the party refuses what took its place. Where the party's own words name another option, what a lower-ranking \
    voice reports is not counted as the party's option. A concession weighed only before the \
    party's own people counts as said by its side, not yet to the others. A threat to \
    end something is not a refusal of it, and an offer for the case that something comes about is \
    given on that condition. An accepted package counts for each of its parts that concern the \
    party, and is marked, until the package lapses or is withdrawn, which one that all accepted in \
    time does not, or until the party answers the one that replaced it; what had been said before then stands as it did. What was agreed for a time, by \
    contrast, had taken the place of what was said before. A package refused, or accepted with a \
    condition that has not come about, counts for its parts only where the party names no answer of its own, \
    except that a number, a date or a set accepted on a condition stands beside an earlier one of its own; \
    and what it asks for in place of a part is its own answer there; what stands in \
    brackets is given by no one who accepts the text; and words on a part take precedence over words of the same day \
    on the whole. A yes to a whole that is still open is no yes to the part alone: what the party says \
    by itself, where that is another answer, is shown beside it, whichever of the two counts. Words \
    taken back by name end what they required, and nothing else. A signed text counts as each signatory's own words on what its agreed clauses \
    settle, of a clause on several subjects each, and on what it promises in the text, until the text ends (with the day until which \
    all signed it, unless one of them prolonged it while it held); signed subject to a condition, \
    as a \
    conditional acceptance, which replaces what the party had asked for before. A clause recorded as agreed counts \
    as the word of those it names, or else of all whose text it is, from the day on which the text was \
    agreed where that is later than the text. Who accepts a text that is agreed or in force as a whole \
    joins it, which counts as a signature does, without the clauses to which the party objects then. \
    What stands in a text as one side's own wording counts as that side's proposal where it has said \
    nothing else. A set asked for or given in addition to a signed \
    one leaves that as it is. A number \
    of the party's own takes back its earlier refusal, or red line, that the number goes beyond. \
    Taking a step ends the refusal of it. Of a party that names no answer, a refusal of the issue as a whole is shown. An issue on which everything was said after the as-of \
    date is left out. Where reports of one time differ on whether the party accepted \
    or signed a text as a whole, it is contested, or divided where its own speakers differ, on all that the \
    text settles, unless newer words of its own decide there. An issue concerns the parties that it names, or else those of the case; a party with \
    the role of mediator, facilitator or observer only where the issue names it, as one that wants more or \
    less, must act or must consent, and one with that of host or guarantor where it has taken a position. Actors that are not parties but must consent to everything, to an issue or \
    to a draft are shown separately, with what those who belong to them say in their own name. \
    Consent to everything or to an issue carries no date in the record: it is required from the \
    first mention of those who must give it, and throughout if they are never mentioned, or \
    mentioned anywhere without a date.
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
    _ changes: ChangesView?, _ ledger: Ledger, _ finder: ContradictionFinder? = nil,
    shown lens: Lens
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
    // Else the cells stay those of the view before, where they are, and are not copied.
    for row in view.rows.indices where !newest.isEmpty || leftOut != nil {
      for cell in view.rows[row].cells.indices {
        let (issue, party) = (view.rows[row].issue, view.rows[row].cells[cell].party)
        view.rows[row].cells[cell].changed = newest["\(issue) \(party)"]
        view.rows[row].cells[cell].leftOut = leftOut?.count(
          issue, party, kept: view.rows[row].cells[cell].statements)
      }
    }
    let accounts = differingAccounts(ledger.filtered, finder, shown: lens)
    view.accounts = accounts.isEmpty ? nil : accounts
    return view
  }
}

extension IssueStatements {
  /// Someone had spoken on it, and not only perhaps.
  fileprivate var hasWords: Bool {
    byParty.values.contains { $0.contains { $0.time != .possiblyLater } }
  }
}

/// `lens` chooses the rows.
func positions(
  _ ledger: Ledger, _ known: StepOutlook? = nil, shown lens: Lens
) -> PositionsView {
  var parts = RowParts<[PositionsView.Cell]>()
  return positions(ledger, known, shown: lens, &parts)
}

/// `parts` are the cells of each row, as far as they are kept.
func positions(
  _ ledger: Ledger, _ known: StepOutlook? = nil, shown lens: Lens,
  _ parts: inout RowParts<[PositionsView.Cell]>
) -> PositionsView {
  let outlook = known ?? StepOutlook(ledger)
  let wanted = Set(lens.parties)
  let shown = (0..<ledger.table.shown).filter {
    wanted.isEmpty || wanted.contains(ledger.table.parties[$0])
  }
  let later = ledger.filtered.raisedLater()
  let blocs = BlocMembers(ledger, besides: PositionsView.consenting(ledger))
  let disputes = WholeTextDisputes(ledger.filtered)
  let places = ledger.table.rows.indices.filter { place in
    let row = ledger.table.rows[place]
    return lens.issues.isEmpty
      ? row.hasWords || !later.contains(row.issue.id) : lens.issues.contains(row.issue.id)
  }
  let work = ledger.filtered.theCase.statements.count + places.count * shown.count
  let all = parts.parts(places, work: work) { number, consulted in
    let issue = ledger.table.rows[places[number]].issue
    let noted = ledger.noting(consulted)
    let concerned = Set(noted.steps.concerned(issue))
    let builder = CellBuilder(noted, places[number], outlook.noting(consulted))
    return shown.map { party in
      builder.cell(party, concerned: concerned.contains(ledger.table.parties[party]))
    }
  }
  let rows = zip(places, all).map { place, cells in
    let issue = ledger.table.rows[place].issue
    return PositionsView.Row(
      issue: issue.id, title: issue.title,
      ended: ledger.steps.ended(issue).map { ended in
        .init(
          how: ended.how, date: ended.date, evidence: ledger.filtered.shown(ended.evidence),
          basis: ended.evidence.basis)
      },
      cells: disputes.mark(cells, on: issue.id), members: blocs.members(of: place, cells))
  }
  parts.forget()
  let parties = shown.map { ledger.table.parties[$0] }
  let answers = blocs.answers(within: parties, on: lens.issues)
  return PositionsView(
    rule: PositionsView.rule, parties: parties, rows: rows,
    vetoPlayers: PositionsView.vetoPlayers(ledger, outlook, blocs, shown: lens),
    memberAnswers: answers.isEmpty ? nil : answers)
}
