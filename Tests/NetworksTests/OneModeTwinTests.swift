import Foundations
import Networks
import Testing

/// The engine beside the definitions written out.
@Suite struct OneModeTwinTests {
  private static func period(_ statement: CodedStatement, _ rule: DuplicateRule) -> String {
    guard let day = statement.day else {
      return rule == .document ? statement.document : rule == .range ? "" : "undated"
    }
    // Counted off day by day from 1 January 1970, a Thursday.
    var (year, month, left) = (1970, 1, day)
    func length() -> Int {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
    while left >= length() {
      left -= length()
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return switch rule {
    case .keep: ""
    case .document: statement.document
    case .week: "\((day + 3) / 7)"
    case .month: "\(year)-\(month)"
    case .year: "\(year)"
    case .range: ""
    }
  }

  @Test(arguments: 0..<60)
  func networks(_ seed: Int) throws {
    let kind = RandomStatements.Kind.allCases[seed % 3]
    let statements = RandomStatements.make(
      seed: seed, kind: kind, count: seed * 3, isWeighted: seed % 2 == 1)
    let scale = kind == .level ? -3...4 : nil
    let table = try StatementTable(statements, scale: scale)
    let window = seed % 4 == 0 ? Window.all : try Window(from: 18_000, until: 18_400)
    let rule = DuplicateRule.allCases[seed % 6]
    let (minimum, ofConcept) = (seed % 5, seed % 7)
    let selection = Selection(
      window: window, duplicates: rule, minimumOfActor: minimum, minimumOfConcept: ofConcept)
    let kept = Twin.selected(
      statements, window, rule, period: { Self.period($0, rule) }, minimumOfActor: minimum,
      minimumOfConcept: ofConcept)
    let cells = Twin.Cells(kept.map { ($0.statement, 1) })
    let concepts = Set(statements.map(\.concept)).sorted()
    let levels = Set(statements.map { Twin.level($0.stance) }).sorted()
    for normalisation in Normalisation.allCases {
      let network = try table.oneMode(.actors, selection, normalisation: normalisation)
      #expect(network.members == Set(kept.map(\.statement.actor)).sorted())
      for one in network.members.indices {
        for two in network.members.indices where one < two {
          let expected = Twin.pair(
            cells, network.members[one], network.members[two], concepts: concepts, levels: levels,
            span: kind == .level ? 7 : 1, isCategorical: kind == .category, normalisation)
          let tie = network.tie(one, two)
          #expect(isNear(tie?.congruence ?? 0, expected.congruence))
          #expect(isNear(tie?.conflict ?? 0, expected.conflict))
          #expect((tie == nil) == (expected.congruence == 0 && expected.conflict == 0))
        }
      }
      for tie in network.ties {
        let names = Set([network.members[tie.first], network.members[tie.second]])
        let own = kept.filter { names.contains($0.statement.actor) }
        let shared = Set(own.map(\.statement.concept)).filter { concept in
          Set(own.filter { $0.statement.concept == concept }.map(\.statement.actor)).count == 2
        }
        let places = own.filter { kind == .category || shared.contains($0.statement.concept) }
        #expect(network.statements(of: tie) == places.map(\.place).sorted())
      }
    }
    try transposed(statements, table, selection)
    try twoMode(table, selection, kept)
  }

  /// Concepts joined by actors are actors joined by concepts once the two change places.
  private func transposed(
    _ statements: [CodedStatement], _ table: StatementTable, _ selection: Selection
  ) throws {
    var other = selection
    other.minimumOfActor = 0
    other.minimumOfConcept = 0
    let turned = statements.map { statement in
      var turned = statement
      (turned.actor, turned.concept) = (statement.concept, statement.actor)
      return turned
    }
    let scale = table.stances == .level ? -3...4 : nil
    let one = try table.oneMode(.concepts, other, normalisation: .jaccard)
    let two = try StatementTable(turned, scale: scale)
      .oneMode(.actors, other, normalisation: .jaccard)
    #expect(one.members == two.members)
    #expect(one.ties == two.ties)
    for (tie, same) in zip(one.ties, two.ties) {
      #expect(one.statements(of: tie) == two.statements(of: same))
    }
  }

  private func twoMode(
    _ table: StatementTable, _ selection: Selection,
    _ kept: [(place: Int, statement: CodedStatement)]
  ) throws {
    let network = try table.twoMode(selection)
    #expect(network.activityOfActors.reduce(0, +) == kept.count)
    #expect(network.activityOfConcepts.reduce(0, +) == kept.count)
    var found = 0
    for tie in network.ties {
      let own = kept.filter {
        $0.statement.actor == network.actors[tie.actor]
          && $0.statement.concept == network.concepts[tie.concept]
      }
      found += own.count
      #expect(network.statements(of: tie) == own.map(\.place).sorted())
      #expect(tie.total == own.reduce(0) { $0 + $1.statement.weight })
      guard table.stances != .category else { continue }
      let signed = own.reduce(0.0) { sum, kept in
        let level = Twin.level(kept.statement.stance)
        return sum + kept.statement.weight
          * Double(table.stances == .agreement && level == 0 ? -1 : level)
      }
      #expect(isNear(try network.value(of: tie, .subtract), signed))
      let share = try network.value(of: tie, .ignore, normalised: .activity)
      let all = kept.filter { $0.statement.actor == network.actors[tie.actor] }
      #expect(isNear(share, tie.total / all.reduce(0) { $0 + $1.statement.weight }))
    }
    #expect(found == kept.count)
  }

  @Test func kernelsWeighPairsOfStatements() throws {
    for (seed, kernel) in (0..<40).map({ ($0, Kernel.allCases[$0 % 4]) }) {
      let statements = RandomStatements.make(
        seed: 500 + seed, kind: .level, count: 80, actors: 4, days: 60)
      let table = try StatementTable(statements, scale: -3...4)
      let points = [17_790, 17_810, 17_833, 17_870]
      let width = 15 + seed
      let networks = try table.smoothed(kernel: kernel, width: width, at: points)
      for (point, network) in zip(points, networks) {
        for tie in network.ties {
          var (congruence, conflict) = (0.0, 0.0)
          for one in statements where one.actor == network.members[tie.first] {
            for two in statements
            where two.actor == network.members[tie.second] && two.concept == one.concept {
              guard let day = one.day, let other = two.day else { continue }
              let z =
                kernel.weight(days: day - point, width: width)
                * kernel.weight(days: other - point, width: width)
              let apart = Double(abs(Twin.level(one.stance) - Twin.level(two.stance))) / 7
              congruence += z.squareRoot() * (1 - apart)
              conflict += z.squareRoot() * apart
            }
          }
          #expect(isNear(tie.congruence, congruence))
          #expect(isNear(tie.conflict, conflict))
        }
      }
    }
  }
}
