/// One change of one record: what it was and what it became.
public struct Revision: Sendable, Hashable, Codable {
  /// From 1, in the order in which changes were made: the order of the history, whatever clocks say.
  public var number: Int
  /// The transaction it was made in.
  public var group: Int
  /// The entry, text or setting that was changed.
  public var name: RecordName
  /// The revision it follows; nil where the record is new.
  public var previous: Int?
  /// The record before it, as JSON; nil where there was none.
  public var before: String?
  /// The record after it, as JSON; nil where it was removed.
  public var after: String?

  /// One change of one record.
  public init(
    number: Int, group: Int, name: RecordName, previous: Int?, before: String?, after: String?
  ) {
    (self.number, self.group, self.name, self.previous) = (number, group, name, previous)
    (self.before, self.after) = (before, after)
  }

  /// More than any file will hold; a number beyond is damaged.
  public static let mostInFile = 1 << 52

  /// Stands for contents that may not be shown.
  public static let withheld = "null"

  /// Its place in its section changed, and nothing else.
  public var isMove: Bool { before != nil && before == after && before != Self.withheld }
}

/// What was changed in one transaction, by whom, when and why.
public struct RevisionGroup: Sendable, Hashable, Codable {
  /// From 1.
  public var number: Int
  /// Its first and its last revision.
  public var first: Int
  /// The number of its last revision.
  public var last: Int
  /// What the clock said.
  public var made: Moment
  /// From when on it counts: what the clock said, but never before the group before it.
  public var counted: Moment
  /// Who made the changes.
  public var who: String
  /// Why, in the words of who made them.
  public var message: String
  /// The group that this one takes back.
  public var undoes: Int?
  /// SHA-256 over the hash of the group before, this group and its revisions, in hexadecimal.
  public var hash: String

  /// A group of changes made at once.
  public init(
    number: Int, first: Int, last: Int, made: Moment, counted: Moment, who: String,
    message: String, undoes: Int?, hash: String
  ) {
    (self.number, self.first, self.last) = (number, first, last)
    (self.made, self.counted, self.who, self.message) = (made, counted, who, message)
    (self.undoes, self.hash) = (undoes, hash)
  }

  /// How many revisions it holds; `Int.max` where its numbers are damaged beyond counting.
  public var count: Int {
    guard last >= first else { return 0 }
    let (steps, overflow) = last.subtractingReportingOverflow(first)
    return overflow || steps == .max ? .max : steps + 1
  }

  /// Whether numbers that a file gives can be those of a group.
  public var hasSoundNumbers: Bool {
    let sound = 1...Revision.mostInFile
    return sound.contains(number) && sound.contains(first) && sound.contains(last) && first <= last
      && undoes.map { sound.contains($0) } ?? true
  }

  /// The clock stood earlier than at a change before it, by more than writers wait for each other:
  /// one whose turn came late may have begun before the one that went first.
  public var clockWentBack: Bool { counted.milliseconds - made.milliseconds > 10_000 }
}
