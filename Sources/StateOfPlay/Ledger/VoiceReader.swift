internal import CaseModel

/// Reads whose words a statement is: who speaks, who relays, and on whose side they are.
struct VoiceReader {
  private let index: CaseIndex
  private let outlets: Set<Case.Actor.ID>
  private let unnamed: Set<Case.Actor.ID>
  /// Whom an actor belongs to without speaking for them, over all steps.
  private let sides: [Case.Actor.ID: [Case.Actor.ID]]

  init(_ index: CaseIndex) {
    self.index = index
    let actors = index.theCase.actors
    outlets = Set(actors.lazy.filter { $0.kind == .outlet }.map(\.id))
    // A spokesman who is not named speaks for those for whom the record says that he does.
    unnamed = Set(actors.lazy.filter { $0.kind == .unnamed && $0.speaksFor.isEmpty }.map(\.id))
    var sides: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in actors where !actor.partOf.isEmpty { sides[actor.id] = index.sides(of: actor.id) }
    self.sides = sides
  }

  /// Whom an actor belongs to without speaking for them, over all steps.
  func sides(of actor: Case.Actor.ID) -> [Case.Actor.ID] { sides[actor] ?? [] }

  func isUnnamed(_ actor: Case.Actor.ID) -> Bool { unnamed.contains(actor) }

  /// The actors on whose side an official not named speaks, though not for them; none of others.
  func sides(ofUnnamed actor: Case.Actor.ID) -> [Case.Actor.ID] {
    unnamed.isEmpty || !unnamed.contains(actor) ? [] : sides[actor] ?? []
  }

  /// How near `statement` is to `party`'s own words, given that its speakers are `speakers`. Those
  /// who relay it count as the actors they spoke for on the day of the report; a news agency or
  /// other outlet that relays words changes nothing.
  func nearness(
    of statement: Case.Statement, for party: Case.Actor.ID, speakers: [Case.Actor.ID],
    parties: Set<Case.Actor.ID>
  ) -> Nearness {
    var found = Nearness.own(statement.verbatim)
    if !unnamed.isEmpty, !speakers.isEmpty, speakers.allSatisfy({ unnamed.contains($0) }),
      speakers != [party]
    {
      found.pass(.ownSide, .ownSide, isUnnamed: true)
    }
    if isWithin(statement, party) { found.keepWithin() }
    guard !statement.via.isEmpty else { return found }
    let reported = index.told(statement) ?? index.said(statement)
    for reporter in statement.via where !outlets.contains(reporter) {
      let isUnnamed = unnamed.contains(reporter)
      let voices = index.spokenFor(by: reporter, on: reported)
      let side = sides[reporter] ?? []
      if voices.contains(party) {
        if isUnnamed { found.pass(.ownSide, .ownSide, isUnnamed: true) }
      } else if side.contains(party) {
        found.pass(.ownSide, .ownSide, isUnnamed: isUnnamed)
      } else if voices.contains(where: parties.contains) || side.contains(where: parties.contains) {
        found.pass(.otherParty, .opponent, isUnnamed: isUnnamed)
      } else {
        found.pass(.third, .third, isUnnamed: isUnnamed)
      }
    }
    return found
  }

  /// Gives or weighs giving something, to people of its own side alone: a recommendation to one's own
  /// board is no offer. What is refused or demanded before one's own people binds all the same.
  private func isWithin(_ statement: Case.Statement, _ party: Case.Actor.ID) -> Bool {
    guard !statement.to.isEmpty else { return false }
    switch statement.act {
    case .propose, .offer, .accept, .concede, .ask, .withdraw: break
    default: return false
    }
    let said = index.said(statement)
    return statement.to.allSatisfy { actor in
      sides[actor]?.contains(party) ?? false
        || index.spokenFor(by: actor, on: said).contains(party)
    }
  }

  /// A hedge, a source of reliability D or E, or a credibility of 4 or 5 lowers by one voice.
  func isLowered(_ statement: Case.Statement, reliability: Case.Source.Reliability?) -> Bool {
    statement.hedge != nil || reliability == .d || reliability == .e
      || statement.credibility == .doubtful || statement.credibility == .improbable
  }
}

extension FilteredCase {
  /// Of each statement, the actors that denied in their own words what it says, or confirmed it.
  func replies(denying: Bool) -> [Case.Statement.ID: Set<Case.Actor.ID>] {
    var found: [Case.Statement.ID: Set<Case.Actor.ID>] = [:]
    _ = eachStatement(marked: .onWords) { place, statement -> Void? in
      guard case .statement(let other)? = statement.pointee.about,
        facts[place].time.isEvidence, !statement.pointee.isDoubted
      else { return nil }
      switch statement.pointee.act {
      case .deny, .reject: if !denying { return nil }
      case .confirm: if denying || statement.pointee.stance == .against { return nil }
      default: return nil
      }
      let said = facts[place].said
      found[other, default: []].formUnion(
        statement.pointee.speaker.flatMap { index.spokenFor(by: $0, on: said) })
      return nil
    }
    return found
  }

  /// Of each statement, the places of those that deny or reject it.
  /// - Complexity: O(statements).
  var denials: [Case.Statement.ID: [Int]] {
    let pairs = eachStatement(marked: .onWords) { place, statement -> (Case.Statement.ID, Int)? in
      guard statement.pointee.act == .deny || statement.pointee.act == .reject,
        case .statement(let other)? = statement.pointee.about, facts[place].time.isEvidence,
        !statement.pointee.isDoubted
      else { return nil }
      return (other, place)
    }
    return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }
}
