public import CaseModel

/// Collects every date on which something falls due or ends; see ``CalendarView``.
/// - Complexity: O(n log n) in entries and statements.
public func calendar(_ theCase: Case, _ lens: Lens = Lens()) -> CalendarView {
  let ledger = Ledger(FilteredCase(theCase, lens))
  return calendar(
    ledger, offers: offers(ledger, shown: lens.withoutRows),
    meetings: delegations(ledger.filtered).meetings, shown: lens)
}

/// `lens` chooses the rows.
func calendar(
  _ ledger: Ledger, offers: OffersView, meetings: [DelegationsView.Sitting], shown lens: Lens
) -> CalendarView {
  var collector = CalendarCollector(ledger, lens)
  collector.offers = offers
  collector.collect(meetings)
  collector.collectMilestones()
  collector.collectCommitments()
  collector.collect(offers)
  collector.collectEnds()
  collector.collectStatements()
  collector.collectConditions()
  return collector.view
}

/// Gathers the days that each kind of entry names.
struct CalendarCollector {
  let ledger: Ledger
  let filtered: FilteredCase
  private let lens: Lens
  /// Statements whose day is on the calendar already for what they are evidence of: as the day
  /// something is due, and as the last day on which something holds.
  private(set) var coveredDues: Set<Case.Statement.ID> = []
  private(set) var coveredEnds: Set<Case.Statement.ID> = []
  /// Statements that their speaker has taken back by as-of.
  let dropped: Set<Case.Statement.ID>
  /// By what they are about, the places of statements that count, where some milestone has to be
  /// looked up there.
  private let remarks: [Subject: [Int]]
  private var rows: [CalendarView.Entry] = []
  /// Commitments whose own dates are listed, with those dates.
  private(set) var listed: [Case.Commitment.ID: Set<EDTFDate>] = [:]
  var offers: OffersView?
  var withoutDay: [Case.Commitment.ID] = []
  var dueOnEvents: [CommitmentsView.Due] = []
  var leftOut = 0

  init(_ ledger: Ledger, _ lens: Lens) {
    self.ledger = ledger
    self.lens = lens
    let filtered = ledger.filtered
    self.filtered = filtered
    dropped = Set(
      filtered.places(marked: .drops).filter { filtered.facts[$0].time == .counts }
        .flatMap { filtered.theCase.statements[$0].drops })
    let asked = Self.asked(filtered.theCase)
    let pairs =
      asked.isEmpty
      ? []
      : filtered.eachStatement { place, statement -> (Subject, Int)? in
        guard filtered.facts[place].time == .counts, let about = statement.pointee.about,
          !statement.pointee.isDoubted, asked.contains(about)
        else { return nil }
        return (about, place)
      }
    remarks = Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }

  /// What all milestones have looked up in this way.
  static func asked(_ theCase: Case) -> Set<Subject> { Set(theCase.milestones.flatMap(subjects)) }

  /// What is said of these may tell how a milestone went: a limit for several, and what is voted on.
  private static func subjects(_ milestone: Case.Milestone) -> [Subject] {
    // That it was reached may be denied.
    if milestone.reached != nil { return [.milestone(milestone.id)] + voted(milestone) }
    return switch milestone.kind {
    case .deadline: milestone.by.count > 1 ? [.milestone(milestone.id)] : []
    default: voted(milestone)
    }
  }

  private static func voted(_ milestone: Case.Milestone) -> [Subject] {
    milestone.kind == .vote ? milestone.of.map { [$0.subject] } ?? [] : []
  }

  /// The places of statements that count and are about one of those.
  func remarks(on subject: Subject) -> [Int] { remarks[subject] ?? [] }

  var view: CalendarView {
    let order = rows.indices.sorted { a, b in
      let (x, y) = (rows[a].date, rows[b].date)
      if x.earliest != y.earliest { return x.earliest < y.earliest }
      if x.latest != y.latest { return x.latest < y.latest }
      return a < b
    }
    return CalendarView(
      rule: CalendarView.rule, now: filtered.now, rows: order.map { rows[$0] },
      withoutDay: withoutDay, dueOnEvents: dueOnEvents, leftOut: leftOut)
  }

