internal import CaseModel
internal import Foundations

/// What is said of a package, a draft or one of its clauses, as words on the issues these settle.
struct PackageAnswers {
  struct Part {
    let about: Subject
    /// The words are about the whole that it is a part of.
    let isWhole: Bool
    /// The place of that whole in the ``PackageBook``; nil for a single clause.
    var package: Int?
    /// Those who object to it, though they may put the whole forward.
    var objecting: Set<Case.Actor.ID> = []
    /// The day until which the clause is to hold.
    var until: EDTFDate?
  }

  private let filtered: FilteredCase
  private let index: CaseIndex
  private let book: PackageBook

  init(_ filtered: FilteredCase, _ book: PackageBook) {
    self.filtered = filtered
    index = filtered.index
    self.book = book
  }

  /// The answers that `statement` gives by way of a package or a draft.
  func parts(of statement: Case.Statement, said: EDTFDate?) -> [Part] {
    guard Self.speaks(statement.act) else { return [] }
    let place = book.place(of: statement)
    switch subject(of: statement) {
    case .together(let subjects)?:
      return subjects.filter { $0.issue != nil }.map {
        Part(about: $0, isWhole: true, package: place)
      }
    case .draft(let id, let clause)?:
      guard let draft = index.draft(id) else { return [] }
      return draft.clauses.compactMap { part in
        guard let about = part.about, about.issue != nil else { return nil }
        if let clause {
          guard part.id == clause else { return nil }
          return Part(about: about, isWhole: false, until: SignedWords.until(part, filtered))
        }
        // What was not yet in the text was not spoken of.
        guard Self.gives(part.status, statement.act),
          isSigned(draft, by: said) || !isLater(part, than: said)
        else { return nil }
        let objecting =
          part.status == .bracketed
          ? part.by.flatMap { index.spokenFor(by: $0, on: said) } : []
        return Part(
          about: about, isWhole: true, package: place, objecting: Set(objecting),
          until: SignedWords.until(part, filtered))
      }
    default: return []
    }
  }

  /// What the statement is about; for a reply to words on a package, the package.
  private func subject(of statement: Case.Statement) -> Subject? {
    guard case .statement(let id)? = statement.about, let other = index.statement(id) else {
      return statement.about
    }
    switch other.about {
    case .draft(_, nil)?, .together?: return other.about
    // A reply to a reply is one to the package.
    case .statement?:
      return book.place(of: other).flatMap { place in
        book.packages[place].draft.map { .draft($0, clause: nil) }
          ?? .together(book.packages[place].subjects)
      }
    default: return statement.about
    }
  }

  private static func speaks(_ act: Case.Statement.Act) -> Bool {
    switch act {
    case .accept, .propose, .offer, .commit, .concede, .reject, .withdraw, .condition: true
    default: false
    }
  }

  /// Words on the whole text speak of the clause. Where the sides word it each in its own way, the text
  /// gives no one answer; what stands in brackets is put forward by who puts the text forward, and left
  /// open by who accepts it.
  private static func gives(
    _ status: Case.Draft.BracketStatus, _ act: Case.Statement.Act
  ) -> Bool {
    switch status {
    case .agreed, .provisional, .proposed: true
    case .bracketed: act == .offer || act == .propose
    case .alternatives, .refusedToDiscuss: false
    }
  }

  /// What is reported later of a text that was signed was in it.
  private func isSigned(_ draft: Case.Draft, by said: EDTFDate?) -> Bool {
    draft.signed.contains { signing in
      guard let date = signing.date, let said else { return false }
      return date.begins <= said.ends
    }
  }

  private func isLater(_ clause: Case.Draft.Clause, than said: EDTFDate?) -> Bool {
    guard let said else { return false }
    let dates = clause.evidence.statements.compactMap { id in
      index.statement(id).flatMap { index.said($0) }
    }
    return !dates.isEmpty && dates.allSatisfy { $0.isLater(than: said) }
  }
}
