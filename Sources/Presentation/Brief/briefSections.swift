internal import CaseModel
internal import StateOfPlay

/// The parts of the brief that say less than the views they are taken from.
extension Frame {
  /// What changed: since the lens's date where it has one, else at all; first words are left out.
  func changeBlocks(_ view: ChangesView) -> [Document.Block] {
    let real = view.changes.filter { $0.kinds != [.reaffirmed] && $0.kinds != [.new] }
    let since = lens.since.map { " since \($0.words)" } ?? ""
    var blocks: [Document.Block] = [.heading("What changed\(since)")]
    let most = 7
    var table = changesTable(Array(real.suffix(most)), "Where a position became other than before")
    table.emptyWords = "No change of a position is on record\(since)."
    blocks.append(.table(table))
    if real.count > most {
      blocks.append(
        .remark("The \(most) latest of \(real.count); `dragoman changes` has them all."))
    }
    if !view.unsupportedClaims.isEmpty {
      var line = Inline("Authors see changes that no words of the party show: ")
      for (position, claim) in view.unsupportedClaims.enumerated() {
        line += Inline("\(position > 0 ? "; " : "")\(claim.gist) (\(index.names(claim.speakers))) ")
        line += references([claim.statement])
      }
      blocks.append(.paragraph(line))
    }
    return blocks
  }

  /// One line for each contradiction; the sides are in the view.
  func contradictionBlocks(_ view: ContradictionsView) -> [Document.Block] {
    guard !view.groups.isEmpty else { return [] }
    let items = view.groups.map { group in
      var line = Inline(group.title, .strong)
      if let actor = group.actor { line += Inline(", \(index.name(actor))") }
      for (position, side) in group.sides.enumerated() {
        line += Inline((position == 0 ? ": " : " — against: ") + "\(side.answer) ")
        line += references(side.statements.map(\.statement), limit: 3)
      }
      return line + Inline(" (\(group.verdict.words))", .faint)
    }
    return [.heading("Accounts that contradict each other"), .items(items)]
  }

  /// Issues on which two of the case's parties or more have spoken, and the others.
  func splitByVoices(
    _ view: PositionsView
  ) -> (shared: PositionsView, single: PositionsView) {
    let parties = Set(index.theCase.header.parties)
    func voices(_ row: PositionsView.Row) -> Int {
      row.cells.count { parties.contains($0.party) && !$0.isEmpty }
    }
    var (shared, single) = (view, view)
    shared.rows.removeAll { voices($0) < 2 }
    single.rows.removeAll { voices($0) >= 2 }
    return (shared, single)
  }

  /// What only one party has spoken on, a line for each party.
  func singleVoices(_ view: PositionsView) -> [Document.Block] {
    var items: [Inline] = []
    for party in view.parties {
      let spoken = view.rows.compactMap { row in
        row.cells.first { $0.party == party && !$0.isEmpty }.map { (row, $0) }
      }
      guard !spoken.isEmpty else { continue }
      var line = Inline("\(index.name(party)) alone", .strong)
      for (position, (row, cell)) in spoken.enumerated() {
        line += Inline(position == 0 ? ": " : "; ") + Inline(row.title) + Inline(" — ")
        let current = cell.answers.filter { !$0.isSuperseded }
        let words = current.prefix(2).map { answer in
          "\(answer.glyphs) \(answer.title)\(answer.toldByOthersOnly ? " (as others tell)" : "")"
        }
        // Words of one side alone are often old ones.
        let date = cell.newest.map { ", said \($0.words) " } ?? " "
        line += Inline(words.joined(separator: ", ") + (current.count > 2 ? ", …" : "") + date)
        line += references(current.flatMap(\.decidedBy), limit: 2)
      }
      items.append(line)
    }
    guard !items.isEmpty else { return [] }
    return [.paragraph("On other issues the record holds one side's words:"), .items(items)]
  }

