/// What to ask of a scenario beside its zone of agreement and named points.
public struct SettlementQuestions: Sendable, Hashable, Codable {
  /// Packages to explain, each by its id or as `issue=option,…`.
  public var packages: [String] = []
  public var solutions: [SettlementView.Solution] = [
    .nash, .kalaiSmorodinsky, .egalitarian, .utilitarian,
  ]
  /// What to change in the first of `packages`.
  public var next = false
  /// Drafts from the first of `packages` to the frontier.
  public var singleText = false
  /// Two packages to set side by side.
  public var compare: [String] = []
  /// How many times to draw the uncertain numbers; none where 0.
  public var draws = 200
  public var seed: UInt64 = 1
  /// Changes of the scenario before anything is reckoned: `PARTY.weight.ISSUE=0.4`, also a range as
  /// `0.3..0.5`; `PARTY.value.ISSUE.OPTION=…`, `PARTY.reservation=…`, `PARTY.redline.1=off`,
  /// `link.1=off`.
  public var settings: [String] = []
  /// What would have to be wrong for another package to be the Nash package.
  public var flips = true
  public var certificates = false
  public var division = false
  /// The share of each party's range by which points of the frontier may be off; exact where nil.
  public var tolerance: String?
  /// How many points of the frontier to list.
  public var listed = 200

  public init() {}
}
