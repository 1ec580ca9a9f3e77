internal import CaseModel

/// Sets of assertions of one time in which every two conflict, none of them part of another.
///
/// Those who say the same stand together, so that it is sets of answers that are looked for: maximal
/// cliques (Bron and Kerbosch 1973, with the pivot of Tomita, Tanaka and Takahashi 2006) where the
/// answers are few; of many numbers or dates, chains of disjoint intervals. There may be very many:
/// no more than ``limit`` are made, such that every answer that conflicts with some other is in one
/// while there is room.
struct ConflictSets {
  static let limit = 64
  /// Up to so many answers all sets are looked for.
  private static let few = 160

  private struct Answering {
    var members: [Int]
    let voice: Assertion
    /// All of it is one statement's.
    var sole: Int?
  }

  private let many: Bool
  private var answers: [Answering] = []
  private var found: [[Int]] = []

  /// Of `all` those at `places`, which are of one time; what is doubted is left out by the caller.
  /// - Complexity: O(places), and O(answers²) for few answers, else O(answers log answers) a set.
  static func sets(_ all: [Assertion], _ places: [Int], many: Bool) -> [[Int]] {
    var search = ConflictSets(all, places, many: many)
    guard search.answers.count > 1 else { return [] }
    if search.answers.count <= few {
      search.findAll()
    } else {
      search.cover()
    }
    let answers = search.answers
    return search.found.map { set in set.flatMap { answers[$0].members }.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private init(_ all: [Assertion], _ places: [Int], many: Bool) {
    self.many = many
    struct Key: Hashable {
      let number: Int
      let isFor: Bool?
      let terms: Int
    }
    var known: [Key: Int] = [:]
    for place in places {
      let key = Key(
        number: all[place].number, isFor: all[place].isFor, terms: all[place].terms)
      if let answer = known[key] {
        answers[answer].members.append(place)
        if answers[answer].sole != all[place].position { answers[answer].sole = nil }
      } else {
        known[key] = answers.count
        answers.append(
          Answering(members: [place], voice: all[place], sole: all[place].position))
      }
    }
  }

  private func conflict(_ a: Int, _ b: Int) -> Bool {
    if let only = answers[a].sole, only == answers[b].sole { return false }
    return answers[a].voice.relation(to: answers[b].voice, answersAreMany: many) == .conflict
  }

  // MARK: Few

  private mutating func findAll() {
    let count = answers.count
    var next = [Set<Int>](repeating: [], count: count)
    for a in 0..<count {
      for b in (a + 1)..<count where conflict(a, b) {
        next[a].insert(b)
        next[b].insert(a)
      }
    }
    var steps = 20_000
    let touched = Set((0..<count).filter { !next[$0].isEmpty })
    extend([], touched, [], next, &steps)
    coverRest(next)
  }

  private mutating func extend(
    _ clique: [Int], _ candidates: Set<Int>, _ excluded: Set<Int>, _ next: [Set<Int>],
    _ steps: inout Int
  ) {
    steps -= 1
    guard steps > 0, found.count < Self.limit else { return }
    if candidates.isEmpty {
      if excluded.isEmpty, clique.count > 1 { found.append(clique.sorted()) }
      return
    }
    // The one with the most neighbours among the candidates, and of these the first.
    let pivot = candidates.union(excluded).min { a, b in
      let (x, y) = (
        next[a].intersection(candidates).count, next[b].intersection(candidates).count
      )
      return x == y ? a < b : x > y
    }
    var (left, gone) = (candidates, excluded)
    for node in candidates.subtracting(pivot.map { next[$0] } ?? []).sorted() {
      extend(
        clique + [node], left.intersection(next[node]), gone.intersection(next[node]), next,
        &steps)
      left.remove(node)
      gone.insert(node)
    }
  }

  /// One set more for each answer that none holds yet.
  private mutating func coverRest(_ next: [Set<Int>]) {
    var held = Set(found.joined())
    for node in answers.indices where !next[node].isEmpty && !held.contains(node) {
      guard found.count < 2 * Self.limit else { return }
      var clique = [node]
      for other in next[node].sorted() where clique.allSatisfy({ next[$0].contains(other) }) {
        clique.append(other)
      }
      found.append(clique.sorted())
      held.formUnion(clique)
    }
  }

  // MARK: Many

  private mutating func cover() {
    var yes: [Int: Int] = [:]
    var no: [Int: Int] = [:]
    for (place, answer) in answers.enumerated() {
      if answer.voice.isFor == true { yes[answer.voice.number] = place }
      if answer.voice.isFor == false { no[answer.voice.number] = place }
    }
    for (number, place) in no.sorted(by: { $0.value < $1.value }) {
      guard found.count < Self.limit else { break }
      if let other = yes[number], conflict(place, other) { found.append([place, other].sorted()) }
    }
    let affirmed = answers.indices.filter { answers[$0].voice.isFor == true }
    let options = affirmed.filter {
      if case .option = answers[$0].voice.answer { true } else { false }
    }
    if !many, options.count > 1 { found.append(options) }
    // On other terms another value excludes nothing.
    for (_, alike) in Dictionary(grouping: affirmed, by: { answers[$0].voice.terms })
      .sorted(by: { $0.key < $1.key })
    {
      coverSets(alike)
      coverIntervals(alike)
    }
  }

  /// Closed sets that differ all conflict; open ones never with each other.
  private mutating func coverSets(_ affirmed: [Int]) {
    var closed: [Int] = []
    var open: [Int] = []
    for place in affirmed {
      guard case .set(_, let contents) = answers[place].voice.answer else { continue }
      if contents.isOpen { open.append(place) } else { closed.append(place) }
    }
    if closed.count > 1 { found.append(closed) }
    for place in open where found.count < Self.limit {
      let clique = closed.filter { conflict($0, place) }
      if !clique.isEmpty { found.append((clique + [place]).sorted()) }
    }
  }

  private struct Span {
    let place: Int
    let lower: Int128
    let upper: Int128
  }

  private mutating func coverIntervals(_ affirmed: [Int]) {
    // Without a unit a number is compared with all.
    var byScale: [Int: [Span]] = [:]
    var unitless: [Span] = []
    for place in affirmed {
      switch answers[place].voice.answer {
      case .quantity(let interval, let quantity):
        let span = Span(place: place, lower: interval.lower, upper: interval.upper)
        if quantity.unit == nil {
          unitless.append(span)
        } else {
          byScale[answers[place].voice.scale, default: []].append(span)
        }
      case .date(let date):
        byScale[answers[place].voice.scale, default: []].append(
          Span(place: place, lower: Int128(date.begins), upper: Int128(date.ends)))
      case .option, .set: continue
      }
    }
    for scale in byScale.keys.sorted() {
      coverChains((byScale[scale] ?? []) + unitless)
    }
    if byScale.isEmpty { coverChains(unitless) }
  }

  /// Chains of spans of which each begins after the one before has ended: first of those that no
  /// chain holds yet, each time the one that ends soonest, then of all others that fit between.
  /// - Complexity: O(spans) a chain, of which no more than ``limit`` are made.
  private mutating func coverChains(_ all: [Span]) {
    guard let last = all.map(\.lower).max(), let first = all.map(\.upper).min() else { return }
    let spans = all.filter { $0.upper < last || $0.lower > first }
    let order = spans.indices.sorted { a, b in
      (spans[a].upper, spans[a].lower, a) < (spans[b].upper, spans[b].lower, b)
    }
    var isHeld = [Bool](repeating: false, count: spans.count)
    while found.count < Self.limit, isHeld.contains(false) {
      var kept: [Int] = []
      for place in order where !isHeld[place] {
        if let before = kept.last, spans[place].lower <= spans[before].upper { continue }
        kept.append(place)
      }
      for place in kept { isHeld[place] = true }
      var chain: [Int] = []
      var next = 0
      for place in order {
        if next < kept.count, kept[next] == place {
          next += 1
        } else if let before = chain.last, spans[place].lower <= spans[before].upper {
          continue
        } else if next < kept.count, spans[place].upper >= spans[kept[next]].lower {
          continue
        }
        chain.append(place)
      }
      found.append(chain.map { spans[$0].place }.sorted())
    }
  }
}
