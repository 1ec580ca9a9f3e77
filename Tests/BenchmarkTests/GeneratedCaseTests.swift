import CaseGenerator
import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

@Suite struct GeneratedCaseTests {
  @Test(arguments: [(1, 1, 1), (60, 2, 3), (700, 20, 200), (300, 50, 7)])
  func `A generated case holds together`(statements: Int, parties: Int, issues: Int) {
    let theCase = GeneratedCase.make(statements: statements, parties: parties, issues: issues)
    #expect(theCase.statements.count == statements)
    let errors = IntegrityCheck.findings(theCase, texts: CaseTexts()).filter {
      $0.severity == .error
    }
    #expect(errors.map { "\($0.path): \($0.message)" } == [])
  }

  @Test func `The same seed gives the same case, another seed another`() {
    let first = GeneratedCase.make(statements: 100, seed: 7)
    #expect(first == GeneratedCase.make(statements: 100, seed: 7))
    #expect(first != GeneratedCase.make(statements: 100, seed: 8))
  }

  @Test(arguments: FileLayout.Format.allCases)
  func `A generated case is read back as it was written`(format: FileLayout.Format) throws {
    let theCase = GeneratedCase.make(statements: 200, parties: 5, issues: 40)
    let bytes = CaseWriter.write(theCase, as: format)
    #expect(try CaseReader.read(bytes, as: format).theCase == theCase)
  }

  @Test func `A file written by streaming reads as the case made in memory`() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let file = folder.url.appendingPathComponent("generated.jsonl")
    // More than one part of the stream.
    let written = try JSONLinesFile.write(statements: 5000, parties: 4, issues: 20, to: file)
    let bytes = try FileBytes.read(file.path, limit: .max)
    #expect(bytes.count == written)
    let made = GeneratedCase.make(statements: 5000, parties: 4, issues: 20)
    #expect(try CaseReader.read(bytes, as: .jsonl).theCase == made)
  }
}
