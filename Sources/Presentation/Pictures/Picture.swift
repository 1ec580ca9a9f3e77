/// A drawing as SVG: no script, no outside request, the same bytes for the same input.
///
/// Colours are classes of ``PictureStyle``, so that one drawing serves light, dark and paper.
package struct Picture: Sendable, Hashable {
  package var title: String
  /// What a reader who cannot see it is told.
  package var description: String
  /// Width and height of the drawing in units of a sixteenth of the text's size at full width.
  package var width: Int
  package var height: Int
  /// The elements of the drawing.
  package var body: HTML
  /// What faces without pictures say instead; nothing where a list or table beside it says the same.
  package var alternative: Inline?

  /// The `<svg>` element for a page that has ``PictureStyle/css``. `id` is unlike any other on it.
  package func svg(id: String) -> HTML {
    """
    <svg class="picture" role="img" xmlns="http://www.w3.org/2000/svg" \
    viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
    aria-labelledby="\(id)-title \(id)-desc">
    <title id="\(id)-title">\(title)</title>
    <desc id="\(id)-desc">\(description)</desc>
    \(body)</svg>
    """
  }

  /// A file of its own.
  package var standalone: String {
    let text = svg(id: "picture").text
    guard let end = text.firstIndex(of: ">") else { return text }
    return text[...end] + "\n<style>\(PictureStyle.css)</style>" + text[text.index(after: end)...]
      + "\n"
  }
}
