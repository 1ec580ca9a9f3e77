import CaseModel
import StateOfPlay
import Testing

/// Packages from the day they are put forward to the day they lapse, are withdrawn or are accepted by
/// all, in talks on a shared glacier: each view must give the same account of one package.
@Suite struct PackageLifeTests {
  private static let glacier = """
    case: {id: glacier, title: The glacier, parties: [uplands, coast]}
    actors:
      - {id: uplands, name: The Uplands, kind: state}
      - {id: coast, name: The Coast, kind: state}
      - {id: chair, name: The chair, kind: person}
      - {id: diet, name: The Diet, kind: body}
      - {id: valley, name: The Valley, kind: state}
    milestones:
      - {id: vote, title: The Diet approves, kind: vote, by: [diet]}
      - {id: survey, title: The survey is out, reached: {date: 2041-02-20, basis: ana}}
    issues:
      - {id: melt, title: Yearly draw, kind: negotiable, value: quantity, unit: percent, wants: {uplands: more, coast: less}}
      - {id: gauges, title: Gauges, kind: negotiable, options: [{id: joint, title: They are joint}]}
      - {id: fund, title: A fund, kind: negotiable, options: [{id: made, title: It is set up}]}
      - {id: patrols, title: Patrols, kind: negotiable, parties: [coast, valley], options: [{id: shared, title: They are shared}]}
    """
  private static let text = """

    drafts:
      - id: plan
        title: The chair's plan
        date: 2041-02-01
        by: chair
        to: [uplands, coast]
        clauses:
          - {id: a, about: {issue: melt, value: {quantity: 20, unit: percent}}, status: provisional, basis: ana}
          - {id: b, about: {issue: gauges, option: joint}, status: provisional, basis: ana}
        basis: ana
    """
  private static let high =
    "id: high, speaker: uplands, act: demand, date: 2041-01-05, about: {issue: melt, value: {quantity: 40, unit: percent}}"
  private static let low =
    "id: low, speaker: coast, act: offer, date: 2041-01-05, about: {issue: melt, value: {quantity: 10, unit: percent}}"
  private static let put =
    "id: put, speaker: chair, act: propose, date: 2041-02-01, until: 2041-02-28, about: {draft: plan}"
  private static let uplandsYes =
    "id: yes-u, speaker: uplands, act: accept, date: 2041-02-10, about: {draft: plan}"
  private static let coastYes =
    "id: yes-c, speaker: coast, act: accept, date: 2041-02-12, about: {draft: plan}"

  private func views(
    _ lines: [String], _ more: String = "", asOf: String = "2041-06-01"
  ) throws -> LedgerTests.Views {
    try .init(record(lines, with: Self.glacier + more), .asOf(asOf))
  }

  private func offers(
    _ lines: [String], _ more: String = "", asOf: String = "2041-06-01"
  ) throws -> OffersView {
    StateOfPlay.offers(try record(lines, with: Self.glacier + more), try .asOf(asOf))
  }

  // MARK: How it ends

  @Test func whatAllAcceptedInTimeDoesNotLapseInAnyView() throws {
    let lines = [Self.high, Self.low, Self.put, Self.uplandsYes, Self.coastYes]
    let views = try views(lines, Self.text)
    #expect(try offers(lines, Self.text).offers.map(\.state) == [.accepted])
    #expect(views.line("melt")?.state == .agreed)
    #expect(views.answer("uplands", "melt", "20 percent")?.stances == [.for])
    #expect(views.changes.changes.allSatisfy { !$0.kinds.contains(.progress) })
    // Accepted by one in time and by the other too late, it lapsed.
    let late = Self.coastYes.replacing("2041-02-12", with: "2041-03-12")
    let lapsed = try self.views(lines.dropLast() + [late], Self.text)
    #expect(try offers(lines.dropLast() + [late], Self.text).offers.map(\.state) == [.lapsed])
    #expect(lapsed.line("melt")?.state == .apart)
    #expect(lapsed.answer("uplands", "melt", "40 percent")?.isSuperseded == false)
  }

  @Test func aLaterRefusalDoesNotUndoWhatAllHadAccepted() throws {
    let no = "id: no, speaker: coast, act: reject, date: 2041-03-10, about: {draft: plan}"
    let views = try views(
      [Self.high, Self.low, Self.put, Self.uplandsYes, Self.coastYes, no], Self.text)
    #expect(views.answer("uplands", "melt", "20 percent")?.isAccepted == true)
  }

