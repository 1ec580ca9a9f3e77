extension Collection<UInt8> where Index == Int {
  /// Where `wanted` begins, one place after another without overlap; for short stretches of bytes.
  func starts(of wanted: some Collection<UInt8>) -> [Int] {
    guard let first = wanted.first else { return [] }
    var found: [Int] = []
    var from = startIndex
    while let place = self[from...].firstIndex(of: first) {
      if self[place...].starts(with: wanted) {
        found.append(place)
        from = place + wanted.count
      } else {
        from = place + 1
      }
    }
    return found
  }
}
