/// The literal twin: every definition as the books print it, by quantifiers over explicit sets.
///
/// Slow and plain on purpose, and sharing nothing with the engine.
struct Twin {
  enum Relation { case better, equal, worse, unknown }

  let states: Int
  /// moves[i][s]: R_i(s).
  let moves: [[Set<Int>]]
  /// relation[i][s][q]: how q compares with s for i.
  let relation: [[[Relation]]]
  /// great[i][s][q]: q is greatly less preferred than s.
  var great: [[[Bool]]] = []
  /// In option form without coalesced states, the combination of each state.
  var patterns: [UInt64]?

  var makers: Range<Int> { 0..<moves.count }

  struct Reading {
    var leavesForUnknown = false
    var deterredByUnknown = false
    var strongly = false
  }

  /// R_H(s) by induction, with Ω(s₁), the set of last movers on legal sequences to s₁:
  /// (i) j ∈ H, s₁ ∈ R_j(s); (ii) s₁ ∈ R_H(s), j ∈ H, s₂ ∈ R_j(s₁) and Ω(s₁) ≠ {j}.
  func reached(_ group: [Int], from start: Int, allowed: (Int, Int, Int) -> Bool) -> Set<Int> {
    var last = [Set<Int>](repeating: [], count: states)
    for j in group {
      for target in moves[j][start] where allowed(j, start, target) { last[target].insert(j) }
    }
    var grew = true
    while grew {
      grew = false
      for state in 0..<states where !last[state].isEmpty {
        for j in group where last[state] != [j] {
          for target in moves[j][state] where allowed(j, state, target) {
            if last[target].insert(j).inserted { grew = true }
          }
        }
      }
    }
    return Set((0..<states).filter { !last[$0].isEmpty })
  }

  /// What the group reaches if each may move once at most: less than R_H where someone must come back
  /// after another has moved.
  func reachedWithoutReturn(_ group: [Int], from start: Int) -> Set<Int> {
    var found: Set<Int> = []
    func go(_ state: Int, _ left: [Int]) {
      for j in left {
        for target in moves[j][state] {
          found.insert(target)
          go(target, left.filter { $0 != j })
        }
      }
    }
    go(start, group)
    return found
  }

  func leaves(_ i: Int, _ s: Int, _ q: Int, _ how: Reading) -> Bool {
    switch relation[i][s][q] {
    case .better: true
    case .unknown: how.leavesForUnknown
    case .equal, .worse: false
    }
  }

  func deters(_ i: Int, _ s: Int, _ q: Int, _ how: Reading) -> Bool {
    if how.strongly { return great[i][s][q] }
    return switch relation[i][s][q] {
    case .equal, .worse: true
    case .unknown: how.deterredByUnknown
    case .better: false
    }
  }

  func improves(_ j: Int, _ s: Int, _ q: Int) -> Bool {
    relation[j][s][q] == .better || relation[j][s][q] == .unknown
  }

  /// Whether `s` is stable for the coalition under a concept named as in the publications.
  func stable(_ concept: String, coalition: [Int], _ s: Int, _ how: Reading = Reading()) -> Bool {
    let others = makers.filter { !coalition.contains($0) }
    func first(_ from: Int) -> Set<Int> {
      coalition.count == 1
        ? moves[coalition[0]][from] : reached(coalition, from: from) { _, _, _ in true }
    }
    let improvements = first(s).filter { q in coalition.allSatisfy { leaves($0, s, q, how) } }
    func sanction(_ q: Int) -> Bool { coalition.contains { deters($0, s, q, how) } }
    return improvements.allSatisfy { s1 in
      switch concept {
      case "Nash": return false
      case "GMR":
        return reached(others, from: s1) { _, _, _ in true }.contains { sanction($0) }
      case "SMR":
        return reached(others, from: s1) { _, _, _ in true }.contains { s2 in
          sanction(s2) && first(s2).allSatisfy { sanction($0) }
        }
      case "SEQ": return reached(others, from: s1, allowed: improves).contains { sanction($0) }
      case "SSEQ":
        return reached(others, from: s1, allowed: improves).contains { s2 in
          sanction(s2) && first(s2).allSatisfy { sanction($0) }
        }
      default: preconditionFailure("no concept \(concept)")
      }
    }
  }

  /// Whether every improvement of i is met by some choice of the others' improvements from s.
  func simultaneous(_ i: Int, _ s: Int, others: [Int]) -> Bool {
    guard let patterns else { preconditionFailure("no patterns") }
    let how = Reading()
    let number = Dictionary(uniqueKeysWithValues: patterns.enumerated().map { ($1, $0) })
    func choices(_ rest: ArraySlice<Int>) -> [[Int]] {
      guard let j = rest.first else { return [[]] }
      let tail = choices(rest.dropFirst())
      let own = [s] + moves[j][s].filter { leaves(j, s, $0, how) }
      return own.flatMap { move in tail.map { [move] + $0 } }
    }
    let all = choices(others[...]).filter { $0.contains { $0 != s } }
    return moves[i][s].filter { leaves(i, s, $0, how) }.allSatisfy { s1 in
      all.contains { choice in
        var end = patterns[s] ^ (patterns[s] ^ patterns[s1])
        for move in choice {
          end = patterns[s] ^ ((end ^ patterns[s]) | (patterns[move] ^ patterns[s]))
        }
        guard let q = number[end] else { return false }
        return relation[i][s][q] == .worse || relation[i][s][q] == .equal
      }
    }
  }

  func fraserHipel(_ concept: String, _ i: Int, _ s: Int) -> Bool {
    if stable(concept, coalition: [i], s) { return true }
    let unstable = makers.filter { !stable(concept, coalition: [$0], s) }
    return unstable.count >= 2 && simultaneous(i, s, others: unstable.filter { $0 != i })
  }

  /// G_h(i, s), straight from the recursion; strict preferences.
  func end(_ h: Int, _ i: Int, _ s: Int) -> Int {
    if h == 0 || moves[i][s].isEmpty { return s }
    let ends = moves[i][s].map { end(h - 1, 1 - i, $0) }
    let best = ends.max { relation[i][$0][$1] == .better } ?? s
    return relation[i][s][best] == .better ? best : s
  }
}
