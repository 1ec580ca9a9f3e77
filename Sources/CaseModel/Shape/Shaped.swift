/// A value that knows its own form in a case file.
///
/// Reading, writing, the JSON Schema, the reference page and the walk over references all come
/// from this one description, so they cannot disagree.
public protocol Shaped: Sendable, Hashable {
  /// The value, or nil after reporting to `reader` why not.
  static func read(_ node: Node, _ reader: inout NodeReader) -> Self?
  /// The canonical form.
  func node() -> Node
  /// The JSON Schema of the form; named types put themselves into `book` and give a `$ref`.
  static func schema(_ book: inout SchemaBook) -> Node
  /// Passes every reference inside to `walker`, which may replace it.
  mutating func walk(_ walker: inout ReferenceWalker)
  /// False where no value of the type holds a reference, so that walks pass it by.
  static var holdsReferences: Bool { get }
}

extension Shaped {
  /// Whether it may hold ids of other entries.
  public static var holdsReferences: Bool { true }
  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {}
}

/// The named parts of a JSON Schema under construction.
public struct SchemaBook {
  /// The definitions met so far, in the order in which they were needed.
  public private(set) var definitions: [(name: String, schema: Node)] = []

  /// One with every field empty.
  public init() {}

  /// A `$ref` to the definition `name`, made by `build` the first time it is asked for.
  public mutating func reference(_ name: String, _ build: (inout SchemaBook) -> Node) -> Node {
    if !definitions.contains(where: { $0.name == name }) {
      let position = definitions.count
      // The place is taken before building, so that a type may hold itself.
      definitions.append((name, .null))
      definitions[position].schema = build(&self)
    }
    return .map([.init("$ref", .text("#/$defs/\(name)"))])
  }

  static func object(_ pairs: (String, Node)...) -> Node {
    .map(pairs.map { Node.Pair($0.0, $0.1) })
  }
}

/// What a reference may point at.
public enum ReferenceTarget: Sendable, Hashable {
  case entry(Case.Section)
  /// An option of the issue named.
  case option(issue: String)
  /// A member of the issue named, or an actor.
  case member(issue: String)
  case reading(constraint: String)
  case clause(draft: String)
  /// An analyst, an actor, or the word `analyst`.
  case who
  /// A meeting, a milestone, a draft or a date.
  case eventOrDate
}

/// Visits every reference of a case, each with its path; may rewrite them.
public struct ReferenceWalker {
  /// The field being visited.
  public var path = EntryPath()
  private let visitor: (inout String, ReferenceTarget, EntryPath) -> Void

  /// A walker that gives each id, what it names and where it is to `visitor`, which may change it.
  public init(_ visitor: @escaping (inout String, ReferenceTarget, EntryPath) -> Void) {
    self.visitor = visitor
  }

  /// Gives an id to the visitor.
  public mutating func visit(_ id: inout String, _ target: ReferenceTarget) {
    visitor(&id, target, path)
  }

  /// Visits what is one step further in.
  public mutating func inside(
    _ step: EntryPath.Step, _ body: (inout ReferenceWalker) -> Void
  ) {
    path.steps.append(step)
    body(&self)
    path.steps.removeLast()
  }
}

extension Node {
  /// The schema of an id, with what it names: a section of the case, or `options`, `readings`,
  /// `clauses`, `members`, `who`. Other programs pass the keyword by.
  func referring(to target: String) -> Node {
    guard case .map(let pairs) = content else { return self }
    return .map(pairs + [.init(SchemaBook.referenceKeyword, .text(target))])
  }
}

extension SchemaBook {
  /// The keyword under which a schema says what an id names.
  package static let referenceKeyword = "x-refers-to"
  /// The keyword of a form that is short for one key of another.
  package static let shorthandKeyword = "x-short-for"
}
