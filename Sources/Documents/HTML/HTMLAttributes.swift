/// The attributes of one element, read on demand.
struct HTMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) { self.list = list }

  var isEmpty: Bool { list?.pointee == nil }

  /// The value of an attribute by its name in lower case; empty where it has none.
  subscript(name: StaticString) -> String? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index] {
      let isSame = name.withUTF8Buffer { wanted -> Bool in
        for (offset, byte) in wanted.enumerated() where key[offset] != byte { return false }
        return key[wanted.count] == 0
      }
      if isSame { return list[index + 1].map { String(cString: $0) } ?? "" }
      index += 2
    }
    return nil
  }

  var isHidden: Bool {
    guard !isEmpty else { return false }
    if self["hidden"] != nil { return true }
    guard let style = self["style"]?.lowercased() else { return false }
    let plain = style.filter { !$0.isWhitespace }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }
}
