internal import CaseModel
internal import Foundations
internal import StateOfPlay

extension ViewContext {
  /// One line for each contradiction; the sides are in the view.
  func contradictionBlocks(_ view: ContradictionsView) -> [Document.Block] {
    guard !view.groups.isEmpty else { return [] }
    let items = view.groups.map { group in
      var line = Inline(group.title, .strong)
      if let actor = group.actor { line += Inline(", \(index.name(actor))") }
      for (position, side) in group.sides.enumerated() {
        line += Inline((position == 0 ? ": " : " — against: ") + "\(sideWords(side)) ")
        line += references(side.statements.map(\.statement), limit: 3)
      }
      return line + Inline(" (\(group.verdict.words))", .faint)
    }
    return [.heading("Accounts that contradict each other"), .items(items)]
  }

  /// `It had (the facilitator)`, `“It had” is denied by the Federation`
  private func sideWords(_ side: ContradictionsView.Side) -> String {
    var speakers: [String] = []
    for reporter in side.statements {
      let relaying = reporter.via.filter { index.actor($0)?.kind != .outlet }
      let report = relaying.isEmpty ? "" : ", as reported by \(index.running(relaying))"
      for speaker in reporter.speakers {
        let words = index.running(speaker) + report
        if !speakers.contains(words) { speakers.append(words) }
      }
    }
    let negation = "not: "
    let denied =
      side.answer.hasPrefix(negation) ? String(side.answer.dropFirst(negation.count)) : nil
    guard !speakers.isEmpty else { return denied.map { "“\($0)” is denied" } ?? side.answer }
    let most = 3
    let names =
      speakers.count > most
      ? "\(speakers.prefix(most).joined(separator: ", ")) and \(speakers.count - most) more"
      : speakers.listed()
    if let denied { return "“\(denied)” is denied by \(names)" }
    if side.answer == Case.Commitment.Level.denied.words { return "denied by \(names)" }
    return "\(side.answer) (\(names))"
  }
}
