internal import CaseModel
internal import StateOfPlay

/// What changed: since the lens's date where it has one, else at all; first words are left out.
extension ViewContext {
  func changeBlocks(_ view: ChangesView) -> [Document.Block] {
    let real = view.changes.filter(\.isMove)
    let since = lens.since.map { " since \($0.words)" } ?? ""
    var blocks: [Document.Block] = [.heading("What changed\(since)")]
    let most = 7
    let shown = newestMoves(view).prefix(most).enumerated().sorted { a, b in
      let (x, y) = (a.element.date.latest.number, b.element.date.latest.number)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    var table = Table(
      "Changes of position",
      [
        .init("Who, on what, when", weight: 3), .init("Before", weight: 3),
        .init("After", weight: 4),
      ])
    table.emptyWords = "No change of a position is on record\(since)."
    for (change, row) in zip(shown, changesTable(shown, "").rows) where row.count == 5 {
      let kinds = change.kinds.map(\.words).joined(separator: ", ")
      table.rows.append([
        [
          Inline(who(change), .strong) + Inline(": \(change.title)"),
          Inline("\(kinds), \(change.date.words)", .faint),
        ], row[3], row[4],
      ])
    }
    blocks.append(.table(table))
    if real.count > most {
      blocks.append(
        .remark("The \(most) latest of \(real.count); `dragoman changes` lists them all."))
    }
    let progress = view.changes.filter { $0.kinds == [.progress] }
    if !progress.isEmpty {
      blocks.append(.items(progressLines(progress).suffix(4)))
    }
    if !view.possibleMoves.isEmpty {
      var line = Inline("Possible changes: ", .strong)
      for (position, sign) in view.possibleMoves.prefix(4).enumerated() {
        line +=
          Inline(position > 0 ? "; " : "")
          + Inline(
            "\(index.name(sign.party)) on “\(sign.answerTitle)”: \(sign.kind.words) ")
        line += references(sign.words.map(\.statement), limit: 2)
      }
      if view.possibleMoves.count > 4 {
        line += Inline("; and \(view.possibleMoves.count - 4) more")
      }
      blocks.append(.paragraph(line))
    }
    // That a position is maintained is no change.
    let claims = view.unsupportedClaims.filter { $0.change != .reaffirmed }
    if !claims.isEmpty {
      var line = Inline("Claimed by authors, not shown by the party's own statements: ")
      for (position, claim) in claims.enumerated() {
        line += Inline(
          "\(position > 0 ? "; " : "")\(claim.gist) (\(index.running(claim.speakers))) ")
        line += references([claim.statement])
      }
      blocks.append(.paragraph(line))
    }
    return blocks
  }
}
