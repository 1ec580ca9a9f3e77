public import Foundations

/// Coded statements arranged for networks: names and levels as numbers, in order of date.
///
/// A table is a value; every network made from it keeps it, and so can say which statements each of
/// its ties rests on. Wherever statements are numbered, it is by their place in the list given.
public struct StatementTable: Sendable {
  /// The names of all actors, in order of their UTF-8 bytes.
  public let actors: [String]
  /// The names of all concepts, in order of their UTF-8 bytes.
  public let concepts: [String]
  /// The kind of stance the statements use.
  public let stances: StanceKind
  /// The levels that occur, ascending: 0 and 1 for disagreement and agreement, places in
  /// ``categories`` for categories.
  public let levels: [Int]
  /// The names of the categories, in order; empty for other stances.
  public let categories: [String]
  /// The distance between the two ends of the scale, by which differences are divided; at least 1.
  public let span: Int
  /// How many statements there are.
  public var count: Int { input.count }
  /// The first and last day on which anything was said; nil where no statement is dated.
  public let days: ClosedRange<Int>?

  // By position: statements in order of day, undated ones last, otherwise as given.
  /// The place in the list given.
  let input: [Int32]
  let day: [Int32]
  let dated: Int
  let weight: [Double]
  let document: [Int32]
  let documentCount: Int
  /// The slot: actor, concept and level.
  let slot: [Int32]

  // By slot, in order of actor, concept and level.
  let slotActor: [Int32]
  let slotConcept: [Int32]
  let slotLevel: [Int32]
  /// The positions of slot s are `positions[slotStart[s]..<slotStart[s + 1]]`, ascending.
  let slotStart: [Int]
  let positions: [Int32]
  /// The slots of actor a are `actorStart[a]..<actorStart[a + 1]`.
  let actorStart: [Int]

  /// The most statements of a table.
  public static let statementLimit = 20_000_000
  /// The most different levels or categories.
  public static let levelLimit = 256

  /// Arranges `statements`.
  ///
  /// - Parameter scale: the lowest and highest level of the scale they were coded on; without it,
  ///   the scale is taken to end at the lowest and highest level that occur
  ///   (``Departure/observedScale``). Only for stances that are levels.
  /// - Parameter departures: those asked for; only ``Departure/observedScale`` matters here.
  /// - Throws: `NetworkError` for a statement that cannot be used, or what `checkpoint` throws.
  /// - Complexity: O(n log n) in the statements
  public init(
    _ statements: [CodedStatement], scale: ClosedRange<Int>? = nil,
    departures: Set<Departure> = [], checkpoint: Checkpoint = Checkpoint()
  ) throws {
    let count = statements.count
    guard count <= Self.statementLimit else {
      throw NetworkError.tooManyStatements(found: count, limit: Self.statementLimit)
    }
    try Self.validate(statements, checkpoint)
    let coded = try CodedLevels(
      statements, scale: scale, isObserved: departures.contains(.observedScale))
    (stances, levels, categories, span) = (coded.kind, coded.levels, coded.categories, coded.span)

    let given = statements.map { $0.day ?? .max }
    let order = try Array(given.indices).sorted(checkpoint) { first, second in
      (given[first], first) < (given[second], second)
    }
    input = order.map { Int32($0) }
    day = order.map { given[$0] == .max ? 0 : Int32(given[$0]) }
    let dated = order.partitioningPoint { given[$0] == .max }
    self.dated = dated
    days = dated == 0 ? nil : Int(day[0])...Int(day[dated - 1])
    weight = order.map { statements[$0].weight }
    try checkpoint.ask()

    // In the order given, which is the order in memory; then rearranged as numbers.
    let (actors, givenActor) = numbered(statements.lazy.map(\.actor))
    let (concepts, givenConcept) = numbered(statements.lazy.map(\.concept))
    try checkpoint.ask()
    let (documents, givenDocument) = numbered(statements.lazy.map(\.document))
    let actor = order.map { givenActor[$0] }
    let concept = order.map { givenConcept[$0] }
    let document = order.map { givenDocument[$0] }
    (self.actors, self.concepts) = (actors, concepts)
    (self.document, documentCount) = (document, documents.count)
    let level = order.map { coded.level[$0] }

    var sorted = stableOrder(Array(0..<Int32(count)), by: level, bound: levels.count)
    sorted = stableOrder(sorted, by: concept, bound: concepts.count)
    positions = stableOrder(sorted, by: actor, bound: actors.count)
    var slot = [Int32](repeating: 0, count: count)
    var slotActor: [Int32] = []
    var slotConcept: [Int32] = []
    var slotLevel: [Int32] = []
    var slotStart: [Int] = []
    for (place, position) in positions.enumerated() {
      let position = Int(position)
      let key = (actor[position], concept[position], level[position])
      if slotActor.isEmpty || key != (slotActor.last, slotConcept.last, slotLevel.last) {
        slotActor.append(key.0)
        slotConcept.append(key.1)
        slotLevel.append(key.2)
        slotStart.append(place)
      }
      slot[position] = Int32(slotActor.count - 1)
    }
    slotStart.append(count)
    (self.slot, self.slotStart) = (slot, slotStart)
    (self.slotActor, self.slotConcept, self.slotLevel) = (slotActor, slotConcept, slotLevel)
    var actorStart = [Int](repeating: 0, count: actors.count + 1)
    for actor in slotActor { actorStart[Int(actor) + 1] += 1 }
    for actor in actors.indices { actorStart[actor + 1] += actorStart[actor] }
    self.actorStart = actorStart
  }

  private static func validate(_ statements: [CodedStatement], _ checkpoint: Checkpoint) throws {
    for (index, statement) in statements.enumerated() {
      if index & 0xFFF == 0 { try checkpoint.ask() }
      if statement.actor.isEmpty { throw NetworkError.emptyActor(statement: index) }
      if statement.concept.isEmpty { throw NetworkError.emptyConcept(statement: index) }
      guard statement.weight.isFinite, statement.weight > 0 else {
        throw NetworkError.badWeight(statement: index, weight: statement.weight)
      }
      if let day = statement.day, !(-1_000_000...1_000_000).contains(day) {
        throw NetworkError.dayOutOfRange(statement: index, day: day)
      }
    }
  }

  /// The slots of one actor on one concept, in order of level.
  /// - Complexity: O(log of the actor's slots)
  func slots(actor: Int, concept: Int) -> Range<Int> {
    let all = actorStart[actor]..<actorStart[actor + 1]
    let start = all.partitioningPoint { slotConcept[$0] >= concept }
    return start..<(start..<all.upperBound).partitioningPoint { slotConcept[$0] > concept }
  }
}
