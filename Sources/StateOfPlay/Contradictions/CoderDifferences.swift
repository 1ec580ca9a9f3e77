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

  /// By the place of the source; those of sources that the case does not have together.
  private var bySource: [Int?: [Pair]] = [:]

  /// - Complexity: O(*n* log *n*) in the statements, and those of one source that share words.
  init(_ filtered: FilteredCase, among places: some Sequence<Int>) {
    let statements = filtered.theCase.statements
    let coded = places.filter { statements[$0].provenance.by != nil }
    guard let first = coded.first,
      coded.contains(where: { statements[$0].provenance.by != statements[first].provenance.by })
    else { return }
    for (source, members) in Dictionary(grouping: coded, by: { filtered.facts[$0].source }) {
      bySource[source] = Self.pairs(members, statements)
    }
    pairs = bySource.values.joined().sorted()
  }

  /// Those of the next case: of sources from which none of the statements is in which the cases differ
  /// they are kept.
  ///
  /// - Parameter isMeant: of which statements.
  init(
    _ filtered: FilteredCase, where isMeant: (Int) -> Bool, after before: CoderDifferences,
    of old: FilteredCase, _ edit: StatementEdit
  ) {
    bySource = before.bySource
    let touched = Set(
      edit.before.map { old.facts[$0].source } + edit.after.map { filtered.facts[$0].source })
    for source in touched { bySource[source] = nil }
    if !edit.keepsPlaces {
      bySource = bySource.mapValues { pairs in
        pairs.compactMap { pair in
          guard let a = edit.place(of: pair.first), let b = edit.place(of: pair.second) else {
            return nil
          }
          return Pair(a, b)
        }
      }
    }
    let members = filtered.facts.indices.filter {
      touched.contains(filtered.facts[$0].source) && isMeant($0)
    }
    for (source, members) in Dictionary(grouping: members, by: { filtered.facts[$0].source }) {
      bySource[source] = Self.pairs(members, filtered.theCase.statements)
    }
    pairs = bySource.values.joined().sorted()
  }

  /// Of statements of one source, or of several that the case does not have.
  private static func pairs(_ members: [Int], _ statements: [Case.Statement]) -> [Pair] {
    var found: Set<Pair> = []
    func compare(_ a: Int, _ b: Int) {
      if statements[a].source == statements[b].source,
        statements[a].isReadOtherwise(in: statements[b])
      {
        found.insert(Pair(a, b))
      }
    }
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
    return Array(found)
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
  ///
  ///
  /// - Parameter parts: with those of the case before, which are replaced.
  func coders(_ view: inout ContradictionsView, _ parts: inout ContradictionParts) {
    let statements = filtered.theCase.statements
    let found: CoderDifferences
    if let (old, edit) = parts.succeeded, let known = parts.coders {
      found = CoderDifferences(
        filtered, where: isCodedAndShown, after: known, of: old, edit)
    } else {
      found = CoderDifferences(
        filtered, among: filtered.facts.indices.lazy.filter(isCodedAndShown))
    }
    parts.coders = parts.isFollowed ? found : nil
    view.coders = found.pairs.map {
      .init(first: statements[$0.first].id, second: statements[$0.second].id)
    }
  }

  private func isCodedAndShown(_ place: Int) -> Bool {
    let (statement, lens) = (filtered.theCase.statements[place], filtered.lens)
    guard filtered.facts[place].time != .out, statement.provenance.by != nil else { return false }
    if !lens.issues.isEmpty {
      guard (statement.about?.issues ?? []).contains(where: lens.issues.contains) else {
        return false
      }
    }
    return lens.parties.isEmpty
      || statement.speaker.contains { speaker in
        filtered.index.spokenFor(by: speaker, on: filtered.facts[place].said)
          .contains(where: lens.parties.contains)
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
