internal import CaseModel

extension ContradictionFinder {
  private struct Answering: Hashable {
    let answer: Assertion.Answered
    let isFor: Bool?
    let act: Case.Statement.Act?
  }

  func sides(
    _ assertions: [Assertion], _ issue: Case.Issue, byAct: Bool = false
  ) -> [(side: ContradictionsView.Side, members: [Assertion])] {
    var order: [Answering] = []
    var found: [Answering: [Assertion]] = [:]
    for assertion in assertions {
      let key = Answering(
        answer: assertion.answer, isFor: assertion.isFor,
        act: byAct ? statement(assertion).act : nil)
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(assertion)
    }
    return order.compactMap { key in
      let members = found[key] ?? []
      guard let first = members.first else { return nil }
      let title = words(first, issue) + (key.act.map { ", \($0.rawValue)" } ?? "")
      var seen: Set<Int> = []
      let tellers = members.filter { seen.insert($0.position).inserted }
        .map { teller(statement($0), $0.said) }
      return (ContradictionsView.Side(answer: title, statements: tellers), members)
    }
  }

  func words(_ assertion: Assertion, _ issue: Case.Issue) -> String {
    let answer =
      switch assertion.answer {
      case .option(let id): issue.options.first { $0.id == id }?.title ?? id.raw
      case .quantity(_, let quantity): quantity.words
      case .date(let date): date.words
      case .set(let set): AnswerValue.set(set).title(in: issue, reading.index)
      }
    return assertion.isFor == false ? "not: \(answer)" : answer
  }

  func teller(_ statement: Case.Statement, _ said: EDTFDate?) -> ContradictionsView.Teller {
    .init(
      statement: statement.id, gist: statement.gist, speakers: statement.speaker,
      source: statement.source, said: said, isDoubted: statement.isDoubted)
  }

  func group(
    _ kind: ContradictionsView.Kind, _ issue: Case.Issue, _ actor: Case.Actor.ID?,
    _ sides: [ContradictionsView.Side]
  ) -> ContradictionsView.Group {
    let ids = Set(sides.flatMap(\.statements).map(\.statement))
    // A verdict is on a group when it names two of its statements at least.
    let named = ids.flatMap { verdicts[$0] ?? [] }.sorted()
    let position = named.last { position in
      reading.theCase.verdicts[position].statements.count(where: ids.contains) >= 2
    }
    let verdict = position.map { reading.theCase.verdicts[$0] }
    return .init(
      kind: kind, issue: issue.id, title: issue.title, actor: actor, sides: sides,
      verdict: verdict?.verdict ?? .open, reason: verdict?.reason, verdictBy: verdict?.by)
  }
}
