/// The part of a case in which words can stand, as an index knows it.
public struct SearchScope: Sendable, Hashable {
  /// Entries by id; entries without ids by their section alone.
  private var ids: [Case.Section: Set<String>] = [:]
  private var unnamed: Set<Case.Section> = []
  /// Texts by the file that sources name.
  public var files: Set<String> = []

  /// One with every field empty.
  public init() {}

  /// - Parameter key: the id, possibly with a `~` that distinguishes entries of one id.
  public mutating func insert(_ section: Case.Section, key: String) {
    if key.hasPrefix("#") {
      unnamed.insert(section)
    } else {
      ids[section, default: []].insert(String(key.prefix { $0 != "~" }))
    }
  }

  /// Whether the entry is within it.
  public func holds(_ section: Case.Section, id: String?) -> Bool {
    guard let id else { return unnamed.contains(section) }
    return ids[section]?.contains(id) ?? false
  }
}
