internal import Synchronization

/// A field of the case that bears a date.
public struct DatedField: Sendable, Hashable {
  /// The field that holds it.
  public var path: EntryPath
  /// The date.
  public var date: EDTFDate

  /// A date and the field that holds it.
  public init(_ path: EntryPath, _ date: EDTFDate) {
    (self.path, self.date) = (path, date)
  }

  /// The field without what distinguishes one entry from another, such as `statements.date.value`.
  public var kind: String {
    path.steps.compactMap { step in
      if case .key(let name) = step { return name }
      return nil
    }.joined(separator: ".")
  }
}

extension Case {
  /// Every date of the case, in canonical order, each with its path.
  ///
  /// It is made by reading each entry's written form once more, so that no field that can be read
  /// can be left out.
  /// - Complexity: O(case).
  public func dates() -> [DatedField] {
    let found = Mutex<[DatedField]>([])
    _ = replacingDates { path, date in
      found.withLock { $0.append(DatedField(path, date)) }
      return date
    }
    return found.withLock { $0 }
  }

  /// The case with each date replaced by what `replacement` makes of it.
  ///
  /// An entry that the new dates make unreadable stays as it was.
  /// - Complexity: O(case).
  public func replacingDates(
    _ replacement: @escaping @Sendable (EntryPath, EDTFDate) -> EDTFDate
  ) -> Case {
    var visitor = DateReplacement(theCase: self, replacement: replacement)
    Case.forEachSection(&visitor)
    return visitor.theCase
  }
}

private struct DateReplacement: SectionVisitor {
  var theCase: Case
  let replacement: @Sendable (EntryPath, EDTFDate) -> EDTFDate

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for index in theCase[keyPath: path].indices {
      let entry = theCase[keyPath: path][index]
      var reader = NodeReader()
      reader.path =
        entry.entryID.map { .entry(section, $0) } ?? .entry(section, at: index)
      reader.onDate = replacement
      if let read = Entry.read(entry.node(), &reader) { theCase[keyPath: path][index] = read }
    }
  }
}
