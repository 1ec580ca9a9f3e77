internal import CaseModel
internal import Foundations

/// What is said at random: on anything in the case, and often enough what the rarer rules are about.
extension RandomTalks {
  mutating func answer() -> Subject {
    switch below(9) {
    case 0:
      return .issue(
        "zone", .value(.quantity(distance())))
    case 1: return .issue("until", .value(.date(Dating(day(30 + below(9))))))
    case 2:
      return .issue("lists", .value(.set(MemberSet([pick(["a", "b"]), "c"], open: chance(4)))))
    case 3: return .issue(pick(["truce", "water"]), pick([.none, .any]))
    default:
      return .issue(
        pick(["truce", "pass", "captives", "water", "blame"]),
        .options([pick(["all", "some", "none"])]))
    }
  }

  mutating func subject() -> Subject? {
    switch below(20) {
    case 0: .draft(pick(["text-0", "text-1"]), clause: chance(3) ? "clause-1" : nil)
    case 1: .together([answer(), answer()])
    case 2, 3: .statement(known())
    case 4: .requirement(known())
    case 5: .meeting(pick(["round-0", "round-1"]))
    case 6: .milestone(pick(["census-0", "census-1"]))
    case 7: .commitment(pick(["release-0", "release-1"]))
    case 8: chance(2) ? nil : .delegation("round-1", party: "south")
    default: answer()
    }
  }

  mutating func step() -> Step {
    switch below(6) {
    case 0: .milestone(pick(["census-0", "census-1", "census-2"]))
    case 1: .meeting("round-1")
    case 2: .commitment("release-1")
    default:
      if case .issue(let issue, let answer) = answer() {
        .issue(issue, answer)
      } else {
        .meeting("round-0")
      }
    }
  }

  mutating func statement() -> Case.Statement {
    var statement = Case.Statement()
    statement.id = some(next)
    next += 1
    statement.source = pick(["paper-0", "paper-1", "paper-2"])
    statement.gist = "Words \(statement.id)"
    statement.speaker = pick([
      ["north"], ["south"], ["envoy"], ["consul"], ["council"], ["command"], ["north", "south"],
      ["officials"], ["watcher"], ["hosts"], ["isle"], ["premier"],
    ])
    statement.via = chance(6) ? [pick(["gazette", "consul", "watcher"])] : []
    statement.to = chance(8) ? ["south"] : []
    statement.at = chance(10) ? "round-0" : nil
    statement.date = chance(5) ? nil : date()
    statement.act = pick(Case.Statement.Act.allCases + [.accept, .demand, .offer, .condition])
    statement.of = chance(8) ? ["north"] : []
    statement.change = chance(9) ? pick(Case.Statement.ClaimedChange.allCases) : nil
    statement.about = subject()
    statement.stance = chance(4) ? pick(Case.Statement.Stance.allCases) : nil
    if statement.act == .condition || chance(6) {
      var requirement = Requirement(step(), pick([.before, .before, .exchange, .trigger]))
      requirement.met = chance(4) ? .agreed : nil
      if requirement.kind == .trigger, chance(2) {
        (requirement.party, requirement.stance) = ("south", .against)
      }
      statement.requires = [requirement]
    }
    statement.drops = chance(10) ? [known()] : []
    statement.until = chance(8) ? Dating(day(below(40))) : nil
    statement.due = chance(8) ? Dating(day(below(40))) : nil
    statement.redLine = chance(9)
    statement.verbatim = chance(5)
    statement.hedge = chance(9) ? "reportedly" : nil
    statement.credibility = chance(5) ? pick(Credibility.allCases) : nil
    statement.doubted = chance(12) ? "The next line says otherwise" : nil
    if chance(2) { specialise(&statement) }
    if chance(3) { code(&statement) }
    return statement
  }

  /// A party refuses what others report that it accepts, denies the report, and accepts it after all;
  /// and two parties take a step that both had promised.
  mutating func scenes() -> [Case.Statement] {
    func said(_ by: Case.Actor.ID, _ act: Case.Statement.Act, _ about: Subject, _ on: Int)
      -> Case.Statement
    {
      var statement = Case.Statement()
      statement.id = some(next)
      next += 1
      (statement.source, statement.gist) = ("paper-2", "Words \(statement.id)")
      (statement.speaker, statement.act, statement.about) = ([by], act, about)
      statement.date = Dating(day(on))
      return statement
    }
    let (water, pass) = (
      Subject.issue("water", .options(["all"])), Subject.issue("pass", .options(["all"]))
    )
    let refusal = said("south", .reject, water, 2)
    var report = said("consul", .accept, water, 6)
    report.via = ["watcher"]
    denied.append(report.id)
    return [
      refusal, report, said("south", .deny, .statement(report.id), 8),
      said("south", .accept, water, 12), said("north", .accept, pass, 5),
      said("south", .accept, pass, 6),
    ]
  }

