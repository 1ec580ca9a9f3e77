internal import Foundations

/// A span of days: its start belongs to it, its end does not.
///
/// Statements without a date are in no window but ``all``.
public struct Window: Sendable, Hashable, Codable {
  /// The first day, in days since 1 January 1970; nil for no limit.
  public let start: Int?
  /// The first day after it; nil for no limit.
  public let end: Int?

  /// Every statement, dated or not.
  public static let all = Window(unchecked: nil, nil)

  /// From `start` until before `end`.
  /// - Throws: `NetworkError.emptyWindow` where the end is not after the start.
  public init(from start: Int?, until end: Int?) throws {
    if let start, let end, end <= start { throw NetworkError.emptyWindow(start: start, end: end) }
    self.init(unchecked: start, end)
  }

  init(unchecked start: Int?, _ end: Int?) { (self.start, self.end) = (start, end) }
}

extension StatementTable {
  /// The positions of the statements within a window.
  /// - Complexity: O(log n)
  func positions(in window: Window) -> Range<Int> {
    if window.start == nil, window.end == nil { return 0..<count }
    let all = 0..<dated
    let lower = window.start.map { start in all.partitioningPoint { day[$0] >= start } } ?? 0
    let upper = window.end.map { end in all.partitioningPoint { day[$0] >= end } } ?? dated
    return lower..<max(lower, upper)
  }
}
