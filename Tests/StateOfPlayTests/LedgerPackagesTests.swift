import CaseModel
import StateOfPlay
import Testing

/// Promises taken together, packages, and what qualifies an agreement.
extension LedgerTests {
  @Test func aPromiseOfWhatOnlyAnotherCanDoIsFound() throws {
    let promise = """

      commitments:
        - {id: gift, debtors: union, creditors: mayor, what: Have the men taken back, strength: promised,
           agreed: 2031-03-01, about: {issue: rehire, option: back}, evidence: [word]}
      """
    let word =
      "id: word, speaker: union, act: commit, date: 2031-03-01, about: {commitment: gift}"
    let found = try Self.views([word, Self.companyRefuses], promise).commitments.findings
    #expect(found.map(\.kind) == [.othersMustAct])
    #expect(found.first?.evidence == ["word", "refuses"])
    let accepting = Self.companyRefuses.replacing("reject", with: "accept")
    #expect(try Self.views([word, accepting], promise).commitments.findings.isEmpty)
  }

  @Test func twoPromisesThatCannotBothBeKeptAndOneAgainstARedLineAreFound() throws {
    let promises = """

      commitments:
        - {id: one, debtors: company, creditors: union, what: The new terms, strength: promised,
           agreed: 2031-03-01, about: {issue: terms, option: agreed}, evidence: [a]}
        - {id: two, debtors: company, creditors: board, what: The old terms, strength: promised,
           agreed: 2031-03-02, about: {issue: terms, option: old}, evidence: [b]}
      """
    let lines = [
      "id: a, speaker: company, to: union, act: commit, date: 2031-03-01, about: {commitment: one}",
      "id: b, speaker: company, to: board, act: commit, date: 2031-03-02, about: {commitment: two}",
    ]
    #expect(
      try Self.views(lines, promises).commitments.findings.map(\.kind) == [.cannotBothBeKept])
    let line =
      "id: never, speaker: company, act: reject, redLine: true, date: 2031-03-05, about: {issue: terms, option: old}"
    #expect(
      try Self.views(lines + [line], promises).commitments.findings.map(\.kind).contains(
        .againstRedLine))
  }

  @Test func aPackageCountsForItsPartsAndIsMarked() throws {
    let draft = """

      drafts:
        - {id: paper, title: The union's paper, date: 2031-03-01, by: union, evidence: [tabled], clauses: [
            {id: rise, about: {issue: pay, value: {quantity: 6, unit: percent}}, status: provisional, by: union, evidence: [tabled]},
            {id: men, about: {issue: rehire, option: back}, status: provisional, by: union, evidence: [tabled]}]}
      """
    let lines = [
      "id: tabled, speaker: union, act: propose, date: 2031-03-01, about: {draft: paper}",
      "id: refused, speaker: company, act: reject, date: 2031-03-02, about: {draft: paper}",
    ]
    let views = try Self.views(lines, draft)
    let rise = views.answer("union", "pay", "6 percent")
    #expect(rise?.stances == [.for] && rise?.isPackage == true)
    #expect(views.answer("company", "rehire", "back")?.stances == [.against])
    #expect(views.answer("company", "rehire", "back")?.isPackage == true)
    #expect(views.preconditions.blocked.isEmpty)
    // Words on a part itself go before the refusal of the whole.
    let part = "id: part, speaker: company, act: offer, date: 2031-03-01, \(Self.takenBack)"
    #expect(
      try Self.views(lines + [part], draft).answer("company", "rehire", "back")?.stances == [.for])
    let together =
      "id: both, speaker: union, act: offer, date: 2031-03-01, about: {together: [{issue: strike, option: \"off\"}, {issue: pay, value: {quantity: 5, unit: percent}}]}"
    let package = try Self.views([together])
    #expect(package.answer("union", "strike", "off")?.isPackage == true)
    #expect(package.answer("union", "pay", "5 percent")?.stances == [.for])
  }

  @Test func consentAndASingleUndertakingQualifyAnAgreement() throws {
    let strict = Self.port.replacing(
      "parties: [union, company]}",
      with: "parties: [union, company], consent: board, singleUndertaking: true}")
    let both =
      "id: both, speaker: [union, company], act: accept, date: 2031-03-01, about: {issue: terms, option: agreed}"
    let line = try Views(record([both], with: strict)).line("terms")
    #expect(line?.state == .agreed && line?.consentMissing == ["board"])
    #expect(line?.isProvisional == true)
    let consent =
      "id: board-s, speaker: board, act: accept, date: 2031-03-02, about: {issue: terms, option: agreed}"
    #expect(
      try Views(record([both, consent], with: strict)).line("terms")?.consentMissing == [])
  }

  @Test func whatEndedIsNeitherAgreedNorApart() throws {
    let ended = Self.port.replacing(
      "{id: terms, title: New terms, kind: negotiable,",
      with:
        "{id: terms, title: New terms, kind: negotiable, ended: {date: 2031-04-01, how: moot, basis: ana},"
    )
    let both =
      "id: both, speaker: [union, company], act: accept, date: 2031-03-01, about: {issue: terms, option: agreed}"
    let theCase = try record([both], with: ended)
    #expect(try Views(theCase).line("terms")?.state == .ended)
    #expect(try Views(theCase, .asOf("2031-03-15")).line("terms")?.state == .agreed)
  }

  @Test func theLargestSetsThatAgreeAreNamedWhereNotAllDo() throws {
    let parties = Self.port.replacing(
      "parties: [union, company]", with: "parties: [union, company, mayor]")
    let lines = [
      "id: both, speaker: [union, company], act: accept, date: 2031-03-01, about: {issue: terms, option: agreed}",
      "id: no, speaker: mayor, act: reject, date: 2031-03-01, about: {issue: terms, option: agreed}",
    ]
    let line = try Views(record(lines, with: parties)).line("terms")
    #expect(line?.state == .apart)
    #expect(line?.coalitions.map(\.parties) == [["union", "company"]])
    #expect(line?.coalitions.map(\.outside) == [["mayor"]])
    #expect(line?.coalitions.map(\.rejectedBy) == [["mayor"]])
  }
}
