internal import CaseModel

/// What is asked for a package or a text as a whole, of which an answer is a part.
extension StepBook {
  /// The answer's stances, where what was asked for the whole has not come about a yes with an if.
  func stances(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [PositionStance] {
    guard isForWhole(answer, spoken) else { return answer.state.stances }
    return wholeRequirements(answer, spoken).isEmpty ? [.for] : [.forIf]
  }

  /// What is asked for the whole and has not come about, each with the statement that asks for it;
  /// empty where the words are on the part itself.
  func wholeRequirements(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [(statement: Case.Statement.ID, requirement: Requirement)] {
    guard isForWhole(answer, spoken) else { return [] }
    var seen: Set<Requirement> = []
    return answer.state.deciding.flatMap { member in
      let statement = asking(spoken[member])
      return statement.standingRequirements.filter { !isMet($0) && seen.insert($0).inserted }
        .map { (statement.id, $0) }
    }
  }

  /// All that decides is a yes to a package or a text for which something is asked.
  private func isForWhole(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> Bool {
    !answer.state.deciding.isEmpty
      && answer.state.deciding.allSatisfy { member in
        spoken[member].isPackage && spoken[member].stance == .forIf
          && !asking(spoken[member]).standingRequirements.isEmpty
      }
  }

  /// The statement that says what is asked for the whole.
  private func asking(_ words: PartyStatement) -> Case.Statement {
    filtered.theCase.statements[words.asks ?? words.position]
  }

  /// What is asked for has come about.
  func isMet(_ requirement: Requirement) -> Bool {
    requirement.step.awaited(filtered.index).allSatisfy { step in
      let byAgreement = requirement.met.map { $0 == .agreed } ?? isMetByAgreement(step)
      return (byAgreement ? taken(step) : done(step)) != nil
    }
  }

  // MARK: Settled together

  static func signedTexts(
    _ filtered: FilteredCase
  ) -> [(steps: Set<PreconditionsView.StepID>, by: Set<Case.Actor.ID>, taken: Taken)] {
    filtered.theCase.drafts.compactMap { draft in
      guard filtered.ended(draft) == nil, let signed = filtered.signed(draft) else { return nil }
      let steps = draft.clauses.filter { $0.status == .agreed }.flatMap(\.subjects)
        .compactMap(\.step).flatMap { $0.single(waits: false, filtered.index) }
      let by = draft.signed.flatMap(\.by).flatMap {
        filtered.index.spokenFor(by: $0, on: signed.date)
      }
      return (
        Set(steps.map(\.id)), Set(by),
        Taken(
          date: signed.date, words: "signed", evidence: filtered.shown(signed.evidence),
          basis: signed.evidence.basis, through: [])
      )
    }
  }

  /// The holder signed a text that settles both the step and what it asks for it, where that counts as
  /// met once it is agreed.
  func settledTogether(_ condition: Condition) -> Taken? {
    guard condition.met.map({ $0 == .agreed }) ?? isMetByAgreement(condition.awaited) else {
      return nil
    }
    return signedTexts.first { text in
      text.steps.contains(condition.stepID)
        && answers(of: condition.awaited, for: condition.holder)
          .contains { text.steps.contains($0.id) }
        && text.by.contains(condition.holder)
        && (condition.opened.map { !$0.isLater(than: text.taken.date ?? $0) } ?? true)
    }?.taken
  }
}
