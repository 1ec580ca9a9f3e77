internal import Foundations

extension CheckContext {
  /// The way to an entry: by its id, or by position where it has none, or where an entry before it
  /// has the same.
  func path<Entry: SectionEntry>(to entry: Entry, at position: Int) -> EntryPath {
    guard let id = entry.entryID, index.position(Entry.section, id) == position else {
      return .entry(Entry.section, at: position)
    }
    return .entry(Entry.section, id)
  }

  /// Every span of every statement's quote; `path` makes the way to it, and `number` is its place and
  /// its statement's.
  func forEachSpan(
    _ body: (
      _ span: QuoteAnchor, _ statement: Case.Statement, _ number: (statement: Int, span: Int),
      _ path: () -> EntryPath
    ) -> Void
  ) {
    for (position, statement) in theCase.statements.enumerated() {
      let spans = statement.quote.spans
      for (number, span) in spans.enumerated() {
        body(span, statement, (position, number)) {
          let quote = path(to: statement, at: position).key("quote")
          return spans.count == 1 ? quote : quote.index(number)
        }
      }
    }
  }

  /// Words or a promise that waits for something.
  struct Waiting {
    let requires: [Requirement]
    /// What waits.
    let steps: [Subject]
    /// When it was said or agreed.
    let since: EDTFDate?
    /// The last day on which the words are valid; nil for a promise, whose own is that until which it
    /// is kept.
    let until: EDTFDate?
    let isPromise: Bool
    /// Makes the way to what it waits for.
    let path: () -> EntryPath
  }

  /// Every statement and every commitment that waits for something.
  func forEachWaiting(_ body: (Waiting) -> Void) {
    for (position, statement) in theCase.statements.enumerated()
    where !statement.requires.isEmpty {
      body(
        Waiting(
          requires: statement.requires, steps: statement.about?.parts ?? [],
          since: index.said(statement), until: statement.until?.value, isPromise: false
        ) { path(to: statement, at: position).key("requires") })
    }
    for (position, commitment) in theCase.commitments.enumerated()
    where !commitment.requires.isEmpty {
      body(
        Waiting(
          requires: commitment.requires,
          steps: [.commitment(commitment.id)] + (commitment.about?.parts ?? []),
          since: commitment.agreed, until: nil, isPromise: true
        ) { path(to: commitment, at: position).key("requires") })
    }
  }

  /// The days that words, a requirement or a recurring due date set.
  struct Term {
    /// A day, what is said of it before it is named, and what makes the way to it.
    struct Day {
      let date: EDTFDate
      let words: String
      let path: () -> EntryPath

      init?(_ date: EDTFDate?, _ words: String, _ path: @escaping () -> EntryPath) {
        guard let date else { return nil }
        (self.date, self.words, self.path) = (date, words, path)
      }
    }

    let since: Day?
    let due: Day?
    let until: Day?
  }

  /// What every statement, every requirement and every recurring promise sets.
  func forEachTerm(_ body: (Term) -> Void) {
    for (position, statement) in theCase.statements.enumerated()
    where statement.due != nil || statement.until != nil {
      let way = { self.path(to: statement, at: position) }
      body(
        Term(
          since: Term.Day(index.said(statement), "it was said on", way),
          due: Term.Day(
            statement.reportsOnPromise ? nil : statement.due?.value, "what it asks for is due"
          ) { way().key("due") },
          until: Term.Day(statement.until?.value, "it is valid until") { way().key("until") }))
    }
    forEachWaiting { waiting in
      let since = waiting.isPromise ? "it was agreed on" : "it was said on"
      for (number, requirement) in waiting.requires.enumerated() where requirement.due != nil {
        let way = { waiting.path().index(number).key("due") }
        let due = Term.Day(requirement.due?.value, "this must be met by", way)
        // When the words end is compared with when they were said for the words themselves.
        body(Term(since: nil, due: due, until: Term.Day(waiting.until, "it is valid until", way)))
        body(Term(since: Term.Day(waiting.since, since, way), due: due, until: nil))
      }
    }
    for (position, commitment) in theCase.commitments.enumerated() {
      guard case .recurring(let recurrence)? = commitment.schedule else { continue }
      let way = { self.path(to: commitment, at: position).key("schedule").key("until") }
      body(
        Term(
          since: Term.Day(recurrence.from ?? commitment.agreed, "it begins", way), due: nil,
          until: Term.Day(recurrence.until, "it recurs until", way)))
    }
  }

