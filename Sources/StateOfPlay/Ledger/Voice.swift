/// Whose words a statement is, relative to a party; nearest first.
///
/// A lower voice never closes or replaces what a higher one opened: it is listed beside it.
public enum Voice: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// The party's own: quoted, signed, or attributed to the party or to someone who speaks for it.
  case own
  /// People of its side who do not speak for it, unnamed officials, and what it says of concessions
  /// to its own side only.
  case ownSide
  /// Any other actor or author.
  case third
  /// Another party to the issue, or people of its side.
  case opponent

  /// The next lower one, which a hedge or a bad grade makes of it.
  var lowered: Voice {
    switch self {
    case .own: .ownSide
    case .ownSide: .third
    case .third, .opponent: .opponent
    }
  }

  /// Whether the left is nearer to the party's own words.
  public static func < (a: Voice, b: Voice) -> Bool { a.rank < b.rank }

  var rank: Int {
    switch self {
    case .own: 0
    case .ownSide: 1
    case .third: 2
    case .opponent: 3
    }
  }
}

/// How near a statement is to a party's own words.
struct Nearness {
  var directness: Directness
  /// Before a hedge or a grade lowers it.
  var voice: Voice
  /// Those who make it a lower voice are not named.
  var isUnnamed: Bool

  static func own(_ verbatim: Bool) -> Nearness {
    Nearness(directness: verbatim ? .quoted : .ascribed, voice: .own, isUnnamed: false)
  }

  /// Said within its own side: its words, and not yet to the others.
  mutating func keepWithin() { voice = max(voice, .ownSide) }

  /// What another actor relays is no nearer than that actor.
  mutating func pass(_ directness: Directness, _ voice: Voice, isUnnamed: Bool) {
    self.directness = max(self.directness, directness)
    if voice > self.voice {
      (self.voice, self.isUnnamed) = (voice, isUnnamed)
    } else if voice == self.voice {
      self.isUnnamed = self.isUnnamed || isUnnamed
    }
  }
}
