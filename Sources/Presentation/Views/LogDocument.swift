package import CaseModel
internal import Foundations

extension LogPage {
  /// The log as people read it: a table of groups, each with what it changed.
  ///
  /// - Parameter whole: all that each group changed, and not a dozen lines of it.
  /// - Parameter name: the name of a change's author.
  package func document(
    _ title: String, whole: Bool = false, name: (String) -> String = { $0 }
  ) -> Document {
    let mostLines = whole ? .max : Self.mostLines
    var table = Table(
      "Changes, newest first",
      [
        Table.Column("Group", weight: 0), Table.Column("When (UTC)", weight: 0),
        Table.Column("Who", weight: 0), Table.Column("What", weight: 5),
      ])
    table.emptyWords = "No changes to show."
    for item in items {
      var lines: [Inline] = []
      if !item.group.message.isEmpty { lines.append(Inline(item.group.message, .strong)) }
      if let undone = item.group.undoes {
        lines.append(Inline("undoes change \(undone)", to: .change(undone)))
      }
      lines += item.revisions.prefix(mostLines).map { revision in
        Inline(revision.words + (revision.gist.map { ": \($0)" } ?? ""))
      }
      let more = item.group.count - min(item.revisions.count, mostLines)
      if more > 0, item.group.count > item.revisions.count || item.revisions.count > mostLines {
        lines.append(Inline("and \(more.counted("more change", "more changes"))", .faint))
      }
      if item.group.clockWentBack {
        lines.append(
          Inline(
            "the system clock had been set back; the change counts as made at \(item.group.counted.short)",
            .warning))
      }
      table.rows.append([
        [Inline("\(item.group.number)", .reference, to: .change(item.group.number))],
        [Inline(item.group.made.short)], [Inline(name(item.group.who))], lines,
      ])
    }
    var blocks: [Document.Block] = [.table(table)]
    if let next {
      blocks.append(.remark(Inline("Older changes begin with group \(next).", .faint)))
    }
    return Document("History of \(title)", blocks)
  }

  /// Changes of one group that are listed.
  private static let mostLines = 12

  /// One row a change, for other programs.
  package var table: Table {
    var table = Table(
      "Changes",
      ["group", "made", "counted", "who", "message", "revision", "kind", "key", "before", "after"]
        .map { Table.Column($0) })
    for item in items {
      for revision in item.revisions {
        table.row(
          Inline("\(item.group.number)"), Inline("\(item.group.made)"),
          Inline("\(item.group.counted)"), Inline(item.group.who), Inline(item.group.message),
          Inline("\(revision.number)"), Inline(revision.name.kind), Inline(revision.name.key),
          Inline(revision.before ?? ""), Inline(revision.after ?? ""))
      }
    }
    return table
  }
}

extension Moment {
  /// `2026-11-26 15:45`
  package var short: String { String(description.prefix(16)).replacing("T", with: " ") }
}

extension Revision {
  /// `~ statement osw-07: stance for → against`
  package var words: String {
    switch (before, after) {
    case (nil, _): "+ \(name.words)"
    case (_, nil): "− \(name.words)"
    case (let before?, let after?):
      if isMove {
        "~ \(name.words): moved within its list"
      } else {
        "~ \(name.words)" + Self.difference(before, after)
      }
    }
  }

  /// The words by which a reader knows what was added or removed; nil for other changes, and where
  /// they may not be shown.
  package var gist: String? {
    guard before == nil || after == nil,
      let changes = FieldChange.between(before, after)
    else { return nil }
    var fields = ["gist", "reason", "title", "name", "what"]
    // Of a note its words; of a source it is a file.
    if name.kind == Case.Section.notes.rawValue { fields.append("text") }
    let change = fields.lazy.compactMap { name in changes.first { $0.field == name } }.first
    return (change?.after ?? change?.before)?.shortened(to: 160)
  }

  /// Both texts from a word or two before where they part, each at most 30 letters long.
  private static func parting(_ was: String, _ now: String) -> String {
    let same = zip(was, now).prefix { $0 == $1 }.count
    var start = 0
    if same > 12, max(was.count, now.count) > 30 {
      // Back to the beginning of the word before.
      let words = was.prefix(same).dropLast(8)
      start = words.lastIndex(of: " ").map { was.distance(from: was.startIndex, to: $0) + 1 } ?? 0
    }
    func part(_ text: String) -> String {
      (start > 0 ? "…" : "") + String(text.dropFirst(start)).shortened(to: 30)
    }
    return "\(part(was)) → \(part(now))"
  }

  /// The fields that differ, each with what it was and became.
  private static func difference(_ before: String, _ after: String) -> String {
    guard let changes = FieldChange.between(before, after) else {
      let isShown = before != withheld
      return isShown ? ": \(before.shortened(to: 30)) → \(after.shortened(to: 30))" : ""
    }
    let parts = changes.map { change in
      switch (change.before, change.after) {
      case (_, nil): "no \(change.field)"
      case (nil, let now?): "\(change.field) \(now.shortened(to: 30))"
      case (let was?, let now?):
        "\(change.field) " + Self.parting(was, now)
      }
    }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }
}
