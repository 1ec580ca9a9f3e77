internal import CaseModel
internal import Foundations

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
  /// Another case may follow. Else nothing is recorded, and nothing kept.
  let isFollowed: Bool

  init(isFollowed: Bool = false) { self.isFollowed = isFollowed }

  /// For the view of a case that differs from the one before by as much as `reach`.
  init(after before: KeptParts, _ reach: Reach) {
    self.before = before.made
    self.reach = reach
    isFollowed = true
  }

  /// Releases what was made of the case before, once all is made of this one.
  mutating func forget() { (before, reach) = ([:], nil) }

  /// The part of `key`: the previous one, where nothing that it rests on has changed, else what
  /// `make` returns, which records all its look-ups in its argument.
  ///
  /// - Parameter holds: whether all else that the previous part was made of is the same.
  mutating func part(
    _ key: Key, where holds: (Part) -> Bool = { _ in true }, _ make: (Consulted?) throws -> Part
  ) rethrows -> Part {
    guard isFollowed else { return try make(nil) }
    if let part = kept(key, where: holds) { return part }
    let consulted = Consulted()
    let part = try make(consulted)
    made[key] = Kept(part: part, consulted: consulted)
    return part
  }

  private mutating func kept(_ key: Key, where holds: (Part) -> Bool) -> Part? {
    guard let reach, let kept = before[key], reach.leaves(kept.consulted), holds(kept.part) else {
      return nil
    }
    made[key] = kept
    return kept.part
  }

  /// The parts of `keys`, each as above; what has to be made is made on all cores where there is enough
  /// to do.
  ///
  /// - Parameters:
  ///   - work: the statements or conditions of all keys.
  ///   - holds: of a key by its place, whether all else that the previous part was made of is the same.
  mutating func parts<Stop: Error>(
    _ keys: [Key], work: Int, where holds: (Int, Part) -> Bool = { _, _ in true },
    _ make: @Sendable (Int, Consulted?) throws(Stop) -> Part
  ) throws(Stop) -> [Part] {
    guard isFollowed else {
      return try Parallel.map(count: keys.count, work: work) { (place) throws(Stop) in
        try make(place, nil)
      }
    }
    var parts: [Part?] = keys.indices.map { place in kept(keys[place]) { holds(place, $0) } }
    let missing = keys.indices.filter { parts[$0] == nil }
    let found = try Parallel.map(count: missing.count, work: work) { (number) throws(Stop) in
      let consulted = Consulted()
      return Kept(part: try make(missing[number], consulted), consulted: consulted)
    }
    for (place, kept) in zip(missing, found) {
      made[keys[place]] = kept
      parts[place] = kept.part
    }
    return parts.compactMap(\.self)
  }
}

/// By row of the table.
typealias RowParts<Part: Sendable> = KeptParts<Int, Part>
