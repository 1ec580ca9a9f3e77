/// What a look at every part of a `.dragoman` file has found.
public struct Verification: Sendable, Hashable, Codable {
  /// One thing that cannot be right.
  public struct Problem: Sendable, Hashable, Codable {
    /// What part of the file is damaged.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// SQLite finds its own pages or indexes damaged.
      case page
      /// A table is not as the program makes it.
      case table
      /// The history has been changed, or part of it is missing.
      case history
      /// An entry, the header or a setting cannot be read, or is not the one the history holds.
      case record
      /// A text is not the one it was.
      case text
      /// A quote does not stand in its text where it should.
      case quote
      /// The search index is not what the record says.
      case index
    }

    /// What part of the file is damaged.
    public var kind: Kind
    /// What is damaged, as `statement osw-07` or `revision 12`.
    public var what: String
    /// What is wrong with it, in words.
    public var message: String

    /// A thing that cannot be right, and what is damaged.
    public init(_ kind: Kind, _ what: String, _ message: String) {
      (self.kind, self.what, self.message) = (kind, what, message)
    }
  }

  /// Everything found; empty for a sound file.
  public var problems: [Problem] = []
  /// Groups of revisions, revisions, records and texts looked at, and quotes proved.
  public var groups = 0
  /// How many revisions were looked at.
  public var revisions = 0
  /// How many entries were looked at.
  public var records = 0
  /// How many texts were looked at.
  public var texts = 0
  /// How many quotes were looked at.
  public var quotes = 0
  /// Quotes that could not be proved, as their texts are withheld or keep no digest.
  public var unproven = 0
  /// Groups whose clock stood earlier than one before them.
  public var clockWentBack: [Int] = []
  /// The newest group's hash, which stands for everything before it too.
  public var hash = ""

  /// One with every field empty.
  public init() {}
}
