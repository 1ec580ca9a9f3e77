/// What a look at every part of a `.dragoman` file has found.
public struct Verification: Sendable, Hashable, Codable {
  /// One thing that cannot be right.
  public struct Problem: Sendable, Hashable, Codable {
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

    public var kind: Kind
    /// What is damaged, as `statement osw-07` or `revision 12`.
    public var what: String
    public var message: String

    public init(_ kind: Kind, _ what: String, _ message: String) {
      (self.kind, self.what, self.message) = (kind, what, message)
    }
  }

  public var problems: [Problem] = []
  /// Groups of revisions, revisions, records and texts looked at, and quotes proved.
  public var groups = 0
  public var revisions = 0
  public var records = 0
  public var texts = 0
  public var quotes = 0
  /// Quotes that could not be proved, as their texts are withheld or keep no digest.
  public var unproven = 0
  /// Groups whose clock stood earlier than one before them.
  public var clockWentBack: [Int] = []
  /// The newest group's hash, which stands for everything before it too.
  public var hash = ""

  public init() {}
}