  @Test func whatWasSaidBeforeAPackageStandsOnceItLapses() throws {
    let before = [
      "id: want, speaker: coast, act: demand, date: 2041-01-05, about: {issue: gauges, option: joint}",
      "id: never, speaker: uplands, act: reject, date: 2041-01-06, about: {issue: gauges, option: joint}",
    ]
    let offer =
      "id: offer, speaker: coast, act: offer, date: 2041-02-01, until: 2041-02-20, about: {together: [{issue: gauges, option: joint}, {issue: melt, value: {quantity: 15, unit: percent}}]}"
    let views = try views([Self.low] + before + [offer])
    #expect(views.answer("coast", "gauges", "joint")?.decidedBy == ["want"])
    #expect(views.answer("coast", "melt", "10 percent")?.isAccepted == true)
    let values = try #require(
      views.positions.rows.first { $0.issue == "melt" }?.cells.first { $0.party == "coast" }?.values
    )
    #expect(values.trajectoryWords == "10 → 15 (in a package, lapsed) → 10")
    // A word in between is no newer than the package, and so is not what it falls back on.
    let between =
      "id: between, speaker: coast, act: reject, date: 2041-02-05, about: {issue: gauges, option: joint}"
    let later = try self.views([Self.low] + before + [offer, between])
    #expect(later.answer("coast", "gauges", "joint")?.decidedBy == ["between"])
  }

  @Test func whatWasSaidBeforeAPackageStandsOnceItIsWithdrawn() throws {
    let want =
      "id: want, speaker: coast, act: demand, date: 2041-01-05, about: {issue: gauges, option: joint}"
    let offer =
      "id: offer, speaker: coast, act: offer, date: 2041-02-01, about: {together: [{issue: gauges, option: joint}, {issue: melt, value: {quantity: 15, unit: percent}}]}"
    let back =
      "id: back, speaker: coast, act: withdraw, date: 2041-02-09, about: {statement: offer}"
    let views = try views([Self.low, want, offer, back])
    #expect(views.answer("coast", "gauges", "joint")?.stances == [.for])
    #expect(views.answer("coast", "melt", "10 percent")?.isAccepted == true)
    #expect(views.answer("coast", "melt", "15 percent")?.isAccepted != true)
    // Where it had said nothing before, it no longer offers.
    let alone = try self.views([offer, back])
    #expect(alone.answer("coast", "gauges", "joint")?.stances == [.unclear])
    #expect(alone.kinds("coast").contains { $0.contains(.withdrawn) })
    #expect(alone.kinds("coast").allSatisfy { $0 != [.progress] })
  }

  @Test func whatWasAgreedForATimeHasTakenThePlaceOfWhatWasSaidBefore() throws {
    let treaty = """

      drafts:
        - id: pact
          title: The pact
          date: 2041-03-01
          by: [uplands, coast]
          signed: {date: 2041-03-01, by: [uplands, coast], evidence: [sign]}
          clauses: [{id: a, about: {issue: melt, value: {quantity: 20, unit: percent}}, status: agreed, evidence: [sign]}]
          evidence: [sign]
      """
    let sign =
      "id: sign, speaker: [uplands, coast], act: accept, date: 2041-03-01, until: 2041-04-30, about: {draft: pact}"
    let lines = [Self.high, Self.low, sign]
    #expect(try views(lines, treaty, asOf: "2041-04-01").line("melt")?.state == .agreed)
    let ended = try views(lines, treaty)
    #expect(ended.answer("uplands", "melt", "40 percent")?.isAccepted != true)
    #expect(ended.line("melt")?.state == .noEvidence)
  }

  @Test func onlyThoseWhoMadeItHoldItOpenForLonger() throws {
    let longer =
      "id: longer, speaker: chair, act: propose, date: 2041-02-15, until: 2041-07-31, about: {draft: plan}"
    let told = longer.replacing("act: propose", with: "via: coast, act: propose")
    let lines = [Self.high, Self.put, Self.uplandsYes]
    #expect(try offers(lines + [longer], Self.text).offers.first?.state == .onTheTable)
    let reported = try #require(try offers(lines + [told], Self.text).offers.first)
    #expect(reported.state == .lapsed)
    #expect(reported.reportedUntil?.by == ["coast"])
    #expect(
      try views(lines + [told], Self.text).answer("uplands", "melt", "40 percent")?.isAccepted
        == true)
    #expect(
      try views(lines + [longer], Self.text).answer("uplands", "melt", "20 percent")?.isAccepted
        == true)
  }

  @Test func acceptingATextDropsWhatWasAskedForIt() throws {
    let only =
      "id: only, speaker: coast, act: condition, date: 2041-02-05, about: {draft: plan}, requires: [{issue: fund, option: made, kind: before}]"
    let views = try views([Self.put, only, Self.coastYes], Self.text)
    #expect(views.preconditions.edges.map(\.closing?.reason) == [.undertaken])
    #expect(views.answer("coast", "gauges", "joint")?.standing.isEmpty != false)
  }

  @Test func aReplacedPackageDoesNotComeBackWithTheLapseOfTheNext() throws {
    let first = Self.package("first", "coast", 12)
    let next = Self.package("next", "coast", 15).replacing("2041-02-01", with: "2041-02-10")
      .replacing("act: offer", with: "act: offer, until: 2041-02-20")
    let views = try views([Self.low, first, next])
    #expect(views.answer("coast", "melt", "10 percent")?.isAccepted == true)
    #expect(views.answer("coast", "melt", "12 percent")?.isAccepted != true)
    #expect(views.answer("coast", "gauges", "joint") == nil)
  }

  // MARK: What it says of its parts

  private static func package(_ id: String, _ party: String, _ draw: Int) -> String {
    "id: \(id), speaker: \(party), act: offer, date: 2041-02-01, about: {together: [{issue: melt, value: {quantity: \(draw), unit: percent}}, {issue: gauges, option: joint}]}"
  }

  @Test func rivalPackagesAgreeOnNothing() throws {
    let views = try views([Self.package("u", "uplands", 30), Self.package("c", "coast", 12)])
    let line = try #require(views.line("gauges"))
    #expect(line.state == .conditional)
    #expect(line.answers.first?.obstacles.map(\.holder) == ["uplands", "coast"])
    // Accepted as it stands, it is agreed.
    let yes = "id: yes, speaker: coast, act: accept, date: 2041-02-09, about: {statement: u}"
    #expect(
      try self.views([Self.package("u", "uplands", 30), yes]).line("gauges")?.state == .agreed)
  }

  @Test func aConditionalYesStandsBesideWhatThePartyItselfAsksFor() throws {
    let yes =
      "id: yes, speaker: uplands, act: accept, date: 2041-02-09, about: {statement: c}, requires: [{issue: fund, option: made, kind: before}]"
    let no =
      "id: no, speaker: coast, act: reject, date: 2041-02-10, about: {issue: fund, option: made}"
    let lines = [Self.high, Self.package("c", "coast", 12), yes]
    let views = try views(lines + [no])
    #expect(views.line("melt")?.state == .conditional)
    #expect(views.answer("uplands", "melt", "12 percent")?.stances == [.forIf])
    #expect(views.answer("uplands", "melt", "40 percent")?.stances == [.for])
    // On what it has said nothing of by itself, the condition is shown, and who refuses it.
    #expect(views.answer("uplands", "gauges", "joint")?.standing.map(\.step).count == 1)
    let line = try #require(views.line("gauges"))
    #expect(line.state == .conditional)
    #expect(line.answers.first?.obstacles.contains { $0.rejectedBy == ["coast"] } == true)
    // Not accepted is not within reach, either.
    #expect(try self.views(lines).line("gauges")?.state == .conditional)
  }

  @Test func aConditionOnATextReadsAsAYesWithThatCondition() throws {
    for act in ["accept", "condition"] {
      let yes =
        "id: yes, speaker: coast, act: \(act), date: 2041-02-09, about: {draft: plan}, requires: [{issue: fund, option: made, kind: before}]"
      let views = try views([Self.put, yes], Self.text, asOf: "2041-02-20")
      #expect(views.answer("coast", "gauges", "joint")?.stances == [.forIf], "\(act)")
      let met = yes.replacing(
        "{issue: fund, option: made, kind: before}", with: "{milestone: survey, kind: before}")
      #expect(
        try self.views([Self.put, met], Self.text, asOf: "2041-02-25")
          .answer("coast", "gauges", "joint")?.stances == [.for], "\(act)")
    }
  }

  @Test func whatConcernsOthersIsNoOnesClaim() throws {
    let offer =
      "id: offer, speaker: coast, act: offer, date: 2041-02-01, about: {together: [{issue: patrols, option: shared}, {issue: gauges, option: joint}]}"
    let yes = "id: yes, speaker: uplands, act: accept, date: 2041-02-09, about: {statement: offer}"
    let views = try views([offer, yes])
    #expect(views.answer("uplands", "patrols", "shared") == nil)
    #expect(views.answer("uplands", "gauges", "joint") != nil)
    #expect(views.answer("coast", "patrols", "shared") != nil)
  }

  @Test func whatStandsInBracketsIsNotAccepted() throws {
    let text = Self.text.replacing(
      "option: joint}, status: provisional", with: "option: joint}, status: bracketed, by: [coast]")
    let no =
      "id: no, speaker: coast, act: reject, date: 2041-03-09, about: {issue: gauges, option: joint}"
    let views = try views([Self.put, Self.coastYes, Self.uplandsYes, no], text)
    #expect(views.answer("uplands", "gauges", "joint") == nil)
    let changes = views.changes.changes.filter { $0.party == "coast" && $0.issue == "gauges" }
    #expect(changes.map(\.kinds) == [[.new]])
  }

  // MARK: The last offer

  @Test func theLastOfferIsTheNewestThatIsOpen() throws {
    let next = Self.package("next", "coast", 12).replacing("2041-02-01", with: "2041-04-01")
      .replacing("act: offer", with: "act: offer, until: 2041-04-20")
    let lines = [Self.put, Self.uplandsYes, Self.coastYes, next]
    #expect(try offers(lines, Self.text, asOf: "2041-04-10").last?.statements == ["next"])
    #expect(try offers(lines, Self.text).last?.statements == ["next"])
    #expect(try offers([Self.put, Self.uplandsYes, next], Self.text).last?.statements == ["next"])
  }

  @Test func aPackageThatItsOnlyAddresseeRefusedIsNotOpen() throws {
    let offer = Self.package("offer", "coast", 12).replacing(
      "act: offer", with: "act: offer, to: uplands, until: 2041-08-01")
    let no = "id: no, speaker: uplands, act: reject, date: 2041-02-09, about: {statement: offer}"
    #expect(try offers([offer]).offers.first?.isOpen == true)
    #expect(try offers([offer, no]).offers.first?.isOpen == false)
    let theCase = try record([offer, no], with: Self.glacier)
    #expect(calendar(theCase, try .asOf("2041-06-01")).rows.map(\.state) == [.dropped])
  }

  @Test func whatWasSaidOfPartsIsShownWhereTheWholeHasNoAnswer() throws {
    let offer = Self.package("offer", "coast", 12)
    let no =
      "id: no, speaker: uplands, act: reject, date: 2041-02-09, about: {issue: melt, value: {quantity: 12, unit: percent}}"
    let answer = try #require(try offers([Self.high, offer, no]).offers.first?.answers.first)
    #expect(answer.stance == nil)
    #expect(answer.onParts.map(\.stance) == [.against])
    #expect(answer.onParts.map(\.statements) == [["no"]])
  }

  @Test func aPackageIsOverOnceItsAuthorSignsOrSaysOtherwise() throws {
    let offer = Self.package("offer", "coast", 12)
    let own =
      "id: own, speaker: coast, act: accept, date: 2041-03-01, about: {issue: melt, value: {quantity: 18, unit: percent}}"
    #expect(try offers([offer, own]).offers.first?.state == .replaced)
    let pact = """

      drafts:
        - id: pact
          by: [uplands, coast]
          signed: {date: 2041-03-01, by: [uplands, coast], basis: ana}
          clauses: [{id: a, about: {issue: gauges, option: joint}, status: agreed, basis: ana}]
          basis: ana
      """
    // The signed text heads the list.
    #expect(try offers([offer], pact).offers.map(\.state) == [.signed, .replaced])
  }
}
