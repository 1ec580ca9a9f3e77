internal import CaseModel
internal import Presentation

/// What stands in a form, by the names of its fields, and what a form sends back.
///
/// A field's name is its way through the entry, as `requires.0.kind`. Beside the entry's own keys
/// there are marks, which begin with a tilde: `~` says which alternative is chosen, `~1` holds the
/// second alternative, `~key` and `~value` are one pair of names, `~new` is what an entry is called that
/// comes in with this one, and `~here` says that a group is
/// there though nothing in it is filled in.
struct FormTree: Sendable, Hashable {
  var value: String?
  private(set) var children: [String: FormTree] = [:]

  init(_ value: String? = nil) { self.value = value }

  /// Deeper than this no form asks.
  static let deepest = 40

  /// What was posted under names that begin with `prefix`; the first of several with one name.
  init(_ query: Query, under prefix: String) {
    for item in query.under(prefix + ".") {
      let steps = item.name.split(separator: ".", omittingEmptySubsequences: false)
      guard steps.count <= Self.deepest else { continue }
      set(item.value, at: steps[...])
    }
  }

  private mutating func set(_ value: String, at steps: ArraySlice<Substring>) {
    guard let first = steps.first else {
      if self.value == nil { self.value = value }
      return
    }
    children[String(first), default: FormTree()].set(value, at: steps.dropFirst())
  }

  subscript(name: String) -> FormTree? {
    get { children[name] }
    set { children[name] = newValue }
  }

