internal import Presentation

/// The pages a reader goes to, grouped by the question they answer: those that say where they belong.
enum Navigation {
  static let groups: [(group: ViewGroup, entries: [(page: Page, place: Page.Place)])] =
    ViewGroup.allCases.map { group in
      let entries = Page.all.compactMap { page in page.place.map { (page: page, place: $0) } }
      return (group, entries.filter { $0.place.group == group })
    }

  static func html(_ address: ViewAddress, place: String) -> HTML {
    let lists = groups.html { group in
      """
      <section><h2>\(group.group.title)</h2><ul>
      \(group.entries.html { entry in
        let href = address.at(entry.page.path).href
        return entry.page.name == place
          ? "<li><a href=\"\(href)\" aria-current=\"page\" data-key=\"\(entry.place.key)\">\(entry.place.title)</a></li>\n"
          : "<li><a href=\"\(href)\" data-key=\"\(entry.place.key)\">\(entry.place.title)</a></li>\n"
      })</ul></section>

      """
    }
    return "<nav id=\"pages\" class=\"pages\" aria-label=\"Pages\">\n\(lists)</nav>\n"
  }
}
