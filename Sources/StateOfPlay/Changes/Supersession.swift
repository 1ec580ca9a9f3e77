internal import CaseModel

/// Which of a party's plain *for*s a later one has put aside, while words come in.
///
/// An answer is put aside while some answer's words begin after all of its own end; what others tell
/// puts aside no words of the party's own. So one day for each of the two bounds them all, and what
/// crosses it is found by heaps whose outdated items are passed over.
struct Supersession {
  struct Span {
    /// The first day of the words that begin last.
    let start: CivilDay
    /// The last day of the words that end last.
    let end: CivilDay
    let isOwn: Bool
  }

  fileprivate struct Item {
    let day: CivilDay
    let answer: Int
    let version: Int
  }

  fileprivate struct Group {
    var newest = Heap<Item> { a, b in (b.day, a.answer) < (a.day, b.answer) }
    var standing = Heap<Item> { a, b in (a.day, a.answer) < (b.day, b.answer) }
    var aside = Heap<Item> { a, b in (b.day, a.answer) < (a.day, b.answer) }
  }

  private var own = Group()
  private var told = Group()
  // By answer, as far as there were any.
  private var versions: [Int] = []
  private var isAside: [Bool] = []

  func isAside(_ answer: Int) -> Bool { isAside.indices.contains(answer) && isAside[answer] }

  /// `span` is nil where the answer's words are no plain *for*.
  mutating func update(_ answer: Int, _ span: Span?) {
    while versions.count <= answer {
      versions.append(0)
      isAside.append(false)
    }
    versions[answer] += 1
    isAside[answer] = false
    guard let span else { return }
    let version = versions[answer]
    let start = Item(day: span.start, answer: answer, version: version)
    let end = Item(day: span.end, answer: answer, version: version)
    if span.isOwn {
      own.newest.push(start)
      own.standing.push(end)
    } else {
      told.newest.push(start)
      told.standing.push(end)
    }
  }

  /// The answers put aside, each with the one that did it, and those lifted since the last call.
  mutating func settle() -> (put: [(answer: Int, by: Int)], lifted: [Int]) {
    var put: [(answer: Int, by: Int)] = []
    var lifted: [Int] = []
    let ownBound = own.bound(versions)
    let toldBound = [ownBound, told.bound(versions)].compactMap(\.self).max { $0.day < $1.day }
    own.cross(ownBound, versions, &isAside, &put, &lifted)
    told.cross(toldBound, versions, &isAside, &put, &lifted)
    return (put, lifted)
  }
}

extension Supersession.Group {
  /// What begins last.
  fileprivate mutating func bound(_ versions: [Int]) -> Supersession.Item? {
    while let top = newest.first {
      if versions[top.answer] == top.version { return top }
      newest.pop()
    }
    return nil
  }

  fileprivate mutating func cross(
    _ bound: Supersession.Item?, _ versions: [Int], _ isAside: inout [Bool],
    _ put: inout [(answer: Int, by: Int)], _ lifted: inout [Int]
  ) {
    while let top = aside.first {
      if versions[top.answer] == top.version, isAside[top.answer] {
        if let bound, top.day < bound.day { break }
        isAside[top.answer] = false
        lifted.append(top.answer)
        standing.push(top)
      }
      aside.pop()
    }
    while let top = standing.first {
      if versions[top.answer] == top.version, !isAside[top.answer] {
        guard let bound, top.day < bound.day else { break }
        isAside[top.answer] = true
        put.append((top.answer, bound.answer))
        aside.push(top)
      }
      standing.pop()
    }
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
