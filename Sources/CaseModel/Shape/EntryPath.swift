/// The way to one field of one entry, as in `statements[osw-07].quote.end`.
///
/// A finding carries one; the file's reader knows at which line it stands.
public struct EntryPath: Sendable, Hashable, CustomStringConvertible {
  /// One step further into the case.
  public enum Step: Sendable, Hashable {
    /// A field of a map.
    case key(String)
    /// An element of a list that has an id.
    case id(String)
    /// An element of a list by position, from 0.
    case index(Int)
  }

  /// From the section inwards.
  public var steps: [Step]

  /// A path of steps; the case as a whole where there are none.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// An entry by its id.
  public static func entry(_ section: Case.Section, _ id: String) -> EntryPath {
    EntryPath([.key(section.rawValue), .id(id)])
  }

  /// An entry by its position, from 0.
  public static func entry(_ section: Case.Section, at index: Int) -> EntryPath {
    EntryPath([.key(section.rawValue), .index(index)])
  }

  /// The field of that name in it.
  public func key(_ name: String) -> EntryPath { EntryPath(steps + [.key(name)]) }
  /// The item at that position in it, from 0.
  public func index(_ position: Int) -> EntryPath { EntryPath(steps + [.index(position)]) }
  /// The item with that id in it.
  public func id(_ id: String) -> EntryPath { EntryPath(steps + [.id(id)]) }

  /// Its form in the file.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      // A number between may hold a point of its own.
      case .key(let name) where name.contains("."): text += "[\"\(name)\"]"
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .id(let id): text += "[\(id)]"
      case .index(let index): text += "[#\(index + 1)]"
      }
    }
    return text
  }

  /// The section the path leads into, nil at the top of the file.
  public var section: Case.Section? {
    guard case .key(let name)? = steps.first else { return nil }
    return Case.Section(rawValue: name)
  }
}

extension EntryPath: Codable {
  /// The way that ``description`` writes; nil for any other text.
  public init?(_ description: String) {
    self.init()
    var rest = description[...]
    while let first = rest.first {
      guard first == "[" else {
        if first == "." { rest.removeFirst() }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { return nil }
        steps.append(.key(String(name)))
        rest = rest[name.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: "]") else { return nil }
      let inner = rest[rest.index(after: rest.startIndex)..<end]
      if inner.hasPrefix("#"), let number = Int(inner.dropFirst()), number > 0 {
        steps.append(.index(number - 1))
      } else if inner.count > 2, inner.hasPrefix("\""), inner.hasSuffix("\"") {
        steps.append(.key(String(inner.dropFirst().dropLast())))
      } else if Slug.isSlug(String(inner)) {
        steps.append(.id(String(inner)))
      } else {
        return nil
      }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// From JSON.
  public init(from decoder: any Decoder) throws {
    self = try decoder.value("is not a path to a part of a case") { EntryPath($0) }
  }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    try encoder.encode(description)
  }
}
