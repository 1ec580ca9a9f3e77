package import CaseModel
internal import Foundations

/// Talks between two parties, with everything in the case that statements can be about or rest on, and
/// statements that come, change and go at random.
package struct RandomTalks {
  package internal(set) var theCase: Case
  private var random: SplitMix64
  /// What something else in the case rests on.
  private var cited: [Case.Statement.ID] = []
  /// What others report of a party that it denies.
  var denied: [Case.Statement.ID] = []
  var next = 0

  package init(seed: UInt64, statements: Int) {
    random = SplitMix64(seed: seed)
    theCase = Case(Case.Header(id: "talks", title: "Talks", parties: ["north", "south"]))
    theCase.header.consent = chance(3) ? ["hosts"] : []
    addActors()
    addIssues()
    theCase.sources = (0..<3).map { place in
      var source = Case.Source(
        id: .init("paper-\(place)"), title: "Paper",
        text: .init(
          withheld: SHA256Digest(of: "\(place)".utf8), length: 1000))
      source.published = day(place * 9 + 5)
      source.reliability = [.b, .d, nil][place]
      source.publisher = "gazette"
      return source
    }
    theCase.statements = (0..<statements).map { _ in statement() } + scenes()
    addSteps()
    addTexts()
  }

  /// One statement more, one fewer, or one that is another; sometimes several at once.
  package mutating func edit() {
    repeat {
      let place = theCase.statements.isEmpty ? 0 : below(theCase.statements.count)
      switch below(theCase.statements.isEmpty ? 1 : 9) {
      case 0: theCase.statements.append(statement())
      case 1: theCase.statements.insert(statement(), at: place)
      case 2: theCase.statements.remove(at: place)
      case 3:
        // It is worded otherwise, and says the same.
        theCase.statements[place].gist += "!"
        theCase.statements[place].via = chance(2) ? ["gazette"] : []
      case 4:
        // What a signature, a report or a promise rests on is for a time, or in doubt.
        let id = pick(cited)
        let cited = theCase.statements.firstIndex { $0.id == id } ?? place
        theCase.statements[cited].until = chance(2) ? nil : Dating(day(below(40)))
        theCase.statements[cited].doubted = chance(3) ? "The next line says otherwise" : nil
        theCase.statements[cited].date = chance(5) ? nil : date()
      case 5:
        theCase.statements[place].provenance.by = pick(["anna", "ben", nil])
        theCase.statements[place].of = chance(3) ? [] : [pick(["north", "south"])]
        theCase.statements[place].due = chance(2) ? nil : Dating(day(below(40)))
      case 6:
        var other = statement()
        other.id = theCase.statements[place].id
        theCase.statements[place] = other
      case 7: editWords(on: place)
      default:
        theCase.statements[place].stance = pick(Case.Statement.Stance.allCases)
        theCase.statements[place].date = chance(4) ? nil : date()
        theCase.statements[place].doubted = chance(4) ? "The next line says otherwise" : nil
      }
    } while chance(12)
  }

  /// What is said of a text as a whole is asked for something, reported by others, or another answer.
  private mutating func editWords(on other: Int) {
    let onTexts = theCase.statements.indices.filter { place in
      if case .draft? = theCase.statements[place].about { true } else { false }
    }
    let place = onTexts.isEmpty ? other : pick(onTexts)
    switch below(4) {
    case 0:
      let isAsking = theCase.statements[place].requires.isEmpty
      theCase.statements[place].requires = isAsking ? [Requirement(step(), .before)] : []
    case 1:
      theCase.statements[place].via = chance(2) ? [] : [pick(["gazette", "watcher", "consul"])]
    case 2: theCase.statements[place].act = pick([.accept, .reject, .condition, .withdraw])
    default:
      theCase.statements[place].speaker = [pick(["north", "south", "hosts", "isle", "premier"])]
    }
  }

  /// Changes an entry other than a statement.
  package mutating func editAnotherEntry() {
    switch below(6) {
    case 0: theCase.actors[below(theCase.actors.count)].partOf = ["north"]
    case 1: theCase.milestones[0].reached = theCase.milestones[0].reached == nil ? .init() : nil
    case 2: theCase.drafts[0].title = (theCase.drafts[0].title ?? "Text") + "!"
    case 3: theCase.drafts[0].consent = theCase.drafts[0].consent.isEmpty ? ["hosts"] : []
    case 4: theCase.drafts[1].clauses[0].status = pick(Case.Draft.BracketStatus.allCases)
    default: theCase.issues[below(theCase.issues.count)].title += "!"
    }
  }

  /// Adds a remark, from which no view is derived.
  package mutating func editRemarks() {
    var note = Case.Note()
    note.text = "Seen"
    theCase.notes.append(note)
  }

  // MARK: Chance

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
  func day(_ number: Int) -> EDTFDate {
    EDTFDate(CivilDay(number: Int32(20_000 + number)))
  }
  mutating func date() -> Dating {
    if chance(8), let month = try? EDTFDate("2024-10") { return Dating(month) }
    return Dating(day(below(30)))
  }
  func some(_ place: Int) -> Case.Statement.ID { .init("s-\(place)") }
  mutating func known() -> Case.Statement.ID { some(below(max(1, next))) }
  private mutating func evidence() -> Evidence {
    let found = Evidence((0..<(1 + below(3) / 2)).map { _ in known() })
    cited += found.statements
    return found
  }

  // MARK: The case

  private mutating func addActors() {
    func actor(_ id: Case.Actor.ID, _ kind: Case.Actor.Kind, for party: Case.Actor.ID? = nil)
      -> Case.Actor
    {
      var actor = Case.Actor(id: id, name: id.raw, kind: kind)
      if let party { actor.speaksFor = [.init(party)] }
      return actor
    }
    theCase.actors = [
      actor("north", .group), actor("south", .state), actor("hosts", .state),
      actor("envoy", .person, for: "north"), actor("consul", .person, for: "south"),
      actor("council", .body, for: "north"), actor("command", .body, for: "north"),
      actor("gazette", .outlet), actor("officials", .unnamed), actor("watcher", .person),
      actor("isle", .state), actor("premier", .person, for: "isle"),
    ]
    theCase.actors[8].partOf = ["south"]
    // A member of those whose consent is due.
    theCase.actors[10].partOf = ["hosts"]
  }

  private mutating func addIssues() {
    func issue(
      _ id: Case.Issue.ID, _ value: Case.Issue.ValueKind, _ answers: Case.Issue.Answers = .one
    ) -> Case.Issue {
      var issue = Case.Issue(id: id, title: "On \(id)", kind: .negotiable)
      (issue.value, issue.answers) = (value, answers)
      guard value == .option else { return issue }
      issue.options = ["all", "some", "none"].map {
        Case.Issue.Option(id: $0, title: "\($0) of \(id)")
      }
      return issue
    }
    theCase.issues = [
      issue("truce", .option), issue("pass", .option, .many), issue("captives", .option),
      issue("water", .option), issue("zone", .quantity), issue("until", .date),
      issue("lists", .set), issue("blame", .option),
    ]
    theCase.issues[2].options[0].takenBy = ["south"]
    theCase.issues[3].options[1].takenBy = ["north"]
    theCase.issues[1].options[0].takenBy = ["north", "south"]
    theCase.issues[4].unit = "km"
    theCase.issues[4].wants = Self.wants([("north", .more), ("south", .less)])
    theCase.issues[5].wants = Self.wants([("south", .less)])
    theCase.issues[6].wants = Self.wants(chance(2) ? [("north", .more)] : [])
    theCase.issues[6].members = ["a", "b", "c"].map { Case.Issue.Member(id: $0, name: nil) }
    theCase.issues[7].kind = .factual
    theCase.issues[3].consent = chance(3) ? ["hosts"] : []
  }

  private static func wants(
    _ all: [(party: String, want: Case.Issue.Want)]
  ) -> ActorMap<Case.Issue.Want> {
    var reader = NodeReader()
    let node = Node(.map(all.map { .init($0.party, $0.want.node()) }))
    return ActorMap.read(node, &reader) ?? ActorMap()
  }

  private mutating func addSteps() {
    theCase.milestones = (0..<3).map { place in
      var milestone = Case.Milestone()
      (milestone.id, milestone.title) = (.init("census-\(place)"), "Census \(place)")
      if place < 2 {
        var reached = Case.Milestone.Reached()
        (reached.date, reached.evidence) = (day(12 + place * 8), evidence())
        milestone.reached = reached
        milestone.of = place == 0 ? .issue("captives", .options(["all"])) : nil
      }
      return milestone
    }
    theCase.meetings = (0..<2).map { place in
      var meeting = Case.Meeting()
      meeting.id = .init("round-\(place)")
      meeting.status = place == 0 ? .held : .planned
      (meeting.date, meeting.planned) = (
        place == 0 ? Dating(day(8)) : nil, place == 0 ? nil : Dating(day(40))
      )
      meeting.evidence = evidence()
      return meeting
    }
    theCase.commitments = (0..<3).map { place in
      var commitment = Case.Commitment()
      (commitment.id, commitment.what) = (.init("release-\(place)"), "Release")
      (commitment.debtors, commitment.creditors) = (
        place == 2 ? ["south", "north"] : ["south"], ["north"]
      )
      commitment.strength = .promised
      (commitment.agreed, commitment.due) = (chance(3) ? nil : day(4), day(20))
      commitment.about =
        [
          .issue("captives", .options(["some"])), nil, .issue("pass", .options(["all"])),
        ][place]
      // Of one the level was reached; of several who owe one some did it and some broke it.
      let levels: [Case.Commitment.Level] =
        place == 2 ? [.breached, .full, .breached, .met] : [.intermediate, .full]
      commitment.status = levels.enumerated().map { number, level in
        var report = Case.Commitment.Report()
        (report.date, report.level, report.evidence) = (day(10 + number * 4), level, evidence())
        return report
      }
      commitment.evidence = evidence()
      return commitment
    }
  }

  private mutating func addTexts() {
    theCase.drafts = (0..<2).map { place in
      var draft = Case.Draft()
      (draft.id, draft.date, draft.by) = (.init("text-\(place)"), day(9), ["north", "south"])
      draft.clauses = (0..<3).map { number in
        var clause = Case.Draft.Clause()
        clause.id = Slug("clause-\(number)")
        clause.about = answer()
        clause.status = pick(Case.Draft.BracketStatus.allCases)
        clause.evidence = evidence()
        return clause
      }
      if place == 0 || chance(2) {
        var signing = Case.Draft.Signing()
        (signing.date, signing.by, signing.evidence) = (
          day(16), place == 0 ? ["north", "south"] : ["north"], evidence()
        )
        draft.signed = [signing]
      }
      if place == 1 {
        var status = Case.Draft.Status(pick([.agreed, .inForce, .tabled]), date: day(11))
        status.evidence = evidence()
        draft.status = [status]
      }
      draft.evidence = evidence()
      draft.consent = chance(2) ? ["hosts"] : []
      return draft
    }
    var act = Case.Constraint()
    (act.id, act.holders) = ("act", ["north"])
    var reading = Case.Constraint.Reading()
    reading.id = "plain"
    reading.forbids = [
      .step(.issue("truce", .options(["all"]))), .action(.init(.negotiate, with: ["south"])),
    ]
    reading.evidence = evidence()
    act.readings = [reading]
    act.evidence = evidence()
    theCase.constraints = [act]
  }
}
