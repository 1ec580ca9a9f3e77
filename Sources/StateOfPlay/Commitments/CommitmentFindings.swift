internal import CaseModel

/// Finds promises that cannot be kept as they were made, or not by who made them.
struct CommitmentFindings {
  private let ledger: Ledger
  private let filtered: FilteredCase
  private let bars: [PreconditionsView.StepID: [ConvergenceView.Bar]]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    filtered = ledger.filtered
    bars = LegalBars(ledger.filtered).bars
  }

  private struct Promise {
    let commitment: Case.Commitment
    let debtors: [Case.Actor.ID]
    let creditors: [Case.Actor.ID]
    let steps: [Step]
    let isOver: Bool
  }

  func find() -> [CommitmentsView.Finding] {
    let promises = filtered.theCase.commitments.enumerated().compactMap { promise($1, at: $0) }
    var found: [CommitmentsView.Finding] = []
    for promise in promises where !promise.isOver {
      for step in promise.steps { judge(promise, step, &found) }
    }
    pairs(promises, &found)
    return found
  }

  /// A promise or an agreement in principle, made by as-of, of what settles an issue.
  private func promise(_ commitment: Case.Commitment, at place: Int) -> Promise? {
    guard commitment.strength != .expected, let about = commitment.about?.step,
      filtered.holds(commitment.agreed, commitment.evidence)
    else { return nil }
    let parties = Set(ledger.table.parties)
    return Promise(
      commitment: commitment,
      debtors: commitment.debtors.map { filtered.principal(of: $0, among: parties) }.uniqued,
      creditors: commitment.creditors.map { filtered.principal(of: $0, among: parties) }.uniqued,
      steps: about.single(waits: false, filtered.index),
      isOver: ledger.commitments.accounts[place].isOver)
  }

  private func judge(
    _ promise: Promise, _ step: Step, _ found: inout [CommitmentsView.Finding]
  ) {
    let title = step.title(filtered.index)
    let takers = ledger.steps.namedTakers(of: step)
    for debtor in promise.debtors {
      let name = filtered.index.name(debtor)
      func add(_ kind: CommitmentsView.Finding.Kind, _ words: String, _ ids: [Case.Statement.ID]) {
        found.append(
          .init(
            kind: kind, commitments: [promise.commitment.id], debtor: debtor, words: words,
            evidence: (filtered.shown(promise.commitment.evidence) + ids).uniqued))
      }
      if !takers.isEmpty, !takers.contains(debtor) {
        let refusing = ledger.steps.rejections(of: step)
        let accepting = takers.filter { taker in
          ledger.steps.words(of: taker, on: step).map {
            $0.answer.isTaken
          } ?? false
        }
        if accepting.count < takers.count {
          let others = takers.filter { !accepting.contains($0) }
          let answer =
            refusing.isEmpty
            ? "which \(others.count == 1 ? "has" : "have") not accepted it"
            : "and \(filtered.index.names(refusing.map(\.party))) \(refusing.count == 1 ? "rejects" : "reject") it"
          add(
            .othersMustAct,
            "\(name) promised “\(title)”, which only \(filtered.index.names(takers)) can do, \(answer)",
            refusing.flatMap(\.statements))
        }
      }
      if let (answer, _, spoken) = ledger.steps.words(of: debtor, on: step), answer.isOwn {
        let lines = answer.redLines.filter { spoken[$0].base == .against }
        if !lines.isEmpty {
          add(
            .againstRedLine, "\(name) promised “\(title)” against its own red line",
            lines.map { filtered.theCase.statements[spoken[$0].position].id })
        }
      }
      for bar in bars[step.id] ?? [] {
        guard filtered.index.constraint(bar.constraint)?.holders.contains(debtor) ?? false else {
          continue
        }
        add(
          .barred,
          "\(name) promised “\(title)”, which “\(bar.title)” forbids as interpreted\(bar.heldBy.isEmpty ? "" : " by \(filtered.index.running(bar.heldBy))") (\(bar.reading))",
          [])
      }
    }
  }

  /// Two promises of one debtor on one issue.
  private func pairs(_ promises: [Promise], _ found: inout [CommitmentsView.Finding]) {
    var byIssue: [Case.Issue.ID: [Int]] = [:]
    var order: [Case.Issue.ID] = []
    for (place, promise) in promises.enumerated() where !promise.isOver {
      guard let issue = promise.commitment.about?.issue else { continue }
      if byIssue[issue] == nil { order.append(issue) }
      byIssue[issue, default: []].append(place)
    }
    for issue in order {
      let places = byIssue[issue] ?? []
      // Beyond any plausible number of promises on one issue, pairs are not compared.
      for (number, first) in places.prefix(200).enumerated() {
        for second in places.prefix(200).dropFirst(number + 1) {
          compare(promises[first], promises[second], issue, &found)
        }
      }
    }
  }

  private func compare(
    _ a: Promise, _ b: Promise, _ issue: Case.Issue.ID, _ found: inout [CommitmentsView.Finding]
  ) {
    guard let debtor = a.debtors.first(where: b.debtors.contains) else { return }
    let name = filtered.index.name(debtor)
    let ids = Set(a.steps.map(\.id))
    let others = Set(b.steps.map(\.id))
    var words: String?
    if ids.isDisjoint(with: others) {
      guard filtered.index.issue(issue)?.answers == .one, !a.steps.contains(where: \.isWholeIssue),
        !b.steps.contains(where: \.isWholeIssue)
      else { return }
      words = "the two options exclude each other"
    } else if Set(a.creditors).isDisjoint(with: b.creditors),
      !a.creditors.isEmpty, !b.creditors.isEmpty
    {
      if let stances = differing(a, b, debtor) {
        words =
          "to \(filtered.index.running(a.creditors)) it is \(stances.0.words), to \(filtered.index.running(b.creditors)) \(stances.1.words)"
      } else if a.commitment.what != b.commitment.what {
        words = "the two creditors were promised different things on one question"
      }
    }
    guard let words else { return }
    found.append(
      .init(
        kind: .cannotBothBeKept, commitments: [a.commitment.id, b.commitment.id], debtor: debtor,
        words:
          "\(name) promised “\(a.commitment.what)” and “\(b.commitment.what)”, which cannot both be kept: \(words)",
        evidence: (filtered.shown(a.commitment.evidence) + filtered.shown(b.commitment.evidence))
          .uniqued))
  }

  /// The debtor's stances on the promised step in words to each of the two creditors, where they
  /// differ.
  private func differing(
    _ a: Promise, _ b: Promise, _ debtor: Case.Actor.ID
  ) -> (PositionStance, PositionStance)? {
    guard let step = a.steps.first,
      let row = step.issue.flatMap({ filtered.index.place(of: $0) }).flatMap({
        ledger.table.rowOf[$0]
      }), let party = ledger.table.place(of: debtor),
      let answer = ledger.table.rows[row].place(of: step)
    else { return nil }
    let spoken = ledger.table.rows[row].byParty[party] ?? []
    func stance(to creditors: [Case.Actor.ID]) -> PositionStance? {
      spoken.last { one in
        guard one.voice == .own, let stance = one.stance, stance != .unclear,
          one.answers.contains(answer)
        else { return false }
        return filtered.theCase.statements[one.position].to.contains(where: creditors.contains)
      }?.stance
    }
    guard let x = stance(to: a.creditors), let y = stance(to: b.creditors), x != y else {
      return nil
    }
    return (x, y)
  }
}
