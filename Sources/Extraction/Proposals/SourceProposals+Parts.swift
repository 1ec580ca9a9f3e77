internal import CaseModel

/// Dividing what is said: a sentence that asks for two things is two statements.
extension SourceProposals {
  /// What becomes a suggestion: all that is said, or a part that is about something else than the rest.
  struct Part {
    var places: [Range<Int>]
    var words: String
    /// With the cue, in the order of the text where it is the whole.
    var around: String
    var cue: Range<Int>?
    var isWhole = true
    /// `but not the limit`: what is left out of what was granted or asked.
    var isExcepted = false
    /// `in exchange for guarantees`: what is asked for what was given.
    var isPrice = false
  }

  /// Two parts on two issues, each clearly, or the whole.
  func parts(of places: [Range<Int>], _ report: Candidate) -> [Part] {
    let words = places.map { text.text($0.lowerBound, $0.upperBound) }.joined(separator: " ")
    let ends = report.cue + report.content
    let start = ends.map(\.start).min() ?? 0
    let end = max(start, ends.map(\.end).max() ?? 0)
    let cue = report.cue.first.flatMap { first in
      report.cue.last.map { first.start - start..<max(first.end, $0.end) - start }
    }
    let whole = Part(places: places, words: words, around: text.text(start, end), cue: cue)
    guard places.count == 1, let place = places.first, place.count <= 2_000 else { return [whole] }
    let stretches = report.manner == .direct ? sentences(place) : [place]
    let excepted =
      report.manner == .direct ? nil : exception(place, around: whole.around, cue, form(of: report))
    let granted = excepted.map { place.lowerBound..<$0.before } ?? place
    var divided =
      stretches.count > 1
      ? stretches.flatMap { segments($0) } : segments(granted)
    if report.manner != .direct { divided = divided.flatMap { claims($0, report) } }
    if let excepted { divided.append(excepted.range) }
    // What is denied in one breath stays under its denial.
    guard divided.count > 1,
      !ActReader.read(whole.around, cue: cue, form: form(of: report)).isDenial
    else { return [whole] }
    let cueWords = report.cue.map { text.text($0.start, $0.end) }.joined(separator: " ")
    return divided.map { part in
      let isExcepted = part == excepted?.range
      let words = text.text(part.lowerBound, part.upperBound)
      return Part(
        places: [part], words: words, around: cueWords.isEmpty ? words : cueWords + " " + words,
        cue: cueWords.isEmpty ? nil : 0..<cueWords.unicodeScalars.count, isWhole: false,
        isExcepted: isExcepted, isPrice: isPrice(part))
    }
  }

  /// The part stands behind `in exchange for` or `in return for`.
  private func isPrice(_ part: Range<Int>) -> Bool {
    let reach = 20
    let before = text.text(max(0, part.lowerBound - reach), part.lowerBound)
    let words = SpanText(
      before + text.text(part.lowerBound, min(part.upperBound, part.lowerBound + reach)))
    let start = words.pieces.firstIndex { $0.start >= before.unicodeScalars.count } ?? 0
    return (max(0, start - 3)...start).contains { place in
      words.has("in", "exchange", "for", at: place) || words.has("in", "return", "for", at: place)
    }
  }

  /// `accepted the payment, but not the night shift`: where the exception begins, and what stands
  /// before it ends.
  private func exception(
    _ place: Range<Int>, around: String, _ cue: Range<Int>?, _ form: ActReader.CueForm
  ) -> (range: Range<Int>, before: Int)? {
    let words = SpanText(text.text(place.lowerBound, place.upperBound))
    guard
      let but = words.pieces.indices.first(where: { index in
        index > 1 && ["but", "though", "although"].contains(words.lower(index))
          && words.has("not", at: index + 1) && index + 2 < words.count
          && !Self.notExcepting.contains(words.lower(index + 2))
          && words.pieces[index + 2].kind == .word
      })
    else { return nil }
    let tail = but + 2..<words.count
    // A verb makes it a statement of its own.
    guard tail.count <= 14,
      !tail.contains(where: {
        ["will", "would", "is", "are", "was", "were"].contains(words.lower($0))
      })
    else { return nil }
    var end = but
    while end > 1, Self.isJoint(words, end - 1) { end -= 1 }
    let before = words.place(0..<end).upperBound
    let cueWords = cue.map { around.unicodeScalars.prefix($0.upperBound) }.map { String($0) } ?? ""
    let act = ActReader.read(cueWords + " " + words.words(0..<end), cue: cue, form: form).act
    guard Self.granting.contains(act) else { return nil }
    let range = words.place(but..<words.count).clamped(to: 0..<place.count)
    return (
      range.lowerBound + place.lowerBound..<range.upperBound + place.lowerBound,
      place.lowerBound + before
    )
  }

