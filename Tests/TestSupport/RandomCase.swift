package import CaseModel
internal import Foundations

/// A case with something in every field of every entry, as often as `density` says.
package func randomCase(seed: UInt64, density: Double) -> Case {
  var make = RandomValues(seed: seed, density: density)
  var header = Case.Header(id: make.name(), title: make.text(), parties: make.some { $0.id() })
  header.description = make.maybe { $0.text() }
  (header.consent, header.singleUndertaking) = (make.some { $0.id() }, make.chance())
  var theCase = Case(header)
  theCase.actors = make.some { $0.actor() }
  theCase.issues = make.some { $0.issue() }
  theCase.sources = make.some { $0.source() }
  theCase.meetings = make.some { $0.meeting() }
  theCase.milestones = make.some { $0.milestone() }
  theCase.interests = make.some { $0.interest() }
  theCase.statements = make.some { $0.statement() }
  theCase.commitments = make.some { $0.commitment() }
  theCase.constraints = make.some { $0.constraint() }
  theCase.drafts = make.some { $0.draft() }
  theCase.verdicts = make.some { $0.verdict() }
  theCase.analysts = make.some { Case.Analyst(id: $0.id(), name: $0.text()) }
  theCase.notes = make.some { $0.note() }
  theCase.candidates = make.some { $0.candidate() }
  theCase.conflicts = make.some { $0.conflict() }
  theCase.scenarios = make.some { $0.scenario() }
  return theCase
}

extension RandomValues {
  fileprivate mutating func actor() -> Case.Actor {
    var actor = Case.Actor(id: id(), name: text(), kind: pick(Case.Actor.Kind.allCases))
    actor.aliases = some { $0.text() }
    actor.roles = some { make in
      var role = Case.Actor.Role()
      role.role = make.pick(Case.Actor.Role.Name.allCases)
      (role.from, role.to) = (make.maybe { $0.date() }, make.maybe { $0.date() })
      role.evidence = make.evidence()
      return role
    }
    actor.offices = some { make in
      var office = Case.Actor.Office()
      (office.title, office.of) = (make.text(), make.maybe { $0.id() })
      (office.from, office.to) = (make.maybe { $0.date() }, make.maybe { $0.date() })
      office.evidence = make.evidence()
      return office
    }
    actor.speaksFor = some { make in
      var link = Case.Actor.SpeaksFor(
        make.id(), from: make.maybe { $0.date() }, to: make.maybe { $0.date() })
      link.evidence = make.evidence()
      return link
    }
    actor.partOf = some { $0.id() }
    actor.provenance = provenance()
    return actor
  }

  fileprivate mutating func issue() -> Case.Issue {
    var issue = Case.Issue(id: id(), title: text(), kind: pick(Case.Issue.Kind.allCases))
    issue.category = maybe { $0.text() }
    issue.stage = maybe { $0.pick(Case.Issue.Stage.allCases) }
    issue.parties = some { $0.id() }
    issue.value = pick(Case.Issue.ValueKind.allCases)
    issue.unit = maybe { $0.text() }
    issue.answers = pick(Case.Issue.Answers.allCases)
    issue.options = some { make in
      var option = Case.Issue.Option(id: make.name(), title: make.text())
      (option.aliases, option.takenBy) = (make.some { $0.text() }, make.some { $0.id() })
      return option
    }
    issue.members = some { make in
      var member = Case.Issue.Member(id: make.name(), name: make.maybe { $0.text() })
      member.aliases = make.some { $0.text() }
      return member
    }
    if chance() {
      let wants = Set(some { $0.slug() }).sorted().map {
        Node.Pair($0, .text(pick(Case.Issue.Want.allCases).rawValue))
      }
      var reader = NodeReader()
      issue.wants = ActorMap.read(.map(wants), &reader) ?? ActorMap()
    }
    issue.consent = some { $0.id() }
    issue.ended = maybe { make in
      var ended = Case.Issue.Ended()
      (ended.date, ended.how) = (
        make.maybe { $0.date() }, make.pick(Case.Issue.Ended.How.allCases)
      )
      ended.evidence = make.evidence()
      return ended
    }
    issue.equivalents = some { make in
      var equivalent = Case.Issue.Equivalent()
      (equivalent.is, equivalent.of) = (make.quantity(), make.quantity())
      equivalent.evidence = make.evidence()
      return equivalent
    }
    issue.keywords = some { $0.text() }
    issue.provenance = provenance()
    return issue
  }

