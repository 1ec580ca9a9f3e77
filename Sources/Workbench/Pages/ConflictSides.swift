internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// One contradiction: its sides beside each other, and what an analyst holds of it.
struct ConflictSides {
  let request: PageRequest
  let group: ContradictionsView.Group
  /// The way of each statement from its speaker to the reader.
  let cards: [Case.Statement.ID: EntryView.Provenance]
  /// Where the page itself bears the title, the sides are of its next rank.
  var hasTitle = true

  var html: HTML {
    let rank: HTML = hasTitle ? "h4" : "h2"
    return """
      \(title, when: hasTitle)<div class="pair">
      \(group.sides.html { side in
        """
        <div\(" class=\"is-taken\"", when: isTaken(side))><\(rank) dir="auto">\(side.answer)\
        \(" <span class=\"verdict taken\">✓ taken</span>", when: isTaken(side))</\(rank)>\
        \(side.statements.html(teller))</div>

        """
      })</div>
      \(verdict)
      """
  }

  private var title: HTML {
    """
    <h3 dir="auto">\(group.title)\(group.actor.map { ", \(request.index.name($0))" } ?? "") \
    <span class="verdict \(group.verdict.rawValue)">\(group.verdict.words)</span></h3>

    """
  }

  private func isTaken(_ side: ContradictionsView.Side) -> Bool {
    side.statements.contains { group.taken?.contains($0.statement) ?? false }
  }

  private func teller(_ teller: ContradictionsView.Reporter) -> HTML {
    guard let statement = request.index.statement(teller.statement),
      let provenance = cards[teller.statement]
    else { return HTML() }
    return StatementCard(
      request: request, statement: statement, provenance: provenance, isTarget: false
    ).html
  }

  private var verdict: HTML {
    guard group.verdict != .open || group.reason != nil else { return HTML() }
    return """
      <p class="reason" dir="auto">\(group.verdictBy.map { request.index.name($0) } ?? "An analyst"): \
      \(group.verdict.words)\(group.reason.map { ". \($0)" } ?? "")</p>
      """
  }
}

extension ContradictionsView.Group {
  /// In order of the sides.
  var statements: [Case.Statement.ID] { sides.flatMap { $0.statements.map(\.statement) } }

  /// By which an address names the contradiction: the statements, each once.
  var question: Query {
    var query = Query()
    query.add("statement", Set(statements).sorted().map(\.raw))
    return query
  }

  /// The place on the page of all contradictions.
  var anchor: String {
    let ids = Set(statements).sorted().map(\.raw).joined(separator: " ")
    return "c-\(SHA256Digest(of: ids.utf8).hex.prefix(12))"
  }
}
