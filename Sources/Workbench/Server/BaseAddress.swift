internal import Presentation

/// The part of every address that says which case is meant: `/c/istanbul`, or nothing where the server
/// has one case alone.
///
/// Pages are written as if there were one case. Here, and nowhere else, the case's part is put in front
/// of the addresses in them, and of those that forms lead on to.
struct BaseAddress: Sendable, Hashable {
  let text: String

  static let none = BaseAddress(text: "")

  /// What all cases share and the server answers itself.
  private static let shared = ["/assets/", LibraryRoute.home]

  /// The address of this server's that a page of the case means.
  func address(_ path: String) -> String {
    let isOwn =
      text.isEmpty || Self.shared.contains { path.hasPrefix($0) } || path.hasPrefix(text + "/")
    return isOwn ? path : text + path
  }

  /// Markup with the addresses of this case.
  func markup(_ html: HTML) -> HTML { html.under(text, except: Self.shared) }

  /// A whole page; its scripts find the case's part at its body.
  func page(_ html: HTML) -> String {
    guard !text.isEmpty else { return html.text }
    let mark: HTML = "<body data-base=\"\(text)\" "
    return markup(html).text.replacing("<body ", with: mark.text, maxReplacements: 1)
  }
}
