package import CaseModel

extension CaseIndex {
  /// All the statements ask for something, or stand in texts of those who ask: they give nothing. False
  /// where there are none.
  package func areOnlyRequests(
    _ statements: [Case.Statement.ID], by speaking: Set<Case.Actor.ID>
  ) -> Bool {
    !statements.isEmpty
      && statements.allSatisfy { id in
        guard let statement = statement(id) else { return false }
        switch statement.about {
        case .draft(let draft, _)?:
          let by = self.draft(draft)?.by ?? []
          return !by.isEmpty && by.allSatisfy { speaking.contains($0) }
        case .statement(let other)?:
          let speakers = self.statement(other)?.speaker ?? []
          return !speakers.isEmpty
            && speakers.allSatisfy { speaker in
              spokenFor(by: speaker, on: nil).contains { speaking.contains($0) }
            }
        default: return statement.act == .demand || statement.act == .ask
        }
      }
  }
}
