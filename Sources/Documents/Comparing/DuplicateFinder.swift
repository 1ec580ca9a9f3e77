package import CaseModel

/// Finds whether a document, or nearly the same text, is there already.
package struct DuplicateFinder: Sendable {
  package struct Match: Sendable, Hashable {
    package enum Likeness: Sendable, Hashable {
      case sameBytes
      case sameText
      /// Shares of the five-word runs of each text that the other holds, from 0 to 1.
      case nearlySame(ofNew: Double, ofKnown: Double)
      /// The new text holds nearly all of the known one, and more.
      case containsKnown(share: Double)
      /// The known text holds nearly all of the new one, and more.
      case containedInKnown(share: Double)
    }

    /// As given with the known text.
    package let name: String
    package let likeness: Likeness

    /// As in "the text is nearly the same as that of NAME: 97 % …".
    package var words: String {
      func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down))) %" }
      switch likeness {
      case .sameBytes: return "the same file as \(name)"
      case .sameText: return "the same text as \(name)"
      case .nearlySame(let new, let known):
        return "nearly the same text as \(name): \(percent(new)) of this one occurs there, "
          + "\(percent(known)) of that one here"
      case .containsKnown(let share): return "contains \(percent(share)) of \(name), and more"
      case .containedInKnown(let share):
        return "\(percent(share)) of it is contained in \(name), which is longer"
      }
    }
  }

  private struct Known: Sendable {
    let name: String
    let original: SHA256Digest?
    let text: SHA256Digest
    let fingerprint: TextFingerprint
  }

  private var known: [Known] = []
  /// Share of five-word runs from which a text counts as nearly the same.
  private static let threshold = 0.8

  package init() {}

  /// - Parameter original: of the bytes of the file from which the text was taken, where known.
  /// - Complexity: O(text).
  package mutating func add(_ name: String, _ text: SourceText, original: SHA256Digest? = nil) {
    known.append(
      Known(
        name: name, original: original, text: text.digest,
        fingerprint: TextFingerprint(of: String(decoding: text.bytes, as: UTF8.self))))
  }

  /// The closest first, each known text once.
  /// - Complexity: O(text + known texts).
  package func matches(_ document: ReadDocument) -> [Match] {
    matches(document.text.text, original: document.original)
  }

  /// The same of a text alone.
  package func matches(_ text: SourceText, original: SHA256Digest? = nil) -> [Match] {
    let digest = text.digest
    let fingerprint = TextFingerprint(of: String(decoding: text.bytes, as: UTF8.self))
    var found: [(rank: Double, match: Match)] = []
    for (index, other) in known.enumerated() {
      guard let (rank, likeness) = Self.likeness(digest, original, fingerprint, other) else {
        continue
      }
      // Equal ones in the order in which they were added.
      found.append((rank - Double(index) * 1e-9, Match(name: other.name, likeness: likeness)))
    }
    return found.sorted { $0.rank > $1.rank }.map(\.match)
  }

  private static func likeness(
    _ digest: SHA256Digest, _ original: SHA256Digest?, _ fingerprint: TextFingerprint,
    _ other: Known
  ) -> (Double, Match.Likeness)? {
    if let original, original == other.original || original == other.text {
      return (4, .sameBytes)
    }
    if digest == other.text { return (3, .sameText) }
    let (new, old) = fingerprint.overlap(with: other.fingerprint)
    if new >= threshold, old >= threshold {
      return (1 + min(new, old), .nearlySame(ofNew: new, ofKnown: old))
    }
    if old >= threshold { return (old, .containsKnown(share: old)) }
    if new >= threshold { return (new, .containedInKnown(share: new)) }
    return nil
  }
}
