internal import CaseModel

/// Issues by parties, each cell in a few lines with the date and the number of what it rests on.
public struct Matrix: Sendable, Hashable {
  public struct Row: Sendable, Hashable {
    public var head: [Inline]
    public var cells: [Cell]
  }

  public struct Cell: Sendable, Hashable {
    public enum Tone: String, Sendable, Hashable {
      case plain, contested, silent, off
    }

    public var tone = Tone.plain
    public var lines: [Inline]
    /// When the newest of it was said, and how much there is.
    public var small = Inline("")
    /// What it rests on, where nothing leads from the cell to that.
    public var references = Inline("")
    /// What is to be said of it beside, as that it changed.
    public var marks = Inline("")
    /// Where the whole cell leads.
    package var link: Link?
    /// What the link is to: ` behind South on the truce`.
    var linkWords = ""

    init(_ tone: Tone = .plain, _ lines: [Inline]) {
      (self.tone, self.lines) = (tone, lines)
    }

    /// The same as lines of a table.
    var all: [Inline] {
      let gap = small.isEmpty || references.isEmpty ? "" : " "
      let foot = [small + Inline(gap) + references, marks].filter { !$0.isEmpty }
      guard let first = foot.first else { return lines }
      return lines + [foot.dropFirst().reduce(first) { $0 + Inline(" ") + $1 }]
    }
  }

  public var caption: String
  /// Over the heads of the rows.
  public var corner: String
  public var columns: [String]
  public var rows: [Row]
  /// What to say where there are no rows.
  public var emptyWords = "Nothing is on record."

  /// The same for faces that have only tables.
  var table: Table {
    var table = Table(
      caption,
      [Table.Column(corner, weight: 2)] + columns.map { Table.Column($0, weight: 3) })
    table.hasRowHeads = true
    table.emptyWords = emptyWords
    table.rows = rows.map { row in [row.head] + row.cells.map(\.all) }
    return table
  }

  var inlines: [Inline] { rows.flatMap { row in row.head + row.cells.flatMap(\.all) } }
}
