/// The way to one field of one entry, as in `statements[osw-07].quote.end`.
///
/// A finding carries one; the file's reader knows at which line it stands.
public struct EntryPath: Sendable, Hashable, CustomStringConvertible {
  public enum Step: Sendable, Hashable {
    /// A field of a map.
    case key(String)
    /// An element of a list that has an id.
    case id(String)
    /// An element of a list by position, from 0.
    case index(Int)
  }

  public var steps: [Step]

  public init(_ steps: [Step] = []) { self.steps = steps }

  public static func entry(_ section: Case.Section, _ id: String) -> EntryPath {
    EntryPath([.key(section.rawValue), .id(id)])
  }

  public static func entry(_ section: Case.Section, at index: Int) -> EntryPath {
    EntryPath([.key(section.rawValue), .index(index)])
  }

  public func key(_ name: String) -> EntryPath { EntryPath(steps + [.key(name)]) }
  public func index(_ position: Int) -> EntryPath { EntryPath(steps + [.index(position)]) }
  public func id(_ id: String) -> EntryPath { EntryPath(steps + [.id(id)]) }

  public var description: String {
    var text = ""
    for step in steps {
      switch step {
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
