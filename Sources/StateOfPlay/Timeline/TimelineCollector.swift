internal import CaseModel

/// Gathers everything dated, in the order of the case.
struct TimelineCollector {
  let filtered: FilteredCase
  var events: [TimelineView.Event] = []
  var undated = 0
  private let parties: Set<Case.Actor.ID>

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    parties = Set(filtered.lens.parties)
  }

  mutating func collect(_ commitments: CommitmentsView) {
    let theCase = filtered.theCase
    if filtered.lens.issues.isEmpty {
      for meeting in theCase.meetings {
        let actors = meeting.delegations.map(\.party)
        guard concerns(actors) else { continue }
        if let date = meeting.date?.value, meeting.status == .held {
          add(.meeting, date, meeting.id.raw, meeting.displayTitle, actors, meeting.evidence)
        }
        if let planned = meeting.planned?.value,
          planned != meeting.date?.value || meeting.status != .held
        {
          let isOff = sitting(meeting, filtered)?.status == .notHeld
          addAhead(
            .plannedMeeting, planned, meeting.id.raw,
            meeting.displayTitle + (isOff ? ": not held" : ""), actors, meeting.evidence)
        } else if let planned = meeting.planned?.value, filtered.timeClass(planned) != .counts {
          // Held since, and still to come by as-of.
          addAhead(
            .plannedMeeting, planned, meeting.id.raw, meeting.displayTitle, actors,
            meeting.evidence)
        }
        if meeting.day == nil { undated += 1 }
      }
      for milestone in theCase.milestones {
        addPlan(of: milestone)
        if let reached = milestone.reached {
          add(.milestone, reached.date, milestone.id.raw, milestone.title, [], reached.evidence)
        }
        if let lost = milestone.lost {
          let words: String =
            switch milestone.kind {
            case .vote: "lost"
            case .deadline: "missed"
            default: milestone.reached == nil ? "did not come about" : "no longer so"
            }
          add(
            .milestone, lost.date, milestone.id.raw, "\(milestone.title): \(words)", [],
            lost.evidence)
        }
      }
      for act in theCase.constraints where concerns(act.holders) {
        let title = act.title ?? act.id.raw
        add(.constraint, act.issued, act.id.raw, title, act.holders, act.evidence)
        addEnd(.constraint, act.until, act.id.raw, "\(title): last day", act.holders, act.evidence)
      }
      for draft in theCase.drafts where concerns(draft.by) { add(draft) }
      addRoles()
    }
    // The rows are those of the lens's parties already, as debtors or creditors.
    for line in commitments.rows {
      let actors = line.debtors
      let evidence = Evidence(line.reporters.flatMap(\.statements), basis: line.basis)
      add(.commitment, line.agreed, line.commitment.raw, title(line), actors, evidence)
      for date in dues(of: line) { addDue(date, line, actors, evidence) }
      for report in line.reports {
        add(
          .commitmentReport, report.date, line.commitment.raw,
          "\(title(line)): \(words(of: report))", actors,
          Evidence(report.evidence, basis: report.basis), reportedLater: report.reportedLater)
      }
    }
  }

  /// The day on which it is due; of instalments each.
  private func dues(of line: CommitmentsView.Line) -> [EDTFDate] {
    if case .instalments(let parts)? = filtered.index.commitment(line.commitment)?.schedule {
      return parts.map(\.due).uniqued
    }
    return [line.due.date].compactMap(\.self)
  }

  /// `Cease fire (North)`: several may owe the same.
  private func title(_ line: CommitmentsView.Line) -> String {
    line.debtors.isEmpty ? line.what : "\(line.what) (\(filtered.index.names(line.debtors)))"
  }

  /// How far it was carried out, by whose account: `carried out in part, 15 persons, says the Front`.
  private func words(of report: CommitmentsView.Report) -> String {
    let level = [report.level?.words, report.done].compactMap(\.self)
    var words = level.isEmpty ? report.note ?? "reported on" : level.joined(separator: ", ")
    let speakers = report.evidence.flatMap { id -> [Case.Actor.ID] in
      guard let statement = filtered.index.statement(id) else { return [] }
      return statement.via.isEmpty ? statement.speaker : statement.via
    }.uniqued
    if !speakers.isEmpty {
      let names = filtered.index.running(speakers)
      words += speakers.count == 1 ? ", says \(names)" : ", say \(names)"
    }
    return words
  }

  /// When it was written, and when it reached each stage; signed on the day of each signature.
  private mutating func add(_ draft: Case.Draft) {
    let title = draft.title ?? draft.id.raw
    add(.draft, draft.date, draft.id.raw, title, draft.by, draft.evidence)
    var signed: [EDTFDate] = []
    for signing in draft.signed {
      guard let date = signing.date else { continue }
      signed.append(date)
      add(
        .draft, date, draft.id.raw, "\(title): signed by \(filtered.index.running(signing.by))",
        signing.by, signing.evidence)
    }
    for status in draft.status {
      guard let date = status.date, status.level != .signed || !signed.contains(date),
        date != draft.date || (status.level != .proposed && status.level != .tabled)
      else { continue }
      add(
        .draft, date, draft.id.raw, "\(title): \(status.level.words)", draft.by, status.evidence)
    }
  }

  private mutating func addRoles() {
    let parties = filtered.parties
    for actor in filtered.theCase.actors where !parties.contains(actor.id) && concerns([actor.id]) {
      for role in actor.roles {
        if let from = role.from {
          add(
            .role, from, actor.id.raw, "\(actor.name): \(role.role.words)", [actor.id],
            role.evidence)
        }
        if role.to != role.from {
          addEnd(
            .role, role.to, actor.id.raw, "\(actor.name): last day as \(role.role.words)",
            [actor.id], role.evidence)
        }
      }
    }
  }

  /// An end that has come by as-of.
  private mutating func addEnd(
    _ kind: TimelineView.Event.Kind, _ end: EDTFDate?, _ id: String, _ title: String,
    _ actors: [Case.Actor.ID], _ evidence: Evidence
  ) {
    guard let end, !end.hasOpenEnd else { return }
    add(kind, end, id, title, actors, evidence)
  }

  /// A due date lies ahead of as-of as a rule, and is shown all the same.
  private mutating func addDue(
    _ date: EDTFDate, _ line: CommitmentsView.Line, _ actors: [Case.Actor.ID], _ evidence: Evidence
  ) {
    events.append(
      TimelineView.Event(
        date: date, kind: .commitmentDue, id: line.commitment.raw, title: "Due: \(title(line))",
        actors: actors, evidence: evidence.statements, basis: evidence.basis, possiblyLater: false,
        reportedLater: false))
  }

  mutating func add(
    _ kind: TimelineView.Event.Kind, _ date: EDTFDate?, _ id: String, _ title: String,
    _ actors: [Case.Actor.ID], _ evidence: Evidence, reportedLater: Bool = false
  ) {
    guard let date else {
      undated += 1
      return
    }
    let time = filtered.timeClass(date)
    // Of what came by a later day nothing shows that it had come by then.
    guard time != .out, !(time == .possiblyLater && date.hasOpenStart),
      let evidence = filtered.admitted(evidence)
    else { return }
    events.append(
      TimelineView.Event(
        date: date, kind: kind, id: id, title: title, actors: actors,
        evidence: evidence.statements, basis: evidence.basis, possiblyLater: time == .possiblyLater,
        reportedLater: reportedLater))
  }

  /// The lens leaves the statement.
  func shows(statementAt place: Int) -> Bool {
    let facts = filtered.facts[place]
    guard filtered.isShown(facts) else { return false }
    if !filtered.lens.issues.isEmpty {
      guard let issue = filtered.theCase.statements[place].about?.issue,
        filtered.lens.issues.contains(issue)
      else { return false }
    }
    if parties.isEmpty { return true }
    return filtered.theCase.statements[place].speaker.contains { speaker in
      filtered.index.spokenFor(by: speaker, on: facts.said).contains(where: parties.contains)
    }
  }

  func event(ofStatementAt place: Int, on said: EDTFDate) -> TimelineView.Event {
    let statement = filtered.theCase.statements[place]
    return TimelineView.Event(
      date: said, kind: .statement, id: statement.id.raw,
      title: statement.via.isEmpty ? statement.gist : statement.gist + reporters(of: statement),
      actors: statement.speaker, evidence: [statement.id], basis: nil,
      possiblyLater: filtered.facts[place].time == .possiblyLater,
      reportedLater: filtered.lens.asOf != nil
        && filtered.isReportedLater(statement, said: said))
  }

  /// `, as reported by the envoy`, of words that someone other than an outlet passes on.
  private func reporters(of statement: Case.Statement) -> String {
    let relaying = statement.via.filter { filtered.index.actor($0)?.kind != .outlet }
    return relaying.isEmpty ? "" : ", as reported by \(filtered.index.running(relaying))"
  }

  private func concerns(_ actors: [Case.Actor.ID]) -> Bool {
    parties.isEmpty || actors.isEmpty || actors.contains(where: parties.contains)
  }
}
