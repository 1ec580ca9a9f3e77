public import CaseModel

/// Lists the packages on record and each party's answer; see ``OffersView``.
/// - Complexity: O(statements + offers × answers).
public func offers(_ theCase: Case, _ lens: Lens = Lens()) -> OffersView {
  offers(Ledger(FilteredCase(theCase, lens)), shown: lens)
}

/// `lens` chooses the rows.
func offers(_ ledger: Ledger, shown lens: Lens) -> OffersView {
  var reader = OfferReader(ledger)
  reader.read()
  var found = reader.offers()
  if !lens.parties.isEmpty {
    found.removeAll { offer in
      !(offer.by + offer.answers.map(\.party)).contains(where: lens.parties.contains)
    }
  }
  return OffersView(
    rule: OffersView.rule, offers: found, replies: ledger.filtered.replies(shown: lens))
}

/// Gathers what is said of packages, in one pass.
private struct OfferReader {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let parties: [Case.Actor.ID]
  private var packages: [Package] = []
  private var places: [Key: Int] = [:]

  /// What a package is known by.
  private enum Key: Hashable {
    case draft(Case.Draft.ID)
    case statement(Case.Statement.ID)
    case parts(Set<Subject>)
  }

  private struct Package {
    var draft: Case.Draft.ID?
    var subjects: [Subject]
    var by: [Case.Actor.ID]
    /// To whom it was made, where that was said.
    var to: [Case.Actor.ID]
    var statements: [Case.Statement.ID]
    var date: EDTFDate?
    var until: EDTFDate?
    var isWithdrawn = false
    /// In the order they were given, at most one of each body of a party.
    var answers: [OffersView.Answer] = []

    /// Several parties wrote it: none of them put it to the other.
    func isJoint(among parties: [Case.Actor.ID]) -> Bool {
      draft != nil && by.filter(parties.contains).count > 1
    }

