internal import CaseModel

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

  private var newest = Heap<Item> { a, b in (b.start, a.answer) < (a.start, b.answer) }
  private var standing = Heap<Item> { a, b in (a.start, a.answer) < (b.start, b.answer) }
  private var aside = Heap<Item> { a, b in (b.start, a.answer) < (a.start, b.answer) }
  // By answer, as far as there were any.
  private var versions: [Int] = []
  private var areAside: [Bool] = []

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
    if span.supersedes { newest.push(item) }
    if span.yields { standing.push(item) }
  }

  /// The answers put aside, each with the one that did it, and those lifted since the last call.
  mutating func settle() -> (put: [(answer: Int, by: Int)], lifted: [Int]) {
    var put: [(answer: Int, by: Int)] = []
    var lifted: [Int] = []
    while let top = newest.first, versions[top.answer] != top.version { newest.pop() }
    let bound = newest.first
    while let top = aside.first {
      if versions[top.answer] == top.version, areAside[top.answer] {
        if let bound, top.start < bound.start { break }
        areAside[top.answer] = false
        lifted.append(top.answer)
        standing.push(top)
      }
      aside.pop()
    }
    while let top = standing.first {
      if versions[top.answer] == top.version, !areAside[top.answer] {
        guard let bound, top.start < bound.start else { break }
        areAside[top.answer] = true
        put.append((top.answer, bound.answer))
        aside.push(top)
      }
      standing.pop()
    }
    return (put, lifted)
  }
}

/// A binary heap; `first` is what comes before all others.
struct Heap<Element> {
  private var items: [Element] = []
  private let comesBefore: (Element, Element) -> Bool

  init(_ comesBefore: @escaping (Element, Element) -> Bool) { self.comesBefore = comesBefore }

  var first: Element? { items.first }

  mutating func push(_ element: Element) {
    items.append(element)
    var place = items.count - 1
    while place > 0, comesBefore(items[place], items[(place - 1) / 2]) {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() {
    guard let last = items.popLast(), !items.isEmpty else { return }
    items[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < items.count {
        if comesBefore(items[child], items[least]) { least = child }
      }
      if least == place { return }
      items.swapAt(place, least)
      place = least
    }
  }
}
