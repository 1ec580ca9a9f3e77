internal import CaseModel
internal import Foundations
internal import Networks
package import StateOfPlay

extension ViewContext {
  /// The network as a picture, its ties, and what can be said of the whole.
  package func document(
    _ view: NetworksView, mostListed: Int = 60
  ) -> Document {
    var blocks = opening
    guard !view.positions.isEmpty else {
      let isAll = view.asked.from == nil && view.asked.until == nil
      blocks.append(
        .paragraph(
          isAll
            ? "No one is on record for or against an answer to a negotiable issue."
            : "In this window no one is on record for or against an answer to a negotiable issue."))
      blocks += leftOutBlocks(view) + seriesBlocks(view) + [.rule(view.rule), .remark(footer)]
      return Document("\(title): networks", blocks)
    }
    blocks.append(.paragraph(Inline(networkSummary(view))))
    switch view.asked.mode {
    case .actors:
      if let picture = networkPicture(view) { blocks.append(.picture(picture)) }
      blocks += tieBlocks(view, most: mostListed)
    case .answers:
      if let picture = positionsPicture(view) { blocks.append(.picture(picture)) }
      blocks += positionTable(view, most: mostListed)
    }
    blocks += seriesBlocks(view)
    if let departures = view.asked.departures, !departures.isEmpty {
      blocks.append(
        .remark(
          "As Discourse Network Analyzer computes it, and not as published: \(departures.map(\.summary).listed())."
        ))
    }
    let scores = scoreItems(view)
    if !scores.isEmpty { blocks += [.heading("Groups and changes"), .items(scores)] }
    blocks += backboneBlocks(view)
    blocks += isolateBlocks(view)
    blocks += leftOutBlocks(view)
    blocks += [.rule(view.rule), .remark(footer)]
    return Document("\(title): networks", blocks)
  }

  private func networkSummary(_ view: NetworksView) -> String {
    var words =
      "\(view.actors.count.counted("actor")) (\(view.asked.actors.words)), \(view.answers.count.counted("answer")), \(view.statements.counted("statement"))"
    if let days = view.days {
      words += ", \(days.first.words) to \(days.last.words)"
    }
    if let kernel = view.asked.kernel {
      let centre = view.asked.centre ?? view.span?.last
      words +=
        ", weighed by their distance from \(centre?.words ?? "the last") (\(kernel.rawValue), \(view.asked.width.counted("day")) wide)"
    }
    let pairs = view.actors.count * (view.actors.count - 1) / 2
    let counts = NetworksView.Side.allCases.map { side in
      (side, view.ties.count { $0.side == side })
    }.filter { $0.1 > 0 }
    guard !counts.isEmpty else {
      return words + ". No two actors speak of the same answer."
    }
    return words
      + ". \(view.ties.count) of \(pairs.counted("pair")) speak of the same answer: "
      + counts.map { "\($0.1) \($0.0.words)" }.listed() + "."
  }

  private func tieBlocks(_ view: NetworksView, most: Int) -> [Document.Block] {
    guard !view.ties.isEmpty else { return [] }
    let most = min(most, mostShown)
    var table = Table(
      "Ties, the strongest first",
      [
        .init("Actors", weight: 2), .init("Relation"),
        .init("Congruence", isNumber: true, weight: 0),
        .init("Conflict", isNumber: true, weight: 0), .init("By latest words", weight: 2),
      ])
    table.hasRowHeads = true
    for tie in view.ties.prefix(most) {
      table.row(
        Inline(tieTitle(tie), .plain, to: .tie(tie.first, tie.second)), sideWords(tie.side),
        Inline(SettlementWords.number(tie.congruence)),
        Inline(SettlementWords.number(tie.conflict)), standingWords(tie))
    }
    var blocks: [Document.Block] = [.table(table)]
    if view.ties.count > most {
      blocks.append(
        .remark(
          "\(view.ties.count - most) more ties are left out here; the CSV and JSON contain them."))
    }
    if view.asked.normalisation != .none {
      blocks.append(.remark("Weights are normalised: \(view.asked.normalisation.rawValue)."))
    }
    return blocks
  }

  func tieTitle(_ tie: NetworksView.Tie) -> String {
    "\(index.name(tie.first)) – \(index.name(tie.second))"
  }

  private func sideWords(_ side: NetworksView.Side) -> Inline {
    switch side {
    case .congruent: Inline("✓ agree")
    case .conflicting: Inline("✗ conflict")
    case .ambivalent: Inline("± both")
    }
  }

  /// `same on 3, opposite on 1; closer since 5 May 2025 [s4]`
  func standingWords(_ tie: NetworksView.Tie) -> Inline {
    var words = Inline("same on \(tie.same), opposite on \(tie.opposite)")
    if let turn = tie.turn {
      words += Inline("; \(turn.isTowards ? "closer" : "apart") since \(turn.date.words) ")
      words += references([turn.statement])
    }
    return words
  }

  private func positionTable(_ view: NetworksView, most: Int) -> [Document.Block] {
    var table = Table(
      "Who is for and against which answer",
      [
        .init("Answer", weight: 3), .init("Actor"), .init("For", isNumber: true, weight: 0),
        .init("Against", isNumber: true, weight: 0), .init("Statements"),
      ])
    table.hasRowHeads = true
    let most = min(most * 3, mostShown)
    let order = view.positionsByAnswer
    for position in order.prefix(most) {
      table.row(
        Inline(view.title(of: position)), Inline(index.name(position.actor)),
        Inline(SettlementWords.number(position.agreement)),
        Inline(SettlementWords.number(position.disagreement)),
        references(position.statements, limit: 3))
    }
    guard order.count > most else { return [.table(table)] }
    return [
      .table(table),
      .remark("\(order.count - most) more rows are left out here; the CSV and JSON contain them."),
    ]
  }

  private func isolateBlocks(_ view: NetworksView) -> [Document.Block] {
    let tied = Set(view.ties.flatMap { [$0.first, $0.second] })
    let alone = view.actors.filter { !tied.contains($0.id) }
    guard !alone.isEmpty else { return [] }
    let shown = alone.prefix(12).map { index.name($0.id) }
    let more = alone.count > shown.count ? ["\(alone.count - shown.count) more"] : []
    return [
      .remark(
        "Without a tie, as no one else speaks of the same answers: \((shown + more).listed()).")
    ]
  }

  private func leftOutBlocks(_ view: NetworksView) -> [Document.Block] {
    guard !view.leftOut.isEmpty else { return [] }
    let parts = view.leftOut.map { "\($0.statements) \($0.reason.words)" }
    return [.remark("Statements that do not count: \(parts.listed()).")]
  }
}

extension NetworksView {
  /// In the order of the answers, then of the actors.
  var positionsByAnswer: [Position] {
    let order = Dictionary(
      answers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return positions.enumerated().sorted { a, b in
      (order[a.element.answer] ?? 0, a.offset) < (order[b.element.answer] ?? 0, b.offset)
    }.map(\.element)
  }

  func title(of position: Position) -> String {
    answers.first { $0.id == position.answer }?.title ?? position.answer
  }
}
