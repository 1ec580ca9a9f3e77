public import CaseModel
public import CaseStore
internal import Interchange

/// A case as it stood at one moment: the value, the texts beside it, and its hash.
public struct Snapshot: Sendable {
  /// Every quote with its place, where that can be found.
  public let theCase: Case
  public let texts: CaseTexts
  /// SHA-256 of the case in canonical form.
  public let hash: String
  /// The same as the `.dragoman` file holds it, with the revision of each entry.
  public let stored: StoredCase?

  public init(_ theCase: Case, texts: CaseTexts, hash: String) {
    self.theCase = theCase.placed(in: texts)
    self.texts = texts
    self.hash = hash
    stored = nil
  }

  public init(_ stored: StoredCase) {
    theCase = stored.theCase.placed(in: stored.texts)
    texts = stored.texts
    hash = stored.theCase.canonicalHash
    self.stored = stored
  }

  /// Another wherever the case or its history is another: what is made of it is kept by this.
  var name: String { stored.map { "\(hash) \($0.hash)" } ?? hash }
}
