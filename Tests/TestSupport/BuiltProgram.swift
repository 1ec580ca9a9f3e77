public import Foundation

/// The programs that are built beside the tests.
public enum BuiltProgram {
  /// The project's folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Where the program `name` lies: beside whatever runs, else in the debug build.
  public static func path(_ name: String) -> String {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [beside, root.appendingPathComponent(".build/debug")].map {
      $0.appendingPathComponent(name).path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[1]
  }
}
