/// Distinct rows of scores in descending lexicographic order, each with the number of (partial)
/// packages that reach it.
///
/// Counts stop at `UInt64.max`, which then means “at least”.
struct Front<S: Score>: Sendable {
  let width: Int
  var coordinates: [S]
  var counts: [UInt64]

  var count: Int { counts.count }
  var isEmpty: Bool { counts.isEmpty }

  static func empty(width: Int) -> Front { Front(width: width, coordinates: [], counts: []) }

  /// One package, that of nothing chosen yet.
  static func origin(width: Int) -> Front {
    Front(width: width, coordinates: Array(repeating: 0, count: width), counts: [1])
  }

  func row(_ index: Int) -> ArraySlice<S> {
    coordinates[(index * width)..<((index + 1) * width)]
  }

  /// Where a row stands, by binary search.
  func index(of row: some RandomAccessCollection<S>) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.row(middle).lexicographicallyPrecedes(row) {
        high = middle
      } else if row.lexicographicallyPrecedes(self.row(middle)) {
        low = middle + 1
      } else {
        return middle
      }
    }
    return nil
  }

  /// The rows that pass, in order.
  func filter(_ passes: (ArraySlice<S>) -> Bool) -> Front {
    var result = Front.empty(width: width)
    for index in 0..<count where passes(row(index)) {
      result.coordinates += row(index)
      result.counts.append(counts[index])
    }
    return result
  }
}

/// A front whose every row has `shift` added and whose counts are multiplied.
struct ShiftedFront<S: Score>: Sendable {
  let front: Front<S>
  let shift: [S]
  let multiplicity: UInt64

  init(_ front: Front<S>, by shift: [S], times multiplicity: UInt64 = 1) {
    self.front = front
    self.shift = shift
    self.multiplicity = multiplicity
  }

  init(_ front: Front<S>) {
    self.init(front, by: Array(repeating: 0, count: front.width))
  }
}

func saturatingSum(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? .max : sum
}

func saturatingProduct(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  return overflow ? .max : product
}
