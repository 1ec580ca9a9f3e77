internal import CaseModel

/// Texts that bind without a signature, being agreed or in force, and who joined them: to accept such a
/// text as a whole is to be bound by it, as by a signature.
struct JoinedTexts {
  /// One acceptance of the whole text.
  struct Joining {
    /// Of the statement in the case.
    let place: Int
    let by: [Case.Actor.ID]
    let said: EDTFDate?
  }

  /// An objection to one clause.
  struct Reservation: Hashable {
    let clause: Slug
    let party: Case.Actor.ID
    let said: EDTFDate?
    let statement: Case.Statement.ID
  }

  private var joinings: [Case.Draft.ID: [Joining]] = [:]
  private var reservations: [Case.Draft.ID: [Reservation]] = [:]

  /// The same in a case in which other statements stand elsewhere.
  func moved(by edit: StatementEdit) -> JoinedTexts {
    var moved = self
    moved.joinings = joinings.mapValues { all in
      all.compactMap { one in
        edit.place(of: one.place).map { Joining(place: $0, by: one.by, said: one.said) }
      }
    }
    return moved
  }

  /// - Complexity: O(statements) where there are texts.
  init(_ filtered: FilteredCase) {
    if filtered.theCase.drafts.isEmpty { return }
    let adopted = Set(filtered.theCase.drafts.filter { filtered.isAdopted($0) }.map(\.id))
    let places = filtered.eachStatement(marked: [.onText, .onWords, .drops]) {
      place, statement -> Int? in
      var isMeant = !statement.pointee.drops.isEmpty
      switch statement.pointee.about {
      case .draft?, .statement?: isMeant = true
      default: break
      }
      let isSaid = filtered.facts[place].time.isEvidence && !statement.pointee.isDoubted
      return isMeant && isSaid ? place : nil
    }
    var lifted: [Case.Draft.ID: [Reservation]] = [:]
    var dropped: Set<Case.Statement.ID> = []
    for place in places {
      let statement = filtered.theCase.statements[place]
      let said = filtered.facts[place].said
      dropped.formUnion(statement.drops)
      switch filtered.index.ofText(statement.about) {
      case .draft(let id, nil)? where adopted.contains(id) && statement.isYes:
        let by = filtered.ownVoices(statement, on: said)
        if !by.isEmpty {
          joinings[id, default: []].append(.init(place: place, by: by, said: said))
        }
      case .draft(let id, let clause?)? where statement.stanceRead == .against:
        for party in filtered.ownVoices(statement, on: said) {
          reservations[id, default: []].append(
            .init(clause: clause, party: party, said: said, statement: statement.id))
        }
      case .draft(let id, let clause?)? where statement.stanceRead?.accepts ?? false:
        for party in filtered.ownVoices(statement, on: said) {
          lifted[id, default: []].append(
            .init(clause: clause, party: party, said: said, statement: statement.id))
        }
      default: break
      }
    }
    // Who takes a clause later, or takes the words back, objects to it no longer.
    for (id, all) in reservations {
      reservations[id] = all.filter { reserved in
        !dropped.contains(reserved.statement)
          && !(lifted[id] ?? []).contains { later in
            later.clause == reserved.clause && later.party == reserved.party
              && (later.said.map { said in reserved.said.map { said.isLater(than: $0) } ?? true }
                ?? false)
          }
      }
    }
  }

  func joinings(_ draft: Case.Draft.ID) -> [Joining] { joinings[draft] ?? [] }

  /// All who joined it at some time.
  func parties(to draft: Case.Draft.ID) -> Set<Case.Actor.ID> {
    Set(joinings(draft).flatMap(\.by))
  }

  /// What the party objects to in the text, by words of its own.
  func reservations(_ draft: Case.Draft.ID, of party: Case.Actor.ID) -> [Reservation] {
    (reservations[draft] ?? []).filter { $0.party == party }
  }

  /// Those who join the text with that clause: an objection to it of the same time goes before the yes to
  /// the whole.
  func joining(_ clause: Slug, of draft: Case.Draft.ID, by joining: Joining) -> [Case.Actor.ID] {
    joining.by.filter { party in
      !reservations(draft, of: party).contains { reserved in
        guard reserved.clause == clause else { return false }
        guard let a = reserved.said, let b = joining.said else { return true }
        return !a.isLater(than: b) && !b.isLater(than: a)
      }
    }
  }
}

extension FilteredCase {
  /// That it was agreed or put in force by as-of, whether or not it has ended since.
  func isAdopted(_ draft: Case.Draft) -> Bool { adoption(draft) != nil }

  /// The status by which the text was agreed or put in force; the first by as-of. What one party agrees on
  /// within its own side is agreed with no one.
  func adoption(_ draft: Case.Draft) -> Case.Draft.Status? {
    draft.status.first { status in
      switch status.level {
      case .inForce: holds(status.date, status.evidence)
      case .agreed: holds(status.date, status.evidence) && !isOfOneSide(draft)
      case .proposed, .tabled, .signed, .ended: false
      }
    }
  }

  /// One party alone wrote it, and it was made to no other.
  func isOfOneSide(_ draft: Case.Draft) -> Bool {
    let parties = self.parties
    return Set((draft.by + draft.to).map { principal(of: $0, among: parties) })
      .intersection(parties).count == 1
  }

  /// What a text settles: its agreed clauses, and once it is agreed or in force as a whole those that
  /// were proposed in it.
  func settled(_ draft: Case.Draft) -> [Case.Draft.Clause] {
    let isWhole = isAdopted(draft)
    return draft.clauses.filter { $0.status.settles(adopted: isWhole) }
  }

  /// Those for whom its speakers speak, where it is their own word.
  fileprivate func ownVoices(
    _ statement: Case.Statement, on said: EDTFDate?
  ) -> [Case.Actor.ID] {
    let parties = self.parties
    return statement.speaker.flatMap { speaker in
      index.spokenFor(by: speaker, on: said).filter { party in
        voices.nearness(of: statement, for: party, speakers: [speaker], parties: parties).voice
          == .own
      }
    }.uniqued
  }
}

extension Case.Draft.BracketStatus {
  /// A clause of this status settles what it is about, in a text adopted as a whole or not.
  func settles(adopted isWhole: Bool) -> Bool {
    switch self {
    case .agreed, .provisional: true
    case .proposed: isWhole
    case .bracketed, .alternatives, .refusedToDiscuss: false
    }
  }
}

extension CaseIndex {
  /// What words are about; of a reply to words that put a text forward, the text.
  func ofText(_ subject: Subject?) -> Subject? {
    guard case .statement(let id)? = subject, let other = statement(id),
      other.act == .offer || other.act == .propose, case .draft(_, nil)? = other.about
    else { return subject }
    return other.about
  }
}

extension Case.Statement {
  fileprivate var isYes: Bool {
    act == .accept && (stanceRead == .for || stanceRead == .forIf)
  }
}
