/// The words by which things are distinguished, with how often each was seen with each thing.
///
/// The weight of a word is that of BM25 (Robertson and Zaragoza 2009) with square roots in place of
/// logarithms, which are exact on every machine.
struct WordProfile<Thing: Hashable & Sendable>: Sendable {
  private var counts: [String: [Thing: Int]] = [:]
  private var lengths: [Thing: Int] = [:]
  private var total = 0

  mutating func add(_ words: [String], to thing: Thing, weight: Int) {
    for word in words {
      let known = counts[word]?[thing] ?? 0
      // What was rejected takes away what was learnt, and no more.
      let change = max(-known, weight)
      counts[word, default: [:]][thing] = known + change
      lengths[thing, default: 0] += change
      total += change
    }
  }

  /// What a word that one thing alone has is worth, about.
  var clearest: Double { clearest(of: 1) }

  /// The same where at least so many things are to be distinguished: of the first few of a case that is only
  /// begun any word would be clear.
  func clearest(of least: Int) -> Double {
    ((Double(max(least, lengths.count)) + 1) / 1.5).squareRoot() * 0.6
  }

  /// The scores of all things that share a word with the query, and the word that says most for each.
  func scores(_ query: [(word: String, weight: Double)]) -> [Thing: (score: Double, word: String)] {
    var found: [Thing: (score: Double, word: String, best: Double)] = [:]
    let things = Double(max(1, lengths.count))
    let average = Double(max(1, total)) / things
    for (word, weight) in query {
      guard let holders = counts[word] else { continue }
      let holding = holders.values.count { $0 > 0 }
      guard holding > 0 else { continue }
      let rarity = ((things + 1) / (Double(holding) + 0.5)).squareRoot()
      for (thing, count) in holders where count > 0 {
        let length = Double(lengths[thing] ?? 0) / average
        let share = Double(count) / (Double(count) + 4 * (0.4 + 0.6 * length))
        let gain = weight * rarity * share
        if let known = found[thing] {
          found[thing] = (
            known.score + gain, gain > known.best ? word : known.word, max(gain, known.best)
          )
        } else {
          found[thing] = (gain, word, gain)
        }
      }
    }
    return found.mapValues { ($0.score, $0.word) }
  }
}
