internal import CaseModel

/// One party's condition as the statements make it, before its state is known.
struct Condition {
  struct Key: Hashable {
    let holder: Case.Actor.ID
    let kind: Requirement.Kind
    let step: PreconditionsView.StepID
    let awaited: PreconditionsView.StepID
    var party: Case.Actor.ID?
    var stance: Case.Statement.Stance?
  }

  let key: Key
  let step: Step
  let awaited: Step
  /// Of `step` and `awaited`, kept because they are asked for over and over.
  let stepID: PreconditionsView.StepID
  let awaitedID: PreconditionsView.StepID
  let act: Case.Statement.Act
  var grounds: [PreconditionsView.Ground] = []
  var drops: [PreconditionsView.Drop] = []
  /// Of `drops` those that are the holder's own word.
  var ownDrops: Set<Case.Statement.ID> = []
}

/// Reads conditions, and what is said of their being dropped, from the statements.
struct ConditionReader {
  private let reading: Reading
  private let parties: [Case.Actor.ID]
  private let partySet: Set<Case.Actor.ID>
  private(set) var conditions: [Condition] = []
  private(set) var withoutStep: [Case.Statement.ID] = []
  /// Said to be dropped, and on record nowhere.
  private(set) var unsupported: [(drop: PreconditionsView.Drop, condition: Condition)] = []
  private var places: [Condition.Key: Int] = [:]
  private var claims: [(drop: PreconditionsView.Drop, isOwn: Bool, condition: Condition)] = []

  init(_ reading: Reading) {
    self.reading = reading
    var parties = reading.theCase.header.parties
    var known = Set(parties)
    for party in reading.theCase.issues.flatMap(\.parties) where known.insert(party).inserted {
      parties.append(party)
    }
    self.parties = parties
    partySet = known
    reading.theCase.statements.withUnsafeBufferPointer { statements in
      for (place, heard) in reading.heard.enumerated()
      where heard.time != .out && !statements[place].requires.isEmpty {
        read(statements[place], said: heard.said)
      }
    }
    for claim in claims { attach(claim) }
  }

  /// The parties whose position the actors' words express; of one who speaks for no party, whoever
  /// it speaks for in the end.
  private func holders(_ actors: [Case.Actor.ID], on date: EDTFDate?) -> [Case.Actor.ID] {
    var found: [Case.Actor.ID] = []
    for actor in actors {
      let voices = reading.index.spokenFor(by: actor, on: date)
      let own = voices.filter(partySet.contains)
      for holder in own.isEmpty ? voices.suffix(1) : own[...] where !found.contains(holder) {
        found.append(holder)
      }
    }
    return found
  }

  private mutating func read(_ statement: Case.Statement, said: EDTFDate?) {
    guard let subject = statement.about?.step else {
      withoutStep.append(statement.id)
      return
    }
    let isDrop = statement.act == .withdraw || statement.change == .withdrawn
    let speakers = holders(statement.speaker, on: said)
    let speaksOfOthers =
      !statement.of.isEmpty && (statement.act == .assess || statement.change == .withdrawn)
    for holder in speaksOfOthers ? holders(statement.of, on: said) : speakers {
      let isAuthors = speaksOfOthers && !speakers.contains(holder)
      var directness = reading.directness(of: statement, for: holder, parties: partySet)
      // An author's reading is nobody's own word.
      if isAuthors { directness = max(directness, .third) }
      if let furthest = reading.lens.directness, directness > furthest { continue }
      for requirement in statement.requires {
        let known = known(statement, requirement, holder, directness, isAuthors, said)
        for condition in conditions(subject, requirement, holder, statement) {
          if isDrop {
            note(condition, statement, known, said)
          } else {
            add(condition, statement, known, directness, said)
          }
        }
      }
    }
  }

