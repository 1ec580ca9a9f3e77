internal import CaseModel

/// The id of a new entry, from what it is called.
enum NewID {
  /// An id that no entry of the section has: for a statement its source's with a number, else the
  /// name or title in ASCII letters.
  static func make(for node: Node, _ section: Case.Section, _ theCase: Case) -> String {
    var taken = Taken(theCase: theCase)
    Case.visit(section, &taken)
    // One id must not name an analyst and an actor, as either can be the basis of an entry.
    if section == .actors || section == .analysts {
      taken.ids.formUnion(theCase.actors.map(\.id.raw) + theCase.analysts.map(\.id.raw))
    }
    if section == .statements, let source = node["source"]?.scalar, Slug.isSlug(source) {
      return numbered(source, from: 1, width: 2, taken.ids)
    }
    let words = ["title", "name", "what", "text", "reason", "need", "gist"].lazy
      .compactMap { node[$0]?.scalar }.first
    let stem = words.flatMap(stem) ?? section.noun
    return taken.ids.contains(stem) ? numbered(stem, from: 2, width: 1, taken.ids) : stem
  }

  private static func stem(_ words: String) -> String? {
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
