internal import CaseModel

/// How far a step has come.
extension StepBook {
  /// How far a step has come, by all but what it waits for.
  func state(of step: Step) -> PreconditionsView.StepState {
    if done(step) != nil { return .done }
    if ending(of: step) != nil { return .ended }
    if !rejections(of: step).isEmpty || failure(of: step) != nil { return .blocked }
    if let promise = promise(step), !promise.isBroken {
      return promise.isOverdue ? .overdue : .promised
    }
    return agreement(on: step) != nil ? .agreed : .open
  }

  /// Done, or agreed, as its holder asks for it.
  func taken(_ step: Step, for holder: Case.Actor.ID? = nil) -> Taken? {
    done(step, for: holder) ?? agreement(on: step, for: holder)
  }

  /// Agreed with nothing standing attached, on any answer that meets what its holder asks for.
  func agreement(on step: Step, for holder: Case.Actor.ID? = nil) -> Taken? {
    if step.isWholeIssue { return agreed[step.id] }
    return answers(of: step, for: holder).lazy.compactMap { self.agreed[$0.id] }.first
  }

  /// Whether what is awaited must be done, or is met once it is agreed: where someone is named who
  /// must act it must be done. That rests on what the record names, never on how a title is worded.
  func isMetByAgreement(_ step: Step) -> Bool {
    guard case .issue = step else { return false }
    return namedTakers(of: step).isEmpty
  }
}