  /// The elements of a list, in order.
  var elements: [FormTree] {
    children.compactMap { name, child in Int(name).map { ($0, child) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  var isEmpty: Bool { value == nil && children.isEmpty }

  /// Whether anyone has put anything there: words, a choice, or a part that was opened.
  var isFilled: Bool {
    if let value, !value.isEmpty { return true }
    guard let mark = children["~"]?.value else {
      return children.values.contains(where: \.isFilled)
    }
    guard let chosen = Int(mark) else { return false }
    return chosen > 0 || children["~0"]?.isFilled ?? false
  }

  /// Puts an empty group, or the next element of a list, at `name`.
  mutating func open(_ name: String) {
    change(name.split(separator: ".")[...]) { $0["~here"] = FormTree("yes") }
  }

  /// Has `value` stand at `name`.
  mutating func put(_ value: String, at name: String) {
    change(name.split(separator: ".")[...]) { $0.value = value }
  }

  /// Takes away what stands at `name`; of an alternative that was chosen also that it was.
  mutating func remove(_ name: String) {
    let steps = name.split(separator: ".")
    guard let last = steps.last else { return }
    change(steps.dropLast()) { tree in
      tree[String(last)] = nil
      if last.hasPrefix("~"), tree["~"]?.value == String(last.dropFirst()) { tree["~"] = nil }
    }
  }

  private mutating func change(
    _ steps: ArraySlice<Substring>, _ body: (inout FormTree) -> Void
  ) {
    guard steps.count <= Self.deepest else { return }
    guard let first = steps.first else { return body(&self) }
    children[String(first), default: FormTree()].change(steps.dropFirst(), body)
  }
}

// MARK: From values and to values

extension FormBook {
  /// What a form of `shape` holds where the value is `node`.
  func tree(_ shape: FormShape, _ node: Node) -> FormTree {
    var tree = FormTree()
    switch shape {
    case .text, .number, .date, .id, .reference, .word: tree.value = node.scalar
    case .yesNo: tree.value = node.scalar == "true" ? "yes" : "no"
    case .constant: tree.value = "yes"
    case .list(let element):
      var items = [node]
      if case .list(let found) = node.content { items = found }
      for (index, item) in items.enumerated() {
        tree[String(index)] = self.tree(element, item)
      }
    case .names(let value):
      guard case .map(let pairs) = node.content else { break }
      for (index, pair) in pairs.enumerated() {
        var row = FormTree()
        row["~key"] = FormTree(pair.key)
        row["~value"] = self.tree(value, pair.value)
        tree[String(index)] = row
      }
    case .group(let fields):
      tree["~here"] = FormTree("yes")
      if let short = shortField(fields), node.scalar != nil {
        tree[short.name] = self.tree(short.shape, node)
      }
      for field in fields {
        guard let value = node[field.name] else { continue }
        if case .null = value.content { continue }
        tree[field.name] = self.tree(field.shape, value)
      }
    case .named: return self.tree(resolved(shape), node)
    case .either(let shapes):
      let chosen = shapes.firstIndex { fits($0, node) } ?? 0
      tree["~"] = FormTree(String(chosen))
      tree["~\(chosen)"] = self.tree(shapes[chosen], node)
    }
    return tree
  }

  /// Whether a form of `shape` can hold `node`.
  func fits(_ shape: FormShape, _ node: Node) -> Bool {
    switch (shape, node.content) {
    case (.constant(let word), _): return node.scalar == word
    case (.word(let words), _): return node.scalar.map(words.contains) ?? false
    case (.yesNo, _): return node.scalar == "true" || node.scalar == "false"
    case (.text, _), (.number, _), (.date, _), (.id, _), (.reference, _): return node.scalar != nil
    case (.list(let element), .list(let items)): return items.allSatisfy { fits(element, $0) }
    case (.list(let element), _): return fits(element, node)
    case (.names, .map): return true
    case (.group(let fields), .map(let pairs)):
      return pairs.allSatisfy { pair in fields.contains { $0.name == pair.key } }
        && fields.allSatisfy { !$0.isRequired || node[$0.name] != nil }
    case (.group(let fields), .scalar), (.group(let fields), .literal):
      return shortField(fields).map { fits($0.shape, node) } ?? false
    case (.named, _): return fits(resolved(shape), node)
    case (.either(let shapes), _): return shapes.contains { fits($0, node) }
    case (.names, _), (.group, _): return false
    }
  }

  /// The mark of what an entry is called that a reference is to bring into the case.
  static let newTitle = "~new"

  /// The value that a form holds; nil where nothing is filled in. Whether it means anything is for
  /// the entry's own reader to say.
  ///
  /// - Parameter key: of the field; words of a document are taken with the blanks around them.
  func node(_ shape: FormShape, _ tree: FormTree?, key: String = "") -> Node? {
    guard let tree else { return nil }
    switch shape {
    case .date:
      // As people write them; what is no date is for the entry's reader to name.
      return tree.value.flatMap(Self.filled).map { written in
        .text(
          (try? WrittenDate.read(written, isLimit: FormWords.isLimit.contains(key)))?.text
            ?? written)
      }
    case .text where FormWords.isVerbatim.contains(key):
      return tree.value.flatMap { $0.isEmpty ? nil : .text($0.replacing("\r\n", with: "\n")) }
    case .reference where tree.value == "+":
      return .text("+" + (tree[Self.newTitle]?.value.flatMap(Self.filled) ?? ""))
    case .text, .number, .id, .reference, .word:
      return tree.value.flatMap(Self.filled).map(Node.text)
    case .yesNo:
      return switch tree.value {
      case "yes": .literal("true")
      case "no": .literal("false")
      default: nil
      }
    case .constant(let word): return tree.value == "yes" ? .text(word) : nil
    case .list(let element):
      let items = tree.elements.compactMap { node(element, $0) }
      // Any option at all is a word of its own, and no list.
      if element == .reference("options"), items.count == 1, items[0].scalar == "any" {
        return items[0]
      }
      return items.isEmpty ? nil : .list(items)
    case .names(let value):
      let pairs = tree.elements.compactMap { row -> Node.Pair? in
        let key = row["~key"]?.value.flatMap(Self.filled)
        let value = node(value, row["~value"])
        return key == nil && value == nil ? nil : .init(key ?? "", value ?? .null)
      }
      return pairs.isEmpty ? nil : .map(pairs)
    case .group(let fields):
      var isFilled = false
      let pairs = fields.compactMap { field -> Node.Pair? in
        if let node = node(field.shape, tree[field.name], key: field.name) {
          isFilled = true
          return Node.Pair(field.name, node)
        }
        // A list that must be there may be empty.
        guard field.isRequired, case .list = field.shape else { return nil }
        return Node.Pair(field.name, .list([]))
      }
      return !isFilled && tree["~here"] == nil ? nil : .map(pairs)
    case .named: return node(resolved(shape), tree)
    case .either(let shapes):
      guard let mark = tree["~"]?.value else {
        return shapes.indices.lazy.compactMap { node(shapes[$0], tree["~\($0)"], key: key) }.first
      }
      guard let chosen = Int(mark), shapes.indices.contains(chosen) else { return nil }
      return node(shapes[chosen], tree["~\(chosen)"], key: key)
    }
  }

  /// The text without blanks around it and with plain line ends; nil where nothing is left.
  private static func filled(_ text: String) -> String? {
    let plain = text.replacing("\r\n", with: "\n")
    let head = plain.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(head[...last])
  }
}
