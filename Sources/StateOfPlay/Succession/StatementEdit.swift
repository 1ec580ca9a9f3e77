internal import CaseModel

/// The statements in which a case differs from the one before it.
struct StatementEdit {
  /// The places in the case before of those that were removed or changed.
  let before: Range<Int>
  /// The places of what took their place in the case that follows.
  let after: Range<Int>
  /// The ids of both.
  let ids: Set<Case.Statement.ID>

  /// Nil where the cases differ in anything else that views are derived from.
  /// - Complexity: O(statements), of which those that lie in memory as before are compared as bytes.
  init?(from old: Case, to new: Case) {
    guard old.withoutWords == new.withoutWords else { return nil }
    (before, after) = old.statements.withUnsafeBufferPointer { old in
      new.statements.withUnsafeBufferPointer { new in
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, Self.areSame(old, start, new, start) { start += 1 }
        var end = 0
        while end < shorter - start,
          Self.areSame(old, old.count - 1 - end, new, new.count - 1 - end)
        {
          end += 1
        }
        return (start..<old.count - end, start..<new.count - end)
      }
    }
    ids = Set((old.statements[before] + new.statements[after]).map(\.id))
  }

  /// All others stand where they stood.
  var keepsPlaces: Bool { before.count == after.count }

  /// Where a statement that stood at `place` stands now; nil where it is not as it was.
  func place(of place: Int) -> Int? {
    if place < before.lowerBound { return place }
    return place < before.upperBound ? nil : place - before.count + after.count
  }

  /// The statements to which those in which the cases differ reply.
  func replies(from old: Case, to new: Case) -> [Case.Statement.ID] {
    (old.statements[before] + new.statements[after]).compactMap { statement in
      if case .statement(let id)? = statement.about { id } else { nil }
    }
  }

  /// Some of the statements in which the cases differ is about a text, or about words on one: these are
  /// read through for each text.
  func touchesTexts(from old: FilteredCase, to new: FilteredCase) -> Bool {
    func isOnText(_ statement: Case.Statement, _ filtered: FilteredCase) -> Bool {
      switch statement.about {
      case .draft?: return true
      case .statement(let id)?:
        if case .draft? = filtered.index.statement(id)?.about { return true }
        return false
      default: return false
      }
    }
    return old.theCase.statements[before].contains { isOnText($0, old) }
      || new.theCase.statements[after].contains { isOnText($0, new) }
  }

  /// Statements that lie in memory alike are the same; others may be.
  private static func areSame(
    _ old: UnsafeBufferPointer<Case.Statement>, _ a: Int,
    _ new: UnsafeBufferPointer<Case.Statement>, _ b: Int
  ) -> Bool {
    guard let one = old.baseAddress, let other = new.baseAddress else { return false }
    let (x, y) = (UnsafeRawPointer(one + a), UnsafeRawPointer(other + b))
    let words = MemoryLayout<Case.Statement>.size / 8
    var isAlike = MemoryLayout<Case.Statement>.size % 8 == 0
    var word = 0
    while isAlike, word < words {
      isAlike =
        x.load(fromByteOffset: word * 8, as: UInt64.self)
        == y.load(fromByteOffset: word * 8, as: UInt64.self)
      word += 1
    }
    return isAlike || old[a] == new[b]
  }
}

extension Case {
  /// What views are derived from besides statements.
  fileprivate var withoutWords: Case {
    var left = self
    left.statements = []
    // Remarks and suggestions are no part of any view.
    (left.notes, left.candidates) = ([], [])
    return left
  }
}
