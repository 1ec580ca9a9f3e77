internal import CaseModel

/// Issues that the case does not have: what several statements speak of that is about nothing it knows.
enum NewIssues {
  private typealias Unit = (name: String, count: Int)

  /// A phrase has to occur in so many statements, or in two where each gives a number for it.
  private static let least = 3

  /// Gives statements without a subject the new issue of the phrase they share.
  static func add(
    to made: inout [SourceProposals.Made], _ proposer: StatementProposer, _ dates: DateContext
  ) {
    let open = made.indices.filter {
      made[$0].suggestion.statement.about == nil && made[$0].number != nil
    }
    var phrases: [String: (words: String, places: [Int])] = [:]
    for place in open {
      for (key, words) in Self.phrases(made[place].words, leavingOut: proposer.actors.words)
      where phrases[key]?.places.last != place {
        phrases[key, default: (words, [])].places.append(place)
      }
    }
    let shared = phrases.filter { isEnough($0.value.places, unit(of: $0.value.places, made)) }
    let ranked = shared.sorted {
      ($1.value.places.count, $0.value.places[0], $0.key)
        < ($0.value.places.count, $1.value.places[0], $1.key)
    }
    let known = Set(proposer.theCase.issues.map(\.id.raw))
    var taken: Set<Int> = []
    for (_, found) in ranked.prefix(5) {
      guard let slug = Slug.from(found.words), !known.contains(slug.raw) else { continue }
      let id = Case.Issue.ID(slug.raw)
      let places = found.places.filter { !taken.contains($0) }
      let unit = unit(of: places, made)
      guard isEnough(places, unit) else { continue }
      let isNumber = unit.map { $0.count * 2 >= places.count } ?? false
      let entry = NewEntry.issue(
        id, title: found.words.prefix(1).uppercased() + found.words.dropFirst(),
        value: isNumber ? .quantity : .option, unit: isNumber ? unit?.name : nil)
      for place in places {
        taken.insert(place)
        let value = isNumber ? number(in: made[place], unit?.name, dates) : nil
        made[place].suggestion.statement.about = .issue(
          id, value.map { .value(.quantity($0)) } ?? .none)
        made[place].suggestion.statement.redLine = made[place].isLimit
        made[place].suggestion.rules.append(entry.rule)
      }
    }
  }

  private static func isEnough(_ places: [Int], _ unit: @autoclosure () -> Unit?) -> Bool {
    places.count >= least || places.count == 2 && unit()?.count == 2
  }

  private static func number(
    in made: SourceProposals.Made, _ unit: String?, _ dates: DateContext
  ) -> Quantity? {
    IssueQuantity(words: made.words, unit: unit, act: made.suggestion.statement.act, dates).value
  }

  /// What most of the statements count in, and how many do; a length of time is none.
  private static func unit(of places: [Int], _ made: [SourceProposals.Made]) -> Unit? {
    var counts: [String: Int] = [:]
    for place in places {
      for unit in Set(units(in: made[place].words)) { counts[unit, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  private static func units(in words: String) -> [String] {
    let text = SpanText(words)
    let dated = DateReader.mentions(in: text).map(\.place)
    return QuantityReader.mentions(in: text, leavingOut: dated).compactMap { mention in
      mention.quantity.unit.map { $0 == "percent" ? "per cent" : plural($0) }
    }
  }

  /// As a person would write it.
  private static func plural(_ unit: String) -> String {
    guard unit.allSatisfy({ $0.isLetter && $0.isASCII }), unit.utf8.count > 3, !unit.hasSuffix("s"),
      unit == unit.lowercased()
    else { return unit }
    return unit == "person" ? "people" : unit + "s"
  }

  /// Pairs of content words that stand side by side, by their stems.
  private static func phrases(
    _ words: String, leavingOut names: Set<String>
  ) -> [(key: String, words: String)] {
    let text = SpanText(words)
    var found: [(String, String)] = []
    for place in text.pieces.indices.dropLast() {
      let (a, b) = (text.pieces[place], text.pieces[place + 1])
      guard a.kind == .word, b.kind == .word, b.isSpaced,
        a.lower.utf8.count > 3, b.lower.utf8.count > 3,
        ActWords.phrases[a.lower] == nil, ActWords.phrases[b.lower] == nil,
        let first = ContentWords.of(a.lower).first, let second = ContentWords.of(b.lower).first,
        !names.contains(first), !names.contains(second)
      else { continue }
      found.append(("\(first) \(second)", text.words(place..<place + 2).lowercased()))
    }
    return found
  }
}
