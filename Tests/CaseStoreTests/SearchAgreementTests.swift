import CaseModel
import CaseStore
import StateOfPlay
import TestSupport
import Testing

/// The index of a `.dragoman` file and a search without one find the same.
@Suite struct SearchAgreementTests {
  static let queries = [
    "Kiev", "Київ", "Kyiv", "Zelensky", "Зеленский", "turns", "Gist number", "number 3", "MARKER",
    "sluice", "Mueller", "muller", "s1", "envoy of Kyiv", "nothing of the kind", "\"", "AND", "OR",
    "NEAR(", "*", "Москва: так", "中文", "a b", "y", "no", "long words", "العربية", "x",
  ]

  @Test(arguments: queries)
  func bothFindTheSame(_ query: String) throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try expectAgreement(query, try store.open(.readOnly))
  }

  @Test(arguments: 1...12)
  func bothFindTheSameInAnyCase(_ seed: Int) throws {
    let store = try TemporaryStore(randomCase(seed: UInt64(seed), density: 0.6))
    let file = try store.open(.readOnly)
    for query in Self.queries { try expectAgreement(query, file) }
  }

  private func expectAgreement(_ query: String, _ file: DragomanFile) throws {
    let stored = try file.stored()
    for (isRedacted, isLiteral) in [(false, false), (true, false), (false, true)] {
      var lens = Lens()
      lens.redact = isRedacted
      let scope = try file.searchScope(
        for: query, in: stored.theCase.cut(by: lens), isLiteral: isLiteral, isRedacted: isRedacted)
      let indexed = search(
        stored.theCase, lens, for: query, texts: stored.texts, isLiteral: isLiteral, within: scope)
      let plain = search(
        stored.theCase, lens, for: query, texts: stored.texts, isLiteral: isLiteral)
      #expect(indexed == plain, "\(query), redacted \(isRedacted), literal \(isLiteral)")
    }
  }

  @Test func theIndexNarrowsTheSearch() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open(.readOnly)
    let scope = try file.searchScope(for: "number 3", in: Valley.theCase)
    #expect(scope.holds(.statements, id: "s3"))
    #expect(!scope.holds(.statements, id: "s4"))
    #expect(scope.files.isEmpty)
  }

  @Test func aRedactedSearchDoesNotTouchConfidentialEntries() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open(.readOnly)
    let open = try file.searchScope(for: "MARKER", in: Valley.theCase)
    #expect(open.holds(.statements, id: "s5"))
    #expect(open.holds(.notes, id: nil))
    let redacted = try file.searchScope(for: "MARKER", in: Valley.theCase, isRedacted: true)
    #expect(redacted == SearchScope())
  }

  @Test func theIndexFollowsEveryChange() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    func isFound(_ word: String) throws -> Bool {
      try file.searchScope(for: word, in: Valley.theCase).holds(.statements, id: "s1")
    }
    var statement = Valley.theCase.statements[0]
    statement.gist = "Quokka"
    let written = try file.write(
      statement, expectedRevision: try file.stored().revision(of: .statements, id: "s1"),
      by: "anna", at: .start, message: "gist")
    #expect(try isFound("quokka"))
    #expect(try !isFound("turns"))
    try file.undo(try #require(written.group), by: "anna", at: .start)
    #expect(try !isFound("quokka"))
    #expect(try isFound("turns"))
    let name = RecordName.entry(.statements, "s1")
    let revision = try #require(try file.stored().revision(of: name))
    try file.remove(name, expectedRevision: revision, by: "anna", at: .start, message: "out")
    #expect(try !isFound("turns"))
  }
}
