/// Places joined in pairs, and the clusters they come to.
struct Clusters {
  private var parents: [Int]
  private var isJoined: [Bool]

  init(_ count: Int) {
    parents = Array(0..<count)
    isJoined = [Bool](repeating: false, count: count)
  }

  private mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ a: Int, _ b: Int) {
    (isJoined[a], isJoined[b]) = (true, true)
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  /// Joined with some other.
  func holds(_ place: Int) -> Bool { isJoined[place] }

  /// The clusters of two and more, each in ascending order, by their first places.
  var groups: [[Int]] {
    var copy = self
    var groups: [[Int]] = []
    var group: [Int: Int] = [:]
    for place in parents.indices where isJoined[place] {
      let root = copy.root(place)
      if let known = group[root] {
        groups[known].append(place)
      } else {
        group[root] = groups.count
        groups.append([place])
      }
    }
    return groups
  }
}
