import Foundation
import Presentation
import TestSupport
import Testing

/// The glossary page is the table of terms and nothing else.
@Suite struct GlossaryPageTests {
  @Test func glossary() throws {
    var page = """
      # Glossary

      The terms used in pages, help and documentation. Where the field has defined a term, its \
      source is given; where a type of the library holds it, the type is named.

      """
    for section in Glossary.sections {
      page += "\n## \(section.title)\n"
      for term in section.terms {
        page += "\n### \(term.name)\n\n\(term.definition)\n"
        let notes = [
          term.literature.map { "Source: \($0)." }, term.type.map { "Type: `\($0)`." },
        ].compactMap { $0 }
        if !notes.isEmpty { page += "\n*\(notes.joined(separator: " "))*\n" }
      }
    }
    try Golden.expect(page, matches: "docs/glossary.md")
  }

  @Test func noTwoTermsShareAName() {
    let anchors = Glossary.terms.map(\.anchor)
    #expect(Set(anchors).count == anchors.count)
  }

  /// A type that was renamed would otherwise leave the page pointing at nothing.
  @Test func everyTypeNamedExists() throws {
    let folder = Program.root.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var declared: Set<Substring> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let words = try String(contentsOf: file, encoding: .utf8)
        .split { !($0.isLetter || $0.isNumber || $0 == "_") }
      for (keyword, name) in zip(words, words.dropFirst())
      where ["struct", "enum", "class"].contains(keyword) { declared.insert(name) }
    }
    for type in Glossary.terms.compactMap(\.type) {
      let name = try #require(type.split(separator: ".").last)
      #expect(declared.contains(name), "no type \(type) in Sources")
    }
  }
}
