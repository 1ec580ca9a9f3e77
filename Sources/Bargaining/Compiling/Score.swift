internal import BigInt
internal import Foundations

/// The integers utilities are added in after scaling: `Int` where every sum fits, else `BigInt`.
protocol Score: SignedInteger, Sendable, Hashable {
  /// The union of shifted partial frontiers, dominated and equal rows folded away.
  static func union(
    of sources: [ShiftedFront<Self>], width: Int, keeping reduction: FrontReduction,
    _ checkpoint: Checkpoint
  ) throws -> Front<Self>
}

extension Int: Score {}

extension BigInt: Score {}

/// What may be folded away when partial sums are joined.
enum FrontReduction: Sendable {
  /// Rows another row dominates, and equal rows into one.
  case efficient
  /// Equal rows into one.
  case distinct
}
