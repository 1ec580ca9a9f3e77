/// Which statements a network is made from.
public struct Selection: Sendable, Hashable {
  /// When they were said.
  public var window: Window
  /// Which repetitions are left out, once the window has been applied.
  public var duplicates: DuplicateRule
  /// Actors with fewer statements than this are left out, with all they said; counted once, before
  /// concepts are.
  public var minimumOfActor: Int
  /// Concepts with fewer statements than this are left out, counted once actors are.
  public var minimumOfConcept: Int
  /// Departures from the definitions, by name.
  public var departures: Set<Departure>

  /// All statements, unless said otherwise.
  public init(
    window: Window = .all, duplicates: DuplicateRule = .keep, minimumOfActor: Int = 0,
    minimumOfConcept: Int = 0, departures: Set<Departure> = []
  ) {
    self.window = window
    self.duplicates = duplicates
    self.minimumOfActor = minimumOfActor
    self.minimumOfConcept = minimumOfConcept
    self.departures = departures
  }
}

/// The statements of a selection, added up by actor, concept and level.
struct Sample: Sendable {
  let table: StatementTable
  let range: Range<Int>
  let repetition: Repetition
  /// By slot, what the statements that remain weigh together.
  private(set) var amount: [Double]
  /// By slot, how many statements remain.
  private(set) var statements: [Int32]

  /// - Parameter factors: by day from the table's first, what a statement's weight is multiplied by;
  ///   nil for 1. Statements in the window are dated then.
  /// - Complexity: O(statements in the window + slots)
  init(
    _ table: StatementTable, _ selection: Selection, _ repetition: Repetition,
    factors: [Double]? = nil
  ) {
    self.table = table
    self.repetition = repetition
    range = table.positions(in: selection.window)
    var amount = [Double](repeating: 0, count: table.slotActor.count)
    var statements = [Int32](repeating: 0, count: table.slotActor.count)
    let start = range.lowerBound
    let first = table.days?.lowerBound ?? 0
    for position in range where Int(repetition.previous[position]) < start {
      var weight = table.weight[position]
      if let factors {
        weight *= factors[Int(table.day[position]) - first]
        guard weight > 0 else { continue }
      }
      let slot = Int(table.slot[position])
      amount[slot] += weight
      statements[slot] += 1
    }
    (self.amount, self.statements) = (amount, statements)
    drop(table.slotActor, names: table.actors.count, below: selection.minimumOfActor)
    drop(table.slotConcept, names: table.concepts.count, below: selection.minimumOfConcept)
  }

  private mutating func drop(_ names: [Int32], names count: Int, below minimum: Int) {
    guard minimum > 1 else { return }
    let total = totals(names, count)
    for slot in amount.indices where total[Int(names[slot])] < minimum {
      amount[slot] = 0
      statements[slot] = 0
    }
  }

  private func totals(_ names: [Int32], _ count: Int) -> [Int] {
    var total = [Int](repeating: 0, count: count)
    for (slot, name) in names.enumerated() { total[Int(name)] += Int(statements[slot]) }
    return total
  }

  /// How many statements remain by actor, or by concept.
  func activity(_ mode: Mode) -> [Int] {
    switch mode {
    case .actors: totals(table.slotActor, table.actors.count)
    case .concepts: totals(table.slotConcept, table.concepts.count)
    }
  }

  /// The statements of some slots that remain, by their place in the list given, ascending.
  func statements(of slots: some Sequence<Int>) -> [Int] {
    var found: [Int] = []
    for slot in slots where amount[slot] > 0 {
      for place in table.slotStart[slot]..<table.slotStart[slot + 1] {
        let position = Int(table.positions[place])
        guard range.contains(position),
          Int(repetition.previous[position]) < range.lowerBound
        else { continue }
        found.append(Int(table.input[position]))
      }
    }
    return found.sorted()
  }
}

/// Which of the two kinds of names a one-mode network joins.
public enum Mode: String, Sendable, Hashable, CaseIterable, Codable {
  /// Actors, joined by the concepts both speak of.
  case actors
  /// Concepts, joined by the actors who speak of both.
  case concepts
}

/// Who is in a network without a tie.
public enum Membership: String, Sendable, Hashable, CaseIterable, Codable {
  /// No one: only those with a tie are members.
  case tied
  /// Those with a statement in the selection: the isolates of the period are shown.
  case active
  /// Everyone of the table, whether or not they said anything in the selection.
  case all
}
