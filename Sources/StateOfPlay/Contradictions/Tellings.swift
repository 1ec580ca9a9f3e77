internal import CaseModel

/// One speaker's assertions on one issue, and which pairs of them are of one time.
struct Tellings {
  /// What two tellings share whose relation to any other is one and the same.
  private struct Kind: Hashable {
    let answer: Assertion.Answered
    let isFor: Bool?
    let isDoubted: Bool
    let said: EDTFDate?
    let at: Case.Meeting.ID?
    let source: Case.Source.ID
    let via: [Case.Actor.ID]
    let act: Case.Statement.Act
  }

  private let spans: [(place: Int, said: EDTFDate?, at: Case.Meeting.ID?)]
  private let equals: [Int: [Int]]

  init(_ assertions: [(assertion: Assertion, statement: Case.Statement)]) {
    var first: [Kind: Int] = [:]
    var equals: [Int: [Int]] = [:]
    var spans: [(place: Int, said: EDTFDate?, at: Case.Meeting.ID?)] = []
    for (place, (one, statement)) in assertions.enumerated() {
      let kind = Kind(
        answer: one.answer, isFor: one.isFor, isDoubted: one.isDoubted, said: one.said,
        at: statement.at, source: statement.source, via: statement.via, act: statement.act)
      if let known = first[kind] {
        equals[known, default: []].append(place)
      } else {
        first[kind] = place
        equals[place] = [place]
        spans.append((place, one.said, statement.at))
      }
    }
    self.spans = spans
    self.equals = equals
  }

  /// The tellings that are as the one at `place`, itself among them.
  func equals(of place: Int) -> [Int] { equals[place] ?? [] }

  /// Pairs of one occasion, and of dates of which neither is later, each once.
  var simultaneous: [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    let dated = spans.compactMap { span in span.said.map { (span.place, $0) } }
      .sorted { a, b in (a.1.earliest, a.0) < (b.1.earliest, b.0) }
    for (index, (place, said)) in dated.enumerated() {
      for (other, later) in dated[(index + 1)...] {
        if later.earliest > said.latest { break }
        pairs.append((place, other))
      }
    }
    var byMeeting: [Case.Meeting.ID: [(place: Int, said: EDTFDate?)]] = [:]
    for span in spans {
      if let at = span.at { byMeeting[at, default: []].append((span.place, span.said)) }
    }
    for meeting in byMeeting.keys.sorted() {
      let here = byMeeting[meeting] ?? []
      for (index, one) in here.enumerated() {
        for other in here[(index + 1)...] {
          if let a = one.said, let b = other.said, a.overlaps(b) { continue }
          pairs.append((one.place, other.place))
        }
      }
    }
    return pairs
  }
}

/// Places joined in pairs, and the clusters they come to.
struct Clusters {
  private var parents: [Int]
  private var joined: Set<Int> = []

  init(_ count: Int) { parents = Array(0..<count) }

  private mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  mutating func join(_ a: Int, _ b: Int) {
    joined.formUnion([a, b])
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }

  /// Joined with some other.
  func holds(_ place: Int) -> Bool { joined.contains(place) }

  /// The clusters of two and more, by their first places.
  var groups: [[Int]] {
    var copy = self
    var found: [Int: [Int]] = [:]
    for place in joined.sorted() { found[copy.root(place), default: []].append(place) }
    return found.keys.sorted().compactMap { found[$0] }
  }
}
