internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Writes the cells of the positions: what the party would take, on what condition, and since when.
struct PositionCells {
  let context: ViewContext
  let mostAnswers: Int
  /// Dates and statements alone under each cell.
  let isBrief: Bool
  /// The day at which the age of a cell's newest statement is counted; nil where it is not shown.
  let day: CivilDay?

  func cell(_ cell: PositionsView.Cell, in row: PositionsView.Row) -> Matrix.Cell {
    guard cell.concerned || !cell.isEmpty else {
      return Matrix.Cell(.off, [Inline("not concerned", .faint)])
    }
    let isDisputed = cell.isContested || cell.isDivided
    var written = Matrix.Cell(
      isDisputed ? .contested : cell.isEmpty ? .silent : .plain,
      cell.isEmpty
        ? [Inline("— " + Self.emptyWords(cell), .faint)] + context.generalLines(cell)
          + disputes(cell)
        : lines(cell))
    let basis =
      cell.isEmpty
      ? cell.statements.map(\.statement)
      : cell.refusal
        ?? cell.statements.filter { $0.role == .decides }.map(\.statement)
    written.references = context.references(basis, limit: 3)
    if !cell.statements.isEmpty {
      written.link = .cell(row.issue, cell.party)
      written.linkWords = " behind \(context.index.name(cell.party)) on \(row.title)"
      written.small = small(cell)
    }
    if !isBrief, let changed = cell.changed {
      // What is not a move is in a list of its page.
      let link: Link =
        changed.isMove
        ? .place(
          "changes", ChangesView.anchor(row.issue, cell.party, changed.statement, changed.date))
        : .view("changes")
      for (place, kind) in changed.kinds.enumerated() {
        if place > 0 { written.marks += Inline(", ") }
        written.marks += Inline(kind.words, .change(kind), to: link)
      }
    }
    return written
  }

  /// Words that decide nothing, and words that a filter leaves out, are evidence all the same.
  static func emptyWords(_ cell: PositionsView.Cell) -> String {
    var parts: [String] = []
    if !cell.statements.isEmpty { parts.append("no clear position") }
    if let leftOut = cell.leftOut {
      parts.append("\(leftOut.counted("statement")) left out by the filters")
    }
    return parts.isEmpty ? "no evidence" : parts.joined(separator: "; ")
  }

  private func lines(_ cell: PositionsView.Cell) -> [Inline] {
    var lines: [Inline] = []
    if cell.refusal != nil {
      lines.append(
        Inline(PositionStance.against.glyph, .stance(.against)) + Inline(" the issue as a whole"))
    }
    let current = cell.answers.filter { !$0.isSuperseded }
    // A red line is never among what is cut.
    let shown = current.enumerated().filter { $0.offset < mostAnswers || $0.element.isRedLine }
      .map(\.element)
    for answer in shown {
      var line = context.stanceGlyphs(answer) + Inline(" \(answer.title)")
      let required = answer.requirements.filter { $0.kind != .trigger }
      if !required.isEmpty { line += Inline(context.requirementsWords(required), .condition) }
      if answer.isRedLine { line += Inline(" — ") + Inline("red line", .redLine) }
      lines.append(line + Inline(context.voiceWords(answer), .warning))
    }
    lines += context.apartLines(cell)
    lines += context.outlastingRedLines(cell)
    lines += context.generalLines(cell)
    if current.count > shown.count {
      lines.append(Inline("and \(current.count - shown.count) more", .faint))
    }
    if let values = cell.values {
      if let range = values.range { lines.append(Inline("would take \(range)", .faint)) }
      if let range = values.considered { lines.append(Inline("would consider \(range)", .faint)) }
      if values.trajectory.count > 1 {
        lines.append(Inline("over time: \(values.trajectoryWords)", .faint))
      }
    }
    return lines + disputes(cell)
  }

  private func disputes(_ cell: PositionsView.Cell) -> [Inline] {
    var lines: [Inline] = []
    if cell.isContested { lines.append(contested(cell)) }
    if cell.isDivided {
      lines.append(Inline("divided: its own speakers differ", .contested))
      lines += cell.sides.map { side in
        side.words.reduce(Inline("\(context.index.names(side.speakers)):", .faint)) { line, words in
          line + Inline(" ") + Inline(words.stance.glyph, .stance(words.stance))
            + Inline(" \(words.title)", .faint)
        }
      }
    }
    return lines + context.disputedTextLines(cell)
  }

  /// Who says otherwise, where it is not the party's own words that differ.
  private func contested(_ cell: PositionsView.Cell) -> Inline {
    let others = cell.statements.filter { $0.role == .saysOtherwise }
    let line = Inline(context.contestedWords(cell), .contested)
    if others.isEmpty || cell.isContestedByCodersAlone { return line }
    let by = others.flatMap { other -> [Case.Actor.ID] in
      let via = context.index.statement(other.statement)?.via ?? []
      return via.isEmpty ? other.speakers : via
    }
    var names: [Case.Actor.ID] = []
    for one in by where !names.contains(one) { names.append(one) }
    return line + Inline(" by \(context.index.running(names)) ", .faint)
      + context.references(others.map(\.statement), limit: 2)
  }

