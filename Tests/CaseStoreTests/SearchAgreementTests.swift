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
    "ceasefire", "cease-fire", "Kyiv's", "Києва", "negotiations", "office", "d'Oslo",
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

  /// What a search within the scope finds of the first statement.
  private func isFound(_ word: String, _ file: DragomanFile) throws -> Bool {
    try expectAgreement(word, file)
    let stored = try file.stored()
    let found = search(
      stored.theCase, Lens(), for: word, texts: stored.texts,
      within: try file.searchScope(for: word, in: stored.theCase))
    return found.hits.contains { ($0.kind, $0.id) == (.entry(.statements), "s1") }
  }

  @Test func everyChangeIsFoundAtOnce() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    var statement = Valley.theCase.statements[0]
    statement.gist = "Quokka"
    let written = try file.write(
      statement, expectedRevision: try file.stored().revision(of: .statements, id: "s1"),
      by: "anna", at: .start, message: "gist")
    #expect(try isFound("quokka", file))
    #expect(try !isFound("number 1", file))
    try file.undo(try #require(written.group), by: "anna", at: .start)
    #expect(try !isFound("quokka", file))
    #expect(try isFound("number 1", file))
    let name = RecordName.entry(.statements, "s1")
    let revision = try #require(try file.stored().revision(of: name))
    try file.remove(name, expectedRevision: revision, by: "anna", at: .start, message: "out")
    #expect(try !isFound("number 1", file))
  }

  /// Changes the first statement's gist so many times, as edits one by one.
  private func edit(_ file: DragomanFile, times: Int) throws {
    var statement = Valley.theCase.statements[0]
    var revision = try file.stored().revision(of: .statements, id: "s1")
    for number in 1...times {
      statement.gist = "Quokka \(number % 7)"
      revision = try file.write(
        statement, expectedRevision: revision, by: "anna", at: .start, message: "gist"
      ).revisions.first?.revision
    }
  }

  /// Whether a search for what the first statement does not say looks at it nevertheless.
  private func isLookedAtInVain(_ file: DragomanFile) throws -> Bool {
    try file.searchScope(for: "number 3", in: Valley.theCase).holds(.statements, id: "s1")
  }

  /// Edits leave the index behind, and a search in a file open for writing brings it up to date.
  @Test func aSearchAfterManyEditsBringsTheIndexUpToDate() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    let reader = try store.open(.readOnly)
    for round in 1...3 {
      try edit(file, times: 150)
      #expect(try isFound("quokka 3", reader))
      #expect(try !isFound("quokka 4", reader))
      #expect(try isLookedAtInVain(reader))
      let isBehind = try isLookedAtInVain(file)
      #expect(isBehind == (round != 2))
      #expect(try isFound("quokka 3", file))
      #expect(try !isFound("quokka 4", file))
      #expect(try DragomanFile.verify(store.path).problems == [])
      if round == 2 { #expect(try !isLookedAtInVain(reader)) }
    }
  }

  @Test func openingAfterManyEditsBringsTheIndexUpToDate() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    try edit(try store.open(), times: 250)
    let reader = try store.open(.readOnly)
    #expect(try isLookedAtInVain(reader))
    _ = try store.open()
    #expect(try !isLookedAtInVain(reader))
  }

  /// The index is a help: a search waits for nobody to bring it up to date.
  @Test func aSearchDoesNotWaitForAnotherWriter() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    let other = try store.open()
    try edit(file, times: 250)
    let clock = ContinuousClock()
    try other.update(by: "other", at: .start, message: "long") { stored in
      let start = clock.now
      let (isBehind, isFound) = (try isLookedAtInVain(file), try isFound("quokka 5", file))
      #expect(isBehind && isFound && clock.now - start < .seconds(3))
      return CaseUpdate(stored.theCase)
    }
    #expect(try !isLookedAtInVain(file))
  }

  @Test func whatAnEditMakesConfidentialIsNotLookedAt() throws {
    let store = try TemporaryStore(Valley.theCase, texts: Valley.texts)
    let file = try store.open()
    for word in ["turns", "MARKER"] {
      var note = Case.Note()
      (note.to, note.text) = (EntryReference(.statements, "s2"), word)
      note.confidential = true
      try file.addNote(note, by: "anna", at: .start)
    }
    let secret = try file.searchScope(for: "MARKER", in: Valley.theCase, isRedacted: true)
    #expect(!secret.holds(.notes, id: nil))
    try expectAgreement("MARKER", file)
  }
}
