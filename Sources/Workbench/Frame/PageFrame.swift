internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// What stands round every page.
struct PageFrame {
  /// Stands for the session's form token in a page that is kept; no text of a case can hold it, as
  /// escaping leaves no such character.
  static let formToken = "\u{1}form-token\u{1}"
  /// Likewise for the name of whoever writes, as it was given last.
  static let analyst = "\u{1}analyst\u{1}"

  let visit: Visit
  let page: Page
  let content: Page.Content

  func html() throws -> HTML {
    let address = visit.address
    let theCase = visit.look.theCase
    let home = visit.link("/positions")
    return """
      \(Self.head(title: "\(content.title) · \(theCase.header.title)"))\
      <body data-page="\(page.name)">
      <a class="skip" href="#main">Skip to the page</a>
      <header class="top">
      <p class="brand"><a href="\(home)" dir="auto">\(theCase.header.title)</a></p>
      \(badges)
      <a class="to-pages" href="#pages">Pages</a>
      <form class="find" role="search" method="get" action="/search">
      \(address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <input type="search" name="q" id="find" placeholder="Search the record" \
      aria-label="Search the record" autocomplete="off" \
      value="\(page.name == "search" ? address.own["q"] ?? "" : "")"></form>
      <a class="to-keys" href="/help" aria-label="Help and keys" title="Help and keys (?)">?</a>
      </header>
      <div class="desk">
      <div class="work">
      \(page.hasLens ? try LensBar(visit: visit, heeds: page.heeds).html() : HTML())
      <main id="main" tabindex="-1">
      \(content.main)</main>
      \(foot)
      </div>
      \(Navigation.html(address, place: content.place ?? page.name))\
      </div>
      </body>
      </html>

      """
  }

  private var badges: HTML {
    var html = HTML()
    if visit.mode.isInRoom {
      html += "<p class=\"badge room\">Room mode: what is confidential is left out</p>\n"
    } else if visit.mode.isRedacted {
      html += "<p class=\"badge room\">Confidential entries are left out</p>\n"
    }
    if visit.mode.isDamaged {
      html +=
        "<p class=\"badge\" role=\"alert\"><a href=\"/history\">The file is damaged: what is shown may be wrong</a></p>\n"
    }
    switch visit.mode.writing {
    case .allowed, .redacted, .past, .damaged: break
    case .readOnly:
      html += "<p class=\"badge\"><a href=\"/help#writing\">Read only</a></p>\n"
    case .caseFile:
      html += "<p class=\"badge\"><a href=\"/help#writing\">Read only: a case in YAML</a></p>\n"
    }
    return html
  }

  private var foot: HTML {
    var links: [HTML] = []
    let address = visit.address
    if page.json != nil { links.append("<a href=\"\(address.twin("json"))\">JSON</a>") }
    if page.csv != nil { links.append("<a href=\"\(address.twin("csv"))\">CSV</a>") }
    let data = links.isEmpty ? HTML() : "This page as data: \(HTML(links.flatMap { [$0, " "] }))· "
    return """
      <footer class="page-foot">
      <p>\(data)<a href="\(address.href)">Link to this view</a></p>
      \(sessionForms)
      </footer>
      """
  }

  private var sessionForms: HTML {
    let room: HTML =
      visit.mode.isRedacted && !visit.mode.isInRoom
      ? HTML()
      : """
      <form method="post" action="/room">\(Self.token)\
      <input type="hidden" name="to" value="\(visit.mode.isInRoom ? "off" : "on")">\
      <button type="submit">\(visit.mode.isInRoom ? "Leave room mode" : "Room mode")</button></form>
      """
    return """
      <div class="session">\(room)
      <form method="post" action="/sign-out">\(Self.token)<button type="submit">Sign out</button></form></div>
      """
  }

  /// The hidden field every form that changes something bears.
  static let token = HTML(
    trusted: "<input type=\"hidden\" name=\"form-token\" value=\"\(formToken)\">")

  static func head(title: String) -> HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <link rel="icon" href="/assets/dragoman.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/document.css">
    <link rel="stylesheet" href="/assets/workbench.css">
    <script type="module" src="/assets/workbench.js"></script>
    </head>

    """
  }

  /// A page with no case on it: signing in, and what went wrong.
  static func plain(title: String, _ main: HTML, refreshTo address: String? = nil) -> HTML {
    """
    \(head(title: title))\
    <body class="plain">
    <main id="main" class="notice">
    <h1>\(title)</h1>
    \(main)
    </main>
    </body>
    </html>

    """
  }
}
