package import CaseModel

/// The title of a document, as far as its text shows it: from its front matter or its HTML, else
/// its first heading or line, past rules, menus and blanks.
package struct DocumentTitle: Sendable, Hashable {
  package let words: String
  /// As in "taken from its front matter".
  package let origin: String

  /// Nil if the text shows none; then the file's name must serve.
  ///
  /// - Parameter isMarkdown: lines that begin with `#` are headings, which come before plain lines.
  /// - Complexity: O(1): the beginning of the text alone is looked at.
  package static func of(_ text: SourceText, isMarkdown: Bool) -> DocumentTitle? {
    let start = String(decoding: text.bytes.prefix(20_000), as: UTF8.self)
    if let html = HTMLStart(start) {
      return html.title.flatMap { DocumentTitle($0, "its HTML title") }
    }
    // With Unicode scalars, as CR LF is one character.
    var lines = start.unicodeScalars.split(omittingEmptySubsequences: false) { scalar in
      scalar.properties.generalCategory == .lineSeparator || ("\n"..."\r").contains(scalar)
    }.map { String($0).trimmedUnseen }
    if let matter = FrontMatter(lines) {
      if let title = matter.title.flatMap({ DocumentTitle($0, "its front matter") }) {
        return title
      }
      lines.removeFirst(matter.length)
    }
    if isMarkdown {
      for line in lines.prefix(60) where line.hasPrefix("# ") {
        if let title = DocumentTitle(heading(line), "its first heading") { return title }
      }
    }
    for line in lines.prefix(200) {
      let words = heading(line)
      guard words.unicodeScalars.contains(where: \.isWordPart), !Navigation.isLine(words) else {
        continue
      }
      return DocumentTitle(words, "its first line")
    }
    return nil
  }

  private init?(_ words: String, _ origin: String) {
    var clean = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      if !scalar.isUnseen {
        clean.append(scalar)
      } else if scalar.properties.isJoinControl {
        // Within words of Persian and the scripts of India they are spelling.
        clean.append(scalar)
      } else if clean.last != " ", scalar.properties.isWhitespace {
        clean.append(" ")
      }
    }
    let cut = String(String(clean).trimmedUnseen.prefix(200)).trimmedUnseen
    guard cut.unicodeScalars.contains(where: { !$0.isUnseen }) else { return nil }
    self.words = cut
    self.origin = origin
  }

  /// Without the signs of a Markdown heading, emphasis or quotation round the whole line.
  private static func heading(_ line: String) -> String {
    if line.hasPrefix("![") { return "" }
    var words = line[...]
    while let first = words.first, first == "#" || first == ">" || first == " " {
      words.removeFirst()
    }
    while let last = words.last, last == "#" || last == " " { words.removeLast() }
    for sign in ["**", "__"] where words.count > 4 && words.hasPrefix(sign) && words.hasSuffix(sign)
    {
      words = words.dropFirst(2).dropLast(2)
    }
    return String(words).trimmedUnseen
  }
}

/// What stands in many web pages before the headline.
private enum Navigation {
  static func isLine(_ words: String) -> Bool {
    let plain = words.lowercased().filter { $0.isLetter || $0 == " " }
      .split(separator: " ").joined(separator: " ")
    return plain.isEmpty || phrases.contains(plain)
      || starts.contains { plain.hasPrefix($0) && plain.count < 60 }
  }

  private static let starts = [
    "skip to ", "skip navigation", "jump to ", "go to main content", "aller au contenu",
    "zum inhalt springen", "zum hauptinhalt", "saltar al contenido", "ir al contenido",
    "pular para o conteúdo", "vai al contenuto", "перейти к ", "перейти до ", "تخطى إلى",
    "انتقل إلى",
  ]

  private static let phrases: Set<String> = [
    "menu", "main menu", "home", "search", "close", "open menu", "close menu", "toggle navigation",
    "navigation", "share", "share this", "subscribe", "sign in", "log in", "login", "register",
    "advertisement", "advertising", "breaking news", "news", "latest news", "print", "email",
    "accueil", "rechercher", "recherche", "partager", "publicité", "se connecter",
    "startseite", "suche", "menü", "anzeige", "teilen", "anmelden", "drucken",
    "inicio", "buscar", "menú", "compartir", "publicidad", "iniciar sesión",
    "главная", "меню", "поиск", "войти", "новости", "реклама", "поделиться",
    "головна", "пошук", "увійти", "новини", "поділитися",
    "الرئيسية", "القائمة", "بحث", "تسجيل الدخول", "أخبار", "主页", "首页", "搜索", "菜单",
  ]
}

/// The lines between `---` or `+++` at the very beginning, as static sites and clippers write them.
private struct FrontMatter {
  let length: Int
  let title: String?

  init?(_ lines: [String]) {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      ["---", "+++"].contains(lines[first])
    else { return nil }
    let ends = lines[first] == "---" ? ["---", "..."] : ["+++"]
    let body = lines.dropFirst(first + 1).prefix(200)
    guard let end = body.firstIndex(where: { ends.contains($0) }),
      // A rule, text and another rule is no front matter.
      body[..<end].contains(where: { Self.pair($0) != nil })
    else { return nil }
    length = end + 1
    title = body[..<end].lazy.compactMap { Self.pair($0) }.first { $0.key == "title" }
      .map(\.value).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func pair(_ line: String) -> (key: String, value: String)? {
    guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let key = String(line[..<sign]).trimmedUnseen.lowercased()
    guard !key.isEmpty, key.unicodeScalars.allSatisfy({ $0.isWordPart || $0 == "_" || $0 == "-" })
    else { return nil }
    var value = String(line[line.index(after: sign)...]).trimmedUnseen
    for quote in ["\"", "'"]
    where value.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      value = String(value.dropFirst().dropLast())
    }
    return (key, value)
  }
}

/// The beginning of a page of HTML.
private struct HTMLStart {
  let title: String?

  init?(_ text: String) {
    let start = text.trimmedUnseen
    let head = start.prefix(200).lowercased()
    guard
      head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<head")
        || (head.hasPrefix("<?xml") && head.contains("<html"))
    else { return nil }
    title = Self.inside("title", start) ?? Self.inside("h1", start)
  }

  private static func inside(_ tag: String, _ text: String) -> String? {
    let lower = text.lowercased()
    // Lower case may be of another length, and then places would not fit.
    guard lower.unicodeScalars.count == text.unicodeScalars.count else { return nil }
    guard let open = lower.firstRange(of: "<\(tag)"),
      let begin = lower[open.upperBound...].firstIndex(of: ">"),
      let close = lower[begin...].firstRange(of: "</\(tag)")
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let from = lower.unicodeScalars.distance(from: lower.startIndex, to: begin) + 1
    let to = lower.unicodeScalars.distance(from: lower.startIndex, to: close.lowerBound)
    guard from < to else { return nil }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[from..<to])
    let plain = withoutTags(String(words))
    return plain.trimmedUnseen.isEmpty ? nil : plain
  }

  private static func withoutTags(_ text: String) -> String {
    var plain = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { plain.append(character) }
      if character == ">" { isTag = false }
    }
    for (entity, sign) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&apos;", "'"), ("&ndash;", "–"), ("&mdash;", "—"), ("&amp;", "&"),
    ] { plain = plain.replacing(entity, with: sign) }
    return plain
  }
}

extension Unicode.Scalar {
  /// A letter, a digit, or a mark of one.
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
