/// A word by which something is reported, and what can follow it.
struct Cue: Sendable {
  var lemma: String
  var frames: Frames
  /// Prepositions that join what is said to it: call *for*, insist *on*.
  var prepositions: [UInt64] = []
  /// Words that make another cue of it: point *out*.
  var particles: [(particle: UInt64, cue: Int)] = []

  struct Frames: OptionSet, Sendable {
    let rawValue: UInt32

    /// that …, or a clause without it.
    static let clause = Frames(rawValue: 1 << 0)
    /// Can stand beside a direct quotation, and behind what is said.
    static let quote = Frames(rawValue: 1 << 1)
    /// Someone spoken to stands between it and the clause.
    static let recipient = Frames(rawValue: 1 << 2)
    static let infinitive = Frames(rawValue: 1 << 3)
    /// urge X to ….
    static let objectInfinitive = Frames(rawValue: 1 << 4)
    static let object = Frames(rawValue: 1 << 5)
    /// describe X as ….
    static let objectAs = Frames(rawValue: 1 << 6)
    /// call X Y.
    static let naming = Frames(rawValue: 1 << 7)
    static let gerund = Frames(rawValue: 1 << 8)
    static let question = Frames(rawValue: 1 << 9)
    /// Thought rather than said.
    static let mental = Frames(rawValue: 1 << 10)
    static let noun = Frames(rawValue: 1 << 11)
    /// An object is something said only where it is a noun of saying.
    static let saidObject = Frames(rawValue: 1 << 12)
    /// put X at ….
    static let objectAt = Frames(rawValue: 1 << 13)
    /// Needs `that` or quotation marks, not a bare clause.
    static let strict = Frames(rawValue: 1 << 14)

    /// From letters, one a frame.
    init(letters: Substring) {
      self = []
      for letter in letters {
        if let frame = Self.byLetter[letter] { insert(frame) }
      }
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    private static let byLetter: [Character: Frames] = [
      "c": .clause, "q": .quote, "r": .recipient, "i": .infinitive, "o": .objectInfinitive,
      "n": .object, "a": .objectAs, "k": .naming, "g": .gerund, "w": .question, "m": .mental,
      "N": .noun, "s": .saidObject, "t": .objectAt, "S": .strict,
    ]
  }
}
