extension FoldedText {
  /// Evens out what romanisations write in several ways: soft vowels (ya, ia, ja; yi, iy, yy, y),
  /// kh and h, tz and ts, w and v, x and ks, and doubled consonants.
  static func evened(_ word: String) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      let last = letters.last
      switch byte {
      case UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "i"):
        if last != UInt8(ascii: "i") { letters.append(UInt8(ascii: "i")) }
      case UInt8(ascii: "e") where last == UInt8(ascii: "i"):
        letters[letters.count - 1] = byte
      case UInt8(ascii: "h") where last == UInt8(ascii: "k"):
        letters[letters.count - 1] = byte
      case UInt8(ascii: "h") where letters.endsTwice:
        // The second half of a doubled zh, sh or ch.
        letters.removeLast()
      case UInt8(ascii: "z") where last == UInt8(ascii: "t"): letters.append(UInt8(ascii: "s"))
      case UInt8(ascii: "w"):
        if last != UInt8(ascii: "v") { letters.append(UInt8(ascii: "v")) }
      case UInt8(ascii: "x"):
        letters.append(UInt8(ascii: "k"))
        letters.append(UInt8(ascii: "s"))
      case UInt8(ascii: "b")...UInt8(ascii: "z") where byte == last && !Self.isVowel(byte): continue
      default: letters.append(byte)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "o")
      || byte == UInt8(ascii: "u")
  }
}

extension [UInt8] {
  /// `zhz`, `shs` or `chc`, to which an h would add the same sound again.
  fileprivate var endsTwice: Bool {
    guard count >= 3, self[count - 2] == UInt8(ascii: "h"), self[count - 1] == self[count - 3]
    else {
      return false
    }
    return [UInt8(ascii: "z"), UInt8(ascii: "s"), UInt8(ascii: "c")].contains(self[count - 1])
  }
}
