internal import CaseModel
internal import Foundations
internal import StateOfPlay

extension ViewContext {
  func limitBlocks(_ view: ConstraintsView) -> [Document.Block] {
    guard !view.rows.isEmpty else { return [] }
    return [.heading("Legal limits"), .items(view.rows.flatMap { limitItems($0) })]
  }

  /// A legal act on a few lines: who issued it, how it is read and by whom, and how much on record
  /// would breach it so read.
  private func limitItems(_ act: ConstraintsView.Act) -> [Inline] {
    var head = Inline(act.title, .strong) + Inline(", binding \(index.running(act.holders))")
    if let issued = act.issued { head += Inline(", issued \(issued.words)") }
    for (position, issuer) in act.issuers.enumerated() {
      head += Inline("\(position == 0 ? " by" : " or by") \(index.running(issuer.actor)) ")
      head += grounds(issuer.evidence, basis: issuer.basis, limit: 2)
    }
    return [head]
      + act.readings.map { reading in
        var line = Inline("\(reading.title)", .strong)
        if !reading.heldBy.isEmpty {
          line += Inline(", as interpreted by \(index.running(reading.heldBy))")
        }
        line += Inline(" ") + grounds(reading.evidence, basis: reading.basis, limit: 2)
        guard let last = reading.breaches.last else {
          // What is only allowed cannot be breached.
          if reading.rules.allSatisfy({ $0.kind == .allows }) { return line }
          return line + Inline(": nothing on record would breach it")
        }
        line += Inline(
          ": \(reading.breaches.count.counted("entry", "entries")) on record would breach it, most recently \(last.date?.words ?? "undated"), \(last.words) "
        )
        return line + references(last.statements, limit: 2)
      }
  }
}
