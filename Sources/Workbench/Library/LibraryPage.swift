internal import Presentation

/// What stands round every page of a library that is none of a case's.
struct LibraryPage {
  var title: String
  /// What stands in the search box.
  var sought = ""
  var main: HTML

  func html(_ mode: PageRequest.Mode, folder: String) -> HTML {
    """
    \(PageFrame.head(title: "\(title) · Dragoman"))\
    <body data-page="library">
    <a class="skip" href="#main">Skip to content</a>
    <header class="top">
    <p class="brand"><a href="\(LibraryRoute.home)">Dragoman</a></p>
    \(badges(mode))\
    <form class="find" role="search" method="get" action="\(LibraryRoute.home)/search">
    <input type="search" name="q" id="find" placeholder="Search all cases" \
    aria-label="Search all cases" autocomplete="off" dir="auto" value="\(sought)"></form>
    </header>
    <main id="main" class="library" tabindex="-1">
    \(main)</main>
    <footer class="page-foot library"><p>Cases in the folder <span dir="auto">\(folder)</span></p>
    <div class="session">\(room(mode))
    <form method="post" action="/sign-out">\(PageFrame.token)<button type="submit">Sign out</button></form>\
    </div></footer>
    </body>
    </html>

    """
  }

  private func badges(_ mode: PageRequest.Mode) -> HTML {
    var html = HTML()
    if mode.isInRoom {
      html += "<p class=\"badge room\">Room mode: what is confidential is left out</p>\n"
    } else if mode.isRedacted {
      html += "<p class=\"badge room\">Confidential entries are left out</p>\n"
    }
    if mode.writing == .readOnly { html += "<p class=\"badge\">Read only</p>\n" }
    return html
  }

  private func room(_ mode: PageRequest.Mode) -> HTML {
    guard !mode.isRedacted || mode.isInRoom else { return HTML() }
    return """
      <form method="post" action="/room">\(PageFrame.token)\
      <input type="hidden" name="to" value="\(mode.isInRoom ? "off" : "on")">\
      <button type="submit">\(mode.isInRoom ? "Leave room mode" : "Room mode")</button></form>
      """
  }
}
