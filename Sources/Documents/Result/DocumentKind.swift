/// What a file is, by its bytes first and its name second.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case plainText, markdown, html, pdf, docx, odt, rtf, epub

  /// As in "a PDF document".
  package var words: String {
    switch self {
    case .plainText: "a plain text"
    case .markdown: "a Markdown text"
    case .html: "a web page (HTML)"
    case .pdf: "a PDF document"
    case .docx: "a Word document (DOCX)"
    case .odt: "an OpenDocument text (ODT)"
    case .rtf: "a Rich Text document (RTF)"
    case .epub: "an EPUB book"
    }
  }

  /// The endings of file names that promise this kind, in lower case.
  package var endings: [String] {
    switch self {
    case .plainText: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml", "xht"]
    case .pdf: ["pdf"]
    case .docx: ["docx", "docm"]
    case .odt: ["odt", "fodt", "ott"]
    case .rtf: ["rtf"]
    case .epub: ["epub"]
    }
  }

  /// The kind that a file's name promises; nil where its ending is none of ours.
  package init?(name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let kind = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = kind
  }
}
