internal import CaseModel
internal import StateOfPlay

/// What is asked for an answer, in words.
extension ViewContext {
  /// What stands in the way, all that one party asks in one way in one sentence.
  func obstacleWords(_ obstacles: [ConvergenceView.Obstacle]) -> [Inline] {
    var groups: [[ConvergenceView.Obstacle]] = []
    for obstacle in obstacles {
      let place = groups.firstIndex {
        $0[0].holder == obstacle.holder && $0[0].kind == obstacle.kind
      }
      if let place { groups[place].append(obstacle) } else { groups.append([obstacle]) }
    }
    return groups.map { group in
      let tie = group[0].kind == .exchange ? "in exchange for" : "only after"
      var line = Inline("\(index.name(group[0].holder)) \(tie) ")
      // Several from one statement name it once, at the end.
      let isOne =
        group.count > 1
        && group.allSatisfy { $0.statements.prefix(1) == group[0].statements.prefix(1) }
      for (place, obstacle) in group.enumerated() {
        line += Inline(
          place == 0 ? "" : place == group.count - 1 ? " and " : ", ")
        line += Inline(
          "“\(obstacle.requirement)”" + stateWords(obstacle, isAlone: group.count == 1))
        let statements = isOne ? Array(obstacle.statements.dropFirst()) : obstacle.statements
        if !statements.isEmpty { line += Inline(" ") + references(statements, limit: 3) }
      }
      if isOne { line += Inline(" ") + references(Array(group[0].statements.prefix(1))) }
      return line
    }
  }

  /// What became of it. In a list only what is more than open is said.
  private func stateWords(_ obstacle: ConvergenceView.Obstacle, isAlone: Bool) -> String {
    var words: [String] = []
    if let who = obstacle.inferred { words.append("inferred by \(index.name(who))") }
    if let promise = obstacle.promise { words.append(promiseWords(promise)) }
    if !obstacle.rejectedBy.isEmpty {
      words.append("rejected by \(index.running(obstacle.rejectedBy))")
    } else if obstacle.state == .blocked {
      words.append("blocked")
    } else if obstacle.promise == nil, isAlone {
      words.append("not yet fulfilled")
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
  }

  /// A requirement accepted by who must meet it.
  func awaitedWords(_ obstacle: ConvergenceView.Obstacle) -> Inline {
    let tie = obstacle.kind == .exchange ? "in exchange for" : "once"
    var words = "\(index.name(obstacle.holder)) \(tie) “\(obstacle.requirement)”"
    let accepted =
      obstacle.tiedBy.map {
        ", to which \(index.running($0)) \($0.count == 1 ? "agrees" : "agree") only on a condition"
      } ?? ", accepted but not yet fulfilled"
    words += obstacle.promise.map { ", \(promiseWords($0))" } ?? accepted
    return Inline(words + " ") + references(obstacle.statements, limit: 3)
  }
}
