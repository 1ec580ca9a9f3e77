extension Array where Element: Hashable {
  /// Each once, in order of first mention.
  package var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
