internal import CaseModel

/// Which steps cannot come about as things are, though no one rejects them.
extension StepBook {
  /// How it is known that a step failed: a milestone that was lost before it was reached, or an option
  /// whose taker carried out another that excludes it. Nil where nothing says so.
  func failure(of step: Step) -> Taken? {
    switch step {
    case .milestone(let id): return lostMilestone(id)
    case .issue: return rival(of: step).flatMap { isTakenSince($0, step) ? nil : $0.taken }
    case .meeting, .commitment, .draft, .package: return nil
    }
  }

  /// A milestone that would have carried the very option out and was lost.
  func lostMilestone(carryingOut step: Step) -> Taken? {
    guard let issue = step.issue, let milestones = milestonesOf[issue] else { return nil }
    let id = step.id
    return milestones.lazy.filter { $0.step == id }.compactMap { self.lostMilestone($0.milestone) }
      .first
  }

  private func lostMilestone(_ id: Case.Milestone.ID) -> Taken? {
    guard done(.milestone(id)) == nil else { return nil }
    for wording in same.wordings(of: id) {
      // What was reached and no longer holds may come again.
      guard let milestone = filtered.index.milestone(wording), let lost = milestone.lost,
        filtered.holds(lost.date, lost.evidence),
        milestone.reached.map({ !filtered.holds($0.date, $0.evidence) }) ?? true
      else { continue }
      return Taken(
        date: lost.date, words: "failed", evidence: filtered.shown(lost.evidence),
        basis: lost.evidence.basis, through: same.path(from: id, to: wording))
    }
    return nil
  }

  /// Of options that exclude each other, the last other one that was carried out, where the step was
  /// not, and who carried it out.
  func rival(of step: Step) -> (taken: Taken, by: [Case.Actor.ID])? {
    guard case .issue(let id, .options(let chosen)) = step, chosen.count == 1,
      let issue = filtered.index.issue(id), issue.answers == .one,
      milestonesOf[id] != nil || promises[id] != nil, carriedOut(step) == nil
    else { return nil }
    var found: (taken: Taken, by: [Case.Actor.ID])?
    for option in issue.options where option.id != chosen[0] {
      let other = Step.issue(id, .options([option.id]))
      guard var taken = carriedOut(other), let date = taken.date else { continue }
      if let before = found?.taken.date, before.ends >= date.ends { continue }
      taken.words = "“\(other.title(filtered.index))” carried out"
      found = (taken, namedTakers(of: other))
    }
    return found
  }

  /// One who must take the step was for it after the other had been carried out.
  private func isTakenSince(_ rival: (taken: Taken, by: [Case.Actor.ID]), _ step: Step) -> Bool {
    guard let date = rival.taken.date else { return true }
    // Only what those did who must take this step as well takes it away.
    let takers = namedTakers(of: step)
    guard !takers.isEmpty, takers.contains(where: rival.by.contains) else { return true }
    return takers.contains { taker in
      guard let (answer, _, spoken) = words(of: taker, on: step) else { return false }
      return answer.isTaken
        && answer.state.deciding.contains { spoken[$0].said?.isLater(than: date) ?? false }
    }
  }

  // MARK: What a commitment waits for

  /// The steps that a commitment's own words require first, and that have not come about.
  func unmet(_ commitment: Case.Commitment) -> [Step] {
    commitment.requires.filter { $0.stance == nil }.flatMap { requirement in
      requirement.step.awaited(filtered.index).filter { step in
        if done(step) != nil { return false }
        let isMetByAgreement =
          requirement.met.map { $0 == .agreed } ?? self.isMetByAgreement(step)
        return !(isMetByAgreement && agreement(on: step) != nil)
      }
    }
  }

  func waiting(_ step: Step) -> CommitmentsView.Waiting {
    let failure = failure(of: step)
    return .init(
      step: step.title(filtered.index), failed: failure?.date, hasFailed: failure != nil,
      evidence: failure?.evidence ?? [])
  }
}
