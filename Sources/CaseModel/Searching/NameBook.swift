/// What actors, members and options are called, folded once, so that many searches can ask.
package struct NameBook {
  /// One list each, with the names as words.
  let lists: [[(name: String, folded: FoldedText)]]
  /// The lists in which a name begins with a word so spelt.
  private let byFirst: [String: [Int]]
  /// The spellings of every word of every name.
  private let words: Set<String>
  /// Words of the longest name.
  let longest: Int

  /// - Complexity: O(letters of all names).
  package init(_ names: [[String]]) {
    lists = names.map { list in list.map { ($0, FoldedText($0)) } }
    var byFirst: [String: [Int]] = [:]
    var words: Set<String> = []
    var longest = 0
    for (place, list) in lists.enumerated() {
      for (_, folded) in list {
        longest = max(longest, folded.words.count)
        for word in folded.words { words.formUnion(word.form.spellings) }
        for spelling in folded.words.first?.form.spellings ?? []
        where byFirst[spelling]?.last != place {
          byFirst[spelling, default: []].append(place)
        }
      }
    }
    (self.byFirst, self.words, self.longest) = (byFirst, words, longest)
  }

  /// The lists that have a name of just these words.
  func lists(named asked: [FoldedText.Word]) -> [Int] {
    guard let first = asked.first else { return [] }
    let places = Set(first.form.spellings.flatMap { byFirst[$0] ?? [] })
    return places.sorted().filter { place in
      lists[place].contains { Self.isSame($0.folded.words, asked) }
    }
  }

  /// The spellings of words asked for that are words of a name.
  func spellingsInNames(of asked: FoldedText) -> Set<String> {
    var found: Set<String> = []
    for word in asked.words where word.form.spellings.contains(where: words.contains) {
      found.formUnion(word.form.spellings)
    }
    return found
  }

  private static func isSame(_ a: [FoldedText.Word], _ b: [FoldedText.Word]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.form.isSame(as: $1.form) }
  }
}
