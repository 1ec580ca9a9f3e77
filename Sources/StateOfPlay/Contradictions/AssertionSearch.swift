/// Finds among many assertions one that stands in some relation to a given one, without comparing
/// each with each.
///
/// The assertions stand in blocks of a few in order of date and value, with a binary tree of
/// ``AssertionBounds`` over the blocks. A branch whose bounds show that nothing in it can qualify is
/// passed over. Bounds only save work: what is found is judged by the relation itself.
struct AssertionSearch {
  /// The relation looked for.
  struct Relation {
    /// False only where nothing that `bounds` bound stands in it to what `one` bounds.
    let mayHold: (_ bounds: AssertionBounds, _ one: AssertionBounds) -> Bool
    let holds: (_ one: Assertion, _ other: Assertion) -> Bool
  }

  private static let block = 16

  private let assertions: [Assertion]
  /// Places in `assertions`, block by block.
  private let places: [Int]
  private let relation: Relation
  private var isGone: [Bool]
  /// By block, how many are not gone.
  private var left: [Int] = []
  /// Of each place; empty where one block holds them all.
  private let bounds: [AssertionBounds]
  /// The root is at 1, the children of `n` at `2n` and `2n + 1`, the blocks from `leaves` on.
  private var tree: [AssertionBounds] = []
  private var leaves = 1

  /// Of `assertions` those at `places` can be found.
  /// - Complexity: O(places log places).
  init(
    _ assertions: [Assertion], _ places: [Int], _ relation: Relation, ignoringDates: Bool = false
  ) {
    self.assertions = assertions
    self.relation = relation
    isGone = [Bool](repeating: false, count: places.count)
    guard places.count > Self.block else {
      self.places = places
      bounds = []
      return
    }
    let bounded = places.map { place in
      (place, AssertionBounds(assertions[place], ignoringDates: ignoringDates))
    }.sorted { a, b in a.1.isBefore(b.1) || (!b.1.isBefore(a.1) && a.0 < b.0) }
    self.places = bounded.map(\.0)
    bounds = bounded.map(\.1)
    while leaves * Self.block < places.count { leaves *= 2 }
    left = (0..<leaves).map { range(ofBlock: $0).count }
    tree = [AssertionBounds](repeating: AssertionBounds(), count: leaves * 2)
    for leaf in 0..<leaves { tree[leaves + leaf] = boundsOfBlock(leaf) }
    for node in stride(from: leaves - 1, to: 0, by: -1) {
      tree[node] = tree[2 * node].with(tree[2 * node + 1])
    }
  }

  private func range(ofBlock leaf: Int) -> Range<Int> {
    let start = min(leaf * Self.block, places.count)
    return start..<min(start + Self.block, places.count)
  }

  private func boundsOfBlock(_ leaf: Int) -> AssertionBounds {
    var both = AssertionBounds()
    for index in range(ofBlock: leaf) where !isGone[index] { both = both.with(bounds[index]) }
    return both
  }

  private mutating func remove(_ index: Int) {
    isGone[index] = true
    guard !tree.isEmpty else { return }
    let block = index / Self.block
    left[block] -= 1
    // Bounds of what is gone, too, mislead no one for long: they are drawn again at each halving.
    guard left[block] & (left[block] - 1) == 0 else { return }
    var node = leaves + block
    tree[node] = boundsOfBlock(block)
    while node > 1 {
      node /= 2
      tree[node] = tree[2 * node].with(tree[2 * node + 1])
    }
  }

  /// One that is not removed and stands in the relation to that at `index`, other than itself.
  private func first(for index: Int) -> Int? {
    let one = assertions[places[index]]
    func search(_ range: Range<Int>) -> Int? {
      range.first { other in
        !isGone[other] && other != index && relation.holds(one, assertions[places[other]])
      }
    }
    if tree.isEmpty { return search(0..<places.count) }
    var open = [1]
    while let node = open.popLast() {
      guard relation.mayHold(tree[node], bounds[index]) else { continue }
      if node < leaves {
        open.append(2 * node + 1)
        open.append(2 * node)
      } else if let found = search(range(ofBlock: node - leaves)) {
        return found
      }
    }
    return nil
  }

  /// Joins whatever stands in the relation; each is reached once, so that as many searches are made
  /// as there are assertions, and as many again that find nothing.
  mutating func join(_ clusters: inout Clusters) {
    for start in places.indices where !isGone[start] {
      remove(start)
      var open = [start]
      while let one = open.popLast() {
        while let other = first(for: one) {
          clusters.join(places[one], places[other])
          remove(other)
          open.append(other)
        }
      }
    }
  }

  /// The places of those that stand in the relation to some other.
  func related() -> [Int] {
    places.indices.filter { first(for: $0) != nil }.map { places[$0] }
  }
}
