import ArgumentParser
import CaseModel
import Interchange

/// Which case.
struct CaseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The case: a file, or a folder that holds just one.", valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonl"]))
  var path: String

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp("Largest file to read, in megabytes.", valueName: "MB"))
  var maxSize = 100

  func validate() throws {
    guard (1...1_000_000).contains(maxSize) else {
      throw ValidationError("--max-size is a number of megabytes from 1 to 1000000")
    }
  }

  func open() throws -> CaseFile { try CaseFile.open(path, limits: limits) }

  /// A case, or a file with a conflict alone.
  func openModel() throws -> CaseFile {
    try ModelFile.open(path, limits: limits) ?? CaseFile.open(path, limits: limits)
  }

  /// A case, or a file with one entry of the section alone.
  func openModel<Entry: ModelFile.Model>(
    _ section: WritableKeyPath<Case, [Entry]>
  ) throws -> CaseFile {
    try ModelFile.open(path, section, limits: limits) ?? CaseFile.open(path, limits: limits)
  }

  private var limits: ReadLimits {
    var limits = ReadLimits()
    limits.fileSize = maxSize * 1_000_000
    return limits
  }
}
