internal import CaseModel

extension FileLayout {
  /// A comment stands somewhere in the file.
  /// - Complexity: O(size of the file); the file is read once more.
  package var hasComments: Bool {
    guard format == .yaml, bytes.contains(UInt8(ascii: "#")) else { return false }
    var isFound = false
    forEachEvent { _, gap in
      isFound = gap.map { bytes[$0].contains(UInt8(ascii: "#")) } ?? false
      return !isFound
    }
    return isFound
  }

  /// Every event of the file, with what stands between the scalar or end that it is and the scalar
  /// before: comments are nowhere else. Stops where `body` returns false.
  func forEachEvent(_ body: (_ event: DocumentEvent, _ gap: Range<Int>?) -> Bool) {
    let events = YAMLEvents(bytes)
    var reached = 0
    while let event = try? events.next() {
      var isEnd = false
      var start: Int?
      switch event.kind {
      case .scalar: start = event.place.start
      case .end: (isEnd, start) = (true, bytes.count)
      default: break
      }
      let gap = start.flatMap { $0 > reached ? reached..<$0 : nil }
      guard body(event, gap), !isEnd else { return }
      if start != nil { reached = max(reached, event.place.end) }
    }
  }
}
