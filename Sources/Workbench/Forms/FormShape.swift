internal import CaseModel

/// What a form asks for to make one value, taken from the value's own description.
///
/// Forms come from the same description as reading, writing, the JSON Schema and the reference page,
/// so that a field added to an entry is in its form without a page being written.
indirect enum FormShape: Sendable, Hashable {
  case text, number, date, yesNo
  /// An id given here, of the entry itself or of a part of it.
  case id
  /// The id of something else: a section of the case, or `options`, `readings`, `clauses`,
  /// `members`, `who`.
  case reference(String)
  /// One of a closed list of words.
  case word([String])
  /// One word alone, as `none`.
  case constant(String)
  case list(FormShape)
  /// Names, each with a value.
  case names(FormShape)
  case group([FormField])
  /// A group that other places have too, and that may hold itself.
  case named(String)
  /// One of several forms.
  case either([FormShape])
}

/// One field of a group.
struct FormField: Sendable, Hashable {
  var name: String
  /// One sentence on what it holds.
  var doc: String
  var isRequired: Bool
  var shape: FormShape
}

/// The forms of everything a case holds.
struct FormBook: Sendable {
  private(set) var definitions: [String: FormShape] = [:]
  private(set) var sections: [Case.Section: FormShape] = [:]
  private(set) var header = FormShape.group([])

  static let shared = FormBook()

  private init() {
    var builder = Builder()
    Case.forEachSection(&builder)
    let head = Case.Header.schema(&builder.book)
    sections = builder.schemas.mapValues { Self.shape($0) }
    header = Self.shape(head)
    for definition in builder.book.definitions {
      definitions[definition.name] = Self.shape(definition.schema)
    }
    // Once all names are known.
    let (sections, header, definitions) = (self.sections, self.header, self.definitions)
    self.sections = sections.mapValues { whole($0) }
    self.header = whole(header)
    self.definitions = definitions.mapValues { whole($0) }
  }

  /// The shape without what stands in short for a part beside it, as a word for a group that needs no more, or
  /// one element for a list.
  private func whole(_ shape: FormShape) -> FormShape {
    switch shape {
    case .list(let element): return .list(whole(element))
    case .names(let value): return .names(whole(value))
    case .group(let fields):
      return .group(
        fields.map {
          FormField(name: $0.name, doc: $0.doc, isRequired: $0.isRequired, shape: whole($0.shape))
        })
    case .either(let all):
      let shapes = all.map(whole)
      let kept = shapes.filter { shape in
        !shapes.contains {
          $0 == .list(shape) || isShort(shape, for: $0) || isShort(shape, inListOf: $0)
        }
      }
      return kept.count == 1 ? kept[0] : .either(kept)
    default: return shape
    }
  }

  private func isShort(_ shape: FormShape, for other: FormShape) -> Bool {
    guard case .group(let fields) = resolved(other), let field = shortField(fields) else {
      return false
    }
    return resolved(field.shape) == resolved(shape)
  }

  private func isShort(_ shape: FormShape, inListOf other: FormShape) -> Bool {
    guard case .list(let element) = other else { return false }
    return isShort(shape, for: element)
  }

  /// The word that may stand alone for a group: its only field that must be there.
  func shortField(_ fields: [FormField]) -> FormField? {
    let needed = fields.filter(\.isRequired)
    guard needed.count == 1, case .word = resolved(needed[0].shape) else { return nil }
    return needed[0]
  }

  private struct Builder: SectionVisitor {
    var book = SchemaBook()
    var schemas: [Case.Section: Node] = [:]

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      schemas[section] = Entry.schema(&book)
    }
  }

  /// The shape with its name looked up.
  func resolved(_ shape: FormShape) -> FormShape {
    guard case .named(let name) = shape else { return shape }
    return definitions[name] ?? .group([])
  }

  /// The form of what `schema` describes.
  static func shape(_ schema: Node, refersTo outer: String? = nil) -> FormShape {
    let target = schema[SchemaBook.referenceKeyword]?.scalar ?? outer
    if let reference = schema["$ref"]?.scalar {
      let name = String(reference.dropFirst("#/$defs/".count))
      return switch name {
      case "id": target.map(FormShape.reference) ?? .id
      case "date": .date
      default: .named(name)
      }
    }
    if case .list(let alternatives)? = schema["anyOf"]?.content {
      return either(
        alternatives.filter { $0["type"]?.scalar != "null" && !$0.isShorthand }
          .map { shape($0, refersTo: target) })
    }
    if let word = schema["const"]?.scalar { return .constant(word) }
    if case .list(let words)? = schema["enum"]?.content {
      var seen: Set<String> = []
      return .word(words.compactMap(\.scalar).filter { seen.insert($0).inserted })
    }
    return simple(schema, target)
  }

  private static func simple(_ schema: Node, _ target: String?) -> FormShape {
    let types: [String] =
      if case .list(let types)? = schema["type"]?.content {
        types.compactMap(\.scalar)
      } else {
        [schema["type"]?.scalar].compactMap(\.self)
      }
    if types.contains("object") { return object(schema) }
    if types.contains("array"), let items = schema["items"] {
      return .list(shape(items, refersTo: target))
    }
    switch types {
    case ["boolean"]: return .yesNo
    case ["integer"], ["number"]: return .number
    default: return .text
    }
  }

  private static func object(_ schema: Node) -> FormShape {
    guard case .map(let properties)? = schema["properties"]?.content else {
      return schema["additionalProperties"].map { .names(shape($0)) } ?? .text
    }
    var required: Set<String> = []
    if case .list(let names)? = schema["required"]?.content {
      required = Set(names.compactMap(\.scalar))
    }
    let fields = properties.map { property in
      FormField(
        name: property.key, doc: property.value["description"]?.scalar ?? "",
        isRequired: required.contains(property.key),
        // What is named by it is the thing itself.
        shape: property.key == "id" ? .id : shape(property.value))
    }
    // Where one key alone may be there, the choice is between the keys.
    return schema["maxProperties"]?.scalar == "1"
      ? .either(fields.map { .group([$0]) }) : .group(fields)
  }

  /// The alternatives, without those that another one includes.
  private static func either(_ shapes: [FormShape]) -> FormShape {
    var flat: [FormShape] = []
    for shape in shapes {
      if case .either(let inner) = shape { flat += inner } else { flat.append(shape) }
    }
    // A single element may be written without brackets; a form asks for the list.
    flat = flat.filter { shape in !flat.contains(.list(shape)) }
    var seen: Set<FormShape> = []
    flat = flat.filter { seen.insert($0).inserted }
    return flat.count == 1 ? flat[0] : .either(flat)
  }
}

extension Node {
  /// It describes a short way of writing what another form says in full.
  fileprivate var isShorthand: Bool { self[SchemaBook.shorthandKeyword] != nil }
}
