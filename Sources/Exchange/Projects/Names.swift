internal import CaseModel

/// Ids for names: the same name always gets the same id, and no two names share one.
struct Names {
  private var ids: [String: String] = [:]
  /// Of entries that were there before, whatever their capitals.
  private var loose: [String: String] = [:]
  private var used: Set<String> = []
  /// By what ids begin with, the next number to try: many names may begin alike, or have no letters.
  private var numbers: [String: Int] = [:]
  private let standard: String

  /// - Parameter standard: what ids of names without Latin letters or digits begin with.
  init(_ standard: String) { self.standard = standard }

  /// Whether an entry of that name was there before, or the name has come already.
  func knows(_ name: String) -> Bool {
    let key = Self.plain(name)
    return ids[key] != nil || loose[key.lowercased()] != nil
  }

  /// The id of an entry of that name.
  func found(_ name: String) -> String? {
    let key = Self.plain(name)
    return ids[key] ?? loose[key.lowercased()]
  }

  /// Takes note of an entry that is there already; of two with one name the first is meant.
  mutating func learn(_ name: String, as id: String) {
    used.insert(id)
    let key = Self.plain(name)
    guard !key.isEmpty else { return }
    if ids[key] == nil { ids[key] = id }
    if loose[key.lowercased()] == nil { loose[key.lowercased()] = id }
  }

  mutating func id(_ name: String) -> String {
    let key = Self.plain(name)
    if let id = ids[key] ?? loose[key.lowercased()] { return id }
    let wish = Slug.from(name)?.raw
    let beginning = wish ?? standard
    var id = wish ?? "\(standard)-1"
    while !used.insert(id).inserted {
      let number = numbers[beginning, default: 2]
      numbers[beginning] = number + 1
      id = "\(beginning)-\(number)"
    }
    ids[key] = id
    return id
  }

  /// Takes back a name that was given an id last.
  mutating func forget(_ name: String, _ id: String) {
    ids[Self.plain(name)] = nil
    used.remove(id)
  }

  /// Names that differ by white space alone are one.
  static func plain(_ name: String) -> String {
    if isPlain(name) { return name }
    // Between the codes of a path stands a stroke; within a name it is written otherwise.
    return name.replacing("∕", with: "/").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// Whether it has no stroke and no white space but single spaces between words: nearly all names,
  /// which need not be taken apart.
  private static func isPlain(_ name: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in name.utf8 {
      // Of what is not ASCII, white space and the stroke begin with one of these four.
      guard byte > 0x20 || byte == 0x20 && last != 0x20, byte != 0xC2,
        !(0xE1...0xE3).contains(byte)
      else { return false }
      last = byte
    }
    return last != 0x20 || name.isEmpty
  }
}
