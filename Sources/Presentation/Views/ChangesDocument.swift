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

  /// The changes as tables, for faces that hold nothing else.
  func tables(_ view: ChangesView) -> [Table] {
    let fresh = view.changes.filter { $0.kinds == [.new] }
    let moves = changesTable(
      view.changes.filter(\.isMove), "Changes of position, with the statements before and after")
    return fresh.isEmpty
      ? [moves] : [moves, changesTable(fresh, "Positions where none was on record before")]
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
    guard !moves.isEmpty else { return "No change is on record \(range)." }
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
      change.answers.map { answerLine($0) } + change.announced.map { announcedWords($0) }
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
    index.name(change.party) + (change.body.map { " (\(index.name($0)))" } ?? "")
  }

  /// `A truce: ✗ → ✓; red line given up`
  private func answerLine(_ answer: ChangesView.AnswerChange) -> Inline {
    func stances(_ stances: [PositionStance]) -> Inline {
      stances.isEmpty
        ? Inline("nothing", .faint)
        : stances.map { Inline($0.glyph, .stance($0)) }.reduce(Inline(""), +)
    }
    var line = Inline("\(answer.title): ") + stances(answer.before) + Inline(" → ")
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
          + change.announced.map { announcedWords($0) }
          + change.claims.map { claimWords($0) },
      ])
    }
    return table
  }

  /// The quoted words are a `show` away; the gist stands for them.
  private func wordsLine(_ words: ChangesView.Words) -> Inline {
    Inline(words.gist + (words.reportedLater ? " (reported later) " : " "))
      + references([words.statement])
  }

  private func answerLines(_ answer: ChangesView.AnswerChange) -> [Inline] {
    var lines: [Inline] = []
    if answer.isSuperseded { lines.append(Inline("replaces: \(answer.title)", .faint)) }
    for step in answer.requirementsAdded {
      lines.append(Inline("new requirement, \(step)", .faint))
    }
    // What is refused now waits for nothing, which needs no saying.
    for step in answer.requirementsDropped where answer.after.contains(where: \.accepts) {
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

  private func announcedWords(_ words: ChangesView.Words) -> Inline {
    Inline("already reported by others of its side or by third parties: \(words.gist) ", .faint)
      + references([words.statement])
  }

  /// A line each; what lapsed with one offer is one.
  func progressLines(_ changes: [ChangesView.Change]) -> [Inline] {
    var order: [[ChangesView.Change]] = []
    for change in changes {
      let isLapse = change.answers.allSatisfy(\.requirementsMet.isEmpty)
      if isLapse,
        let place = order.firstIndex(where: { others in
          others[0].date == change.date && others[0].party == change.party
            && others[0].before.map(\.statement) == change.before.map(\.statement)
            && others[0].answers.allSatisfy(\.requirementsMet.isEmpty)
        })
      {
        order[place].append(change)
      } else {
        order.append([change])
      }
    }
    return order.map { progressWords($0[0], titles: $0.map(\.title)) }
  }

  private func progressWords(_ change: ChangesView.Change, titles: [String]) -> Inline {
    let met = change.answers.flatMap(\.requirementsMet)
    let on = titles.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: "; ")
    var line = Inline("\(change.date.words), \(index.name(change.party)), \(on): ")
    line += Inline(
      met.isEmpty
        ? change.before.contains { index.statement($0.statement)?.until != nil }
          ? "what it had offered or accepted until then has lapsed"
          : "what it had offered or accepted holds no more, as the text or offer has ended"
        : "condition, "
          + met.joined(separator: "; "))
    return line + Inline(" ") + references((change.before + change.after).map(\.statement))
  }

  package func possibleMoveWords(_ sign: ChangesView.PossibleMove) -> Inline {
    var line = Inline("\(index.name(sign.party)), \(sign.title)", .strong)
    line += Inline(": \(sign.answerTitle) — \(sign.kind.words)")
    if !sign.conditions.isEmpty { line += Inline(" (\(sign.conditions.joined(separator: "; ")))") }
    if let newest = sign.words.compactMap(\.said).max() { line += Inline(", \(newest.words)") }
    line += Inline(": ") + Inline(sign.words.first?.gist ?? "") + Inline(" ")
    line += references(sign.words.map(\.statement), limit: 3)
    return line + Inline("; against it stands ")
      + references(sign.against.map(\.statement), limit: 3)
  }

  private func firstWords(_ changes: [ChangesView.Change]) -> Inline {
    guard let change = changes.first else { return Inline("") }
    let names = changes.count == 1 ? who(change) : index.names(changes.map(\.party))
    return Inline("\(change.date.words), \(names), \(change.title): ")
      + Inline(change.after.first?.gist ?? "") + Inline(" ")
      + references(change.after.map(\.statement))
  }

  /// - Parameter namesIssue: where no heading says whose position it is and on what.
  func claimWords(_ claim: ChangesView.Claim, namesIssue: Bool = false) -> Inline {
    var what = "it"
    if namesIssue, let issue = claim.issue.flatMap({ index.issue($0)?.title }) {
      let whose =
        claim.parties.isEmpty ? "a position" : "the position of \(index.names(claim.parties))"
      what = "\(whose) on “\(issue)”"
    }
    return Inline(
      "\(index.names(claim.speakers)) describes \(what) as \(claim.change.rawValue): \(claim.gist) ",
      .faint)
      + references([claim.statement])
  }
}
