internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  package func document(_ view: ConvergenceView) -> Document {
    var blocks = opening
    blocks += convergenceBlocks(view, heading: true)
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): convergence", blocks)
  }

  /// Issues by how near the parties are, nearest first.
  func convergenceBlocks(_ view: ConvergenceView, heading: Bool) -> [Document.Block] {
    var blocks: [Document.Block] = []
    let shared = SharedProvisos(view)
    for words in sharedWords(shared) { blocks.append(.paragraph(words)) }
    for state in ConvergenceView.State.allCases {
      let rows = view.rows.filter { $0.state == state }
      guard !rows.isEmpty else { continue }
      let title = Inline(state.words.capitalisedFirst, .strong)
      if state == .noEvidence {
        blocks += silentBlocks(rows, shared, heading: heading)
        continue
      }
      blocks.append(heading ? .heading(title.text) : .paragraph(title))
      blocks.append(.items(rows.flatMap { lines($0, shared) }))
      blocks += valuePictures(heading ? rows : Array(rows.filter { $0.gap != nil }.prefix(2)))
    }
    if view.rows.isEmpty {
      let isNarrowed = !lens.parties.isEmpty || !lens.issues.isEmpty
      blocks.append(
        .paragraph(
          Inline(
            isNarrowed
              ? "No issue to be settled is among those that this view shows."
              : index.theCase.issues.contains { $0.kind == .negotiable }
                ? "On no issue to be settled have two parties stated a position."
                : "No issue to be settled is on record.")))
    }
    return blocks
  }

  /// Issues on which some party is silent: how near the others are, which a silence must not hide.
  private func silentBlocks(
    _ rows: [ConvergenceView.Line], _ shared: SharedProvisos, heading: Bool
  ) -> [Document.Block] {
    var blocks: [Document.Block] = []
    let shown = rows.filter { $0.among != nil }
    let rest = rows.filter { $0.among == nil }
    let title = heading ? "No evidence from some party" : "No statement from some party"
    blocks.append(heading ? .heading(title) : .paragraph(Inline(title, .strong)))
    if !shown.isEmpty { blocks.append(.items(shown.flatMap { lines($0, shared) })) }
    if heading { blocks += valuePictures(shown) }
    if rest.isEmpty { return blocks }
    if !heading {
      let also = shown.isEmpty ? "" : "further "
      let words =
        "On \(rest.count) \(also)issue\(rest.count == 1 ? "" : "s") at least one party has no statement on record."
      return blocks + [.remark(Inline(words))]
    }
    var line = Inline("No position on record, with the party concerned: ")
    for (place, row) in rest.enumerated() {
      let who = row.silent.isEmpty ? "only one party is concerned" : index.names(row.silent)
      line += Inline("\(place == 0 ? "" : "; ")\(row.title) (\(who)")
      for required in row.requiring { line += Inline("; ") + requirementWords(required) }
      line += Inline(")")
    }
    return blocks + [.paragraph(line + Inline("."))]
  }

  /// `the south requires “≥ 70 billion”, as a condition [b5]`
  private func requirementWords(_ required: ConvergenceView.Otherwise) -> Inline {
    let relay =
      required.saidBy.isEmpty ? "" : ", \(relayWords(required.saidBy, required.statements))"
    return Inline(
      "\(index.running(required.party)) requires “\(required.title)”, as a condition\(relay) ")
      + references(required.statements, limit: 3)
  }

  /// The numbers of each issue over time, where they are numbers.
  private func valuePictures(_ rows: [ConvergenceView.Line]) -> [Document.Block] {
    rows.compactMap { row in
      let ways = row.trajectories.map { (name: index.name($0.party), values: $0.values) }
      return Presentation.valuePicture(row.title, ways, now: lens.asOf).map { .picture($0) }
    }
  }

  private func lines(_ row: ConvergenceView.Line, _ shared: SharedProvisos) -> [Inline] {
    let contested =
      row.isContested && row.state != .contested ? Inline(" (contested)", .warning) : Inline("")
    if row.state == .ended {
      let ended = row.ended
      return [
        Inline(row.title, .strong)
          + Inline(
            ": \(ended?.how.words ?? "ended")\(ended?.date.map { ", \($0.words)" } ?? "") ")
          + grounds(ended?.evidence ?? [], basis: ended?.basis)
      ]
    }
    let start = Inline(row.title, .strong) + contested
    if (row.among ?? row.state) == .apart {
      return [
        start + Inline(": \(row.among == nil ? "" : "apart among those who have spoken; ")")
          + apartWords(row) + asides(row)
      ]
    }
    return row.answers.enumerated().map { place, answer in
      var line = start + Inline(": ")
      if let among = row.among {
        line += Inline("\(amongWords(among, answer, in: row)): ")
      }
      line += Inline("\(answer.title) ")
      if !answer.saidBy.isEmpty {
        line += Inline("\(relayWords(answer.saidBy, answer.statements)) ")
      }
      if !answer.hedgedBy.isEmpty {
        line += Inline("in hedged or doubtful words of \(index.running(answer.hedgedBy)) ")
      }
      line += references(answer.statements)
      if let said = answer.newest { line += Inline(", \(said.words)", .faint) }
      if let since = answer.since, answer.newest.map({ since.isLater(than: $0) }) ?? true {
        line += Inline(", agreed since \(since.words)", .faint)
      }
      if answer.isDeadlocked { line += Inline("; in a deadlock") }
      for words in obstacleWords(answer.obstacles.filter { !shared.says($0, of: row) }) {
        line += Inline("; ") + words
      }
      for obstacle in answer.awaited { line += Inline("; ") + awaitedWords(obstacle) }
      for whole in answer.partOf {
        line += Inline("; \(index.names(whole.parties)) as part of “\(whole.title)” ")
        line += references(whole.statements, limit: 3)
      }
      if let broken = answer.broken { line += Inline("; \(promiseWords(broken))", .warning) }
      for threat in answer.threats {
        line += Inline("; \(threat.sentence) ", .warning) + references(threat.statements, limit: 3)
      }
      if hasWay(row) { line += Inline("; \(wayWords(row))", .faint) }
      // What holds of the issue is said once, whichever its answers.
      return line + asides(row)
        + (place == row.answers.count - 1 ? provisos(row, shared) : Inline(""))
    }
  }

  /// Why no answer does for all, and what would.
  private func apartWords(_ row: ConvergenceView.Line) -> Inline {
    var line = Inline("")
    if let gap = row.gap {
      // Of sets the words say themselves what is missing.
      let isSet = index.issue(row.issue)?.value == .set
      line += Inline("\(isSet ? "" : "gap of ")\(gap); ") + Inline(wayWords(row))
    } else if row.moves.isEmpty {
      line += Inline("no single concession would bring the sides together")
    } else if Set(row.moves.map(\.party)).count > 1,
      row.moves.allSatisfy({ $0.isAgainst && !$0.givesUp })
    {
      let each = row.moves.map { move -> Inline in
        let conditions = obstacleWords(move.obstacles).reduce(Inline("")) { $0 + Inline("; ") + $1 }
        return Inline("\(index.running(move.party)) “\(move.title)”") + conditions
      }
      line += Inline("each rejects what would bring the sides together: ")
      for (place, words) in each.enumerated() {
        line += Inline(place == 0 ? "" : "; ") + words
      }
    } else {
      line += Inline("the sides would meet ")
      for (place, move) in row.moves.enumerated() {
        line += Inline(place == 0 ? "" : "; or ") + moveWords(move)
      }
    }
    for coalition in row.coalitions {
      line += Inline(
        "; \(index.names(coalition.parties)) \(isMeasured(row) ? "would be content with" : "accept") “\(coalition.title)”, without \(index.running(coalition.outside))"
      )
      if !coalition.rejectedBy.isEmpty {
        line += Inline(" (rejected by \(index.running(coalition.rejectedBy)))")
      }
    }
    return line
  }

  private func moveWords(_ move: ConvergenceView.Move) -> Inline {
    if move.givesUp { return Inline("if \(index.running(move.party)) gave up “\(move.title)”") }
    let now =
      move.isAgainst
      ? ", which it rejects"
      : move.instead.map { " in place of “\($0)”" }
        ?? ", on which it has taken no clear position"
    var line = Inline("if \(index.running(move.party)) accepted “\(move.title)”\(now)")
    for (place, words) in obstacleWords(move.obstacles).enumerated() {
      line += Inline(place == 0 ? "; " : ", ") + words
    }
    return line
  }

  /// What several would take of a number follows from what each wants, and is in no one's words.
  private func isMeasured(_ row: ConvergenceView.Line) -> Bool {
    index.issue(row.issue).map { $0.value == .quantity || $0.value == .date } ?? false
  }

  /// What stands beside a line: reports that differ, red lines, provisional texts, who is silent.
  private func asides(_ row: ConvergenceView.Line) -> Inline {
    var line = Inline("")
    for other in row.otherwise {
      var words =
        other.saidBy.isEmpty
        ? "; last own words of \(index.running(other.party)): \(other.title)"
        : "; but \(index.running(other.party)) \(other.isAgainst ? "against" : "for") \(other.title), \(relayWords(other.saidBy, other.statements))"
      if let said = other.newest { words += ", \(said.words)" }
      line += Inline(words + " ") + references(other.statements, limit: 3)
    }
    for other in row.reservations {
      let words =
        other.isInAddition ? "asks in addition for “\(other.title)”" : "maintains “\(other.title)”"
      line += Inline("; \(index.name(other.party)) \(words) ")
      line += references(other.statements, limit: 3)
    }
    if !row.redLines.isEmpty {
      let words = row.redLines.map(\.party).reduce(into: [Case.Actor.ID]()) {
        if !$0.contains($1) { $0.append($1) }
      }.map { party in
        let drawn = row.redLines.filter { $0.party == party }
        let sides = [false, true].compactMap { isAgainst -> String? in
          let titles = drawn.filter { $0.isAgainst == isAgainst }.map { "“\($0.title)”" }
          return titles.isEmpty ? nil : (isAgainst ? "no " : "") + titles.listed()
        }
        return " of \(index.running(party)): \(sides.joined(separator: ", "))"
      }
      for one in words { line += Inline("; ") + Inline("red line", .redLine) + Inline(one) }
    }
    for text in row.provisional {
      line += Inline(
        "; “\(text.title)” provides for “\(text.answerTitle)”, provisionally agreed by all ")
      line += references(text.statements, limit: 3)
      if let date = text.date { line += Inline(", \(date.words)", .faint) }
    }
    for text in row.inForce {
      let since = text.date.map { " since \($0.words)" } ?? ""
      line += Inline(
        "; “\(text.title)”, in force\(since), provides for “\(text.answerTitle)” ")
      line += references(text.statements, limit: 2)
    }
    if row.among != nil {
      let named = Set((row.refusingWhole + row.requiring).map(\.party))
      let silent = row.silent.filter { !named.contains($0) }
      if !silent.isEmpty { line += Inline("; no statement from \(index.running(silent))") }
      for required in row.requiring { line += Inline("; ") + requirementWords(required) }
    }
    for refusal in row.refusingWhole {
      line += Inline("; \(index.name(refusal.party)) refused the whole of which it is a part ")
      line += references(refusal.statements, limit: 2)
    }
    return line
  }

  /// Where all have named one and the same from the start, there is no way to show.
  private func hasWay(_ row: ConvergenceView.Line) -> Bool {
    Set(row.trajectories.map(\.values.trajectoryWords)).count > 1
      || row.trajectories.contains { $0.values.trajectory.count > 1 }
  }

  /// How each side came to what it would take: `North 60 | South 18 → 25`.
  private func wayWords(_ row: ConvergenceView.Line) -> String {
    row.trajectories.map { way in
      [index.name(way.party), way.values.trajectoryWords].filter { !$0.isEmpty }
        .joined(separator: " ")
        + (way.values.range.map { ", would accept \($0)" } ?? "")
        + (way.values.considered.map { ", would consider \($0)" } ?? "")
    }.joined(separator: " | ")
  }

  private func provisos(_ row: ConvergenceView.Line, _ shared: SharedProvisos) -> Inline {
    var words: [String] = []
    if !row.tookNote.isEmpty { words.append("\(index.names(row.tookNote)) only took note") }
    if !row.consentMissing.isEmpty, !shared.saysConsent(of: row) {
      words.append("the consent of \(index.running(row.consentMissing)) is missing")
    }
    for refusal in row.disowned {
      words.append(
        "refused by \(index.running(refusal.by)), speaking for \(index.running(refusal.party)), which signed (\(refusal.statement))"
      )
    }
    for bar in row.barredBy {
      let who = bar.heldBy.isEmpty ? "" : " as interpreted by \(index.running(bar.heldBy))"
      words.append("barred by “\(bar.title)”\(who) (\(bar.reading))")
    }
    if row.isProvisional, row.among != nil || !shared.isProvisional {
      words.append("nothing is agreed until everything is agreed")
    }
    return words.isEmpty ? Inline("") : Inline("; \(words.joined(separator: "; "))", .warning)
  }
}
