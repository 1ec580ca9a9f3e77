extension HTML {
  /// The same markup with `base` in front of its own addresses: of links, of forms, of what is fetched,
  /// and of what a form leads back to.
  ///
  /// The sequences looked for hold quotation marks, which no text within markup leaves unescaped.
  ///
  /// - Parameter shared: what addresses begin with that stay as they are.
  /// - Complexity: O(markup).
  package func under(_ base: String, except shared: [String]) -> HTML {
    guard !base.isEmpty else { return self }
    let source = Array(text.utf8)
    let own = Array(base.utf8)
    let kept = (shared + [base + "/"]).map { Array($0.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + source.count / 16)
    var from = 0
    var place = 0
    while place + 2 < source.count {
      // Every address begins so, and little else does: ="/
      guard source[place] == 0x3D, source[place + 1] == 0x22, source[place + 2] == 0x2F else {
        place += 1
        continue
      }
      let start = place + 2
      let name = source[..<place]
      place = start
      guard Self.addressed.contains(where: { name.suffix($0.count).elementsEqual($0) }),
        !kept.contains(where: { source[start...].starts(with: $0) })
      else { continue }
      bytes += source[from..<start]
      bytes += own
      from = start
    }
    bytes += source[from...]
    return HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }

  private static let addressed: [[UInt8]] = [
    " href", " action", " formaction", " src", " name=\"back\" value",
  ].map { Array($0.utf8) }
}
