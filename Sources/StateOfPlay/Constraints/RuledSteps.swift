internal import CaseModel
internal import Foundations

/// What those bound by a legal act have said, promised and done of a step that it rules on.
struct RuledSteps {
  private let view: FilteredCase
  private let act: Case.Constraint
  private let packages: PackageAnswers

  /// - Complexity: O(statements).
  init(_ view: FilteredCase, _ act: Case.Constraint) {
    self.view = view
    self.act = act
    packages = PackageAnswers(
      view, PackageBook(view, JoinedTexts(view), speaking: view.theCase.header.parties))
  }

  /// Their offers and acceptances of a step that the act forbids, or their refusals of one that the
  /// act requires.
  /// - Complexity: O(statements).
  func words(on step: Step, isForbidden: Bool) -> [ConstraintsView.Breach] {
    let acts: Set<Case.Statement.Act> =
      isForbidden ? [.offer, .accept, .propose, .concede, .commit] : [.reject, .deny, .withdraw]
    return view.eachStatement { place, statement in
      let said = view.facts[place].said
      guard view.facts[place].time != .out,
        acts.contains(statement.pointee.act)
          || (!isForbidden && statement.pointee.stance == .against),
        !statement.pointee.isDoubted, act.isInForce(on: said),
        subjects(of: statement.pointee, said, isForbidden).contains(where: { $0.takes(step) }),
        statement.pointee.speaker.contains(where: {
          act.binds(view.index.spokenFor(by: $0, on: said))
        })
      else { return nil }
      return ConstraintsView.Breach(
        kind: isForbidden ? .offer : .refusal, date: said, words: statement.pointee.gist,
        meeting: nil, statements: [statement.pointee.id], because: [])
    }
  }

  /// What a statement is about; of an offer or acceptance also what its package, text or promise holds.
  /// To refuse a package is not to refuse each part of it.
  private func subjects(
    of statement: Case.Statement, _ said: EDTFDate?, _ isForbidden: Bool
  ) -> [Subject] {
    var found = statement.about?.parts ?? []
    if case .commitment(let id)? = statement.about,
      let about = view.index.commitment(id)?.about
    {
      found += about.parts
    }
    if isForbidden { found += packages.parts(of: statement, said: said).map(\.about) }
    return found
  }

  /// Their promises to take a forbidden step, and that they have taken it: milestones reached that carry
  /// it out, and reports that a promise of it was carried out in whole or in part.
  /// - Complexity: O(milestones + commitments).
  func performances(_ step: Step) -> [ConstraintsView.Breach] {
    var found: [ConstraintsView.Breach] = []
    for milestone in view.theCase.milestones {
      guard let reached = milestone.reached, view.holds(reached.date, reached.evidence),
        act.isInForce(on: reached.date),
        Subject.milestone(milestone.id).takes(step)
          || milestone.of?.subject.takes(step) ?? false,
        isTheirs(milestone, on: reached.date)
      else { continue }
      found.append(
        .init(
          kind: .performance, date: reached.date, words: milestone.title, meeting: nil,
          statements: view.shown(reached.evidence), because: []))
    }
    for commitment in view.theCase.commitments
    where act.binds(commitment.debtors)
      && (Subject.commitment(commitment.id).takes(step) || commitment.about?.takes(step) ?? false)
    {
      if view.holds(commitment.agreed, commitment.evidence), isDueInForce(commitment) {
        found.append(
          .init(
            kind: .promise, date: commitment.agreed, words: commitment.what, meeting: nil,
            statements: view.shown(commitment.evidence), because: []))
      }
      for report in commitment.status where view.holds(report.date, report.evidence) {
        guard let level = report.level, level.isPerformance, act.isInForce(on: report.date) else {
          continue
        }
        found.append(
          .init(
            kind: .performance, date: report.date, words: "\(commitment.what): \(level.words)",
            meeting: nil, statements: view.shown(report.evidence), because: []))
      }
    }
    return found
  }

  /// Its actors, or else those who must act for the answer that it carries out.
  private func isTheirs(_ milestone: Case.Milestone, on date: EDTFDate?) -> Bool {
    var actors = milestone.by
    if actors.isEmpty, case .issue(let id, .options(let options))? = milestone.of {
      actors =
        view.index.issue(id)?.options.filter { options.contains($0.id) }.flatMap(\.takenBy) ?? []
    }
    return actors.contains { act.binds(view.index.spokenFor(by: $0, on: date)) }
  }

  /// Made while the act was in force, or made before and not due before it.
  private func isDueInForce(_ commitment: Case.Commitment) -> Bool {
    if act.isInForce(on: commitment.agreed) { return true }
    guard let agreed = commitment.agreed, let issued = act.issued, issued.isLater(than: agreed)
    else { return false }
    return commitment.due.map { !issued.isLater(than: $0) } ?? true
  }
}

extension Case.Commitment.Level {
  /// Something of it was done.
  fileprivate var isPerformance: Bool {
    switch self {
    case .minimal, .intermediate, .full, .met: true
    case .notInitiated, .breached, .denied, .superseded, .missed: false
    }
  }
}

extension Subject {
  /// To agree to this is to take `step`, or a part of it.
  fileprivate func takes(_ step: Step) -> Bool {
    guard case .issue(let id, let ruled) = step else { return Step(self) == step }
    guard case .issue(id, let answer) = self else { return false }
    switch (ruled, answer) {
    case (.none, _), (.any, _): return true
    case (.options(let first), .options(let second)): return !Set(first).isDisjoint(with: second)
    case (.value(let first), .value(let second)): return first.key == second.key
    default: return false
    }
  }
}

extension Case.Constraint {
  /// On a day when it may have been in force; without a date always.
  func isInForce(on date: EDTFDate?) -> Bool {
    guard let date else { return true }
    if let issued, issued.isLater(than: date) { return false }
    if let until, date.isLater(than: until) { return false }
    return true
  }

  /// One of the actors is bound by it.
  func binds(_ actors: [Case.Actor.ID]) -> Bool { actors.contains(where: holders.contains) }
}
