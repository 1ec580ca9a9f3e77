internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// What stands round every page.
struct PageFrame {
  /// Stands for the session's form token in a page that is kept; no text of a case can hold it, as
  /// escaping leaves no such character.
  static let formToken = HTML.placeholder("form-token")
  /// Likewise for the author's name, as it was last given.
  static let analyst = HTML.placeholder("analyst")

  let request: PageRequest
  let page: Page
  let content: Page.Content

  func html() throws -> HTML {
    try shell().html
  }

  private func shell() throws -> PageShell {
    let address = request.address
    // Of nothing there is nothing to filter.
    let bare = request.wrong == nil ? EmptyState(request: request, page: page).html : nil
    let hasBar = !page.lens.isEmpty && bare == nil
    return PageShell(
      title: content.title, name: page.name, brand: request.lensed.theCase.header.title,
      address: address, badges: badges,
      sought: page.name == "search" ? address.own["q"] ?? request.wrong?.query["q"] ?? "" : "",
      bar: hasBar ? try LensBar(request: request, used: page.lens).html() : HTML(),
      tools: bare == nil ? tools : HTML(), foot: foot, place: content.place ?? page.name,
      isInLibrary: request.mode.isInLibrary,
      main: (bare ?? content.main) + RestoreText(request: request, page: page).html)
  }

  /// What can be done with the page as it is. Scripts make buttons of the links, and put one for
  /// printing beside them.
  private var tools: HTML {
    guard request.wrong == nil else { return HTML() }
    let address = request.address
    let save: HTML =
      page.document == nil
      ? HTML() : " <a class=\"save\" href=\"\(address.twin("html"))\" download>Save page</a>"
    let bringIn: HTML =
      page.name == "documents" && request.mode.writing == .allowed
      ? "<a class=\"bring-in\" href=\"/documents/new\">Bring in documents</a> " : HTML()
    return """
      <nav class="tools" aria-label="This page">\(bringIn)<a class="copy" href="\(address.href)">Link to this view</a>\(save)</nav>

      """
  }

  private var badges: HTML { Self.badges(request.mode) }

  /// What of the server and the session every page says.
  static func badges(_ mode: PageRequest.Mode) -> HTML {
    var html = HTML()
    if mode.isInRoom {
      html += "<p class=\"badge room\">Room mode: confidential entries are left out</p>\n"
    } else if mode.isRedacted {
      html += "<p class=\"badge room\">Confidential entries are left out</p>\n"
    }
    if mode.isDamaged {
      html +=
        "<p class=\"badge\" role=\"alert\"><a href=\"/history\">The file is damaged: what is shown may be wrong</a></p>\n"
    }
    switch mode.writing {
    case .allowed:
      if let file = mode.writesTo {
        html += "<p class=\"badge\"><a href=\"/history\" dir=\"auto\">Writes to \(file)</a></p>\n"
      }
    case .redacted, .past, .damaged: break
    case .readOnly:
      html += "<p class=\"badge\"><a href=\"/help#writing\">Read only</a></p>\n"
    case .caseFile:
      html +=
        "<p class=\"badge\"><a href=\"/\(mode.mayCopy ? "record" : "help#writing")\">Read only: a case in YAML</a></p>\n"
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
    return """
      <footer class="page-foot">
      <p>\(links.isEmpty || request.wrong != nil ? HTML() : "Data: \(HTML(links.flatMap { [$0, " "] }))")</p>
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
    <link rel="stylesheet" href="/assets/forms.css">
    <link rel="stylesheet" href="/assets/library.css">
    <link rel="stylesheet" href="/assets/coding.css">
    <script type="module" src="/assets/workbench.js"></script>
    </head>

    """
  }

  /// A page with no case on it, for those who are not signed in.
  static func plain(title: String, _ main: HTML) -> HTML {
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
