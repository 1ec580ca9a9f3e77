internal import CaseModel

/// The id of a new entry, from what it is called.
enum NewID {
  /// An id that no entry of the section has: for a statement its source's with a number, else the
  /// name or title in ASCII letters.
  static func make(for node: Node, _ section: Case.Section, _ theCase: Case) -> String {
    if section == .statements, let source = node["source"]?.scalar, Slug.isSlug(source) {
      return numbered(source, from: 1, width: 2, taken(section, theCase))
    }
    let words = ["title", "name", "what", "text", "reason", "need", "gist"].lazy
      .compactMap { node[$0]?.scalar }.first
    return make(named: words ?? "", section, theCase)
  }

  /// An id from a name, with a number where another entry has it.
  static func make(named name: String, _ section: Case.Section, _ theCase: Case) -> String {
    let taken = taken(section, theCase)
    guard let stem = stem(name) else { return numbered(section.noun, from: 1, width: 1, taken) }
    return taken.contains(stem) ? numbered(stem, from: 2, width: 1, taken) : stem
  }

  private static func taken(_ section: Case.Section, _ theCase: Case) -> Set<String> {
    var taken = Taken(theCase: theCase)
    Case.visit(section, &taken)
    // One id must not name an analyst and an actor, as either can be the basis of an entry.
    if section == .actors || section == .analysts {
      taken.ids.formUnion(theCase.actors.map(\.id.raw) + theCase.analysts.map(\.id.raw))
      taken.ids.insert("analyst")
    }
    // The page where documents are brought in stands at that address.
    if section == .sources { taken.ids.formUnion(["new", "intake"]) }
    return taken.ids
  }

  /// What an id or a name in an address is made of; nil where nothing is left.
  static func stem(_ words: String) -> String? {
    let latin = FoldedText(words).words.map(\.plain).joined(separator: "-")
    return (Slug.from(words) ?? Slug.from(latin))?.raw
  }

  private static func numbered(
    _ stem: String, from first: Int, width: Int, _ taken: Set<String>
  ) -> String {
    var number = first
    while true {
      let digits = String(number)
      let id = "\(stem)-\(String(repeating: "0", count: max(0, width - digits.count)))\(digits)"
      if !taken.contains(id) { return id }
      number += 1
    }
  }

  private struct Taken: SectionVisitor {
    let theCase: Case
    var ids: Set<String> = []

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      ids = Set(theCase[keyPath: path].compactMap(\.entryID))
    }
  }
}
