internal import CaseModel
internal import Presentation

/// What stands round every page of a session: whose case, search, navigation, and the way out. It needs
/// no view of the case, so that errors stand in it too.
struct PageShell {
  /// For the browser, and where the page says so itself.
  var title: String
  /// As the body's `data-page`, by which scripts know it.
  var name: String
  /// The case's title; nil where the case cannot be read.
  var brand: String?
  /// Its lens goes with the reader from page to page.
  var address = ViewAddress(path: "/")
  var badges = HTML()
  /// What stands in the search box.
  var sought = ""
  var bar = HTML()
  var tools = HTML()
  var foot = HTML()
  /// Of the entry in the navigation that the page belongs to.
  var place = ""
  /// A link leads back to the other cases.
  var isInLibrary = false
  var main: HTML

  var html: HTML {
    """
    \(PageFrame.head(title: brand.map { "\(title) · \($0)" } ?? title))\
    <body data-page="\(name)">
    <a class="skip" href="#main">Skip to content</a>
    <header class="top">
    \(library)<p class="brand"><a href="\(address.at("/positions").href)" dir="auto">\(brand ?? "Dragoman")</a></p>
    \(badges)
    <a class="to-pages" href="#pages">Menu</a>
    <form class="find" role="search" method="get" action="/search">
    \(address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    <input type="search" name="q" id="find" placeholder="Search the record" \
    aria-label="Search the record" autocomplete="off" value="\(sought)"></form>
    <a class="to-keys" href="/help" aria-label="Help and keys" title="Help and keys (?)">?</a>
    </header>
    <div class="desk">
    <div class="work">
    \(bar)\
    \(tools)\
    <main id="main" tabindex="-1">
    \(main)</main>
    \(foot)
    </div>
    \(Navigation.html(address, place: place))\
    </div>
    </body>
    </html>

    """
  }
}

extension PageShell {
  private var library: HTML {
    isInLibrary
      ? "<p class=\"to-library\"><a href=\"\(LibraryRoute.home)\">All cases</a></p>\n" : HTML()
  }
}

extension Problem {
  /// What a person reads instead of the page: what is wrong, what to do, and what was typed.
  func article(_ form: HTML = HTML()) -> HTML {
    """
    <article class="dragoman problem"><header><h1>\(title)</h1></header>
    <p role="alert" dir="auto">\(message.capitalisedFirst).</p>
    \(hint.map { "<p dir=\"auto\">\($0.capitalisedFirst).</p>\n" as HTML })\(form)\
    <p><a href="/positions">Go to the state of play</a></p></article>

    """
  }

  /// A box with what was typed and the error beside it; nothing where the fault is in no box, or in one
  /// of the lens's bar, which says so itself.
  func correction(of page: Page, _ query: Query, _ address: ViewAddress) -> HTML {
    guard let field,
      page.own.contains(where: { $0 == field || ($0.hasSuffix(".") && field.hasPrefix($0)) })
    else { return HTML() }
    let others =
      address.lensQuery.items
      + query.items.filter { item in
        item.name != field && item.name != ViewAddress.byteOrderMark
          && page.own.contains { $0 == item.name || ($0.hasSuffix(".") && item.name.hasPrefix($0)) }
      }
    return """
      <form class="panel row" method="get" action="\(address.path)">
      \(others.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <label>\(FieldNames.words(field)) <input name="\(field)" value="\(query[field] ?? "")" size="24" \
      autocomplete="off" aria-invalid="true" aria-describedby="fault-\(field)"></label>
      <button type="submit">Apply</button>
      <span class="fault" id="fault-\(field)" dir="auto">\(message.capitalisedFirst)</span>
      </form>

      """
  }
}

/// The page's own questions as a person calls them.
enum FieldNames {
  static func words(_ name: String) -> String {
    switch name {
    case "from": "From"
    case "to": "To"
    case "seed": "Seed"
    case "draws", "sample": "Random trials"
    default: name.capitalisedFirst
    }
  }
}
