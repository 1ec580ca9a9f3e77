/// A program of others that takes texts out of documents.
package enum DocumentTool: String, Sendable, Hashable, CaseIterable {
  case pdftotext, pdfinfo, pandoc

  /// How to get it.
  package var installation: String {
    switch self {
    case .pdftotext, .pdfinfo:
      "install the package poppler-utils (Debian: `apt install poppler-utils`; "
        + "macOS: `brew install poppler`)"
    case .pandoc:
      "install the package pandoc (Debian: `apt install pandoc`; macOS: `brew install pandoc`), "
        + "or save the document as .docx, .odt or .txt"
    }
  }
}
