internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// What stands round every page.
struct PageFrame {
  /// Stands for the session's form token in a page that is kept; no text of a case can hold it, as
  /// escaping leaves no such character.
  static let formToken = HTML.placeholder("form-token")
  /// Likewise for the name of whoever writes, as it was given last.
  static let analyst = HTML.placeholder("analyst")

  let request: PageRequest
  let page: Page
  let content: Page.Content

  func html() throws -> HTML {
    let address = request.address
    let theCase = request.lensed.theCase
    let home = request.link("/positions")
    return """
      \(Self.head(title: "\(content.title) · \(theCase.header.title)"))\
      <body data-page="\(page.name)">
      <a class="skip" href="#main">Skip to content</a>
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
      \(page.lens.isEmpty ? HTML() : try LensBar(request: request, used: page.lens).html())
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
    if request.mode.isInRoom {
      html += "<p class=\"badge room\">Room mode: what is confidential is left out</p>\n"
    } else if request.mode.isRedacted {
      html += "<p class=\"badge room\">Confidential entries are left out</p>\n"
    }
    if request.mode.isDamaged {
      html +=
        "<p class=\"badge\" role=\"alert\"><a href=\"/history\">The file is damaged: what is shown may be wrong</a></p>\n"
    }
    switch request.mode.writing {
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
    let address = request.address
    if page.json != nil { links.append("<a href=\"\(address.twin("json"))\">JSON</a>") }
    if page.csv != nil {
      links.append("<a href=\"\(address.twin("csv"))\">CSV</a>")
      let download = address.asking(ViewAddress.byteOrderMark, "yes").twin("csv")
      links.append("<a href=\"\(download)\" download>CSV for spreadsheets</a>")
    }
    let data = links.isEmpty ? HTML() : "Data: \(HTML(links.flatMap { [$0, " "] }))· "
    return """
      <footer class="page-foot">
      <p>\(data)<a href="\(address.href)">Link to this view</a></p>
      \(sessionForms)
      </footer>
      """
  }

  private var sessionForms: HTML {
    let room: HTML =
      request.mode.isRedacted && !request.mode.isInRoom
      ? HTML()
      : """
      <form method="post" action="/room">\(Self.token)\
      <input type="hidden" name="to" value="\(request.mode.isInRoom ? "off" : "on")">\
      <button type="submit">\(request.mode.isInRoom ? "Leave room mode" : "Room mode")</button></form>
      """
    return """
      <div class="session">\(room)
      <form method="post" action="/sign-out">\(Self.token)<button type="submit">Sign out</button></form></div>
      """
  }

  /// The hidden field every form that changes something bears.
  static let token: HTML = "<input type=\"hidden\" name=\"form-token\" value=\"\(formToken)\">"

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
