internal import CaseModel

/// Reads conditions, and what is said of their being dropped, from the statements. A
/// class, as it grows while it reads.
final class ConditionReader {
  let filtered: FilteredCase
  /// What is taken with a package, of which only its conditions are read.
  private let packages: PackageBook?
  private let partySet: Set<Case.Actor.ID>
  /// Of each statement, those who confirmed in their own words what it says.
  private let confirmations: [Case.Statement.ID: Set<Case.Actor.ID>]
  private(set) var conditions: [Condition] = []
  private(set) var withoutStep: [Case.Statement.ID] = []
  /// Said to be dropped, and on record nowhere.
  private(set) var unsupported: [(drop: PreconditionsView.Drop, condition: Condition)] = []
  private var places: [Condition.Key: Int] = [:]
  private var claims: [(drop: PreconditionsView.Drop, condition: Condition)] = []
  private var concessions: [(ground: PreconditionsView.Ground, by: [Who], condition: Condition)] =
    []

  init(
    _ filtered: FilteredCase, _ parties: [Case.Actor.ID], _ packages: PackageBook? = nil,
    confirmations: [Case.Statement.ID: Set<Case.Actor.ID>]
  ) {
    self.filtered = filtered
    self.packages = packages
    partySet = Set(parties)
    self.confirmations = confirmations
  }

  func read() {
    for place in filtered.places(marked: .requires) where filtered.facts[place].time != .out {
      read(filtered.theCase.statements[place], filtered.facts[place])
    }
    for (ground, by, condition) in concessions {
      // To concede what one had asked for takes it back; with a condition not set before, it is a
      // conditional concession.
      let isTakenBack =
        places[condition.key].map { place in
          conditions[place].grounds.contains { old in
            old.voice == .own && Condition.isAfter(ground.said, old.said)
          }
        } ?? false
      if isTakenBack {
        let drop = PreconditionsView.Drop(
          statement: ground.statement, by: by, said: ground.said,
          effect: ground.role == .doubted || ground.role == .possiblyLater ? .none : .drops)
        claims.append((drop, condition))
      } else {
        add(condition, ground)
      }
    }
    for claim in claims { attach(claim) }
  }

  /// The parties whose position the actors' words express; for one who speaks for no party, the last
  /// actor for which it speaks.
  func holders(_ actors: [Case.Actor.ID], on date: EDTFDate?) -> [Case.Actor.ID] {
    var found: [Case.Actor.ID] = []
    for actor in actors {
      let voices = filtered.index.spokenFor(by: actor, on: date)
      var own = voices.filter(partySet.contains)
      if own.isEmpty { own = filtered.voices.sides(ofUnnamed: actor).filter(partySet.contains) }
      for holder in own.isEmpty ? voices.suffix(1) : own[...] where !found.contains(holder) {
        found.append(holder)
      }
    }
    return found
  }

  /// Those of the speakers whose words are the holder's, or its side's.
  func speakers(
    _ actors: [Case.Actor.ID], of holder: Case.Actor.ID, on date: EDTFDate?
  ) -> [Case.Actor.ID] {
    actors.filter { actor in
      filtered.index.spokenFor(by: actor, on: date).contains(holder)
        || filtered.voices.sides(ofUnnamed: actor).contains(holder)
    }
  }

  func nearness(
    _ statement: Case.Statement, of holder: Case.Actor.ID, _ facts: StatementFacts
  ) -> (directness: Directness, voice: Voice) {
    var near = filtered.voices.nearness(
      of: statement, for: holder, speakers: speakers(statement.speaker, of: holder, on: facts.said),
      parties: filtered.parties(to: facts.issue))
    if confirmations[statement.id]?.contains(holder) ?? false { near = .own(false) }
    let reliability = facts.source.flatMap { filtered.theCase.sources[$0].reliability }
    let isLowered = filtered.voices.isLowered(statement, reliability: reliability)
    return (near.directness, isLowered ? near.voice.lowered : near.voice)
  }

  private func read(_ statement: Case.Statement, _ facts: StatementFacts) {
    guard let subject = statement.about?.step ?? packages?.step(of: statement) else {
      withoutStep.append(statement.id)
      return
    }
    let said = facts.said
    let isDrop = statement.act == .withdraw || statement.change == .withdrawn
    let speakers = holders(statement.speaker, on: said)
    let speaksOfOthers =
      !statement.of.isEmpty && (statement.act == .assess || statement.change == .withdrawn)
    for holder in speaksOfOthers ? holders(statement.of, on: said) : speakers {
      let isAuthors = speaksOfOthers && !speakers.contains(holder)
      var (directness, voice) = nearness(statement, of: holder, facts)
      // An author's reading is no one's own word.
      if isAuthors { (directness, voice) = (max(directness, .third), max(voice, .third)) }
      if let furthest = filtered.lens.directness, directness > furthest { continue }
      for requirement in statement.requires {
        let known = known(statement, requirement, holder, directness, isAuthors, said)
        for condition in conditions(subject, requirement, holder, statement) {
          if isDrop {
            note(condition, statement, known, voice, said)
          } else {
            let ground = ground(statement, known, directness, voice, said)
            if statement.act == .concede, voice == .own {
              concessions.append((ground, by(statement, known), condition))
            } else {
              add(condition, ground)
            }
          }
        }
      }
    }
  }

