internal import CaseModel

/// What is asked for a package or a text as a whole, of which an answer is a part.
extension StepBook {
  /// The answer's stances, where what was asked for the whole has not come about a yes with an if.
  func stances(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [PositionStance] {
    guard isForWhole(answer.state.deciding, spoken) else { return answer.state.stances }
    return wholeRequirements(answer, spoken).isEmpty ? [.for] : [.forIf]
  }

  /// What is asked for the whole and has not come about, each with the statement that asks for it;
  /// empty where the words are on the part itself.
  func wholeRequirements(
    _ answer: CellReading.AnswerReading, _ spoken: [PartyStatement]
  ) -> [(statement: Case.Statement.ID, requirement: Requirement)] {
    wholeRequirements(answer.state.deciding, spoken) { isMet($0) }
  }

  /// The same of any words of one party.
  func wholeRequirements(
    _ words: [Int], _ spoken: [PartyStatement], isMet: (Requirement) -> Bool
  ) -> [(statement: Case.Statement.ID, requirement: Requirement)] {
    guard isForWhole(words, spoken) else { return [] }
    var seen: Set<Requirement> = []
    return words.flatMap { member in
      let statement = asking(spoken[member])
      return statement.standingRequirements.filter { !isMet($0) && seen.insert($0).inserted }
        .map { (statement.id, $0) }
    }
  }

  /// All the words are a yes to a package or a text for which something is asked.
  private func isForWhole(_ words: [Int], _ spoken: [PartyStatement]) -> Bool {
    !words.isEmpty
      && words.allSatisfy { member in
        spoken[member].isPackage && spoken[member].stance == .forIf
          && !asking(spoken[member]).standingRequirements.isEmpty
      }
  }

  /// The statement that says what is asked for the whole.
  private func asking(_ words: PartyStatement) -> Case.Statement {
    filtered.theCase.statements[words.asks ?? words.position]
  }

  /// What is asked for has come about, where a last second is named by then.
  func isMet(_ requirement: Requirement, by now: Int64? = nil) -> Bool {
    requirement.step.awaited(filtered.index).allSatisfy { step in
      let byAgreement = requirement.met.map { $0 == .agreed } ?? isMetByAgreement(step)
      guard let taken = byAgreement ? taken(step) : done(step) else { return false }
      return now.map { now in taken.date.map { $0.ends <= now } ?? false } ?? true
    }
  }

  // MARK: Settled together

  static func signedTexts(
    _ filtered: FilteredCase, _ joined: JoinedTexts
  ) -> [(steps: Set<PreconditionsView.StepID>, by: Set<Case.Actor.ID>, taken: Taken)] {
    filtered.theCase.drafts.compactMap { draft in
      let adopted = filtered.adoption(draft).map { (date: $0.date, evidence: $0.evidence) }
      guard filtered.ended(draft) == nil, let signed = filtered.signed(draft) ?? adopted
      else { return nil }
      let steps = filtered.settled(draft).filter { $0.status != .provisional }.flatMap(\.subjects)
        .compactMap(\.step).flatMap { $0.single(waits: false, filtered.index) }
      let by = draft.signed.flatMap(\.by).flatMap {
        filtered.index.spokenFor(by: $0, on: signed.date)
      }
      return (
        Set(steps.map(\.id)), Set(by).union(joined.parties(to: draft.id)),
        Taken(
          date: signed.date, words: filtered.signing(draft) == nil ? "agreed" : "signed",
          evidence: filtered.shown(signed.evidence), basis: signed.evidence.basis, through: [])
      )
    }
  }

  /// The holder signed a text that settles both the step and what it asks for it, where that counts as
  /// met once it is agreed.
  func settledTogether(_ condition: Condition) -> Taken? {
    guard condition.met.map({ $0 == .agreed }) ?? isMetByAgreement(condition.awaited) else {
      return nil
    }
    return signing(of: condition)
  }

  /// The holder signed a text that settles both the step and what it asks for it.
  func signing(of condition: Condition) -> Taken? {
    signedTexts.first { text in
      text.steps.contains(condition.stepID)
        && answers(of: condition.awaited, for: condition.holder)
          .contains { text.steps.contains($0.id) }
        && text.by.contains(condition.holder)
        && (condition.opened.map { !$0.isLater(than: text.taken.date ?? $0) } ?? true)
    }?.taken
  }
}
