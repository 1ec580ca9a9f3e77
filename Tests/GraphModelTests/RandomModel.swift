import Foundations
import GraphModel

/// What a random model is made to exercise.
enum Shape: String, CaseIterable {
  case twoMakers, manyMakers, infeasible, directions, forbidden, common, ties, coalesced, graphForm
  case unknown, listed, strength, everything
}

/// The same random conflict twice: as input for the engine and as literal sets for the twin.
struct RandomModel {
  var conflict: Conflict
  var preferences: [Preference]
  var twin: Twin
  /// The engine's name for each of the twin's states.
  var states: [Conflict.State]
  var uncertainty: Analysis.Uncertainty

  var analysis: Analysis {
    get throws {
      try Analysis(conflict, conflict.profile(preferences), uncertainty: uncertainty)
    }
  }

  var reading: Twin.Reading {
    Twin.Reading(
      leavesForUnknown: uncertainty == .a || uncertainty == .c,
      deterredByUnknown: uncertainty == .c || uncertainty == .d)
  }

  static func make(_ shape: Shape, seed: UInt64, index: Int) throws -> RandomModel {
    var source = SplitMix64(
      seed: seed &+ UInt64(shape.rawValue.utf8.reduce(0) { $0 * 31 + Int($1) }), index: index)
    while true {
      let made =
        shape == .graphForm
        ? try graphForm(&source) : try optionForm(shape, &source)
      if let made { return made }
    }
  }

  // MARK: Graph form

  private static func graphForm(_ source: inout SplitMix64) throws -> RandomModel? {
    let makers = 2 + source.below(4)
    let count = 2 + source.below(14)
    let names = (0..<makers).map { "M\($0)" }
    let labels = (0..<count).map { "s\($0)" }
    var moves = [[Set<Int>]](
      repeating: [Set<Int>](repeating: [], count: count), count: makers)
    var listed: [GraphForm.Move] = []
    let density = 5 + source.below(30)
    for i in 0..<makers {
      for s in 0..<count {
        for q in 0..<count where s != q && source.chance(density) {
          moves[i][s].insert(q)
          listed.append(GraphForm.Move(mover: names[i], from: labels[s], to: labels[q]))
        }
      }
    }
    listed.shuffle(using: &source)
    let conflict = try GraphForm(decisionMakers: names, states: labels, moves: listed).compile()
    let unknown = source.chance(30)
    var preferences: [Preference] = []
    var orders: [Order] = []
    for _ in 0..<makers {
      let order = unknown ? Order.pairs(count, &source) : Order.tiers(count, &source)
      orders.append(order)
      preferences.append(order.preference(labels))
    }
    let twin = Twin(
      states: count, moves: moves, relation: orders.map(\.relation), great: orders.map(\.great))
    return RandomModel(
      conflict: conflict, preferences: preferences, twin: twin,
      states: (0..<count).map { .vertex($0) },
      uncertainty: Analysis.Uncertainty.allCases[source.below(4)])
  }

  // MARK: Option form

