public import CaseModel

/// An actor that is no party but whose consent an agreement needs (Tsebelis, "Veto Players", 2002),
/// with its statements.
public struct VetoPlayer: Sendable, Hashable, Codable {
  /// The actor, or the principal it acts for.
  public var actor: Case.Actor.ID
  /// What needs its consent; never empty.
  public var consents: [Consent]
  /// Its positions on the issues, in the order of the case. An issue on which its consent is needed
  /// by name is listed even without evidence.
  public var words: [Words]
  /// What those who belong to it and do not speak for it say in their own name, and it does not
  /// itself; nil if there are none.
  public var members: [MemberWords]?
  /// What they answer to a package or text as a whole; nil if there are none.
  public var memberAnswers: [PositionsView.MemberAnswer]?

  /// What a member says on one issue.
  public struct MemberWords: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// The member with its words.
    public var member: PositionsView.Member
  }

  /// What needs consent: the whole settlement, one issue, or a draft.
  public struct Consent: Sendable, Hashable, Codable {
    /// What needs consent.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case everything, issue, draft
    }

    /// What needs consent.
    public var kind: Kind
    /// The id of the issue or draft; empty for the whole settlement.
    public var id: String
    /// The title of the case, issue or draft.
    public var title: String
  }

  /// A veto player's position on one issue.
  public struct Words: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// The position, read as a party's is.
    public var cell: PositionsView.Cell
  }
}

extension PositionsView {
  /// Those whose consent the case, an issue or a draft needs, in the order of the case. One that is a
  /// party, or speaks for one, is asked as that party.
  ///
  /// - Complexity: O(actors to consent × (issues + members)).
  static func vetoPlayers(
    _ ledger: Ledger, _ outlook: StepOutlook, _ blocs: BlocMembers, shown lens: Lens
  ) -> [VetoPlayer] {
    let filtered = ledger.filtered
    let theCase = filtered.theCase
    let parties = Set(ledger.table.parties.prefix(ledger.table.shown))
    var players: [VetoPlayer] = []
    var named: [Case.Actor.ID: Set<Case.Issue.ID>] = [:]
    func add(_ actor: Case.Actor.ID, _ consent: VetoPlayer.Consent, _ issues: [Case.Issue.ID]) {
      let principal = filtered.principal(of: actor, among: Set(ledger.table.parties))
      guard !parties.contains(principal),
        lens.parties.isEmpty || lens.parties.contains(principal) || lens.parties.contains(actor)
      else { return }
      named[principal, default: []].formUnion(issues)
      if let place = players.firstIndex(where: { $0.actor == principal }) {
        if !players[place].consents.contains(consent) { players[place].consents.append(consent) }
      } else {
        players.append(.init(actor: principal, consents: [consent], words: []))
      }
    }
    for actor in theCase.header.consent {
      add(actor, .init(kind: .everything, id: "", title: theCase.header.title), [])
    }
    for issue in theCase.issues where issue.kind == .negotiable {
      for actor in issue.consent {
        add(actor, .init(kind: .issue, id: issue.id.raw, title: issue.title), [issue.id])
      }
    }
    for draft in theCase.drafts {
      guard filtered.timeClass(draft.date) != .out, filtered.admitted(draft.evidence) != nil else {
        continue
      }
      for actor in draft.consent {
        add(
          actor, .init(kind: .draft, id: draft.id.raw, title: draft.title ?? draft.id.raw),
          draft.clauses.flatMap(\.subjects).compactMap(\.issue))
      }
    }
    for (row, statements) in ledger.table.rows.enumerated()
    where lens.issues.isEmpty || lens.issues.contains(statements.issue.id) {
      let builder = CellBuilder(ledger, row, outlook)
      for place in players.indices {
        guard let party = ledger.table.place(of: players[place].actor) else { continue }
        let isNamed = named[players[place].actor]?.contains(statements.issue.id) ?? false
        let cell = builder.cell(party, concerned: true)
        let members = blocs.members(of: row, [cell]) ?? []
        if !members.isEmpty {
          players[place].members =
            (players[place].members ?? [])
            + members.map {
              .init(issue: statements.issue.id, title: statements.issue.title, member: $0)
            }
        }
        guard isNamed || !cell.isEmpty || !cell.statements.isEmpty else { continue }
        players[place].words.append(
          .init(issue: statements.issue.id, title: statements.issue.title, cell: cell))
      }
    }
    for answer in blocs.answers(within: players.map(\.actor), on: lens.issues) {
      guard let place = players.firstIndex(where: { $0.actor == answer.party }) else { continue }
      players[place].memberAnswers = (players[place].memberAnswers ?? []) + [answer]
    }
    return players
  }

  /// All whose consent is asked for.
  static func asked(_ theCase: Case) -> [Case.Actor.ID] {
    (theCase.header.consent + theCase.issues.flatMap(\.consent)
      + theCase.drafts.flatMap(\.consent)).uniqued
  }

  /// All whose consent is asked for, or for whom they speak.
  static func consenting(_ ledger: Ledger) -> [Case.Actor.ID] {
    let filtered = ledger.filtered
    let parties = Set(ledger.table.parties)
    return asked(filtered.theCase).map { filtered.principal(of: $0, among: parties) }.uniqued
  }
}
