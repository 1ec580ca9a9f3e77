/// How a long computation tells its progress and learns that it should stop.
public struct Checkpoint: Sendable {
  private let observe: @Sendable (_ done: Int, _ total: Int) throws -> Void

  /// - Parameter observe: called now and then with the work done of the work to do; what it throws
  ///   ends the computation, which then gives no partial result.
  public init(_ observe: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void) {
    self.observe = observe
  }

  /// Reports to nobody and never stops.
  public static let none = Checkpoint { _, _ in }

  public func report(_ done: Int, of total: Int) throws { try observe(done, total) }
}
