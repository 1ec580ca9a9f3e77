public import CaseModel

/// An actor with a role in the talks that is no party's: mediator, facilitator, host, guarantor,
/// observer, outside actor; or one without a recorded role that put something forward.
public struct ThirdParty: Sendable, Hashable, Codable {
  /// The actor.
  public var actor: Case.Actor.ID
  /// The roles begun by as-of, and that of the host of meetings held; empty if none is recorded.
  public var roles: [Role]
  /// What it has offered, proposed, conceded, promised, threatened, asked for or refused and not
  /// withdrawn, what it has accepted of the steps that are its own to take, and what it has set: the
  /// day of a deadline, a meeting, a role. Newest first; of one package or text the newest. Of one that
  /// has done none of this, the last that it said.
  public var offers: [Offer]

  /// A role over a period.
  public struct Role: Sendable, Hashable, Codable {
    /// The role.
    public var role: Case.Actor.Role.Name
    /// The first day of the role; nil if not known.
    public var from: EDTFDate?
    /// The last day of the role; nil while it lasts, and if its end was not known by as-of.
    public var to: EDTFDate?
    /// The statements that support the role.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// What a third party has undertaken, threatened, asked for or refused.
  public struct Offer: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// What the statement does: offer, propose, concede, commit, threaten, demand, set a condition,
    /// reject or accept.
    public var act: Case.Statement.Act
    /// The coder's one-line summary of it.
    public var gist: String
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// The last day on which it is open, or the package that it is about; nil if none was given.
    public var until: EDTFDate?
    /// Whether ``until`` is past.
    public var hasLapsed: Bool
    /// Where it answers what parties had asked for: those parties; otherwise empty.
    public var askedBy: [Case.Actor.ID] = []
  }
}

extension FilteredCase {
  /// Those with a role by as-of, and others that put something forward, in the order of the case.
  /// - Complexity: O(actors + meetings + statements).
  func thirdParties() -> [ThirdParty] {
    var found: [ThirdParty] = []
    var places: [Case.Actor.ID: Int] = [:]
    // A party that mediates or observes is shown with what it proposes as that.
    let parties = self.parties.subtracting(apart.neutral)
    let hosting = hosting()
    let proposing = proposing(besides: parties)
    for actor in theCase.actors where !parties.contains(actor.id) && places[actor.id] == nil {
      var roles = actor.roles.compactMap { third($0) }
      if let host = hosting[actor.id], !roles.contains(where: { $0.role == .host }) {
        roles.append(host)
      }
      guard !roles.isEmpty || proposing.contains(actor.id) else { continue }
      places[actor.id] = found.count
      found.append(ThirdParty(actor: actor.id, roles: roles, offers: []))
    }
    guard !found.isEmpty else { return [] }
    let acts = settingStatements()
    let asked = askedFor(by: parties)
    let dropped = Set(
      self.places(marked: .drops).filter { facts[$0].time == .counts }
        .flatMap { theCase.statements[$0].drops })
    var spoken: [(place: Int, third: Int)] = []
    theCase.statements.withUnsafeBufferPointer { statements in
      for (place, facts) in facts.enumerated() where facts.time == .counts {
        let act = statements[place].act
        let isAnswer = act == .accept
        let isAct = (act == .state || act == .confirm) && acts.contains(statements[place].id)
        guard act.isOffering || act.saysWhereItStands || isAnswer || isAct,
          !statements[place].isDoubted
        else { continue }
        let voices = statements[place].speaker.flatMap { index.spokenFor(by: $0, on: facts.said) }
        let speaking = voices.compactMap { places[$0] }
        let thirds = speaking.count < 2 ? speaking : Set(speaking).sorted()
        guard !thirds.isEmpty else { continue }
        let own = isAnswer ? takers(of: statements[place].about) : []
        for third in thirds {
          // What a party asked of it, it answers, whosever step it is.
          let isAsked =
            isAnswer
            && !answering(statements[place], facts, asked, of: found[third].actor).isEmpty
          if !isAnswer || isAsked || own.contains(found[third].actor) {
            spoken.append((place, third))
          }
        }
      }
    }
    spoken.sort { a, b in
      let (x, y) = (facts[a.place].said?.begins ?? .min, facts[b.place].said?.begins ?? .min)
      return x == y ? a.place < b.place : x > y
    }
    let book = PackageBook(
      self, JoinedTexts(self), speaking: theCase.header.parties + found.map(\.actor))
    var shown = [Set<Subject>](repeating: [], count: found.count)
    for (place, third) in spoken where !dropped.contains(theCase.statements[place].id) {
      let statement = theCase.statements[place]
      if let about = statement.about, about.isPutForwardAsAWhole, statement.act.isOffering {
        guard shown[third].insert(about).inserted else { continue }
      }
      let until =
        statement.until?.value ?? book.place(of: statement).flatMap { book.packages[$0].until }
      var askedBy: [Case.Actor.ID] = []
      if statement.act == .reject || statement.act == .accept {
        // To refuse is to answer all who ask; to accept, only what was asked of the speaker.
        let speaker = statement.act == .accept ? found[third].actor : nil
        askedBy = answering(statement, facts[place], asked, of: speaker).map(\.party).uniqued
      }
      found[third].offers.append(
        .init(
          statement: statement.id, act: statement.act, gist: statement.gist,
          said: facts[place].said, until: until, hasLapsed: until.map(hasPassed) ?? false,
          askedBy: askedBy))
    }
    addLastWords(to: &found, places)
    return found
  }