  /// What waits on what, and what would open it.
  func waitingBlocks(_ view: PreconditionsView) -> [Document.Block] {
    guard !view.edges.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("What waits on what")]
    if let picture = stepGraphPicture(view.stepGraph(index, knotsOnly: true)) {
      blocks.append(.picture(picture))
    }
    for (position, deadlock) in view.deadlocks.enumerated() {
      let number = view.deadlocks.count > 1 ? " \(position + 1)" : ""
      let readings = deadlock.cycle.isFirm ? "" : " (it rests on a reading)"
      blocks.append(
        .paragraph(
          Inline("Deadlock\(number)\(readings): ", .strong)
            + Inline("\(deadlock.cycle.sentence) ")
            + references(statements(deadlock.cycle.edges, view), limit: 6)))
      blocks.append(.items(openingItems(deadlock, view)))
    }
    let trades = view.trades.map { trade in
      let edges = trade.edges.compactMap { view.edge($0) }
      let most = 2
      var line = Inline("Trade, to be given together: ", .strong)
      line += Inline(edges.prefix(most).map(\.sentence).joined(separator: "; "))
      line += Inline(edges.count > most ? "; and \(edges.count - most) more like it" : "")
      let newest = edges.flatMap(\.grounds).compactMap(\.said).max()
      line += Inline(newest.map { ", last said \($0.words) " } ?? " ")
      return line + references(statements(trade.edges, view), limit: 4)
    }
    let others = trades + view.blocked.map { blockedWords($0, view) }
    if !others.isEmpty { blocks.append(.items(others)) }
    if view.deadlocks.isEmpty {
      blocks.append(.paragraph("No conditions on record wait on each other in a circle."))
    }
    return blocks
  }

  /// A legal act on a few lines: who issued it, how it is read and by whom, and how much on record
  /// would breach it so read.
  func limitItems(_ act: ConstraintsView.Act) -> [Inline] {
    var head = Inline(act.title, .strong) + Inline(", binding \(index.name(act.holder))")
    if let issued = act.issued { head += Inline(", issued \(issued.words)") }
    for (position, issuer) in act.issuers.enumerated() {
      head += Inline("\(position == 0 ? " by" : " or by") \(index.name(issuer.actor)) ")
      head += grounds(issuer.evidence, basis: issuer.basis, limit: 2)
    }
    return [head]
      + act.readings.map { reading in
        var line = Inline("\(reading.title)", .strong)
        if !reading.heldBy.isEmpty { line += Inline(", as \(index.names(reading.heldBy)) read it") }
        line += Inline(" ") + grounds(reading.evidence, basis: reading.basis, limit: 2)
        guard let last = reading.breaches.last else {
          return line + Inline(": nothing on record would breach it")
        }
        line += Inline(
          ": \(reading.breaches.count.counted("thing")) on record would breach it, last \(last.date?.words ?? "undated"), \(last.words) "
        )
        return line + references(last.statements, limit: 2)
      }
  }

  /// Who can open a deadlock alone, on one line; else the smallest sets, each on its own.
  private func openingItems(
    _ deadlock: PreconditionsView.Deadlock, _ view: PreconditionsView
  ) -> [Inline] {
    let sets = deadlock.openings.sets
    let alone = sets.filter { $0.waivers.count == 1 }
    guard !alone.isEmpty else {
      return sets.prefix(3).map { Inline("It opens if ") + opening($0, view) }
    }
    var line = Inline("It opens if one gives way: ")
    for (position, set) in alone.prefix(4).enumerated() {
      if position > 0 { line += Inline(", or ") }
      line += Inline(index.names(set.parties), .strong) + Inline(" ")
      line += references(statements(set.waivers, view), limit: 2)
    }
    return [line]
  }

  private func blockedWords(
    _ chain: PreconditionsView.Blocked, _ view: PreconditionsView
  ) -> Inline {
    let first = chain.chains.first?.compactMap { view.edge($0) } ?? []
    var line = Inline("Blocked: ", .strong) + Inline("“\(stepTitle(chain.step, view))”")
    for (position, rejection) in chain.rejections.enumerated() {
      let joint = position == 0 ? ", which" : " and"
      line += Inline("\(joint) \(index.name(rejection.party)) rejects ")
      line += references(rejection.statements, limit: 3)
    }
    line += Inline(": ") + Inline(first.map(\.sentence).joined(separator: "; ") + " ")
    return line + references(statements(first.map(\.id), view), limit: 3)
  }
}
