import CaseModel
import Foundation
import Interchange
import Testing

/// A source is added to the file as it is: comments, order and line ends stay.
@Suite struct AddInPlaceTests {
  static let sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  static let old = "{id: old, title: Old, text: {withheld: true, sha256: \(sha), length: 9}}"
  static let files: [(String, String)] = [
    (
      "block list with comments",
      "# top\n" + head
        + "sources: # here\n  # before\n  - \(old) # after\n  # last\n\n# end\nnotes: []\n"
    ),
    (
      "block maps",
      head
        + "sources:\n  - id: old\n    title: Old # named so\n    text:\n      withheld: true\n      sha256: \(sha)\n      length: 9 # bytes\nnotes: []\n"
    ),
    ("no indentation", head + "sources:\n- \(old)\nnotes: []\n"),
    ("deeper indentation", head + "sources:\n      - \(old)\nnotes: []\n"),
    ("flow style", head + "sources: [\(old)] # all\nnotes: []\n"),
    ("flow style over lines", head + "sources: [\n  \(old)\n  ] # all\n"),
    ("empty list", head + "sources: []\nnotes: []\n"),
    ("empty list with a comment", head + "sources: [] # none yet\nnotes: []\n"),
    ("empty list last, no line end", head + "sources: []"),
    ("nothing after the colon", head + "sources:\nnotes: []\n"),
    ("nothing but a comment", head + "sources: # none yet\nnotes: []\n"),
    ("no such section", head + "notes: [] # none\n# end\n"),
    ("no such section, no line end", head + "notes: []"),
    ("no line end", head + "sources:\n  - \(old)"),
    (
      "Windows line ends",
      (head + "sources:\n  - \(old)\nnotes: [] # x\n").replacing("\n", with: "\r\n")
    ),
    ("Windows line ends, no section", (head + "notes: [] # x\n").replacing("\n", with: "\r\n")),
    (
      "Windows line ends, empty list",
      (head + "sources: []\nnotes: [] # x\n").replacing("\n", with: "\r\n")
    ),
    ("a byte order mark", "\u{FEFF}" + head + "sources:\n  - \(old)\nnotes: []\n"),
    (
      "Cyrillic before",
      head + "notes: [{to: {actor: a}, text: Київ}]\nsources:\n  - \(old) # Москва\nactors: []\n"
    ),
    (
      "a block scalar last",
      head
        + "sources:\n  - id: old\n    text: {withheld: true, sha256: \(sha), length: 9}\n    title: |\n      Old\n\nnotes: []\n"
    ),
    ("quoted keys", "\"dragoman\": 1\n\"case\": {id: v, title: V}\n\"sources\":\n  - \(old)\n"),
    ("YAML in braces", "{dragoman: 1, case: {id: v, title: V}}\n"),
    ("YAML in braces, empty list", "{dragoman: 1, case: {id: v, title: V}, sources: []} # end\n"),
    ("a document marker", "---\n" + head + "sources:\n  - \(old)\n"),
  ]

  private func source() throws -> Case.Source {
    var source = Case.Source(
      id: "new", title: "New: \"a\" # b",
      text: Case.TextRecord(file: "texts/new.txt", sha256: SHA256Digest(of: "words".utf8)))
    source.published = try EDTFDate("2025-05-16")
    return source
  }

