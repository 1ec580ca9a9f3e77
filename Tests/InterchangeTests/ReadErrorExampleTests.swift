import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Each reason why a file cannot be read has an example that is refused for it, at its place.
@Suite struct ReadErrorExampleTests {
  @Test(arguments: ReadErrorCode.allCases)
  func theExampleIsRefusedForIt(_ code: ReadErrorCode) throws {
    let example = code.example
    let folder = try TemporaryFolder()
    let path = folder.place(example.name)
    try Data(example.bytes).write(to: URL(fileURLWithPath: path))
    for other in example.beside {
      try Data(other.bytes).write(to: URL(fileURLWithPath: folder.place(other.name)))
    }
    do {
      switch URL(fileURLWithPath: path).pathExtension {
      case "gmcr": _ = try ModelFile.open(path, limits: example.limits)
      case "yaml": _ = try CaseReader.read(example.bytes, as: .yaml, limits: example.limits)
      default:
        _ = try ScenarioImport.read(
          [path] + example.beside.map { folder.place($0.name) }, limits: example.limits)
      }
      Issue.record("it was read")
    } catch let error as UnreadableCaseError {
      #expect(error.findings.map(\.code) == [code.rawValue], "\(error.findings)")
    } catch let error as UnreadableFileError {
      #expect(
        error.unreadable.findings.map(\.code) == [code.rawValue], "\(error.unreadable.findings)")
    }
  }

  /// No two examples are the same, and each is shown in the catalogue.
  @Test func examplesAreTheirOwn() {
    let shown = ReadErrorCode.allCases.map { $0.example.shown }
    #expect(Set(shown).count == shown.count && !shown.contains(""))
  }
}
