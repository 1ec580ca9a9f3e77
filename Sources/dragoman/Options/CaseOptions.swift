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

  func open() throws -> CaseFile {
    var limits = ReadLimits()
    limits.fileSize = maxSize * 1_000_000
    return try CaseFile.open(path, limits: limits)
  }
}
