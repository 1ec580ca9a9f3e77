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
    guard isNear, index.areOnlyRequests(answer.statements, by: Set(speaking)) else {
      return "\(among.words) among those who have spoken"
    }
    return "asked for by \(index.running(speaking))"
  }
}
