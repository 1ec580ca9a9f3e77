internal import CaseModel

/// Ids for names: the same name always gets the same id, and no two names share one.
struct Names {
  private var ids: [String: String] = [:]
  private var used: Set<String> = []
  private let standard: String
  /// In the order in which they came.
  private(set) var all: [(id: String, name: String)] = []

  /// - Parameter standard: what ids of names without Latin letters or digits begin with.
  init(_ standard: String) { self.standard = standard }

  mutating func id(_ name: String) -> String {
    let key = Self.plain(name)
    if let id = ids[key] { return id }
    let wish = Slug.from(name)?.raw
    var id = wish ?? "\(standard)-1"
    var next = 2
    while !used.insert(id).inserted {
      id = "\(wish ?? standard)-\(next)"
      next += 1
    }
    ids[key] = id
    all.append((id, name))
    return id
  }

  /// Names that differ by white space alone are one.
  static func plain(_ name: String) -> String {
    // Between the codes of a path stands a stroke; within a name it is written otherwise.
    name.replacing("∕", with: "/").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
