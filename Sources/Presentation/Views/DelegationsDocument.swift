package import CaseModel
package import StateOfPlay

extension ViewContext {
  package func document(_ view: DelegationsView) -> Document {
    var blocks = opening
    blocks.append(.table(meetingsTable(view)))
    let replies = replyItems(view)
    if !replies.isEmpty {
      blocks.append(.paragraph(Inline("Replies to meetings ahead", .strong)))
      blocks.append(.items(replies))
    }
    let days = view.meetings.flatMap(dayItems)
    if !days.isEmpty {
      blocks.append(.paragraph(Inline("How the dates were determined", .strong)))
      blocks.append(.items(days))
    }
    for sitting in view.meetings where !sitting.delegations.isEmpty {
      blocks.append(.heading(sittingTitle(sitting)))
      blocks.append(.table(delegationTable(sitting)))
      let claims = claimItems(sitting)
      if !claims.isEmpty {
        blocks.append(.paragraph(Inline("Statements about the delegations", .strong)))
        blocks.append(.items(claims))
      }
    }
    if !view.thirdParties.isEmpty {
      blocks += [
        .heading("Third parties"), .table(thirdPartyTable(view.thirdParties, mostOffers: 12)),
      ]
    }
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(title): meetings and delegations", blocks)
  }

  func sittingTitle(_ sitting: DelegationsView.Sitting) -> String {
    if sitting.date == nil, let planned = sitting.planned {
      let gone =
        sitting.isPastUnreported
        ? "; the date has passed, and there is no report on whether it was held" : ""
      return "\(sitting.title), planned for \(planned.words)\(gone)"
    }
    guard let date = sitting.date?.words, !sitting.title.contains(date) else {
      return sitting.title
    }
    return "\(sitting.title), \(date)"
  }

  func meetingsTable(_ view: DelegationsView) -> Table {
    var table = Table(
      "Meetings in order of date",
      [
        Table.Column("Date"), Table.Column("Meeting", weight: 3), Table.Column("State"),
        Table.Column("Place", weight: 2), Table.Column("Host"), Table.Column("Evidence"),
      ])
    table.emptyWords = "No meeting is on record."
    for sitting in view.meetings {
      var date =
        sitting.date?.words ?? sitting.planned.map {
          "planned \($0.words)" + (sitting.isPastUnreported ? ", passed without a report" : "")
        } ?? "no date"
      if let planned = sitting.planned, let held = sitting.date, planned != held {
        date += " (planned \(planned.words))"
      }
      table.row(
        Inline(date), Inline(sitting.title), Inline(sitting.statusWords),
        Inline(sitting.place == sitting.title ? "" : sitting.place ?? ""),
        Inline(index.names(sitting.host)), grounds(sitting.evidence, basis: sitting.basis, limit: 2)
      )
    }
    return table
  }

  /// `Talks of May, planned for 18 May 2032: Masrin accepts [s2]; Tebran declines [s4]; no reply from
  /// Kedara`
  func replyItems(_ view: DelegationsView) -> [Inline] {
    view.meetings.filter { $0.replies.contains { $0.kind != nil } }.map { sitting in
      var line = Inline(sittingTitle(sitting), .strong) + Inline(": ")
      let given = sitting.replies.filter { $0.kind != nil }
      for (place, reply) in given.enumerated() {
        line += Inline(place > 0 ? "; " : "")
        line += Inline(
          "\(index.running(reply.party)) \(reply.kind?.words ?? "")"
            + (reply.said.map { " (\($0.words)) " } ?? " "))
        line += references(reply.statement.map { [$0] } ?? [])
      }
      let silent = sitting.replies.filter { $0.kind == nil }.map(\.party)
      if !silent.isEmpty {
        line += Inline("; no reply from \(index.running(silent)) on record", .faint)
      }
      return line
    }
  }

  /// The words that a meeting's days come from.
  private func dayItems(_ sitting: DelegationsView.Sitting) -> [Inline] {
    [
      ("planned for", sitting.planned, sitting.plannedFrom),
      ("held", sitting.date, sitting.dateFrom),
    ]
    .compactMap { state, day, origin in
      guard let day, let origin else { return nil }
      return Inline("\(sitting.title), \(state) \(day.words): \(origin)")
    }
  }

  /// The delegations to one meeting side by side.
  func delegationTable(_ sitting: DelegationsView.Sitting) -> Table {
    var table = Table(
      "Delegations by meeting",
      [Table.Column("", weight: 1)]
        + sitting.delegations.map { Table.Column(index.name($0.party), weight: 3) })
    table.hasRowHeads = true
    func row(_ name: String, _ cell: (DelegationsView.DelegationLine) -> [Inline]) {
      let cells = sitting.delegations.map(cell)
      guard cells.contains(where: { $0.contains { !$0.isEmpty } }) else { return }
      table.rows.append([[Inline(name, .strong)]] + cells)
    }
    row("Head") { line in
      line.heads.isEmpty
        ? [Inline("not recorded", .faint)] : line.heads.map { delegateWords($0) }
    }
    row("Members") { line in line.members.filter { !$0.head }.map { delegateWords($0) } }
    row("Size") { line in
      [Inline(line.othersUnknown ? "at least \(line.size)" : "\(line.size)")]
    }
    row("Highest level") { line in [Inline(line.highestLevel?.words ?? "not recorded")] }
    row("Absent") { line in
      line.absent.map {
        Inline("\(index.name($0)) ") + grounds(line.evidence, basis: line.basis, limit: 2)
      }
    }
    row("Since the meeting before") { line in line.changes.map { Inline($0.words) } }
    return table
  }

  private func delegateWords(_ delegate: DelegationsView.Delegate) -> Inline {
    let detail = [delegate.rank, delegate.role].compactMap { $0 }.joined(separator: "; ")
    return Inline(delegate.name + (detail.isEmpty ? "" : ", \(detail)") + " ")
      + (delegate.evidence.isEmpty && delegate.basis == nil
        ? Inline("") : grounds(delegate.evidence, basis: delegate.basis, limit: 2))
  }

  /// What is said of the delegations beyond who sat in them, which the table cites already; at most
  /// `limit`.
  func claimItems(_ sitting: DelegationsView.Sitting, limit: Int = .max) -> [Inline] {
    let claims = sitting.delegations.map { line in
      let cited = Set(line.evidence + line.members.flatMap(\.evidence))
      return line.mandateClaims.filter { !cited.contains($0.statement) }.map { claim in
        Inline(
          "\(index.name(line.party)): \(claim.gist)\(claim.possiblyLater ? ", perhaps later" : "")"
            + " (\(index.running(claim.speakers))) ")
          + references([claim.statement])
      }
    }
    // One of each delegation in turn, so that a short list has something of all.
    let items = (0..<(claims.map(\.count).max() ?? 0)).flatMap { place in
      claims.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
    guard items.count > limit else { return items }
    return items.prefix(limit) + [Inline("and \(items.count - limit) more", .faint)]
  }
}

extension DelegationsView.Reply.Kind {
  /// What the party does: `accepts`.
  package var words: String {
    switch self {
    case .proposed: "proposes it"
    case .accepted: "accepts"
    case .conditional: "accepts on a condition"
    case .declined: "declines"
    case .undecided: "has not replied"
    }
  }
}

extension DelegationsView.Sitting {
  /// `held`; of one of several days that has begun and not ended `in session`.
  package var statusWords: String { isInSession ? "in session" : status.words }
}

extension Case.Meeting.Status {
  package var words: String {
    switch self {
    case .proposed: "proposed"
    case .planned: "planned"
    case .held: "held"
    case .notHeld: "not held"
    }
  }
}
