/// The words the extractor knows, by a hash of their lower-case letters.
///
/// The hash has 64 bits: that an unknown word falls on a known one among some ten thousand is less
/// likely than one in 10¹⁵ a word.
struct Lexicon: Sendable {
  struct Entry: Sendable {
    var word: WordClass = []
    var cue = 0
  }

  static let shared = Lexicon()

  /// Cues by place; the first is none.
  let cues: [Cue]
  private let keys: [UInt64]
  private let entries: [Entry]

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(seed) { mix($0, Tokenizer.lowercase($1.value)) }
  }

  private init() {
    let builder = LexiconBuilder()
    cues = builder.cues
    let size = 1 << 15
    var keys = [UInt64](repeating: 0, count: size)
    var entries = [Entry](repeating: Entry(), count: size)
    for (key, entry) in builder.entries {
      var place = Int(truncatingIfNeeded: key >> 20) & (size - 1)
      while keys[place] != 0 { place = (place + 1) & (size - 1) }
      keys[place] = key
      entries[place] = entry
    }
    self.keys = keys
    self.entries = entries
  }

  func entry(_ hash: UInt64) -> Entry? {
    var place = Int(truncatingIfNeeded: hash >> 20) & (keys.count - 1)
    while keys[place] != 0 {
      if keys[place] == hash { return entries[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  /// What a word can be: from the table, else from its ending.
  func describe(_ token: inout Token, hash: UInt64, in bytes: [UInt8]) {
    token.hash = hash
    let first = bytes[token.start]
    var word: WordClass = first >= 0x80 ? .foreignLetter : []
    if first == 0xD0 || first == 0xD1 || first == 0xD2 { word.insert(.cyrillic) }
    let last = bytes[token.end - 1] | 0x20
    if last == 0x73 { word.insert(.endsInS) }
    if token.kind == .number {
      word.insert(.number)
      if token.end - token.start == 4, first == 0x31 || first == 0x32 { word.insert(.time) }
    } else if let entry = entry(hash) {
      word.formUnion(entry.word)
      token.cue = entry.cue
    } else {
      word.formUnion(Self.ending(bytes, token.start..<token.end))
    }
    token.word = word
  }

  private static func ending(_ bytes: [UInt8], _ range: Range<Int>) -> WordClass {
    guard range.count >= 4 else { return [] }
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard range.count > count + 1 else { return false }
      return (0..<count).allSatisfy {
        bytes[range.upperBound - count + $0] == ending.utf8Start[$0]
      }
    }
    if ends("ly") { return .adverb }
    if ends("ing") { return [.verbIng, .noun] }
    if ends("ed") { return [.verbPast, .participle] }
    if ends("ous") || ends("ful") || ends("ible") || ends("able") || ends("ic") || ends("ish")
      || ends("ive") || ends("al") || ends("less")
    {
      return [.adjective]
    }
    return []
  }
}