  /// Every requirement of every statement and commitment; `path` makes the way to it.
  func forEachRequirement(
    _ body: (_ requirement: Requirement, _ path: @escaping () -> EntryPath) -> Void
  ) {
    forEachWaiting { waiting in
      for (number, requirement) in waiting.requires.enumerated() {
        body(requirement) { waiting.path().index(number) }
      }
    }
  }

  /// What every statement, commitment, clause and alternative is about, as it is written.
  func forEachAbout(_ body: (_ about: Subject, _ path: @escaping () -> EntryPath) -> Void) {
    for (position, statement) in theCase.statements.enumerated() {
      guard let about = statement.about else { continue }
      body(about) { path(to: statement, at: position).key("about") }
    }
    for (position, commitment) in theCase.commitments.enumerated() {
      guard let about = commitment.about else { continue }
      body(about) { path(to: commitment, at: position).key("about") }
    }
    for (position, draft) in theCase.drafts.enumerated() {
      for (number, clause) in draft.clauses.enumerated() {
        let clausePath = { path(to: draft, at: position).key("clauses").index(number) }
        if let about = clause.about { body(about) { clausePath().key("about") } }
        for (place, other) in clause.alternatives.enumerated() {
          guard let about = other.about else { continue }
          body(about) { clausePath().key("alternatives").index(place).key("about") }
        }
      }
    }
  }

  /// Every subject of the case, the parts of a package one by one, and every step that something
  /// waits for, with what makes the way to it.
  func forEachSubject(_ body: (_ subject: Subject, _ path: () -> EntryPath) -> Void) {
    func visit(_ subject: Subject?, _ path: @escaping () -> EntryPath) {
      guard case .together(let parts)? = subject else {
        if let subject { body(subject, path) }
        return
      }
      for (number, part) in parts.enumerated() {
        body(part) { path().key("together").index(number) }
      }
    }
    forEachAbout { visit($0, $1) }
    forEachRequirement { requirement, path in body(requirement.step.subject, path) }
    for (position, milestone) in theCase.milestones.enumerated() {
      visit(milestone.of?.subject) { path(to: milestone, at: position).key("of") }
    }
    for (position, commitment) in theCase.commitments.enumerated() {
      visit(commitment.dueStep?.step.subject) {
        let path = path(to: commitment, at: position).key("dueStep")
        guard let order = commitment.dueStep?.order, order != .after else { return path }
        return path.key(order.rawValue)
      }
    }
    for (position, act) in theCase.constraints.enumerated() {
      for (number, reading) in act.readings.enumerated() {
        for (key, rules) in [
          ("forbids", reading.forbids), ("requires", reading.requires), ("allows", reading.allows),
        ] {
          for (place, rule) in rules.enumerated() {
            guard case .step(let step) = rule else { continue }
            visit(step.subject) {
              path(to: act, at: position).key("readings").index(number).key(key).index(place)
            }
          }
        }
      }
    }
  }

  /// Whom an actor's words express on any day, itself first.
  func voices(of actors: [Case.Actor.ID]) -> Set<Case.Actor.ID> {
    Set(actors.flatMap { index.spokenFor(by: $0, on: nil) })
  }

  /// Every reference of the case: the id, what it is to point at, and the way to it. An entry's own
  /// id comes by as well.
  func forEachReference(_ body: @escaping (String, ReferenceTarget, EntryPath) -> Void) {
    var walker = ReferenceWalker { id, target, path in body(id, target, path) }
    walker.path = EntryPath([.key("case")])
    var header = theCase.header
    header.walk(&walker)
    var sections = SectionWalk(context: self, walker: walker)
    Case.forEachSection(&sections)
  }
}

private struct SectionWalk: SectionVisitor {
  let context: CheckContext
  var walker: ReferenceWalker

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for (position, entry) in context.theCase[keyPath: path].enumerated() {
      var entry = entry
      walker.path = context.path(to: entry, at: position)
      entry.walk(&walker)
    }
  }
}

extension Case.Statement {
  /// Its `due` is the day of the instalment on which it reports, and that has gone by.
  fileprivate var reportsOnPromise: Bool {
    guard case .commitment? = about else { return false }
    return [.state, .accuse, .deny, .confirm, .assess].contains(act)
  }
}
