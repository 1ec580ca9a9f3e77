/// Whether a text may stand in YAML without quotes and come back as the same text, in YAML 1.1
/// and 1.2, in block and in flow, in our reader and in others.
enum ScalarQuoting {
  /// Words that YAML 1.1 or 1.2 would make a truth value or nothing of.
  private static let retyped = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    .map { lowercased($0.utf8) }

  /// At most five letters as one number.
  private static func lowercased(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, last != UInt8(ascii: " ") else {
      return false
    }
    guard isLetter(first) || first >= 0xC3 || isDigit(first) else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0..<0x20, 0x7F: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "`"):
        return false
      case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return false
      case UInt8(ascii: ":"): return false
      // The lead bytes of U+0080–U+00BF, U+2028 and U+FEFF, which other readers see as line breaks
      // or refuse; the rest of their blocks pays with a pair of quotes.
      case 0xC2: return false
      case 0xA8, 0xA9: if previous == 0x80 { return false }
      case 0xEF: return false
      default: break
      }
      previous = byte
    }
    if isDigit(first) { return !mayBeNumber(bytes) }
    guard bytes.count <= 5 else { return true }
    return !retyped.contains(lowercased(bytes))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether a text that begins with a digit holds no letter that no number, date or time of YAML
  /// holds. A digest does, unless all its letters are e.
  private static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let second = bytes.count > 1 ? bytes[1] | 0x20 : 0
    let hasRadix =
      bytes[0] == UInt8(ascii: "0")
      && (second == UInt8(ascii: "x") || second == UInt8(ascii: "o") || second == UInt8(ascii: "b"))
    return !bytes.contains { byte in
      guard isLetter(byte) else { return false }
      switch byte | 0x20 {
      case UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "t"),
        UInt8(ascii: "x"), UInt8(ascii: "z"):
        return false
      case UInt8(ascii: "a")...UInt8(ascii: "f"): return !hasRadix
      default: return true
      }
    }
  }
}