  private func adds(_ text: String, _ name: String) throws {
    let temporary = try TemporaryCase(text, name: name)
    let file = try temporary.open()
    try file.add(source(), text: Array("words".utf8), .inPlace)
    var expected = file.theCase
    try expected.sources.append(source())
    let after = try temporary.open()
    #expect(after.theCase == expected)
    #expect(after.texts["new"].text?.bytes == Array("words".utf8))
    #expect(
      temporary.names == [name, "texts", "texts/new.txt"].sorted(), "no temporary file stays")
    let isKept = isInsertion(Array(text.utf8), temporary.bytes) || text.contains("sources: []")
    #expect(isKept, "\(temporary.text)")
    for comment in text.split(separator: "\n").compactMap({ line in
      line.firstIndex(of: "#").map { line[$0...] }
    }) {
      #expect(temporary.text.contains(comment))
    }
  }

  @Test(arguments: files)
  func toYAML(_ name: String, _ text: String) throws { try adds(text, "case.yaml") }

  @Test(arguments: [
    "{\"dragoman\": 1, \"case\": {\"id\": \"v\", \"title\": \"V\"}}",
    "{\n  \"dragoman\": 1,\n  \"case\": {\"id\": \"v\", \"title\": \"V\"},\n  \"sources\": []\n}\n",
    "{\"sources\": [{\"id\": \"old\", \"title\": \"O}\", \"text\": {\"withheld\": true, \"sha256\": \"\(sha)\", \"length\": 9}}],\r\n\"case\": {\"id\": \"v\", \"title\": \"V\"}, \"dragoman\": 1}",
  ])
  func toJSON(_ text: String) throws {
    let temporary = try TemporaryCase(text, name: "case.json")
    let file = try temporary.open()
    try file.add(source(), text: Array("words".utf8), .inPlace)
    #expect(try temporary.open().theCase.sources.last == source())
    #expect(isInsertion(Array(text.utf8), temporary.bytes) || text.contains("\"sources\": []"))
  }

  @Test(arguments: ["\n", ""])
  func toJSONLines(_ end: String) throws {
    let text =
      "{\"dragoman\": 1, \"case\": {\"id\": \"v\", \"title\": \"V\"}}\n{\"analysts\": {\"id\": \"a\", \"name\": \"b\"}}\(end)"
    let temporary = try TemporaryCase(text, name: "case.jsonl")
    try temporary.open().add(source(), text: Array("words".utf8), .inPlace)
    #expect(try temporary.open().theCase.sources == [source()])
    #expect(temporary.bytes.starts(with: Array(text.utf8)))
    #expect(temporary.text.split(separator: "\n").count == 3)
  }

  @Test func oneAfterAnother() throws {
    let temporary = try TemporaryCase("# top\n" + head + "sources: []\n# end\n")
    for number in 1...5 {
      var one = try source()
      one.id = Case.Source.ID("new-\(number)")
      one.text.file = "texts/\(number).txt"
      try temporary.open().add(one, text: Array("words".utf8), .inPlace)
    }
    #expect(try temporary.open().theCase.sources.count == 5)
    #expect(temporary.text.hasPrefix("# top\n") && temporary.text.hasSuffix("# end\n"))
  }

  @Test func whatCannotBeEditedStaysUntouched() throws {
    let text = head + "sources:\n  - &a \(Self.old)\n  - *a\n"
    let temporary = try TemporaryCase(text)
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().add(source(), text: [], .inPlace)
    }
    #expect(fault?.remedy == .rewriteFile)
    #expect(temporary.text == text)
    #expect(temporary.names == ["case.yaml", "texts"], "the text is not left behind")
  }

  @Test func aCanonicalRewriteIsTheWriters() throws {
    let temporary = try TemporaryCase("# top\n" + head)
    let file = try temporary.open()
    #expect(file.layout.hasComments)
    try file.add(source(), text: Array("words".utf8), .canonical)
    #expect(try temporary.bytes == CaseWriter.write(temporary.open().theCase, as: .yaml))
  }

  @Test func anIDTakenIsRefused() throws {
    let text = head + "sources:\n  - \(Self.old.replacing("id: old", with: "id: new"))\n"
    let temporary = try TemporaryCase(text)
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().add(source(), text: [], .inPlace)
    }
    #expect(fault?.message.contains("already has a source `new`") == true)
    #expect(temporary.text == text)
  }

  @Test func aTextFileTakenIsRefused() throws {
    let temporary = try TemporaryCase(head, texts: ["new.txt": "other"])
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().add(source(), text: Array("words".utf8), .inPlace)
    }
    #expect(fault?.message.contains("another text is already at") == true)
    #expect(temporary.text == head)
  }

  @Test func whereNoTextCanBeWrittenTheFileStaysUntouched() throws {
    let temporary = try TemporaryCase(head)
    // A file where the folder should be stops even root, whom permissions do not.
    let texts = temporary.folder.appendingPathComponent("texts")
    try FileManager.default.removeItem(at: texts)
    try Data("x".utf8).write(to: texts)
    #expect(throws: CaseFileError.self) {
      try temporary.open().add(source(), text: Array("words".utf8), .inPlace)
    }
    #expect(temporary.text == head)
    #expect(temporary.names == ["case.yaml", "texts"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write to a folder that is read-only"))
  func aReadOnlyFolderLeavesTheFileUntouched() throws {
    let temporary = try TemporaryCase(head)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: temporary.folder.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: temporary.folder.path)
    }
    #expect(throws: CaseFileError.self) {
      try temporary.open().add(source(), text: Array("words".utf8), .inPlace)
    }
    #expect(temporary.text == head)
  }

  @Test(arguments: [
    ("Ana # c", true), ("Ana", false), ("'x # y'", false), ("b#c", false),
    ("|\n      # no\n", false),
    ("\"#\"", false), ("Ana\n# c", true), (">\n      a\n  # c", true),
  ])
  func commentsAreKnown(_ name: String, _ expected: Bool) throws {
    #expect(
      try read(head + "analysts:\n  - id: x\n    name: \(name)\n").layout.hasComments == expected)
  }
}
