internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Every condition that stands, by who set it: what the step waits for, and how far that has come.
extension ViewContext {
  func standingBlocks(_ view: PreconditionsView) -> [Document.Block] {
    // Those of deadlocks, trades and refused steps stand above.
    var named = Set(view.deadlocks.flatMap { $0.cycle.edges })
    named.formUnion(view.trades.flatMap { $0.edges.prefix(2) })
    named.formUnion(
      view.blocked.flatMap { blocked in
        (blocked.chains.first ?? []) + blocked.chains.compactMap(\.last)
      })
    let standing = view.edges.filter { $0.state.stands && !named.contains($0.id) }
    let carriedOut = carriedOutItems(view)
    guard !standing.isEmpty else { return carriedOut.isEmpty ? [] : [.items(carriedOut)] }
    var holders: [Case.Actor.ID] = []
    let waiting = standing.filter { $0.kind != .trigger }
    for edge in waiting where !holders.contains(edge.holder) { holders.append(edge.holder) }
    let parties = index.theCase.header.parties
    holders = parties.filter(holders.contains) + holders.filter { !parties.contains($0) }
    var items = holders.map { holder in
      var line = Inline("\(index.name(holder)): ", .strong)
      for (position, edge) in waiting.filter({ $0.holder == holder }).enumerated() {
        line += Inline(position > 0 ? "; " : "") + standingWords(edge, view)
      }
      return line
    }
    items += triggerItems(standing.filter { $0.kind == .trigger }) + carriedOut
    return [
      .paragraph(
        Inline(
          named.isEmpty ? "Conditions in force" : "Other conditions in force", .strong)),
      .items(items),
    ]
  }

  /// Threats that were carried out, the newest first: what was threatened has come.
  func carriedOutItems(_ view: PreconditionsView) -> [Inline] {
    let done = view.edges.filter {
      $0.kind == .trigger && $0.act == .threaten && $0.closing?.reason == .carriedOut
    }.sorted { a, b in
      let (x, y) = (a.closing?.date?.begins ?? .min, b.closing?.date?.begins ?? .min)
      return x == y ? a.id < b.id : x > y
    }
    return done.map { edge in
      let date = edge.closing?.date.map { " on \($0.words)" } ?? ""
      return Inline("Threat carried out: ", .warning)
        + Inline("“\(stepTitle(edge.step, view))”, by \(holderWords(edge))\(date) ")
        + references(Array(edge.statements.prefix(1)) + (edge.closing?.statements ?? []), limit: 3)
    }
  }

  /// Threats and promises that something sets off; those who say the same are named together.
  private func triggerItems(_ edges: [PreconditionsView.Edge]) -> [Inline] {
    var order: [String] = []
    var alike: [String: [PreconditionsView.Edge]] = [:]
    for edge in edges {
      let words = edge.announcement ?? ""
      if alike[words] == nil { order.append(words) }
      alike[words, default: []].append(edge)
    }
    return order.map { words in
      let edges = alike[words] ?? []
      let passed = edges.compactMap(\.dayPassed).first.map { " (\(dayPassedWords($0)))" } ?? ""
      let mark = edges.contains { $0.setOff != nil } ? " (triggered)" : passed
      return Inline("\(words)\(edges.map { holderWords($0) }.listed())\(mark) ")
        + references(
          edges.flatMap(\.statements).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
          limit: 3)
    }
  }

  /// The holder, with the body of it that alone speaks: `the Greens (the youth wing)`.
  func holderWords(_ edge: PreconditionsView.Edge) -> String {
    let holder = index.running(edge.holder)
    return edge.body.map { "\(holder) (\(index.running($0)))" } ?? holder
  }

  private func standingWords(
    _ edge: PreconditionsView.Edge, _ view: PreconditionsView
  ) -> Inline {
    let (step, awaited) = (stepTitle(edge.step, view), stepTitle(edge.awaited, view))
    var words: String =
      switch edge.kind {
      case .before: "“\(step)” only after “\(awaited)”"
      case .exchange: "“\(step)” only in exchange for “\(awaited)”"
      case .trigger: edge.sentence
      }
    if let due = edge.due, edge.kind != .trigger { words += " \(due.dueWords)" }
    var marks: [String] = []
    if edge.kind != .trigger, let state = view.step(edge.awaited)?.state, state != .open {
      marks.append(state.words)
    }
    if edge.setOff != nil { marks.append("triggered") }
    if edge.known.kind == .inferred {
      marks.append(
        "inferred by \(edge.known.by.map { index.name($0) }.joined(separator: ", "))")
    }
    if edge.voice > .ownSide { marks.append("as reported by others") }
    if edge.state == .droppedAsOthersSay { marks.append("reported by others as dropped") }
    if !marks.isEmpty { words += " (\(marks.joined(separator: "; ")))" }
    return Inline(words + " ") + references(edge.statements, limit: 2)
  }
}

extension PreconditionsView {
  /// The issues on whose answers something was threatened, or offered with an if.
  var threatenedIssues: Set<Case.Issue.ID> {
    Set(edges.filter { $0.kind == .trigger }.compactMap { step($0.step)?.issue })
  }
}
