internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// Positions as a matrix; with `detail`, every statement behind every cell as well.
  package func document(_ view: PositionsView, detail: Bool) -> Document {
    var blocks: [Document.Block] = [.paragraph(positionsSummary(view))] + opening
    let matrices = matrices(view, mostAnswers: 3)
    blocks += matrices
    if matrices.contains(where: { !$0.tables.allSatisfy(\.rows.isEmpty) }) {
      blocks.append(.remark(Self.legend + Inline("   " + Self.ageLegend)))
    }
    blocks += memberBlocks(view)
    // Who asks for one that is no party asks for nothing else.
    if !view.parties.isEmpty || lens.parties.isEmpty {
      blocks += accountBlocks(view.accounts ?? [])
    }
    if !view.vetoPlayers.isEmpty { blocks.append(.table(vetoTable(view.vetoPlayers))) }
    if detail {
      for row in view.rows {
        blocks.append(.heading(row.title))
        blocks += valuePicture(row)
        for cell in row.cells where cell.concerned || !cell.statements.isEmpty {
          blocks += listing(cell)
        }
      }
    }
    blocks += [.rule(view.rule), .remark(footer)]
    var document = Document("\(title): positions", blocks)
    document.isWide = true
    return document
  }

  static let legend: Inline = """
    ✓ for   ⇄ for, if   ○ open   ✗ against   ? unclear   — no evidence (which is not neutral)
    """

  /// Of the newest statement of each cell.
  static var ageLegend: String {
    StatementAge.allCases.map { "\($0.sign) \($0.words)" }.joined(separator: "   ")
  }

  /// How much is known, in a sentence or two.
  private func positionsSummary(_ view: PositionsView) -> Inline {
    guard !view.rows.isEmpty else { return "No issue to be settled is on record." }
    let outsiders = lens.parties.filter { !view.parties.contains($0) }
    if view.parties.isEmpty, !outsiders.isEmpty {
      let what = outsiders.count == 1 ? "is no party" : "are no parties"
      let show = outsiders.map { "`dragoman show CASE \($0)`" }.listed()
      return Inline(
        "\(index.names(outsiders)) \(what) of this case or of any of its issues; for what is on record of \(outsiders.count == 1 ? "it" : "them"): \(show)."
      )
    }
    let cells = view.rows.flatMap(\.cells).filter(\.concerned)
    let disputed = cells.count { $0.isContested || $0.isDivided }
    let silent = cells.count { $0.isEmpty && $0.statements.isEmpty && $0.leftOut == nil }
    let dispute = disputed == 0 ? "none is" : "\(disputed) \(disputed == 1 ? "is" : "are")"
    let silence = silent == 0 ? "none is without evidence" : "for \(silent) there is no evidence"
    let hidden = cells.count { $0.statements.isEmpty && $0.leftOut != nil }
    var line = Inline(
      "\(view.rows.count.counted("issue")), \(view.parties.count.counted("party", "parties")), \(cells.count.counted("position")): \(dispute) in dispute, \(silence)."
    )
    if hidden > 0 { line += Inline(" For \(hidden), the filters exclude every statement.") }
    let differing = view.accounts?.count ?? 0
    if differing > 0 {
      line += Inline(" Accounts differ on \(differing.counted("question")) of fact.")
    }
    if let since = lens.since {
      let changed = view.rows.flatMap(\.cells).compactMap(\.changed)
      let moved = changed.count(where: \.isMove)
      let fresh = changed.count { $0.kinds == [.new] }
      line += Inline(" ")
      line += Inline(
        "Since \(since.words): \(moved.counted("position")) changed, \(fresh) new",
        to: .view("changes"))
      line += Inline(".")
    }
    return line
  }

  /// The issue × party tables: one for the case's parties, one for others whom an issue concerns.
  ///
  /// - Parameter isBrief: dates and statements alone under each cell.
  func matrices(
    _ view: PositionsView, mostAnswers: Int, isBrief: Bool = false
  ) -> [Document.Block] {
    let main = view.parties.filter(index.theCase.header.parties.contains)
    let spoken = Set(
      view.rows.flatMap(\.cells).filter { $0.concerned || !$0.isEmpty }.map(\.party))
    let others = view.parties.filter { !main.contains($0) && spoken.contains($0) }
    let writer = PositionCells(
      context: self, mostAnswers: mostAnswers, isBrief: isBrief,
      day: isBrief ? nil : newestDay)
    var blocks: [Document.Block] = []
    if !main.isEmpty {
      let caption = "Positions by issue and party, with date of latest statement"
      blocks.append(.matrix(matrix(view, main, caption, writer)))
    }
    if !others.isEmpty {
      let matrix = matrix(view, others, "Other actors concerned by an issue", writer)
      if !matrix.rows.isEmpty { blocks.append(.matrix(matrix)) }
    }
    return blocks
  }

  private func matrix(
    _ view: PositionsView, _ parties: [Case.Actor.ID], _ caption: String, _ writer: PositionCells
  ) -> Matrix {
    let isShown = Set(parties)
    var matrix = Matrix(
      caption: caption, corner: "Issue", columns: parties.map { index.name($0) }, rows: [])
    matrix.emptyWords =
      view.rows.isEmpty
      ? "No issue to be settled is on record." : "No position of any party is on record."
    for row in view.rows {
      let cells = row.cells.filter { isShown.contains($0.party) }
      guard cells.contains(where: { $0.concerned || !$0.isEmpty }) else { continue }
      var head = [Inline(row.title, .strong, to: .entry(.issues, row.issue.raw))]
      if let ended = row.ended { head.append(endedWords(ended)) }
      matrix.rows.append(.init(head: head, cells: cells.map { writer.cell($0, in: row) }))
    }
    return matrix
  }

  /// `settled 3 June 2025; what follows is history`
  private func endedWords(_ ended: PositionsView.Ended) -> Inline {
    Inline(
      "ended: \(ended.how.words)\(ended.date.map { " \($0.words)" } ?? "") ", .faint)
      + grounds(ended.evidence, basis: ended.basis)
  }

  /// As-of, else the newest day on which something was said.
  private var newestDay: CivilDay? {
    lens.asOf?.latest
      ?? index.theCase.statements.compactMap { index.said($0) }.filter { !$0.hasOpenEnd }
      .map(\.latest).max()
  }

  /// Questions of fact on which accounts cannot all be right, the rivals together.
  private func accountBlocks(_ groups: [ContradictionsView.Group]) -> [Document.Block] {
    guard !groups.isEmpty else { return [] }
    return [.heading("Questions of fact on which accounts differ")]
      + groups.map { group in
        let title =
          Inline(group.title + " — ")
          + Inline("accounts differ", .contested, to: .place("contradictions", group.anchor))
        return .part(Document.Part(title, [.items(group.sides.map { sideWords($0) })]))
      }
  }

  /// One cell with every statement read for it, as a table.
  private func listing(_ cell: PositionsView.Cell) -> [Document.Block] {
    var head = Inline(index.name(cell.party), .strong)
    if cell.isEmpty { head += Inline(": \(PositionCells.emptyWords(cell))") }
    var blocks: [Document.Block] = [.paragraph(head)] + answerBlocks(cell)
    guard !cell.statements.isEmpty else { return blocks }
    var table = Table(
      "Statements considered, the decisive ones first",
      [
        Table.Column("Date"), Table.Column("Says", weight: 3), Table.Column("Reading"),
        Table.Column("Directness"), Table.Column("Id", weight: 0),
      ])
    for telling in cell.statements {
      let stance = telling.stance.map { "\($0.glyph) \($0.words)" } ?? "no stance"
      table.row(
        Inline(
          (index.statement(telling.statement).map { index.saidWords($0) } ?? "undated")
            + (telling.reportedLater ? ", reported later" : "")),
        Inline("\(index.names(telling.speakers)): \(telling.gist)"),
        Inline("\(stance), \(telling.role.words)"),
        Inline(
          "\(telling.directness.words), \(telling.depth.counted("step"))"
            + (telling.hedge.map { ", “\($0)”" } ?? "")
            + (telling.reliability.map { ", source graded \($0.rawValue)" } ?? "")
            + (telling.isPackage ? ", as a package" : "")),
        references([telling.statement]))
    }
    blocks.append(.table(table))
    return blocks
  }
}

extension PositionStatement.Role {
  package var words: String {
    switch self {
    case .decides: "decides"
    case .saysOtherwise: "says otherwise"
    case .outranked: "outranked"
    case .superseded: "superseded"
    case .earlier: "earlier"
    case .unordered: "says otherwise, order unknown"
    case .closes: "withdraws an earlier statement"
    case .lapsed: "lapsed"
    case .doubted: "doubted, not counted"
    case .possiblyLater: "perhaps later"
    case .undated: "undated; dated statements decide"
    case .listed: "listed"
    }
  }
}
