/// Rewrites references throughout a case, whatever entries hold them, by the entries' own description.
struct ReferenceRewrite {
  /// Entries in which something was rewritten, by section, in order.
  private(set) var touched: [(section: Case.Section, id: String?)] = []

  /// - Parameter change: given each id with what it names; may replace it.
  /// - Throws: ``MergeError`` where an entry would say two things of one.
  /// - Complexity: O(case).
  mutating func apply(
    to theCase: inout Case, _ change: @escaping (inout String, ReferenceTarget) -> Void
  ) throws(MergeError) {
    var header = theCase.header
    if try rewrite(&header, "the case", change) { theCase.header = header }
    var sections = SectionRewrite(theCase: theCase, change: change)
    Case.forEachSection(&sections)
    if let fault = sections.fault { throw fault }
    theCase = sections.theCase
    touched += sections.touched
  }

  /// The same in one entry. Whether anything is other than before.
  static func apply<Entry: SectionEntry>(
    to entry: inout Entry, _ change: @escaping (inout String, ReferenceTarget) -> Void
  ) throws(MergeError) -> Bool {
    try rewrite(&entry, "\(Entry.section.noun) \(entry.entryID ?? "")", change)
  }

  private func rewrite<Value: FieldShaped>(
    _ value: inout Value, _ name: String,
    _ change: @escaping (inout String, ReferenceTarget) -> Void
  ) throws(MergeError) -> Bool {
    try Self.rewrite(&value, name, change)
  }

  private static func rewrite<Value: Shaped>(
    _ value: inout Value, _ name: String,
    _ change: @escaping (inout String, ReferenceTarget) -> Void
  ) throws(MergeError) -> Bool {
    var walker = ReferenceWalker { id, target, _ in change(&id, target) }
    var walked = value
    walked.walk(&walker)
    guard walked != value else { return false }
    // What became the same in a list stands there once.
    let (before, after) = (value.node(), walked.node())
    var reader = NodeReader()
    guard let merged = Value.read(try after.withoutNewTwins(before, name), &reader),
      !reader.hasErrors
    else {
      throw MergeError(
        message: "\(name) could not be read once both are one",
        hint: reader.findings.first?.message)
    }
    value = merged
    return true
  }
}

private struct SectionRewrite: SectionVisitor {
  var theCase: Case
  let change: (inout String, ReferenceTarget) -> Void
  var touched: [(section: Case.Section, id: String?)] = []
  var fault: MergeError?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    guard fault == nil else { return }
    var entries = theCase[keyPath: path]
    var isTouched = false
    for place in entries.indices {
      do {
        guard try ReferenceRewrite.apply(to: &entries[place], change) else { continue }
      } catch {
        fault = error
        return
      }
      isTouched = true
      touched.append((section, entries[place].entryID))
    }
    if isTouched { theCase[keyPath: path] = entries }
  }
}

extension Node {
  /// Lists without items that became equal, and maps without keys that did.
  /// - Throws: ``MergeError`` where one key would have two values.
  fileprivate func withoutNewTwins(_ before: Node, _ name: String) throws(MergeError) -> Node {
    switch (content, before.content) {
    case (.list(let items), .list(let old)) where items.count == old.count:
      var counts: [String: Int] = [:]
      for item in old { counts[item.json, default: 0] += 1 }
      var kept: [Node] = []
      var seen: [String: Int] = [:]
      for (item, was) in zip(items, old) {
        let clean = try item.withoutNewTwins(was, name)
        let key = clean.json
        seen[key, default: 0] += 1
        if seen[key, default: 0] > max(1, counts[key, default: 0]) { continue }
        kept.append(clean)
      }
      return Node(.list(kept), at: place)
    case (.map(let pairs), .map(let old)) where pairs.count == old.count:
      var kept: [Pair] = []
      for (pair, was) in zip(pairs, old) {
        let clean = try pair.value.withoutNewTwins(was.value, name)
        if let twin = kept.first(where: { $0.key == pair.key }) {
          guard twin.value.json == clean.json else {
            throw MergeError(
              message: "\(name) says different things of the two under `\(pair.key)`",
              hint: "make them alike first")
          }
          continue
        }
        kept.append(Pair(pair.key, clean, keyPlace: pair.keyPlace))
      }
      return Node(.map(kept), at: place)
    default: return self
    }
  }
}

/// Why two entries cannot be made one, or one two.
package struct MergeError: Error, ExplainedError, Hashable {
  package var message: String
  package var hint: String?

  package init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
