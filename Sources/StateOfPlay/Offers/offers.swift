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

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    book = ledger.table.packages
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
      if answer.stance == nil { answer.onParts = onParts(answer.party, place) }
      return asItStands(answer)
    }
    var state = book.state(place)
    if state == .onTheTable, !asked.isEmpty,
      asked.allSatisfy({ party in
        answers.filter { $0.party == party }.allSatisfy { $0.stance == .for }
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

  /// What the party has said, itself and not of a package, on the subjects of the parts, from the day on
  /// which it was put forward until something else took its place.
  private func onParts(_ party: Case.Actor.ID, _ offer: Int) -> [OffersView.PartAnswer] {
    let package = book.packages[offer]
    guard let made = package.date, let place = ledger.table.place(of: party) else { return [] }
    let end = (package.draft.map { Step.draft($0) } ?? package.statements.first.map(Step.package))
      .flatMap { book.closing($0)?.date }
    let first = package.statements.compactMap { filtered.index.position(.statements, $0.raw) }.min()
    func isAnswer(_ one: PartyStatement) -> Bool {
      guard !one.isPackage, let said = one.said, end.map({ $0.isLater(than: said) }) ?? true else {
        return false
      }
      // Of the day itself what the record has after it.
      return said.isLater(than: made)
        || !made.isLater(than: said) && first.map { one.position > $0 } ?? false
    }
    return package.subjects.compactMap(\.issue).uniqued.flatMap {
      issue -> [OffersView.PartAnswer] in
      guard let row = filtered.index.place(of: issue).flatMap({ ledger.table.rowOf[$0] }),
        let cell = ledger.cells[row][place]
      else { return [] }
      let spoken = ledger.table.rows[row].byParty[place] ?? []
      return cell.answers.compactMap { answer in
        let words = answer.state.deciding.filter { isAnswer(spoken[$0]) }
        guard answer.isOwn, !answer.isSuperseded, !words.isEmpty,
          let stance = answer.state.stances.first
        else { return nil }
        return .init(
          title: ledger.table.rows[row].step(answer.answer).title(filtered.index), stance: stance,
          statements: ledger.steps.ids(words, spoken))
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