    func hasAnswer(of party: Case.Actor.ID) -> Bool {
      answers.contains { $0.party == party }
    }
  }

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    parties = filtered.theCase.header.parties
  }

  /// Drafts tabled on a day, which need no statement that puts them forward.
  private mutating func readDrafts() {
    for draft in filtered.theCase.drafts {
      let tabled = draft.status.first { status in
        (status.level == .tabled || status.level == .proposed)
          && filtered.holds(status.date ?? draft.date, status.evidence)
      }
      guard let tabled else { continue }
      places[.draft(draft.id)] = packages.count
      packages.append(
        Package(
          draft: draft.id, subjects: subjects(of: draft.id), by: draft.by, to: draft.to,
          statements: filtered.shown(tabled.evidence), date: tabled.date ?? draft.date,
          until: nil))
    }
  }

  mutating func read() {
    readDrafts()
    let statements = filtered.theCase.statements
    let order = statements.indices.filter { filtered.facts[$0].time.isEvidence }.sorted { a, b in
      let (x, y) = (filtered.facts[a].said?.ends ?? .min, filtered.facts[b].said?.ends ?? .min)
      return x == y ? a < b : x < y
    }
    for place in order {
      let statement = statements[place]
      if statement.isDoubted { continue }
      switch statement.about {
      case .draft(let id, nil)?: note(statement, at: place, .draft(id), subjects(of: id), id)
      case .together(let parts)?:
        note(statement, at: place, .parts(Set(parts)), parts, nil)
      case .statement(let id)?:
        // To deny that something was said or answered is to answer nothing.
        guard let package = places[.statement(id)],
          statement.act != .deny || statement.stance != nil
        else { continue }
        answer(statement, at: place, package)
      default: continue
      }
    }
  }

  private func subjects(of draft: Case.Draft.ID) -> [Subject] {
    filtered.index.draft(draft)?.clauses.compactMap(\.about) ?? []
  }

  private mutating func note(
    _ statement: Case.Statement, at place: Int, _ key: Key, _ subjects: [Subject],
    _ draft: Case.Draft.ID?
  ) {
    let speakers = voices(statement, at: place)
    // Words to one's own side, or of officials not named, put nothing on the table.
    if speakers.isEmpty, statement.via.isEmpty { return }
    let puts = statement.act == .offer || statement.act == .propose
    if puts, places[key].map({ packages[$0].by.isEmpty }) ?? true {
      places[key] = packages.count
      places[.statement(statement.id)] = packages.count
      packages.append(
        Package(
          draft: draft, subjects: subjects, by: speakers, to: addressees(statement, at: place),
          statements: [statement.id],
          date: filtered.facts[place].said, until: statement.until?.value))
      return
    }
    guard let package = places[key] else { return }
    places[.statement(statement.id)] = package
    if puts, speakers.contains(where: packages[package].by.contains) {
      packages[package].statements = (packages[package].statements + [statement.id]).uniqued
      packages[package].until = statement.until?.value ?? packages[package].until
      packages[package].isWithdrawn = false
    } else {
      answer(statement, at: place, package)
    }
  }

  /// The parties a statement is made to, those that speak for them included; empty where it does not
  /// say.
  private func addressees(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
    let all = Set(ledger.table.parties)
    let said = filtered.facts[place].said
    return statement.to.flatMap { actor in
      filtered.index.spokenFor(by: actor, on: said).filter(all.contains)
    }.uniqued
  }

  /// The parties whose own words it is.
  private func voices(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
    let said = filtered.facts[place].said
    let all = Set(ledger.table.parties)
    return statement.speaker.flatMap { speaker in
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      if voices.contains(where: all.contains) { return voices.filter(all.contains) }
      return filtered.index.actor(speaker)?.kind == .unnamed ? [] : [speaker]
    }.uniqued.filter { party in
      filtered.voices.nearness(
        of: statement, for: party, speakers: statement.speaker, parties: all
      ).voice == .own
    }
  }

  private mutating func answer(_ statement: Case.Statement, at place: Int, _ package: Int) {
    for party in voices(statement, at: place) {
      if packages[package].by.contains(party) {
        if statement.act == .withdraw { packages[package].isWithdrawn = true }
        if !packages[package].isJoint(among: parties) { continue }
      }
      guard let stance = statement.stanceRead else { continue }
      let body = body(of: statement, at: place, in: party)
      // Words for the whole party take the place of what its bodies had said.
      packages[package].answers.removeAll {
        $0.party == party && (body == nil || $0.body == body)
      }
      packages[package].answers.append(
        .init(
          party: party, body: body, act: statement.act, conditions: conditions(statement),
          stance: stance, date: filtered.facts[place].said, statements: [statement.id]))
    }
  }

  /// The body of `party` that speaks, or for which the speaker does; nil for the party as a whole.
  private func body(
    of statement: Case.Statement, at place: Int, in party: Case.Actor.ID
  ) -> Case.Actor.ID? {
    let said = filtered.facts[place].said
    for speaker in statement.speaker {
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      guard speaker != party, voices.contains(party) else { continue }
      let body = ([speaker] + voices).first { actor in
        filtered.index.actor(actor).map { $0.partOf.contains(party) && $0.kind != .person } ?? false
      }
      if let body { return body }
    }
    return nil
  }

  private func conditions(_ statement: Case.Statement) -> [String] {
    statement.standingRequirements.map { requirement in
      let step = requirement.step.title(filtered.index)
      return requirement.kind == .exchange ? "in exchange for: \(step)" : "if first: \(step)"
    }
  }

  /// The newest first.
  /// - Complexity: O(offers × subjects), and for each the later ones of its party on its subjects.
  func offers() -> [OffersView.Offer] {
    let ends = packages.map { $0.date?.ends ?? .min }
    let order = packages.indices.sorted { a, b in (ends[b], b) < (ends[a], a) }
    // By party and issue, the subjects of its later packages that hold the issue.
    var later: [PartyIssue: [Set<Case.Issue.ID>]] = [:]
    return order.map { place in
      let package = packages[place]
      let own = Set(package.subjects.compactMap(\.issue))
      let keys = package.by.flatMap { party in own.sorted().map { PartyIssue(party, $0) } }
      let isReplaced = package.by.contains { party in
        let all = own.sorted().map { later[PartyIssue(party, $0)] ?? [] }
        return all.min { $0.count < $1.count }?.contains { own.isSubset(of: $0) } ?? false
      }
      // Of one party's packages those with no more than a later one say nothing of earlier ones.
      if !isReplaced { for key in keys { later[key, default: []].append(own) } }
      return offer(package, isReplaced: isReplaced)
    }
  }

  private struct PartyIssue: Hashable {
    let party: Case.Actor.ID
    let issue: Case.Issue.ID

    init(_ party: Case.Actor.ID, _ issue: Case.Issue.ID) {
      (self.party, self.issue) = (party, issue)
    }
  }

  /// The parties whose answer is awaited: those it was addressed to, else those whom its issues
  /// concern, else all; and those who have answered.
  private func asked(_ package: Package) -> [Case.Actor.ID] {
    let all = Set(parties)
    let addressed = Set(package.to.map { filtered.principal(of: $0, among: all) })
      .intersection(all)
    let concerned = Set(
      Set(package.subjects.compactMap(\.issue)).compactMap { filtered.index.issue($0) }.flatMap {
        issue in
        issue.parties.isEmpty ? parties : issue.parties
      }
    ).intersection(all)
    let asked = !addressed.isEmpty ? addressed : concerned.isEmpty ? all : concerned
    return parties.filter { party in
      let isAsked = asked.contains(party) || package.hasAnswer(of: party)
      return isAsked && (!package.by.contains(party) || package.isJoint(among: parties))
    }
  }

  /// A package without a name is known by what it holds.
  private func title(_ package: Package) -> String {
    let parts = package.subjects.map { $0.title(filtered.index) }
    let more = parts.count > 2 ? "; and \(parts.count - 2) more" : ""
    return "Package: \(parts.prefix(2).joined(separator: "; "))\(more)"
  }

  private func offer(_ package: Package, isReplaced: Bool) -> OffersView.Offer {
    let draft = package.draft.flatMap { filtered.index.draft($0) }
    let made = package.to.filter { !package.by.contains($0) }
    let writers = package.isJoint(among: parties) ? package.by.filter(parties.contains) : []
    let asked = (writers + (made.isEmpty ? self.asked(package) : made)).uniqued
    let consenting = (draft?.consent ?? []).filter { !package.by.contains($0) }
    let others = (asked + consenting + package.answers.map(\.party).sorted()).uniqued
    let answers = others.flatMap { self.answers(of: $0, to: package) }
    let clauses = draft.map { filtered.clauses(of: $0) } ?? []
    let isAgreed = draft.flatMap { filtered.status(of: $0) }?.level == .agreed
    let state: OffersView.State =
      if let draft, filtered.signed(draft) != nil {
        .signed
      } else if package.isWithdrawn {
        .withdrawn
      } else if isAgreed
        || (!answers.isEmpty
          && answers.allSatisfy { $0.stance == .for || !asked.contains($0.party) })
      {
        // What all accepted no longer runs out.
        .accepted
      } else if package.until.map(filtered.hasPassed) ?? false {
        .lapsed
      } else if isReplaced {
        .replaced
      } else if answers.contains(where: { $0.stance == .against }) {
        .rejected
      } else {
        .onTheTable
      }
    return OffersView.Offer(
      draft: package.draft, statements: package.statements,
      title: draft?.title ?? draft?.id.raw ?? title(package), by: package.by,
      date: package.date, until: package.until,
      parts: clauses.isEmpty
        ? package.subjects.map { $0.title(filtered.index) }
        : clauses.map { $0.words(filtered.index) },
      clauses: clauses, answers: answers, state: state)
  }

  /// A party's answer; where its bodies gave different ones, each of theirs.
  private func answers(
    of party: Case.Actor.ID, to package: Package
  ) -> [OffersView.Answer] {
    let given = package.answers.filter { $0.party == party }
    if Set(given.map(\.stance)).count > 1 { return given }
    guard var newest = given.last else {
      return [
        .init(
          party: party, body: nil, act: nil, conditions: [], stance: nil, date: nil, statements: [])
      ]
    }
    newest.body = nil
    return [newest]
  }
}
