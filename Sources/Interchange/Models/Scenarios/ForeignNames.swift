internal import CaseModel

/// Ids made of other programs' names, each unlike those before it.
struct ForeignNames {
  private var used: Set<String> = ["not", "and", "or", "if", "then", "iff"]

  /// - Parameter otherwise: what to call it where the name holds no letter and no digit.
  mutating func id(_ name: String, otherwise: String) -> Slug {
    let base = Slug.from(name)?.raw ?? otherwise
    var (id, number) = (base, 2)
    while !used.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return Slug(id)
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
