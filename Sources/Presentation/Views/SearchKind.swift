internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Kinds, fields and facets of results in words.
enum SearchKind {
  static func title(_ kind: SearchView.Kind) -> String { "\(word(kind).capitalisedFirst)s" }

  static func counted(_ kind: SearchView.Kind, _ count: Int) -> String {
    count.counted(word(kind))
  }

  /// A suggestion is called a candidate in the file alone.
  private static func word(_ kind: SearchView.Kind) -> String {
    switch kind {
    case .text: "document"
    case .entry(let section): section.word
    }
  }

  static func facetWords(_ facet: SearchView.Facet.Name) -> String {
    switch facet {
    case .kind: "Kind"
    case .speaker: "Speaker"
    case .party: "Party"
    case .issue: "Issue"
    case .source: "Source"
    case .year: "Year"
    }
  }

  /// Where the words stand, unless that goes without saying.
  static func fieldWords(_ field: String) -> String? {
    switch field {
    case "gist", "title", "name", "text", "what": nil
    case "hedge": "reservation"
    case "doubted": "reason for doubt"
    case "exact": "quoted words"
    case "need": "need"
    default: field
    }
  }
}