  // MARK: Rows

  /// A row where the lens shows those whom it concerns.
  ///
  /// - Parameters:
  ///   - issue: what it is about; an entry about no issue is left out where issues are chosen.
  ///   - issues: of a package or a text, all that it is about.
  mutating func add(
    _ kind: CalendarView.Kind, _ section: Case.Section, _ id: String, number: Int? = nil,
    _ date: EDTFDate, _ title: String, _ actors: [Case.Actor.ID], _ state: CalendarView.State,
    issue: Case.Issue.ID? = nil, issues: [Case.Issue.ID] = [], settled: EDTFDate? = nil,
    accounts: [CommitmentAccount] = [], denied: [MilestoneDenial] = [],
    isLimit: Bool = false, isProposed: Bool = false, movedFrom: [EDTFDate] = [],
    concerning others: [Case.Actor.ID] = [], _ evidence: Evidence
  ) {
    if section == .commitments {
      listed[Case.Commitment.ID(id), default: []].formUnion([date] + movedFrom)
    }
    if kind.coversDues { coveredDues.formUnion(evidence.statements) }
    // What is to be kept until a day ends with it.
    if kind.coversEnds || (kind == .term && section == .commitments) {
      coveredEnds.formUnion(evidence.statements)
    }
    guard
      lens.issues.isEmpty
        || (issues + [issue].compactMap(\.self)).contains(where: lens.issues.contains),
      concerns(actors + others)
    else { return }
    rows.append(
      .init(
        kind: kind, section: section, id: id, number: number, date: date, isLimit: isLimit,
        title: title, actors: actors, state: state, settled: settled, movedFrom: movedFrom,
        accounts: accounts, denied: denied.isEmpty ? nil : denied, isProposed: isProposed,
        evidence: (filtered.shown(evidence) + denied.map(\.statement)).uniqued,
        basis: evidence.basis))
  }

  private func concerns(_ actors: [Case.Actor.ID]) -> Bool {
    guard !lens.parties.isEmpty, !actors.isEmpty else { return true }
    return actors.contains { actor in
      filtered.index.spokenFor(by: actor, on: nil).contains(where: lens.parties.contains)
    }
  }

  /// Ahead, or gone by with what is given.
  func state(of date: EDTFDate, goneBy: CalendarView.State) -> CalendarView.State {
    filtered.hasPassed(date) ? goneBy : .ahead
  }

  /// That the day was named by as-of: someone had said so, or the day itself has come, before which
  /// a plan for it was made.
  func wasNamed(_ date: EDTFDate, _ evidence: Evidence) -> Bool {
    guard filtered.admitted(evidence) != nil else { return false }
    guard filtered.lens.asOf != nil else { return true }
    if evidence.statements.isEmpty { return filtered.timeClass(date) == .counts }
    let statements = evidence.statements.compactMap { filtered.index.statement($0) }
    let said = statements.filter { filtered.timeClass(filtered.index.said($0)) == .counts }
    if said.isEmpty { return false }
    // Of several words for it one may have named the day only later.
    return said.count == statements.count || filtered.timeClass(date) == .counts
      || said.contains { $0.names(date) }
  }

  // MARK: Meetings, milestones, offers

  mutating func collect(_ meetings: [DelegationsView.Sitting]) {
    for sitting in meetings {
      guard
        let date = sitting.planned ?? (sitting.status == .held ? nil : sitting.date)
      else { continue }
      let meeting = filtered.index.meeting(sitting.meeting)
      let state: CalendarView.State =
        switch sitting.status {
        case .held: sitting.isInSession ? .inSession : .done
        case .notHeld: .missed
        case .planned, .proposed: state(of: date, goneBy: .notReported)
        }
      add(
        .meeting, .meetings, sitting.meeting.raw, date, sitting.title, sitting.host, state,
        settled: sitting.status == .held && !sitting.isInSession ? sitting.date : nil,
        isProposed: sitting.status == .proposed,
        concerning: meeting?.delegations.map(\.party) ?? [],
        Evidence(sitting.evidence, basis: sitting.basis))
    }
  }

