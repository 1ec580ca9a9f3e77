internal import Foundations

extension SplitMix64 {
  /// True in `share` of a thousand draws.
  mutating func chance(_ share: Int) -> Bool { below(1000) < share }

  /// One of several, nil of none.
  mutating func pick<Element>(_ choices: [Element]) -> Element? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }

  /// One of several by weight.
  mutating func weighted<Element>(_ choices: [(Element, Int)], otherwise: Element) -> Element {
    var rest = below(choices.reduce(0) { $0 + $1.1 })
    for (choice, weight) in choices {
      if rest < weight { return choice }
      rest -= weight
    }
    return otherwise
  }
}
