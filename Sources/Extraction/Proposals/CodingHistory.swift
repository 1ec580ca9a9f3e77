internal import CaseModel

/// What the record shows of how this case is coded: which words were taken for which speaker, act and
/// subject, and which proposals were rejected. It is derived each time, so that nothing has to be kept
/// beside the record, and the same record always gives the same.
struct CodingHistory: Sendable {
  private(set) var subjects: SubjectRanker
  /// How often words that name a source were taken for whom.
  private(set) var speakers = Choices<Case.Actor.ID>()
  /// How often a cue, and what its words were read as, was coded as which act.
  private(set) var acts = Choices<Case.Statement.Act>()

  /// Nothing but the case's own words.
  init(_ theCase: Case) { subjects = SubjectRanker(theCase) }

  /// Takes in all that is coded on texts that are at hand, and all that was rejected.
  /// - Complexity: O(texts + statements).
  mutating func learn(_ theCase: Case, texts: CaseTexts) {
    var candidates: [Case.Source.ID: [Candidate]] = [:]
    func passage(
      _ statement: Case.Statement
    ) -> (passage: CodingPassage, text: SourceText, candidate: Candidate?)? {
      guard let text = texts[statement.source].text else { return nil }
      let places = QuotePlaces.of(statement.quote, in: text)
      guard let first = places.first else { return nil }
      if candidates[statement.source] == nil {
        candidates[statement.source] = BuiltInExtractor.candidates(in: text)
      }
      let words = places.map { text.text($0.lowerBound, $0.upperBound) }.joined(separator: " ")
      let candidate = candidates[statement.source]?.first {
        QuotePlaces.isSame($0.content.map { $0.start..<$0.end }, places)
      }
      return (
        CodingPassage(
          words: words, sentence: QuotePlaces.sentences(round: first, in: text),
          source: statement.source, speaker: statement.speaker, act: statement.act),
        text, candidate
      )
    }
    for statement in theCase.statements {
      guard let (passage, text, candidate) = passage(statement) else { continue }
      subjects.learn(statement, passage)
      guard let candidate else { continue }
      let reading = ActReader.read(passage.words).act
      for key in Self.actKeys(candidate.lemma, reading) { acts.accept(statement.act, for: key) }
      if let key = Self.key(candidate.source, text), statement.speaker.count == 1 {
        speakers.accept(statement.speaker[0], for: key)
      }
    }
    for rejected in theCase.candidates where rejected.status == .rejected {
      guard let (passage, text, candidate) = passage(rejected.statement) else { continue }
      subjects.refuse(rejected.statement, passage)
      guard let candidate else { continue }
      acts.reject(rejected.statement.act, for: "cue \(candidate.lemma)")
      if let key = Self.key(candidate.source, text), rejected.statement.speaker.count == 1 {
        speakers.reject(rejected.statement.speaker[0], for: key)
      }
    }
  }

  static func actKeys(_ lemma: String, _ reading: Case.Statement.Act) -> [String] {
    ["cue \(lemma)", "read \(reading.rawValue)"]
  }

  /// The words that name a source, spelled one way; nil where they are a pronoun or none.
  static func key(_ source: [TextSpan], _ text: SourceText) -> String? {
    key(source.map { text.text($0.start, $0.end) }.joined(separator: " "))
  }

  static func key(_ words: String) -> String? {
    let plain = FoldedText(words).words.map(\.plain).filter { $0 != "the" && $0 != "a" }
    guard let first = plain.first, plain.count <= 12 else { return nil }
    return plain.count == 1 && pronouns.contains(first) ? nil : plain.joined(separator: " ")
  }

  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "we", "i", "who", "which", "both", "one", "others", "some",
  ]
}

/// How often something was chosen, and refused, for words.
struct Choices<Thing: Hashable & Comparable & Sendable>: Sendable {
  private var counts: [String: [Thing: (accepted: Int, rejected: Int)]] = [:]

  mutating func accept(_ thing: Thing, for key: String) {
    counts[key, default: [:]][thing, default: (0, 0)].accepted += 1
  }

  mutating func reject(_ thing: Thing, for key: String) {
    counts[key, default: [:]][thing, default: (0, 0)].rejected += 1
  }

  /// What was chosen most, where it was chosen oftener than refused; of equals the first by name.
  func usual(for key: String) -> (thing: Thing, accepted: Int)? {
    (counts[key] ?? [:]).filter { $0.value.accepted > $0.value.rejected }
      .sorted { a, b in
        a.value.accepted != b.value.accepted
          ? a.value.accepted > b.value.accepted : a.key < b.key
      }.first.map { ($0.key, $0.value.accepted) }
  }

  /// From -1 to 1: the share of a choice among all for the words, less the share refused.
  func share(_ thing: Thing, for key: String) -> Double {
    guard let all = counts[key] else { return 0 }
    let total = all.values.reduce(0) { $0 + $1.accepted + $1.rejected }
    let found = all[thing] ?? (0, 0)
    return Double(found.accepted - found.rejected) / (Double(total) + 2)
  }

  /// From 0 to 1: how far proposals by these words hold, 1 where nothing is known.
  func trust(for key: String) -> Double {
    guard let all = counts[key] else { return 1 }
    let accepted = all.values.reduce(0) { $0 + $1.accepted }
    let rejected = all.values.reduce(0) { $0 + $1.rejected }
    return Double(accepted + 2) / Double(accepted + rejected + 2)
  }
}
