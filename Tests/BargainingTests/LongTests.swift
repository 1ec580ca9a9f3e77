import Foundation

/// Whether the full sizes and counts are asked for (`make evaluate`).
enum LongTests {
  static var areWanted: Bool { ProcessInfo.processInfo.environment["EVALUATE"] == "1" }
}
