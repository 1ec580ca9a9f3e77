package import CaseModel

/// What a document's bytes hold: its parts in order, the text proposed of them, and what the document
/// states about itself.
package struct ReadDocument: Sendable, Hashable {
  /// The file's name, as given.
  package var name: String
  package var kind: DocumentKind
  /// Of the bytes as they came.
  package var original: SHA256Digest
  /// In bytes.
  package var originalLength: Int
  /// The program that took the text out where it is not this one, with its version.
  package var tool: String?
  /// Nil for kinds that state their own encoding without doubt.
  package var encoding: EncodingReading?
  /// Everything there is to read, in order; the parts cut are marked with their reason.
  package var parts: [Part]
  /// What the document states of its title, date, authors, and so on, the most reliable first.
  package var offers: [Offer]
  package var notes: [Note]

  /// The readable text: every part that was not cut.
  /// - Complexity: O(text).
  package var text: DocumentText { text { $0.cut == nil } }

  /// The whole document, with all that was cut.
  package var whole: DocumentText { text { _ in true } }

  /// The text of the parts chosen, so that a person can widen or narrow what is proposed.
  /// - Complexity: O(text).
  package func text(of isChosen: (Part) -> Bool) -> DocumentText {
    DocumentText(parts.indices.filter { isChosen(parts[$0]) }, of: parts)
  }

  /// The text of the parts with these indices; those that are none are passed over.
  /// - Complexity: O(text).
  package func text(of chosen: Set<Int>) -> DocumentText {
    DocumentText(parts.indices.filter { chosen.contains($0) }, of: parts)
  }

  /// The values offered for a field, the most reliable first.
  package func offers(_ field: Offer.Field) -> [Offer] { offers.filter { $0.field == field } }
}

extension ReadDocument {
  /// A piece of a document that is kept or cut as one: a paragraph, a heading, a row of a table.
  package struct Part: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case paragraph
      /// Level 1 is the highest.
      case heading(level: Int)
      case listItem
      /// One row of a table, its cells separated by ` | `.
      case tableRow
      case caption
      case quotation
      case footnote
      case comment
      /// A text as it stands in the file, with its own line ends.
      case verbatim
    }

    /// What separates a part from the one before.
    package enum Gap: String, Sendable, Hashable {
      case line = "\n"
      case blankLine = "\n\n"
      /// The part before ends its own lines.
      case nothing = ""
    }

    package var kind: Kind
    package var text: String
    package var gap: Gap
    /// Why it is not in the readable text; nil where it is.
    package var cut: CutReason?
    /// From 1; nil where the document has no pages of its own.
    package var page: Int?
    /// Code points of `text` before which a hyphen at a line's end was taken out.
    package var joins: [Int]

    package init(
      _ kind: Kind, _ text: String, gap: Gap = .blankLine, cut: CutReason? = nil,
      page: Int? = nil, joins: [Int] = []
    ) {
      self.kind = kind
      self.text = text
      self.gap = gap
      self.cut = cut
      self.page = page
      self.joins = joins
    }
  }

  /// Why a part is not in the readable text.
  package enum CutReason: String, Sendable, Hashable, CaseIterable {
    case navigation, links, pageHeader, pageFooter, sidebar, teasers, comments, promotion, sharing
    case legalNotice, control, hidden, repeated, outside
    case runningHead, pageNumber
    case comment

    /// As in "12 parts cut: site navigation".
    package var words: String {
      switch self {
      case .navigation: "site navigation"
      case .links: "list of links"
      case .pageHeader: "page header"
      case .pageFooter: "page footer"
      case .sidebar: "sidebar"
      case .teasers: "teasers for other pages"
      case .comments: "readers' comments"
      case .promotion: "advertising or subscription offer"
      case .sharing: "sharing and printing links"
      case .legalNotice: "copyright or cookie notice"
      case .control: "form control"
      case .hidden: "hidden on the page"
      case .repeated: "repeated on the page"
      case .outside: "outside the main text"
      case .runningHead: "running head or foot"
      case .pageNumber: "page number"
      case .comment: "comment in the margin"
      }
    }
  }
}
