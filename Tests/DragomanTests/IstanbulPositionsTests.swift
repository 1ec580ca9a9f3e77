import CaseModel
import StateOfPlay
import Testing

/// Where the parties stand and what changed, in the worked case.
@Suite struct IstanbulPositionsTests {
  @Test func ukraineOnACeasefireFirstAndWhetherItWasDropped() throws {
    try IstanbulLine(
      claims: { theCase in
        let cell = try theCase.cell("ceasefire", "ukraine")
        let told = cell.statements.filter {
          $0.stance == .for && ["rev-09", "osw-69", "res-19", "res-37"].contains($0.statement)
        }
        let view = contradictions(theCase)
        let group = view.group("ceasefire", of: "ukraine", in: \.groups)
        let moved = changes(theCase)
        return [
          .init("Ukraine is for it", cell["unconditional-30-days"]?.stances == [.for]),
          .init(
            "three documents tell it",
            theCase.sources(of: told.map(\.statement)) == ["revisited", "osw", "resume"]),
          .init("OSW against article 004", group?.reporters == [["osw-90"], ["res-37"]]),
          .init("it is of what a party is said to hold", group?.kind == .attribution),
          .init("the analyst's verdict stands", group?.verdict == .bothPartial),
          .init(
            "the claim makes no change",
            !moved.changes.contains {
              $0.party == "ukraine" && $0.issue == "ceasefire" && $0.kinds.contains(.withdrawn)
            }),
          .init(
            "the claim stands apart",
            moved.unsupportedClaims.contains { $0.statement == "osw-90" && $0.change == .withdrawn }
          ),
        ]
      },
      restsOn: [
        ("without Zelensky's words of the day", { $0.drop("res-37") }),
        ("without OSW's claim", { $0.drop("osw-90") }),
        ("where the allies' call is not Kyiv's", { $0.drop("rev-09") }),
      ]
    ).expect()
  }

  @Test func zelenskyOnTalksWithPutin2022Against2025() throws {
    try IstanbulLine(
      claims: { theCase in
        let moved = changes(theCase).changes.filter {
          $0.party == "ukraine" && !$0.kinds.contains(.new)
        }
        let meeting = moved.first { $0.issue == "leaders-meeting" }
        let talks = moved.first { $0.issue == "direct-talks" }
        return [
          .init(
            "against a meeting in 2022",
            try theCase.cell("leaders-meeting", "ukraine", asOf: "2022")["putin-zelensky"]?.stances
              == [.against]),
          .init(
            "for it in 2025",
            try theCase.cell("leaders-meeting", "ukraine")["putin-zelensky"]?.stances == [.for]),
          .init("reversed", meeting?.kinds.contains(.reversed) ?? false),
          .init("his words of 2022 before", meeting?.before.map(\.statement) == ["rev-21"]),
          .init("his words of 2025 after", meeting?.after.map(\.statement) == ["rev-15"]),
          .init(
            "another Russian leader is no longer required",
            talks?.answers.first?.requirementsDropped.count == 1
              && talks?.before.map(\.statement) == ["rev-23"]),
          .init(
            "the author's claim stands beside", talks?.claims.map(\.statement) == ["rev-18"]),
        ]
      },
      restsOn: [
        ("without the words of 2022", { $0.drop("rev-20", "rev-21") }),
        ("without the words of 2025", { $0.drop("rev-15") }),
        ("where nothing was required in 2022", { $0.change("rev-23") { $0.requires = [] } }),
      ]
    ).expect()
  }

