public import CaseModel

/// Lists the packages on record and each party's answer; see ``OffersView``.
/// - Complexity: O(statements + offers × answers).
public func offers(_ theCase: Case, _ lens: Lens = Lens()) -> OffersView {
  offers(Ledger(FilteredCase(theCase, lens)), shown: lens)
}

/// `lens` chooses the rows.
func offers(_ ledger: Ledger, shown lens: Lens) -> OffersView {
  var found = OfferReader(ledger).offers()
  if !lens.parties.isEmpty {
    found.removeAll { offer in
      !(offer.by + offer.answers.map(\.party)).contains(where: lens.parties.contains)
    }
  }
  return OffersView(rule: OffersView.rule, offers: found)
}

/// Makes the offers out of the packages on record.
private struct OfferReader {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let book: PackageBook

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
    readVotes()
  }

  /// A vote on a text is the answer of those who vote.
  private mutating func readVotes() {
    let all = Set(ledger.table.parties)
    for vote in filtered.theCase.milestones {
      guard case .draft(let id)? = vote.of, let package = places[.draft(id)] else { continue }
      for outcome in filtered.outcomes(of: vote) {
        for party in vote.by.map({ filtered.principal(of: $0, among: all) }).uniqued {
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
  func offers() -> [OffersView.Offer] {
    let ends = book.packages.map { $0.date?.ends ?? .min }
    return book.packages.indices.sorted { a, b in (ends[b], b) < (ends[a], a) }.map { offer($0) }
  }

  /// A package without a name is known by what it holds.
  private func title(_ package: PackageBook.Package) -> String {
    let parts = package.subjects.map { $0.title(filtered.index) }
    let more = parts.count > 2 ? "; and \(parts.count - 2) more" : ""
    return "Package: \(parts.prefix(2).joined(separator: "; "))\(more)"
  }

  private func offer(_ place: Int) -> OffersView.Offer {
    let package = book.packages[place]
    let draft = package.draft.flatMap { filtered.index.draft($0) }
    let asked = book.asked(package)
    let consenting = (draft?.consent ?? []).filter { !package.by.contains($0) }
    let others = (asked + consenting + package.answers.map(\.party).sorted()).uniqued
    let clauses = draft.map { filtered.clauses(of: $0) } ?? []
    let answers = others.flatMap { book.answers(of: $0, to: package) }.map { answer in
      var answer = answer
      if answer.stance == nil { answer.onParts = onParts(answer.party, package) }
      return answer
    }
    var state = book.state(place)
    if state.mayEnd, hasMovedOn(place) { state = .replaced }
    return OffersView.Offer(
      draft: package.draft, statements: package.statements,
      title: draft?.title ?? draft?.id.raw ?? title(package), by: package.by,
      date: package.date, until: package.until,
      reportedUntil: package.reported.map { .init(until: $0.until, by: $0.by) },
      parts: clauses.isEmpty
        ? package.subjects.map { $0.title(filtered.index) }
        : clauses.map { $0.words(filtered.index) },
      clauses: clauses, answers: answers, state: state,
      isOpen: state.mayEnd
        && answers.contains {
          asked.contains($0.party) && $0.stance != .against && $0.stance != .for
        })
  }

  /// What the party has said since, itself and not of a package, on the subjects of the parts.
  private func onParts(
    _ party: Case.Actor.ID, _ package: PackageBook.Package
  ) -> [OffersView.PartAnswer] {
    guard let made = package.date, let place = ledger.table.place(of: party) else { return [] }
    return package.subjects.compactMap(\.issue).uniqued.flatMap {
      issue -> [OffersView.PartAnswer] in
      guard let row = filtered.index.place(of: issue).flatMap({ ledger.table.rowOf[$0] }),
        let cell = ledger.cells[row][place]
      else { return [] }
      let spoken = ledger.table.rows[row].byParty[place] ?? []
      return cell.answers.compactMap { answer in
        let words = answer.state.deciding.filter { member in
          !spoken[member].isPackage && (spoken[member].said?.isLater(than: made) ?? false)
        }
        guard answer.isOwn, !answer.isSuperseded, !words.isEmpty,
          let stance = answer.state.stances.first
        else { return nil }
        return .init(
          title: ledger.table.rows[row].step(answer.answer).title(filtered.index), stance: stance,
          statements: ledger.steps.ids(words, spoken))
      }
    }
  }

  /// Those who put it forward have since said otherwise, themselves, of one of its parts.
  private func hasMovedOn(_ place: Int) -> Bool {
    let package = book.packages[place]
    return package.subjects.contains { subject in
      guard let step = subject.step else { return false }
      return package.by.contains { party in
        guard let (answer, _, spoken) = ledger.steps.words(of: party, on: step) else {
          return false
        }
        return answer.isSuperseded && answer.state.deciding.contains { spoken[$0].package == place }
      }
    }
  }
}
