internal import CaseModel

/// The packages on record by as-of, each with what every party answered and how it ended: the one
/// account from which offers, positions and conditions are read, so that they cannot differ.
struct PackageBook {
  /// A draft, or several subjects put forward together.
  struct Package {
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
    var reported: (until: EDTFDate, by: [Case.Actor.ID])?
    var withdrawal: Withdrawal?
    /// The later package of the same party that took its place.
    var replacedBy: Int?
    /// The status of its text is *ended*.
    var ended: Case.Draft.Status?
    /// At some time while it was open all to whom it was made had accepted it.
    var wasAccepted = false
    /// In the order they were given, at most one of each body of a party.
    var answers: [OffersView.Answer] = []

    struct Withdrawal {
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

  let filtered: FilteredCase
  private let speaking: Set<Case.Actor.ID>
  let parties: [Case.Actor.ID]
  private(set) var packages: [Package] = []
  /// Texts signed by as-of.
  let signings: [Signing]
  private var places: [Key: Int] = [:]

  /// A signature under a text.
  struct Signing {
    let draft: Case.Draft.ID
    let by: Set<Case.Actor.ID>
    let date: EDTFDate
    /// What its agreed clauses settle.
    let issues: Set<Case.Issue.ID>
  }

  /// What a package is known by.
  private enum Key: Hashable {
    case draft(Case.Draft.ID)
    case statement(Case.Statement.ID)
    case parts(Set<Subject>)
  }

  /// - Parameter speaking: all whose words are read as a party's.
  /// - Complexity: O(n log n) in the statements about packages, and for each answer the parties.
  init(_ filtered: FilteredCase, speaking: [Case.Actor.ID]) {
    self.filtered = filtered
    self.speaking = Set(speaking)
    parties = filtered.theCase.header.parties
    signings = Self.signings(filtered)
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

  private static func signings(_ filtered: FilteredCase) -> [Signing] {
    filtered.theCase.drafts.flatMap { draft in
      let settled = draft.clauses.filter { $0.status == .agreed || $0.status == .provisional }
      let issues = Set(settled.compactMap(\.about?.issue))
      return draft.signed.compactMap { signing -> Signing? in
        guard let date = signing.date, filtered.holds(date, signing.evidence) else { return nil }
        let by = signing.by.flatMap { filtered.index.spokenFor(by: $0, on: date) }
        return Signing(draft: draft.id, by: Set(by), date: date, issues: issues)
      }
    }
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

  private mutating func readStatements() {
    let statements = filtered.theCase.statements
    let meant = statements.withUnsafeBufferPointer { statements in
      statements.indices.filter { place in
        filtered.facts[place].time.isEvidence && key(of: statements[place].about) != nil
          && !statements[place].isDoubted
      }
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
    guard puts, !statement.speaker.isEmpty else { return answer(statement, at: place, package) }
    if speakers.contains(where: packages[package].by.contains) {
      packages[package].statements = (packages[package].statements + [statement.id]).uniqued
      packages[package].until = statement.until?.value ?? packages[package].until
      packages[package].withdrawal = nil
      accept(package)
    } else if let until = statement.until?.value, isReport(statement, at: place, of: package) {
      packages[package].reported = (until, statement.via)
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
  private func voices(_ statement: Case.Statement, at place: Int) -> [Case.Actor.ID] {
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

  private mutating func answer(_ statement: Case.Statement, at place: Int, _ package: Int) {
    for party in voices(statement, at: place) {
      if packages[package].by.contains(party) {
        if statement.act == .withdraw {
          packages[package].withdrawal = .init(
            date: filtered.facts[place].said, statement: statement.id)
        }
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
      if stance == .for { accept(package) }
    }
  }

  /// Notes that all have accepted, where they have and it was open.
  private mutating func accept(_ place: Int) {
    if packages[place].wasAccepted || !isAcceptedByAll(packages[place]) { return }
    packages[place].wasAccepted = packages[place].answers.allSatisfy { answer in
      guard let until = packages[place].until, let date = answer.date else { return true }
      return date.begins <= until.ends
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
        filtered.index.actor(actor).map { $0.isBody(of: party) } ?? false
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
}
