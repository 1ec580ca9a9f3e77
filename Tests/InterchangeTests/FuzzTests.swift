import CaseModel
import Foundation
import Foundations
import Interchange
import TestSupport
import Testing

/// Case files with bytes changed at random: reading never traps, and what reads also writes and
/// reads back the same. `FUZZ_COUNT` says how many; a failure names its seed.
@Suite struct FuzzTests {
  static let count = ProcessInfo.processInfo.environment["FUZZ_COUNT"].flatMap { UInt64($0) } ?? 300

  /// The worked case with the first entry of each section, comments and all, and of each list in it
  /// the first three; models as short as the rules' own examples.
  static let yaml: [UInt8] = {
    let path = SeedTextTests.example.appendingPathComponent("istanbul.yaml")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    var kept: [Substring] = []
    var (entries, items) = (0, 0)
    var isModel = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first?.isLetter == true {
        entries = 0
        isModel = line.hasPrefix("conflicts:") || line.hasPrefix("scenarios:")
      }
      if line.hasPrefix("  - ") { entries += 1 }
      if line.hasPrefix("    "), !line.hasPrefix("     ") { items = 0 }
      if line.hasPrefix("      - ") { items += 1 }
      if entries <= 1, items <= 3, !isModel { kept.append(line) }
    }
    for code in ["conflict-pattern", "scenario-unknown-name"] {
      let rule = IntegrityCheck.rules.first { $0.code == code }
      kept += rule?.passing.first?.yaml.split(separator: "\n") ?? []
      if code == "conflict-pattern" { kept += graphForm }
    }
    return Array(kept.joined(separator: "\n").utf8)
  }()

  /// A conflict in the form the worked case has none of.
  private static let graphForm = """
      - id: who-opens
        title: Who opens first
        decisionMakers:
          - {id: n, actors: russia, compares: [{better: open, than: shut, greatly: true}, {equal: [a, b]}]}
          - {id: s, actors: ukraine, ranking: [{states: [open, shut], greatly: true}, {states: a}]}
        states: [{state: open, title: Water flows}, shut, a, b]
        moves: [{mover: n, from: shut, to: open, title: open the gate}]
        statusQuo: shut
        basis: analyst-1
    """.split(separator: "\n")

  static func seeds(_ format: FileLayout.Format) throws -> [UInt8] {
    let theCase = try CaseReader.read(yaml, as: .yaml).theCase
    return format == .yaml ? yaml : CaseWriter.write(theCase, as: format)
  }

  private static let dictionary = [
    "{", "}", "[", "]", ": ", ", ", "- ", "\n", "\r\n", "\t", "#", " #", "\"", "'", "\\", "\\u0000",
    "\\ud800", "&a ", "*a", "<<: ",
    "? ", "|\n", ">\n", "!!str ", "%YAML 1.1\n", "---\n", "...\n", "\u{FEFF}", "\u{85}", "\u{2028}",
    "\0", "null", "~", "[]", "{}",
    "99999999999999999999", "-1", "2025-02-30", "any", "id: ", "start: ", "scenarios: [a]\n",
    "notes:\n", "Ї", "👩‍👩‍👧",
  ]

  static func mutated(_ seed: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0...6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: end)
      case 4:
        let part = Array(bytes[place..<end])
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
      case 5:
        bytes.insert(
          contentsOf: Array((dictionary.randomElement(using: &random) ?? "").utf8), at: place)
      case 6 where Int.random(in: 0...9, using: &random) == 0: bytes.removeSubrange(end...)
      default: bytes.swapAt(place, end - 1)
      }
    }
    return bytes
  }

  @Test func theSeedIsACaseOfSomeLength() throws {
    let lines = Self.yaml.split(separator: UInt8(ascii: "\n")).count
    #expect((40...200).contains(lines), "\(lines) lines")
    #expect(try CaseReader.read(Self.yaml, as: .yaml).theCase.statements.count == 1)
  }

  @Test(arguments: FileLayout.Format.allCases)
  func whatReadsAlsoWritesAndReadsBackTheSame(_ format: FileLayout.Format) throws {
    let seed = try Self.seeds(format)
    var reads = 0
    for number in 0..<Self.count {
      var random = SplitMix64(seed: number &* 0x1_0000_0001 &+ UInt64(format.rawValue.utf8.count))
      let bytes = Self.mutated(seed, &random)
      do {
        let read = try CaseReader.read(bytes, as: format)
        reads += 1
        for other in FileLayout.Format.allCases {
          let written = CaseWriter.write(read.theCase, as: other)
          let again = try? CaseReader.read(written, as: other)
          if again?.theCase != read.theCase {
            Issue.record("mutant \(number) of \(format), written as \(other), reads back otherwise")
          }
        }
        // Every finding has its place, and so has every entry.
        for finding in IntegrityCheck.findings(read.theCase, texts: CaseTexts()) {
          if read.layout.place(of: finding.path, in: CaseIndex(read.theCase)) == nil,
            finding.path.section != nil
          {
            Issue.record("mutant \(number) of \(format): \(finding.path) has no place")
          }
        }
      } catch {
        if error.findings.isEmpty {
          Issue.record("mutant \(number) of \(format): refused without a word")
        }
        for finding in error.findings where finding.place == nil || finding.place?.line == 0 {
          Issue.record(
            "mutant \(number) of \(format): \(finding.code) has no place: \(finding.message)")
        }
      }
    }
    #expect(reads > Int(Self.count) / 50, "the mutants are too broken to prove much: \(reads) read")
  }

  @Test func smallFilesOfEverything() {
    var random = SplitMix64(seed: 21)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.dictionary.randomElement(using: &random) ?? ""
      }.joined()
      for format in FileLayout.Format.allCases {
        let start = format == .yaml ? head : ""
        _ = try? CaseReader.read(Array((start + text).utf8), as: format)
      }
    }
  }

  @Test func inPlaceEditsOfMutantsAreRightOrRefused() throws {
    let temporary = try TemporaryCase("")
    let url = URL(fileURLWithPath: temporary.path)
    for number in 0..<min(Self.count, 100) {
      var random = SplitMix64(seed: number &+ 7777)
      let bytes = Self.mutated(Self.yaml, &random)
      guard (try? CaseReader.read(bytes, as: .yaml)) != nil else { continue }
      try Data(bytes).write(to: url)
      let file = try temporary.open()
      let source = Case.Source(
        id: "fuzz-new", title: "N",
        text: Case.TextRecord(file: "texts/fuzz.txt", sha256: SHA256Digest(of: "x".utf8)))
      var expected = file.theCase
      expected.sources.append(source)
      do {
        try file.add(source, text: Array("x".utf8), .inPlace)
        #expect(try temporary.open().theCase == expected, "mutant \(number)")
      } catch is CaseFileError {
        #expect(temporary.bytes == bytes, "mutant \(number)")
      }
    }
  }
}
