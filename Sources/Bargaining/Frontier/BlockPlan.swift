/// Which issues must be taken together because a condition ties them, and in which order, so that
/// few conditions are open at any time.
struct BlockPlan {
  /// Issues in elimination order.
  let issues: [Int]

  /// The blocks of a model, each ordered greedily: next comes the issue that leaves the least open.
  static func blocks(issueCount: Int, optionCounts: [Int], conditions: [Conjunction]) -> [BlockPlan]
  {
    var parent = Array(0..<issueCount)
    func root(_ issue: Int) -> Int {
      var issue = issue
      while parent[issue] != issue { issue = parent[issue] }
      return issue
    }
    for condition in conditions {
      guard let first = condition.literals.first else { continue }
      for literal in condition.literals.dropFirst() {
        let (left, right) = (root(first.issue), root(literal.issue))
        if left != right { parent[max(left, right)] = min(left, right) }
      }
    }
    var members: [[Int]] = Array(repeating: [], count: issueCount)
    for issue in 0..<issueCount { members[root(issue)].append(issue) }
    return members.filter { !$0.isEmpty }.map {
      BlockPlan(ordering: $0, optionCounts: optionCounts, conditions: conditions)
    }
  }

  private init(ordering members: [Int], optionCounts: [Int], conditions: [Conjunction]) {
    if members.count == 1 {
      issues = members
      return
    }
    let own = Set(members)
    let scopes = conditions.map { $0.literals.map(\.issue) }
      .filter { $0.count > 1 && own.contains($0[0]) }
    var remaining = members
    var done: Set<Int> = []
    var order: [Int] = []
    while !remaining.isEmpty {
      var best = 0
      var bestCost = Double.infinity
      for (position, candidate) in remaining.enumerated() {
        var openIssues: Set<Int> = []
        var openScopes = 0
        for scope in scopes {
          let inside = scope.filter { done.contains($0) || $0 == candidate }
          if !inside.isEmpty && inside.count < scope.count {
            openScopes += 1
            openIssues.formUnion(inside)
          }
        }
        let assignments = openIssues.reduce(1.0) { $0 * Double(optionCounts[$1]) }
        let cost = min(assignments, openScopes > 60 ? .infinity : Double(1 << openScopes))
        if cost < bestCost {
          bestCost = cost
          best = position
        }
      }
      let chosen = remaining.remove(at: best)
      done.insert(chosen)
      order.append(chosen)
    }
    issues = order
  }
}
