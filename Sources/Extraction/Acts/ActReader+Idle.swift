internal import CaseModel

/// Words that do nothing by themselves: what another is to do, what is asked about, what was not done.
extension ActReader {
  /// Marks them, so that no phrase among them speaks for an act.
  mutating func readIdle() {
    idle = Array(repeating: false, count: text.count)
    for place in text.pieces.indices where text.pieces[place].kind == .word {
      let word = text.lower(place)
      if word == "whether" || word == "if" && Self.asking.contains(text.lower(place - 1)) {
        markIdle(place..<clauseEnd(from: place + 1))
      } else if let verb = dutyEnd(at: place) {
        markIdle(verb..<stepEnd(from: verb))
      } else if word == "to", isDirected(place) {
        markIdle(place + 1..<stepEnd(from: place + 1))
      } else if word == "that", let verb = mandated(behind: place) {
        markIdle(place + 1..<stepEnd(from: verb))
      } else if Self.unreal.contains(word), text.has("have", at: place + 1),
        isParticiple(place + 2)
      {
        markIdle(place..<place + 3)
      } else if Self.whens.contains(word), place > cue.upperBound {
        // "Said on Friday after the session that": what is said begins with `that`.
        let end = stepEnd(from: place + 1)
        markIdle(place + 1..<((place + 1..<end).first { text.has("that", at: $0) } ?? end))
      } else if let end = omission(at: place) {
        markIdle(end..<end + 1)
      }
      if let phrase = silence(at: place) { markIdle(phrase..<clauseEnd(from: phrase)) }
    }
  }

  mutating func markIdle(_ range: Range<Int>) {
    for place in range.clamped(to: idle.indices) { idle[place] = true }
  }

  /// What was done before or after is mentioned in passing: `before anyone had agreed to anything`.
  private static let whens: Set<String> = ["before", "after", "when", "since"]

  // MARK: Ends

  /// To where another clause of the same speaker begins: `denied that it had signed, but promised`.
  func clauseEnd(from place: Int) -> Int {
    var end = place
    while end < text.count, !text.endsSentence(end) {
      let piece = text.pieces[end]
      if piece.lower == ";" || piece.lower == ":" || Self.turns.contains(piece.lower) { break }
      if piece.lower == ",", end > place {
        let next = text.lower(end + 1)
        if next == "and" || Self.turns.contains(next) || Self.adding.contains(next) { break }
      }
      end += 1
    }
    return end
  }

  /// To where the step is over: a conjunction, a comma or the end of the clause, unless another step of the
  /// same kind follows: `must accept the map and agree to a date`.
  private func stepEnd(from place: Int) -> Int {
    let end = clauseEnd(from: place)
    return (place..<max(place, end)).first { next in
      switch text.lower(next) {
      case "and", "or": !isBare(next + 1)
      case ",", "if", "unless", "until": true
      default: false
      }
    } ?? end
  }

  /// A verb in its plain form, with `to` before it or not.
  private func isBare(_ place: Int) -> Bool {
    let word = text.lower(place)
    if word == "to" || word == "not" { return isBare(place + 1) }
    return isVerb(place) && !["ed", "s", "ing"].contains { word.hasSuffix($0) }
  }

  private static let turns: Set<String> = [
    "but", "while", "whereas", "although", "though", "nor",
  ]
  private static let adding: Set<String> = [
    "saying", "adding", "insisting", "calling", "demanding", "arguing", "warning", "threatening",
    "offering", "promising", "claiming", "urging", "asking", "accusing", "proposing",
  ]

  // MARK: What another is to do

  /// The verb behind `must`, `has to`, `should first`: it is asked for, and not done.
  private func dutyEnd(at place: Int) -> Int? {
    var next = place + 1
    switch text.lower(place) {
    case "must", "should": break
    case "has", "have", "had", "need", "needs", "needed", "ought", "obliged", "bound":
      guard text.has("to", at: next) else { return nil }
      next += 1
    default: return nil
    }
    // "Should those sessions fail": an if.
    if text.has("should", at: place), place == 0 || text.endsSentence(place - 1) { return nil }
    while Self.between.contains(text.lower(next)) || text.lower(next).hasSuffix("ly") { next += 1 }
    return next
  }

