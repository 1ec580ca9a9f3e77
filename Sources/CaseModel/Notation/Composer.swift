/// Bounds on what a document may ask of the reader.
public struct ReadLimits: Sendable {
  /// Size of a file in bytes.
  public var fileSize = 100_000_000
  /// Levels of lists and maps within each other.
  public var depth = 64
  /// Nodes that aliases stand for, counted each time.
  public var aliasedNodes = 1_000_000

  /// One with every field empty.
  public init() {}
}

/// Builds nodes from events, resolves aliases, and keeps within the limits.
package struct Composer<Events: DocumentEvents> {
  private var events: Events
  private let limits: ReadLimits
  private var anchors: [String: (node: Node, size: Int, depth: Int)] = [:]
  private var aliasedNodes = 0
  /// Nodes made so far, to know the size of what an anchor names.
  private var made = 0

  package init(_ events: Events, limits: ReadLimits) {
    self.events = events
    self.limits = limits
  }

  package mutating func next() throws(SyntaxError) -> DocumentEvent { try events.next() }

  /// The node that begins with `event`.
  package mutating func node(_ event: DocumentEvent, depth: Int = 0) throws(SyntaxError) -> Node {
    guard depth < limits.depth else {
      throw SyntaxError(
        code: .tooDeep, place: event.place,
        message: "lists and maps are nested more than \(limits.depth) levels deep",
        hint: "no entry of a case needs more than ten")
    }
    let before = made
    made += 1
    var place = event.place
    let content: Node.Content
    var height = 1
    switch event.kind {
    case .scalar(let text, let plain): content = Self.scalar(text, plain: plain)
    case .alias(let name): return try alias(name, event.place, depth: depth)
    case .listStart:
      var items: [Node] = []
      while true {
        let event = try events.next()
        if case .listEnd = event.kind {
          place.end = event.place.end
          break
        }
        items.append(try node(event, depth: depth + 1))
      }
      content = .list(items)
      if event.anchor != nil { height = limits.depth - depth }
    case .mapStart:
      var pairs: [Node.Pair] = []
      while true {
        let event = try events.next()
        if case .mapEnd = event.kind {
          place.end = event.place.end
          break
        }
        let key = try key(event)
        let value = try events.next()
        pairs.append(
          Node.Pair(key, try node(value, depth: depth + 1), keyPlace: event.place))
      }
      content = .map(pairs)
      if event.anchor != nil { height = limits.depth - depth }
    case .mapEnd, .listEnd, .end:
      throw SyntaxError(place: event.place, message: "something ends here that was never begun")
    }
    let node = Node(content, at: place)
    if let anchor = event.anchor {
      height = min(height, Self.height(node))
      anchors[anchor] = (node, made - before, height)
    }
    return node
  }

  /// The text of a map's key.
  package func key(_ event: DocumentEvent) throws(SyntaxError) -> String {
    if case .scalar(let text, _) = event.kind { return text }
    throw SyntaxError(
      place: event.place, message: "a key must be a word",
      hint: "text that begins with [ or { needs quotes")
  }

  /// Reads past the node that begins with `event`.
  package mutating func skip(_ event: DocumentEvent) throws(SyntaxError) { _ = try node(event) }

  private mutating func alias(
    _ name: String, _ place: Place, depth: Int
  ) throws(SyntaxError) -> Node {
    guard let anchor = anchors[name] else {
      throw SyntaxError(
        code: .unknownAlias, place: place,
        message: "the alias `*\(name.shortened(to: 40))` names nothing",
        hint:
          "an anchor `&\(name.shortened(to: 40))` must come before it; text that begins with * needs quotes"
      )
    }
    aliasedNodes += anchor.size
    made += anchor.size
    guard aliasedNodes <= limits.aliasedNodes, depth + anchor.depth <= limits.depth else {
      throw SyntaxError(
        code: .aliasBomb, place: place,
        message: "the aliases of this file stand for more than \(limits.aliasedNodes) nodes",
        hint: "write the repeated parts out, or leave them out")
    }
    var node = anchor.node
    node.place = place
    return node
  }

  private static func height(_ node: Node) -> Int {
    switch node.content {
    case .null, .scalar, .literal: 1
    case .list(let items): 1 + (items.lazy.map { height($0) }.max() ?? 0)
    case .map(let pairs): 1 + (pairs.lazy.map { height($0.value) }.max() ?? 0)
    }
  }

  private static func scalar(_ text: String, plain: Bool) -> Node.Content {
    guard plain else { return .scalar(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    default: return .literal(text)
    }
  }
}
