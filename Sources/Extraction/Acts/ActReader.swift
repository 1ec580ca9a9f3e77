internal import CaseModel

/// Reads what words do, from the cue that introduces them (`demanded that`) and the words themselves.
package struct ActReader {
  typealias Act = Case.Statement.Act

  let text: SpanText
  /// Pieces of the cue.
  let cue: Range<Int>
  var scores: [Act: Int] = [:]
  var phrases: [Act: (words: Range<Int>, weight: Int)] = [:]
  var reading = ActReading()

  /// - Parameters:
  ///   - text: the statement's words, with its cue where there is one.
  ///   - cue: where in the text the cue stands, in code points.
  ///   - isAuthor: no one is named as the speaker, so that the words are the author's.
  ///   - form: the cue's lemma and what follows it, where a report was found.
  /// - Complexity: O(text).
  package static func read(
    _ text: String, cue: Range<Int>? = nil, isAuthor: Bool = false, form: CueForm? = nil
  ) -> ActReading {
    var reader = ActReader(SpanText(text), cue)
    reader.form = form
    return reader.read(isAuthor)
  }

  /// A word of reporting, and whether a whole clause is its object.
  package struct CueForm: Sendable {
    package var lemma: String
    /// `suggested that …`, not `suggested a vote`.
    package var isClause: Bool
    /// `asked the bank to lend`, `asked that`, not `asked whether`.
    package var isAsked: Bool

    package init(lemma: String, isClause: Bool, isAsked: Bool) {
      self.lemma = lemma
      self.isClause = isClause
      self.isAsked = isAsked
    }
  }

  var form: CueForm?
  /// For each piece whether it does nothing by itself.
  var idle: [Bool] = []
  /// A phrase of the cue spoke for an act.
  var isCueWeighed = false

  private init(_ text: SpanText, _ cue: Range<Int>?) {
    self.text = text
    let places = cue.map { cue in
      text.pieces.indices.filter {
        text.pieces[$0].start >= cue.lowerBound && text.pieces[$0].end <= cue.upperBound
      }
    }
    if let first = places?.first, let last = places?.last {
      self.cue = first..<last + 1
    } else {
      self.cue = 0..<0
    }
  }

  mutating func read(_ isAuthor: Bool) -> ActReading {
    reading.conditions = ConditionReader.conditions(in: text)
    readIdle()
    readDenials()
    let spans = weigh()
    weighNoLonger()
    weighStanding()
    weighConditions()
    if isAuthor { weighAuthor() }
    weighWithdrawal()
    weighForm()
    weighCommand()
    // A figure in brackets is a proposal in a draft.
    if text.pieces.contains(where: { $0.lower == "[" }) { scores[.propose, default: 0] += 6 }
    reading.hedge = ActWords.hedges.first(in: text).map { text.words($0) }
    reading.redLine = ActWords.redLines.first(in: text) != nil || refusesBeyond()
    if reading.redLine { reading.rules.append("a limit stated as such") }
    scores[.state, default: 0] += 1
    reading.ranking = scores.filter { $0.value > 0 }.sorted {
      $0.value != $1.value ? $0.value > $1.value : Self.order($0.key) < Self.order($1.key)
    }.map(\.key)
    if reading.isDenial {
      reading.ranking.removeAll { $0 == .deny }
      reading.ranking.insert(.deny, at: 0)
    }
    reading.act = reading.ranking.first ?? .state
    reading.phrase = phrases[reading.act].map { text.place($0.words) }
    if reading.act == .withdraw { reading.drops = true }
    if text.pieces.contains(where: { ActWords.reaffirms.contains($0.lower) }) {
      reading.change = .reaffirmed
    } else if reading.act == .withdraw {
      reading.change = .withdrawn
    } else if reading.act == .concede {
      reading.change = .softened
    }
    reading.stance = stance(spans)
    return reading
  }

  /// A tie goes to the act that says more.
  static func order(_ act: Act) -> Int {
    let order: [Act] = [
      .silent, .takeNote, .withdraw, .condition, .threaten, .reject, .demand, .deny, .accuse,
      .concede,
      .offer, .commit, .accept, .propose, .confirm, .ask, .assess, .state,
    ]
    return order.firstIndex(of: act) ?? order.count
  }

  // MARK: Words

  /// Adds up what phrases speak for, and returns the places of negated ones.
  mutating func weigh() -> Bool {
    var isNegated = false
    var isCueFound = false
    var place = 0
    while place < text.count {
      if let piece = text[place], piece.kind == .word, !piece.isLatin {
        weighSlavic(piece.lower, place)
      }
      guard let candidates = ActWords.phrases[text.lower(place)] else {
        place += 1
        continue
      }
      guard let longest = candidates.first(where: { text.has($0.words, at: place) }), !idle[place]
      else {
        place += 1
        continue
      }
      // Without a cue given, a verb before `that` is one.
      let isInCue =
        cue.isEmpty
        ? text.has("that", at: place + longest.words.count) && !isCueFound : cue.contains(place)
      if isInCue { isCueFound = true }
      // What another is to do first is not what the words do.
      if !isInCue, isAwaited(place), longest.act != .condition {
        place += longest.words.count
        continue
      }
      var weights: [Act: Int] = [:]
      for phrase in candidates
      where phrase.words.count == longest.words.count && text.has(phrase.words, at: place) {
        weights[phrase.act] = max(weights[phrase.act] ?? 0, phrase.weight)
      }
      for (written, strength) in weights.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
        var act = written
        if skips(act, at: place) { continue }
        let isNoun = !isInCue && longest.words.count == 1 && isNoun(place)
        if isNoun, !Self.named.contains(text.lower(place)) { continue }
        if negates(before: place), let turned = Self.negated[act] {
          if act != .state { isNegated = true }
          act = turned
        }
        // That something was said does not outweigh what was said.
        let weight = isInCue && act != .state ? strength * 2 : isNoun ? strength / 2 : strength
        // "could drop its demand": what may be given up is offered.
        if act == .withdraw, mayStill(before: place) { act = .offer }
        if isInCue, act != .state { isCueWeighed = true }
        scores[act, default: 0] += weight
        if phrases[act].map({ $0.weight < weight }) ?? true {
          phrases[act] = (place..<place + longest.words.count, weight)
        }
        reading.rules.append(
          "“\(text.words(place..<place + longest.words.count))”: \(act.rawValue)")
      }
      place += longest.words.count
    }
    weighModals()
    return isNegated
  }

  /// The piece is of a step that something waits on.
  func isAwaited(_ place: Int) -> Bool {
    let start = text.pieces[place].start
    return reading.conditions.contains { condition in
      condition.kind == .before && condition.awaited.contains(start)
        && Self.leading.contains(condition.marker.lowercased())
    }
  }

  static let leading: Set<String> = [
    "if", "only if", "provided that", "provided", "on condition that", "on the condition that",
    "until", "not until", "unless", "once", "as soon as",
  ]

  mutating func weighSlavic(_ word: String, _ place: Int) {
    guard let found = ActWords.slavic.first(where: { word.hasPrefix($0.stem) }) else { return }
    let act = negates(before: place) ? Self.negated[found.act] ?? found.act : found.act
    scores[act, default: 0] += cue.contains(place) ? 12 : 6
  }

  /// `will` and `shall` alone promise; with `not` they refuse.
  mutating func weighModals() {
    for place in text.pieces.indices where !idle[place] {
      guard ["will", "shall", "would"].contains(text.lower(place)) else { continue }
      let next = text.lower(place + 1)
      if ["not", "never"].contains(next)
        || hasNoSubject(before: place)
      {
        scores[.reject, default: 0] += 4
      } else if text.lower(place) != "would" {
        scores[.commit, default: 0] += 3
      } else if !cue.isEmpty, reading.conditions.isEmpty,
        Self.subjects.contains(text.lower(place - 1))
          || MentionScan.possessors.contains(text.lower(place - 2))
          || next == "be" && text.lower(place + 2).hasSuffix("ed")
      {
        // "said it would publish": what was said was "will".
        scores[.commit, default: 0] += 3
      }
      return
    }
  }

  /// `Nobody will`, `No foreign crew and no foreign inspector will`.
  func hasNoSubject(before place: Int) -> Bool {
    for before in stride(from: place - 1, through: max(0, place - 8), by: -1) {
      let word = text.lower(before)
      if word == "no" || word == "nobody" || word == "none" { return true }
      if text.pieces[before].kind == .sign { return false }
    }
    return false
  }

  static let subjects: Set<String> = ["he", "she", "it", "they", "we", "i"]

  /// An author reports what was done, and judges in the present and in what may be.
  mutating func weighAuthor() {
    scores[.state, default: 0] += 5
    if scores[.assess] != nil { scores[.assess, default: 0] += 6 }
    let tenses = Tenses(text)
    let isPast = text.pieces.indices.contains { tenses.mark(at: $0) == .past }
    let isOpen = text.pieces.contains { Self.mayBe.contains($0.lower) }
    if !isPast || isOpen { scores[.assess, default: 0] += isPast ? 4 : 7 }
  }

  static let mayBe: Set<String> = [
    "may", "might", "could", "would", "seems", "appears", "perhaps", "likely", "still", "yet",
    "only",
    "clearly", "remains", "remain", "more", "less", "significant", "important", "difficult",
    "challenging", "crucial", "fragile", "however", "despite", "although",
  ]

  // MARK: Stance

  func stance(_ isNegated: Bool) -> Case.Statement.Stance? {
    if Self.opens.first(in: text) != nil { return .open }
    switch reading.act {
    case .demand, .propose, .offer, .accept, .commit, .concede, .confirm, .state, .accuse:
      return .for
    case .reject, .deny, .withdraw: return .against
    case .condition, .threaten, .takeNote, .silent, .ask, .assess: return nil
    }
  }

  static let opens = PhraseTable(
    """
    did not rule out|does not rule out|not ruled out|would consider|will consider|is considering|could \
    consider|did not say no|has not ruled out|would study|will study|would look at|left open|remains open|\
    keeps open|undecided|has not decided|deserves a look|deserves a closer look|deserves a hearing|\
    deserves a chance|deserves a try|deserves study|deserves time|deserves consideration|merits a look|\
    merits a closer look|merits study|merits consideration|worth a look|worth considering|worth discussing|\
    worth exploring|worth a try
    """)
}
