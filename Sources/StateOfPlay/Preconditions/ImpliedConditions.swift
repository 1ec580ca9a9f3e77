internal import CaseModel

extension ConditionNetwork {
  /// The places of conditions that others together already say: their step waits for what they
  /// await by a longer way too. Within a circle every way is a longer one, and none is implied.
  /// - Complexity: O(nodes × arcs).
  func implied() -> Set<Int> {
    let none = [Bool](repeating: false, count: graph.waivers)
    let (part, count) = graph.parts(without: none)
    var after = [[Int]](repeating: [], count: count)
    for arc in graph.arcs where part[arc.from] != part[arc.to] {
      after[part[arc.from]].append(part[arc.to])
    }
    var far = [Set<Int>?](repeating: nil, count: count)
    var found: Set<Int> = []
    for arc in graph.arcs where arc.isBefore {
      let (from, to) = (part[arc.from], part[arc.to])
      if from == to || after[from].allSatisfy({ $0 == to }) { continue }
      let beyond = far[from] ?? Self.beyond(from, after)
      far[from] = beyond
      if beyond.contains(to) { found.insert(waivers[arc.waiver]) }
    }
    return found
  }

  /// The parts that are two links away or further.
  private static func beyond(_ start: Int, _ after: [[Int]]) -> Set<Int> {
    var found: Set<Int> = []
    var open: [Int] = []
    for next in Set(after[start]).sorted() { open += after[next] }
    while let part = open.popLast() {
      if found.insert(part).inserted { open += after[part] }
    }
    return found
  }
}
