internal import CaseModel

/// Issues that the case does not have: what several statements speak of that is about nothing it knows.
enum NewIssues {
  /// A phrase has to occur in so many statements.
  private static let least = 3

  /// Gives statements without a subject the new issue of the phrase they share.
  static func add(to made: inout [SourceProposals.Made], _ proposer: StatementProposer) {
    let open = made.indices.filter {
      made[$0].suggestion.statement.about == nil && made[$0].number != nil
    }
    var phrases: [String: (count: Int, words: String, first: Int)] = [:]
    var ofPlace: [Int: Set<String>] = [:]
    for place in open {
      for (key, words) in Self.phrases(made[place].words, leavingOut: proposer.actors.words) {
        guard ofPlace[place, default: []].insert(key).inserted else { continue }
        phrases[key, default: (0, words, place)].count += 1
      }
    }
    let ranked = phrases.filter { $0.value.count >= least }.sorted {
      $0.value.count != $1.value.count
        ? $0.value.count > $1.value.count
        : $0.value.first < $1.value.first || ($0.value.first == $1.value.first && $0.key < $1.key)
    }
    let known = Set(proposer.theCase.issues.map(\.id.raw))
    var taken: Set<Int> = []
    for (key, found) in ranked.prefix(5) {
      guard let slug = Slug.from(found.words), !known.contains(slug.raw) else { continue }
      let id = Case.Issue.ID(slug.raw)
      let entry = NewEntry.issue(
        id, title: found.words.prefix(1).uppercased() + found.words.dropFirst())
      let places = open.filter { !taken.contains($0) && ofPlace[$0]?.contains(key) ?? false }
      guard places.count >= least else { continue }
      for place in places {
        taken.insert(place)
        made[place].suggestion.statement.about = .issue(id, .none)
        made[place].suggestion.rules.append(entry.rule)
      }
    }
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
