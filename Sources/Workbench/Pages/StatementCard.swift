internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One statement with the words it rests on and the way they came.
struct StatementCard {
  let request: PageRequest
  let statement: Case.Statement
  let provenance: EntryView.Provenance
  /// What a position makes of it, where the card stands in one.
  var telling: PositionStatement?
  /// False on pages where a statement may be shown several times.
  var isTarget = true

  /// The statements as cards, in the order given; what the lens hides is left out.
  static func cards(
    _ ids: [Case.Statement.ID], _ request: PageRequest,
    tellings: [Case.Statement.ID: PositionStatement] = [:]
  ) -> HTML {
    let found = request.lensed.provenances(of: ids)
    return ids.html { id in
      guard let statement = request.index.statement(id), let provenance = found[id] else {
        return HTML()
      }
      return StatementCard(
        request: request, statement: statement, provenance: provenance, telling: tellings[id]
      ).html
    }
  }

  var html: HTML {
    var card = request.frame.card(statement, provenance, telling: telling)
    card.isTarget = isTarget
    return request.blocks([.card(card)])
  }
}
