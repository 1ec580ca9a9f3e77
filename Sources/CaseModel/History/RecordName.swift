/// One thing a `.dragoman` file keeps and has a history of.
public enum RecordName: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// What the case says of itself.
  case header
  /// An entry. The key is its id; where another entry of the section has that id already, or
  /// entries of the section have none, the key holds the number of the revision that made it:
  /// `osw-07~12`, `#12`.
  case entry(Case.Section, String)
  /// The text in a file beside the case, as the sources name it.
  case text(String)
  /// Something the file says of itself and that is no part of the case, as `analyst`.
  case setting(String)

  /// As the tables write it: `case`, `texts`, `settings`, or the section's name.
  public var kind: String {
    switch self {
    case .header: "case"
    case .entry(let section, _): section.rawValue
    case .text: "texts"
    case .setting: "settings"
    }
  }

  /// Its id, or the fixed name of a header or setting.
  public var key: String {
    switch self {
    case .header: ""
    case .entry(_, let key), .text(let key), .setting(let key): key
    }
  }

  /// Nil where no version of the program known to this one has such a kind.
  public init?(kind: String, key: String) {
    switch kind {
    case "case": self = .header
    case "texts": self = .text(key)
    case "settings": self = .setting(key)
    default:
      guard let section = Case.Section(rawValue: kind) else { return nil }
      self = .entry(section, key)
    }
  }

  /// In words: `statement osw-07`, `the text texts/osw.txt`.
  public var description: String {
    switch self {
    case .header: "the case's header"
    case .entry(let section, let key): "\(section.noun) \(key)"
    case .text(let file): "the text \(file)"
    case .setting(let name): "the setting \(name)"
    }
  }

  /// Whether the left comes first.
  public static func < (a: RecordName, b: RecordName) -> Bool {
    (a.order, a.key) < (b.order, b.key)
  }

  private var order: Int {
    switch self {
    case .header: 0
    case .entry(let section, _): 1 + (Case.Section.allCases.firstIndex(of: section) ?? 0)
    case .text: 1 + Case.Section.allCases.count
    case .setting: 2 + Case.Section.allCases.count
    }
  }

  private enum CodingKeys: String, CodingKey { case kind, key }

  /// Its form in JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(key, forKey: .key)
  }

  /// From JSON.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try container.decode(String.self, forKey: .kind)
    guard let name = RecordName(kind: kind, key: try container.decode(String.self, forKey: .key))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container, debugDescription: "unknown kind `\(kind)`")
    }
    self = name
  }
}
