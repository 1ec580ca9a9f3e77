package import CaseModel
package import CaseStore
internal import Interchange

/// A case as it stood at one moment: the value, the texts beside it, and its hash.
package struct Snapshot: Sendable {
  /// Every quote with its place, where that can be found.
  package let theCase: Case
  package let texts: CaseTexts
  /// SHA-256 of the case in canonical form.
  package let hash: String
  /// Another wherever a text is another.
  private let textsHash: String
  /// The same as the `.dragoman` file holds it, with the revision of each entry.
  package let stored: StoredCase?
  /// Of a stored case, whose next state is near.
  private let digest: CanonicalDigest?
  /// What was learnt of the case; goes on from state to state where the provider hands it on.
  var coding = CodingMemory()

  package init(_ theCase: Case, texts: CaseTexts, hash: String) {
    self.theCase = theCase.placed(in: texts)
    self.texts = texts
    digest = nil
    self.hash = hash
    textsHash = Self.hash(of: texts, theCase)
    stored = nil
  }

  /// - Parameter last: an earlier state of the case, from which what is the same is taken.
  package init(_ stored: StoredCase, after last: Snapshot? = nil) {
    theCase = stored.theCase.placed(in: stored.texts)
    texts = stored.texts
    let digest = CanonicalDigest(stored.theCase, after: last?.digest)
    (self.digest, hash) = (digest, digest.hex)
    // The history's hash stands for the texts too.
    textsHash = ""
    self.stored = stored
  }

  /// Another wherever the case, a text or the history is another: what is made of it is kept by this.
  var name: String { "\(hash) \(stored?.hash ?? textsHash)" }

  private static func hash(of texts: CaseTexts, _ theCase: Case) -> String {
    let states = theCase.sources.map { source in
      switch texts[source.id] {
      case .loaded(let text): text.digest.hex
      case .withheld: "withheld"
      case .missing: "missing"
      case .unreadable(let reason): reason
      }
    }
    return SHA256Digest(of: states.joined(separator: "\n").utf8).hex
  }
}
