import CaseModel
import Foundation
import Foundations
import Interchange
import TestSupport
import Testing

/// Input that asks for too much is refused soon.
@Suite(.serialized) struct LimitTests {
  private let size = isThorough ? 99_000_000 : 5_000_000

  @Test(arguments: [
    ("[", FileLayout.Format.yaml), ("[", .json), ("{\"a\":", .json), ("{a: ", .yaml), ("- ", .yaml),
    ("? ", .yaml), ("{", .yaml),
  ])
  func aHundredThousandBrackets(_ bracket: String, _ format: FileLayout.Format) {
    let nest = String(repeating: bracket, count: 100_000)
    for text in [
      nest, format == .json ? "{\"notes\":" + nest : head + "notes: " + nest,
      format == .json ? "{\"notes\": [" + nest : head + "notes:\n  - " + nest,
    ] {
      let found = faults(text, as: format)
      #expect(found.count == 1)
      #expect(
        ["too-deep", "wrong-type", "syntax"].contains(found.first?.code),
        "\(found.first?.message ?? "")")
    }
  }

  @Test func theDepthIsSaid() {
    let found = faults(
      head + "notes: [" + String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        + "]")
    #expect(found.first?.code == "too-deep")
    #expect(found.first?.message.contains("64") == true)
    let less = faults(
      head + "notes: [" + String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        + "]")
    #expect(less.first?.code == "wrong-type")
  }

  @Test func aliasesThatMultiplyAreStopped() {
    var text = head + "analysts:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      text +=
        "  - &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let found = faults(text)
    #expect(found.contains { $0.code == "alias-bomb" })
  }

  @Test func aliasesThatDeepenAreStopped() {
    var text = head + "analysts:\n  - &a0 [x]\n"
    for level in 1...100_000 { text += "  - &a\(level) [*a\(level - 1)]\n" }
    #expect(faults(text).contains { $0.code == "alias-bomb" || $0.code == "too-deep" })
  }

  @Test func aliasesOfManySmallThingsAreStopped() {
    let text =
      head + "analysts:\n  - &a {id: a, name: b}\n" + String(repeating: "  - *a\n", count: 400_000)
    #expect(faults(text).contains { $0.code == "alias-bomb" })
  }

  @Test func anAliasOfItselfIsNone() {
    #expect(faults(head + "analysts: &a [*a]").contains { $0.code == "unknown-alias" })
    #expect(faults(head + "analysts: [&a {id: *a}]").contains { $0.code == "unknown-alias" })
  }

  @Test func faultsBeyondTwoHundredAreCounted() throws {
    let text = head + "analysts:\n" + String(repeating: "  - {id: A, name: b}\n", count: 1000)
    let unreadable = #expect(throws: UnreadableCaseError.self) {
      try CaseReader.read(Array(text.utf8), as: .yaml)
    }
    #expect(unreadable?.findings.count == 200)
    #expect(unreadable?.uncounted == 800)
  }

  private func repeated(_ text: String) -> [UInt8] {
    let piece = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + piece.count)
    while bytes.count < size { bytes += piece }
    return bytes
  }

  @Test(arguments: FileLayout.Format.allCases)
  func garbageBytes(_ format: FileLayout.Format) {
    let time = ProcessorTime()
    var random = SplitMix64(seed: 13)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    while bytes.count < size { withUnsafeBytes(of: random.next()) { bytes += $0 } }
    #expect(!faults(bytes, as: format).isEmpty)
    #expect(time.seconds < 60)
  }

  @Test(arguments: [
    "[", "{", "}", "- ", "a", "a\n", " ", "\n", "#", "\"", "'", "|", "&a ", "*a ", "? ", ": ",
    "- - ", "\t", "---\n", "%", "я", "{\"a\":", "[[],", "\\", "\u{FEFF}",
  ])
  func oneThingOverAndOver(_ text: String) {
    let time = ProcessorTime()
    let bytes = repeated(text)
    for format in [FileLayout.Format.yaml, .json] { #expect(!faults(bytes, as: format).isEmpty) }
    #expect(time.seconds < 60)
  }

  @Test(arguments: [
    "notes%: []\n", "- {id: a}\n", "  - {id: a, name: b, c: d}\n", "x%: {a: [b, c]}\n",
  ])
  func faultyLinesOverAndOver(_ line: String) {
    let time = ProcessorTime()
    var text = Array((head + (line.hasPrefix("  -") ? "analysts:\n" : "")).utf8)
    var number = 0
    let parts = line.split(separator: "%", omittingEmptySubsequences: false).map { Array($0.utf8) }
    while text.count < size {
      text += parts[0]
      if parts.count > 1 { text += Array("\(number)".utf8) + parts[1] }
      number += 1
    }
    #expect(!faults(text).isEmpty)
    #expect(time.seconds < 60)
  }

  @Test(arguments: [FileLayout.Format.json, .jsonl])
  func faultyObjectsOverAndOver(_ format: FileLayout.Format) {
    let time = ProcessorTime()
    let start = "{\"dragoman\": 1, \"case\": {\"id\": \"v\", \"title\": \"V\"}"
    var bytes = Array((format == .json ? start + ", \"analysts\": [{}" : start + "}\n").utf8)
    bytes += repeated(format == .json ? ",{\"idd\":1}" : "{\"analysts\":{\"idd\":1}}\n")
    if format == .json { bytes += Array("]}".utf8) }
    #expect(faults(bytes, as: format).count == 200)
    #expect(time.seconds < 60)
  }

  @Test func aLargeCaseReads() throws {
    let time = ProcessorTime()
    var text = Array((head + "analysts:\n").utf8)
    var count = 0
    while text.count < size {
      text += Array("  - {id: a\(count), name: Name number \(count) of many}\n".utf8)
      count += 1
    }
    #expect(try CaseReader.read(text, as: .yaml).theCase.analysts.count == count)
    #expect(time.seconds < 60)
  }
}