  fileprivate mutating func source() -> Case.Source {
    var record = Case.TextRecord(withheld: digest(), length: int(0...1_000_000))
    if chance() {
      record = Case.TextRecord(file: "texts/\(slug()) №.txt", sha256: digest())
      record.length = maybe { $0.int(0...9) }
    }
    var source = Case.Source(id: id(), title: text(), text: record)
    (source.publisher, source.authors) = (maybe { $0.id() }, some { $0.id() })
    (source.published, source.language) = (maybe { $0.date() }, maybe { $0.text() })
    source.kind = pick(Case.Source.Kind.allCases)
    source.reliability = maybe { $0.pick(Case.Source.Reliability.allCases) }
    (source.url, source.replaces) = (maybe { $0.text() }, maybe { $0.id() })
    source.provenance = provenance()
    return source
  }

  fileprivate mutating func meeting() -> Case.Meeting {
    var meeting = Case.Meeting()
    meeting.id = id()
    (meeting.title, meeting.round) = (maybe { $0.text() }, maybe { $0.name() })
    meeting.kind = pick(Case.Meeting.Kind.allCases)
    meeting.status = pick(Case.Meeting.Status.allCases)
    (meeting.planned, meeting.date) = (maybe { $0.dating() }, maybe { $0.dating() })
    (meeting.place, meeting.host) = (maybe { $0.text() }, some { $0.id() })
    meeting.delegations = some { make in
      var delegation = Case.Meeting.Delegation()
      delegation.party = make.id()
      delegation.members = make.some { make in
        var member = Case.Meeting.Delegate()
        (member.actor, member.head) = (make.id(), make.chance())
        (member.role, member.rank) = (make.maybe { $0.text() }, make.maybe { $0.text() })
        member.level = make.maybe { $0.pick(Case.Meeting.Delegate.Level.allCases) }
        member.evidence = make.evidence()
        return member
      }
      (delegation.others, delegation.absent) = (make.maybe { $0.int(0...9) }, make.some { $0.id() })
      delegation.evidence = make.evidence()
      return delegation
    }
    (meeting.evidence, meeting.provenance) = (evidence(), provenance())
    return meeting
  }

  fileprivate mutating func milestone() -> Case.Milestone {
    var milestone = Case.Milestone()
    (milestone.id, milestone.title) = (id(), text())
    milestone.reached = maybe { make in
      var reached = Case.Milestone.Reached()
      (reached.date, reached.evidence) = (make.maybe { $0.date() }, make.evidence())
      return reached
    }
    (milestone.kind, milestone.by) = (pick(Case.Milestone.Kind.allCases), some { $0.id() })
    (milestone.planned, milestone.due) = (maybe { $0.dating() }, maybe { $0.dating() })
    milestone.lost = maybe { make in
      var lost = Case.Milestone.Lost()
      (lost.date, lost.evidence) = (make.maybe { $0.date() }, make.evidence())
      return lost
    }
    milestone.postponed = maybe { make in
      var postponed = Case.Milestone.Postponed()
      (postponed.date, postponed.evidence) = (make.maybe { $0.date() }, make.evidence())
      return postponed
    }
    milestone.of = maybe { .issue($0.id(), .options([$0.name()])) }
    milestone.evidence = evidence()
    milestone.sameAs = some { make in
      var link = Case.Milestone.SameAs()
      (link.milestone, link.by, link.evidence) = (
        make.id(), make.maybe { $0.who() }, make.evidence()
      )
      return link
    }
    milestone.provenance = provenance()
    return milestone
  }

  fileprivate mutating func interest() -> Case.Interest {
    var interest = Case.Interest()
    (interest.id, interest.actor, interest.title) = (id(), id(), text())
    (interest.need, interest.evidence) = (maybe { $0.text() }, evidence())
    interest.provenance = provenance()
    return interest
  }

