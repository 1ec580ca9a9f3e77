internal import CaseModel
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// One argument of a tool.
struct ToolParameter: Sendable {
  enum Kind: Sendable {
    case text(longest: Int)
    /// A list of texts; one text alone is taken for a list of one.
    case texts
    case word([String])
    case words([String])
    case number(ClosedRange<Int>)
    case flag
  }

  let name: String
  let kind: Kind
  let description: String
  var isRequired = false

  init(_ name: String, _ kind: Kind, _ description: String, isRequired: Bool = false) {
    self.name = name
    self.kind = kind
    self.description = description
    self.isRequired = isRequired
  }

  /// An option of the lens, under the name it has among a tool's arguments.
  init(_ option: LensOption) {
    let kind: Kind
    var words = option.help
    switch option.value {
    case .date:
      kind = .text(longest: 100)
      words += " A date such as 2025-05-16, May 2025 or 2025."
    case .names: kind = .texts
    case .grade: kind = .text(longest: 10)
    case .directness: kind = .word(Directness.allCases.map(\.rawValue))
    case .flag: kind = .flag
    }
    self.init(Self.name(of: option), kind, words)
  }

  static func name(of option: LensOption) -> String { option.name.replacing("-", with: "_") }

  /// As JSON Schema.
  var schema: Node {
    var pairs: [Node.Pair] = []
    func words(_ words: [String]) -> Node.Pair { .init("enum", .list(words.map { .text($0) })) }
    switch kind {
    case .text(let longest):
      pairs = [
        .init("type", .text("string")), .init("maxLength", .literal("\(longest)")),
      ]
    case .word(let known): pairs = [.init("type", .text("string")), words(known)]
    case .texts:
      pairs = [
        .init("type", .text("array")), .init("items", .map([.init("type", .text("string"))])),
      ]
    case .words(let known):
      pairs = [
        .init("type", .text("array")),
        .init("items", .map([.init("type", .text("string")), words(known)])),
      ]
    case .number(let range):
      pairs = [
        .init("type", .text("integer")), .init("minimum", .literal("\(range.lowerBound)")),
        .init("maximum", .literal("\(range.upperBound)")),
      ]
    case .flag: pairs = [.init("type", .text("boolean"))]
    }
    return .map(pairs + [.init("description", .text(description))])
  }
}

/// The arguments of one call, each of the type its parameter has.
struct ToolArguments {
  private var values: [String: [String]] = [:]

  /// - Throws: where an argument is unknown, missing or of another type.
  init(_ node: Node?, _ parameters: [ToolParameter]) throws(ToolError) {
    let pairs: [Node.Pair]
    switch node?.content {
    case nil, .null?: pairs = []
    case .map(let given)?: pairs = given
    default: throw ToolError("`arguments` is not an object")
    }
    for pair in pairs {
      guard let parameter = parameters.first(where: { $0.name == pair.key }) else {
        let known = parameters.map(\.name)
        throw ToolError(
          "unknown argument `\(pair.key.shortened(to: 60))`",
          hint: suggestion(for: pair.key, among: known)
            ?? (known.isEmpty ? "the tool takes none" : "the tool takes \(known.alternatives)"))
      }
      if case .null = pair.value.content { continue }
      values[pair.key] = try Self.texts(pair.value, parameter)
    }
    if let missing = parameters.first(where: { $0.isRequired && values[$0.name]?.first == nil }) {
      throw ToolError("the argument `\(missing.name)` is missing", hint: missing.description)
    }
  }

  private static let mostTexts = 100
  private static let longestText = 400

  private static func texts(
    _ node: Node, _ parameter: ToolParameter
  ) throws(ToolError) -> [String] {
    let name = parameter.name
    switch parameter.kind {
    case .text(let longest): return [try text(node, longest, name)]
    case .word(let known): return [try word(node, known, name)]
    case .texts:
      var found: [String] = []
      for item in try items(node, name) { found.append(try text(item, longestText, name)) }
      return found
    case .words(let known):
      var found: [String] = []
      for item in try items(node, name) { found.append(try word(item, known, name)) }
      return found
    case .number(let range):
      guard case .literal(let digits) = node.content, let number = Int(digits),
        range.contains(number)
      else {
        throw ToolError(
          "`\(name)` is not a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return [digits]
    case .flag:
      guard case .literal(let word) = node.content, ["true", "false"].contains(word) else {
        throw ToolError("`\(name)` is neither true nor false")
      }
      return word == "true" ? ["yes"] : []
    }
  }

  private static func items(_ node: Node, _ name: String) throws(ToolError) -> [Node] {
    guard case .list(let items) = node.content else { return [node] }
    guard items.count <= mostTexts else {
      throw ToolError("`\(name)` has more than \(mostTexts) parts")
    }
    return items
  }

  private static func text(
    _ node: Node, _ longest: Int, _ name: String
  ) throws(ToolError) -> String {
    guard case .scalar(let text) = node.content else { throw ToolError("`\(name)` is not text") }
    guard text.unicodeScalars.count <= longest else {
      throw ToolError("`\(name)` is longer than \(longest) characters")
    }
    return text
  }

  private static func word(
    _ node: Node, _ known: [String], _ name: String
  ) throws(ToolError) -> String {
    let word = try text(node, longestText, name)
    guard known.contains(word) else {
      throw ToolError(
        "`\(name)`: unknown word `\(word.shortened(to: 60))`",
        hint: suggestion(for: word, among: known) ?? "it is \(known.alternatives)")
    }
    return word
  }

  subscript(name: String) -> String? { values[name]?.last }
  func texts(_ name: String) -> [String] { values[name] ?? [] }
  func has(_ flag: String) -> Bool { values[flag]?.isEmpty == false }
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  /// What is asked of the lens, by the names of its options.
  var lens: [String: [String]] {
    var asked: [String: [String]] = [:]
    for option in LensOption.all {
      let given = texts(ToolParameter.name(of: option))
      if !given.isEmpty { asked[option.name] = given }
    }
    return asked
  }
}
