/// What to ask of a conflict beside its equilibria.
public struct StabilityQuestions: Sendable, Hashable {
  /// Short names of the concepts to decide by; the five usual ones where empty, `all` for every one
  /// that applies.
  public var concepts: [String] = []
  /// How unknown preferences are taken: `a` to `d`.
  public var unknown = "a"
  /// States to show and explain.
  public var states: [String] = []
  public var why = false
  public var want: String?
  /// Changes of the model: `MAKER: FORMULA`, `MAKER: without N` or `never FORMULA`.
  public var whatIf: [String] = []
  /// How many preferences to draw within what is uncertain. Nil: as many as a model of its size
  /// allows, where something is uncertain; 0: none.
  public var samples: Int?
  public var seed: UInt64 = 1
  public var coalitions = false

  public init() {}
}
