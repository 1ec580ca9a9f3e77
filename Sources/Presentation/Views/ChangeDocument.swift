package import CaseModel
internal import Foundations

extension LogPage.Item {
  /// One change with everything it did, before and after.
  ///
  /// - Parameters:
  ///   - name: the name of its author.
  ///   - isThere: whether an entry is in the case as it is now, so that it can be looked at.
  package func document(
    name: (String) -> String, isThere: (Case.Section, String) -> Bool
  ) -> Document {
    var made = Inline("\(group.made.short) UTC, by ") + Inline(name(group.who), .strong)
    if let undone = group.undoes {
      made += Inline("; ") + Inline("undoes change \(undone)", to: .change(undone))
    }
    made += Inline("; \(group.count.counted("record")) changed.")
    var blocks: [Document.Block] = [.paragraph(made)]
    if group.clockWentBack {
      blocks.append(
        .paragraph(
          Inline(
            "The system clock had been set back; the change counts as made at \(group.counted.short).",
            .warning)))
    }
    for revision in revisions { blocks += revision.blocks(isThere) }
    blocks.append(.slot("parts"))
    blocks.append(.slot("undo"))
    blocks.append(
      .paragraph(
        Inline("Hash of the previous hash and of everything in this change: `\(group.hash)`")))
    var document = Document(
      "Change \(group.number)\(group.message.isEmpty ? "" : ": \(group.message)")", blocks)
    document.kicker = Inline("History", to: .view("history"))
    document.isWide = true
    return document
  }
}

extension Revision {
  fileprivate func blocks(_ isThere: (Case.Section, String) -> Bool) -> [Document.Block] {
    let kind = before == nil ? "new" : after == nil ? "removed" : "changed"
    var line = Inline("Revision \(number)\(previous.map { ", after \($0)" } ?? ""). ", .faint)
    line += Inline("All changes of this record", to: .changes(kind: name.kind, key: name.key))
    if case .entry(let section, let id) = name, isThere(section, id) {
      line += Inline(" · ") + Inline("Current version", to: .entry(section, id))
    }
    return [.heading("\(name.words.capitalisedFirst) (\(kind))")] + fields
      + [.paragraph(line)]
  }

  private var fields: [Document.Block] {
    if isMove { return [.paragraph("Moved to another place in its list.")] }
    guard let changes = FieldChange.between(before, after) else {
      if [before, after].contains(Revision.withheld) {
        return [.remark("The values before and after are confidential.")]
      }
      return [
        .paragraph(
          Inline(before ?? "", .removed) + Inline(" → ") + Inline(after ?? "", .added))
      ]
    }
    var table = Table(
      "Before and after",
      [
        Table.Column("Field", weight: 0), Table.Column("Before", weight: 3),
        Table.Column("After", weight: 3),
      ])
    for change in changes {
      table.row(
        Inline(change.field), change.before.map { Inline($0, .removed) } ?? Inline("—"),
        change.after.map { Inline($0, .added) } ?? Inline("—"))
    }
    return [.table(table)]
  }
}
