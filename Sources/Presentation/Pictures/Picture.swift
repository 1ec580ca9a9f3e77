/// A drawing as SVG: no script, no outside request, the same bytes for the same input.
///
/// Colours are classes of ``PictureStyle``, so that one drawing serves light, dark and paper.
package struct Picture: Sendable, Hashable {
  package var title: String
  /// The description for readers who cannot see it.
  package var description: String
  /// Width and height of the drawing in units of a sixteenth of the text's size at full width.
  package var width: Int
  package var height: Int
  /// The elements of the drawing.
  package var body: HTML
  /// Where its marks lead.
  package var links: [Link] = []
  /// What faces without pictures say instead; nothing where a list or table beside it says the
  /// same.
  package var alternative: Inline?

  /// Two of it fit side by side, and it can be read on a telephone as it is.
  var isCompact: Bool { width <= 480 }

  /// The `<svg>` element for a page that has ``PictureStyle/css``.
  ///
  /// - Parameters:
  ///   - id: unlike any other on the page.
  ///   - address: that a link has; nil where it leads nowhere here.
  package func svg(id: String, address: (Link) -> String? = { _ in nil }) -> HTML {
    let addresses = links.map(address)
    // What is one image for a reader of the screen has no links within it.
    let role = addresses.contains { $0 != nil } ? "group" : "img"
    return """
      <svg class="picture" role="\(role)" xmlns="http://www.w3.org/2000/svg" \
      viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-desc">\(description)</desc>
      \(body(addresses))</svg>
      """
  }

  /// Marks round what leads somewhere; no text of a case can hold them.
  static func opening(_ link: Int) -> HTML { .placeholder("to-\(link)") }
  static func closing(_ link: Int) -> HTML { .placeholder("end-\(link)") }

  /// The drawing with its links, where they lead somewhere.
  private func body(_ addresses: [String?]) -> HTML {
    guard !links.isEmpty else { return body }
    var html = HTML()
    for (place, piece) in body.text.split(separator: "\u{1}", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard place % 2 == 1 else {
        html += HTML(trusted: String(piece))
        continue
      }
      let number = piece.drop { $0 != "-" }.dropFirst()
      guard let link = Int(number), addresses.indices.contains(link), let address = addresses[link]
      else { continue }
      html += piece.hasPrefix("to-") ? "<a href=\"\(address)\">" : "</a>\n"
    }
    return html
  }

  /// A file of its own.
  package var standalone: String {
    let text = svg(id: "picture").text
    guard let end = text.firstIndex(of: ">") else { return text }
    return text[...end] + "\n<style>\(PictureStyle.css)</style>" + text[text.index(after: end)...]
      + "\n"
  }
}
