internal import CaseModel

/// A view's parts, by row of the table or by step, each with what it rests on: those of the previous
/// case's view that still hold are kept.
struct KeptParts<Key: Hashable & Sendable, Part: Sendable>: Sendable {
  private struct Kept: Sendable {
    let part: Part
    let consulted: Consulted
  }

  private var before: [Key: Kept] = [:]
  private var reach: Reach?
  private var made: [Key: Kept] = [:]

  init() {}

  /// For the view of a case that differs from the one before by as much as `reach`.
  init(after before: KeptParts, _ reach: Reach) {
    self.before = before.made
    self.reach = reach
  }

  /// Releases what was made of the case before, once all is made of this one.
  mutating func forget() { (before, reach) = ([:], nil) }

  /// The part of `key`: the previous one, where nothing that it rests on has changed, else what
  /// `make` returns, which records all its look-ups in its argument.
  ///
  /// - Parameter holds: whether all else that the previous part was made of is the same.
  mutating func part(
    _ key: Key, where holds: (Part) -> Bool = { _ in true }, _ make: (Consulted) throws -> Part
  ) rethrows -> Part {
    if let reach, let kept = before[key], reach.leaves(kept.consulted), holds(kept.part) {
      made[key] = kept
      return kept.part
    }
    let consulted = Consulted()
    let part = try make(consulted)
    made[key] = Kept(part: part, consulted: consulted)
    return part
  }
}

/// By row of the table.
typealias RowParts<Part: Sendable> = KeptParts<Int, Part>
