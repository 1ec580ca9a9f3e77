public import CaseModel

extension DelegationsView {
  /// How one party has replied to a meeting that is proposed or planned.
  public struct Reply: Sendable, Hashable, Codable {
    /// What the newest of its words on the meeting amount to.
    public enum Kind: String, Sendable, Hashable, Codable {
      case proposed, accepted, conditional, declined, undecided
    }

    /// The party.
    public var party: Case.Actor.ID
    /// The reply; nil if none is on record.
    public var kind: Kind?
    /// The statement that says so; nil if none is on record.
    public var statement: Case.Statement.ID?
    /// When it was said; nil if undated, or if there is no reply.
    public var said: EDTFDate?
  }
}

extension FilteredCase {
  /// The parties' replies to each meeting that someone spoke about, by the newest own words of each;
  /// where no party has replied to a meeting, there is nothing to show for it.
  /// - Complexity: O(statements + meetings × parties).
  func replies() -> [Case.Meeting.ID: [DelegationsView.Reply]] {
    let parties = theCase.header.parties
    var newest: [Case.Meeting.ID: [Case.Actor.ID: (place: Int, kind: DelegationsView.Reply.Kind)]] =
      [:]
    theCase.statements.withUnsafeBufferPointer { statements in
      for place in places(marked: .onMeeting) where facts[place].time == .counts {
        let facts = facts[place]
        guard case .meeting(let meeting)? = statements[place].about, !statements[place].isDoubted,
          let kind = DelegationsView.Reply.Kind(statements[place])
        else { continue }
        let voices = Set(
          statements[place].speaker.flatMap { index.spokenFor(by: $0, on: facts.said) })
        for party in parties where voices.contains(party) {
          if let last = newest[meeting]?[party],
            isLater(last.place, than: place) || kind == .undecided && last.kind != .undecided
          {
            continue
          }
          newest[meeting, default: [:]][party] = (place, kind)
        }
      }
    }
    return newest.mapValues { replies in
      parties.map { party in
        guard let reply = replies[party] else { return .init(party: party) }
        return .init(
          party: party, kind: reply.kind, statement: theCase.statements[reply.place].id,
          said: facts[reply.place].said)
      }
    }
  }

  private func isLater(_ a: Int, than b: Int) -> Bool {
    let (x, y) = (facts[a].said?.ends ?? .min, facts[b].said?.ends ?? .min)
    return x == y ? a > b : x > y
  }
}

extension DelegationsView.Reply.Kind {
  /// Nil for words that are no reply.
  fileprivate init?(_ statement: Case.Statement) {
    switch statement.act {
    case .propose, .demand, .offer: self = .proposed
    case .accept, .commit, .concede, .confirm: self = .accepted
    case .condition: self = .conditional
    case .reject, .withdraw: self = .declined
    case .silent, .takeNote: self = .undecided
    case .state, .assess, .accuse, .deny, .threaten, .ask: return nil
    }
    // What is required first is no part of a refusal.
    if self == .accepted || self == .proposed,
      statement.requires.contains(where: { $0.kind != .trigger })
    {
      self = .conditional
    }
  }
}
