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
    // What is open until a day stays open, whatever else is said of one of its parts.
    if state.mayEnd, package.until == nil, hasMovedOn(place) { state = .replaced }
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
