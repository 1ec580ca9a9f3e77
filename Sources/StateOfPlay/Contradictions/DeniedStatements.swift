internal import CaseModel

/// Statements that someone denies or refuses, each with those who do: that it was said, that it is so,
/// that it is right, or that a promise was made.
struct DeniedStatements {
  struct Denial {
    /// Places in the case of what is denied.
    let denied: [Int]
    var denying: [Int]
    /// The promise that is denied to have been made.
    var commitment: Case.Commitment.ID?
  }

  let filtered: FilteredCase

  /// In the order of the case. When each was said makes no difference: a denial names what it denies.
  /// - Complexity: O(statements + commitments × denials of them).
  func find() -> [Denial] {
    var order: [Int] = []
    var byDenied: [Int: [Int]] = [:]
    var ofPromise: [Case.Commitment.ID: [Int]] = [:]
    let statements = filtered.theCase.statements
    for place in filtered.places(marked: [.onWords, .onCommitment])
    where filtered.facts[place].time.isEvidence {
      // What is only played down or called doubtful is not denied.
      guard statements[place].act == .deny || statements[place].act == .reject,
        !statements[place].isDoubted, statements[place].hedge == nil
      else { continue }
      switch statements[place].about {
      case .statement(let id)?:
        guard let denied = filtered.index.position(.statements, id.raw),
          filtered.facts[denied].time.isEvidence, !statements[denied].isDoubted,
          statements[place].act == .deny || Self.isDeclared(statements[denied])
        else { continue }
        if byDenied[denied] == nil { order.append(denied) }
        byDenied[denied, default: []].append(place)
      case .commitment(let id)? where statements[place].act == .deny:
        ofPromise[id, default: []].append(place)
      default: continue
      }
    }
    let said = order.map { Denial(denied: [$0], denying: byDenied[$0] ?? []) }
    return said + filtered.theCase.commitments.compactMap { promise($0, ofPromise[$0.id] ?? []) }
  }

  /// It says how something is, or what a text means: to refuse that is to dispute it. To refuse what is
  /// asked or offered is an answer.
  private static func isDeclared(_ statement: Case.Statement) -> Bool {
    switch statement.act {
    case .state, .confirm, .assess, .accuse, .deny, .reject: true
    default: false
    }
  }

  /// Before anyone had spoken of how far a promise was kept, the debtor who denies it denies that he
  /// made it.
  private func promise(_ commitment: Case.Commitment, _ denials: [Int]) -> Denial? {
    guard !denials.isEmpty else { return nil }
    let reported = commitment.status.flatMap(\.evidence.statements)
    let first = commitment.status.compactMap(\.date).min()
    let statements = filtered.theCase.statements
    let denying = denials.filter { place in
      let said = filtered.facts[place].said
      if reported.contains(statements[place].id) { return false }
      if let first, let said, !first.isLater(than: said) { return false }
      if first != nil, said == nil { return false }
      return statements[place].speaker.contains { speaker in
        filtered.index.spokenFor(by: speaker, on: said).contains(where: commitment.debtors.contains)
      }
    }
    let promised = commitment.evidence.statements.compactMap {
      filtered.index.position(.statements, $0.raw)
    }.filter { filtered.facts[$0].time.isEvidence && !denials.contains($0) }
    guard !denying.isEmpty, !promised.isEmpty else { return nil }
    return Denial(denied: promised, denying: denying, commitment: commitment.id)
  }
}
