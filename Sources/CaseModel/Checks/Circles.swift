/// Circles in a graph whose nodes are numbered from 0.
enum Circles {
  /// One circle from each part of the graph in which every node leads to every other: a shortest
  /// one through its first node, beginning there.
  /// - Complexity: O(nodes + links).
  static func find(_ next: [[Int]]) -> [[Int]] {
    let parts = parts(next)
    var found: [[Int]] = []
    var isDone = [Bool](repeating: false, count: next.count)
    for node in next.indices where !isDone[parts[node]] {
      isDone[parts[node]] = true
      if let circle = circle(through: node, next, parts) { found.append(circle) }
    }
    return found
  }

  /// For each node the part it is in, by number: Tarjan, "Depth-first search and linear graph
  /// algorithms" (1972), with a stack of its own in place of recursion.
  static func parts(_ next: [[Int]]) -> [Int] {
    let unseen = -1
    var order = [Int](repeating: unseen, count: next.count)
    var low = order
    var part = order
    var count = 0
    var parts = 0
    var open: [Int] = []
    var walk: [(node: Int, link: Int)] = []
    for start in next.indices where order[start] == unseen {
      walk.append((start, 0))
      while let (node, link) = walk.last {
        if link == 0 {
          order[node] = count
          low[node] = count
          count += 1
          open.append(node)
        }
        if link < next[node].count {
          walk[walk.count - 1].link += 1
          let other = next[node][link]
          if order[other] == unseen {
            walk.append((other, 0))
          } else if part[other] == unseen {
            low[node] = min(low[node], order[other])
          }
          continue
        }
        walk.removeLast()
        if let above = walk.last?.node { low[above] = min(low[above], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = open.popLast() {
          part[member] = parts
          if member == node { break }
        }
        parts += 1
      }
    }
    return part
  }

  private static func circle(through start: Int, _ next: [[Int]], _ parts: [Int]) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for other in next[node] where parts[other] == parts[start] {
        if other == start {
          var circle = [node]
          while let last = circle.last, last != start, let before = cameFrom[last] {
            circle.append(before)
          }
          return circle.reversed()
        }
        if cameFrom[other] == nil {
          cameFrom[other] = node
          queue.append(other)
        }
      }
    }
    return nil
  }
}
