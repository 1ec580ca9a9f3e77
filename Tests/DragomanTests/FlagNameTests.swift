import Foundation
import TestSupport
import Testing

/// What a flag is called, only the command line knows: below it, values and errors name the thing.
@Suite struct FlagNameTests {
  /// They run other programs, whose flags they have to know.
  private static let ofOtherPrograms = [
    "Documents/Office/PandocReader.swift", "Documents/PDF/ToolRunner.swift",
  ]

  @Test func noFlagIsNamedBelowTheCommandLine() throws {
    let sources = Project.file("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var looked = 0
    for case let path as String in files where path.hasSuffix(".swift") {
      // Style sheets have names that begin with two hyphens.
      guard !path.hasPrefix("dragoman/"), !path.hasSuffix("Style.swift"),
        !Self.ofOtherPrograms.contains(path)
      else { continue }
      looked += 1
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      where line.contains("--") {
        let code = line.trimmingCharacters(in: .whitespaces)
        guard !code.hasPrefix("//") else { continue }
        #expect(
          code.firstMatch(of: /(^|[^-<\w(!])--[a-z]/) == nil, "\(path):\(number + 1): \(code)")
      }
    }
    #expect(looked > 500)
  }
}
