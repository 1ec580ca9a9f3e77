import CaseGenerator
import Foundation
import Interchange

/// Generated files, made when first asked for and shared by the workloads that read them.
enum CaseFiles {
  static func path(_ format: FileLayout.Format, _ size: Int, _ folder: URL) throws -> String {
    let file = file(format, size, folder)
    if !FileManager.default.fileExists(atPath: file.path) {
      // In another process, so that the case does not count in this one's memory.
      _ = try Child.run(
        Child.program,
        ["--measure", "make-\(format.rawValue)", "--size", "\(size)", "--data", folder.path])
    }
    return file.path
  }

  /// The format of the file that `--measure make-FORMAT` asks for.
  static func format(made name: String) -> FileLayout.Format? {
    name.hasPrefix("make-") ? FileLayout.Format(rawValue: String(name.dropFirst(5))) : nil
  }

  static func make(_ format: FileLayout.Format, _ size: Int, _ folder: URL) throws {
    let file = file(format, size, folder)
    if format == .jsonl {
      try JSONLinesFile.write(statements: size, to: file)
    } else {
      let bytes = CaseWriter.write(GeneratedCase.make(statements: size), as: format)
      try FileBytes.write(bytes, to: file.path)
    }
  }

  private static func file(_ format: FileLayout.Format, _ size: Int, _ folder: URL) -> URL {
    folder.appendingPathComponent("case-\(size).\(format.rawValue)")
  }
}