  /// An edge for each of the options it is about and each step it awaits.
  private func conditions(
    _ subject: Step, _ requirement: Requirement, _ holder: Case.Actor.ID,
    _ statement: Case.Statement
  ) -> [Condition] {
    let steps = subject.single(waits: true, filtered.index)
    var found: [Condition] = []
    let allAwaited = requirement.step.awaited(filtered.index)
    let isExchange = requirement.kind == .exchange
    for step in steps {
      let stepID = step.id
      for awaited in allAwaited {
        let awaitedID = awaited.id
        // Of several options one may be what the others wait for.
        if steps.count > 1, stepID == awaitedID { continue }
        let turn = isExchange && awaitedID < stepID
        var key = Condition.Key(
          holder: holder, isTrigger: requirement.kind == .trigger, isExchange: isExchange,
          step: turn ? awaitedID : stepID, awaited: turn ? stepID : awaitedID)
        if requirement.kind == .trigger {
          (key.party, key.stance) = (requirement.party, requirement.stance)
        }
        found.append(
          Condition(
            key: key, kind: requirement.kind, step: step, awaited: awaited, stepID: stepID,
            awaitedID: awaitedID, act: statement.act, isNegative: statement.stance == .against,
            met: requirement.met,
            givers: requirement.giver, due: requirement.due?.value))
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
    let reporters = statement.via.filter {
      !filtered.index.spokenFor(by: $0, on: said).contains(holder)
    }
    return .init(
      kind: .told, by: (reporters.isEmpty ? statement.speaker : reporters).map { Who($0.raw) })
  }

  private func ground(
    _ statement: Case.Statement, _ known: PreconditionsView.Known, _ directness: Directness,
    _ voice: Voice, _ said: EDTFDate?
  ) -> PreconditionsView.Ground {
    let time = filtered.timeClass(said)
    let role: PreconditionsView.Ground.Role =
      statement.isDoubted
      ? .doubted : time == .possiblyLater ? .possiblyLater : time == .undated ? .undated : .decides
    return PreconditionsView.Ground(
      statement: statement.id, gist: statement.gist, said: said,
      reportedLater: filtered.isReportedLater(statement, said: said), directness: directness,
      voice: voice,
      known: known, role: role)
  }

  private func add(_ condition: Condition, _ ground: PreconditionsView.Ground) {
    if let place = places[condition.key] {
      let isThere = conditions[place].grounds.last?.statement == ground.statement
      if !isThere { conditions[place].grounds.append(ground) }
    } else {
      places[condition.key] = conditions.count
      conditions.append(condition)
      conditions[conditions.count - 1].grounds = [ground]
    }
  }

  /// Those who report a withdrawal or infer it.
  private func by(_ statement: Case.Statement, _ known: PreconditionsView.Known) -> [Who] {
    var by =
      statement.act == .assess || statement.change == .withdrawn && statement.act != .withdraw
      ? statement.speaker.map { Who($0.raw) } : known.by
    for who in known.by where !by.contains(who) { by.append(who) }
    return by.isEmpty ? statement.speaker.map { Who($0.raw) } : by
  }

  /// Someone says that the condition was dropped: its holder, or others of it.
  private func note(
    _ condition: Condition, _ statement: Case.Statement, _ known: PreconditionsView.Known,
    _ voice: Voice, _ said: EDTFDate?
  ) {
    let isOwn = statement.act == .withdraw && known.kind == .ownWord && voice == .own
    let counts = !statement.isDoubted && filtered.timeClass(said).isEvidence
    let drop = PreconditionsView.Drop(
      statement: statement.id, by: by(statement, known), said: said,
      effect: !counts ? .none : isOwn ? .drops : .marks)
    claims.append((drop, condition))
  }

  private func attach(
    _ claim: (drop: PreconditionsView.Drop, condition: Condition)
  ) {
    // What is asked for before and what is asked for in exchange are one requirement.
    var isFound = false
    for key in claim.condition.key.wordings {
      guard let place = places[key] else { continue }
      conditions[place].drops.append(claim.drop)
      isFound = true
    }
    if !isFound { unsupported.append((claim.drop, claim.condition)) }
  }
}

extension Condition.Key {
  /// The same requirement as *before* and as *exchange*.
  fileprivate var wordings: [Condition.Key] {
    if isTrigger { return [self] }
    if !isExchange {
      let turn = awaited < step
      return [
        self,
        Condition.Key(
          holder: holder, isTrigger: false, isExchange: true, step: turn ? awaited : step,
          awaited: turn ? step : awaited),
      ]
    }
    return [
      self,
      Condition.Key(
        holder: holder, isTrigger: false, isExchange: false, step: step, awaited: awaited),
      Condition.Key(
        holder: holder, isTrigger: false, isExchange: false, step: awaited, awaited: step),
    ]
  }
}