  mutating func collect(_ view: OffersView) {
    for offer in view.offers {
      guard let until = offer.until, let first = offer.statements.first else { continue }
      let state: CalendarView.State =
        switch offer.state {
        case .accepted, .signed, .inForce: .done
        case .withdrawn, .replaced: .dropped
        // What all to whom it was made have refused is no longer awaited.
        case .rejected where !offer.isOpen: .dropped
        case .onTheTable, .rejected, .lapsed: state(of: until, goneBy: .ended)
        }
      add(
        .offer, .statements, first.raw, until, offer.title, offer.by, state,
        issues: filtered.index.statement(first).map(filtered.index.issues(of:)) ?? [],
        concerning: offer.answers.map(\.party), Evidence(offer.statements))
    }
  }

  /// What a role ends on, where a limit of the case on that day rests on the same words.
  private func isListed(endOn date: EDTFDate, _ evidence: Evidence) -> Bool {
    rows.contains { row in
      row.kind == .deadline && row.date == date
        && !Set(row.evidence).isDisjoint(with: evidence.statements)
    }
  }

  /// The ends of legal acts and of roles that are not a party's: shown once they have come, or where
  /// all that the record has of them was said by as-of.
  mutating func collectEnds() {
    for act in filtered.theCase.constraints {
      guard let until = act.until, filtered.timeClass(act.issued) != .out,
        filtered.admitted(act.evidence) != nil, filtered.wasKnown(end: until, act.evidence)
      else { continue }
      add(
        .law, .constraints, act.id.raw, until, act.title ?? act.id.raw, act.holders,
        state(of: until, goneBy: .ended), act.evidence)
    }
    for actor in filtered.theCase.actors {
      for (place, role) in actor.roles.enumerated() {
        guard let to = role.to, !to.hasOpenEnd, role.from.map(filtered.timeClass) != .out,
          filtered.admitted(role.evidence) != nil, filtered.wasKnown(end: to, role.evidence),
          !isListed(endOn: to, role.evidence)
        else { continue }
        coveredEnds.formUnion(
          role.evidence.statements.filter { filtered.index.statement($0)?.until?.value == to })
        add(
          .role, .actors, actor.id.raw, number: actor.roles.count > 1 ? place + 1 : nil, to,
          "\(actor.name) as \(role.role.words)", [actor.id], state(of: to, goneBy: .ended),
          role.evidence)
      }
    }
  }
}

extension Case.Statement {
  /// Its words, or what the record makes of them, hold the day.
  fileprivate func names(_ date: EDTFDate) -> Bool {
    if due?.value == date || until?.value == date { return true }
    // "30 June" of "30 June 2026".
    let words = date.words.split(separator: " ").prefix(2).joined(separator: " ")
    return gist.contains(words) || quote.spans.contains { $0.exact?.contains(words) ?? false }
  }
}

extension CalendarView.Kind {
  /// An entry that has the day of the words it rests on as its own.
  fileprivate var coversDues: Bool {
    switch self {
    case .deadline, .vote, .event, .promise, .expectation: true
    case .meeting, .demand, .condition, .threat, .offer, .proposal, .term, .role, .law: false
    }
  }

  fileprivate var coversEnds: Bool { self == .promise || self == .expectation || self == .offer }
}

extension Case.Actor.Role.Name {
  /// The role in English, as a lower-case noun.
  public var words: String {
    switch self {
    case .mediator: "mediator"
    case .facilitator: "facilitator"
    case .host: "host"
    case .guarantor: "guarantor"
    case .observer: "observer"
    case .outside: "outside actor"
    }
  }
}