  private static func optionForm(
    _ shape: Shape, _ source: inout SplitMix64
  ) throws -> RandomModel? {
    let all = shape == .everything
    func has(_ wanted: Shape, _ source: inout SplitMix64) -> Bool {
      shape == wanted || (all && source.chance(50))
    }
    let makers =
      shape == .twoMakers ? 2 : shape == .manyMakers ? 3 + source.below(3) : 2 + source.below(3)
    let width = max(makers, 2 + source.below(shape == .manyMakers ? 5 : 4))
    let common = has(.common, &source)
    let oneWay = has(.directions, &source)
    let names = (0..<makers).map { "maker \($0)" }
    let optionNames = (0..<width).map { ["alpha", "b-2", "gamma ray", "δ", "e", "f_f", "g"][$0] }
    var owners: [[Int]] = []
    var directions: [OptionForm.Direction] = []
    for k in 0..<width {
      var own: Set<Int> = [k < makers ? k : source.below(makers)]
      if common && source.chance(40) { own.insert(source.below(makers)) }
      owners.append(own.sorted())
      directions.append(
        oneWay && source.chance(45) ? (source.chance(50) ? .forward : .back) : .both)
    }
    if common && !owners.contains(where: { $0.count > 1 }) { return nil }
    if oneWay && directions.allSatisfy({ $0 == .both }) { return nil }

    // Feasible combinations, each as a list of truths.
    var feasible = (0..<(1 << width)).map { number in (0..<width).map { number >> $0 & 1 != 0 } }
    var form = OptionForm(
      decisionMakers: names,
      options: (0..<width).map { k in
        OptionForm.Option(
          optionNames[k], owners: owners[k].map { names[$0] }, direction: directions[k])
      })
    if has(.infeasible, &source) {
      for _ in 0..<(1 + source.below(3)) {
        switch source.below(4) {
        case 0:
          let signs = (0..<width).map { _ in ["Y", "N", "-", "-"][source.below(4)] }
          form.infeasible.append(.pattern(signs.joined()))
          feasible.removeAll { taken in
            signs.indices.allSatisfy { signs[$0] == "-" || (signs[$0] == "Y") == taken[$0] }
          }
        case 1:
          let rule = Expression.and(
            .random(options: width, depth: 2, &source), .random(options: width, depth: 1, &source))
          form.infeasible.append(.formula(rule.text(optionNames, &source)))
          feasible.removeAll { rule.holds($0) }
        case 2:
          let group = Array((0..<width).shuffled(using: &source).prefix(2 + source.below(2)))
          form.infeasible.append(.mutuallyExclusive(group.map { optionNames[$0] }))
          feasible.removeAll { taken in group.filter { taken[$0] }.count > 1 }
        default:
          let group = Array((0..<width).shuffled(using: &source).prefix(1 + source.below(3)))
          form.infeasible.append(.atLeastOne(group.map { optionNames[$0] }))
          feasible.removeAll { taken in group.allSatisfy { !taken[$0] } }
        }
      }
    }
    func text(_ taken: [Bool]) -> String { taken.map { $0 ? "Y" : "N" }.joined() }
    if shape == .listed {
      feasible = feasible.filter { _ in source.chance(55) }
      form.states = feasible.shuffled(using: &source).map(text)
    }
    if feasible.count < 2 { return nil }

    // States: the combinations, some of them merged.
    var groups: [(text: String, members: [[Bool]])] = feasible.map { (text($0), [$0]) }
    if has(.coalesced, &source) {
      let signs = (0..<width).map { _ in ["Y", "N", "-"][source.below(3)] }
      let inside = feasible.filter { taken in
        signs.indices.allSatisfy { signs[$0] == "-" || (signs[$0] == "Y") == taken[$0] }
      }
      if !signs.contains("-") || inside.isEmpty || inside.count == feasible.count {
        if shape == .coalesced { return nil }
      } else {
        form.coalesced = [signs.joined()]
        groups = feasible.filter { !inside.contains($0) }.map { (text($0), [$0]) }
        groups.append((signs.joined(), inside))
      }
    }
    let count = groups.count
    if count < 2 { return nil }

    var moves = [[Set<Int>]](repeating: [Set<Int>](repeating: [], count: count), count: makers)
    for i in 0..<makers {
      for s in 0..<count {
        for q in 0..<count where q != s {
          let possible = groups[s].members.contains { from in
            groups[q].members.contains { to in
              (0..<width).allSatisfy { k in
                if from[k] == to[k] { return true }
                if !owners[k].contains(i) { return false }
                switch directions[k] {
                case .both: return true
                case .forward: return to[k]
                case .back: return from[k]
                }
              }
            }
          }
          if possible { moves[i][s].insert(q) }
        }
      }
    }
    if has(.forbidden, &source) {
      for _ in 0..<(1 + source.below(6)) {
        let i = source.below(makers)
        let from = source.below(count)
        guard let to = moves[i][from].sorted().randomElement(using: &source) else { continue }
        moves[i][from].remove(to)
        form.forbidden.append(
          OptionForm.ForbiddenMove(mover: names[i], from: groups[from].text, to: groups[to].text))
      }
      if shape == .forbidden && form.forbidden.isEmpty { return nil }
    }

    let merged = groups.contains { $0.members.count > 1 } || !form.coalesced.isEmpty
    let labels = groups.map(\.text)
    var preferences: [Preference] = []
    var orders: [Order] = []
    for _ in 0..<makers {
      let kind = source.below(4)
      if has(.unknown, &source) {
        orders.append(.pairs(count, &source))
        preferences.append(orders[orders.count - 1].preference(labels))
      } else if shape == .strength || shape == .ties || merged || kind == 0 {
        orders.append(.tiers(count, &source))
        preferences.append(orders[orders.count - 1].preference(labels))
      } else if kind == 1 {
        let weights = (0..<width).map { _ in (source.below(9) - 4, source.below(3)) }
        preferences.append(
          .weights(
            weights.enumerated().map {
              Preference.Weight(optionNames[$0], taken: $1.0, notTaken: $1.1)
            }))
        orders.append(
          Order(
            scores: groups.map { group in
              [zip(group.members[0], weights).reduce(0) { $0 + ($1.0 ? $1.1.0 : $1.1.1) }]
            }))
      } else {
        let statements = (0..<source.below(12)).map { _ in
          Expression.random(options: width, depth: 3, &source)
        }
        preferences.append(.prioritising(statements.map { $0.text(optionNames, &source) }))
        orders.append(
          Order(
            scores: groups.map { group in
              statements.map { $0.holds(group.members[0]) ? 1 : 0 }
            }))
      }
    }
    let conflict = try form.compile()
    var twin = Twin(
      states: count, moves: moves, relation: orders.map(\.relation), great: orders.map(\.great))
    if !merged {
      twin.patterns = groups.map { group in
        group.members[0].enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt64($1.offset) : 0) }
      }
    }
    return RandomModel(
      conflict: conflict, preferences: preferences, twin: twin,
      states: try labels.map { try conflict.state($0) },
      uncertainty: Analysis.Uncertainty.allCases[source.below(4)])
  }
}

