import Foundation

/// Where the worked cases lie.
enum WorkedCases {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Examples/\(name)/\(name).yaml").path
  }

  /// The folder with the texts of the case whose texts are withheld; nil where it is not given.
  static var texts: String? { ProcessInfo.processInfo.environment["DRAGOMAN_TEXTS"] }
}
