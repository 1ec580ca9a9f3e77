/// A page of the log, newest first.
public struct LogPage: Sendable, Hashable, Codable {
  /// One group of changes.
  public struct Item: Sendable, Hashable, Codable {
    /// Who made the changes, when and why.
    public var group: RevisionGroup
    /// What it changed, in order; of a large group not all.
    public var revisions: [Revision]

    /// A group and the revisions in it.
    public init(group: RevisionGroup, revisions: [Revision]) {
      self.group = group
      self.revisions = revisions
    }
  }

  /// The groups, newest first.
  public var items: [Item]
  /// The group from which the next page begins; nil on the last page.
  public var next: Int?

  /// A page of the history, and the group at which the next begins.
  public init(_ items: [Item] = [], next: Int? = nil) {
    self.items = items
    self.next = next
  }
}
