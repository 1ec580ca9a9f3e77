import CaseModel
import Foundation
import Foundations
import Interchange
import TestSupport
import Testing

/// Files of other programs with bytes changed at random: reading never traps, every fault has its
/// words, and what reads can be written and read again.
@Suite struct ForeignFuzzTests {
  static let seeds: [[String: String]] = [
    GeniusFixture.files, ["p.xml": GeniusFixture.profile],
    ["d.json": GeniusWebTests.domain, "p.json": GeniusWebTests.profile()],
    ["d.yml": NegMASTests.domain, "p.yml": NegMASTests.function],
  ]

  private static let dictionary = [
    "<", "/>", "</issue>", "<!--", "]]>", "&amp;", "&#0;", "&x;", "<!DOCTYPE a>", "\u{0}", "\"",
    "index=\"2\"", "1e308", "-0", "NaN", "1e-400", "{", "}", "[", "*a", "&a ", "\n", ": ", "- ",
    "99999999999999999999", "value=\"\"", "null", "ü", "\u{FEFF}",
  ]

  @Test(arguments: seeds.indices)
  func mutantsAreReadOrRefused(_ kind: Int) throws {
    var reads = 0
    for number in 0..<FuzzTests.count {
      var random = SplitMix64(seed: number &* 31 &+ UInt64(kind) &* 0x1_0000_0001)
      var files: [String: [UInt8]] = [:]
      // One file of a pair, so that some of them read.
      let names = Self.seeds[kind].keys.sorted()
      let chosen = names.randomElement(using: &random)
      for name in names {
        var bytes = Array((Self.seeds[kind][name] ?? "").utf8)
        if name == chosen {
          if Bool.random(using: &random) { bytes = FuzzTests.mutated(bytes, &random) }
          let word = Self.dictionary.randomElement(using: &random) ?? ""
          bytes.insert(
            contentsOf: Array(word.utf8), at: Int.random(in: 0...bytes.count, using: &random))
        }
        files[name] = bytes
      }
      do {
        let scenario = try ForeignScenario(bytes: files).read().scenario
        reads += 1
        for format in [FileLayout.Format.yaml, .json] {
          let bytes = CaseWriter.model(scenario, as: format)
          let again = try ModelFileRoundTrip.read(bytes, as: format)
          if again != scenario { Issue.record("\(kind) \(number) reads back otherwise") }
        }
        _ = try? GeniusExport(scenario)
      } catch let located as UnreadableFileError {
        #expect(!located.unreadable.findings.isEmpty, "\(kind) \(number)")
      } catch let fault as CaseFileError {
        #expect(fault.message.count > 10, "\(kind) \(number)")
      }
    }
    #expect(reads > 0)
  }
}

/// A scenario's file written, and read as `dragoman settle` reads it.
enum ModelFileRoundTrip {
  static func read(_ bytes: [UInt8], as format: FileLayout.Format) throws -> Case.Scenario? {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "model.\(format.rawValue)")
    return try ModelFile.open(path, \.scenarios)?.theCase.scenarios.first
  }
}
