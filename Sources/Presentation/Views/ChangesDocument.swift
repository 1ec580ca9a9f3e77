internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  package func document(_ view: ChangesView) -> Document {
    var blocks: [Document.Block] = [.paragraph(Inline(summary(view)))] + opening
    let moves = view.changes.filter(\.isMove).reversed()
    if !moves.isEmpty {
      blocks.append(.heading("Changes of position, newest first"))
      blocks += moves.prefix(mostShown).map { .part(part($0)) }
      blocks += restWords(moves.count)
    }
    let progress = view.changes.filter { $0.kinds == [.progress] }
    blocks += section(
      "Steps that came about, and statements that lapsed",
      progressLines(progress))
    blocks += section(
      "Possible changes: signs that the party's own statements do not settle",
      view.possibleMoves.map { possibleMoveWords($0) })
    blocks += section(
      "Changes claimed by authors and not shown by the party's own statements",
      view.unsupportedClaims.map { claimWords($0, namesIssue: true) })
    let fresh = view.changes.filter { $0.kinds == [.new] }
    blocks += listed("First statements on an issue", fresh.filter(\.isFirst))
    blocks += listed("First statements on a further option", fresh.filter { !$0.isFirst })
    blocks += listed("Reaffirmed", view.changes.filter { $0.kinds == [.reaffirmed] })
    blocks += [.rule(view.rule), .remark(footer)]
    var document = Document("\(title): changes", blocks)
    document.isWide = true
    return document
  }

  /// The changes and first statements as one table, whose column of kinds tells them apart: a file for a
  /// spreadsheet holds one.
  func data(_ view: ChangesView) -> Table {
    changesTable(
      view.changes.filter { $0.isMove || $0.kinds == [.new] },
      "Changes of position and first statements, with the statements before and after")
  }

  private func summary(_ view: ChangesView) -> String {
    let moves = view.changes.filter(\.isMove)
    let positions = Set(moves.map { [$0.issue.raw, $0.party.raw] }).count
    let range =
      lens.since.map { "since \($0.words)" }
      ?? (lens.isEverything ? "in the whole record" : "in what this view shows")
    if let since = lens.since, let asOf = lens.asOf, since.earliest > asOf.latest {
      return
        "Nothing to compare: \(since.words) lies after \(asOf.words), the as-of date. Choose an earlier one."
    }
    guard !moves.isEmpty else {
      return lens.isEverything && lens.since == nil
        ? "No change is on record." : "No change is on record \(range)."
    }
    return
      "\(moves.count.counted("change")) of \(positions.counted("position")) \(range), newest first."
  }

  private func section(_ title: String, _ items: [Inline]) -> [Document.Block] {
    items.isEmpty
      ? [] : [.heading(title), .items(Array(items.prefix(mostShown)))] + restWords(items.count)
  }

  /// The newest first.
  private func listed(_ title: String, _ changes: [ChangesView.Change]) -> [Document.Block] {
    let groups = joint(changes).reversed()
    guard !groups.isEmpty else { return [] }
    return [
      .folded(
        "\(title) (\(groups.count))",
        [.items(groups.prefix(mostShown).map { firstWords($0) })] + restWords(groups.count))
    ]
  }

  /// What several parties said in the same words on an issue, together.
  private func joint(_ changes: [ChangesView.Change]) -> [[ChangesView.Change]] {
    struct Key: Hashable {
      let issue: Case.Issue.ID
      let statements: [Case.Statement.ID]
    }
    var groups: [[ChangesView.Change]] = []
    var places: [Key: Int] = [:]
    for change in changes {
      let key = Key(issue: change.issue, statements: change.after.map(\.statement))
      if let place = places[key] {
        groups[place].append(change)
      } else {
        places[key] = groups.count
        groups.append([change])
      }
    }
    return groups
  }

  /// One change: both quotes side by side, and what it did to each answer.
  private func part(_ change: ChangesView.Change) -> Document.Part {
    var kinds = Inline("\(change.date.words): ")
    for (place, kind) in change.kinds.enumerated() {
      kinds += Inline(place == 0 ? "" : ", ") + Inline(kind.words, .change(kind))
    }
    var before = Document.Side("Before", cards(change.before.map(\.statement)))
    before.emptyWords = "Nothing earlier is on record on this option."
    var blocks: [Document.Block] = [
      .paragraph(kinds),
      .pair([before, Document.Side("After", cards(change.after.map(\.statement)))]),
    ]
    let lines =
      change.answers.map { answerLine($0) }
      + change.before.filter { $0.lapsedOn != nil }.map { lapsedLine($0) }
      + change.announced.map { announcedWords($0, change.party) }
      + change.claims.map { claimWords($0) }
    if !lines.isEmpty { blocks.append(.items(lines)) }
    return Document.Part(
      Inline(
        "\(who(change)): \(change.title)", to: .cell(change.issue, change.party)),
      anchor: ChangesView.anchor(
        change.issue, change.party, change.after.first?.statement, change.date), blocks)
  }

  /// The party, with the body that speaks where several do.
  func who(_ change: ChangesView.Change) -> String {
    index.name(change.party) + (change.body.map { " (\(index.running($0)))" } ?? "")
  }

  /// What no longer stood when the change was made.
  private func lapsedLine(_ words: ChangesView.Words) -> Inline {
    let day = words.lapsedOn.map { " on \($0.words)" } ?? ""
    return Inline("had lapsed\(day), before the change: \(words.gist) ", .faint)
      + references([words.statement])
  }

  /// `A truce: ✗ → ✓; red line given up`
  private func answerLine(_ answer: ChangesView.AnswerChange) -> Inline {
    if answer.isOfWholeIssue {
      return Inline("\(answer.title), on any answer: ")
        + Inline(
          (answer.requirementsDropped.map { "no longer requires \($0)" }
            + answer.requirementsAdded.map { "now requires \($0)" }).joined(separator: "; "))
    }
    func stances(_ stances: [PositionStance]) -> Inline {
      stances.isEmpty
        ? Inline("nothing", .faint)
        : stances.map { Inline($0.glyph, .stance($0)) }.reduce(Inline(""), +)
    }
    var line = Inline("\(answer.title): ") + stances(answer.before)
    if let day = answer.lapsedOn { line += Inline(" (lapsed on \(day.words))", .faint) }
    line += Inline(" → ")
    line += answer.isSuperseded ? Inline("replaced") : stances(answer.after)
    var notes: [Inline] = []
    if answer.redLineAdded { notes.append(Inline("red line", .redLine) + Inline(" drawn")) }
    if answer.redLineDropped {
      notes.append(
        Inline(
          answer.redLineCrossed
            ? "red line crossed by its own later statement" : "red line given up"))
    }
    notes += answer.requirementsAdded.map { Inline("now requires \($0)") }
    // What is refused now waits for nothing, which needs no saying.
    if answer.after.contains(where: \.accepts) {
      notes += answer.requirementsDropped.map { Inline("no longer requires \($0)") }
    }
    return notes.reduce(line) { $0 + Inline("; ") + $1 }
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
        [Inline(who(change), .strong), Inline(change.title)], kind,
        change.before.isEmpty
          ? [
            Inline("no statement on this option", .faint)
          ] : change.before.map { wordsLine($0) },
        change.after.map { wordsLine($0) } + change.answers.flatMap { answerLines($0) }
          + nowLines(change)
          + change.announced.map { announcedWords($0, change.party) }
          + change.claims.map { claimWords($0) },
      ])
    }
    return table
  }

  /// The quoted words are a `show` away; the gist stands for them.
  private func wordsLine(_ words: ChangesView.Words) -> Inline {
    var marks = words.lapsedOn.map { ["lapsed on \($0.words)"] } ?? []
    if words.reportedLater { marks.append("reported later") }
    return Inline(words.gist + (marks.isEmpty ? " " : " (\(marks.joined(separator: ", "))) "))
      + references([words.statement])
  }

  private func answerLines(_ answer: ChangesView.AnswerChange) -> [Inline] {
    var lines: [Inline] = []
    if answer.isSuperseded { lines.append(Inline("replaces: \(answer.title)", .faint)) }
    for step in answer.requirementsAdded {
      lines.append(Inline("new requirement, \(step)", .faint))
    }
    // What is refused now waits for nothing, which needs no saying.
    for step in answer.requirementsDropped
    where answer.isOfWholeIssue || answer.after.contains(where: \.accepts) {
      lines.append(Inline("requirement dropped, \(step)", .faint))
    }
    if answer.redLineAdded { lines.append(Inline("red line drawn: \(answer.title)", .strong)) }
    if answer.redLineDropped {
      let how =
        answer.redLineCrossed ? "red line crossed by its own later statement" : "red line given up"
      lines.append(Inline("\(how): \(answer.title)", .faint))
    }
    return lines
  }

  /// The answers given with a package or a text, whose words do not name them: `now: ✓ A phase-down (as
  /// part of “Decision of Port Avel”)`.
  private func nowLines(_ change: ChangesView.Change) -> [Inline] {
    let wholes = change.after.compactMap { words -> Subject? in
      guard let about = index.statement(words.statement)?.about, about.issue == nil else {
        return nil
      }
      return about
    }
    guard wholes.count == change.after.count, let whole = wholes.first else { return [] }
    var part = "as part of a package"
    if case .draft(let draft, _) = whole {
      part = "as part of “\(Subject.draft(draft, clause: nil).title(index))”"
    }
    return change.answers.filter { answer in
      !answer.isSuperseded && !answer.after.isEmpty && answer.after != answer.before
    }.map { answer in
      answer.after.reduce(Inline("now: ")) { $0 + Inline($1.glyph, .stance($1)) }
        + Inline(" \(answer.title) ") + Inline("(\(part))", .faint)
    }
  }

  private func announcedWords(_ words: ChangesView.Words, _ party: Case.Actor.ID) -> Inline {
    let line =
      Inline("already reported by others of its side or by third parties: \(words.gist) ", .faint)
      + references([words.statement])
    guard let denials = words.denials else { return line }
    return line + Inline("; \(index.running(party)) denied it then ", .faint)
      + references(denials, limit: 2)
  }
}
