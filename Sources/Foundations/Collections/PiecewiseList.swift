/// A list that is kept in pieces, which its copies share: to add or remove an element costs a copy of one
/// piece, and not of all.
///
/// For a long list that is made again and again with few changes. Coded as an array is.
public struct PiecewiseList<Element> {
  /// None of them is empty.
  private var pieces: [[Element]] = []
  /// Of each piece the place of its first element.
  private var starts: [Int] = []
  /// The number of elements.
  public private(set) var count = 0

  /// The length of a piece, which grows to twice that before it is divided.
  private static var length: Int { 512 }

  /// An empty list.
  public init() {}

  /// The same elements in the same order.
  /// - Complexity: O(n)
  public init(_ elements: some Sequence<Element>) {
    let all = Array(elements)
    count = all.count
    starts = Array(stride(from: 0, to: count, by: Self.length))
    pieces = starts.map { Array(all[$0..<Swift.min($0 + Self.length, all.count)]) }
  }

  /// The place of the piece that holds the element at `place`.
  private func piece(of place: Int) -> Int {
    precondition(place >= 0 && place < count, "no element at \(place) of \(count)")
    return starts.partitioningPoint { $0 > place } - 1
  }

  private mutating func move(from piece: Int, by number: Int) {
    for later in starts.indices.dropFirst(piece) { starts[later] += number }
    count += number
  }

  /// - Complexity: O(√n) in practice: one piece, and as many numbers as there are pieces.
  public mutating func insert(_ element: Element, at place: Int) {
    guard place < count || !pieces.isEmpty else {
      (pieces, starts, count) = ([[element]], [0], 1)
      return
    }
    let piece = place == count ? pieces.count - 1 : self.piece(of: place)
    pieces[piece].insert(element, at: place - starts[piece])
    move(from: piece + 1, by: 1)
    guard pieces[piece].count >= 2 * Self.length else { return }
    let half = Array(pieces[piece][Self.length...])
    pieces[piece].removeLast(half.count)
    pieces.insert(half, at: piece + 1)
    starts.insert(starts[piece] + Self.length, at: piece + 1)
  }

  /// - Complexity: as that of ``insert(_:at:)``.
  @discardableResult
  public mutating func remove(at place: Int) -> Element {
    let piece = piece(of: place)
    let removed = pieces[piece].remove(at: place - starts[piece])
    move(from: piece + 1, by: -1)
    if pieces[piece].isEmpty {
      pieces.remove(at: piece)
      starts.remove(at: piece)
    }
    return removed
  }
}

extension PiecewiseList: RandomAccessCollection, RangeReplaceableCollection {
  /// 0.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int { count }

  /// - Complexity: O(log n)
  public subscript(place: Int) -> Element {
    let piece = piece(of: place)
    return pieces[piece][place - starts[piece]]
  }

  /// - Complexity: O(n)
  public mutating func replaceSubrange(
    _ range: Range<Int>, with elements: some Collection<Element>
  ) {
    var all = Array(self)
    all.replaceSubrange(range, with: elements)
    self = PiecewiseList(all)
  }

  /// Goes through the elements piece by piece.
  public struct Iterator: IteratorProtocol {
    fileprivate let pieces: [[Element]]
    fileprivate var piece = 0
    fileprivate var place = 0

    /// The next element; nil after the last.
    public mutating func next() -> Element? {
      guard piece < pieces.count else { return nil }
      defer {
        place += 1
        if place == pieces[piece].count { (piece, place) = (piece + 1, 0) }
      }
      return pieces[piece][place]
    }
  }

  /// From the first element on.
  public func makeIterator() -> Iterator { Iterator(pieces: pieces) }
}

extension PiecewiseList: ExpressibleByArrayLiteral {
  /// A list of these elements.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension PiecewiseList: Sendable where Element: Sendable {}

extension PiecewiseList where Element: Sendable {
  /// Made piece by piece, on all cores.
  ///
  /// - Parameters:
  ///   - count: how many elements there are at most.
  ///   - make: those at the places of one range, in order.
  package init(count: Int, _ make: @Sendable (Range<Int>) -> [Element]) {
    let length = Self.length
    let all = Parallel.map(count: (count + length - 1) / length, work: count) { piece in
      make(piece * length..<Swift.min((piece + 1) * length, count))
    }
    for piece in all where !piece.isEmpty {
      starts.append(self.count)
      pieces.append(piece)
      self.count += piece.count
    }
  }
}

extension PiecewiseList: Equatable where Element: Equatable {
  /// Whether both hold the same elements in the same order. Pieces that they share are not compared.
  public static func == (a: PiecewiseList, b: PiecewiseList) -> Bool {
    if a.count != b.count { return false }
    // Of lists cut in the same places each piece is compared, which is quick where it is shared.
    return a.starts == b.starts ? a.pieces == b.pieces : a.elementsEqual(b)
  }
}

extension PiecewiseList: Hashable where Element: Hashable {
  /// Hashes the elements, however they lie in pieces.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for element in self { hasher.combine(element) }
  }
}

extension PiecewiseList: Encodable where Element: Encodable {
  /// Its form in JSON: an array.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for element in self { try container.encode(element) }
  }
}

extension PiecewiseList: Decodable where Element: Decodable {
  /// From a JSON array.
  public init(from decoder: any Decoder) throws { try self.init([Element](from: decoder)) }
}
