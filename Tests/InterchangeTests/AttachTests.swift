import CaseModel
import Foundation
import Interchange
import Testing

/// Texts withheld and put back, each quote proved.
@Suite struct AttachTests {
  private static let words = "Перша сторона каже «так».\nДруга каже «ні».\n"

  private func sha(_ text: String) -> String { SHA256Digest(of: text.utf8).hex }

  private func file(_ quote: String = "Друга") throws -> String {
    let start = try #require(Self.words.range(of: "Друга")).lowerBound
    let offset = Self.words[..<start].unicodeScalars.count
    return """
      # A comment that must stay.
      dragoman: 1
      case: {id: v, title: V}
      sources: # all of them
        - id: osw
          title: T # its title
          text: {withheld: true, sha256: \(sha(Self.words)), length: \(Self.words.utf8.count)} # withheld
      statements:
        - {id: s, source: osw, quote: {start: \(offset), end: \(offset + 5), sha256: \(sha(quote))}, gist: g, speaker: n, act: state} # s
      # end

      """
  }

  @Test func attachPutsTheTextBackAndKeepsTheRest() throws {
    let temporary = try TemporaryCase(try file())
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    let after = try temporary.open()
    #expect(after.theCase.sources.first?.text.file == "texts/osw.txt")
    #expect(after.texts["osw"].text?.bytes == Array(Self.words.utf8))
    let expected = try file().split(separator: "\n").filter { !$0.contains("text: {") }
    let kept = temporary.text.split(separator: "\n").filter { !$0.contains("text: {") }
    #expect(kept == expected)
    #expect(temporary.text.contains("} # withheld\n"))
  }

  @Test func attachThenDetachGivesTheSameBytes() throws {
    let temporary = try TemporaryCase(try file())
    let before = try temporary.open().theCase
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    try temporary.open().detach("osw", .inPlace)
    #expect(try temporary.open().theCase == before)
    // But for the quotes round a digest that YAML might take for a number.
    #expect(try temporary.text.replacing("\"", with: "") == file())
  }

  @Test func detachTakesEveryWordOut() throws {
    let text = """
      dragoman: 1
      case: {id: v, title: V}
      sources: [{id: osw, title: T, text: {file: texts/osw.txt, sha256: \(sha(Self.words))}}]
      statements:
        - id: s
          source: osw
          quote: # a quote
            start: 6
            end: 13
            exact: сторона
            prefix: "Перша "
          gist: g # a gist
          speaker: n
          act: state
        - {id: t, source: osw, quote: [{start: 0, end: 5}, {start: 6, end: 13, exact: сторона}], gist: g, speaker: n, act: state}

      """
    let temporary = try TemporaryCase(text, texts: ["osw.txt": Self.words])
    let whole = try temporary.open()
    try whole.detach("osw", .inPlace)
    #expect(!temporary.text.contains("сторона") && !temporary.text.contains("Перша"))
    #expect(temporary.text.contains("# a gist"))
    let after = try temporary.open().theCase
    #expect(
      after.sources.first?.text
        == Case.TextRecord(
          withheld: SHA256Digest(of: Self.words.utf8), length: Self.words.utf8.count))
    for span in after.statements.flatMap(\.quote.spans) {
      #expect(span.exact == nil && span.sha256 != nil)
      #expect(span.status(in: SourceText(Self.words)) == .ok)
    }
    // The text itself is the caller's to move away; attach finds it there.
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    #expect(try temporary.open().theCase.sources == whole.theCase.sources)
  }

  /// A text that is not the one, and what is said of it.
  static let others: [(String, String, String)] = [
    (words.replacing("\n", with: "\r\n"), "the record says", "Windows'"),
    (words + "\n", "the record says", "a line end at the very end"),
    (String(words.dropLast()), "the record says", "missing"),
    ("\u{FEFF}" + words, "the record says", "byte order mark"),
    (
      words.replacing("Перша", with: "Перво"), "the length is right",
      "every quote is where it should be"
    ),
    (words.replacing("Друга", with: "Інший"), "the length is right", "is not here"),
    ("А. " + words, "the record says", "is at"), ("", "it has 0 bytes", "is not here"),
  ]

  @Test(arguments: others)
  func theFirstDifferenceIsNamed(_ other: String, _ message: String, _ hint: String) throws {
    let text = try file()
    let temporary = try TemporaryCase(text)
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().attach([(source: "osw", bytes: Array(other.utf8))], .inPlace)
    }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    #expect(fault?.hint?.contains(hint) == true, "\(fault?.hint ?? "")")
    #expect(temporary.text == text)
    #expect(temporary.names == ["case.yaml", "texts"])
  }

  @Test func aTextThatIsNotUTF8IsRefused() throws {
    let temporary = try TemporaryCase(try file())
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().attach([(source: "osw", bytes: [0xFF, 0xFE])], .inPlace)
    }
    #expect(fault?.message.contains("not the text") == true)
  }

  @Test func aQuoteThatDoesNotStandInTheRightTextIsRefused() throws {
    let text = try file("Інший")
    let temporary = try TemporaryCase(text)
    let fault = #expect(throws: CaseFileError.self) {
      try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    }
    #expect(fault?.message.contains("quote of `s`") == true)
    #expect(temporary.text == text)
    #expect(temporary.names == ["case.yaml", "texts"])
  }

  @Test func whatIsAttachedOrWithheldAlready() throws {
    let temporary = try TemporaryCase(try file())
    let withheld = #expect(throws: CaseFileError.self) {
      try temporary.open().detach("osw", .inPlace)
    }
    #expect(withheld?.message.contains("withheld already") == true)
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    let attached = #expect(throws: CaseFileError.self) {
      try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    }
    #expect(attached?.message.contains("attached already") == true)
    let unknown = #expect(throws: CaseFileError.self) {
      try temporary.open().detach("osv", .inPlace)
    }
    #expect(unknown?.hint == "did you mean `osw`?")
  }

  @Test func aTextThatChangedIsNotDetached() throws {
    let temporary = try TemporaryCase(try file())
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    try Data("other".utf8).write(to: temporary.folder.appendingPathComponent("texts/osw.txt"))
    let before = temporary.text
    let changed = #expect(throws: CaseFileError.self) {
      try temporary.open().detach("osw", .inPlace)
    }
    #expect(changed?.message.contains("is not the one") == true)
    try FileManager.default.removeItem(at: temporary.folder.appendingPathComponent("texts/osw.txt"))
    #expect(throws: CaseFileError.self) { try temporary.open().detach("osw", .inPlace) }
    #expect(temporary.text == before)
  }

  @Test(arguments: [FileLayout.Format.json, .jsonl])
  func inJSON(_ format: FileLayout.Format) throws {
    let theCase = try read(try file()).theCase
    let text = String(decoding: CaseWriter.write(theCase, as: format), as: UTF8.self)
    let temporary = try TemporaryCase(text, name: "case.\(format)")
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    #expect(try temporary.open().theCase.sources.first?.text.file == "texts/osw.txt")
    try temporary.open().detach("osw", .inPlace)
    #expect(temporary.text == text)
  }

  @Test func withWindowsLineEnds() throws {
    let text = try file().replacing("\n", with: "\r\n")
    let temporary = try TemporaryCase(text)
    try temporary.open().attach([(source: "osw", bytes: Array(Self.words.utf8))], .inPlace)
    try temporary.open().detach("osw", .inPlace)
    #expect(temporary.text.replacing("\"", with: "") == text)
  }
}
