internal import CaseModel

/// Who refuses single clauses of texts, in words of their own, and has not taken them since.
struct ClauseObjections {
  private struct Key: Hashable {
    let draft: Case.Draft.ID
    let clause: Slug
  }

  private struct Standing {
    let actor: Case.Actor.ID
    let statement: Case.Statement.ID
    let said: EDTFDate?
  }

  private var standing: [Key: [Standing]] = [:]
  /// Of each text the clauses to which someone objects.
  private var clauses: [Case.Draft.ID: [Slug]] = [:]

  /// - Complexity: O(n log n) in the statements on texts.
  init(_ filtered: FilteredCase) {
    if filtered.theCase.drafts.isEmpty { return }
    let parties = filtered.parties
    let places = filtered.eachStatement(marked: [.onText, .drops]) { place, statement -> Int? in
      guard filtered.facts[place].time.isEvidence, !statement.pointee.isDoubted else { return nil }
      if case .draft? = statement.pointee.about { return place }
      return statement.pointee.drops.isEmpty ? nil : place
    }.sorted { a, b in
      let (x, y) = (filtered.facts[a].said?.ends ?? .min, filtered.facts[b].said?.ends ?? .min)
      return x == y ? a < b : x < y
    }
    for place in places {
      let statement = filtered.theCase.statements[place]
      for id in statement.drops { drop(id, filtered) }
      guard case .draft(let draft, let clause)? = statement.about else { continue }
      let actors = Self.actors(statement, at: place, filtered, parties)
      note(statement, filtered.facts[place].said, actors, draft, clause)
    }
  }

  private mutating func note(
    _ statement: Case.Statement, _ said: EDTFDate?, _ actors: [Case.Actor.ID],
    _ draft: Case.Draft.ID, _ clause: Slug?
  ) {
    guard let clause else {
      // An objection of the same day goes before the yes to the whole.
      guard statement.act == .accept, statement.stanceRead?.accepts ?? false else { return }
      for clause in clauses[draft] ?? [] {
        standing[Key(draft: draft, clause: clause)]?.removeAll { old in
          guard actors.contains(old.actor), let said else { return false }
          return old.said.map { said.isLater(than: $0) } ?? true
        }
      }
      return
    }
    let key = Key(draft: draft, clause: clause)
    guard let stance = statement.stanceRead, stance != .unclear else {
      if statement.act == .withdraw {
        standing[key]?.removeAll { actors.contains($0.actor) }
      }
      return
    }
    standing[key]?.removeAll { actors.contains($0.actor) }
    if stance != .against { return }
    if standing[key] == nil {
      standing[key] = []
      clauses[draft, default: []].append(clause)
    }
    standing[key]? += actors.map { Standing(actor: $0, statement: statement.id, said: said) }
  }

  private mutating func drop(_ id: Case.Statement.ID, _ filtered: FilteredCase) {
    guard case .draft(let draft, let clause?)? = filtered.index.statement(id)?.about else {
      return
    }
    standing[Key(draft: draft, clause: clause)]?.removeAll { $0.statement == id }
  }

  /// The parties whose own words it is; of who speaks for none, whom it speaks for.
  private static func actors(
    _ statement: Case.Statement, at place: Int, _ filtered: FilteredCase,
    _ parties: Set<Case.Actor.ID>
  ) -> [Case.Actor.ID] {
    statement.speaker.flatMap { speaker -> [Case.Actor.ID] in
      let voices = filtered.index.spokenFor(by: speaker, on: filtered.facts[place].said)
      let own = voices.filter(parties.contains)
      if !own.isEmpty { return own }
      return filtered.index.actor(speaker)?.kind == .unnamed ? [] : [voices.last ?? speaker]
    }.uniqued.filter { actor in
      filtered.voices.nearness(
        of: statement, for: actor, speakers: statement.speaker, parties: parties
      ).voice == .own
    }
  }

  /// In the order in which they were made, without those whom the clause itself names; nil where
  /// there are none.
  func to(
    _ clause: DraftsView.Clause, of draft: Case.Draft.ID, _ offer: OffersView.Offer?
  ) -> [DraftsView.Objection]? {
    let isNamed = clause.status == .bracketed || clause.status == .refusedToDiscuss
    let found = (standing[Key(draft: draft, clause: clause.clause)] ?? []).filter { one in
      !(isNamed && clause.by.contains(one.actor))
    }.map { one in
      DraftsView.Objection(
        actor: one.actor,
        takesTheRest: offer?.answers.contains {
          $0.party == one.actor && ($0.stance == .for || $0.stance == .forIf)
        } ?? false,
        statement: one.statement)
    }
    return found.isEmpty ? nil : found
  }
}