  /// An edge for each of the options it is about and each it awaits.
  private func conditions(
    _ subject: Step, _ requirement: Requirement, _ holder: Case.Actor.ID,
    _ statement: Case.Statement
  ) -> [Condition] {
    let steps = subject.single(waits: true, reading.index)
    var found: [Condition] = []
    for step in steps {
      let stepID = step.id
      for awaited in requirement.step.single(waits: false, reading.index) {
        let awaitedID = awaited.id
        // Of several options one may be what the others wait for.
        if steps.count > 1, stepID == awaitedID { continue }
        // In exchange the two are one another's condition, whichever is named first.
        let turn = requirement.kind == .exchange && awaitedID < stepID
        var key = Condition.Key(
          holder: holder, kind: requirement.kind, step: turn ? awaitedID : stepID,
          awaited: turn ? stepID : awaitedID)
        if requirement.kind == .trigger {
          (key.party, key.stance) = (requirement.party, requirement.stance)
        }
        found.append(
          Condition(
            key: key, step: step, awaited: awaited, stepID: stepID, awaitedID: awaitedID,
            act: statement.act))
      }
    }
    return found
  }

  private func known(
    _ statement: Case.Statement, _ requirement: Requirement, _ holder: Case.Actor.ID,
    _ directness: Directness, _ isAuthors: Bool, _ said: EDTFDate?
  ) -> PreconditionsView.Known {
    if let who = requirement.inferred { return .init(kind: .inferred, by: [who]) }
    if isAuthors { return .init(kind: .inferred, by: statement.speaker.map { Who($0.raw) }) }
    if directness.isOwn { return .init(kind: .ownWord, by: []) }
    let tellers = statement.via.filter {
      !reading.index.spokenFor(by: $0, on: said).contains(holder)
    }
    return .init(kind: .told, by: tellers.map { Who($0.raw) })
  }

  private mutating func add(
    _ condition: Condition, _ statement: Case.Statement, _ known: PreconditionsView.Known,
    _ directness: Directness, _ said: EDTFDate?
  ) {
    let time = reading.timeClass(said)
    let role: PreconditionsView.Ground.Role =
      statement.isDoubted
      ? .doubted : time == .perhapsLater ? .perhapsLater : time == .undated ? .undated : .decides
    let ground = PreconditionsView.Ground(
      statement: statement.id, gist: statement.gist, said: said,
      toldLater: reading.isToldLater(statement, said: said), directness: directness, known: known,
      role: role)
    if let place = places[condition.key] {
      let isThere = conditions[place].grounds.contains { $0.statement == statement.id }
      if !isThere { conditions[place].grounds.append(ground) }
    } else {
      places[condition.key] = conditions.count
      conditions.append(condition)
      conditions[conditions.count - 1].grounds = [ground]
    }
  }

  /// Somebody says that the condition was dropped: its holder, or others of it.
  private mutating func note(
    _ condition: Condition, _ statement: Case.Statement, _ known: PreconditionsView.Known,
    _ said: EDTFDate?
  ) {
    let isOwn = statement.act == .withdraw && known.kind == .ownWord
    let counts = !statement.isDoubted && reading.timeClass(said).isHeard
    // Of a party's own withdrawal, whoever tells it or reads it so.
    var by = statement.act == .withdraw ? known.by : statement.speaker.map { Who($0.raw) }
    for who in known.by where !by.contains(who) { by.append(who) }
    if by.isEmpty { by = statement.speaker.map { Who($0.raw) } }
    let drop = PreconditionsView.Drop(
      statement: statement.id, by: by, said: said,
      effect: !counts ? .none : isOwn ? .drops : .marks)
    claims.append((drop, isOwn, condition))
  }

  private mutating func attach(
    _ claim: (drop: PreconditionsView.Drop, isOwn: Bool, condition: Condition)
  ) {
    guard let place = places[claim.condition.key] else {
      unsupported.append((claim.drop, claim.condition))
      return
    }
    conditions[place].drops.append(claim.drop)
    if claim.isOwn { conditions[place].ownDrops.insert(claim.drop.statement) }
  }
}
