import Foundations
import Testing

@testable import Presentation

@Suite struct TextFaceTests {
  /// One character wider than the line cannot be broken; there is none that wide here.
  @Test(arguments: 0..<150)
  func noLineIsWiderThanAsked(_ seed: Int) {
    let document = RandomDocument.make(seed: seed)
    let width = 40 + seed * 160 / 149
    for line in TextFace(width: width).render(document).split(separator: "\n") {
      #expect(String(line).displayWidth <= width, "\(width): \(line)")
    }
  }

  /// Colour changes nothing but colour.
  @Test(arguments: 0..<40)
  func colourAddsOnlyEscapes(_ seed: Int) {
    let document = RandomDocument.make(seed: seed)
    let plain = TextFace(width: 80).render(document)
    let painted = TextFace(width: 80, hasColour: true).render(document)
    let stripped = painted.replacing(/\u{1B}\[[0-9]+m/, with: "")
    let lines = { (text: String) in text.split(separator: "\n").map { String($0).trimmedRight } }
    #expect(lines(stripped) == lines(plain))
  }

  @Test(arguments: 0..<100)
  func breakingLosesNothing(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let inline = RandomDocument.inline(&random, 0...15)
    let width = random.int(1...60)
    let lines = LineBreaker.lines(inline, width: width)
    let kept = lines.map(\.text).joined().filter { $0 != " " }
    #expect(kept == inline.text.filter { $0 != " " })
    for line in lines where line.text.count > 1 { #expect(line.text.displayWidth <= max(2, width)) }
  }

  @Test func widthsOfScripts() {
    #expect("truce".displayWidth == 5)
    #expect("перемирие".displayWidth == 9)
    #expect("停火".displayWidth == 4)
    #expect("e\u{301}te\u{301}".displayWidth == 3)
    #expect("a\u{200B}b".displayWidth == 2)
    #expect("\u{1B}".displayWidth == 0)
  }

  @Test(arguments: 0..<150)
  func columnsFit(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let table = RandomDocument.table(&random)
    let width = random.int(40...200)
    let widths = ColumnWidths.fit(table, into: width)
    #expect(widths.count == table.columns.count)
    #expect(widths.allSatisfy { $0 >= 0 })
    #expect(widths.reduce(0, +) + 2 * (widths.count - 1) <= width)
  }

  /// Room is not left empty while a column goes without.
  @Test func roomIsGivenByWeight() {
    let long = Inline(String(repeating: "word ", count: 40))
    let table = Table(
      "", [Table.Column("a", weight: 1), Table.Column("b", weight: 3)], [[[long], [long]]])
    let widths = ColumnWidths.fit(table, into: 82)
    #expect(widths.reduce(0, +) == 80)
    #expect(widths[1] == 60)
  }

  @Test func aPictureSaysItsAlternative() {
    var picture = Picture(
      title: "t", description: "d", width: 1, height: 1, body: "", alternative: nil)
    #expect(!TextFace().render(Document("x", [.picture(picture)])).contains("d"))
    picture.alternative = "said instead"
    for text in [
      TextFace().render(Document("x", [.picture(picture)])),
      MarkdownFace().render(Document("x", [.picture(picture)])),
    ] {
      #expect(text.contains("said instead"))
      #expect(!text.contains("svg"))
    }
  }
}
