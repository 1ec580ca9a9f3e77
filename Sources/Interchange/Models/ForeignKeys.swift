internal import CaseModel

/// The keys of other programs' files whose meaning is not known here, to be named.
struct ForeignKeys {
  private var unknown: [String] = []
  private static let mostNamed = 12

  /// - Parameter part: what the map is, where it is not the whole file.
  mutating func note(_ node: Node?, known: Set<String>, within part: String? = nil) {
    guard case .map(let pairs)? = node?.content else { return }
    for pair in pairs where !known.contains(pair.key) { add(pair.key, part) }
  }

  /// An element's attributes and the elements within it.
  mutating func note(
    _ element: XMLTree, attributes: Set<String>, elements: Set<String>
  ) {
    for attribute in element.attributes where !attributes.contains(attribute.name) {
      add(attribute.name, "<\(element.name.shortened(to: 40))>")
    }
    for child in element.children where !elements.contains(child.name) {
      add("<\(child.name.shortened(to: 40))>", "<\(element.name.shortened(to: 40))>")
    }
  }

  private mutating func add(_ key: String, _ part: String?) {
    let words = "`\(key.shortened(to: 40))`" + (part.map { " of \($0)" } ?? "")
    if !unknown.contains(words), unknown.count <= Self.mostNamed { unknown.append(words) }
  }

  /// What was not understood, in a sentence; none where all was.
  ///
  /// - Parameter file: what the file is called, where there are several.
  func remarks(in file: String?) -> [String] {
    guard !unknown.isEmpty else { return [] }
    let more = unknown.count > Self.mostNamed ? " and others" : ""
    return [
      "Unknown and ignored\(file.map { " in \($0)" } ?? ""): "
        + unknown.prefix(Self.mostNamed).joined(separator: ", ") + more + "."
    ]
  }
}
