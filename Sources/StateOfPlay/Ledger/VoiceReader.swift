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
    var belongs: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in actors where !actor.partOf.isEmpty { belongs[actor.id] = actor.partOf }
    var sides: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in belongs.keys {
      var found = belongs[actor] ?? []
      var next = 0
      while next < found.count {
        for other in belongs[found[next]] ?? [] where !found.contains(other) {
          found.append(other)
        }
        next += 1
      }
      sides[actor] = found
    }
    self.sides = sides
  }

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
    let told = index.told(statement) ?? index.said(statement)
    for reporter in statement.via where !outlets.contains(reporter) {
      let isUnnamed = unnamed.contains(reporter)
      let voices = index.spokenFor(by: reporter, on: told)
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
    for (place, facts) in facts.enumerated() where facts.time.isEvidence {
      let statement = theCase.statements[place]
      guard case .statement(let other)? = statement.about, !statement.isDoubted else { continue }
      switch statement.act {
      case .deny, .reject: if !denying { continue }
      case .confirm: if denying || statement.stance == .against { continue }
      default: continue
      }
      found[other, default: []].formUnion(
        statement.speaker.flatMap { index.spokenFor(by: $0, on: facts.said) })
    }
    return found
  }
}
