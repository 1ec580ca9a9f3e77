import CaseModel
import Documents
import Foundation
import Testing

@Suite struct EncodingTests {
  static let russian =
    "Стороны договорились продолжить консультации в мае, сообщил руководитель делегации.\n"

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: encoding)))
  }

  @Test func utf8IsKeptByteForByte() throws {
    for text in ["a\r\nb\rc\n", "\u{FEFF}Mark", "cafe\u{301}", "no line end", "\u{A0}x\t "] {
      let document = try Samples.read(text, "a.txt")
      #expect(document.text.text.bytes == Array(text.utf8))
      #expect(document.encoding?.name == "UTF-8")
    }
    let mixed = try Samples.read("a\r\nb\rc\n", "a.txt")
    #expect(
      mixed.notes.map(\.words) == [
        "Line ends are mixed and kept as they are: 1 × CR LF (Windows), 1 × CR (old Macintosh), 1 × LF."
      ])
    #expect(try Samples.read("cafe\u{301}", "a.txt").notes.contains { $0.words.contains("NFC") })
    #expect(try Samples.read("café", "a.txt").notes.isEmpty)
  }

  @Test func marksAndZeroBytes() throws {
    for (encoding, name) in [
      (String.Encoding.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
    ] {
      for text in [Self.russian, "The talks will be continued in May.\n"] {
        let document = try Samples.read(try bytes(text, encoding), "a.txt")
        #expect(document.readable == text)
        #expect(document.encoding?.name == name && document.encoding?.ground == .zeroBytes)
        let marked = try Samples.read(try bytes("\u{FEFF}" + text, encoding), "a.txt")
        #expect(marked.readable == text && marked.encoding?.ground == .byteOrderMark)
      }
    }
  }

  @Test func guessesAreShownWithALine() throws {
    let windows = try Samples.read(
      try bytes(String(repeating: Self.russian, count: 3), .windowsCP1251), "a.txt")
    #expect(windows.readable.hasPrefix("Стороны договорились"))
    #expect(windows.encoding?.ground == .guessed)
    #expect(windows.encoding?.sample.hasPrefix("Стороны договорились") == true)
    #expect(windows.warns("this is a guess"))
    let western = try Samples.read(
      try bytes("Les délégués se sont réunis à Genève.\nIls reviendront en été.\n", .windowsCP1252),
      "a.txt")
    #expect(western.readable.contains("Genève"))
  }

  @Test func aPersonMayChoose() throws {
    let raw = try bytes(Self.russian, .windowsCP1251)
    let chosen = try Samples.read(raw, "a.txt") { $0.encoding = "cp1251" }
    #expect(chosen.readable == Self.russian && chosen.encoding?.ground == .chosen)
    #expect(throws: DocumentError.wrongEncoding("nonsense-7")) {
      try Samples.read(raw, "a.txt") { $0.encoding = "nonsense-7" }
    }
    #expect(throws: DocumentError.self) {
      try Samples.read(raw, "a.txt") { $0.encoding = "utf-8" }
    }
  }

  @Test func whatThePageDeclares() throws {
    let page = "<html><head><meta charset=\"windows-1251\"></head><body><p>" + Self.russian
    let document = try Samples.read(try bytes(page, .windowsCP1251), "a.html")
    #expect(document.encoding?.ground == .declared && document.readable == Self.russian)
    // A page in UTF-8 is that, whatever it declares.
    let wrong = try Samples.read(page, "a.html")
    #expect(wrong.readable == Self.russian && wrong.encoding?.name == "UTF-8")
  }

  @Test func brokenSequencesAreShown() throws {
    var raw = Array(String(repeating: Self.russian, count: 3).utf8)
    raw.insert(0xFF, at: 15)
    let document = try Samples.read(raw, "a.txt")
    #expect(document.encoding?.replaced == 1 && document.readable.contains("\u{FFFD}"))
    #expect(document.warns("1 sequence of bytes could not be read"))
  }

  @Test func whatIsNoText() throws {
    let cases: [([UInt8], String, String)] = [
      ([], "a.txt", "is empty"), (Array(" \n\t\n".utf8), "a.txt", "without any text"),
      ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], "фото.txt", "is a picture (PNG)"),
      (Array("abc\0def, and much more text than that".utf8), "a.txt", "not a text"),
      (
        Samples.zip([("xl/workbook.xml", "<x/>"), ("[Content_Types].xml", "<x/>")]), "a.docx",
        "a table"
      ),
      (Samples.zip([("readme", "hello")]), "a.zip", "without a document"),
      (Array("MIME-Version: 1.0\nContent-Type: multipart/related\n".utf8), "a.mht", "MHTML"),
    ]
    for (bytes, name, words) in cases {
      do {
        _ = try Samples.read(bytes, name)
        Issue.record("\(name) was read")
      } catch {
        #expect(error.words.contains(words), "\(name): \(error.words)")
        #expect(!error.advice.isEmpty)
      }
    }
    #expect(throws: DocumentError.tooLarge(bytes: 11, limit: 10)) {
      try Samples.read(Array("hello world".utf8), "a.txt") { $0.maximumBytes = 10 }
    }
  }

  @Test func markdownIsNotHTML() throws {
    let document = try Samples.read("# Title\n\nSome <b>text</b>.\n", "a.md")
    #expect(document.kind == .markdown && document.readable == "# Title\n\nSome <b>text</b>.\n")
    let page = try Samples.read("<!DOCTYPE html><html><body><p>Text.</p></body></html>", "a.txt")
    #expect(page.kind == .html && page.warns("According to its name the file is a plain text"))
  }
}
