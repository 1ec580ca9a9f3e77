internal import CaseModel

/// Promises of whose state the accounts differ.
extension ContradictionFinder {
  /// What one says failed and another denies, or says was carried out.
  func promises(_ view: inout ContradictionsView) {
    let book = CommitmentBook(filtered)
    for (place, commitment) in filtered.theCase.commitments.enumerated() {
      let accounts = book.accounts[place]
      let contrary = accounts.contrary
      if contrary.isEmpty { continue }
      if !filtered.lens.issues.isEmpty {
        guard let issue = commitment.about?.issue, filtered.lens.issues.contains(issue) else {
          continue
        }
      }
      var sides: [ContradictionsView.Side] = []
      for account in contrary {
        let answer = answer(account, accounts.accounts)
        let reporters = account.evidence.compactMap { id in
          filtered.index.position(.statements, id.raw).map {
            words.reporter(at: $0, said: filtered.facts[$0].said)
          }
        }
        if let side = sides.firstIndex(where: { $0.answer == answer }) {
          sides[side].statements += reporters
        } else {
          sides.append(
            .init(
              answer: answer, level: account.denies ? .denied : account.level,
              statements: reporters))
        }
      }
      view.groups.append(words.group(.account, commitment, sides))
    }
  }

  /// What an account says, with its count where another of the same degree has another count.
  private func answer(_ account: CommitmentAccount, _ all: [CommitmentAccount]) -> String {
    guard let level = account.level else {
      return account.denies ? Case.Commitment.Level.denied.words : account.done ?? ""
    }
    let whose = account.of.isEmpty ? "" : " by \(filtered.index.running(account.of))"
    let counts = Set(all.filter { $0.level == level }.compactMap(\.done))
    let count = counts.count > 1 ? account.done.map { "\($0), " } ?? "" : ""
    return count + level.words + whose
  }
}
