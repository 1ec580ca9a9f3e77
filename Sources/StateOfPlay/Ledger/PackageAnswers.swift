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
    /// What is asked for in place of the answer that the whole gives, by who takes the rest.
    var isReservation = false
  }

  private let filtered: FilteredCase
  private let index: CaseIndex
  private let book: PackageBook

  init(_ filtered: FilteredCase, _ book: PackageBook) {
    self.filtered = filtered
    index = filtered.index
    self.book = book
  }

  /// The answers that `statement` gives by way of a package or a draft. A reservation on one part goes
  /// before the yes to the whole.
  func parts(of statement: Case.Statement, said: EDTFDate?) -> [Part] {
    let parts = given(by: statement, said: said)
    guard parts.contains(where: \.isWhole), statement.act != .offer, statement.act != .propose
    else { return parts }
    let reserved = statement.standingRequirements.map(\.step.subject).filter { asked in
      guard let issue = asked.issue, index.issue(issue)?.answers == .one else { return false }
      return parts.contains { $0.about.issue == issue }
        && !parts.contains { $0.about == asked }
        && { if case .issue(_, .none) = asked { false } else { true } }()
    }
    if reserved.isEmpty { return parts }
    let issues = Set(reserved.compactMap(\.issue))
    let package = parts.lazy.compactMap(\.package).first
    return parts.filter { part in !(part.about.issue.map(issues.contains) ?? false) }
      + reserved.uniqued.map {
        Part(about: $0, isWhole: false, package: package, isReservation: true)
      }
  }

  /// What the whole gives that a statement answers; nil where it answers none.
  func whole(_ statement: Case.Statement, said: EDTFDate?) -> [Subject]? {
    let given = given(by: statement, said: said).filter(\.isWhole).map(\.about)
    return given.isEmpty ? nil : given
  }

  private func given(by statement: Case.Statement, said: EDTFDate?) -> [Part] {
    guard Self.speaks(statement.act) else { return [] }
    let place = book.place(of: statement)
    switch subject(of: statement) {
    case .together(let subjects)?:
      return subjects.filter { $0.issue != nil }.map {
        Part(about: $0, isWhole: true, package: place)
      }
    case .draft(let id, let clause)?:
      guard let draft = index.draft(id) else { return [] }
      return draft.clauses.flatMap { part -> [Part] in
        let subjects = part.subjects.filter { $0.issue != nil }
        if subjects.isEmpty { return [] }
        let until = SignedWords.until(part, filtered)
        if let clause {
          guard part.id == clause else { return [] }
          return subjects.map { Part(about: $0, isWhole: false, until: until) }
        }
        // What was not yet in the text was not spoken of.
        guard Self.gives(part.status, statement.act),
          isSigned(draft, by: said) || !isLater(part, than: said)
        else { return [] }
        let objecting = Set(
          part.status == .bracketed
            ? part.by.flatMap { index.spokenFor(by: $0, on: said) } : [])
        return subjects.map {
          Part(about: $0, isWhole: true, package: place, objecting: objecting, until: until)
        }
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
