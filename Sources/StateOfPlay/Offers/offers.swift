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
  return OffersView(
    rule: OffersView.rule, offers: found, replies: ledger.filtered.replies(shown: lens))
}

/// Makes the offers out of the packages on record.
private struct OfferReader {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let book: PackageBook
  private let parts: PartAnswerReader

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    book = ledger.table.packages
    parts = PartAnswerReader(ledger)
  }

  /// The newest first.
  func offers() -> [OffersView.Offer] {
    let ends = book.packages.map { $0.date?.ends ?? .min }
    return book.packages.indices.sorted { a, b in (ends[b], b) < (ends[a], a) }.map { offer($0) }
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
      // Neither to take note nor to be silent is to say yes or no.
      if answer.stance == nil || answer.stance == .unclear {
        answer.onParts = parts.answers(of: answer.party, to: place)
      }
      answer.isAsked = book.isAsked(answer.party, package)
      if let draft, answer.stance == .for || answer.stance == .forIf {
        answer.reservations = reservations(draft, answer, package)
      }
      answer = asItStands(answer)
      answer.statements += answer.reservations.flatMap(\.statements)
      return answer
    }
    var state = book.state(place)
    if state == .onTheTable, !asked.isEmpty,
      asked.allSatisfy({ party in
        answers.filter { $0.party == party }.allSatisfy {
          $0.stance == .for && $0.reservations.isEmpty
        }
      })
    {
      state = .accepted
    }
    if state.mayEnd, hasMovedOn(place) { state = .replaced }
    return OffersView.Offer(
      draft: package.draft, statements: package.statements,
      title: draft?.title ?? draft?.id.raw
        ?? Subject.together(package.subjects).packageTitle(filtered.index), by: package.by,
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

  /// A condition that has been met no longer qualifies an answer.
  private func asItStands(_ answer: OffersView.Answer) -> OffersView.Answer {
    guard answer.stance == .forIf else { return answer }
    let asked = answer.statements.compactMap { filtered.index.statement($0) }
      .flatMap(\.standingRequirements)
    let open = asked.filter { !ledger.steps.isMet($0) }
    if asked.isEmpty || open.count == asked.count { return answer }
    var answer = answer
    answer.conditions = open.map { $0.words(filtered.index) }
    if open.isEmpty { answer.stance = .for }
    return answer
  }

  /// The newest objection of a party to each clause.
  private func reservations(
    _ draft: Case.Draft, _ answer: OffersView.Answer, _ package: PackageBook.Package
  ) -> [OffersView.PartAnswer] {
    let all = book.reservations(of: answer, to: package)
    return draft.clauses.compactMap { clause in
      all.last { $0.clause == clause.id }.map { reserved in
        .init(
          title: clause.title ?? clause.about?.clauseTitle(filtered.index) ?? clause.id.raw,
          stance: .against, statements: [reserved.statement])
      }
    }
  }

  /// Those who put it forward have since said otherwise, themselves, of one of its parts. While it is
  /// open until a day only another answer that they give takes its place, and none that they ask for.
  private func hasMovedOn(_ place: Int) -> Bool {
    let package = book.packages[place]
    return package.subjects.contains { subject in
      guard let step = subject.step else { return false }
      return package.by.contains { party in
        guard let (answer, cell, spoken) = ledger.steps.words(of: party, on: step),
          answer.isSuperseded,
          answer.state.deciding.contains(where: { spoken[$0].package == place })
        else { return false }
        return package.until == nil || gives(cell, spoken, since: package.date)
      }
    }
  }

  private func gives(
    _ cell: CellReading, _ spoken: [PartyStatement], since made: EDTFDate?
  ) -> Bool {
    cell.answers.contains { answer in
      answer.isOwn && answer.isTaken
        && answer.state.deciding.contains { member in
          let one = spoken[member]
          guard !one.isPackage, one.base == .for, let said = one.said else { return false }
          let isGiven = [.accept, .commit, .concede].contains(one.act)
          return isGiven && (made.map { said.isLater(than: $0) } ?? true)
        }
    }
  }
}

extension Requirement {
  /// `if first: Parliament consents`
  func words(_ index: CaseIndex) -> String {
    "\(kind == .exchange ? "in exchange for" : "if first"): \(step.title(index))"
  }
}
