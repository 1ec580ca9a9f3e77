import CaseModel
import StateOfPlay
import Testing

/// Who tells what of what happened, in the worked case.
@Suite struct IstanbulAccountsTests {
  @Test func whoOrWhatEndedTheTalksOf2022ByTeller() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = contradictions(theCase)
        let why = view.accounts.first { $0.issue == "why-2022-ended" }
        let who = view.accounts.first { $0.issue == "who-halted-2022" }
        let advice = view.accounts.first { $0.issue == "johnson-advice" }
        func reporters(_ words: String) -> Set<Case.Actor.ID> {
          Set(
            why?.sides.filter { $0.answer.contains(words) }.flatMap(\.statements)
              .flatMap(\.speakers) ?? [])
        }
        return [
          .init("Zelensky: ultimatums", reporters("ultimatums") == ["zelensky"]),
          .init("Kyiv in 2022: Moscow did not grasp it", reporters("did not grasp") == ["ukraine"]),
          .init("Moscow: the West", reporters("Pressure from the West") == ["russia"]),
          .init("Moscow in 2022: Kyiv's terms", reporters("Terms from Kyiv") == ["russia"]),
          .init("two authors: Bucha", reporters("Bucha") == ["author-001", "author-003"]),
          .init("an author: Johnson", reporters("Johnson") == ["author-001"]),
          .init("causes may all be right", why?.isContradicted == false),
          .init("Putin: Kyiv broke off", who?.sides.map(\.answer) == ["Ukraine"]),
          .init(
            "and he alone says so",
            who?.sides.first?.statements.map(\.speakers) == [["putin"]]),
          .init(
            "Arakhamia on Johnson",
            advice?.sides.flatMap(\.statements).allSatisfy { $0.speakers == ["arakhamia"] } ?? false
          ),
        ]
      },
      restsOn: [
        ("without Zelensky's account", { $0.drop("rev-76") }),
        ("without Moscow's", { $0.drop("osw-53") }),
        ("without Putin's", { $0.drop("rev-31") }),
        ("where only one author names Bucha", { $0.drop("glim-35", "glim-36") }),
        ("where there is one cause", { $0.issues.one("why-2022-ended") }),
      ]
    ).expect()
  }

  @Test func whichRegionsUkraineIsToLeaveWithOnlyTheClosedListsInConflict() throws {
    try IstanbulLine(
      claims: { theCase in
        let cell = try theCase.cell("withdrawal", "russia")
        let told: [Case.Statement.ID] = ["nya-05", "osw-18", "res-24"]
        let view = contradictions(theCase)
        let groups = view.groups.filter { $0.issue == "withdrawal" }
        let variants = view.variants.filter { $0.issue == "withdrawal" }
        return [
          .init(
            "three documents tell the demand",
            told.allSatisfy { cell.telling($0)?.stance == .for }
              && theCase.sources(of: told) == ["nya", "osw", "resume"]),
          .init(
            "one as an agency relays it, two as others report it",
            told.map { cell.telling($0)?.directness.isOwn } == [true, false, false]),
          .init("dates that overlap make no contradiction", groups.isEmpty),
          .init(
            "the two closed lists differ",
            variants.contains { $0.reporters == [["nya-05"], ["res-24"]] && $0.actor == "russia" }),
        ]
      },
      restsOn: [
        ("where OSW's list is closed", { $0.change("osw-18") { $0.setOpen(false) } }),
        ("where nobody names Crimea", { $0.change("nya-05") { $0.leaveOut("crimea") } }),
        ("without the Turkish official's", { $0.drop("res-24") }),
      ]
    ).expect()
  }

  @Test func twoHoursAgainstLessThanTwoAreCompatible() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = contradictions(theCase)
        let variant = view.group("talks-duration", in: \.variants)
        return [
          .init("told two ways", variant?.reporters == [["osw-10"], ["res-10"]]),
          .init("no contradiction", view.group("talks-duration", in: \.groups) == nil),
          .init("explained", variant?.verdict == .explained),
        ]
      },
      restsOn: [
        (
          "where it is three hours",
          {
            $0.change("osw-10") {
              $0.about = .issue(
                "talks-duration",
                .value(.quantity(Quantity(Amount(3), .about, unit: "hour"))))
            }
          }
        ),
        ("without article 004", { $0.drop("res-10") }),
      ]
    ).expect()
  }

  @Test func motivesForLeavingTheKyivAreaAreToldTwoWays() throws {
    try IstanbulLine(
      claims: { theCase in
        let group = contradictions(theCase).group("why-kyiv-area-left", in: \.groups)
        return [
          .init("goodwill against setbacks", group?.reporters == [["glim-30"], ["glim-31"]]),
          .init(
            "Moscow tells the first, the author the second",
            group?.sides.map { $0.statements.flatMap(\.speakers) } == [["russia"], ["author-003"]]),
          .init("open", group?.verdict == .open),
        ]
      },
      restsOn: [
        ("without Moscow's", { $0.drop("glim-30") }),
        (
          "where the author says it for Moscow",
          { $0.change("glim-31") { $0.speaker = ["russia"] } }
        ),
      ]
    ).expect()
  }

  @Test func theChainFromAnOutletThroughAnotherAndAnUnnamedOfficialToMoscow() throws {
    try IstanbulLine(
      claims: { theCase in
        let words = try theCase.provenance("res-23")
        let telling = try theCase.cell("ceasefire", "russia").telling("res-23")
        return [
          .init(
            "Moscow, the official, CNN, the article",
            words.chain == [
              "Russia", "A Turkish official (not named)", "CNN",
              "Outlet of article 004",
            ]),
          .init("three steps from Moscow to the reader", words.depth == 3),
          .init("a third's telling", telling?.directness == .third),
        ]
      },
      restsOn: [
        ("without the official", { $0.change("res-23") { $0.via = ["cnn"] } }),
        ("without CNN", { $0.change("res-23") { $0.via = ["turkish-official"] } }),
        ("the other way about", { $0.change("res-23") { $0.via.reverse() } }),
      ]
    ).expect()
  }

  @Test func whatZelenskySaidIn2025OfDemandsIn2022StandsAtBothDates() throws {
    try IstanbulLine(
      claims: { theCase in
        var then = Lens()
        then.asOf = try EDTFDate("2022")
        var reportedThen = then
        reportedThen.reportedBy = try EDTFDate("2022")
        let (all, at2022, known) = (
          timeline(theCase), timeline(theCase, then), timeline(theCase, reportedThen)
        )
        func event(_ id: String, _ view: TimelineView) -> TimelineView.Event? {
          view.events.first { $0.kind == .statement && $0.id == id }
        }
        let pairs = [("rev-77", "rev-78"), ("rev-79", "rev-80")]
        let demanded = try theCase.cell("zelensky-resignation", "russia", asOf: "2022")["resigns"]
        return pairs.flatMap { his, moscows in
          [
            .init("\(his): his in 2025", event(his, all)?.date.text.hasPrefix("2025") == true),
            .init(
              "\(moscows): Moscow's in 2022",
              event(moscows, all)?.date.text.hasPrefix("2022") == true),
            .init("\(his) was not said in 2022", event(his, at2022) == nil),
            .init("\(moscows) is marked told later", event(moscows, at2022)?.reportedLater == true),
            .init("\(moscows) was not told in 2022", event(moscows, known) == nil),
          ] as [IstanbulLine.Claim]
        } + [
          .init(
            "as of 2022 it is Moscow's demand, as others tell",
            demanded?.stances == [.for] && demanded?.reportedByOthersOnly == true)
        ]
      },
      restsOn: [
        ("without Moscow's half", { $0.drop("rev-78") }),
        ("without Zelensky's half", { $0.drop("rev-79") }),
        ("where it is dated by his telling", { $0.change("rev-80") { $0.date = nil } }),
      ]
    ).expect()
  }
}

extension [Case.Issue] {
  /// Lets only one answer to an issue be right.
  fileprivate mutating func one(_ id: Case.Issue.ID) {
    for position in indices where self[position].id == id { self[position].answers = .one }
  }
}

extension Case.Statement {
  fileprivate mutating func leaveOut(_ member: Slug) {
    guard case .issue(let issue, .value(.set(var set)))? = about else { return }
    set.members.removeAll { $0 == member }
    about = .issue(issue, .value(.set(set)))
  }

  fileprivate mutating func setOpen(_ isOpen: Bool) {
    guard case .issue(let issue, .value(.set(var set)))? = about else { return }
    set.open = isOpen
    about = .issue(issue, .value(.set(set)))
  }
}
