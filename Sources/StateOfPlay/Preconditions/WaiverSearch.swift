/// Which sets of waivers leave no circle with a *before* in it: minimum feedback sets, where a
/// waiver removes the arcs that are its own.
///
/// Iterative deepening: some waiver of any circle left must be in the set, so the search branches
/// over those of a shortest one; the second branch keeps the first one's waiver for good, so that no
/// set is met twice. Circles that share no waiver bound the size from below.
struct WaiverSearch {
  struct Result {
    /// Each in ascending order; smallest first, then by number of parties, then by waiver.
    var sets: [[Int]] = []
    var smallest = 0
    var isProven = false
    var hasAllSmallest = false
    var isComplete = false
    /// Links looked at in searches that `work` bounds.
    var spent = 0
  }

  private let graph: ConditionGraph
  /// Whose waiver each is.
  private let parties: [Int]
  private let limits: PreconditionsView.Limits
  private let tick: () throws -> Void
  private var circles: ShortestCircle
  private var removed: [Bool]
  private var kept: [Bool]
  private var chosen: [Int] = []
  private var found: [[Int]] = []
  private var mostFound = Int.max
  private var size = 0
  /// Some branch was left because it would need more than `size`.
  private var wasCut = false
  /// The work at which to stop.
  private var end = Int.max
  private var isSpent = false
  private var visits = 0

  init(
    _ graph: ConditionGraph, parties: [Int], limits: PreconditionsView.Limits,
    tick: @escaping () throws -> Void = {}
  ) {
    self.graph = graph
    self.parties = parties
    self.limits = limits
    self.tick = tick
    circles = ShortestCircle(graph)
    removed = [Bool](repeating: false, count: graph.waivers)
    kept = removed
  }

  /// - Complexity: exponential in the size of the smallest set up to ``PreconditionsView/Limits``'
  ///   `exactWaivers`; beyond, by `work`.
  mutating func run() throws -> Result {
    var result = Result()
    let isExact = graph.waivers <= limits.exactWaivers
    if !isExact { end = circles.work + limits.work }
    let lower = max(1, bound(atMost: .max) ?? 1)
    let guess = isExact ? nil : WaiverGuess(graph, parties: parties).smallest()
    mostFound = limits.smallestSets
    for size in lower...max(lower, guess?.count ?? graph.waivers) {
      try collect(size)
      if isSpent || !found.isEmpty { break }
    }
    result.isProven = !found.isEmpty || (guess.map { $0.count <= lower } ?? false)
    result.hasAllSmallest = !found.isEmpty && !isSpent
    if let guess, found.isEmpty { found = [guess] }
    result.sets = ordered(found)
    result.smallest = result.sets.count
    if !isExact { result.spent = circles.work }
    guard result.hasAllSmallest else { return result }
    try further(&result)
    return result
  }

  /// Minimal sets larger than the smallest, until there are enough.
  private mutating func further(_ result: inout Result) throws {
    let begun = circles.work
    defer { result.spent += circles.work - begun }
    end = begun + limits.work
    mostFound = .max
    while result.sets.count < limits.sets {
      if !wasCut {
        result.isComplete = true
        return
      }
      try collect(size + 1)
      if isSpent { return }
      let room = limits.sets - result.sets.count
      result.sets += ordered(found).prefix(room)
      if found.count > room { return }
    }
    result.isComplete = !wasCut
  }

  private func ordered(_ sets: [[Int]]) -> [[Int]] {
    let keyed = sets.map { set in
      let waivers = set.sorted()
      return (parties: Set(waivers.map { parties[$0] }).count, waivers: waivers)
    }
    return keyed.sorted { a, b in
      if a.waivers.count != b.waivers.count { return a.waivers.count < b.waivers.count }
      if a.parties != b.parties { return a.parties < b.parties }
      return a.waivers.lexicographicallyPrecedes(b.waivers)
    }.map(\.waivers)
  }

  /// Every minimal set of just this size.
  private mutating func collect(_ size: Int) throws {
    self.size = size
    found = []
    wasCut = false
    try descend()
  }

  private mutating func descend() throws {
    visits += 1
    if visits % 256 == 0 { try tick() }
    if circles.work > end || found.count >= mostFound { isSpent = true }
    if isSpent { return }
    guard let circle = circles.find(without: removed) else {
      if chosen.count == size, isMinimal() { found.append(chosen) }
      return
    }
    let left = size - chosen.count
    var free: [Int] = []
    for waiver in circle.map({ graph.arcs[$0].waiver }) where !kept[waiver] {
      if !free.contains(waiver) { free.append(waiver) }
    }
    // A circle of waivers that are kept stays.
    if free.isEmpty { return }
    guard left > 0 else {
      wasCut = true
      return
    }
    if left > 1 || free.count > 1 {
      guard let bound = bound(atMost: left) else { return }
      if bound > left {
        wasCut = true
        return
      }
    }
    for waiver in free {
      removed[waiver] = true
      chosen.append(waiver)
      try descend()
      chosen.removeLast()
      removed[waiver] = false
      kept[waiver] = true
    }
    for waiver in free { kept[waiver] = false }
  }

  /// How many circles share no waiver that may be given, counted until they are more than `most`;
  /// nil where one cannot be opened at all.
  private mutating func bound(atMost most: Int) -> Int? {
    var gone = removed
    var count = 0
    while count <= most, circles.work <= end, let circle = circles.find(without: gone) {
      count += 1
      var isOpened = false
      for waiver in circle.map({ graph.arcs[$0].waiver }) where !kept[waiver] {
        gone[waiver] = true
        isOpened = true
      }
      if !isOpened { return nil }
    }
    return count
  }

  /// Each waiver chosen is needed.
  private func isMinimal() -> Bool {
    var without = removed
    for waiver in chosen {
      without[waiver] = false
      if graph.isOpen(without: without) { return false }
      without[waiver] = true
    }
    return true
  }
}
