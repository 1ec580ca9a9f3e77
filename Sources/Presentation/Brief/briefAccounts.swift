internal import CaseModel
internal import StateOfPlay

extension ViewContext {
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
}
