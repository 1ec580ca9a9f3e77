internal import CaseModel

extension FileLayout {
  /// A comment stands somewhere in the file.
  /// - Complexity: O(size of the file); the file is read once more.
  package var hasComments: Bool {
    guard format == .yaml, bytes.contains(UInt8(ascii: "#")) else { return false }
    let events = YAMLEvents(bytes)
    var reached = 0
    while let event = try? events.next() {
      let isScalar = if case .scalar = event.kind { true } else { false }
      let isEnd = if case .end = event.kind { true } else { false }
      if isScalar || isEnd {
        let start = isEnd ? bytes.count : event.place.start
        if start > reached, bytes[reached..<start].contains(UInt8(ascii: "#")) { return true }
        if isEnd { return false }
        reached = max(reached, event.place.end)
      }
    }
    return false
  }
}
