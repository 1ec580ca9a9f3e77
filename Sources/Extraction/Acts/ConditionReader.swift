internal import CaseModel

/// Finds conditions and their direction: what must come first, what is given for what, what sets off what.
package struct ConditionReader {
  let text: SpanText
  private let sentence: Range<Int>

  /// - Complexity: O(text).
  package static func conditions(in text: SpanText) -> [ConditionReading] {
    var found: [ConditionReading] = []
    var start = 0
    for place in text.pieces.indices where text.endsSentence(place) || place == text.count - 1 {
      found += ConditionReader(text: text, sentence: start..<place + 1).conditions()
      start = place + 1
    }
    return found
  }

  private init(text: SpanText, sentence: Range<Int>) {
    self.text = text
    self.sentence = sentence
  }

  private enum Kind {
    /// The words behind must come first, whatever stands before: only if, on condition that.
    case first
    /// They must come first where the step is refused till then: not until, no … before.
    case until
    case unless
    /// By the step: a threat where it harms, else a condition.
    case `if`
    case exchange
    /// They must come first where the step is still to come: will … once, would … when.
    case once
    /// `accept or face sanctions`: the words behind are set off where the step before is not taken.
    case orElse
    /// `first the water, then the money`
    case then
    /// `will not sign without the clause`, `no deal without money`
    case without
    /// `No tax relief, no access`
    case none
  }

  private func conditions() -> [ConditionReading] {
    var found: [ConditionReading] = []
    var place = sentence.lowerBound
    while place < sentence.upperBound {
      if let (kind, end) = marker(at: place), !isWithin(found.last, kind, place),
        let condition = condition(kind, place, end)
      {
        found.append(condition)
        place = max(end, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  /// `if the shares could be reviewed after the first year`: when the step awaited is to happen is part
  /// of it.
  private func isWithin(_ last: ConditionReading?, _ kind: Kind, _ place: Int) -> Bool {
    guard let last, last.kind == .before, Self.isOfTime(kind) else { return false }
    return last.awaited.contains(text.pieces[place].start)
  }

  private static func isOfTime(_ kind: Kind) -> Bool {
    switch kind {
    case .once, .until: true
    default: false
    }
  }

  private func marker(at place: Int) -> (Kind, Int)? {
    // Should those sessions fail: an `if` by order of words.
    if place == sentence.lowerBound, text.has("should", at: place) { return (.if, place + 1) }
    if text.has("no", at: place), isNoneOf(place) { return (.none, place + 1) }
    guard let markers = Self.markers[text.lower(place)] else { return nil }
    for (words, kind) in markers where text.has(words, at: place) {
      return (kind, place + words.count)
    }
    return nil
  }

  private func condition(_ kind: Kind, _ place: Int, _ end: Int) -> ConditionReading? {
    let marker = text.words(place..<end)
    // A marker at the start has its words up to the comma, and the step behind it.
    let isLeading = !hasVerb(reach(before: place))
    let behind = clause(from: end, isLeading: isLeading)
    let step = isLeading ? rest(after: behind.upperBound) : clause(before: place)
    guard !behind.isEmpty, !isThen(behind) else { return nil }
    let isRefused = step.map(isNegated) ?? false
    func reading(_ kind: Requirement.Kind, _ awaited: Range<Int>, _ step: Range<Int>?)
      -> ConditionReading
    {
      ConditionReading(
        kind: kind, awaited: text.place(awaited), step: step.map(text.place),
        isRefused: isRefused,
        isOwn: step.map { isAhead($0) || isNegated($0) || hasDuty($0) } ?? true, marker: marker)
    }
    switch kind {
    case .first:
      if marker.lowercased().hasSuffix("until"), isDate(behind) { return nil }
      return reading(.before, behind, step)
    case .without:
      // "could not pay without closing yards" says how it would be done.
      guard let step, isRefused, isAhead(step) || has(["no"], step),
        !text.lower(behind.lowerBound).hasSuffix("ing")
      else { return nil }
      return reading(.before, behind, step)
    case .none:
      let next = behind.upperBound + 1
      let end = (next..<sentence.upperBound).first { text.pieces[$0].kind == .sign }
      return reading(.before, behind, next..<max(next, end ?? sentence.upperBound))
    case .exchange:
      guard let step, !step.isEmpty else { return nil }
      return reading(.exchange, behind, step)
    case .until:
      // "cannot accept it before 2027" is a refusal with a date, and waits on nothing.
      guard let step, !isDate(behind) else { return nil }
      if isRefused { return reading(.before, behind, step) }
      // Ukraine must withdraw before talks begin: the step before the word comes first.
      if text.has("before", at: place) {
        return hasDuty(step) ? reading(.before, step, behind) : nil
      }
      var found = reading(.before, behind, step)
      found.endsStep = true
      return found
    case .unless:
      guard let step else { return nil }
      var found = reading(isRefused && !isHarm(step) ? .before : .trigger, behind, step)
      found.isNegated = found.kind == .trigger
      return found
    case .if:
      guard let step else { return nil }
      if ["as", "even", "whether", "what", "asked"].contains(text.lower(place - 1)) { return nil }
      return reading(isHarm(step) ? .trigger : .before, behind, step)
    case .once:
      guard let step, isAhead(step) || isRefused else { return nil }
      return reading(.before, behind, step)
    case .orElse:
      guard let step, !step.isEmpty else { return nil }
      var found = reading(.trigger, step, behind)
      found.isNegated = true
      return found
    case .then:
      let next = clause(from: behind.upperBound, isLeading: false)
      return reading(.before, behind, next.isEmpty ? nil : next)
    }
  }

  // MARK: Clauses

  /// From a place to the end of its clause: a comma, semicolon or the end of the sentence; where the step
  /// follows, to the comma that parts them.
  private func clause(from place: Int, isLeading: Bool) -> Range<Int> {
    var end = place
    while end < min(sentence.upperBound, place + Self.longest) {
      let piece = text.pieces[end]
      if piece.kind == .sign, [";", ":", "\"", "”", "»", "—"].contains(piece.lower) { break }
      if piece.lower == ",", isLeading || !continues(end + 1) { break }
      if end > place, let (kind, _) = marker(at: end), !Self.isOfTime(kind) { break }
      if text.endsSentence(end) { break }
      end += 1
    }
    return place..<end
  }

  /// A list or a relative clause goes on behind the comma.
  private func continues(_ place: Int) -> Bool {
    ["which", "who", "that", "and"].contains(text.lower(place)) && place < sentence.upperBound
  }

  private func rest(after place: Int) -> Range<Int>? {
    var start = place
    while start < sentence.upperBound,
      text.pieces[start].kind == .sign || text.has("then", at: start)
    {
      start += 1
    }
    // Mr Haddar said, Belmar will take the matter to court: what follows the last comma counts.
    var end = min(sentence.upperBound, start + Self.longest)
    while end > start, text.pieces[end - 1].kind == .sign { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// A clause is not longer than this many words.
  private static let longest = 120

  private func reach(before place: Int) -> Range<Int> {
    max(sentence.lowerBound, place - Self.longest)..<place
  }

  private func clause(before place: Int) -> Range<Int>? {
    var start = place
    while start > reach(before: place).lowerBound {
      let piece = text.pieces[start - 1]
      if piece.kind == .sign, [";", ":", "\"", "“", "«", "—"].contains(piece.lower) { break }
      start -= 1
    }
    var end = place
    while end > start, text.pieces[end - 1].kind == .sign { end -= 1 }
    return start < end ? start..<end : nil
  }

  // MARK: What a clause says

  func has(_ words: Set<String>, _ range: Range<Int>) -> Bool {
    range.contains { words.contains(text.lower($0)) }
  }

  func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains { place in
      let word = text.lower(place)
      return Self.verbs.contains(word) || ActWords.phrases[word] != nil || word.hasSuffix("ed")
    }
  }

  /// `no longer` gives up what was refused.
  private func isNegated(_ range: Range<Int>) -> Bool {
    range.contains {
      ActWords.negations.contains(text.lower($0)) && !text.has("longer", at: $0 + 1)
    }
  }

  private func isAhead(_ range: Range<Int>) -> Bool {
    has(["will", "would", "shall", "can", "could", "may", "ready", "prepared", "willing"], range)
  }

  private func hasDuty(_ range: Range<Int>) -> Bool {
    has(["must", "should", "has", "have", "needs", "need", "first", "shall", "ought"], range)
  }

  static let verbs: Set<String> = [
    "is", "are", "was", "were", "will", "would", "shall", "can", "could", "has", "have", "had",
    "must", "may", "stays", "stay", "remains", "goes", "said", "says", "does", "did", "do",
    "should",
    "takes", "go", "not", "no", "be",
  ]

  private static let markers: [String: [(words: [String], kind: Kind)]] = {
    let lists: [(Kind, String)] = [
      (
        .first,
        """
        only if|only when|only after|only once|on condition that|on the condition that|conditional on|\
        conditional upon|provided that|provided|as long as|so long as|depends on|depend on|subject to|\
        if and only if|not until|only then if|made it conditional on|as a precondition|лише якщо|\
        только если|лише після|только после|за умови|при условии|лише коли|только когда|contingent on
        """
      ),
      (.until, "until|till|before|as long as not|пока не|поки не|до тех пор пока"),
      (.unless, "unless|если не|якщо не"),
      (.if, "if|in case|should they|in the event of|in the event that|если|якщо"),
      (
        .exchange,
        """
        in exchange for|in return for|in exchange|in return|against payment of|as a quid pro quo for|\
        в обмін на|в обмен на|if in return
        """
      ),
      (.once, "once|as soon as|when|after|following|как только|щойно"),
      (.orElse, "or face|or else|or risk|otherwise"),
      (.then, "first the"),
      (.without, "without"),
    ]
    var table: [String: [(words: [String], kind: Kind)]] = [:]
    for (kind, list) in lists {
      for phrase in ActWords.phraseList(list) {
        table[phrase[0], default: []].append((phrase, kind))
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()
}