  fileprivate mutating func statement() -> Case.Statement {
    var statement = Case.Statement()
    (statement.id, statement.source, statement.gist) = (id(), id(), text())
    statement.quote = Quote((0..<int(1...3)).map { _ in span() })
    (statement.speaker, statement.to, statement.via) = (
      some { $0.id() }, some { $0.id() }, some { $0.id() }
    )
    (statement.at, statement.date, statement.told) = (
      maybe { $0.id() }, maybe { $0.dating() }, maybe { $0.dating() }
    )
    statement.act = pick(Case.Statement.Act.allCases)
    statement.of = some { $0.id() }
    statement.change = maybe { $0.pick(Case.Statement.ClaimedChange.allCases) }
    statement.about = maybe { $0.subject() }
    statement.stance = maybe { $0.pick(Case.Statement.Stance.allCases) }
    statement.requires = some { $0.requirement() }
    statement.requiresNone = statement.requires.isEmpty && chance()
    statement.drops = some { $0.id() }
    (statement.due, statement.until) = (maybe { $0.dating() }, maybe { $0.dating() })
    (statement.redLine, statement.verbatim) = (chance(), chance())
    statement.credibility = maybe { $0.pick(Credibility.allCases) }
    (statement.hedge, statement.doubted) = (maybe { $0.text() }, maybe { $0.text() })
    statement.proposedBy = maybe { $0.text() }
    statement.provenance = provenance()
    return statement
  }

  fileprivate mutating func commitment() -> Case.Commitment {
    var commitment = Case.Commitment()
    (commitment.id, commitment.what) = (id(), text())
    (commitment.debtors, commitment.creditors) = (some { $0.id() }, some { $0.id() })
    (commitment.quantity, commitment.unit) = (maybe { $0.amount() }, maybe { $0.text() })
    (commitment.comparator, commitment.each) = (pick(Comparator.allCases), chance())
    commitment.strength = pick(Case.Commitment.Strength.allCases)
    (commitment.at, commitment.agreed, commitment.due) = (
      maybe { $0.id() }, maybe { $0.date() }, maybe { $0.date() }
    )
    commitment.until = maybe { $0.date() }
    commitment.dueStep = maybe { .init($0.step(), $0.pick([.before, .after, .until])) }
    commitment.about = maybe { $0.subject() }
    commitment.requires = some { $0.requirement() }
    commitment.requiresNone = commitment.requires.isEmpty && chance()
    commitment.schedule = maybe { $0.schedule() }
    commitment.window = maybe { make in
      var window = Case.Commitment.Window()
      let first = make.int(0...20)
      let bounds = [first, first + make.int(0...9)]
      window.after = make.slug()
      switch make.int(0...3) {
      case 0: window.days = bounds
      case 1: window.weeks = bounds
      case 2: window.months = bounds
      default: window.years = bounds
      }
      return window
    }
    commitment.status = some { make in
      var report = Case.Commitment.Report()
      (report.date, report.done, report.note) = (
        make.maybe { $0.date() }, make.maybe { $0.amount() }, make.maybe { $0.text() }
      )
      report.level = make.maybe { $0.pick(Case.Commitment.Level.allCases) }
      report.evidence = make.evidence()
      return report
    }
    (commitment.evidence, commitment.provenance) = (evidence(), provenance())
    return commitment
  }

  fileprivate mutating func schedule() -> Case.Commitment.Schedule {
    if chance() {
      return .instalments(
        (0..<int(0...3)).map { _ in .init(due: date(), quantity: maybe { $0.amount() }) })
    }
    var recurrence = Case.Commitment.Recurrence()
    (recurrence.every, recurrence.count) = (pick(TimeUnit.allCases), int(1...12))
    switch recurrence.every {
    case .year: recurrence.on = maybe { $0.pick(["12-10", "02-29", "1-1"]) }
    case .month: recurrence.on = maybe { $0.pick(["1", "31", "010"]) }
    case .day, .week: break
    }
    (recurrence.from, recurrence.until) = (maybe { $0.date() }, maybe { $0.date() })
    (recurrence.times, recurrence.quantity) = (maybe { $0.int(1...9) }, maybe { $0.amount() })
    return .recurring(recurrence)
  }

