public import CaseModel

/// The entries and texts in which words occur, the most relevant first.
///
/// All words must occur, in any order; words between quotation marks stand together. Words are found
/// by their beginnings, in upper or lower case, with or without diacritics, and names in Cyrillic and
/// the usual Latin spellings alike; see `docs/case-store.md`.
public struct SearchView: Sendable, Hashable, Codable {
  public var query: String
  /// What of the results was chosen.
  public var choice: SearchChoice
  /// What else the case calls what was asked for, and was looked for too.
  public var names: [String]
  /// One for each entry and text: statements first, then texts, then other entries; of each kind the
  /// most relevant first.
  public var hits: [Hit]
  /// How many results each further choice would leave.
  public var facets: [Facet]
  /// Where nothing was found: how many entries and texts have each word, whatever was chosen.
  public var words: [WordCount]
  /// Sources whose texts are withheld and were not searched.
  public var withheld: [Case.Source.ID]

  public struct Hit: Sendable, Hashable, Codable {
    /// `statement`, `actor`, … or `text`.
    public var kind: String
    public var id: String
    /// The field whose words are shown.
    public var field: String
    /// In a text: the code point at which the words found begin.
    public var offset: Int?
    /// The words in their surroundings: every second piece, from the second on, is what was found.
    public var excerpt: [String]
    /// In a text: the passages in which the words stand together; else 1.
    public var passages: Int
    /// When it was said, held or published.
    public var date: EDTFDate?
    public var speakers: [Case.Actor.ID]
    /// The parties whose position it is.
    public var parties: [Case.Actor.ID]
    public var issues: [Case.Issue.ID]
    public var source: Case.Source.ID?
    /// In a text: the statements coded from this place.
    public var statements: [Case.Statement.ID]
    /// For the order alone; higher is nearer to what was asked for.
    var score = 0

    enum CodingKeys: CodingKey {
      case kind, id, field, offset, excerpt, passages, date, speakers, parties, issues, source
      case statements
    }
  }

  /// A property by which results can be narrowed, and its values among them.
  public struct Facet: Sendable, Hashable, Codable {
    public enum Name: String, Sendable, Codable, CaseIterable {
      case kind, speaker, party, issue, source, year
    }

    public var name: Name
    /// The most frequent first; years in their order.
    public var values: [Value]

    public struct Value: Sendable, Hashable, Codable {
      public var id: String
      public var count: Int
    }
  }

  public struct WordCount: Sendable, Hashable, Codable {
    public var word: String
    public var count: Int
  }
}

/// Which of the results are wanted; what is empty chooses nothing.
public struct SearchChoice: Sendable, Hashable, Codable {
  /// `statement`, `text`, …
  public var kinds: [String] = []
  public var speakers: [Case.Actor.ID] = []
  /// Said, held or published no earlier, and no later, as far as the date is known.
  public var from: EDTFDate?
  public var to: EDTFDate?

  public init() {}

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
