package import CaseModel

/// What another program knows of coded texts, in a form that all of them share: documents, passages of
/// them, and what each passage was coded with.
package struct CodedProject: Sendable {
  /// What it is called.
  package var name = ""
  /// The format, and the program that wrote it where that is known.
  package var origin = ""
  package var documents: [Document] = []
  package var codes: [Code] = []
  package var passages: [Passage] = []
  /// People and bodies that the program lists as such, with attributes.
  package var units: [Unit] = []
  package var parties: [String] = []

  package init() {}

  /// A text and where it comes from.
  package struct Document: Sendable, Hashable {
    package var id: String
    package var title: String
    /// Nil where the format has none, or it was not sent along.
    package var text: String?
    /// The text began with a byte order mark, which is no part of ``text``.
    package var hadByteOrderMark = false
    package var author: String?
    package var publisher: String?
    package var published: EDTFDate?
    package var address: String?
    package var language: String?
    package var note: String?

    package init(_ id: String, title: String, text: String? = nil) {
      (self.id, self.title, self.text) = (id, title, text)
    }
  }

  /// A code, by the names of those above it and its own.
  package struct Code: Sendable, Hashable {
    package var id: String
    package var path: [String]
    package var note: String?
    package var colour: String?

    package init(_ id: String, path: [String], note: String? = nil, colour: String? = nil) {
      (self.id, self.path, self.note, self.colour) = (id, path, note, colour)
    }

    /// `Issues/Ceasefire/Truce`.
    package var name: String { path.joined(separator: "/") }
  }

  /// Words of a document, with what they were coded with.
  package struct Passage: Sendable, Hashable {
    package var id: String?
    package var document: String
    /// As the program counts; see ``PositionReading``.
    package var counted: Range<Int>?
    /// In code points of the text.
    package var place: Range<Int>?
    package var exact: String?
    package var prefix: String?
    package var suffix: String?
    /// Ids of codes.
    package var codes: [String] = []
    /// Values by the name of a column or variable, several where a program allows it.
    package var fields: [Field] = []
    package var coder: String?
    package var created: String?
    package var note: String?

    package init(document: String) { self.document = document }
  }

  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package struct Unit: Sendable, Hashable {
    package var name: String
    package var attributes: [Field] = []
    package var note: String?

    package init(_ name: String) { self.name = name }
  }
}
