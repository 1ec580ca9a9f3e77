internal import HeapModule

/// Which of a party's own answers a later one has put aside, while words come in.
///
/// An answer is put aside while some other's words begin after all of its own begin, so that a vague
/// date is never the newest. So one moment bounds them all, and what crosses it is found by heaps
/// whose outdated items are passed over.
struct Supersession {
  struct Span {
    /// When the words that begin last begin.
    let start: Int64
    /// Takes the place of others.
    let supersedes: Bool
    /// May be put aside.
    let yields: Bool
  }

  fileprivate struct Item {
    let start: Int64
    let answer: Int
    let version: Int
  }

  /// The item whose words begin first is the least; of those that begin together, the first answer.
  fileprivate struct Earliest: Comparable {
    let item: Item

    static func == (a: Self, b: Self) -> Bool {
      (a.item.start, a.item.answer) == (b.item.start, b.item.answer)
    }

    static func < (a: Self, b: Self) -> Bool {
      (a.item.start, a.item.answer) < (b.item.start, b.item.answer)
    }
  }

  /// The item whose words begin last is the least; of those that begin together, the first answer.
  fileprivate struct Latest: Comparable {
    let item: Item

    static func == (a: Self, b: Self) -> Bool {
      (a.item.start, a.item.answer) == (b.item.start, b.item.answer)
    }

    static func < (a: Self, b: Self) -> Bool {
      (b.item.start, a.item.answer) < (a.item.start, b.item.answer)
    }
  }

  private var newest = Heap<Latest>()
  private var standing = Heap<Earliest>()
  private var aside = Heap<Latest>()
  // By answer, as far as there were any.
  private var versions: [Int] = []
  private var areAside: [Bool] = []

  /// The answer whose words began last of those that take the place of others, as settled last.
  var bound: (answer: Int, start: Int64)? { newest.min.map { ($0.item.answer, $0.item.start) } }

  func isAside(_ answer: Int) -> Bool { areAside.indices.contains(answer) && areAside[answer] }

  /// `span` is nil where the answer's words are no *for*.
  mutating func update(_ answer: Int, _ span: Span?) {
    while versions.count <= answer {
      versions.append(0)
      areAside.append(false)
    }
    versions[answer] += 1
    areAside[answer] = false
    guard let span else { return }
    let item = Item(start: span.start, answer: answer, version: versions[answer])
    if span.supersedes { newest.insert(Latest(item: item)) }
    if span.yields { standing.insert(Earliest(item: item)) }
  }

  /// The answers put aside, each with the one that did it, and those lifted since the last call.
  mutating func settle() -> (put: [(answer: Int, by: Int)], lifted: [Int]) {
    var put: [(answer: Int, by: Int)] = []
    var lifted: [Int] = []
    while let top = newest.min?.item, versions[top.answer] != top.version { newest.removeMin() }
    let bound = newest.min?.item
    while let top = aside.min?.item {
      if versions[top.answer] == top.version, areAside[top.answer] {
        if let bound, top.start < bound.start { break }
        areAside[top.answer] = false
        lifted.append(top.answer)
        standing.insert(Earliest(item: top))
      }
      aside.removeMin()
    }
    while let top = standing.min?.item {
      if versions[top.answer] == top.version, !areAside[top.answer] {
        guard let bound, top.start < bound.start else { break }
        areAside[top.answer] = true
        put.append((top.answer, bound.answer))
        aside.insert(Latest(item: top))
      }
      standing.removeMin()
    }
    return (put, lifted)
  }
}
