internal import CaseModel

/// What the views share: the case cut by the lens, its index, and what each asks of every statement.
///
/// A class, as every view and reader keeps it, and a case is large. Nothing changes in it once it is
/// made.
final class FilteredCase: Sendable {
  let theCase: Case
  let index: CaseIndex
  let lens: Lens
  /// Of each statement, by its place in the case.
  let facts: [StatementFacts]
  /// Of each statement, by its place in the case, what it is found by.
  let marks: [StatementMarks]
  /// Whose words a statement is for a party.
  let voices: VoiceReader
  /// Through which body it is said.
  let wings: WingReader
  /// As-of, else the newest date on record: no clock is read.
  let now: EDTFDate?
  /// Of each promise and each day on which it was due, the last day to which those to whom it is owed
  /// have put that off.
  let extended: [Case.Commitment.ID: [EDTFDate: EDTFDate]]

  /// Texts of which every signature was to hold until a day that has passed, with the last such day.
  let lapsedTexts: [Case.Draft.ID: Case.Draft.Status]

  /// Parties of the case with a part in the talks besides.
  let apart: ApartParties
  /// Whom each issue concerns, by its place in the case.
  private let concerned: [Set<Case.Actor.ID>]
  /// Those of the whole case.
  let parties: Set<Case.Actor.ID>

  /// `theCase` as the lens leaves it.
  convenience init(_ theCase: Case, _ lens: Lens) {
    let cut = FilteredCase(cut: theCase.cut(by: lens).withConsent(knownBy: lens), lens)
    self.init(cut, facts: cut.readFacts(), marks: cut.readMarks(), asOf: lens.asOf)
  }

  /// `theCase` as the lens leaves it, which differs from `before` in some statements.
  /// - Complexity: O(statements), of which only those of `edit` are read.
  convenience init(cut theCase: Case, after before: FilteredCase, _ edit: StatementEdit) {
    let cut = FilteredCase(
      cut: theCase, before.lens,
      CaseIndex(theCase, after: before.index, without: edit.before, with: edit.after))
    var (facts, marks) = (before.facts, before.marks)
    facts.replaceSubrange(edit.before, with: cut.readFacts(edit.after))
    marks.replaceSubrange(edit.before, with: cut.readMarks(edit.after))
    self.init(cut, facts: facts, marks: marks, asOf: before.lens.asOf)
  }

  /// A case that is cut, and of whose statements it is read when they were said.
  private convenience init(
    _ cut: FilteredCase, facts: [StatementFacts], marks: [StatementMarks], asOf: EDTFDate?
  ) {
    // Each rests on what is known before it.
    let read = FilteredCase(cut, facts: facts, marks: marks)
    let dated = FilteredCase(read, now: asOf ?? read.newestDate)
    let extended = FilteredCase(dated, extended: dated.readExtensions())
    self.init(extended, lapsedTexts: extended.readLapsedTexts())
  }

  /// The same, recording in `consulted` which statements are looked up.
  convenience init(_ filtered: FilteredCase, noting consulted: Consulted) {
    self.init(
      filtered, index: CaseIndex(filtered.index) { consulted.statements.insert($0) })
  }

  private init(cut theCase: Case, _ lens: Lens, _ index: CaseIndex? = nil) {
    let index = index ?? CaseIndex(theCase)
    self.theCase = theCase
    self.lens = lens
    parties = Set(theCase.header.parties)
    let apart = ApartParties(theCase, lens)
    self.apart = apart
    concerned = theCase.issues.map { Set(apart.concerned(by: $0) { _ in true }) }
    self.index = index
    voices = VoiceReader(index)
    wings = WingReader(index)
    (facts, marks, now, extended, lapsedTexts) = ([], [], nil, [:], [:])
  }

