internal import CaseModel

/// A statement on an issue, as one party's.
struct SpokenFor {
  let position: Int
  let speakers: [Case.Actor.ID]
  let said: EDTFDate?
  let time: TimeClass
  let directness: Directness
}

/// Every statement on a negotiable issue, laid to the parties whose words it is.
struct TellingTable {
  let issues: [Case.Issue]
  /// The case's parties, then others whom an issue concerns.
  let parties: [Case.Actor.ID]
  private let collected: [Int: [Int: [SpokenFor]]]

  /// What each party, by position in ``parties``, said on the issue at `position`.
  func spoken(on position: Int) -> [Int: [SpokenFor]] { collected[position] ?? [:] }

  /// - Complexity: O(statements × speakers).
  init(_ reading: Reading) {
    let issues = reading.theCase.issues.filter { $0.kind == .negotiable }
    var parties = reading.theCase.header.parties
    for party in issues.flatMap(\.parties) where !parties.contains(party) { parties.append(party) }
    var issuePositions: [Case.Issue.ID: Int] = [:]
    for (position, issue) in issues.enumerated() { issuePositions[issue.id] = position }
    var partyPositions: [Case.Actor.ID: Int] = [:]
    for (position, party) in parties.enumerated() { partyPositions[party] = position }
    let partySet = Set(parties)
    var collected: [Int: [Int: [SpokenFor]]] = [:]
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
          of: statement, for: parties[party], parties: partySet)
        if let furthest = reading.lens.directness, directness > furthest { continue }
        collected[issue, default: [:]][party, default: []].append(
          SpokenFor(
            position: position, speakers: speakers, said: said, time: time,
            directness: directness))
      }
    }
    self.issues = issues
    self.parties = parties
    self.collected = collected
  }
}
