import CaseModel
internal import Foundations

extension Plan {
  private static let acts: [(Case.Statement.Act, Int)] = [
    (.state, 50), (.assess, 46), (.demand, 25), (.accuse, 18), (.propose, 9), (.condition, 7),
    (.offer, 6), (.accept, 6), (.commit, 6), (.reject, 5), (.silent, 3), (.deny, 3), (.confirm, 2),
    (.threaten, 1), (.takeNote, 1), (.ask, 1), (.concede, 1), (.withdraw, 1),
  ]

  /// Statement `number`, the same whichever others are made.
  func statement(_ number: Int) -> Case.Statement {
    var random = random(number)
    let source = number / Self.statementsPerSource
    let published = published(source)
    var statement = Case.Statement()
    statement.id = statementID(number)
    statement.source = self.source(source)
    statement.quote = quote(number, &random)
    statement.gist = Words.gist(&random)
    statement.act = random.weighted(Self.acts, otherwise: .state)
    setVoices(&statement, source, &random)
    setDates(&statement, published, &random)
    setSubject(&statement, number, &random)
    if random.chance(70) { statement.verbatim = true }
    if random.chance(20) { statement.redLine = true }
    statement.credibility = random.weighted(
      [(.possible, 152), (.probable, 34), (.doubtful, 3), (.improbable, 1)], otherwise: .possible)
    if random.chance(100) {
      statement.hedge = random.pick(["seems", "reportedly", "is viewed as"])
    }
    if random.chance(20) { statement.doubted = "The next sentence says otherwise" }
    statement.provenance = provenance(Self.enteredDay, &random)
    return statement
  }

  private func quote(_ number: Int, _ random: inout SplitMix64) -> Quote {
    let place = number % Self.statementsPerSource
    func span(_ part: Int, _ length: Int) -> QuoteAnchor {
      let start = place * 150 + part * 100
      return QuoteAnchor(
        start: start, end: start + length,
        sha256: SHA256Digest(of: "\(seed) \(number) \(part)".utf8))
    }
    if random.chance(37) { return Quote([span(0, 40), span(1, 30)]) }
    var whole = span(0, 50 + random.below(90))
    if random.chance(70) {
      let words = Words.line(60, &random)
      whole.exact = words
      whole.end = whole.start + words.unicodeScalars.count
      whole.prefix = "and so it was told: "
      whole.suffix = ", as it was before."
      whole.sha256 = SHA256Digest(of: words.utf8)
    }
    return Quote([whole])
  }

  private func setVoices(
    _ statement: inout Case.Statement, _ source: Int, _ random: inout SplitMix64
  ) {
    let party = random.below(parties)
    let other = random.below(parties)
    if statement.act == .assess {
      statement.speaker = [author(source % outlets)]
      statement.of = [self.party(party)]
      if random.chance(100) { statement.change = .softened }
      return
    }
    switch random.below(100) {
    case 0..<30: statement.speaker = [self.party(party)]
    case 30..<88: statement.speaker = [speaker(party, random.below(Self.speakersPerParty))]
    case 88..<94: statement.speaker = [outsider(random.below(outsiders))]
    default:
      statement.speaker = [self.party(party)]
      if other != party { statement.speaker.append(self.party(other)) }
    }
    if other != party {
      if random.chance(200) { statement.to = [self.party(other)] }
      if statement.act == .accuse { statement.of = [self.party(other)] }
    }
    guard random.chance(60) else { return }
    let reporter =
      random.chance(600) ? outsider(random.below(outsiders)) : speaker(other, random.below(3))
    if !statement.speaker.contains(reporter) { statement.via = [reporter] }
    if random.chance(100) { statement.via.append(outlet((source + 1) % outlets)) }
  }

