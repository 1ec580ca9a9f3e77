/// The pages a reader goes to, grouped by the question they answer.
enum Navigation {
  struct Entry: Sendable {
    /// The page's name, which is its path too.
    var page: String
    var title: String
    /// After `g`.
    var key: String
  }

  static let groups: [(title: String, entries: [Entry])] = [
    (
      "Where they stand",
      [
        Entry(page: "positions", title: "State of play", key: "p"),
        Entry(page: "changes", title: "Changes", key: "c"),
        Entry(page: "timeline", title: "Timeline", key: "t"),
      ]
    ),
    (
      "What is in the way",
      [
        Entry(page: "preconditions", title: "Preconditions", key: "w"),
        Entry(page: "contradictions", title: "Contradictions", key: "x"),
        Entry(page: "constraints", title: "Legal limits", key: "l"),
      ]
    ),
    (
      "What is on the table",
      [
        Entry(page: "commitments", title: "Commitments", key: "m"),
        Entry(page: "drafts", title: "Draft text", key: "f"),
        Entry(page: "delegations", title: "Delegations", key: "n"),
        Entry(page: "settlement", title: "Settlement", key: "a"),
        Entry(page: "stability", title: "Stability", key: "o"),
      ]
    ),
    (
      "The record",
      [
        Entry(page: "documents", title: "Documents", key: "d"),
        Entry(page: "sources", title: "Sources", key: "s"),
        Entry(page: "history", title: "History", key: "h"),
        Entry(page: "brief", title: "Brief", key: "b"),
      ]
    ),
  ]

  static func html(_ address: ViewAddress, place: String) -> HTML {
    let lists = groups.html { group in
      """
      <section><h2>\(group.title)</h2><ul>
      \(group.entries.html { entry in
        let href = address.at("/" + entry.page).href
        return entry.page == place
          ? "<li><a href=\"\(href)\" aria-current=\"page\" data-key=\"\(entry.key)\">\(entry.title)</a></li>\n"
          : "<li><a href=\"\(href)\" data-key=\"\(entry.key)\">\(entry.title)</a></li>\n"
      })</ul></section>

      """
    }
    return "<nav id=\"pages\" class=\"pages\" aria-label=\"Pages\">\n\(lists)</nav>\n"
  }
}
