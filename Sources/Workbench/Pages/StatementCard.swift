internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One statement with the words it rests on and the way they came.
struct StatementCard {
  let visit: Visit
  let statement: Case.Statement
  let provenance: EntryView.Provenance
  /// What a position makes of it, where the card stands in one.
  var telling: Telling?
  /// False on pages where a statement may be shown several times.
  var isTarget = true

  /// The statements as cards, in the order given; what the lens hides is left out.
  static func cards(
    _ ids: [Case.Statement.ID], _ visit: Visit, tellings: [Case.Statement.ID: Telling] = [:]
  ) -> HTML {
    let found = visit.look.provenances(of: ids)
    return ids.html { id in
      guard let statement = visit.index.statement(id), let provenance = found[id] else {
        return HTML()
      }
      return StatementCard(
        visit: visit, statement: statement, provenance: provenance, telling: tellings[id]
      ).html
    }
  }

  var html: HTML {
    var card = visit.frame.card(statement, provenance, telling: telling)
    card.isTarget = isTarget
    return visit.blocks([.card(card)])
  }
}
