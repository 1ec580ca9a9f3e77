internal import CaseModel
internal import Foundations

/// What is said of a package, a draft or one of its clauses, as words on the issues these settle.
///
/// A promise is left out: it may settle a part of an issue, as one to talk of it does, and says
/// nothing of the answer.
struct PackageAnswers {
  struct Part {
    let about: Subject
    /// The words are about the whole that it is a part of.
    let isWhole: Bool
    /// The last day on which the package is open, where it was said.
    var until: EDTFDate?
  }

  private let index: CaseIndex
  /// The last day on which a package is open, by its draft or its parts.
  private var ends: [Package: EDTFDate] = [:]

  private enum Package: Hashable {
    case draft(Case.Draft.ID)
    case parts(Set<Subject>)

    init?(_ subject: Subject?) {
      switch subject {
      case .draft(let id, nil)?: self = .draft(id)
      case .together(let parts)?: self = .parts(Set(parts))
      default: return nil
      }
    }
  }

  /// - Complexity: O(statements).
  init(_ filtered: FilteredCase) {
    index = filtered.index
    var ends: [Package: EDTFDate] = [:]
    _ = filtered.eachStatement { place, statement -> Void? in
      guard filtered.facts[place].time.isEvidence,
        statement.pointee.act == .offer || statement.pointee.act == .propose,
        let until = statement.pointee.until?.value, let package = Package(statement.pointee.about)
      else { return nil }
      // Put forward again for longer, it is open for longer.
      if ends[package].map({ $0.ends < until.ends }) ?? true { ends[package] = until }
      return nil
    }
    self.ends = ends
  }

  /// The answers that `statement` gives by way of a package or a draft.
  func parts(of statement: Case.Statement, said: EDTFDate?) -> [Part] {
    let package = package(of: statement)
    let until = Package(package).flatMap { ends[$0] }
    switch package {
    case .together(let subjects)?:
      guard Self.speaks(statement.act) else { return [] }
      return subjects.filter { $0.issue != nil }.map {
        Part(about: $0, isWhole: true, until: until)
      }
    case .draft(let id, let clause)?:
      guard let draft = index.draft(id), Self.speaks(statement.act) else { return [] }
      return draft.clauses.compactMap { part in
        guard let about = part.about, about.issue != nil else { return nil }
        if let clause {
          guard part.id == clause else { return nil }
          return Part(about: about, isWhole: false)
        }
        // Where the sides word it each in its own way, the text gives no one answer.
        guard part.status != .alternatives else { return nil }
        // What was not yet in the text was not spoken of.
        guard part.status != .refusedToDiscuss, !isLater(part, than: said) else { return nil }
        return Part(about: about, isWhole: true, until: until)
      }
    default: return []
    }
  }

  /// The last day on which the package is open that a statement is about.
  func until(of statement: Case.Statement) -> EDTFDate? {
    ends.isEmpty ? nil : Package(package(of: statement)).flatMap { ends[$0] }
  }

  /// What the statement is about; for a reply to words on a package, the package.
  private func package(of statement: Case.Statement) -> Subject? {
    guard case .statement(let id)? = statement.about, let other = index.statement(id),
      Package(other.about) != nil
    else { return statement.about }
    return other.about
  }

  private static func speaks(_ act: Case.Statement.Act) -> Bool {
    switch act {
    // What is asked for the whole says nothing of each part.
    case .accept, .propose, .offer, .commit, .concede, .reject, .withdraw: true
    default: false
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
