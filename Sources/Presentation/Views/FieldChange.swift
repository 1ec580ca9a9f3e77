internal import CaseModel

/// What a change made of one field of a record.
package struct FieldChange: Sendable, Hashable, Codable {
  package var field: String
  /// Nil where the field was not there.
  package var before: String?
  /// Nil where it no longer is.
  package var after: String?

  /// The fields that differ between two states of a record, those that went first; nil where either
  /// is no record with fields, as where it may not be shown.
  ///
  /// - Parameters:
  ///   - before: as JSON, as ``Revision`` has it; nil for a record that was not there.
  ///   - all: the fields that are equal too.
  package static func between(
    _ before: String?, _ after: String?, all: Bool = false
  ) -> [FieldChange]? {
    guard let old = pairs(before), let new = pairs(after) else { return nil }
    let (was, now) = (values(old), values(new))
    var changes: [FieldChange] = []
    for pair in old where now[pair.key] == nil {
      changes.append(FieldChange(field: pair.key, before: pair.value.inWords, after: nil))
    }
    for pair in new {
      let value = was[pair.key]
      // What reads alike may differ: "a; b" is one text or two.
      guard all || value?.json != pair.value.json else { continue }
      changes.append(
        FieldChange(field: pair.key, before: value?.inWords, after: pair.value.inWords))
    }
    return changes
  }

  private static func pairs(_ json: String?) -> [Node.Pair]? {
    guard let json else { return [] }
    guard let node = try? Node(json: Array(json.utf8)), case .map(let pairs) = node.content else {
      return nil
    }
    return pairs
  }

  private static func values(_ pairs: [Node.Pair]) -> [String: Node] {
    Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
  }
}

extension Node {
  /// A scalar as it stands, a list with semicolons, a map as `key: value` with commas; what stands
  /// within another in brackets.
  fileprivate var inWords: String {
    switch content {
    case .null: "none"
    case .scalar(let text), .literal(let text): text
    case .list(let items): items.map(\.inWordsWithin).joined(separator: "; ")
    case .map(let pairs):
      pairs.map { "\($0.key): \($0.value.inWordsWithin)" }.joined(separator: ", ")
    }
  }

  private var inWordsWithin: String {
    switch content {
    case .null, .scalar, .literal: inWords
    case .list, .map: "(\(inWords))"
    }
  }
}
