import CaseModel
import Foundation
import Interchange

/// The worked cases with their texts.
enum WorkedCases {
  /// A coded statement with its words.
  struct Coded {
    let entry: Case.Statement
    let words: String
    /// The sentences that the quote lies in.
    let sentence: String
    let language: String
    /// The speaker is the source's author or publisher.
    let isAuthor: Bool
    let published: EDTFDate?
  }

  struct Worked {
    let theCase: Case
    let statements: [Coded]
    let texts: [Case.Source.ID: SourceText]
  }

  /// An example, or a case of one document written for these tests.
  static func path(_ name: String) -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let gold = tests.appendingPathComponent("Gold/Cases/\(name).yaml").path
    if FileManager.default.fileExists(atPath: gold) { return gold }
    return tests.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Examples/\(name)/\(name).yaml").path
  }

  /// Nil where the case's texts are withheld and not given by `DRAGOMAN_TEXTS`.
  static func open(_ name: String) throws -> Worked? {
    let file = try CaseFile.open(path(name))
    let given = try texts()
    var found: [Coded] = []
    var sources: [Case.Source.ID: SourceText] = [:]
    for entry in file.theCase.statements {
      guard let source = file.theCase.sources.first(where: { $0.id == entry.source }),
        let text = file.texts[source.id].text ?? source.text.sha256.flatMap({ given[$0] }),
        let words = entry.quote.words(in: text)
      else { continue }
      sources[source.id] = text
      let places = entry.quote.spans.compactMap { $0.place(in: text) }
      let sentence = places.map { Self.sentence(round: $0, in: text) }.joined(separator: " ")
      // A letter's or communiqué's author is a party that speaks in it.
      let isAuthor =
        (source.kind == .report || source.kind == .analysis)
        && entry.speaker.allSatisfy { source.authors.contains($0) || source.publisher == $0 }
      found.append(
        Coded(
          entry: entry, words: words, sentence: sentence, language: source.language ?? "en",
          isAuthor: isAuthor, published: source.published))
    }
    return found.isEmpty ? nil : Worked(theCase: file.theCase, statements: found, texts: sources)
  }

  private static func texts() throws -> [SHA256Digest: SourceText] {
    guard let folder = ProcessInfo.processInfo.environment["DRAGOMAN_TEXTS"] else { return [:] }
    var texts: [SHA256Digest: SourceText] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name),
        let text = try? SourceText(utf8: Array(data))
      else { continue }
      texts[text.digest] = text
    }
    return texts
  }

  private static func sentence(round place: Range<Int>, in text: SourceText) -> String {
    let ends: Set<Character> = [".", "!", "?", "\n"]
    var start = place.lowerBound
    while start > 0, place.lowerBound - start < 400, let last = text.text(start - 1, start).first,
      !ends.contains(last)
    {
      start -= 1
    }
    var end = place.upperBound
    if let last = text.text(end - 1, end).first, ends.contains(last) {
      return text.text(start, end)
    }
    while end < text.count, end - place.upperBound < 400, let next = text.text(end, end + 1).first {
      if next == "\n" { break }
      end += 1
      if ends.contains(next) { break }
    }
    return text.text(start, end)
  }
}
