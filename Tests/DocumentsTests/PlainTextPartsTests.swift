import CaseModel
import Testing

@testable import Documents

/// A plain text is divided into paragraphs, which together are the text, byte for byte.
@Suite struct PlainTextPartsTests {
  @Test(arguments: [
    ("One line", 1), ("One\nTwo\nThree\n", 3), ("One\n\nTwo\nstill two\n\n\nThree", 3),
    ("\r\n\r\nFirst\r\n\r\nSecond\r\n", 2), ("A\r\rB\r", 2), ("  \n\t\nA\n \nB\n\n", 2),
    ("Е\u{301} 👩‍👧\n\nПотом — так\n", 2),
  ])
  func partsTogetherAreTheText(_ text: String, _ count: Int) throws {
    let read = try DocumentReader.read(Array(text.utf8), named: "a.txt", ReadingOptions())
    #expect(read.parts.count == count)
    #expect(Array(read.text.text.bytes) == Array(text.utf8))
    #expect(read.parts.allSatisfy { !$0.text.allSatisfy(\.isWhitespace) })
    for number in read.parts.indices {
      #expect(
        String(decoding: read.text(of: [number]).text.bytes, as: UTF8.self)
          == read.parts[number].text)
    }
  }
}
