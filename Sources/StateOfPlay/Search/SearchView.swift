public import CaseModel

/// The entries and texts in which words occur, most relevant first.
///
/// All words must occur, in any order; words in quotation marks must be adjacent. Words match by
/// their beginnings, regardless of case and diacritics, and names in Cyrillic match their usual
/// Latin spellings; see `docs/case-store.md`.
public struct SearchView: Sendable, Hashable, Codable {
  /// The query as given.
  public var query: String
  /// The restrictions applied to the results.
  public var choice: SearchChoice
  /// Other names, recorded in the case, that were searched for in addition.
  public var names: [String]
  /// One result for each entry and text: statements, then texts, then other entries; of each kind
  /// the most relevant first.
  public var hits: [Hit]
  /// How many results each further restriction would leave; only those that would narrow them.
  public var facets: [Facet]
  /// If nothing was found: for each word, the number of entries and texts that contain it, without
  /// restrictions; otherwise empty.
  public var words: [WordCount]
  /// The sources whose texts could not be searched because they are withheld, missing or
  /// unreadable.
  public var unsearched: [Case.Source.ID]

  /// What was found: an entry of a section, or a source's text. Its name in data and addresses is
  /// `statement`, `actor`, … or `text`.
  public enum Kind: Sendable, Hashable, Codable, CaseIterable, RawRepresentable {
    case entry(Case.Section)
    case text

    /// Texts, then the sections in the order of a case's file.
    public static let allCases = [.text] + Case.Section.allCases.map { Kind.entry($0) }

    /// The name of the kind.
    public var rawValue: String {
      switch self {
      case .entry(let section): section.noun
      case .text: "text"
      }
    }

    /// The kind of a name; nil if there is none.
    public init?(rawValue: String) {
      guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = kind
    }

    /// Reads the name.
    public init(from decoder: any Decoder) throws {
      let name = try decoder.singleValueContainer().decode(String.self)
      guard let kind = Self(rawValue: name) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "unknown kind `\(name)`"))
      }
      self = kind
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(rawValue)
    }
  }

  /// One entry or text in which the words occur.
  public struct Hit: Sendable, Hashable, Codable {
    /// What was found.
    public var kind: Kind
    /// The entry's id, or its position as `#3` if it has none; for a text, the source's id.
    public var id: String
    /// The field that is quoted in ``excerpt``.
    public var field: String
    /// For a text: the code point at which the words found begin; nil otherwise.
    public var offset: Int?
    /// The words in context, in alternating pieces: every second piece, from the second on, is a
    /// match.
    public var excerpt: [String]
    /// For a text: the number of passages in which the words occur close together; otherwise 1.
    public var passages: Int
    /// When it was said, held or published; nil if undated or of another kind.
    public var date: EDTFDate?
    /// The speakers of the statement, or of those coded from the passage.
    public var speakers: [Case.Actor.ID]
    /// The parties whose position it expresses.
    public var parties: [Case.Actor.ID]
    /// The issues concerned.
    public var issues: [Case.Issue.ID]
    /// The source; nil for entries that are not taken from one.
    public var source: Case.Source.ID?
    /// For a text: the statements coded from the passage; otherwise empty.
    public var statements: [Case.Statement.ID]
    /// For the order alone; higher is nearer to what was asked for.
    var score = 0

    enum CodingKeys: CodingKey {
      case kind, id, field, offset, excerpt, passages, date, speakers, parties, issues, source
      case statements
    }
  }

  /// A property by which results can be narrowed, with its values among them.
  public struct Facet: Sendable, Hashable, Codable {
    /// A property by which results can be narrowed; a date that spans years has no `year`.
    public enum Name: String, Sendable, Codable, CaseIterable {
      case kind, speaker, party, issue, source, year
    }

    /// The property.
    public var name: Name
    /// The values, most frequent first; years in order.
    public var values: [Value]

    /// One value of a property.
    public struct Value: Sendable, Hashable, Codable {
      /// The id, the kind or the year.
      public var id: String
      /// The number of results that have it; a result can have several.
      public var count: Int
    }
  }

  /// A word of the query, with how often it occurs.
  public struct WordCount: Sendable, Hashable, Codable {
    /// The word as it is searched for.
    public var word: String
    /// The number of entries and texts that contain it.
    public var count: Int
  }
}

/// Restrictions on search results; an empty field restricts nothing.
public struct SearchChoice: Sendable, Hashable, Codable {
  /// The kinds of result.
  public var kinds: [SearchView.Kind] = []
  /// The speakers, any of whom must be among a result's.
  public var speakers: [Case.Actor.ID] = []
  /// The first day on which it may have been said, held or published; undated results are excluded.
  public var from: EDTFDate?
  /// The last day on which it may have been said, held or published; undated results are excluded.
  public var to: EDTFDate?

  /// Creates a choice without restrictions.
  public init() {}

  /// Whether there are no restrictions.
  public var isEmpty: Bool { self == SearchChoice() }

  func admits(_ hit: SearchView.Hit, _ lens: Lens) -> Bool {
    func meets<Value: Hashable>(_ wanted: [Value], _ values: [Value]) -> Bool {
      wanted.isEmpty || values.contains(where: wanted.contains)
    }
    guard meets(kinds, [hit.kind]), meets(speakers, hit.speakers), meets(lens.parties, hit.parties),
      meets(lens.issues, hit.issues), meets(lens.sources, hit.source.map { [$0] } ?? [])
    else { return false }
    guard from != nil || to != nil else { return true }
    guard let date = hit.date else { return false }
    return (from.map { date.ends >= $0.begins } ?? true)
      && (to.map { date.begins <= $0.ends } ?? true)
  }
}
