internal import CaseModel

/// A statement on an issue, as one party's.
struct SpokenFor {
  let position: Int
  let speakers: [Case.Actor.ID]
  let said: EDTFDate?
  let time: TimeClass
  let directness: Directness
  // What the rules ask of the statement over and over.
  let stance: PositionStance?
  let isDoubted: Bool
  let isFaint: Bool
  let isRedLine: Bool
  /// As ``Credibility/order(_:)`` gives it.
  let grade: Int
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
    var parties: [Case.Actor.ID] = []
    var known: Set<Case.Actor.ID> = []
    for party in reading.theCase.header.parties + issues.flatMap(\.parties)
    where known.insert(party).inserted { parties.append(party) }
    var issuePositions: [Case.Issue.ID: Int] = [:]
    for (position, issue) in issues.enumerated() { issuePositions[issue.id] = position }
    var partyPositions: [Case.Actor.ID: Int] = [:]
    for (position, party) in parties.enumerated() { partyPositions[party] = position }
    let partySet = Set(parties)
    var collected: [Int: [Int: [SpokenFor]]] = [:]
    let statements = reading.theCase.statements
    for position in statements.indices {
      guard let id = statements[position].about?.issue, let issue = issuePositions[id] else {
        continue
      }
      let statement = statements[position]
      guard reading.admits(statement) else { continue }
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
            directness: directness, stance: statement.stanceRead, isDoubted: statement.isDoubted,
            isFaint: statement.isFaint, isRedLine: statement.redLine,
            grade: Credibility.order(statement.credibility)))
      }
    }
    self.issues = issues
    self.parties = parties
    self.collected = collected
  }
}
