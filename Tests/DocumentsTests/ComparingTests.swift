import CaseModel
import Documents
import Foundation
import Testing

@Suite struct ComparingTests {
  /// Words in an order that a number determines, so that texts of different numbers share few runs.
  private func text(_ seed: UInt64, words: Int) -> String {
    var state = seed
    return (0..<words).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "w\(state >> 54)"
    }.joined(separator: " ")
  }

  /// The shares, with every run of five words kept.
  private func literal(_ a: String, _ b: String) -> (Double, Double) {
    func runs(_ text: String) -> Set<[Substring]> {
      let words = text.split(separator: " ")
      return Set((0...(words.count - 5)).map { Array(words[$0..<$0 + 5]) })
    }
    let (x, y) = (runs(a), runs(b))
    let shared = Double(x.intersection(y).count)
    return (shared / Double(x.count), shared / Double(y.count))
  }

  @Test func overlapAsByTheLiteralDefinition() {
    for (length, tolerance) in [(50, 1e-12), (2000, 1e-12), (40_000, 0.03)] {
      let a = text(1, words: length)
      let changed = a.split(separator: " ").enumerated().map { $0 % 40 == 0 ? "x" : $1 }
        .joined(separator: " ")
      let longer = a + " " + text(2, words: length)
      for b in [a, changed, longer, text(3, words: length)] {
        let found = TextFingerprint(of: a).overlap(with: TextFingerprint(of: b))
        let wanted = literal(a, b)
        #expect(abs(found.ofSelf - wanted.0) <= tolerance, "\(length): \(found) \(wanted)")
        #expect(abs(found.ofOther - wanted.1) <= tolerance, "\(length): \(found) \(wanted)")
      }
    }
  }

  @Test func kindsOfDuplicates() throws {
    let a = text(1, words: 400)
    var finder = DuplicateFinder()
    finder.add("first", SourceText(a))
    finder.add("second", SourceText(text(2, words: 400)))
    func likeness(_ text: String) throws -> [DuplicateFinder.Match] {
      finder.matches(try Samples.read(text, "a.txt"))
    }
    #expect(try likeness(a).map(\.likeness) == [.sameBytes])
    #expect(finder.matches(SourceText(a)).map(\.likeness) == [.sameText])
    #expect(try likeness(text(9, words: 400)).isEmpty)
    let edited = a.replacingOccurrences(of: "w1 ", with: "one ") + " and an end"
    let match = try #require(try likeness(edited).first)
    guard case .nearlySame = match.likeness else {
      Issue.record("\(match)")
      return
    }
    #expect(match.words.hasPrefix("nearly the same text as first: "))
    if case .containsKnown(let share)? = try likeness(a + " " + text(5, words: 900)).first?.likeness
    {
      #expect(share == 1)
    } else {
      Issue.record("a longer text")
    }
    let part = a.split(separator: " ").prefix(150).joined(separator: " ")
    #expect(try likeness(part).first?.likeness == .containedInKnown(share: 1))
    // Line ends and capitals do not matter.
    let wrapped = a.uppercased().replacingOccurrences(of: " W3", with: "\r\nW3")
    #expect(try likeness(wrapped).first?.likeness == .nearlySame(ofNew: 1, ofKnown: 1))
  }

  @Test func foldersList() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let inner = folder.appendingPathComponent("додатки")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    try put("заява.txt", Array("Text".utf8))
    try put("report.txt", Samples.pdf([[("x", 700)]]))
    try put("додатки/лист.docx", Samples.docx("<w:p/>"))
    try put("page.html", Array("<html><p>x".utf8))
    try put("photo.jpg", [0xFF, 0xD8, 0xFF, 0])
    try put("empty.md", [])
    try put(".hidden.txt", Array("x".utf8))
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.txt"),
      withDestinationURL: URL(fileURLWithPath: "/etc/hostname"))
    let entries = try DocumentFolder.entries(of: folder.path)
    #expect(
      entries.map(\.path) == [
        "empty.md", "page.html", "photo.jpg", "report.txt", "додатки/лист.docx", "заява.txt",
      ])
    #expect(
      entries.map { entry -> DocumentKind? in
        if case .document(let kind) = entry.content { return kind }
        return nil
      } == [nil, .html, nil, .pdf, .docx, .plainText])
    #expect(entries[0].content == .other(.empty))
    #expect(throws: DocumentFolder.FolderError.noFolder) {
      try DocumentFolder.entries(of: folder.path + "/none")
    }
  }
}
