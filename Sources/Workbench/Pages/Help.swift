internal import Presentation

/// The keys, and how to read the pages; shown over any page by `?`, and as a page without scripts.
enum Help {
  static let keys: [(keys: String, words: String)] = [
    ("?", "This help"), ("/", "Search"), ("[ ]", "Previous and next date with evidence"),
    ("j k", "Next and previous document, while reading one"),
    ("n p", "Next and previous statement, cell or card"), ("Enter", "Open it"),
    ("Esc", "Close what lies over the page"),
  ]

  /// The keys on the page of a document that may be coded.
  static let codingKeys: [(keys: String, words: String)] = [
    ("w f q", "Select the next word, sentence, quotation; after a click, the sentence clicked"),
    ("W F Q", "The one before"), ("+ -", "A word more, a word less"),
    (
      "s e",
      "Move the start, the end of the selection: arrows by characters, with Ctrl by words, up and down by clauses"
    ),
    (
      "c",
      "Record the selected passage. In an empty box a digit chooses from its list; what is typed searches, and Enter takes the line marked; Shift with Enter enters the words as something new"
    ),
    ("o", "The next of the statements that overlap here"), ("v", "The first suggestion"),
    ("V", "Propose the statements of this document"),
    ("a x e", "Accept, reject, edit a suggestion; space leaves it"),
    ("Delete", "Remove the statement"), ("u U", "Undo, redo what you did last"),
  ]

  static let title = "Help and keys"

  static let main: HTML = """
    <article class="dragoman" id="help"><header><h1>\(title)</h1></header>
    <table class="keys" id="coding-keys"><caption>Keys for coding a document</caption><tbody>
    \(codingKeys.html(row))</tbody></table>
    <table class="keys"><caption>Keys on every page</caption><tbody>
    \(keys.html(row))</tbody></table>
    <details class="more"><summary>Keys that lead to a page</summary>
    <table class="keys" aria-label="Keys that lead to a page"><tbody>
    \(Navigation.groups.flatMap(\.entries).html { entry in
      "<tr><th scope=\"row\"><kbd>g</kbd> <kbd>\(entry.place.key)</kbd></th><td>\(entry.place.title)</td></tr>\n"
    })</tbody></table></details>
    <h2>How to read the pages</h2>
    <details class="more"><summary>What the pages show</summary>
    \(Navigation.groups.html(pages))</details>
    <p>Every figure follows from statements in documents; a name with a date, or a number, in small print links to the words. \
    <strong>As of</strong> leaves out what was said later; <strong>compare with</strong> marks what \
    changed since another date; the filters apply to every figure. The address of a page holds the \
    whole view: keep it to return to the same view.</p>
    <p>No evidence is never shown as neutral, accounts that differ are never merged, and nothing \
    here says how likely an outcome is.</p>
    <p>Terms with a dotted line link to the <a href="/glossary">glossary</a>, which defines each and names \
    its source in the literature.</p>
    <h2 id="writing">Writing</h2>
    <p><a href="/documents/new">Bring in documents</a> and code what is said in them. Every change bears a \
    name, which is asked for once and kept in this browser, and can be undone from the \
    <a href="/history">history</a>.</p>
    <details class="more"><summary>Cases that are read only, and cases in YAML or JSON</summary>
    <p>A case in YAML or JSON is written in its own file, where that is permitted, and its changes can be undone \
    until the program ends; it keeps no history beyond that. <em>Open a writable copy</em>, on \
    <a href="/record">All entries</a> and on every document, puts a <code>.dragoman</code> file beside it that \
    takes changes, and goes on with that; <code>dragoman convert</code> does the same, and back. Nothing is written if the server was started for \
    reading only, in room mode, or from a redacted case, since a judgement should not rest on part \
    of the record.</p></details>
    </article>
    """

  private static func row(_ line: (keys: String, words: String)) -> HTML {
    let keys = line.keys.split(separator: " ").html { "<kbd>\(String($0))</kbd> " }
    return "<tr><th scope=\"row\">\(keys)</th><td>\(line.words)</td></tr>\n"
  }

  /// Each page with what it shows and how to read it.
  private static func pages(
    _ group: (group: ViewGroup, entries: [(page: Page, place: Page.Place)])
  ) -> HTML {
    """
    <h3>\(group.group.title)</h3><dl>
    \(group.entries.html { entry in
      """
      <div><dt><a href="\(entry.page.path)">\(entry.place.title)</a></dt><dd>\(entry.place.summary)</dd></div>

      """
    })</dl>

    """
  }
}
