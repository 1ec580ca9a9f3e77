public import CaseModel

/// A case as it stood at one moment: the value, the texts beside it, and its hash.
public struct Snapshot: Sendable {
  public let theCase: Case
  public let texts: CaseTexts
  /// SHA-256 of the case in canonical form.
  public let hash: String

  public init(_ theCase: Case, texts: CaseTexts, hash: String) {
    self.theCase = theCase
    self.texts = texts
    self.hash = hash
  }
}
