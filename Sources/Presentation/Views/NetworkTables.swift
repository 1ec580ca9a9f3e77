internal import CaseModel
package import StateOfPlay

/// The networks as data: one tie a row.
extension ViewContext {
  package func data(_ view: NetworksView) -> Table {
    switch view.asked.mode {
    case .actors: ties(view)
    case .answers: positions(view)
    }
  }

  private func ties(_ view: NetworksView) -> Table {
    var table = Self.columns(
      "first", "second", "relation", "congruence", "conflict", "same_latest", "opposite_latest",
      "turned", "turned_towards", "turned_by", "answers", "statements")
    let grounds = TieGrounds(view)
    for tie in view.ties {
      table.add([
        tie.first.raw, tie.second.raw, tie.side.rawValue, Self.exact(tie.congruence),
        Self.exact(tie.conflict), "\(tie.same)", "\(tie.opposite)", tie.turn?.date.text ?? "",
        tie.turn.map { "\($0.isTowards)" } ?? "", tie.turn?.statement.raw ?? "",
        // Answers may have blanks of their own.
        grounds.shared(tie).map(\.first.answer).joined(separator: "; "),
        Self.list(grounds.statements(of: tie)),
      ])
    }
    return table
  }

  private func positions(_ view: NetworksView) -> Table {
    var table = Self.columns(
      "actor", "answer", "title", "agreement", "disagreement", "value", "statements")
    let titles = Dictionary(
      view.answers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    for position in view.positions {
      table.add([
        position.actor.raw, position.answer, titles[position.answer] ?? "",
        Self.exact(position.agreement), Self.exact(position.disagreement),
        Self.exact(position.value), Self.list(position.statements),
      ])
    }
    return table
  }

  /// A whole number without a fraction, anything else as it is.
  private static func exact(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
