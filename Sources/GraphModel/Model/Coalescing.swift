/// The states that feasible combinations make when some count as one.
struct Coalescing {
  /// The states, ascending.
  let patterns: [Pattern]
  /// For each combination, the state it belongs to.
  let owner: [Int32]

  /// - Throws: ``ConflictError`` when two merged states share a combination or one has none.
  init(base: [UInt64], merged: [Pattern], width: Int) throws {
    var home = [Pattern?](repeating: nil, count: base.count)
    for pattern in Set(merged).sorted() {
      var found = false
      for index in base.indices where pattern.matches(base[index]) {
        if let other = home[index] {
          throw ConflictError.coalescedOverlap(
            first: other.text(width: width), second: pattern.text(width: width),
            shared: Pattern(taken: base[index]).text(width: width))
        }
        home[index] = pattern
        found = true
      }
      guard found else {
        throw ConflictError.emptyCoalescedState(pattern: pattern.text(width: width))
      }
    }
    let states = base.indices.map { home[$0] ?? Pattern(taken: base[$0]) }
    let patterns = Set(states).sorted()
    let number = Dictionary(uniqueKeysWithValues: patterns.enumerated().map { ($1, Int32($0)) })
    self.patterns = patterns
    owner = states.map { number[$0] ?? 0 }
  }
}