  @Test func noAgreedSummitAnywhereAndTookNoteAgainstWouldRecogniseAsAVariant() throws {
    try IstanbulLine(
      claims: { theCase in
        let view = contradictions(theCase)
        let variant = view.group("leaders-meeting", of: "russia", in: \.variants)
        let near = convergence(theCase).rows.first { $0.issue == "leaders-meeting" }
        let summit = delegations(theCase).meetings.first { $0.meeting == "putin-zelensky-summit" }
        return [
          .init(
            "took note and would recognise are told differently",
            variant?.reporters.contains(["osw-27"]) ?? false
              && variant?.reporters.contains(["nya-13"]) ?? false),
          .init(
            "they contradict nothing", !view.groups.contains { $0.issue == "leaders-meeting" }),
          .init("a summit is in a deadlock, not agreed", near?.state == .blocked),
          .init("the summit is proposed only", summit?.status == .proposed),
          .init(
            "nobody promised it",
            !commitments(theCase).rows.contains { line in
              theCase.commitments.first { $0.id == line.commitment }?.about?.issue
                == "leaders-meeting"
            }),
        ]
      },
      restsOn: [
        ("without Moscow's taking note", { $0.drop("osw-27") }),
        (
          "where Medinsky refuses, without a hedge",
          {
            $0.change("nya-13") {
              $0.stance = .against
              $0.hedge = nil
            }
          }
        ),
        (
          "where Moscow sets no condition and says yes",
          { theCase in
            theCase.drop("osw-30")
            theCase.change("nya-13") {
              $0.act = .accept
              $0.stance = .for
              $0.hedge = nil
            }
          }
        ),
      ]
    ).expect()
  }

  @Test func aRejectedCeasefireATriggerForSanctionsAndAThreatThatIsNoRejection() throws {
    let threats: [Case.Statement.ID] = ["rev-26", "res-20", "res-36"]
    try IstanbulLine(
      claims: { theCase in
        let russia = try theCase.cell("ceasefire", "russia")["unconditional-30-days"]
        let ukraine = try theCase.cell("ceasefire", "ukraine")
        let sanctions = try theCase.cell("sanctions", "ukraine")
        let view = try preconditions(theCase)
        let triggers = view.edges.filter { $0.kind == .trigger && $0.holder == "ukraine" }
        return [
          .init("Moscow is against it", russia?.stances == [.against]),
          .init(
            "its refusal sets sanctions off",
            triggers.count == 1 && triggers.first?.party == "russia"
              && triggers.first?.stance == .against && triggers.first?.act == .threaten
              && triggers.first?.setOff != nil),
          .init(
            "the threat is told by two documents",
            theCase.sources(of: triggers.first?.statements ?? []) == ["revisited", "resume"]),
          .init(
            "a trigger is in no deadlock",
            triggers.allSatisfy { trigger in
              !view.deadlocks.contains { $0.edges.contains(trigger.id) }
            }),
          .init(
            "the threat speaks for sanctions",
            threats.allSatisfy { sanctions.telling($0)?.stance == .for }),
          .init(
            "and against no ceasefire",
            !ukraine.answers.contains { $0.stances.contains(.against) }
              && threats.allSatisfy { ukraine.telling($0) == nil }),
        ]
      },
      restsOn: [
        (
          "where Moscow says yes",
          { theCase in
            for id: Case.Statement.ID in ["osw-47", "osw-68", "res-42"] {
              theCase.change(id) {
                $0.act = .accept
                $0.stance = .for
              }
            }
          }
        ),
        (
          "where nothing sets it off",
          { theCase in threats.forEach { theCase.change($0) { $0.requires = [] } } }
        ),
        (
          "where the threat is read as a refusal",
          { theCase in
            theCase.change("res-36") {
              $0.act = .reject
              $0.stance = .against
              $0.about = .issue("ceasefire", .options(["unconditional-30-days"]))
            }
          }
        ),
      ]
    ).expect()
  }

  @Test func theExchangeIsOneCommitmentToldByThreeSources() throws {
    try IstanbulLine(
      claims: { theCase in
        let lines = commitments(theCase).rows.filter { $0.owed?.contains("1,000") ?? false }
        return [
          .init("one commitment", lines.map(\.commitment) == ["prisoner-exchange"]),
          .init(
            "told by three",
            Set(lines.first?.reporters.map(\.source) ?? []) == ["osw", "nya", "resume"]),
          .init("a thousand by each", lines.first?.each == true),
          .init("owed by both to both", lines.first?.debtors == ["russia", "ukraine"]),
          .init("promised", lines.first?.strength == .promised),
          .init(
            "of its fulfilment nothing is known", lines.first.map { $0.status == nil } ?? false),
        ]
      },
      restsOn: [
        ("without OSW's report", { $0.drop("osw-11") }),
        ("where it is one thousand in all", { $0.commitments[0].each = false }),
        (
          "where it is coded twice",
          { theCase in
            var again = theCase.commitments[0]
            again.id = "again"
            theCase.commitments.append(again)
          }
        ),
      ]
    ).expect()
  }
}
