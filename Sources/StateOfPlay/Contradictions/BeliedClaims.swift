internal import CaseModel

/// Authors' claims that a party gave something up, against the party's own later words for it.
struct BeliedClaims {
  struct Belied {
    let claim: Int
    let claimed: EDTFDate
    /// The issue's place in the case.
    let issue: Int
    let party: Case.Actor.ID
    let belying: [Assertion]
  }

  let reading: Reading
  let table: AssertionTable

  func find() -> [Belied] {
    let statements = reading.theCase.statements
    return statements.indices.compactMap { claim in
      let change = statements[claim].change
      guard change == .withdrawn || change == .reversed, reading.heard[claim].time != .out,
        let issue = reading.heard[claim].issue, let claimed = reading.heard[claim].said
      else { return nil }
      return belied(statements[claim], claim, issue, claimed)
    }
  }

  private func belied(
    _ claim: Case.Statement, _ place: Int, _ issue: Int, _ claimed: EDTFDate
  ) -> Belied? {
    guard !claim.isDoubted, claim.requires.isEmpty, let party = claim.of.first,
      case .issue(_, .options(let options))? = claim.about
    else { return nil }
    let parties = Set(claim.of.flatMap { reading.index.spokenFor(by: $0, on: claimed) })
    let belying = table.byIssue[issue].filter { assertion in
      guard assertion.isFor == true, !assertion.isDoubted,
        case .option(let option) = assertion.answer, options.contains(option),
        let said = assertion.said,
        said.latest >= claimed.earliest || (claim.at != nil && assertion.at == claim.at)
      else { return false }
      let words = reading.theCase.statements[assertion.position]
      func isTheirs(_ actor: Case.Actor.ID) -> Bool {
        reading.index.spokenFor(by: actor, on: said).contains(where: parties.contains)
      }
      return words.speaker.contains(where: isTheirs) && words.via.allSatisfy(isTheirs)
    }
    if belying.isEmpty { return nil }
    return Belied(claim: place, claimed: claimed, issue: issue, party: party, belying: belying)
  }
}
