/// A page of the log, newest first.
public struct LogPage: Sendable, Hashable, Codable {
  public struct Item: Sendable, Hashable, Codable {
    public var group: RevisionGroup
    /// What it changed, in order; of a large group not all.
    public var revisions: [Revision]

    public init(group: RevisionGroup, revisions: [Revision]) {
      self.group = group
      self.revisions = revisions
    }
  }

  public var items: [Item]
  /// The group from which the next page begins; nil on the last page.
  public var next: Int?

  public init(_ items: [Item] = [], next: Int? = nil) {
    self.items = items
    self.next = next
  }
}
