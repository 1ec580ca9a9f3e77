internal import CaseModel

/// The packages on record by as-of, each with what every party answered and how it ended: the one
/// account from which offers, positions and conditions are read, so that they cannot differ.
struct PackageBook {
  /// A draft, or several subjects put forward together.
  struct Package: Equatable {
    var draft: Case.Draft.ID?
    var subjects: [Subject]
    var by: [Case.Actor.ID]
    /// To whom it was made, where that was said.
    var to: [Case.Actor.ID]
    var statements: [Case.Statement.ID]
    var date: EDTFDate?
    /// The last day on which it is open, by the words of those who put it forward.
    var until: EDTFDate?
    /// A later last day that others report.
    var reported: Reported?
    var withdrawal: Withdrawal?
    /// The later package of the same party that took its place.
    var replacedBy: Int?
    /// The status of its text is *ended*.
    var ended: Case.Draft.Status?
    /// At some time while it was open all to whom it was made had accepted it.
    var wasAccepted = false
    /// Of statements that take it with a condition, the day on which the last of what they ask for came
    /// about; of those whose conditions are all met.
    var met: [Case.Statement.ID: EDTFDate?] = [:]
    /// In the order they were given, at most one of each body of a party.
    var answers: [OffersView.Answer] = []

    struct Reported: Equatable {
      let until: EDTFDate
      let by: [Case.Actor.ID]
    }

    struct Withdrawal: Equatable {
      let date: EDTFDate?
      let statement: Case.Statement.ID
    }

    /// Several parties wrote it: none of them put it to the other.
    func isJoint(among parties: [Case.Actor.ID]) -> Bool {
      draft != nil && by.filter(parties.contains).count > 1
    }

    func hasAnswer(of party: Case.Actor.ID) -> Bool {
      answers.contains { $0.party == party }
    }
  }

  private(set) var filtered: FilteredCase
  private let speaking: Set<Case.Actor.ID>
  let parties: [Case.Actor.ID]
  var packages: [Package] = []
  /// Texts signed, agreed or put in force by as-of.
  let settlements: [Settlement]
  private(set) var joined: JoinedTexts
  fileprivate(set) var places: [Key: Int] = [:]

  /// Read when it is first asked for.
  var events: DoneSteps?

  /// - Parameter speaking: all whose words are read as a party's.
  /// - Complexity: O(n log n) in the statements about packages, and for each answer the parties.
  init(_ filtered: FilteredCase, _ joined: JoinedTexts, speaking: [Case.Actor.ID]) {
    self.filtered = filtered
    self.joined = joined
    self.speaking = Set(speaking)
    parties = filtered.theCase.header.parties
    settlements = Self.settlements(filtered, joined)
    readDrafts()
    readStatements()
    readVotes()
    let next = Self.replacements(packages)
    for place in packages.indices {
      packages[place].replacedBy = next[place]
      packages[place].ended = packages[place].draft.flatMap { filtered.index.draft($0) }
        .flatMap { filtered.ended($0) }
    }
  }

  /// The same where no more of the ledger is wanted.
  init(_ filtered: FilteredCase) {
    self.init(
      filtered, JoinedTexts(filtered), speaking: PartyStatementTable.parties(filtered).parties)
  }

  /// The same, read by way of `filtered`.
  func reading(_ filtered: FilteredCase) -> PackageBook {
    var book = self
    (book.filtered, book.events) = (filtered, nil)
    return book
  }

  /// The same in a case in which other statements stand elsewhere.
  func moved(by edit: StatementEdit) -> PackageBook {
    if edit.keepsPlaces { return self }
    var book = self
    book.joined = joined.moved(by: edit)
    return book
  }

  /// All packages are as they are there, and are known by the same.
  func isSame(as other: PackageBook) -> Bool {
    packages == other.packages && settlements == other.settlements && places == other.places
  }

  /// The package that a statement puts forward or answers.
  func place(of statement: Case.Statement) -> Int? {
    if packages.isEmpty { return nil }
    return places[.statement(statement.id)] ?? key(of: statement.about).flatMap { places[$0] }
  }

  private func key(of subject: Subject?) -> Key? {
    switch subject {
    case .draft(let id, nil)?: .draft(id)
    case .together(let parts)?: .parts(Set(parts))
    case .statement(let id)?: .statement(id)
    default: nil
    }
  }

  // MARK: Reading

  private static func settlements(
    _ filtered: FilteredCase, _ joined: JoinedTexts
  ) -> [Settlement] {
    filtered.theCase.drafts.flatMap { draft in
      let settled = filtered.settled(draft)
      let issues = Set(settled.flatMap(\.subjects).compactMap(\.issue))
      func settlement(
        _ by: [Case.Actor.ID], _ date: EDTFDate?, _ evidence: Evidence
      ) -> Settlement? {
        guard let date, filtered.holds(date, evidence) else { return nil }
        let by = by.flatMap { filtered.index.spokenFor(by: $0, on: date) }
        return Settlement(
          draft: draft.id, by: Set(by), date: date, issues: issues, evidence: evidence)
      }
      let signed = draft.signed.compactMap { settlement($0.by, $0.date, $0.evidence) }
      let agreed = draft.status.filter { $0.level == .agreed }.compactMap {
        settlement(draft.by + draft.to, $0.date, $0.evidence)
      }
      let inForce = draft.status.filter { $0.level == .inForce }.compactMap {
        settlement(joined.parties(to: draft.id).sorted(), $0.date, $0.evidence)
      }
      return signed + agreed + inForce
    }
  }