  private init(
    _ filtered: FilteredCase, rowsOf lens: Lens? = nil, facts: [StatementFacts]? = nil,
    marks: [StatementMarks]? = nil, now: EDTFDate? = nil,
    extended: [Case.Commitment.ID: [EDTFDate: EDTFDate]]? = nil,
    lapsedTexts: [Case.Draft.ID: Case.Draft.Status]? = nil, index: CaseIndex? = nil
  ) {
    theCase = filtered.theCase
    (apart, concerned, parties) = (filtered.apart, filtered.concerned, filtered.parties)
    self.index = index ?? filtered.index
    (voices, wings) = (filtered.voices, filtered.wings)
    self.lens = lens ?? filtered.lens
    self.facts = facts ?? filtered.facts
    self.marks = marks ?? filtered.marks
    self.now = now ?? filtered.now
    self.extended = extended ?? filtered.extended
    self.lapsedTexts = lapsedTexts ?? filtered.lapsedTexts
  }

  /// The same cut case through a lens that differs in the rows it shows alone.
  convenience init(_ filtered: FilteredCase, rowsOf lens: Lens) {
    self.init(filtered, rowsOf: lens, facts: nil)
  }

  /// The parties to an issue, by its place: another of them is an opponent on it. Where a statement
  /// is about no issue, the parties of the case.
  func parties(to issue: Int?) -> Set<Case.Actor.ID> { issue.map { concerned[$0] } ?? parties }

  /// The last of all that is dated as having come about.
  private var newestDate: EDTFDate? {
    var newest: EDTFDate?
    func add(_ date: EDTFDate?) {
      guard let date, !date.hasOpenEnd else { return }
      if newest.map({ $0.ends < date.ends }) ?? true { newest = date }
    }
    for facts in facts where facts.time == .counts { add(facts.said) }
    for source in theCase.sources { add(source.published) }
    for meeting in theCase.meetings where meeting.status == .held { add(meeting.date?.value) }
    for milestone in theCase.milestones { add(milestone.reached?.date) }
    for commitment in theCase.commitments {
      for report in commitment.status { add(report.date) }
    }
    return newest
  }

  /// The day lies before as-of, or before the newest date on record.
  func isPast(_ day: CivilDay?) -> Bool {
    guard let day, let now, !now.hasOpenEnd else { return false }
    return day < now.latest
  }

  /// The whole of it lies before as-of, or before the newest date on record.
  func hasPassed(_ date: EDTFDate) -> Bool {
    guard let now, !now.hasOpenEnd, !date.hasOpenEnd else { return false }
    return date.ends < now.ends
  }

  /// What `body` gives for each statement that has any of the marks, and its place; nil left out.
  func eachStatement<Result>(
    marked wanted: StatementMarks,
    _ body: (_ place: Int, _ statement: UnsafePointer<Case.Statement>) -> Result?
  ) -> [Result] {
    theCase.statements.withUnsafeBufferPointer { statements in
      guard let first = statements.baseAddress else { return [] }
      return places(marked: wanted).compactMap { body($0, first + $0) }
    }
  }

  /// What `body` gives for each statement and its place, nil left out.
  ///
  /// - Parameter places: of which statements alone; nil for all.
  func eachStatement<Result>(
    at places: Range<Int>? = nil,
    _ body: (_ place: Int, _ statement: UnsafePointer<Case.Statement>) -> Result?
  ) -> [Result] {
    theCase.statements.withUnsafeBufferPointer { statements in
      let places = places ?? statements.indices
      guard var next = statements.baseAddress.map({ $0 + places.lowerBound }) else { return [] }
      var results: [Result] = []
      for place in places {
        if let result = body(place, next) { results.append(result) }
        next += 1
      }
      return results
    }
  }

  /// The places of the statements of which `isMeant` holds, asked of each where it lies.
  func places(where isMeant: (UnsafePointer<Case.Statement>) -> Bool) -> [Int] {
    eachStatement { place, statement in isMeant(statement) ? place : nil }
  }

  /// The lens admits the statement at all, whatever its date and directness.
  func admits(_ statement: Case.Statement) -> Bool {
    lens.admits(statement, index)
  }

