internal import CaseModel

extension RecordName {
  /// Why its content cannot be read, or is not in canonical form; nil where all is well.
  func reasonUnreadable(_ content: String) -> String? {
    let bytes = Array(content.utf8)
    func reason<Value: Shaped>(_ type: Value.Type) -> String? {
      do {
        return try Value.read(json: bytes).node().json == content
          ? nil : "it is not written as the program writes it"
      } catch {
        return error.reason
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
  let check: (any Shaped.Type) -> String?
  var reason: String?

  init(_ check: @escaping (any Shaped.Type) -> String?) { self.check = check }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    reason = check(Entry.self)
  }
}