  /// Drafts tabled on a day, which need no statement that puts them forward; and texts agreed or signed,
  /// which must have been put forward on some day.
  private mutating func readDrafts() {
    for draft in filtered.theCase.drafts {
      let held = draft.status.filter { filtered.holds($0.date ?? draft.date, $0.evidence) }
      let tabled = held.first { $0.level == .tabled || $0.level == .proposed }
      let concluded = held.first { $0.level == .agreed } ?? held.first { $0.level != .ended }
      let signed = filtered.signed(draft)
      guard
        let (date, evidence) = tabled.map({ ($0.date ?? draft.date, $0.evidence) })
          ?? concluded.map({ ($0.date ?? draft.date, $0.evidence) })
          ?? signed.map({ ($0.date ?? draft.date, $0.evidence) })
      else { continue }
      places[.draft(draft.id)] = packages.count
      packages.append(
        Package(
          draft: draft.id, subjects: subjects(of: draft.id), by: draft.by, to: draft.to,
          statements: filtered.shown(evidence), date: date, until: nil))
    }
  }

  private mutating func readStatements() {
    let statements = filtered.theCase.statements
    let meant = filtered.places(marked: [.onText, .onWords]).filter { place in
      filtered.facts[place].time.isEvidence && key(of: statements[place].about) != nil
        && !statements[place].isDoubted
    }
    let order = meant.sorted { a, b in
      let (x, y) = (filtered.facts[a].said?.ends ?? .min, filtered.facts[b].said?.ends ?? .min)
      return x == y ? a < b : x < y
    }
    for place in order {
      let statement = statements[place]
      switch statement.about {
      case .draft(let id, nil)?: note(statement, at: place, .draft(id), subjects(of: id), id)
      case .together(let parts)?:
        note(statement, at: place, .parts(Set(parts)), parts, nil)
      case .statement(let id)?:
        // To deny that something was said or answered is to answer nothing.
        guard let package = places[.statement(id)],
          statement.act != .deny || statement.stance != nil
        else { continue }
        places[.statement(statement.id)] = package
        answer(statement, at: place, package)
      default: continue
      }
    }
  }

  /// A vote on a text is the answer of those who vote.
  private mutating func readVotes() {
    for vote in filtered.theCase.milestones {
      guard case .draft(let id)? = vote.of, let package = places[.draft(id)] else { continue }
      for outcome in filtered.outcomes(of: vote) {
        for party in vote.by.map({ filtered.principal(of: $0, among: speaking) }).uniqued {
          packages[package].answers.removeAll { $0.party == party }
          packages[package].answers.append(
            .init(
              party: party, body: nil, act: outcome.accepts ? .accept : .reject, conditions: [],
              stance: outcome.accepts ? .for : .against, date: outcome.date,
              statements: outcome.evidence))
        }
      }
    }
  }

  private func subjects(of draft: Case.Draft.ID) -> [Subject] {
    filtered.index.draft(draft)?.clauses.flatMap(\.subjects) ?? []
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
    guard puts, !statement.speaker.isEmpty else { return answer(statement, at: place, package) }
    if speakers.contains(where: packages[package].by.contains) {
      packages[package].statements = (packages[package].statements + [statement.id]).uniqued
      packages[package].until = statement.until?.value ?? packages[package].until
      packages[package].withdrawal = nil
      accept(package)
    } else if let until = statement.until?.value, isReport(statement, at: place, of: package) {
      packages[package].reported = .init(until: until, by: statement.via)
    } else {
      answer(statement, at: place, package)
    }
  }

  /// Others report that those who put the package forward did so again.
  private func isReport(_ statement: Case.Statement, at place: Int, of package: Int) -> Bool {
    statement.speaker.contains { speaker in
      packages[package].by.contains(speaker)
        || filtered.index.spokenFor(by: speaker, on: filtered.facts[place].said)
          .contains(where: packages[package].by.contains)
    }
  }

  /// The parties a statement is made to, those that speak for them included; empty where it does not
  /// say.
  private func addressees(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
    let said = filtered.facts[place].said
    return statement.to.flatMap { actor in
      filtered.index.spokenFor(by: actor, on: said).filter(speaking.contains)
    }.uniqued
  }

  /// The parties whose own words it is.
  func voices(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
    let said = filtered.facts[place].said
    return statement.speaker.flatMap { speaker in
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      if voices.contains(where: speaking.contains) { return voices.filter(speaking.contains) }
      // Who speaks for one that is no party answers for it.
      return filtered.index.actor(speaker)?.kind == .unnamed ? [] : [voices.last ?? speaker]
    }.uniqued.filter { party in
      filtered.voices.nearness(
        of: statement, for: party, speakers: statement.speaker, parties: speaking
      ).voice == .own
    }
  }
}
