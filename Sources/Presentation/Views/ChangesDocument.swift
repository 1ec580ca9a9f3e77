internal import CaseModel
public import StateOfPlay

extension ViewContext {
  public func document(_ view: ChangesView) -> Document {
    var blocks = opening
    let real = view.changes.filter(\.isMove)
    blocks.append(
      .table(changesTable(real, "Changes of position, with the statements before and after")))
    let progress = view.changes.filter { $0.kinds == [.progress] }
    if !progress.isEmpty {
      blocks.append(.heading("Progress: what was awaited came about, or lapsed"))
      blocks.append(.items(progress.map { progressWords($0) }))
    }
    if !view.perhaps.isEmpty {
      blocks.append(.heading("Perhaps moved: signs that the party's own words do not settle"))
      blocks.append(.items(view.perhaps.map { perhapsWords($0) }))
    }
    let fresh = view.changes.filter { $0.kinds == [.new] }
    if !fresh.isEmpty {
      blocks.append(.heading("First words on an issue"))
      blocks.append(.table(changesTable(fresh, "Positions that had none before")))
    }
    let again = view.changes.filter { $0.kinds == [.reaffirmed] }
    if !again.isEmpty {
      blocks.append(.heading("Said again"))
      blocks.append(.items(again.map { reaffirmed($0) }))
    }
    if !view.unsupportedClaims.isEmpty {
      blocks.append(.heading("Changes that authors claim and no words of the party show"))
      blocks.append(.items(view.unsupportedClaims.map { claimWords($0) }))
    }
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): changes", blocks)
  }

  func changesTable(_ changes: [ChangesView.Change], _ caption: String) -> Table {
    var table = Table(
      caption,
      [
        Table.Column("When"), Table.Column("Who, on what", weight: 2), Table.Column("Kind"),
        Table.Column("Before", weight: 3), Table.Column("After", weight: 3),
      ])
    table.emptyWords = "No change is on record."
    for change in changes {
      let kind = [Inline(change.kinds.map(\.words).joined(separator: ", "), .strong)]
      table.rows.append([
        [Inline(change.date.words)],
        [Inline(index.name(change.party), .strong), Inline(change.title)], kind,
        change.before.isEmpty
          ? [
            Inline(change.kinds == [.new] ? "nothing on record" : "nothing on this answer", .faint)
          ] : change.before.map { wordsLine($0) },
        change.after.map { wordsLine($0) } + change.answers.flatMap { answerLines($0) }
          + change.foretold.map { foretoldWords($0) }
          + change.claims.map { claimWords($0) },
      ])
    }
    return table
  }

  /// The quoted words are a `show` away; the gist stands for them.
  private func wordsLine(_ words: ChangesView.Words) -> Inline {
    Inline(words.gist + (words.toldLater ? " (reported later) " : " "))
      + references([words.statement])
  }

  private func answerLines(_ answer: ChangesView.AnswerChange) -> [Inline] {
    var lines: [Inline] = []
    if answer.isSuperseded { lines.append(Inline("gives way: \(answer.title)", .faint)) }
    for step in answer.requirementsAdded {
      lines.append(Inline("new requirement, \(step)", .faint))
    }
    // What is refused now waits for nothing, which needs no saying.
    for step in answer.requirementsDropped where answer.after.contains(where: \.accepts) {
      lines.append(Inline("requirement dropped, \(step)", .faint))
    }
    if answer.redLineAdded { lines.append(Inline("red line drawn: \(answer.title)", .strong)) }
    if answer.redLineDropped {
      let how = answer.redLineCrossed ? "red line crossed by its own word" : "red line given up"
      lines.append(Inline("\(how): \(answer.title)", .faint))
    }
    return lines
  }

  private func foretoldWords(_ words: ChangesView.Words) -> Inline {
    Inline("others of its side or third parties had reported so: \(words.gist) ", .faint)
      + references([words.statement])
  }

  public func progressWords(_ change: ChangesView.Change) -> Inline {
    let met = change.answers.flatMap(\.requirementsMet)
    var line = Inline("\(change.date.words), \(index.name(change.party)), \(change.title): ")
    line += Inline(
      met.isEmpty
        ? "words that were to hold until then have lapsed"
        : "condition, "
          + met.joined(separator: "; "))
    return line + Inline(" ") + references((change.before + change.after).map(\.statement))
  }

  public func perhapsWords(_ sign: ChangesView.Perhaps) -> Inline {
    var line = Inline("\(index.name(sign.party)), \(sign.title)", .strong)
    line += Inline(": \(sign.answerTitle) — \(sign.kind.words)")
    if !sign.conditions.isEmpty { line += Inline(" (\(sign.conditions.joined(separator: "; ")))") }
    if let newest = sign.words.compactMap(\.said).max() { line += Inline(", \(newest.words)") }
    line += Inline(": ") + Inline(sign.words.first?.gist ?? "") + Inline(" ")
    line += references(sign.words.map(\.statement), limit: 3)
    return line + Inline("; what stands ") + references(sign.against.map(\.statement), limit: 3)
  }

  private func reaffirmed(_ change: ChangesView.Change) -> Inline {
    Inline("\(change.date.words), \(index.name(change.party)), \(change.title): ")
      + Inline(change.after.first?.gist ?? "") + Inline(" ")
      + references(change.after.map(\.statement))
  }

  func claimWords(_ claim: ChangesView.Claim) -> Inline {
    Inline(
      "\(index.names(claim.speakers)) describes it as \(claim.change.rawValue): \(claim.gist) ",
      .faint)
      + references([claim.statement])
  }
}

extension ChangesView.Change {
  /// Neither a first word, nor one said again, nor progress alone.
  public var isMove: Bool { !kinds.allSatisfy { [.new, .reaffirmed, .progress].contains($0) } }
}
