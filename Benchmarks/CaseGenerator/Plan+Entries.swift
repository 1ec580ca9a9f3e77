import CaseModel
internal import Foundations

extension Plan {
  func source(_ number: Int, _ random: inout SplitMix64) -> Case.Source {
    var source = Case.Source(
      id: source(number), title: Words.line(40, &random),
      text: Case.TextRecord(
        withheld: SHA256Digest(of: "source \(seed) \(number)".utf8), length: Self.sourceLength))
    source.publisher = outlet(number % outlets)
    source.authors = [author(number % outlets)]
    source.published = EDTFDate(published(number))
    source.language = "en"
    source.kind = [.report, .report, .analysis, .official, .transcript][number % 5]
    source.reliability = [.b, .c, .f, .a][number % 4]
    source.provenance = Provenance(entered: EDTFDate(Self.enteredDay), by: "ana")
    return source
  }

  func meeting(_ number: Int, _ random: inout SplitMix64) -> Case.Meeting {
    var meeting = Case.Meeting()
    meeting.id = self.meeting(number)
    meeting.title = "Round \(number + 1)"
    meeting.kind = [.talks, .talks, .call, .summit][number % 4]
    let span = Self.lastDay - Self.firstDay
    let day = CivilDay(number: Int32(Self.firstDay + span * number / meetings))
    meeting.planned = Dating(EDTFDate(day))
    meeting.status = [.held, .held, .held, .planned, .notHeld][number % 5]
    if meeting.status == .held {
      meeting.date = Dating(EDTFDate(day.adding(days: random.below(3))))
    }
    meeting.place = "Istanbul"
    meeting.host = [outsider(0)]
    meeting.evidence = evidence(&random)
    for place in 0..<min(2, parties) {
      let sent = (number + place) % parties
      var delegation = Case.Meeting.Delegation()
      delegation.party = party(sent)
      for member in 0..<3 {
        var delegate = Case.Meeting.Delegate()
        delegate.actor = speaker(sent, member)
        delegate.rank = ["minister", "deputy minister", "head of staff"][member]
        delegate.level = [.minister, .deputyMinister, .aide][(member + number) % 3]
        delegate.head = member == number % 3
        delegation.members.append(delegate)
      }
      delegation.others = random.chance(500) ? random.below(6) : nil
      meeting.delegations.append(delegation)
    }
    return meeting
  }

  func milestone(_ number: Int, _ random: inout SplitMix64) -> Case.Milestone {
    var milestone = Case.Milestone()
    milestone.id = self.milestone(number)
    milestone.title = Words.line(30, &random)
    if random.chance(200) {
      var reached = Case.Milestone.Reached()
      reached.date = EDTFDate(published(random.below(sources)))
      reached.evidence = evidence(&random)
      milestone.reached = reached
    }
    return milestone
  }

  func interest(_ number: Int, _ random: inout SplitMix64) -> Case.Interest {
    var interest = Case.Interest()
    interest.id = self.interest(number)
    interest.actor = party(number % parties)
    interest.title = Words.line(30, &random)
    interest.evidence = evidence(&random)
    return interest
  }

  func commitment(_ number: Int, _ random: inout SplitMix64) -> Case.Commitment {
    var commitment = Case.Commitment()
    commitment.id = self.commitment(number)
    commitment.debtors = [party(number % parties)]
    commitment.creditors = parties > 1 ? [party((number + 1) % parties)] : []
    commitment.what = Words.line(40, &random)
    commitment.strength = [.promised, .inPrinciple, .expected][number % 3]
    if random.chance(300) {
      commitment.quantity = Amount(Int32(1 + random.below(2000)))
      commitment.unit = "person"
    }
    let agreed = published(random.below(sources))
    commitment.agreed = EDTFDate(agreed)
    if random.chance(600) { commitment.due = EDTFDate(agreed.adding(days: 30)) }
    for report in 0..<random.below(4) {
      var status = Case.Commitment.Report()
      status.date = EDTFDate(agreed.adding(days: 10 * (report + 1)))
      status.level = [.notInitiated, .minimal, .intermediate, .full][report]
      status.evidence = evidence(&random)
      commitment.status.append(status)
    }
    commitment.evidence = evidence(&random)
    commitment.provenance = provenance(Self.enteredDay, &random)
    return commitment
  }

  func constraint(_ number: Int, _ random: inout SplitMix64) -> Case.Constraint {
    var act = Case.Constraint()
    act.id = constraint(number)
    act.title = "Act \(number + 1)"
    act.holders = [party(number % parties)]
    act.issued = try? EDTFDate("2022-23")
    var reading = Case.Constraint.Reading()
    reading.id = "narrow"
    reading.forbids = [.action(.init(.negotiate, with: [speaker((number + 1) % parties, 0)]))]
    reading.evidence = evidence(&random)
    act.readings = [reading]
    act.evidence = evidence(&random)
    return act
  }

  func draft(_ number: Int, _ random: inout SplitMix64) -> Case.Draft {
    var draft = Case.Draft()
    draft.id = self.draft(number)
    draft.title = "Draft \(number + 1)"
    draft.date = EDTFDate(published(random.below(sources)))
    draft.by = [party(number % parties)]
    draft.evidence = evidence(&random)
    for place in 0..<8 {
      var clause = Case.Draft.Clause()
      clause.id = Slug("clause-\(place + 1)")
      clause.title = Words.line(25, &random)
      let issue = random.below(issues)
      clause.about = .issue(self.issue(issue), answer(issue, &random))
      clause.status = [.agreed, .bracketed, .provisional, .alternatives][place % 4]
      clause.by = [party(place % parties)]
      draft.clauses.append(clause)
    }
    return draft
  }

  func note(_ number: Int, _ random: inout SplitMix64) -> Case.Note {
    var note = Case.Note()
    note.to = EntryReference(.statements, statementID(random.below(statements)).raw)
    note.text = Words.line(70, &random)
    note.by = "ana"
    note.entered = EDTFDate(Self.enteredDay)
    return note
  }
}
