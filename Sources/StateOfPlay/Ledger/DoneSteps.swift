internal import CaseModel

/// What is done of steps that are no answer to an issue: a milestone reached, a meeting held, a
/// commitment carried out, a text signed. It rests on the record alone, and not on what anyone says.
struct DoneSteps {
  typealias Taken = PreconditionsView.Taken

  let filtered: FilteredCase
  let same: SameMilestones
  let commitments: CommitmentBook
  let denials: MilestoneDenials

  /// - Parameter denials: as known already; nil where they have to be looked for.
  init(
    _ filtered: FilteredCase, _ same: SameMilestones, _ commitments: CommitmentBook,
    _ denials: MilestoneDenials? = nil
  ) {
    self.denials = denials ?? MilestoneDenials(filtered)
    self.filtered = filtered
    self.same = same
    self.commitments = commitments
  }

  init(_ filtered: FilteredCase) {
    self.init(filtered, SameMilestones(filtered), CommitmentBook(filtered))
  }

  /// Nil where nothing says so, and of an issue or a package.
  ///
  /// - Parameter ever: also what has been undone since.
  func done(_ step: Step, ever: Bool = false) -> Taken? {
    switch step {
    case .milestone(let id):
      for wording in same.wordings(of: id) {
        guard let milestone = filtered.index.milestone(wording), let reached = milestone.reached,
          filtered.holds(reached.date, reached.evidence), ever || !isLost(milestone)
        else { continue }
        return Taken(
          date: reached.date, words: "reached", evidence: filtered.shown(reached.evidence),
          basis: reached.evidence.basis, through: same.path(from: id, to: wording))
      }
      return nil
    case .meeting(let id):
      guard let meeting = filtered.index.meeting(id), meeting.status == .held,
        filtered.holds(meeting.date?.value, meeting.evidence)
      else { return nil }
      return Taken(
        date: meeting.date?.value, words: "held", evidence: filtered.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .commitment(let id):
      return commitments.accounts(of: id).flatMap { fulfilled($0, ever: ever) }
    case .draft(let id):
      guard let draft = filtered.index.draft(id), let signed = filtered.signed(draft) else {
        return nil
      }
      return Taken(
        date: signed.date, words: "signed", evidence: filtered.shown(signed.evidence),
        basis: signed.evidence.basis, through: [])
    case .issue, .package: return nil
    }
  }

  /// Of a step that is done by a milestone, those who deny that it was reached.
  func denials(of step: Step) -> [MilestoneDenial] {
    guard case .milestone(let id) = step else { return [] }
    return same.wordings(of: id).flatMap { denials.of($0) }
  }

  /// It no longer holds by as-of, and was not reached again since.
  private func isLost(_ milestone: Case.Milestone) -> Bool {
    guard let lost = milestone.lost, filtered.holds(lost.date, lost.evidence) else { return false }
    guard let reached = milestone.reached?.date, let date = lost.date else { return true }
    return !reached.isLater(than: date)
  }

  func fulfilled(_ accounts: CommitmentAccounts, ever: Bool = false) -> Taken? {
    guard let account = ever ? accounts.firstDone : accounts.isDone ? accounts.newest : nil else {
      return nil
    }
    let by = account.by.isEmpty ? "" : ", says \(filtered.index.running(account.by))"
    return Taken(
      date: account.date, words: "carried out\(by)", evidence: account.evidence,
      basis: account.basis, through: [])
  }
}