  /// What a party asked for, and of whom.
  private struct Asked {
    let party: Case.Actor.ID
    let of: [Case.Actor.ID]
    let said: EDTFDate?
  }

  /// By subject, what parties demand or ask for and have not taken back.
  private func askedFor(by parties: Set<Case.Actor.ID>) -> [Subject: [Asked]] {
    var found: [Subject: [Asked]] = [:]
    let places = eachStatement { place, statement -> Int? in
      let isAsked = statement.pointee.act == .demand || statement.pointee.act == .ask
      return isAsked && !statement.pointee.isDoubted && facts[place].time == .counts ? place : nil
    }
    for place in places {
      let (statement, facts) = (theCase.statements[place], facts[place])
      guard let about = statement.about else { continue }
      let voices = statement.speaker.flatMap { index.spokenFor(by: $0, on: facts.said) }
      for party in voices.uniqued where parties.contains(party) {
        let one = Asked(party: party, of: statement.to, said: facts.said)
        found[about, default: []].append(one)
        found[.statement(statement.id), default: []].append(one)
      }
    }
    return found
  }

  /// The earlier demands that a statement answers: on the same subject, or named by it. An acceptance
  /// answers only what was asked of its speaker.
  private func answering(
    _ statement: Case.Statement, _ facts: StatementFacts, _ asked: [Subject: [Asked]],
    of speaker: Case.Actor.ID? = nil
  ) -> [Asked] {
    (statement.about.flatMap { asked[$0] } ?? []).filter { one in
      guard speaker.map({ one.of.contains($0) }) ?? true else { return false }
      guard let said = facts.said, let before = one.said else { return true }
      return !before.isLater(than: said)
    }
  }

  /// The statements on which a deadline, a planned meeting, a legal act or a role rests.
  private func settingStatements() -> Set<Case.Statement.ID> {
    var found: Set<Case.Statement.ID> = []
    for milestone in theCase.milestones where milestone.planned != nil || milestone.due != nil {
      found.formUnion(milestone.evidence.statements)
      found.formUnion(milestone.postponed?.evidence.statements ?? [])
    }
    for act in theCase.constraints { found.formUnion(act.evidence.statements) }
    for role in theCase.actors.flatMap(\.roles) { found.formUnion(role.evidence.statements) }
    return found
  }

  /// Whose step it is, where a statement is about one.
  private func takers(of subject: Subject?) -> Set<Case.Actor.ID> {
    var takers: Set<Case.Actor.ID> = []
    for part in subject?.parts ?? [] {
      switch part {
      case .issue(let id, .options(let options)):
        for option in index.issue(id)?.options ?? [] where options.contains(option.id) {
          takers.formUnion(option.takenBy)
        }
      case .meeting(let id): takers.formUnion(index.meeting(id)?.host ?? [])
      case .draft(let id, _): takers.formUnion(index.draft(id)?.consent ?? [])
      case .commitment(let id): takers.formUnion(index.commitment(id)?.debtors ?? [])
      default: break
      }
    }
    return takers
  }

  /// Nil before it began, and while no one had spoken of it. An end that as-of does not reach is
  /// shown only where it was known.
  private func third(_ role: Case.Actor.Role) -> ThirdParty.Role? {
    // One without dates, on an analyst's word, holds throughout.
    let isUndated = role.from == nil && role.evidence.statements.isEmpty
    guard
      isUndated || holds(role.from, role.evidence) || timeClass(role.from) == .possiblyLater,
      let evidence = admitted(role.evidence)
    else { return nil }
    let to = role.to.flatMap { $0.hasOpenEnd || !wasKnown(end: $0, role.evidence) ? nil : $0 }
    return ThirdParty.Role(
      role: role.role, from: role.from, to: to, evidence: evidence.statements,
      basis: evidence.basis)
  }
}

extension Case.Statement.Act {
  /// It says what its speaker will do, wants or refuses.
  fileprivate var saysWhereItStands: Bool {
    switch self {
    case .commit, .threaten, .demand, .condition, .reject: true
    default: false
    }
  }
}

extension Subject {
  /// A package, or a text.
  fileprivate var isPutForwardAsAWhole: Bool {
    switch self {
    case .together, .draft(_, nil): true
    default: false
    }
  }
}
