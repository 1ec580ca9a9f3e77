internal import CaseModel

/// Two coders' readings of the same words, where they differ: one thing was said, and it is read in two
/// ways. No party is at odds with itself by that.
struct CoderDifferences {
  /// The places in the case of two statements, the first on record first; in order of these.
  private(set) var pairs: [Pair] = []

  struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// - Complexity: O(*n* log *n*) in the statements, and those of one source that share words.
  init(_ filtered: FilteredCase, among places: some Sequence<Int>) {
    let statements = filtered.theCase.statements
    let coded = places.filter { statements[$0].provenance.by != nil }
    guard Set(coded.lazy.map { statements[$0].provenance.by }).count > 1 else { return }
    var found: Set<Pair> = []
    func compare(_ a: Int, _ b: Int) {
      if statements[a].isReadOtherwise(in: statements[b]) { found.insert(Pair(a, b)) }
    }
    for members in Dictionary(grouping: coded, by: { statements[$0].source }).values {
      var placed: [(start: Int, end: Int, place: Int)] = []
      var byWords: [String: [(place: Int, isPlaced: Bool)]] = [:]
      for place in members {
        for span in statements[place].quote.spans {
          if span.isPlaced { placed.append((span.start, span.end, place)) }
          if let exact = span.exact { byWords[exact, default: []].append((place, span.isPlaced)) }
        }
      }
      placed.sort { ($0.start, $0.place) < ($1.start, $1.place) }
      var open: [(end: Int, place: Int)] = []
      for span in placed {
        open.removeAll { $0.end <= span.start }
        for other in open { compare(other.place, span.place) }
        open.append((span.end, span.place))
      }
      // Words without a place are the same where they are spelt the same.
      for same in byWords.values where same.contains(where: { !$0.isPlaced }) {
        for (number, one) in same.enumerated() {
          for other in same[(number + 1)...] where !one.isPlaced || !other.isPlaced {
            compare(one.place, other.place)
          }
        }
      }
    }
    pairs = found.sorted()
  }

  /// Whether all of the statements hang together by such pairs: any other would be something else that
  /// was said.
  func connect(_ places: [Int]) -> Bool {
    guard places.count > 1, !pairs.isEmpty else { return false }
    var joined: [Int: [Int]] = [:]
    for pair in pairs {
      joined[pair.first, default: []].append(pair.second)
      joined[pair.second, default: []].append(pair.first)
    }
    var reached: Set<Int> = [places[0]]
    var waiting = [places[0]]
    while let place = waiting.popLast() {
      for other in joined[place] ?? [] where reached.insert(other).inserted {
        waiting.append(other)
      }
    }
    return reached.isSuperset(of: places)
  }
}

extension ContradictionFinder {
  /// Two coders' readings, of what was said by as-of on the issues and by the parties that are shown.
  func coders(_ view: inout ContradictionsView) {
    let (statements, lens) = (filtered.theCase.statements, filtered.lens)
    let parties = Set(lens.parties)
    let shown = filtered.eachStatement { place, statement -> Int? in
      guard filtered.facts[place].time != .out, statement.pointee.provenance.by != nil else {
        return nil
      }
      let issues = statement.pointee.about?.issues ?? []
      guard lens.issues.isEmpty || issues.contains(where: lens.issues.contains) else { return nil }
      guard
        parties.isEmpty
          || statement.pointee.speaker.contains(where: { speaker in
            !parties.isDisjoint(
              with: filtered.index.spokenFor(by: speaker, on: filtered.facts[place].said))
          })
      else { return nil }
      return place
    }
    view.coders = CoderDifferences(filtered, among: shown).pairs.map {
      .init(first: statements[$0.first].id, second: statements[$0.second].id)
    }
  }
}

extension Case.Statement {
  /// Whether another coder read what the same speaker says of the same issues in another way; that the
  /// words are the same is known.
  fileprivate func isReadOtherwise(in other: Case.Statement) -> Bool {
    guard let by = provenance.by, let coder = other.provenance.by, by != coder,
      !Set(speaker).isDisjoint(with: other.speaker),
      Set(about?.issues ?? []) == Set(other.about?.issues ?? [])
    else { return false }
    return act != other.act || stance != other.stance || about != other.about
  }
}