  static let between: Set<String> = [
    "not", "be", "been", "being", "first", "also", "now", "still", "yet", "even", "ever", "never",
    "have", "has", "had", "to", "already", "at", "least", "once",
  ]

  /// `urged Nyando to accept`, `was asked to leave`, `calls for both to withdraw`.
  private func isDirected(_ to: Int) -> Bool {
    if Self.directives.contains(text.lower(to - 1)) {
      return (max(0, to - 4)..<to - 1).contains { Self.beings.contains(text.lower($0)) }
    }
    var before = to - 1
    while before >= 0, to - before <= 9 {
      let piece = text.pieces[before]
      if piece.kind == .sign, piece.lower != "'", piece.lower != "-" { return false }
      if Self.closing.contains(piece.lower) { return false }
      if Self.directives.contains(piece.lower) { return before < to - 1 }
      before -= 1
    }
    return false
  }

  private static let closing: Set<String> = [
    "to", "that", "which", "who", "would", "will", "could", "if", "agreed", "agree", "refused",
    "offered", "promised", "threatened", "ready", "willing", "prepared", "and", "but",
  ]
  private static let beings: Set<String> = ["be", "been", "being", "was", "were", "is", "are"]
  private static let directives: Set<String> = VerbForms.set(
    """
    urge ask tell/told press push order instruct direct call want expect require invite request \
    implore beg/begged exhort encourage persuade convince lobby appeal advise force compel challenge \
    oblige allow permit enable help cause lead/led prompt get/got pressure need wait
    """
  ).union(["pressure", "plea", "pleas", "time", "chance", "deadline"])

  /// `demanded that the ban be lifted`, `recommends that both sides should sign`: the verb of what is asked.
  private func mandated(behind that: Int) -> Int? {
    guard Self.mandates.contains(text.lower(that - 1)) else { return nil }
    let end = clauseEnd(from: that + 1)
    for place in that + 1..<max(that + 1, min(end, that + 16)) {
      if Self.finite.contains(text.lower(place)) { return nil }
      if text.has("be", at: place) || text.has("should", at: place) { return place + 1 }
    }
    return nil
  }

  private static let mandates: Set<String> = VerbForms.set(
    "demand insist urge recommend propose suggest request ask require advise move"
  ).union(["recommendation", "proposal", "insistence", "suggestion"])

  /// A verb that says how things are, so that nothing is asked for.
  static let finite: Set<String> = [
    "would", "will", "can", "could", "may", "might", "is", "are", "was", "were", "had", "did",
    "does",
  ]

  // MARK: What was not done

  private static let unreal: Set<String> = ["would", "could", "should"]

  private func isParticiple(_ place: Int) -> Bool {
    let word = text.lower(place)
    return word.hasSuffix("ed") || ["given", "withdrawn", "been", "taken", "made"].contains(word)
  }

  /// The verb behind `without`, `instead of`, `rather than`, `failed to`.
  private func omission(at place: Int) -> Int? {
    if text.has("to", at: place + 1), Self.failing.contains(text.lower(place)) { return place + 2 }
    if text.has("without", at: place), text.lower(place + 1).hasSuffix("ing") { return place + 1 }
    if text.has("instead", "of", at: place) || text.has("rather", "than", at: place) {
      return place + 2
    }
    return nil
  }

  private static let failing: Set<String> = VerbForms.set("fail")
  private static let asking: Set<String> = VerbForms.set("ask wonder know see tell inquire")
    .union(["clear", "unclear", "asked"])

  // MARK: What is kept back

  /// The end of `would not say`, `neither confirmed nor denied`.
  private func silence(at place: Int) -> Int? {
    guard let phrases = ActWords.phrases[text.lower(place)] else { return nil }
    return phrases.first { $0.act == .silent && text.has($0.words, at: place) }
      .map { place + $0.words.count }
  }
}
