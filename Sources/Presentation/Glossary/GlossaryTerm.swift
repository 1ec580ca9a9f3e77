/// One term of the field as Dragoman uses it.
///
/// The table ``Glossary/terms`` is the only place where terms are defined: the glossary page of the
/// documentation is generated from it and pages link to it.
package struct GlossaryTerm: Sendable, Hashable, Codable {
  /// The term as it is printed, in the singular.
  package let name: String
  /// One or two sentences; complete without the literature.
  package let definition: String
  /// Where the field defines it: author, year, title. `nil` where the meaning is ours.
  package let literature: String?
  /// The Swift type that holds it, as `Case.Statement`; `nil` where no single type does.
  package let type: String?

  package init(
    _ name: String, _ definition: String, literature: String? = nil, type: String? = nil
  ) {
    self.name = name
    self.definition = definition
    self.literature = literature
    self.type = type
  }

  /// The anchor by which a page links to the term, as `red-line`.
  package var anchor: String {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }
}
