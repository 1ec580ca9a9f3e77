public import CaseModel

extension ConvergenceView {
  /// A threat in force against an answer.
  public struct Threat: Sendable, Hashable, Codable {
    /// The party that makes it.
    public var holder: Case.Actor.ID
    /// The threat as a sentence without its full stop.
    public var sentence: String
    /// When it was made last; nil if undated.
    public var newest: EDTFDate?
    /// The statements that make it.
    public var statements: [Case.Statement.ID]
  }
}
