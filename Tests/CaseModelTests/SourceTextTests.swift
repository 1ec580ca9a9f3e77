import CaseModel
import Foundations
import TestSupport
import Testing

/// Texts cut by code points, their bytes as they were.
@Suite struct SourceTextTests {
  static let texts = [
    "", "a", "plain words", "e\u{0301}le\u{0300}ve", "line\r\nline\r\n", "👩‍👩‍👧 and 🇺🇦", "Київ, Москва",
    "עברית and عربي", "\u{FEFF}with a mark", "nul\0byte", "tail\u{2028}\u{0085}\u{FFFD}",
    String(repeating: "я", count: 200), String(repeating: "aя😀", count: 100),
  ]

  @Test(arguments: texts)
  func likeANaiveTwin(_ string: String) {
    let text = SourceText(string)
    let scalars = Array(string.unicodeScalars)
    #expect(text.count == scalars.count)
    #expect(text.bytes == Array(string.utf8))
    var offset = 0
    for (position, scalar) in scalars.enumerated() {
      #expect(text.byteOffset(of: position) == offset)
      offset += UTF8.width(scalar)
    }
    #expect(text.byteOffset(of: scalars.count) == offset)
    #expect(text.byteOffset(of: scalars.count + 1) == nil)
    #expect(text.byteOffset(of: -1) == nil)
    #expect(text.byteOffset(of: .max) == nil)
    #expect(text.byteOffset(of: .min) == nil)
  }

  @Test func randomTextsAndSlicesLikeANaiveTwin() throws {
    var random = SplitMix64(seed: 5)
    let letters: [Unicode.Scalar] = [
      "a", "\n", "\r", "é", "я", "\u{0301}", "😀", "\u{200D}", "中", "\0",
    ]
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = try SourceText(utf8: Array(String(view).utf8))
      let start = Int.random(in: -2...scalars.count + 2, using: &random)
      let end = Int.random(in: -2...scalars.count + 2, using: &random)
      let isThere = start >= 0 && start <= end && end <= scalars.count
      let slice = text.slice(start, end)
      #expect((slice != nil) == isThere)
      if isThere {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<end])
        #expect(slice.map(Array.init) == Array(String(part).utf8))
        #expect(text.text(start, end).unicodeScalars.elementsEqual(scalars[start..<end]))
      }
    }
  }

  @Test func lineEndsAreTwoCodePointsAndStay() {
    let text = SourceText("a\r\nb")
    #expect(text.count == 4)
    #expect(text.slice(1, 3).map(Array.init) == [13, 10])
  }

  @Test func nothingIsNormalised() {
    let text = SourceText("e\u{0301}")
    #expect(text.count == 2)
    #expect(text.slice(0, 1).map(Array.init) == [0x65])
    #expect(text.digest != SourceText("\u{00E9}").digest)
  }

  @Test func textDrawsItsEndsIn() {
    let text = SourceText("abc")
    #expect(text.text(-5, 2) == "ab")
    #expect(text.text(1, 99) == "bc")
    #expect(text.text(9, 12) == "")
    #expect(text.text(2, 1) == "")
    #expect(text.text(.min, .max) == "abc")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0x62, 0xC0, 0xAF], 2), ([0xED, 0xA0, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0x61, 0x80], 1), ([0xE2, 0x82], 0), ([0xD0, 0xBA, 0xD0], 2),
    ] as [([UInt8], Int)])
  func notUTF8(_ bytes: [UInt8], _ offset: Int) {
    let invalid = #expect(throws: SourceText.Invalid.self) { try SourceText(utf8: bytes) }
    #expect(invalid?.offset == offset)
  }

  @Test func everyPairOfBytesIsValidOrNamed() {
    for a in UInt8.min...UInt8.max {
      for b: UInt8 in [0x00, 0x41, 0x7F, 0x80, 0xA0, 0xBF, 0xC2, 0xE0, 0xF0, 0xFF] {
        let isValid = String(validating: [a, b], as: UTF8.self) != nil
        #expect(([a, b].firstInvalidUTF8 == nil) == isValid, "\(a) \(b)")
      }
    }
  }

  @Test func occurrencesByCodePoint() {
    #expect(SourceText("яaяa").occurrences(of: Array("a".utf8)) == [1, 3])
    #expect(SourceText("aaa").occurrences(of: Array("aa".utf8)) == [0, 1])
    #expect(SourceText("abc").occurrences(of: Array("abcd".utf8)) == [])
    #expect(SourceText("abc").occurrences(of: []) == [])
    #expect(SourceText("").occurrences(of: Array("a".utf8)) == [])
  }

  @Test func digests() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SourceText("abc").digest.hex == abc)
    #expect(SHA256Digest(hex: abc.uppercased())?.hex == abc)
    #expect(SHA256Digest(hex: String(abc.dropLast())) == nil)
    #expect(SHA256Digest(hex: abc.replacing("b", with: "g")) == nil)
    #expect(SHA256Digest(of: AnyCollection(Array("abc".utf8))).hex == abc)
  }
}