  private func setDates(
    _ statement: inout Case.Statement, _ published: CivilDay, _ random: inout SplitMix64
  ) {
    if !statement.via.isEmpty {
      statement.date = Dating(
        EDTFDate(published.adding(days: -30 - random.below(300))),
        rule: "during the round of which the source tells")
      statement.told = Dating(
        EDTFDate(published.adding(days: -random.below(3))), text: "this week", rule: "as told")
      return
    }
    guard random.chance(530) else { return }
    let day = published.adding(days: -random.below(20))
    let (year, month, _) = day.civil
    let number = month < 10 ? "0\(month)" : "\(month)"
    var dating: Dating
    switch random.below(10) {
    case 0..<6: dating = Dating(EDTFDate(day), rule: "weekday before the source's date")
    case 6..<8:
      dating = Dating((try? EDTFDate("\(year)-\(number)")) ?? EDTFDate(day), rule: "month as given")
    case 8:
      let text = "\(day.adding(days: -10).iso)/\(day.iso)"
      dating = Dating((try? EDTFDate(text)) ?? EDTFDate(day), rule: "from the round to this day")
    default:
      dating = Dating((try? EDTFDate("\(year)-\(number)~")) ?? EDTFDate(day), rule: "about then")
    }
    if random.chance(250) { dating.text = "16 May" }
    if random.chance(150) { dating.or = EDTFDate(day.adding(days: -7)) }
    statement.date = dating
    if random.chance(50) { statement.at = meeting(random.below(meetings)) }
  }

  private func setSubject(
    _ statement: inout Case.Statement, _ number: Int, _ random: inout SplitMix64
  ) {
    switch random.below(189) {
    case 0..<108:
      let issue = random.below(issues)
      statement.about = .issue(self.issue(issue), answer(issue, &random))
    case 108..<125: statement.about = .interest(interest(random.below(interests)))
    case 125..<141:
      let meeting = random.below(meetings)
      statement.about = .delegation(self.meeting(meeting), party: party(meeting % parties))
    case 141..<156: statement.about = .meeting(meeting(random.below(meetings)))
    case 156..<167: statement.about = .milestone(milestone(random.below(milestones)))
    case 167..<175: statement.about = .actor(party(random.below(parties)))
    case 175..<179: statement.about = .statement(statementID(random.below(max(1, number))))
    case 179..<182:
      statement.about = .draft(
        draft(random.below(drafts)),
        clause: random.chance(300) ? Slug("clause-\(1 + random.below(8))") : nil)
    case 182..<185: statement.about = .commitment(commitment(random.below(commitments)))
    case 185..<187:
      statement.about = .constraint(constraint(random.below(constraints)), reading: "narrow")
    default: break
    }
    if statement.about == nil { return }
    if random.chance(520), statement.act != .takeNote {
      statement.stance = random.weighted(
        [(.for, 87), (.against, 9), (.open, 2), (.unclear, 1)], otherwise: .for)
    }
    if statement.act == .condition || random.chance(30) {
      // A step does not wait for itself; where all there is would be that, there is nothing to wait for.
      for _ in 0..<16 where statement.requires.isEmpty {
        let drawn = requirement(&random)
        if !Self.isOwn(drawn.step, statement.about) { statement.requires = [drawn] }
      }
    }
  }

  private static func isOwn(_ step: Step, _ about: Subject?) -> Bool {
    if case .issue(let awaited, _) = step, case .issue(let own, _) = about { return awaited == own }
    return step.subject == about
  }

  private func requirement(_ random: inout SplitMix64) -> Requirement {
    let issue = random.below(issues)
    let step: Step =
      random.chance(330)
      ? .milestone(milestone(random.below(milestones)))
      : .issue(self.issue(issue), answer(issue, &random))
    var requirement = Requirement(
      step, random.weighted([(.before, 11), (.exchange, 3), (.trigger, 1)], otherwise: .before))
    if requirement.kind == .trigger {
      requirement.party = party(random.below(parties))
      requirement.stance = .against
    }
    if random.chance(200) { requirement.inferred = "ana" }
    return requirement
  }

  /// One of many on the same few issues by the same few parties; see ``GeneratedCase/crowded``.
  func crowded(_ number: Int, valued: Bool) -> Case.Statement {
    var random = random(number)
    let source = number / Self.statementsPerSource
    var statement = Case.Statement()
    statement.id = statementID(number)
    statement.source = self.source(source)
    statement.quote = quote(number, &random)
    statement.gist = Words.gist(&random)
    statement.speaker = [party(random.below(parties))]
    statement.act = random.chance(800) ? .demand : .reject
    let answer: Answer =
      valued
      ? .value(.quantity(Quantity(Amount(Int32(clamping: number)), unit: "person")))
      : .options([Self.option(random.below(4))])
    statement.about = .issue(issue(random.below(issues)), answer)
    statement.credibility = .possible
    statement.date = Dating(
      EDTFDate(published(source).adding(days: -random.below(20))), rule: "as told")
    statement.provenance = Provenance(entered: EDTFDate(Self.enteredDay), by: "ana")
    return statement
  }
}
