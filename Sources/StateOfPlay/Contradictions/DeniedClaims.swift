internal import CaseModel

/// Authors' claims that a party gave something up, against the party's own words for it: those of the
/// same time, and later ones that say that it never did. Other later words may be a return to it.
struct DeniedClaims {
  struct DeniedClaim {
    let claim: Int
    let claimed: EDTFDate
    /// The issue's place in the case.
    let issue: Int
    let party: Case.Actor.ID
    let belying: [Assertion]
    /// All the party's words for it are later, and none says that it held to it throughout.
    let isPossiblyAReturn: Bool
  }

  let filtered: FilteredCase
  let table: AssertionTable

  func find() -> [DeniedClaim] {
    let statements = filtered.theCase.statements
    return filtered.places(marked: .claims).compactMap { claim in
      let change = statements[claim].change
      guard change == .withdrawn || change == .reversed, filtered.isShown(filtered.facts[claim]),
        let issue = filtered.facts[claim].issue, let claimed = filtered.facts[claim].said
      else { return nil }
      return belied(statements[claim], claim, issue, claimed)
    }
  }

  private func belied(
    _ claim: Case.Statement, _ place: Int, _ issue: Int, _ claimed: EDTFDate
  ) -> DeniedClaim? {
    guard !claim.isDoubted, claim.requires.isEmpty, let party = claim.of.first,
      case .issue(_, let given)? = claim.about
    else { return nil }
    func isGiven(_ assertion: Assertion) -> Bool {
      switch (given, assertion.answer) {
      case (.options(let options), .option(let option)): options.contains(option)
      case (.value, _): filtered.theCase.statements[assertion.position].about == claim.about
      default: false
      }
    }
    let parties = Set(claim.of.flatMap { filtered.index.spokenFor(by: $0, on: claimed) })
    let belying = table.byIssue[issue].filter { assertion in
      guard assertion.isFor == true, !assertion.isDoubted, isGiven(assertion),
        let said = assertion.said,
        said.latest >= claimed.earliest || (claim.at != nil && assertion.at == claim.at)
      else { return false }
      let words = filtered.theCase.statements[assertion.position]
      func isTheirs(_ actor: Case.Actor.ID) -> Bool {
        filtered.index.spokenFor(by: actor, on: said).contains(where: parties.contains)
      }
      return words.speaker.contains(where: isTheirs) && words.via.allSatisfy(isTheirs)
    }
    if belying.isEmpty { return nil }
    let contrary = belying.filter { assertion in
      (claim.at != nil && assertion.at == claim.at)
        || assertion.said.map(claimed.overlaps) ?? false
        || filtered.theCase.statements[assertion.position].change == .reaffirmed
    }
    return DeniedClaim(
      claim: place, claimed: claimed, issue: issue, party: party,
      belying: contrary.isEmpty ? belying : contrary, isPossiblyAReturn: contrary.isEmpty)
  }
}
