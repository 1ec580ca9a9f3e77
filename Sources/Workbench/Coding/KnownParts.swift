internal import CaseModel
internal import Presentation

/// The parts of a document's page that a browser has already, named by their digests: where such a part is
/// the same, it is sent empty, so that a change in a long document costs what it changes.
struct KnownParts {
  /// What the address asks with: digests with points between them.
  static let question = "have"

  private let digests: Set<Substring>

  init(_ asked: String?) {
    digests = Set((asked ?? "").split(separator: "."))
  }

  /// An element with its digest, without its content where the browser has it.
  /// - Parameter attributes: of the element, each with a space before it.
  func part(_ element: HTML, _ attributes: HTML, _ content: HTML) -> HTML {
    let digest = SHA256Digest(of: content.text.utf8).hex.prefix(Self.length)
    let isKnown = digests.contains(digest)
    return """
      <\(element)\(attributes) data-digest="\(String(digest))"\(" data-same" as HTML, when: isKnown)>\
      \(isKnown ? HTML() : content)</\(element)>
      """
  }

  /// Hexadecimal digits of a digest: of some hundred parts two are taken for one in a run of 10⁹ changes.
  private static let length = 10
}
