public import CaseModel

/// One entry with its full provenance: its fields, the statements it rests on, and what refers to
/// it.
public struct EntryView: Sendable, Hashable, Codable {
  /// The section the entry belongs to.
  public var section: Case.Section
  /// The entry's id.
  public var id: String
  /// The entry's title or name in words.
  public var title: String
  /// The entry's fields in the order of the file format, as written.
  public var fields: [Field]
  /// For a statement: its words and their provenance; nil for other entries.
  public var statement: Provenance?
  /// The statements that the entry cites; empty for a statement.
  public var evidence: [EvidenceLine]
  /// The paths of the fields elsewhere that refer to this entry.
  public var usedBy: [String]
  /// The analysts' notes on the entry.
  public var notes: [NoteLine]

  /// One field of an entry.
  public struct Field: Sendable, Hashable, Codable {
    /// The field's name in the file format.
    public var name: String
    /// Its value on one line; nested parts are joined by commas and semicolons.
    public var value: String
  }

  /// The words of a statement, and the chain through which they came from speaker to reader.
  public struct Provenance: Sendable, Hashable, Codable {
    /// The source.
    public var source: Case.Source.ID
    /// The source's title; its id if the case has no such source.
    public var sourceTitle: String
    /// Names in order: the speakers, the reporters nearest first, the publisher if known.
    public var chain: [String]
    /// The number of steps from speaker to reader.
    public var depth: Int
    /// Whether the text is at hand, so that words not shown are words not found.
    public var text: Text
    /// The exact words; nil if the text is not at hand and no words are kept.
    public var words: String?
    /// The words in context, as three pieces: before, words, after; nil if the text is not at hand.
    public var context: [String]?
    /// The places of the words in the text.
    public var spans: [Span]
    /// When it was said, held or done; nil if undated.
    public var said: EDTFDate?
    /// What the date was taken from: the statement, its meeting or its source.
    public var saidFrom: String
    /// When the last reporter reported it; nil if not known.
    public var told: EDTFDate?
    /// What it is about, in words; nil if about nothing recorded.
    public var about: String?
    /// The stance it expresses by itself; nil if none.
    public var stance: PositionStance?
    /// The source's Admiralty grade; nil if ungraded.
    public var reliability: Case.Source.Reliability?
    /// The statement's Admiralty credibility; nil if ungraded.
    public var credibility: Credibility?
    /// What it contributes to each party's position; empty in the results of
    /// ``provenances(_:of:texts:)``.
    public var readings: [PositionReading]
  }

  /// Whether the text of a source is at hand, and why it is not.
  public enum Text: String, Sendable, Hashable, Codable, CaseIterable {
    case loaded, withheld, missing, unreadable
  }

  /// The place of one continuous piece of a quote, with its proof.
  public struct Span: Sendable, Hashable, Codable {
    /// The first code point, where the words were found, or else as recorded.
    public var start: Int
    /// The code point after the last.
    public var end: Int
    /// The SHA-256 of the words in hexadecimal; nil if none is recorded.
    public var sha256: String?
    /// `ok`, `drifted to …`, `undecided`, `orphan` or `unproven`; `withheld`, `missing` or
    /// `unreadable` if the text is not at hand.
    public var status: String
  }

  /// What a statement contributes to one party's position.
  public struct PositionReading: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// The issue.
    public var issue: Case.Issue.ID
    /// What the statement contributes.
    public var role: PositionStatement.Role
    /// How direct it is as evidence of the party's position.
    public var directness: Directness
  }

  /// A statement that an entry cites.
  public struct EvidenceLine: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// The coder's one-line summary of it.
    public var gist: String
    /// The source it was taken from.
    public var source: Case.Source.ID
  }

  /// An analyst's note on an entry.
  public struct NoteLine: Sendable, Hashable, Codable {
    /// The note.
    public var text: String
    /// The analyst who wrote it; nil if not recorded.
    public var by: Who?
    /// When it was entered; nil if not recorded.
    public var entered: EDTFDate?
    /// Whether redaction removes it.
    public var isConfidential: Bool
  }
}

extension EntryView.Span {
  /// The place in words, or a remark that none is recorded.
  public var placeWords: String {
    start == 0 && end == 0 ? "no place named" : "code points \(start)–\(end)"
  }
}
