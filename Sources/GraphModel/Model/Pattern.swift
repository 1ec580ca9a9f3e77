/// A state of the option form: for each option taken, not taken, or either.
///
/// Written with one sign per option, the first option first: `Y` taken, `N` not taken, `-` either.
/// A pattern without dashes is one combination of options. Bit *k* of a word stands for option *k*.
public struct Pattern: Hashable, Sendable {
  /// The options taken.
  public let taken: UInt64
  /// The options that may be either way; never overlaps ``taken``.
  public let open: UInt64

  /// A pattern from bit sets; an option in both counts as open.
  public init(taken: UInt64, open: UInt64 = 0) {
    self.taken = taken & ~open
    self.open = open
  }

  /// Reads `text`, one of `Y`, `N`, `-` per option (small letters too).
  ///
  /// - Throws: ``ConflictError`` when the length differs from `width` or a sign is unknown; `place`
  ///   begins the message.
  public init(_ text: String, width: Int, place: String = "pattern") throws {
    guard text.count == width, width <= Limits.options else {
      throw ConflictError.patternLength(place: place, pattern: text, expected: width)
    }
    var taken: UInt64 = 0
    var open: UInt64 = 0
    for (index, sign) in text.enumerated() {
      switch sign {
      case "Y", "y": taken |= 1 << UInt64(index)
      case "N", "n": break
      case "-": open |= 1 << UInt64(index)
      default:
        throw ConflictError.patternCharacter(place: place, pattern: text, column: index + 1)
      }
    }
    self.init(taken: taken, open: open)
  }

  /// The pattern in signs, `width` of them.
  public func text(width: Int) -> String {
    var text = ""
    for index in 0..<max(0, min(width, Limits.options)) {
      let bit: UInt64 = 1 << UInt64(index)
      text.append(open & bit != 0 ? "-" : taken & bit != 0 ? "Y" : "N")
    }
    return text
  }

  /// Whether the combination `values` is one of those the pattern describes.
  package func matches(_ values: UInt64) -> Bool { (values ^ taken) & ~open == 0 }

  /// Whether every combination of `other` is one of this pattern's.
  package func covers(_ other: Pattern) -> Bool {
    other.open & ~open == 0 && matches(other.taken)
  }

  /// A combination both describe, if there is one.
  package func overlap(_ other: Pattern) -> UInt64? {
    (taken ^ other.taken) & ~open & ~other.open == 0 ? taken | other.taken : nil
  }
}

extension Pattern: Comparable {
  /// In the order of the Fraser–Hipel decimal number (the first option counts least).
  public static func < (left: Pattern, right: Pattern) -> Bool {
    (left.taken, left.open) < (right.taken, right.open)
  }
}

/// The low `count` bits set, for any count from 0 to 64.
func lowBits(_ count: Int) -> UInt64 {
  count <= 0 ? 0 : UInt64.max >> UInt64(64 - min(count, 64))
}
