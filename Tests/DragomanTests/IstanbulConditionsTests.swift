import CaseModel
import StateOfPlay
import Testing

/// What waits on what, in the worked case.
@Suite struct IstanbulConditionsTests {
  @Test func summitAndResultsWaitOnEachOtherTheSecondHalfAnInference() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = try preconditions(theCase)
        let deadlock = view.deadlocks.first { $0.parties == ["ukraine", "russia"] }
        let edges = deadlock?.cycle.edges.compactMap { view.edge($0) } ?? []
        let moscows = edges.first { $0.holder == "russia" }
        let kyivs = edges.first { $0.holder == "ukraine" }
        return [
          .init("two conditions in a circle", edges.count == 2),
          .init(
            "Moscow: no summit before results",
            moscows?.step == "issue/leaders-meeting/putin-zelensky"
              && moscows?.awaited == "milestone/tangible-results"),
          .init("in its own word", moscows?.known.kind == .ownWord),
          .init(
            "Kyiv: no progress before the summit",
            kyivs?.step == "milestone/progress"
              && kyivs?.awaited == "issue/leaders-meeting/putin-zelensky"),
          .init(
            "as the coder infers",
            kyivs?.known.kind == .inferred && kyivs?.known.by == ["analyst-1"]),
          .init(
            "the circle says so",
            deadlock?.cycle.inferences.map(\.edge) == kyivs.map { [$0.id] }
              && deadlock?.cycle.sameAs.count == 1 && deadlock?.firm == nil),
          .init(
            "either may open it",
            deadlock?.openings.sets.map(\.parties) == [["ukraine"], ["russia"]]),
        ]
      },
      restsOn: [
        ("without Moscow's condition", { $0.drop("osw-30") }),
        ("without Kyiv's", { $0.drop("osw-24", "res-62") }),
        ("where nobody holds the two to be one", { $0.milestones.apart("progress") }),
        ("where Kyiv said it", { $0.change("osw-24") { $0.requires[0].inferred = nil } }),
      ]
    ).expect()
  }

  @Test func aTrumpPutinMeetingAndPreparedOutcomesWaitOnEachOther() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = try preconditions(theCase)
        let deadlock = view.deadlocks.first { $0.parties == ["russia", "us"] }
        let edges = deadlock?.cycle.edges.compactMap { view.edge($0) } ?? []
        let moscows = edges.first { $0.holder == "russia" }
        let washingtons = edges.first { $0.holder == "us" }
        return [
          .init(
            "Moscow: no meeting before outcomes are agreed",
            moscows?.step == "issue/trump-putin-meeting/trump-putin"
              && moscows?.awaited == "milestone/agreed-outcomes"),
          .init("so OSW's author reads it", moscows?.known.by == ["osw-analyst"]),
          .init(
            "Washington: no outcomes before the meeting",
            washingtons?.step == "milestone/agreed-outcomes"
              && washingtons?.awaited == "issue/trump-putin-meeting/trump-putin"),
          .init("so the coder reads it", washingtons?.known.by == ["analyst-1"]),
          .init("both are marked", deadlock?.cycle.inferences.count == 2),
          .init(
            "the stated half, preparation, stands outside",
            deadlock?.externalConditions.compactMap { view.edge($0)?.awaited }
              == ["milestone/appropriate-preparation"]),
        ]
      },
      restsOn: [
        ("without the author's reading", { $0.drop("osw-37") }),
        ("without Trump's words", { $0.drop("res-47") }),
        ("without the Kremlin's words", { $0.drop("osw-36") }),
        ("where the Kremlin said it", { $0.change("osw-37") { $0.requires[0].inferred = nil } }),
      ]
    ).expect()
  }

  @Test func neutralityForGuaranteesIsAnExchange() throws {
    try IstanbulLine(
      claims: { theCase in
        var then = Lens()
        then.asOf = try EDTFDate("2022")
        let view = try preconditions(theCase, then)
        let now = try preconditions(theCase)
        let steps = [
          "issue/neutrality/permanent", "issue/security-guarantees/international",
        ]
        let trade = view.trades.first { trade in steps.allSatisfy(trade.steps.contains) }
        let told = trade?.edges.compactMap { view.edge($0) }.filter {
          $0.step == steps[0] && $0.awaited == steps[1]
        }
        return [
          .init("a trade", trade != nil),
          .init("as Ukraine offers it", trade?.parties == ["ukraine"]),
          .init(
            "told by two documents",
            theCase.sources(of: told?.flatMap(\.statements) ?? []) == ["revisited", "glimpse"]),
          .init(
            "since Ukraine refuses its half, no trade any more",
            now.trades.isEmpty
              && now.edges.contains { $0.step == steps[0] && $0.closing?.reason == .refused }),
          .init("nothing comes first", told?.allSatisfy { $0.kind == .exchange } ?? false),
          .init(
            "no deadlock",
            !view.deadlocks.contains { deadlock in steps.contains(where: deadlock.steps.contains) }),
        ]
      },
      restsOn: [
        (
          "where neutrality comes after",
          { theCase in
            for id: Case.Statement.ID in ["rev-44", "glim-18"] {
              theCase.change(id) { $0.requires[0].kind = .before }
            }
          }
        ),
        ("without article 003", { $0.drop("glim-18") }),
      ]
    ).expect()
  }

  @Test func aTruceOnlyAfterWithdrawalIsBlockedAndNotWithinReach() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = try preconditions(theCase)
        let withdrawal = "issue/withdrawal/= donetsk, kherson, luhansk, zaporizhzhia"
        let blocked = view.blocked.first { $0.step == withdrawal }
        let chain = blocked?.chains.first?.compactMap { view.edge($0) } ?? []
        let near = convergence(theCase).rows.first { $0.issue == "ceasefire" }
        let truce = near?.answers.first { $0.answer == "truce" }
        return [
          .init(
            "Moscow's truce waits for it",
            chain.map(\.step) == ["issue/ceasefire/truce"] && chain.first?.holder == "russia"),
          .init("which Kyiv rejects", blocked?.rejections.map(\.party) == ["ukraine"]),
          .init("in words of the record", blocked?.rejections.first?.statements == ["res-26"]),
          .init("blocked, not within reach", near?.state == .blocked),
          .init(
            "the obstacle is named", truce?.obstacles.map(\.rejectedBy) == [["ukraine"]]),
        ]
      },
      restsOn: [
        ("where Kyiv does not refuse", { $0.drop("res-26") }),
        ("where Moscow asks for nothing first", { $0.change("res-23") { $0.requires = [] } }),
      ]
    ).expect()
  }
}

extension [Case.Milestone] {
  /// Takes away that a milestone is the same as another.
  fileprivate mutating func apart(_ id: Case.Milestone.ID) {
    for position in indices where self[position].id == id { self[position].sameAs = [] }
  }
}
