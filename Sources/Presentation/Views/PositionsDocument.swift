internal import CaseModel
public import StateOfPlay

extension ViewContext {
  /// Positions as a matrix; with `detail`, every statement behind every cell as well.
  public func document(_ view: PositionsView, detail: Bool) -> Document {
    var blocks = opening
    blocks += matrices(view, mostAnswers: 3)
    blocks.append(.remark(Self.legend))
    if detail {
      for row in view.rows {
        blocks.append(.heading(row.title))
        for cell in row.cells where cell.concerned || !cell.tellings.isEmpty {
          blocks += cellBlocks(cell)
        }
      }
    }
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): positions", blocks)
  }

  static let legend: Inline = """
    ✓ for   ⇄ for, if   ○ open   ✗ against   ? unclear   — no evidence (which is not neutral)
    """

  /// The issue × party tables: one for the case's parties, one for others whom an issue concerns.
  func matrices(_ view: PositionsView, mostAnswers: Int) -> [Document.Block] {
    let main = view.parties.filter(index.theCase.header.parties.contains)
    let others = view.parties.filter { !main.contains($0) }
    var blocks: [Document.Block] = []
    if !main.isEmpty {
      blocks.append(
        .table(
          matrix(
            view, main, "Positions by issue and party, with date of latest statement",
            mostAnswers)))
    }
    if !others.isEmpty {
      let table = matrix(view, others, "Others whom an issue concerns", mostAnswers)
      if !table.rows.isEmpty { blocks.append(.table(table)) }
    }
    return blocks
  }

  private func matrix(
    _ view: PositionsView, _ parties: [Case.Actor.ID], _ caption: String, _ mostAnswers: Int
  ) -> Table {
    var table = Table(
      caption,
      [Table.Column("Issue", weight: 2)] + parties.map { Table.Column(index.name($0), weight: 3) })
    table.hasRowHeads = true
    table.emptyWords =
      view.rows.isEmpty
      ? "No issue to be settled is on record." : "No position of any party is on record."
    for row in view.rows {
      let cells = row.cells.filter { parties.contains($0.party) }
      guard cells.contains(where: { $0.concerned || !$0.isEmpty }) else { continue }
      var head = [Inline(row.title, .strong)]
      if let ended = row.ended { head.append(endedWords(ended)) }
      table.rows.append([head] + cells.map { cellLines($0, mostAnswers: mostAnswers) })
    }
    return table
  }

  /// `settled 3 June 2025; what follows is history`
  private func endedWords(_ ended: PositionsView.Ended) -> Inline {
    Inline(
      "ended: \(ended.how.words)\(ended.date.map { " \($0.words)" } ?? "") ", .faint)
      + grounds(ended.evidence, basis: ended.basis)
  }

  private func cellLines(_ cell: PositionsView.Cell, mostAnswers: Int) -> [Inline] {
    guard cell.concerned || !cell.answers.isEmpty else { return [Inline("not concerned", .faint)] }
    guard !cell.isEmpty else {
      let kept = cell.tellings.count
      // Words that decide nothing are evidence all the same.
      guard kept > 0 else { return [Inline("— no evidence", .faint)] }
      return [
        Inline("— \(kept.counted("statement")) listed, none decides ", .faint)
          + references(cell.tellings.map(\.statement), limit: 3)
      ]
    }
    var lines: [Inline] = []
    let current = cell.answers.filter { !$0.isSuperseded }
    for answer in current.prefix(mostAnswers) {
      var line = stanceGlyphs(answer) + Inline(" \(answer.title)")
      for requirement in answer.requirements where requirement.kind != .trigger {
        line += Inline(" " + requirementWords(requirement), .condition)
      }
      if answer.isRedLine { line += Inline(" — ") + Inline("red line", .redLine) }
      line += Inline(voiceWords(answer), .warning)
      lines.append(line)
    }
    if current.count > mostAnswers {
      lines.append(Inline("and \(current.count - mostAnswers) more", .faint))
    }
    if let values = cell.values {
      if let range = values.range { lines.append(Inline("would take \(range)", .faint)) }
      if values.trajectory.count > 1 {
        lines.append(Inline("over time: \(values.trajectoryWords)", .faint))
      }
    }
    if cell.isContested { lines.append(Inline("contested", .contested)) }
    if cell.isDivided { lines.append(Inline("divided: its own speakers differ", .contested)) }
    var small = [cell.newest?.words ?? "undated"]
    if let directness = cell.directness, directness > .ascribed { small.append(directness.words) }
    let deciding = cell.tellings.filter { $0.role == .decides }
    if deciding.contains(where: \.toldLater) { small.append("reported later") }
    let perhaps = cell.tellings.count { $0.role == .perhapsLater }
    if perhaps > 0 { small.append("\(perhaps) more, perhaps later") }
    lines.append(
      Inline(small.joined(separator: " · ") + " ", .faint)
        + references(deciding.map(\.statement), limit: 3))
    return lines
  }

  /// `✓`, or `✓/✗` where stances conflict.
  private func stanceGlyphs(_ answer: PositionsView.OptionPosition) -> Inline {
    var glyphs = Inline("")
    for (position, stance) in answer.shownStances.enumerated() {
      if position > 0 { glyphs += Inline("/") }
      glyphs += Inline(stance.glyph, .stance(stance))
    }
    return glyphs
  }

  /// One cell with everything that was read for it.
  private func cellBlocks(_ cell: PositionsView.Cell) -> [Document.Block] {
    var head = Inline(index.name(cell.party), .strong)
    if cell.isEmpty { head += Inline(": no evidence") }
    if cell.isContested { head += Inline(" — contested", .warning) }
    if cell.isDivided { head += Inline(" — divided", .warning) }
    var blocks: [Document.Block] = [.paragraph(head)]
    blocks.append(
      .items(
        cell.answers.map { answer in
          var line = stanceGlyphs(answer) + Inline(" \(answer.title)")
          for requirement in answer.requirements {
            line += Inline(" " + requirementWords(requirement))
          }
          line += Inline(voiceWords(answer), .warning)
          if answer.isSuperseded { line += Inline(" (superseded by a later for)", .faint) }
          if answer.isRedLine { line += Inline(" — ") + Inline("red line", .redLine) }
          return line + Inline(" ") + references(answer.decidedBy)
        }))
    guard !cell.tellings.isEmpty else { return blocks }
    var table = Table(
      "Statements read, those that decide first",
      [
        Table.Column("Date"), Table.Column("Says", weight: 3), Table.Column("Reading"),
        Table.Column("How near"), Table.Column("Id", weight: 0),
      ])
    for telling in cell.tellings {
      let stance = telling.stance.map { "\($0.glyph) \($0.words)" } ?? "no stance"
      table.row(
        Inline((telling.said?.words ?? "undated") + (telling.toldLater ? ", reported later" : "")),
        Inline("\(index.names(telling.speakers)): \(telling.gist)"),
        Inline("\(stance), \(telling.role.words)"),
        Inline(
          "\(telling.directness.words), \(telling.depth.counted("step"))"
            + (telling.hedge.map { ", “\($0)”" } ?? "")
            + (telling.reliability.map { ", source graded \($0.rawValue)" } ?? "")
            + (telling.isPackage ? ", as a package" : "")),
        Inline(telling.statement.raw, .reference))
    }
    blocks.append(.table(table))
    return blocks
  }
}

extension PositionStatement.Role {
  public var words: String {
    switch self {
    case .decides: "decides"
    case .saysOtherwise: "says otherwise"
    case .outranked: "outranked"
    case .superseded: "superseded"
    case .earlier: "earlier"
    case .unordered: "says otherwise, perhaps earlier and perhaps later"
    case .closes: "takes back what was said before"
    case .lapsed: "lapsed"
    case .doubted: "doubted, decides nothing"
    case .perhapsLater: "perhaps later"
    case .undated: "undated, dated ones speak"
    case .listed: "listed"
    }
  }
}
