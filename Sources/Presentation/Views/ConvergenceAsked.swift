internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// How far those who have spoken are: `agreed among those who have spoken`; of what they merely ask for,
  /// while those who would give it are silent, `asked for by the Group and the Alliance`.
  func amongWords(
    _ among: ConvergenceView.State, _ answer: ConvergenceView.Meeting,
    in row: ConvergenceView.Line
  ) -> String {
    let speaking = row.parties.filter { !row.silent.contains($0) }
    let isNear = among == .agreed || among == .saidAgreed || among == .withinReach
    guard isNear, isOnlyAskedFor(answer, by: Set(speaking)) else {
      return "\(among.words) among those who have spoken"
    }
    return "asked for by \(index.running(speaking))"
  }

  /// All on which it rests asks for it, or stands in texts of those who ask.
  private func isOnlyAskedFor(
    _ answer: ConvergenceView.Meeting, by speaking: Set<Case.Actor.ID>
  ) -> Bool {
    !answer.statements.isEmpty
      && answer.statements.allSatisfy { id in
        guard let statement = index.statement(id) else { return false }
        switch statement.about {
        case .draft(let draft, _)?:
          let by = index.draft(draft)?.by ?? []
          return !by.isEmpty && by.allSatisfy { speaking.contains($0) }
        case .statement(let other)?:
          let speakers = index.statement(other)?.speaker ?? []
          return !speakers.isEmpty
            && speakers.allSatisfy { speaker in
              index.spokenFor(by: speaker, on: nil).contains { speaking.contains($0) }
            }
        default: return statement.act == .demand || statement.act == .ask
        }
      }
  }
}
