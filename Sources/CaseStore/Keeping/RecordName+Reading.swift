internal import CaseModel

extension RecordName {
  /// Why its content cannot be read, or is not in canonical form; nil where all is well.
  func reasonUnreadable(_ content: String) -> String? {
    fault(of: content, isCanonical: true)?.reason
  }

  /// Why its content cannot be read, in whatever form; nil where it can.
  func reasonRefused(_ content: String) -> String? { fault(of: content)?.reason }

  /// The same, with what kind of fault it is.
  func fault(of content: String, isCanonical: Bool = false) -> UnreadableEntryError? {
    let bytes = Array(content.utf8)
    func reason<Value: Shaped>(_ type: Value.Type) -> UnreadableEntryError? {
      do {
        let value = try Value.read(json: bytes)
        return !isCanonical || value.node().json == content
          ? nil
          : UnreadableEntryError(reason: "it is not in the form in which the program writes it")
      } catch {
        return error
      }
    }
    switch self {
    case .header: return reason(Case.Header.self)
    case .setting: return reason(String.self)
    case .text: return reason(TextStamp.self)
    case .entry(let section, _):
      var checker = EntryChecker { type in reason(type) }
      Case.visit(section, &checker)
      return checker.reason
    }
  }
}

private struct EntryChecker: SectionVisitor {
  let check: (any Shaped.Type) -> UnreadableEntryError?
  var reason: UnreadableEntryError?

  init(_ check: @escaping (any Shaped.Type) -> UnreadableEntryError?) { self.check = check }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    reason = check(Entry.self)
  }
}