  private static let notExcepting: Set<String> = [
    "until", "before", "if", "unless", "only", "yet", "without", "because", "when", "while",
    "after", "necessarily", "just", "so",
  ]
  private static let granting: Set<Case.Statement.Act> = [
    .accept, .offer, .commit, .concede, .propose, .demand, .confirm, .condition,
  ]

  /// Of a quotation or a speaker's turn the sentences, joined while they do the same on the same.
  private func sentences(_ place: Range<Int>) -> [Range<Int>] {
    let words = SpanText(text.text(place.lowerBound, place.upperBound))
    var found: [(range: Range<Int>, act: Case.Statement.Act?, issue: Case.Issue.ID?)] = []
    var start = 0
    for index in words.pieces.indices
    where words.endsSentence(index) || index == words.count - 1 {
      if index + 1 <= start { continue }
      let part = words.words(start..<index + 1)
      let reading = ActReader.read(part).act
      let act = reading == .state || reading == .assess ? nil : reading
      let best = proposer.history.subjects.matches(CodingPassage(words: part, sentence: "")).first
      let issue = (best?.strength ?? 0) >= 0.45 ? best?.subject.issue : nil
      if let last = found.last, last.act == nil || act == nil || last.act == act,
        last.issue == nil || issue == nil || last.issue == issue
      {
        found[found.count - 1] = (
          last.range.lowerBound..<index + 1, last.act ?? act, last.issue ?? issue
        )
      } else {
        found.append((start..<index + 1, act, issue))
      }
      start = index + 1
    }
    guard found.count > 1, found.count <= 24 else { return [place] }
    return found.map { part in
      let range = words.place(part.range).clamped(to: 0..<place.count)
      return range.lowerBound + place.lowerBound..<range.upperBound + place.lowerBound
    }
  }

  /// Stretches between commas, semicolons and conjunctions, joined while they are about the same.
  private func segments(_ place: Range<Int>) -> [Range<Int>] {
    let words = SpanText(text.text(place.lowerBound, place.upperBound))
    let conditions = ConditionReader.conditions(in: words)
    var bounds = [0]
    for index in words.pieces.indices
    where Self.divides(words, index) && !Self.isHeld(words, index, by: conditions) {
      bounds.append(index)
    }
    guard bounds.count > 1, bounds.count <= 24 else { return [place] }
    bounds.append(words.count)
    var found: [(range: Range<Int>, issue: Case.Issue.ID?)] = []
    for (from, to) in zip(bounds, bounds.dropFirst()) where to > from {
      let part = words.words(from..<to)
      let best = proposer.history.subjects.matches(CodingPassage(words: part, sentence: "")).first
      let issue = (best?.strength ?? 0) >= 0.45 ? best?.subject.issue : nil
      if let last = found.last, issue == nil || last.issue == nil || last.issue == issue {
        found[found.count - 1] = (last.range.lowerBound..<to, last.issue ?? issue)
      } else {
        found.append((from..<to, issue))
      }
    }
    guard found.count > 1, found.allSatisfy({ $0.issue != nil }) else { return [place] }
    return found.compactMap { part in
      var range = part.range
      while range.count > 1, Self.isJoint(words, range.lowerBound) {
        range = range.lowerBound + 1..<range.upperBound
      }
      while range.count > 1, Self.isJoint(words, range.upperBound - 1) {
        range = range.lowerBound..<range.upperBound - 1
      }
      let place = words.place(range).clamped(to: 0..<place.count)
      return place.isEmpty ? nil : place
    }.map { $0.lowerBound + place.lowerBound..<$0.upperBound + place.lowerBound }
  }

  private static func divides(_ words: SpanText, _ index: Int) -> Bool {
    guard index > 0 else { return false }
    return [",", ";", "and", "but", "or", ":", "—"].contains(words.lower(index))
      || words.has("in", "exchange", at: index) || words.has("in", "return", at: index)
  }

  private static func isJoint(_ words: SpanText, _ index: Int) -> Bool {
    [",", ";", "and", "but", "or", ":", "—", "-"].contains(words.lower(index))
  }
}
