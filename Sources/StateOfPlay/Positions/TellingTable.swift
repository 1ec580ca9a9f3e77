internal import CaseModel

/// A statement on an issue, as one party's.
struct SpokenFor {
  let position: Int
  let speakers: [Case.Actor.ID]
  let said: EDTFDate?
  let time: TimeClass
  let directness: Directness
  let answers: AnswerPlaces
  // What the rules ask of the statement over and over.
  let stance: PositionStance?
  let isDoubted: Bool
  let isFaint: Bool
  let isRedLine: Bool
  /// As ``Credibility/order(_:)`` gives it.
  let grade: Int
  let depth: Int
  let toldLater: Bool
}

/// Every statement on a negotiable issue, laid to the parties whose words it is.
struct TellingTable {
  /// The negotiable issues, in the order of the case.
  private(set) var rows: [IssueTellings]
  /// The case's parties, then others whom an issue concerns.
  let parties: [Case.Actor.ID]

  /// - Complexity: O(statements × speakers).
  init(_ reading: Reading) {
    let issues = reading.theCase.issues
    var rows: [IssueTellings] = []
    // Of each issue of the case, its row here.
    var rowOf = [Int?](repeating: nil, count: issues.count)
    for place in issues.indices where issues[place].kind == .negotiable {
      rowOf[place] = rows.count
      rows.append(IssueTellings(issues[place]))
    }
    self.rows = rows
    var parties: [Case.Actor.ID] = []
    var known: Set<Case.Actor.ID> = []
    for party in reading.theCase.header.parties + rows.flatMap(\.issue.parties)
    where known.insert(party).inserted { parties.append(party) }
    self.parties = parties
    let speaking = SpeakingParties(reading, parties)
    reading.theCase.statements.withUnsafeBufferPointer { statements in
      guard let first = statements.baseAddress else { return }
      for (place, heard) in reading.heard.enumerated() {
        guard heard.time != .out, let row = heard.issue.flatMap({ rowOf[$0] }) else { continue }
        add(first + place, at: place, heard, row, speaking)
      }
    }
  }

  private mutating func add(
    _ told: UnsafePointer<Case.Statement>, at place: Int, _ heard: Heard, _ row: Int,
    _ speaking: SpeakingParties
  ) {
    let reading = speaking.reading
    var answers: AnswerPlaces?
    for (party, speakers) in speaking.of(told.pointee.speaker, on: heard.said) {
      let directness = reading.directness(
        of: told.pointee, for: parties[party], parties: speaking.all)
      if let furthest = reading.lens.directness, directness > furthest { continue }
      let places = answers ?? rows[row].places(of: told.pointee.about, reading.index)
      answers = places
      rows[row].byParty[party, default: []].append(
        SpokenFor(
          position: place, speakers: speakers, said: heard.said, time: heard.time,
          directness: directness, answers: places, stance: told.pointee.stanceRead,
          isDoubted: told.pointee.isDoubted, isFaint: told.pointee.isFaint,
          isRedLine: told.pointee.redLine, grade: Credibility.order(told.pointee.credibility),
          depth: reading.depth(
            speaker: told.pointee.speaker, via: told.pointee.via, source: heard.source),
          toldLater: reading.isToldLater(told.pointee, said: heard.said)))
    }
  }
}

/// Which parties a statement's speakers speak for.
private struct SpeakingParties {
  let reading: Reading
  let all: Set<Case.Actor.ID>
  private let places: [Case.Actor.ID: Int]

  init(_ reading: Reading, _ parties: [Case.Actor.ID]) {
    self.reading = reading
    all = Set(parties)
    places = Dictionary(uniqueKeysWithValues: zip(parties, parties.indices))
  }

  /// Each party by its place, with those who speak for it.
  func of(
    _ all: [Case.Actor.ID], on said: EDTFDate?
  ) -> [(party: Int, speakers: [Case.Actor.ID])] {
    var found: [(party: Int, speakers: [Case.Actor.ID])] = []
    for speaker in all {
      for voice in reading.index.spokenFor(by: speaker, on: said) {
        guard let party = places[voice] else { continue }
        if let place = found.firstIndex(where: { $0.party == party }) {
          found[place].speakers.append(speaker)
        } else {
          found.append((party, all.count == 1 ? all : [speaker]))
        }
      }
    }
    return found
  }
}
