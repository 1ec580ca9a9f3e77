import Foundations
import Testing

@testable import Presentation

@Suite struct TextMeasureTests {
  @Test(arguments: 0..<100)
  func linesFit(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let text = random.text(0...20)
    let width = Double(random.int(30...300))
    let lines = TextMeasure.lines(text, width: width, size: 13, most: 3)
    #expect(lines.count <= 3)
    for line in lines where line.count > 1 {
      #expect(TextMeasure.width(line, size: 13) <= width)
    }
    if !(lines.last?.hasSuffix("…") ?? false) {
      let kept = lines.joined().filter { !$0.isWhitespace }
      #expect(kept == text.filter { !$0.isWhitespace })
    }
  }

  @Test func numbersPrintAlike() {
    #expect(SVGCanvas.number(12) == "12")
    #expect(SVGCanvas.number(-0.04) == "0")
    #expect(SVGCanvas.number(-3.25) == "-3.3")
    #expect(SVGCanvas.number(.nan) == "0")
    #expect(SVGCanvas.number(1e300) == "0")
  }
}
