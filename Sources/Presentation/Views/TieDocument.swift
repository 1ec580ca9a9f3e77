internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// A tie opened into its statements: what each of the two says of the answers on which both speak.
  package func document(
    _ tie: NetworksView.Tie, in view: NetworksView
  ) -> Document {
    let shared = view.shared(tie.first, tie.second)
    var blocks = opening
    blocks.append(
      .paragraph(
        Inline("They \(tie.side.words): ", .strong)
          + Inline(
            "congruence \(SettlementWords.number(tie.congruence)), conflict \(SettlementWords.number(tie.conflict)). By latest words "
          ) + standingWords(tie) + Inline(".")))
    var table = Table(
      "Answers on which both speak",
      [
        .init("Answer", weight: 2), .init(index.name(tie.first)), .init(index.name(tie.second)),
      ])
    table.hasRowHeads = true
    for (answer, first, second) in shared {
      table.row(Inline(answer.title), stance(first), stance(second))
    }
    blocks.append(.table(table))
    let ids = view.statements(of: tie)
    blocks.append(.heading("Statements"))
    for var card in cards(Array(ids.prefix(mostShown))) {
      card.isTarget = true
      blocks.append(.card(card))
    }
    if ids.count > mostShown {
      blocks.append(.remark("\(ids.count - mostShown) more are left out here."))
    }
    blocks += [.rule(view.rule), .remark(footer)]
    var document = Document("\(index.name(tie.first)) and \(index.name(tie.second))", blocks)
    document.kicker = Inline("Networks", to: .view(NetworksView.declaration.name))
    return document
  }

  private func stance(_ position: NetworksView.Position) -> Inline {
    var words = Inline("")
    if position.agreement > 0 {
      words += Inline("✓ \(SettlementWords.number(position.agreement)) ", .stance(.for))
    }
    if position.disagreement > 0 {
      words += Inline("✗ \(SettlementWords.number(position.disagreement)) ", .stance(.against))
    }
    return words + references(position.statements, limit: 3)
  }
}

extension NetworksView {
  /// The statements a tie rests on, in the order of the answers.
  func statements(of tie: Tie) -> [Case.Statement.ID] { TieGrounds(self).statements(of: tie) }
}

/// What ties rest on, for many of them.
struct TieGrounds {
  private var positions: [Case.Actor.ID: [String: NetworksView.Position]] = [:]
  private let order: [String: Int]

  init(_ view: NetworksView) {
    for position in view.positions {
      positions[position.actor, default: [:]][position.answer] = position
    }
    order = Dictionary(
      view.answers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the two say of the answers on which both speak, in the order of the answers.
  func shared(
    _ tie: NetworksView.Tie
  ) -> [(first: NetworksView.Position, second: NetworksView.Position)] {
    let other = positions[tie.second] ?? [:]
    return (positions[tie.first] ?? [:]).values
      .compactMap { own in other[own.answer].map { (own, $0) } }
      .sorted { (order[$0.first.answer] ?? 0) < (order[$1.first.answer] ?? 0) }
  }

  func statements(of tie: NetworksView.Tie) -> [Case.Statement.ID] {
    shared(tie).flatMap { $0.first.statements + $0.second.statements }.uniqued
  }
}