  /// The evidence that the lens admits, without what was said after as-of where some of it was said by
  /// then; nil where there is some and none is admitted.
  func admitted(_ evidence: Evidence) -> Evidence? {
    if evidence.statements.isEmpty { return evidence }
    var left = evidence
    left.statements.removeAll { id in index.statement(id).map { !admits($0) } ?? false }
    if lens.asOf != nil, left.statements.count > 1 {
      let early = left.statements.filter { id in
        index.statement(id).map { timeClass(index.said($0)) != .out } ?? true
      }
      if !early.isEmpty { left.statements = early }
    }
    return left.isEmpty ? nil : left
  }

  /// The statements of the evidence that the lens admits.
  func shown(_ evidence: Evidence) -> [Case.Statement.ID] { admitted(evidence)?.statements ?? [] }

  /// Someone had said so by as-of.
  func wasSaid(_ evidence: Evidence) -> Bool {
    evidence.statements.contains { id in
      index.statement(id).map { timeClass(index.said($0)) == .counts } ?? false
    }
  }

  /// Issues on which something is on record, and all of it said after as-of: on that day they were
  /// not on the table. What is named as awaited counts as spoken of.
  func raisedLater() -> Set<Case.Issue.ID> {
    guard lens.asOf != nil else { return [] }
    var (early, late): (Set<Case.Issue.ID>, Set<Case.Issue.ID>) = ([], [])
    _ = eachStatement { _, statement -> Void? in
      let said = index.said(statement.pointee)
      // Of what was said by a later day nothing shows that it had been said by then.
      let isLate =
        timeClass(said) == .out
        || (timeClass(said) == .possiblyLater && said?.hasOpenStart ?? false)
      func add(_ issue: Case.Issue.ID) {
        if isLate { late.insert(issue) } else { early.insert(issue) }
      }
      for subject in statement.pointee.about?.parts ?? [] { subject.issue.map(add) }
      for requirement in statement.pointee.requires { requirement.step.issue.map(add) }
      return nil
    }
    return late.subtracting(early)
  }

  /// Dated by as-of; where it has no date, said by then. Not on doubted words alone.
  func holds(_ date: EDTFDate?, _ evidence: Evidence) -> Bool {
    guard let evidence = admitted(evidence) else { return false }
    let statements = evidence.statements.compactMap { index.statement($0) }
    if evidence.basis == nil, !statements.isEmpty, statements.allSatisfy(\.isDoubted) {
      return false
    }
    if let date { return timeClass(date) == .counts }
    return lens.asOf == nil || wasSaid(evidence)
  }

  /// All that says so was to hold until a day which has passed.
  func hasLapsed(_ evidence: Evidence) -> Bool {
    let statements = evidence.statements.compactMap { index.statement($0) }
    return !statements.isEmpty
      && statements.allSatisfy { $0.lastDay.map(hasPassed) ?? false }
  }

  /// That an end recorded of something was known by as-of: it has come, or all that the record rests on
  /// was said by then.
  func wasKnown(end date: EDTFDate, _ evidence: Evidence) -> Bool {
    guard lens.asOf != nil, timeClass(date) != .counts else { return true }
    return !evidence.statements.isEmpty
      && evidence.statements.allSatisfy { wasSaid(Evidence([$0])) }
  }

  func timeClass(_ said: EDTFDate?) -> TimeClass {
    guard let said else { return .undated }
    guard let asOf = lens.asOf else { return .counts }
    if said.ends <= asOf.ends { return .counts }
    return said.begins <= asOf.ends ? .possiblyLater : .out
  }

  func isReportedLater(_ statement: Case.Statement, said: EDTFDate?) -> Bool {
    guard let asOf = lens.asOf, let reported = index.told(statement) else { return false }
    if let said, said.begins > asOf.ends { return false }
    return reported.begins > asOf.ends
  }

}
