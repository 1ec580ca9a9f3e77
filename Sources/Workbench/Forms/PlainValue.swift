internal import CaseModel

/// The values of an entry as a person reads them: titles in place of ids, days as they are written, words for
/// what the file has as keys.
struct PlainValue {
  private let book = FormBook.shared
  private var choices: FormChoices

  init(_ index: CaseIndex) { choices = FormChoices(index) }

  /// The words of a value of `shape`; empty for none.
  ///
  /// - Parameter key: of the field that holds it.
  mutating func words(_ node: Node, _ shape: FormShape, of key: String) -> String {
    switch (book.resolved(shape), node.content) {
    case (_, .null): return ""
    case (.yesNo, _): return node.scalar == "true" ? "yes" : "no"
    case (.date, _):
      guard let text = node.scalar else { return "" }
      return (try? EDTFDate(text))?.words ?? text
    case (.word, _), (.constant, _):
      return node.scalar.map { FormWords.word($0, of: key) } ?? ""
    case (.reference(let target), _):
      guard let id = node.scalar else { return "" }
      return choices.all(target).first { $0.id == id }?.title ?? id
    case (.either(let shapes), _):
      guard let shape = shapes.first(where: { book.fits($0, node) }) ?? shapes.first else {
        return ""
      }
      return words(node, shape, of: key)
    case (.list(let element), .list(let items)):
      var parts: [String] = []
      for item in items { parts.append(words(item, element, of: key)) }
      return parts.joined(separator: "; ")
    case (.list(let element), _): return words(node, element, of: key)
    case (.names(let value), .map(let pairs)):
      var parts: [String] = []
      for pair in pairs { parts.append("\(pair.key): \(words(pair.value, value, of: pair.key))") }
      return parts.joined(separator: "; ")
    case (.group(let fields), .map(let pairs)): return words(fields, pairs)
    default: return node.scalar ?? ""
    }
  }

  private mutating func words(_ fields: [FormField], _ pairs: [Node.Pair]) -> String {
    var parts: [String] = []
    for field in fields where !FormWords.isTechnical(field.name, among: fields) {
      guard let pair = pairs.first(where: { $0.key == field.name }) else { continue }
      let value = words(pair.value, field.shape, of: field.name)
      if !value.isEmpty { parts.append("\(FormWords.label(field.name, among: fields)): \(value)") }
    }
    return parts.joined(separator: ", ")
  }
}
