internal import CaseModel
public import StateOfPlay

extension Frame {
  public func document(_ view: ConvergenceView) -> Document {
    var blocks = opening
    blocks += convergenceBlocks(view, heading: true)
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): convergence", blocks)
  }

  /// Issues by how near the parties are, nearest first.
  func convergenceBlocks(_ view: ConvergenceView, heading: Bool) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for state in ConvergenceView.State.allCases {
      let rows = view.rows.filter { $0.state == state }
      guard !rows.isEmpty else { continue }
      // In the brief the matrix above already shows who is silent on what.
      if state == .noEvidence, !heading {
        blocks.append(
          .remark(Inline("On \(rows.count.counted("issue")) some party's words are missing.")))
        continue
      }
      let title = state.words.capitalisedFirst
      blocks.append(heading ? .heading(title) : .paragraph(Inline(title, .strong)))
      if state == .noEvidence {
        let names = rows.map { row in "\(row.title) (\(index.names(row.silent)))" }
        blocks.append(.paragraph(Inline(names.joined(separator: "; ") + ".")))
      } else {
        blocks.append(.items(rows.flatMap { lines($0) }))
      }
    }
    if view.rows.isEmpty { blocks.append(.paragraph("No issue to be settled is on record.")) }
    return blocks
  }

  private func lines(_ row: ConvergenceView.Line) -> [Inline] {
    let contested = row.isContested ? Inline(" (contested)", .warning) : Inline("")
    if row.state == .apart {
      var line = Inline(row.title, .strong) + contested
      if row.moves.isEmpty {
        line += Inline(": no single yes would bring the sides together")
      } else {
        let moves = row.moves.map { move in
          "if \(index.name(move.party)) accepted “\(move.title)”\(move.isAgainst ? ", which it rejects" : ", on which it has said nothing that decides")"
        }
        line += Inline(": together \(moves.joined(separator: "; or "))")
      }
      return [line]
    }
    return row.answers.map { answer in
      var line = Inline(row.title, .strong) + contested + Inline(": \(answer.title) ")
      if !answer.saidBy.isEmpty { line += Inline("as \(index.names(answer.saidBy)) tell it ") }
      line += references(answer.statements)
      if let said = answer.newest { line += Inline(", \(said.words)", .faint) }
      for obstacle in answer.obstacles { line += Inline("; ") + obstacleWords(obstacle) }
      return line
    }
  }

  private func obstacleWords(_ obstacle: ConvergenceView.Obstacle) -> Inline {
    let tie = obstacle.kind == .exchange ? "in exchange for" : "only after"
    var words = "\(index.name(obstacle.holder)) \(tie) “\(obstacle.requirement)”"
    if let who = obstacle.inferred { words += " (inferred by \(index.name(who)))" }
    words +=
      obstacle.rejectedBy.isEmpty
      ? ", which is not yet so" : ", which \(index.names(obstacle.rejectedBy)) rejects"
    return Inline(words + " ") + references(obstacle.statements, limit: 3)
  }
}
