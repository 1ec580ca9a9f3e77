/// What an element's tag, role, class and id say about the part of the page within it.
enum HTMLHint {
  static func of(_ tag: String, _ attributes: HTMLAttributes) -> ReadDocument.CutReason? {
    switch tag {
    case "nav": return .navigation
    case "aside": return .sidebar
    case "footer": return .pageFooter
    case "header": return .pageHeader
    case "dialog": return .control
    case "search": return .control
    case "body", "html", "main", "article": return nil
    default: break
    }
    guard !attributes.isEmpty else { return nil }
    switch attributes["role"]?.lowercased() {
    case "navigation", "menu", "menubar", "tablist", "toolbar": return .navigation
    case "complementary": return .sidebar
    case "contentinfo": return .pageFooter
    case "banner": return .pageHeader
    case "search", "dialog", "alertdialog", "form": return .control
    default: break
    }
    for name in [attributes["id"], attributes["class"]] {
      if let name, let reason = words(name) { return reason }
    }
    return nil
  }

  /// - Complexity: O(name); long lists of classes are looked at in part.
  private static func words(_ name: String) -> ReadDocument.CutReason? {
    // `site-footer`, `siteFooter`, `site_footer`, `footer2` are all two words.
    var words: [String] = []
    var word = ""
    var isAfterSmall = false
    for byte in name.utf8.prefix(400) {
      let isCapital = (0x41...0x5A).contains(byte)
      let isSmall = (0x61...0x7A).contains(byte)
      if isCapital && isAfterSmall || !(isCapital || isSmall) {
        if !word.isEmpty { words.append(word) }
        word = ""
        if byte == 0x20 { words.append(" ") }
      }
      if isCapital || isSmall { word.unicodeScalars.append(Unicode.Scalar(byte | 0x20)) }
      isAfterSmall = isSmall
    }
    if !word.isEmpty { words.append(word) }
    // `has-sidebar`, `no-footer`, `with-comments` describe the page, not the element.
    if words.contains(where: { ["has", "no", "with", "without", "js", "layout"].contains($0) }) {
      return nil
    }
    for (index, word) in words.enumerated() {
      if let reason = single[word] { return reason }
      if index > 0, let reason = pairs[words[index - 1] + word] { return reason }
    }
    return nil
  }

  private static let single: [String: ReadDocument.CutReason] = {
    var words: [String: ReadDocument.CutReason] = [:]
    let lists: [(ReadDocument.CutReason, String)] = [
      (
        .navigation,
        "nav navbar navigation menu breadcrumb breadcrumbs crumbs pagination pager paging submenu topbar "
          + "navbox toc skip skiplink skiplinks tabs sitemap langs languages catlinks"
      ),
      (.sidebar, "sidebar aside rail sidebox widget widgets"),
      (.pageFooter, "footer foot colophon siteinfo"),
      (.pageHeader, "masthead banner sitehead"),
      (
        .teasers,
        "related recommended recommendations popular trending mostread morestories teaser teasers "
          + "readmore readnext upnext latest outbrain taboola recirculation seealso"
      ),
      (.comments, "comments disqus commentlist commentarea respond replies"),
      (
        .promotion,
        "ad ads advert adverts advertisement advertising adsense sponsor sponsored promo promos promotion "
          + "newsletter subscribe subscription signup paywall donate donation popup modal overlay cta "
          + "interstitial"
      ),
      (
        .sharing,
        "share sharing sharebar social socials addthis sharethis print printbar tools toolbar"
      ),
      (
        .legalNotice,
        "copyright copyrights cookie cookies gdpr consent disclaimer legal ccpa"
      ),
      (.hidden, "hidden hide offscreen noprint noscript"),
    ]
    for (reason, list) in lists {
      for word in list.split(separator: " ") { words[String(word)] = reason }
    }
    return words
  }()

  /// Two words in a row that say what neither says alone.
  private static let pairs: [String: ReadDocument.CutReason] = [
    "siteheader": .pageHeader, "pageheader": .pageHeader, "topheader": .pageHeader,
    "globalheader": .pageHeader, "mainheader": .pageHeader, "mostread": .teasers,
    "morestories": .teasers, "readmore": .teasers, "readnext": .teasers, "seealso": .teasers,
    "youmay": .teasers, "taglist": .links, "tagcloud": .links, "posttags": .links,
    "articletags": .links, "searchform": .control, "searchbox": .control, "loginform": .control,
    "authorbio": .outside, "authorbox": .outside, "aboutauthor": .outside, "editsection": .control,
    "sronly": .hidden, "visuallyhidden": .hidden, "screenreader": .hidden,
  ]
}