  fileprivate mutating func ruled() -> Ruled {
    if chance() { return .step(step()) }
    return .action(.init(pick(Case.Constraint.RuledAction.Act.allCases), with: some { $0.id() }))
  }

  fileprivate mutating func constraint() -> Case.Constraint {
    var act = Case.Constraint()
    (act.id, act.title, act.holders) = (id(), maybe { $0.text() }, [id()] + some { $0.id() })
    (act.issued, act.until) = (maybe { $0.date() }, maybe { $0.date() })
    act.issuedBy = some { make in
      var issuer = Case.Constraint.Issuer()
      (issuer.actor, issuer.evidence) = (make.id(), make.evidence())
      return issuer
    }
    act.readings = some { make in
      var reading = Case.Constraint.Reading()
      (reading.id, reading.title) = (make.name(), make.maybe { $0.text() })
      reading.forbids = [make.ruled()]
      (reading.requires, reading.allows) = (make.some { $0.ruled() }, make.some { $0.ruled() })
      (reading.heldBy, reading.since) = (make.some { $0.id() }, make.maybe { $0.date() })
      reading.evidence = make.evidence()
      return reading
    }
    (act.evidence, act.provenance) = (evidence(), provenance())
    return act
  }

  fileprivate mutating func draft() -> Case.Draft {
    var draft = Case.Draft()
    (draft.id, draft.title, draft.date) = (id(), maybe { $0.text() }, maybe { $0.date() })
    (draft.by, draft.to) = (some { $0.id() }, some { $0.id() })
    draft.status = some { make in
      var status = Case.Draft.Status(
        make.pick(Case.Draft.Status.Level.allCases), date: make.maybe { $0.date() })
      status.evidence = make.evidence()
      return status
    }
    draft.signed = some { make in
      var signing = Case.Draft.Signing()
      (signing.date, signing.by) = (make.maybe { $0.date() }, make.some { $0.id() })
      signing.evidence = make.evidence()
      return signing
    }
    (draft.binds, draft.consent) = (some { $0.id() }, some { $0.id() })
    draft.clauses = some { make in
      var clause = Case.Draft.Clause()
      (clause.id, clause.title, clause.about) = (
        make.name(), make.maybe { $0.text() }, make.maybe { $0.subject() }
      )
      clause.text = make.maybe { $0.text() }
      clause.alternatives = make.some { make in
        var other = Case.Draft.Alternative()
        (other.by, other.text, other.about) = (
          make.some { $0.id() }, make.maybe { $0.text() }, make.maybe { $0.subject() }
        )
        other.evidence = make.evidence()
        return other
      }
      clause.status = make.pick(Case.Draft.BracketStatus.allCases)
      (clause.by, clause.evidence) = (make.some { $0.id() }, make.evidence())
      return clause
    }
    (draft.evidence, draft.provenance) = (evidence(), provenance())
    return draft
  }

  fileprivate mutating func verdict() -> Case.Verdict {
    var verdict = Case.Verdict()
    (verdict.statements, verdict.verdict) = (some { $0.id() }, pick(Case.Verdict.Kind.allCases))
    verdict.taken = chance() ? verdict.statements : some { $0.id() }
    (verdict.reason, verdict.by, verdict.entered) = (
      maybe { $0.text() }, maybe { $0.who() }, maybe { $0.date() }
    )
    return verdict
  }

  fileprivate mutating func note() -> Case.Note {
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(pick(EntryReference.sections), slug()), text())
    (note.by, note.entered, note.confidential) = (maybe { $0.who() }, maybe { $0.date() }, chance())
    return note
  }

  fileprivate mutating func candidate() -> Case.Candidate {
    var candidate = Case.Candidate()
    (candidate.statement, candidate.status) = (statement(), pick(Case.Candidate.Status.allCases))
    (candidate.proposedBy, candidate.confidence) = (maybe { $0.text() }, maybe { $0.amount() })
    (candidate.rules, candidate.decidedBy, candidate.decided) = (
      some { $0.text() }, maybe { $0.who() }, maybe { $0.date() }
    )
    return candidate
  }
}