  /// Two coders read the same few passages.
  private mutating func code(_ statement: inout Case.Statement) {
    statement.provenance.by = pick(["anna", "ben"])
    let start = below(6) * 10
    statement.quote = Quote([QuoteAnchor(start: start, end: start + 12)])
  }

  /// What the rarer rules are about, which random statements would seldom contain.
  private mutating func specialise(_ statement: inout Case.Statement) {
    switch below(10) {
    case 0:
      // A yes to a text for a time, which may prolong it, or a no to what was signed.
      statement.about = .draft(pick(["text-0", "text-1"]), clause: chance(4) ? "clause-0" : nil)
      statement.act = pick([.accept, .accept, .reject])
      statement.speaker = [pick(["north", "south", "envoy", "consul"])]
      (statement.stance, statement.until) = (nil, chance(4) ? nil : Dating(day(15 + below(25))))
    case 1:
      // A threat, or an offer, for the case that something is not done by a day.
      statement.act = pick([.threaten, .threaten, .offer])
      statement.about = .issue(pick(["truce", "pass"]), .options([pick(["all", "none"])]))
      var trigger = Requirement(step(), .trigger)
      (trigger.party, trigger.stance) = (chance(2) ? nil : "south", chance(4) ? .for : .against)
      trigger.due = chance(3) ? nil : Dating(day(below(40)))
      statement.requires = [trigger]
    case 2:
      statement.about = package()
      statement.act = pick([.offer, .propose, .accept, .accept, .reject, .withdraw])
      statement.speaker = [pick(["north", "south", "envoy"])]
    case 3:
      // An answer to words, or other words put in their place.
      statement.about = .statement(denied.isEmpty || chance(2) ? known() : pick(denied))
      statement.act = pick([.deny, .deny, .confirm, .accept, .reject, .offer])
      if chance(2) { statement.speaker = [pick(["south", "consul"])] }
    case 4:
      // Something asked for before the issue is settled at all, or given up.
      statement.about = .issue(pick(["truce", "water", "zone"]), .none)
      statement.act = pick([.condition, .demand, .withdraw, .accept, .concede])
      statement.requires = statement.act == .condition ? [Requirement(step(), .before)] : []
    case 5:
      // A price, of which a lower one is less.
      statement.about = .issue("truce", .options([pick(["all", "some"])]))
      statement.act = pick([.condition, .offer])
      statement.speaker = [pick(["north", "south"])]
      statement.requires = [Requirement(.issue("zone", .value(.quantity(distance()))), .before)]
    case 6:
      statement.about = .issue("zone", .value(.quantity(distance())))
      statement.act = pick([.demand, .offer, .accept, .reject, .concede])
    case 7: consent(&statement)
    case 8: reportOnText(&statement)
    default:
      // Who has not done what several owe.
      statement.about = .commitment(pick(["release-0", "release-1", "release-2"]))
      statement.act = pick([.state, .deny, .accuse, .accept, .confirm])
      statement.of = [pick(["north", "south"])]
    }
  }

  /// Those whose consent is due, or who belong to them, answer a text, a package or an issue.
  private mutating func consent(_ statement: inout Case.Statement) {
    statement.speaker = [pick(["hosts", "isle", "premier"])]
    statement.act = pick([.accept, .accept, .condition, .reject])
    statement.about = pick([
      .draft("text-0", clause: nil), .draft("text-1", clause: nil), package(),
      .issue("water", .options(["some"])),
    ])
    statement.stance = nil
    statement.requires = chance(3) ? [] : [Requirement(step(), .before)]
  }

  /// Others report of one side, or of both, that it accepts a text as a whole, or will not.
  private mutating func reportOnText(_ statement: inout Case.Statement) {
    statement.about = .draft(pick(["text-0", "text-1"]), clause: nil)
    statement.speaker = pick([["north"], ["south"], ["north", "south"], ["envoy"]])
    statement.via = [pick(["watcher", "gazette", "consul"])]
    statement.act = pick([.accept, .accept, .reject, .confirm, .state])
    statement.stance = statement.act == .state ? .for : nil
    statement.date = Dating(day(10 + below(20)))
  }

  private mutating func distance() -> Quantity { Quantity(Amount(Int32(1 + below(9))), unit: "km") }

  /// One of a few, so that several put the same forward, or more than that.
  private mutating func package() -> Subject {
    let all: [Subject] = [
      .issue("truce", .options(["all"])), .issue("captives", .options(["some"])),
      .issue("zone", .value(.quantity(Quantity(Amount(5), unit: "km")))),
    ]
    return .together(Array(all.prefix(2 + below(2))))
  }
}
