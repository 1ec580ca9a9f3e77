internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// `Within the Union: Ostmark on “The finance goal” ✗ > 200 billion [s4]; the Isle ✓ “The pact”
  /// [s5]`: a line for each party whose members say in their own name what it does not.
  func memberBlocks(_ view: PositionsView) -> [Document.Block] {
    let items = view.parties.compactMap { party -> Inline? in
      var line = Inline("Within \(index.running(party)): ", .strong)
      var isFirst = true
      for row in view.rows where row.ended == nil {
        for member in (row.members ?? []).filter({ $0.party == party }) {
          line += Inline(isFirst ? "" : "; ")
          line += Inline("\(index.name(member.member)) on “\(row.title)” ")
          line += memberWords(member)
          isFirst = false
        }
      }
      for answer in (view.memberAnswers ?? []).filter({ $0.party == party }) {
        line += Inline(isFirst ? "" : "; ")
        line += Inline("\(index.name(answer.member)) ") + memberAnswer(answer)
        isFirst = false
      }
      return isFirst ? nil : line
    }
    return items.isEmpty ? [] : [.items(items)]
  }

  /// `✓ the package (Pay: 4 percent; Rehiring: All) [s4]`, `⇄ “The pact” if first: a vote [s5]`
  func memberAnswer(_ answer: PositionsView.MemberAnswer) -> Inline {
    let most = 6
    let more = answer.parts.count > most ? "; and \(answer.parts.count - most) more" : ""
    let what =
      answer.parts.isEmpty
      ? "“\(answer.title)”"
      : "the package (\(answer.parts.prefix(most).joined(separator: "; "))\(more))"
    return Inline(answer.stance.glyph, .stance(answer.stance)) + Inline(" \(what) ")
      + Inline(answer.conditions.map { "\($0) " }.joined(), .condition)
      + references(answer.statements, limit: 2)
  }

  func memberWords(_ member: PositionsView.Member) -> Inline {
    var line = Inline("")
    for (place, words) in member.words.enumerated() {
      line += Inline(place == 0 ? "" : ", ")
      line += Inline(words.stance.glyph, .stance(words.stance)) + Inline(" \(words.title) ")
      line += Inline((words.conditions ?? []).map { "\($0) " }.joined(), .condition)
      if words.isRedLine { line += Inline("— ") + Inline("red line ", .redLine) }
      line += references([words.statement])
    }
    return line
  }
}
