internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// One line for each contradiction; the sides are in the view.
  func contradictionBlocks(_ view: ContradictionsView) -> [Document.Block] {
    guard !view.groups.isEmpty else { return [] }
    let items = view.groups.map { group in
      var line = Inline(group.title, .strong)
      if let actor = group.actor { line += Inline(", \(index.running(actor))") }
      let isPosition = isOnPosition(group)
      for (position, side) in group.sides.enumerated() {
        line += Inline(
          (position == 0 ? ": " : " — against: ")
            + "\(sideWords(side, of: group.kind, isRefusal: isPosition)) ")
        line += references(side.statements.map(\.statement), limit: 3)
      }
      if !group.givenUp.isEmpty {
        line += Inline("; said before and given up since: ")
        for (position, side) in group.givenUp.enumerated() {
          line += Inline((position > 0 ? "; " : "") + sideWords(side, of: group.kind))
          line += Inline(side.statements.first?.said.map { ", \($0.words) " } ?? " ")
          line += references(side.statements.map(\.statement), limit: 2)
        }
      }
      let verdict =
        group.kind == .divided && group.verdict == .open
        ? "its own speakers differ" : group.verdict.words
      return line + Inline(" (\(verdict))", .faint)
    }
    return [.heading("Accounts that contradict each other"), .items(items)]
  }

  /// `It had (the facilitator)`, `“It had” is denied by the Federation`; of what a side is reported to
  /// hold, `the Federation denies the report of “Ten persons”`.
  private func sideWords(
    _ side: ContradictionsView.Side, of kind: ContradictionsView.Kind, isRefusal: Bool = false
  ) -> String {
    // Several whom one and the same reports are named together.
    var relays: [(by: [Case.Actor.ID], speakers: [Case.Actor.ID])] = []
    for reporter in side.statements {
      let relaying = reporter.via.filter { index.actor($0)?.kind != .outlet }
      let place = relays.firstIndex { $0.by == relaying } ?? relays.count
      if place == relays.count { relays.append((relaying, [])) }
      for speaker in reporter.speakers where !relays[place].speakers.contains(speaker) {
        relays[place].speakers.append(speaker)
      }
    }
    let speakers = relays.flatMap { relay -> [String] in
      let report = relay.by.isEmpty ? "" : ", according to \(index.running(relay.by))"
      let names = relay.speakers.map { index.running($0) }
      return relay.by.isEmpty || names.isEmpty ? names : [names.listed() + report]
    }
    let answer = side.words(isRefusal: isRefusal)
    guard !speakers.isEmpty else { return answer }
    let most = 3
    let names =
      speakers.count > most
      ? "\(speakers.prefix(most).joined(separator: ", ")) and \(speakers.count - most) more"
      : speakers.listed()
    if side.isDenied, kind == .attribution {
      let isOne = relays.map { $0.speakers.count } == [1]
      return "\(names) \(isOne ? "denies" : "deny") the report of “\(side.answer)”"
    }
    if side.isDenied { return "\(answer) by \(names)" }
    if side.level == .denied { return "denied by \(names)" }
    return "\(answer) (\(names))"
  }

  /// On what is to be settled, to be against an answer is to refuse it.
  package func isOnPosition(_ group: ContradictionsView.Group) -> Bool {
    group.issue.flatMap { index.issue($0)?.kind } == .negotiable && group.commitment == nil
      && group.kind == .divided
  }
}

extension ContradictionsView.Side {
  /// `It had`, `“It had” is denied`
  ///
  /// - Parameter isRefusal: whether to be against it is to refuse it; see
  ///   ``ViewContext/isOnPosition(_:)``.
  package func words(isRefusal: Bool = false) -> String {
    (isDenied ? "“\(answer)” is \(isRefusal ? "refused" : "denied")" : answer)
      + (act.map { " (\($0.rawValue))" } ?? "")
  }
}
