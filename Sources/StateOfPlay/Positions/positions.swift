public import CaseModel

extension PositionsView {
  static let rule = """
    For each option the latest statements hold. Among them quoted words outrank what the source \
    ascribes, that what a third actor tells, that what another party tells; then the better \
    credibility. What others tell never displaces a party's own earlier words. Options of an issue \
    are alternatives unless several answers may hold: a later for on one supersedes an earlier for \
    on another.
    """
}

/// Where each party stands on each negotiable issue, by rule; see ``PositionsView``.
///
/// - Complexity: O(statements × speakers + cells × log statements of the cell).
public func positions(_ theCase: Case, _ lens: Lens = Lens()) -> PositionsView {
  positions(Reading(theCase, lens))
}

func positions(_ reading: Reading) -> PositionsView {
  positions(reading, TellingTable(reading))
}

func positions(_ reading: Reading, _ table: TellingTable) -> PositionsView {
  let lens = reading.lens
  let wanted = Set(lens.parties)
  let shown = table.parties.enumerated().filter {
    wanted.isEmpty || wanted.contains($0.element)
  }
  var rows: [PositionsView.Row] = []
  for row in table.rows where lens.issues.isEmpty || lens.issues.contains(row.issue.id) {
    let issue = row.issue
    let concerned = Set(issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties)
    let resolver = CellResolver(reading, row)
    let cells = shown.map { party, id in
      resolver.cell(id, row.byParty[party] ?? [], concerned: concerned.contains(id))
    }
    rows.append(PositionsView.Row(issue: issue.id, title: issue.title, cells: cells))
  }
  return PositionsView(rule: PositionsView.rule, parties: shown.map(\.element), rows: rows)
}