/// One decision maker's order as literal relations, and as engine input where it was made that way.
struct Order {
  var relation: [[Twin.Relation]]
  var great: [[Bool]]
  private var spelled: Spelled = .none

  private enum Spelled {
    case none
    case tiers([[Int]], greatly: [Bool])
    case pairs([(Int, Preference.Comparison.Relation, Int)])
  }

  /// From scores compared lexicographically, the larger the better.
  init(scores: [[Int]]) {
    relation = scores.map { own in
      scores.map { other in
        own == other ? .equal : own.lexicographicallyPrecedes(other) ? .better : .worse
      }
    }
    great = scores.map { _ in scores.map { _ in false } }
  }

  static func tiers(_ count: Int, _ source: inout SplitMix64) -> Order {
    let levels = 1 + source.below(count)
    let level = (0..<count).map { _ in source.below(levels) }
    var order = Order(scores: level.map { [$0] })
    let greatly = (0..<levels).map { _ in source.chance(30) }
    order.spelled = .tiers(
      (0..<levels).reversed().map { wanted in
        (0..<count).filter { level[$0] == wanted }.shuffled(using: &source)
      }, greatly: greatly)
    // Tiers are listed from the best; a mark stands between a tier and the next.
    for s in 0..<count {
      for q in 0..<count where level[q] < level[s] {
        let upper = levels - 1 - level[s]
        let lower = levels - 1 - level[q]
        order.great[s][q] = greatly[upper..<lower].contains(true)
      }
    }
    return order
  }

  /// Strict and equal comparisons that agree with a hidden ranking, so never go in a circle.
  static func pairs(_ count: Int, _ source: inout SplitMix64) -> Order {
    let level = (0..<count).map { _ in source.below(count) }
    var order = Order(scores: level.map { _ in [0] })
    var list: [(Int, Preference.Comparison.Relation, Int)] = []
    let known = 20 + source.below(75)
    for s in 0..<count {
      for q in 0..<count where s < q {
        guard source.chance(known) else {
          order.relation[s][q] = .unknown
          order.relation[q][s] = .unknown
          continue
        }
        let (high, low) = level[s] >= level[q] ? (s, q) : (q, s)
        if level[s] == level[q] {
          list.append((s, .equal, q))
        } else {
          order.relation[low][high] = .better
          order.relation[high][low] = .worse
          let much = source.chance(30)
          order.great[high][low] = much
          list.append((high, much ? .greatlyPreferred : .preferred, low))
        }
      }
    }
    order.spelled = .pairs(list.shuffled(using: &source))
    return order
  }

  func preference(_ labels: [String]) -> Preference {
    switch spelled {
    case .none: .ranking([])
    case .tiers(let tiers, let greatly):
      .ranking(
        zip(tiers, greatly).map { Preference.Tier($0.map { labels[$0] }, greatly: $1) })
    case .pairs(let pairs):
      .pairwise(pairs.map { Preference.Comparison(labels[$0.0], $0.1, labels[$0.2]) })
    }
  }
}
