internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// One line for each option on which an issue's state rests, for each obstacle to it, for each
  /// single concession that would close a gap, and for each party that is silent.
  func data(_ view: ConvergenceView) -> Table {
    var table = Self.columns(
      "issue", "title", "state", "contested", "line", "party", "answer", "answer_title", "newest",
      "requirement", "inferred_by", "rejected_by", "reported_by", "statements")
    for row in view.rows {
      let start = [row.issue.raw, row.title, row.state.rawValue, "\(row.isContested)"]
      func add(
        _ line: String, party: String = "", answer: (id: String, title: String)? = nil,
        newest: String = "", requirement: String = "", inferred: String = "",
        rejected: String = "", reported: String = "", statements: String = ""
      ) {
        table.add(
          start + [
            line, party, answer?.id ?? "", answer?.title ?? "", newest, requirement, inferred,
            rejected, reported, statements,
          ])
      }
      for answer in row.answers {
        let name = (answer.answer, answer.title)
        add(
          "answer", answer: name, newest: answer.newest?.text ?? "",
          reported: Self.list(answer.saidBy), statements: Self.list(answer.statements))
        for obstacle in answer.obstacles {
          add(
            "obstacle", party: obstacle.holder.raw, answer: name,
            requirement: "\(obstacle.kind.rawValue): \(obstacle.requirement)",
            inferred: obstacle.inferred.map { "\($0)" } ?? "",
            rejected: Self.list(obstacle.rejectedBy), statements: Self.list(obstacle.statements))
        }
      }
      for answer in row.answers {
        for whole in answer.partOf {
          for party in whole.parties {
            add(
              "part", party: party.raw, answer: (answer.answer, answer.title),
              requirement: "whole: \(whole.title)", statements: Self.list(whole.statements))
          }
        }
      }
      for move in row.moves {
        add(
          move.isAgainst ? "concession" : "acceptance", party: move.party.raw,
          answer: (move.answer, move.title))
      }
      for party in row.silent { add("silent", party: party.raw) }
      if row.answers.isEmpty, row.moves.isEmpty, row.silent.isEmpty { add("") }
    }
    return table
  }
}
