import Networks

/// The definitions, written out without regard to speed: what the engine must agree with.
enum Twin {
  /// x(i, j, k): what the actors say of the concepts, by level.
  struct Cells {
    var amount: [String: [String: [Int: Double]]] = [:]

    init(_ statements: [(statement: CodedStatement, factor: Double)]) {
      for (statement, factor) in statements where factor > 0 {
        amount[statement.actor, default: [:]][statement.concept, default: [:]][
          level(statement.stance), default: 0] += statement.weight * factor
      }
    }
  }

  static func level(_ stance: Stance) -> Int {
    switch stance {
    case .agreement(let agrees): agrees ? 1 : 0
    case .level(let level): level
    // Any number that names it.
    case .category(let name): name.utf8.reduce(0) { $0 * 256 + Int($1) }
    }
  }

  /// The statements of a selection that remain, with their places, in order of date.
  static func selected(
    _ statements: [CodedStatement], _ window: Window, _ rule: DuplicateRule,
    period: (CodedStatement) -> String, minimumOfActor: Int = 0, minimumOfConcept: Int = 0
  ) -> [(place: Int, statement: CodedStatement)] {
    var inside = statements.enumerated().filter { _, statement in
      if window == .all { return true }
      guard let day = statement.day else { return false }
      return day >= window.start ?? .min && day < window.end ?? .max
    }.map { (place: $0.offset, statement: $0.element) }
    inside.sort { ($0.statement.day ?? .max, $0.place) < ($1.statement.day ?? .max, $1.place) }
    if rule != .keep {
      var seen: Set<String> = []
      inside = inside.filter { _, statement in
        seen.insert(
          "\(statement.actor)\t\(statement.concept)\t\(statement.stance)\t\(period(statement))"
        ).inserted
      }
    }
    func number(_ key: KeyPath<CodedStatement, String>, _ name: String) -> Int {
      inside.count { $0.statement[keyPath: key] == name }
    }
    inside = inside.filter { number(\.actor, $0.statement.actor) >= minimumOfActor }
    return inside.filter { number(\.concept, $0.statement.concept) >= minimumOfConcept }
  }

  /// Congruence and conflict of two actors, and what a normalisation divides them by.
  static func pair(
    _ cells: Cells, _ one: String, _ two: String, concepts: [String], levels: [Int],
    span: Double, isCategorical: Bool, _ normalisation: Normalisation
  ) -> (congruence: Double, conflict: Double) {
    func x(_ actor: String, _ concept: String, _ level: Int) -> Double {
      cells.amount[actor]?[concept]?[level] ?? 0
    }
    var (congruence, conflict) = (0.0, 0.0)
    var (a, b, onlyA, onlyB, products, squaresA, squaresB) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for concept in concepts {
      for level in levels {
        let (own, same) = (x(one, concept, level), x(two, concept, level))
        a += own
        b += same
        squaresA += own * own
        squaresB += same * same
        if same == 0 { onlyA += own }
        if own == 0 { onlyB += same }
        products += own * same
        if isCategorical {
          congruence += own * same
          if own == 0 || same == 0 { conflict += own + same }
          continue
        }
        for other in levels {
          let product = own * x(two, concept, other)
          let apart = Double(abs(level - other)) / span
          congruence += product * (1 - apart)
          conflict += product * apart
        }
      }
    }
    let divisor: Double =
      switch normalisation {
      case .none: 1
      case .average: (a + b) / 2
      case .jaccard: onlyA + onlyB + products
      case .cosine: a * b
      case .angle: (squaresA * squaresB).squareRoot()
      }
    return divisor > 0 ? (congruence / divisor, conflict / divisor) : (0, 0)
  }

  /// The best value of a choice of signs, by trying all.
  static func bestSigns(_ weight: [[Double]]) -> Double {
    let count = weight.count
    guard count > 1 else { return 0 }
    var best = -Double.infinity
    for choice in 0..<(1 << (count - 1)) {
      var sum = 0.0
      for one in 0..<count {
        for two in 0..<one {
          sum += (choice >> one & 1) == (choice >> two & 1) ? weight[one][two] : -weight[one][two]
        }
      }
      best = max(best, sum)
    }
    return best
  }

  /// Twice the signed modularity of the best division in two, from its definition.
  static func polarisation(_ congruence: [[Double]], _ conflict: [[Double]]) -> Double {
    let count = congruence.count
    let (plus, minus) = (congruence.map { $0.reduce(0, +) }, conflict.map { $0.reduce(0, +) })
    let (allPlus, allMinus) = (plus.reduce(0, +), minus.reduce(0, +))
    guard allPlus + allMinus > 0 else { return 0 }
    var best = 0.0
    for choice in 0..<(1 << max(0, count - 1)) {
      var sum = 0.0
      for one in 0..<count {
        for two in 0..<count where (choice >> one & 1) == (choice >> two & 1) {
          sum += congruence[one][two] - conflict[one][two]
          if allPlus > 0 { sum -= plus[one] * plus[two] / allPlus }
          if allMinus > 0 { sum += minus[one] * minus[two] / allMinus }
        }
      }
      best = max(best, 2 * sum / (allPlus + allMinus))
    }
    return best
  }

  /// Eigenvalues by Jacobi's rotations, descending.
  static func eigenvalues(_ matrix: [[Double]]) -> [Double] {
    var a = matrix
    let count = a.count
    for _ in 0..<60 {
      for p in 0..<count {
        for q in (p + 1)..<max(p + 1, count) where a[p][q].magnitude > 1e-300 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1.0 : 1.0) / (theta.magnitude + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<count {
            let (x, y) = (a[k][p], a[k][q])
            (a[k][p], a[k][q]) = (c * x - s * y, s * x + c * y)
          }
          for k in 0..<count {
            let (x, y) = (a[p][k], a[q][k])
            (a[p][k], a[q][k]) = (c * x - s * y, s * x + c * y)
          }
        }
      }
    }
    return a.indices.map { a[$0][$0] }.sorted(by: >)
  }

  /// The normalised eigenvalues of the Laplacian of a network.
  static func spectrum(_ weights: [[Double]]) -> [Double] {
    var laplacian = weights.map { $0.map { -$0 } }
    for row in weights.indices { laplacian[row][row] = weights[row].reduce(0, +) }
    let values = eigenvalues(laplacian)
    let sum = weights.joined().reduce(0, +)
    return sum > 0 ? values.map { $0 / sum } : values.map { _ in 0 }
  }
}
