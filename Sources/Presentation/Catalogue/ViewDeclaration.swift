/// What a view is called and says of itself.
package struct ViewDeclaration: Sendable {
  /// As in the page's address: `/positions`.
  package let name: String
  /// As in `dragoman positions`.
  package let command: String
  /// Over the page and in the navigation.
  package let title: String
  package let group: ViewGroup
  /// After `g`; nil where no entry of the navigation leads to it.
  package let key: String?
  /// Whether the workbench shows it at `/NAME`.
  package let hasPage: Bool
  /// In one line: what the view shows.
  package let summary: String
  /// How to read it, and what it does not say.
  package let details: String
  /// What would fill it, for a case that holds nothing yet.
  package let filledBy: String
  /// Questions that can be asked of the cases that ship.
  package let examples: [ViewExample]
  /// The options of the lens that make a difference to it, in the order of ``LensOption/all``.
  package let lens: [LensOption]

  /// - Parameter choosing: the options beyond those that choose the evidence.
  init(
    _ name: String, command: String? = nil, title: String, in group: ViewGroup, key: String? = nil,
    hasPage: Bool = true, summary: String, details: String, filledBy: String,
    examples: [ViewExample],
    choosing: [LensOption]
  ) {
    self.name = name
    self.command = command ?? name
    self.title = title
    self.group = group
    self.key = key
    self.hasPage = hasPage
    self.summary = summary
    self.details = details
    self.filledBy = filledBy
    self.examples = examples
    lens = LensOption.all.filter { LensOption.evidence.contains($0) || choosing.contains($0) }
  }

  package func uses(_ option: LensOption) -> Bool { lens.contains(option) }
}

/// A case, and what may be asked of it, by the names that addresses have; the command line has a flag
/// for each.
package struct ViewExample: Sendable {
  /// The folder of a case that ships.
  package let theCase: String
  /// What is looked for, of a view that takes words or an id.
  package let words: String?
  package let asking: [(name: String, value: String?)]

  init(_ theCase: String, words: String? = nil, _ asking: (String, String?)...) {
    self.theCase = theCase
    self.words = words
    self.asking = asking.map { (name: $0.0, value: $0.1) }
  }
}

/// The question a view answers.
package enum ViewGroup: String, Sendable, CaseIterable {
  case positions, obstacles, agreements, record

  package var title: String {
    switch self {
    case .positions: "Positions"
    case .obstacles: "Obstacles"
    case .agreements: "Offers and agreements"
    case .record: "The record"
    }
  }
}
