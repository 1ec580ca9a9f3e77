extension Array where Element: Hashable {
  /// Each once, in order of first mention.
  package var uniqued: [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
