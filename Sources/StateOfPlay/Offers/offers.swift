public import CaseModel

/// Packages on record and each party's answer; see ``OffersView``.
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
  return OffersView(rule: OffersView.rule, offers: found)
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
    var statements: [Case.Statement.ID]
    var date: EDTFDate?
    var until: EDTFDate?
    var isWithdrawn = false
    var answers: [Case.Actor.ID: OffersView.Answer] = [:]
  }

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    parties = filtered.theCase.header.parties
  }

  mutating func read() {
    let statements = filtered.theCase.statements
    let order = statements.indices.filter { filtered.facts[$0].time.isHeard }.sorted { a, b in
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
        guard let package = places[.statement(id)] else { continue }
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
    let puts = statement.act == .offer || statement.act == .propose
    if puts, places[key].map({ packages[$0].by.isEmpty }) ?? true {
      places[key] = packages.count
      places[.statement(statement.id)] = packages.count
      packages.append(
        Package(
          draft: draft, subjects: subjects, by: speakers, statements: [statement.id],
          date: filtered.facts[place].said, until: statement.until?.value))
      return
    }
    guard let package = places[key] else { return }
    places[.statement(statement.id)] = package
    if puts, speakers.contains(where: packages[package].by.contains) {
      packages[package].statements.append(statement.id)
      packages[package].until = statement.until?.value ?? packages[package].until
      packages[package].isWithdrawn = false
    } else {
      answer(statement, at: place, package)
    }
  }

  /// The parties whose own words it is.
  private func voices(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
    let said = filtered.facts[place].said
    let all = Set(ledger.table.parties)
    return statement.speaker.flatMap { speaker in
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      return voices.contains(where: all.contains) ? voices.filter(all.contains) : [speaker]
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
        continue
      }
      guard let stance = statement.stanceRead else { continue }
      packages[package].answers[party] = .init(
        party: party, stance: stance, date: filtered.facts[place].said,
        statements: [statement.id])
    }
  }

  /// The newest first.
  func offers() -> [OffersView.Offer] {
    packages.indices.reversed().map { offer(packages[$0], isReplaced: isReplaced($0)) }
  }

  private func issues(_ package: Package) -> Set<Case.Issue.ID> {
    Set(package.subjects.compactMap(\.issue))
  }

  private func isReplaced(_ place: Int) -> Bool {
    let own = issues(packages[place])
    return packages[(place + 1)...].contains { later in
      !Set(later.by).isDisjoint(with: packages[place].by) && !own.isEmpty
        && own.isSubset(of: issues(later))
    }
  }

  private func offer(_ package: Package, isReplaced: Bool) -> OffersView.Offer {
    let draft = package.draft.flatMap { filtered.index.draft($0) }
    let others = parties.filter { !package.by.contains($0) }
    let answers = others.map { party in
      package.answers[party]
        ?? OffersView.Answer(party: party, stance: nil, date: nil, statements: [])
    }
    let state: OffersView.State =
      if package.isWithdrawn {
        .withdrawn
      } else if package.until.map(filtered.hasPassed) ?? false {
        .lapsed
      } else if isReplaced {
        .replaced
      } else if answers.contains(where: { $0.stance == .against }) {
        .rejected
      } else if !answers.isEmpty, answers.allSatisfy({ $0.stance == .for }) {
        .accepted
      } else {
        .onTheTable
      }
    return OffersView.Offer(
      draft: package.draft, statements: package.statements,
      title: draft?.title ?? draft?.id.raw ?? "Offered together", by: package.by,
      date: package.date, until: package.until,
      parts: package.subjects.map { $0.title(filtered.index) }, answers: answers, state: state)
  }
}
