package import CaseModel
internal import Foundations

extension Verification {
  /// What was found, as people read it.
  ///
  /// - Parameter path: the file, as it was named.
  package func document(_ path: String) -> Document {
    var blocks: [Document.Block] = []
    if problems.isEmpty {
      blocks.append(.paragraph(Inline("Nothing is damaged.", .strong)))
    } else {
      blocks.append(.table(table))
    }
    blocks.append(
      .paragraph(
        Inline(
          "Checked \(groups.counted("group")) of changes with \(revisions.counted("revision")), \(records.counted("record")), \(texts.counted("text")); verified \(quotes.counted("quote"))"
            + (unproven > 0
              ? "; \(unproven.counted("quote")) could not be, as the text is withheld." : "."))))
    if !clockWentBack.isEmpty {
      blocks.append(
        .remark(
          Inline(
            "The system clock had been set back at \(clockWentBack.prefix(10).map { "group \($0)" }.joined(separator: ", ")): the order of the history follows the group numbers.",
            .warning)))
    }
    blocks.append(.remark(Inline("History up to now: \(hash)", .faint)))
    return Document("Verification of \(path)", blocks)
  }

  /// One row a problem.
  package var table: Table {
    var table = Table(
      problems.count.counted("problem"),
      [Table.Column("Kind", weight: 0), Table.Column("What"), Table.Column("Problem", weight: 3)])
    table.emptyWords = "Nothing is damaged."
    for problem in problems {
      table.row(Inline(problem.kind.rawValue), Inline(problem.what), Inline(problem.message))
    }
    return table
  }
}
