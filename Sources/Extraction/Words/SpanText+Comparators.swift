package import CaseModel

extension SpanText {
  /// The comparator whose words begin at a piece, and the piece after them: `at least`, `no more than`,
  /// `up to`, `about`, `>`.
  package func comparator(at place: Int) -> (Comparator, end: Int)? {
    guard let phrases = Self.comparators[lower(place)] else { return nil }
    for phrase in phrases where has(phrase.words, at: place) {
      return (phrase.comparator, place + phrase.words.count)
    }
    return nil
  }

  /// The comparator whose words end before a piece, and the piece at which they begin.
  package func comparator(before place: Int) -> (Comparator, start: Int)? {
    for start in max(0, place - 4)..<max(0, place) {
      if let (comparator, end) = comparator(at: start), end == place { return (comparator, start) }
    }
    return nil
  }

  /// The comparator that words after a number give it: `or more`, `at most`, `at the latest`.
  package func comparator(after place: Int) -> (Comparator, end: Int)? {
    for count in [3, 2, 1] where place >= 0 && place <= pieces.count - count {
      let key = (place..<place + count).map { pieces[$0].lower }.joined(separator: " ")
      if let comparator = Self.trailing[key] { return (comparator, place + count) }
    }
    return nil
  }

  /// The first words of all of them.
  static var comparatorWords: [String] { Array(comparators.keys) }

  /// By their first words, the longest first.
  private static let comparators: [String: [(words: [String], comparator: Comparator)]] = {
    let words: [(Comparator, String)] = [
      (
        .atLeast,
        """
        at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum|≥\
        |не менее|щонайменше|не менш ніж|как минимум|at a minimum
        """
      ),
      (
        .atMost,
        """
        at most|no more than|not more than|no longer than|not longer than|no higher than|not exceeding\
        |up to|as much as|as many as|a maximum of|maximum|≤|не более|до|не більше|щонайбільше|max\
        |no later than|not to exceed|not above|no larger than
        """
      ),
      (
        .more,
        """
        more than|over|above|greater than|exceeding|in excess of|upwards of|well over|higher than\
        |longer than|larger than|>|более|более чем|понад|більше ніж|більше|свыше
        """
      ),
      (
        .less,
        """
        less than|fewer than|under|below|lower than|nearly|almost|just under|shorter than|short of|<\
        |менее|менее чем|менше|менше ніж|почти|майже
        """
      ),
      (
        .about,
        """
        about|around|approximately|roughly|some|circa|ca .|an estimated|close to|near|on average|~|≈\
        |in the region of|barely|in the order of|the order of|около|примерно|близько|приблизно
        """
      ),
    ]
    var table: [String: [(words: [String], comparator: Comparator)]] = [:]
    for (comparator, list) in words {
      for phrase in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
        let words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        table[first, default: []].append((words, comparator))
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  private static let trailing: [String: Comparator] = [
    "or more": .atLeast, "and more": .atLeast, "or above": .atLeast, "and above": .atLeast,
    "at least": .atLeast, "at the least": .atLeast, "or over": .atLeast, "and over": .atLeast,
    "or less": .atMost, "or fewer": .atMost, "or under": .atMost, "at most": .atMost,
    "at the most": .atMost, "or below": .atMost, "at a minimum": .atLeast, "or so": .about,
    "at a maximum": .atMost, "and no more": .atMost, "+": .atLeast, "or higher": .atLeast,
    "or lower": .atMost,
  ]
}
