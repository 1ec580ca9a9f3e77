/// A sentence as the rules of attribution read it.
struct Clause {
  let tokens: [Token]
  let chunks: [Chunk]
  let range: Range<Int>

  var lexicon: Lexicon { Lexicon.shared }

  func cue(_ chunk: Chunk) -> Cue? {
    guard chunk.isVerb, tokens[chunk.head].tag.isVerb else { return nil }
    let place = tokens[chunk.head].cue
    return place > 0 ? lexicon.cues[place] : nil
  }

  func kind(_ place: Int) -> Chunk.Kind? {
    chunks.indices.contains(place) ? chunks[place].kind : nil
  }

  func isWord(_ place: Int, _ word: StaticString) -> Bool {
    guard chunks.indices.contains(place), chunks[place].tokens.count == 1 else { return false }
    return tokens[chunks[place].tokens.lowerBound].hash == Self.hash(word)
  }

  func headIs(_ place: Int, _ word: WordClass) -> Bool {
    chunks.indices.contains(place) && !tokens[chunks[place].head].word.isDisjoint(with: word)
  }

  static func hash(_ word: StaticString) -> UInt64 {
    var hash = Lexicon.seed
    word.withUTF8Buffer { for byte in $0 { hash = Lexicon.mix(hash, UInt32(byte)) } }
    return hash
  }

  /// Tokens of chunks from a place to another, both included.
  func tokens(_ first: Int, _ last: Int) -> Range<Int> {
    chunks[first].tokens.lowerBound..<chunks[max(first, last)].tokens.upperBound
  }

  /// The last place of a noun phrase with the phrases that hang on it: "a spokesman for the
  /// Ministry of Finance".
  ///
  /// - Parameter strict: only with `of` and `for`, as behind a verb, where `in` and `at` may say
  ///   where something was said.
  func nounPhraseEnd(_ first: Int, strict: Bool) -> Int {
    var last = first
    while chunks.indices.contains(last) {
      if chunks[last].isPossessive, kind(last + 1) == .nounPhrase {
        last += 1
        continue
      }
      guard kind(last + 1) == .preposition, kind(last + 2) == .nounPhrase else { break }
      if strict, !(isWord(last + 1, "of") || isWord(last + 1, "for") || isOffice(last, last + 1)) {
        break
      }
      if chunks[last + 2].isPronoun || isWord(last + 1, "as") { break }
      last += 2
    }
    // The A and the B.
    if isWord(last + 1, "and"), kind(last + 2) == .nounPhrase, !chunks[last + 2].isPronoun,
      !chunks.indices.contains(last + 3) || !(chunks[last + 3].canBeFinite)
    {
      let after = nounPhraseEnd(last + 2, strict: strict)
      if kind(after + 1) != .verb { return after }
    }
    return last
  }

  /// "economist at Brandt University", "minister in Paris": a role takes its place along.
  private func isOffice(_ noun: Int, _ preposition: Int) -> Bool {
    guard
      isWord(preposition, "at") || isWord(preposition, "in") || isWord(preposition, "with")
        || isWord(preposition, "on")
    else { return false }
    guard headIs(noun, .role), let next = chunks[safe: preposition + 1] else { return false }
    return tokens[next.tokens].contains { $0.isCapital } && kind(preposition + 1) == .nounPhrase
      && tokens[chunks[noun].tokens].allSatisfy { !$0.isCapital || $0.tag != .name }
  }
}

extension Array {
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
