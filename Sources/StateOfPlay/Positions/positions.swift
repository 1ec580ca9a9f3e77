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
  let lens = reading.lens
  let issues = reading.theCase.issues.filter { $0.kind == .negotiable }
  var parties = reading.theCase.header.parties
  for party in issues.flatMap(\.parties) where !parties.contains(party) { parties.append(party) }
  let collected = collectTellings(reading, issues: issues, parties: parties)
  let shownParties = lens.parties.isEmpty ? parties : parties.filter(lens.parties.contains)
  var rows: [PositionsView.Row] = []
  for (issuePosition, issue) in issues.enumerated()
  where lens.issues.isEmpty || lens.issues.contains(issue.id) {
    let concerned = issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties
    let cells = shownParties.map { party in
      let position = parties.firstIndex(of: party) ?? 0
      let spoken = collected[CellKey(issue: issuePosition, party: position)] ?? []
      return CellResolver(reading, issue).cell(
        party, spoken, concerned: concerned.contains(party))
    }
    rows.append(PositionsView.Row(issue: issue.id, title: issue.title, cells: cells))
  }
  return PositionsView(rule: PositionsView.rule, parties: shownParties, rows: rows)
}

private struct CellKey: Hashable {
  let issue: Int
  let party: Int
}

/// A statement on an issue, as one party's.
struct SpokenFor {
  let position: Int
  let speakers: [Case.Actor.ID]
  let said: EDTFDate?
  let time: TimeClass
  let directness: Directness
}

private func collectTellings(
  _ reading: Reading, issues: [Case.Issue], parties: [Case.Actor.ID]
) -> [CellKey: [SpokenFor]] {
  var issuePositions: [Case.Issue.ID: Int] = [:]
  for (position, issue) in issues.enumerated() { issuePositions[issue.id] = position }
  var partyPositions: [Case.Actor.ID: Int] = [:]
  for (position, party) in parties.enumerated() { partyPositions[party] = position }
  let partySet = Set(parties)
  var collected: [CellKey: [SpokenFor]] = [:]
  for (position, statement) in reading.theCase.statements.enumerated() {
    guard let id = statement.about?.issue, let issue = issuePositions[id],
      reading.admits(statement)
    else { continue }
    let said = reading.index.said(statement)
    let time = reading.timeClass(said)
    guard time != .out else { continue }
    var speakersOf: [(party: Int, speakers: [Case.Actor.ID])] = []
    for speaker in statement.speaker {
      for voice in reading.index.spokenFor(by: speaker, on: said) {
        guard let party = partyPositions[voice] else { continue }
        if let place = speakersOf.firstIndex(where: { $0.party == party }) {
          speakersOf[place].speakers.append(speaker)
        } else {
          speakersOf.append((party, [speaker]))
        }
      }
    }
    for (party, speakers) in speakersOf {
      let directness = reading.directness(
        of: statement, for: parties[party], on: said, parties: partySet)
      if let furthest = reading.lens.directness, directness > furthest { continue }
      collected[CellKey(issue: issue, party: party), default: []].append(
        SpokenFor(
          position: position, speakers: speakers, said: said, time: time, directness: directness))
    }
  }
  return collected
}
