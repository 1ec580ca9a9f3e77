/// The commonest ways in which one text becomes two, none of which changes a word: line ends of
/// another system, a byte order mark, line ends at the very end.
public struct TextDifference: Sendable, Hashable {
  /// As in "the texts are equal but for this: …".
  public let words: String
  /// How to restore the recorded text.
  public let advice: String

  /// What alone sets `bytes` apart from the text with the digest `recorded`; nil where they are the
  /// same, or differ in more.
  /// - Complexity: O(bytes), a few dozen digests; of texts above 4 MB fewer.
  public static func between(_ bytes: [UInt8], recorded: SHA256Digest) -> TextDifference? {
    let starts = Start.allCases
    let lines = Lines.allCases
    let ends = End.allCases
    let isLarge = bytes.count > 4_000_000
    for start in starts {
      guard let begun = start.applied(bytes) else { continue }
      for line in lines {
        guard let lined = line.applied(begun) else { continue }
        for end in ends {
          let steps = (start == .same ? 0 : 1) + (line == .same ? 0 : 1) + (end == .same ? 0 : 1)
          guard steps > 0, !isLarge || steps == 1, let whole = end.applied(lined) else { continue }
          if SHA256Digest(of: whole) == recorded { return TextDifference(start, line, end) }
        }
      }
    }
    return nil
  }

  private init(_ start: Start, _ line: Lines, _ end: End) {
    let parts = [line.words, start.words, end.words].compactMap(\.self)
    words = parts.joined(separator: "; ")
    advice =
      line == .same
      ? "restore the file as it was; no quote needs to be moved"
      : "\(line.advice); in git, a line `texts/** -text` in .gitattributes, with the texts checked "
        + "out again, keeps them as they are; no quote needs to be moved"
  }

  /// What was done to the text that is at hand is undone, one way at each of three places.
  private enum Start: CaseIterable {
    case same, hasMark, lacksMark

    var words: String? {
      switch self {
      case .same: nil
      case .hasMark: "there is a byte order mark at its beginning"
      case .lacksMark: "the byte order mark at its beginning is missing"
      }
    }

    func applied(_ bytes: [UInt8]) -> [UInt8]? {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      switch self {
      case .same: return bytes
      case .hasMark: return bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : nil
      case .lacksMark: return bytes.starts(with: mark) ? nil : mark + bytes
      }
    }
  }

  private enum Lines: CaseIterable {
    case same, windows, unix, old

    var words: String? {
      switch self {
      case .same: nil
      case .windows: "its line ends are Windows' (CR LF), and were LF"
      case .unix: "its line ends are LF, and were Windows' (CR LF)"
      case .old: "its line ends are CR alone, and were LF"
      }
    }

    var advice: String {
      switch self {
      case .same: ""
      case .windows: "`sed -i 's/\\r$//' FILE` turns its line ends into LF again"
      case .unix: "`sed -i 's/$/\\r/' FILE` turns its line ends into CR LF again"
      case .old: "`tr '\\r' '\\n' < FILE > NEW` turns its line ends into LF again"
      }
    }

    func applied(_ bytes: [UInt8]) -> [UInt8]? {
      let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
      switch self {
      case .same: return bytes
      case .windows: return bytes.contains(cr) ? Self.withoutReturns(bytes) : nil
      case .unix:
        // Lines that have kept both stay as they are.
        let bare = Self.withoutReturns(bytes)
        return bare.contains(lf) ? bare.flatMap { $0 == lf ? [cr, lf] : [$0] } : nil
      case .old: return bytes.contains(cr) ? bytes.map { $0 == cr ? lf : $0 } : nil
      }
    }

    private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      for (offset, byte) in bytes.enumerated() {
        let isPair =
          byte == UInt8(ascii: "\r") && offset + 1 < bytes.count
          && bytes[offset + 1] == UInt8(ascii: "\n")
        if !isPair { result.append(byte) }
      }
      return result
    }
  }

  private enum End: CaseIterable {
    case same, one, all, missing, missingPair

    var words: String? {
      switch self {
      case .same: nil
      case .one: "a line end at the very end was added"
      case .all: "line ends at the very end were added"
      case .missing, .missingPair: "the line end at the very end is missing"
      }
    }

    func applied(_ bytes: [UInt8]) -> [UInt8]? {
      let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
      switch self {
      case .same: return bytes
      case .one:
        guard bytes.last == lf else { return nil }
        let isPair = bytes.dropLast().last == cr
        return Array(bytes.dropLast(isPair ? 2 : 1))
      case .all:
        guard bytes.last == lf else { return nil }
        return Array(bytes[..<((bytes.lastIndex { $0 != lf && $0 != cr }).map { $0 + 1 } ?? 0)])
      case .missing: return bytes + [lf]
      case .missingPair: return bytes + [cr, lf]
      }
    }
  }
}