  private func small(_ cell: PositionsView.Cell) -> Inline {
    if cell.isEmpty { return Inline(cell.statements.count.counted("mention"), .faint) }
    var parts = [cell.newest?.words ?? "undated"]
    if let directness = cell.directness, directness > .ascribed { parts.append(directness.words) }
    if cell.statements.contains(where: { $0.role == .decides && $0.reportedLater }) {
      parts.append("reported later")
    }
    let perhaps = cell.statements.count { $0.role == .possiblyLater }
    if perhaps > 0 { parts.append("\(perhaps) more, perhaps later") }
    if !isBrief { parts.append(cell.statements.count.counted("statement")) }
    if let leftOut = cell.leftOut { parts.append("\(leftOut) left out by the filters") }
    var line = Inline("")
    if let newest = cell.newest, let day {
      let age = StatementAge(newest, at: day)
      line += Inline(age.sign, .age(age)) + Inline(" ")
    }
    return line + Inline(parts.joined(separator: " · "), .faint)
  }
}

extension ViewContext {
  /// `✓`, or `✓/✗` where stances conflict.
  func stanceGlyphs(_ answer: PositionsView.OptionPosition) -> Inline {
    // What is taken back is plainly so, and not unclear; the words beside say what became of it.
    if isWithdrawn(answer) { return Inline("−", .faint) }
    var glyphs = Inline("")
    for (position, stance) in answer.shownStances.enumerated() {
      if position > 0 { glyphs += Inline("/") }
      glyphs += Inline(stance.glyph, .stance(stance))
    }
    return glyphs
  }

  /// `whatever the answer, if first: the works stay open`; empty where nothing is asked for the whole issue.
  func generalLines(_ cell: PositionsView.Cell) -> [Inline] {
    if cell.requirements.isEmpty { return [] }
    return [
      Inline("whatever the answer,", .faint)
        + Inline(requirementsWords(cell.requirements), .condition)
    ]
  }

  /// `by itself ✓ 8 percent`, `⇄ 5 percent (in “The pact”) if first: the fund is paid`
  func apartLines(_ cell: PositionsView.Cell) -> [Inline] {
    (cell.apart ?? []).map { part in
      var line = Inline(part.isPackage ? "" : "by itself ", .faint)
      line += Inline(part.stance.glyph, .stance(part.stance)) + Inline(" \(part.title)")
      if part.isPackage {
        let whole = part.draft.map { index.draft($0)?.title ?? $0.raw }
        line += Inline(" (\(whole.map { "in “\($0)”" } ?? "as a package"))", .warning)
        line += Inline(part.conditions.map { " \($0)" }.joined(separator: ";"), .condition)
      }
      return line + Inline(" ") + references(part.statements, limit: 2)
    }
  }

  /// What the party says of each answer, and whether its words agree.
  func answerBlocks(_ cell: PositionsView.Cell) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if cell.isContested {
      let why =
        cell.isContestedByCodersAlone
        ? " Two coders read the same words differently; that is no difference between sources."
        : " What others report differs from the party's own words, or equal sources differ."
      blocks.append(.paragraph(Inline(contestedWords(cell), .contested) + Inline(why)))
    }
    if cell.isDivided {
      blocks.append(
        .paragraph(Inline("divided", .contested) + Inline(" The party's own speakers differ.")))
    }
    let lines =
      cell.answers.map { answerLine($0) } + apartLines(cell) + generalLines(cell)
      + disputedTextLines(cell)
    return lines.isEmpty ? blocks : blocks + [.items(lines)]
  }

  /// Red lines drawn at what a later answer within them has superseded.
  func outlastingRedLines(_ cell: PositionsView.Cell) -> [Inline] {
    cell.answers.filter { $0.isSuperseded && $0.isRedLine }.map {
      Inline("red line", .redLine) + Inline(" at \($0.title)")
    }
  }

  private func answerLine(_ answer: PositionsView.OptionPosition) -> Inline {
    var line = stanceGlyphs(answer) + Inline(" \(answer.title)")
    line += Inline(requirementsWords(answer.requirements))
    line += Inline(voiceWords(answer), .warning)
    if answer.isSuperseded { line += Inline(" (superseded by a later statement)", .faint) }
    if answer.isRedLine {
      line += Inline(" — ") + Inline("red line", .redLine)
      if answer.isSuperseded { line += Inline(", which stands", .faint) }
    }
    return line + Inline(" ") + references(answer.decidedBy)
  }
}

extension ChangesView {
  /// Of a change on the page of changes.
  static func anchor(
    _ issue: Case.Issue.ID, _ party: Case.Actor.ID, _ first: Case.Statement.ID?, _ date: EDTFDate
  ) -> String { "change-\(issue)-\(party)-\(first?.raw ?? date.text)" }
}
