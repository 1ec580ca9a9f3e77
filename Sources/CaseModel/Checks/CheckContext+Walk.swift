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

  /// Every requirement of every statement; `path` makes the way to it.
  func forEachRequirement(_ body: (_ requirement: Requirement, _ path: () -> EntryPath) -> Void) {
    for (position, statement) in theCase.statements.enumerated() {
      for (number, requirement) in statement.requires.enumerated() {
        body(requirement) { path(to: statement, at: position).key("requires").index(number) }
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
    func visit(_ requirements: [Requirement], _ path: @escaping () -> EntryPath) {
      for (number, requirement) in requirements.enumerated() {
        body(requirement.step.subject) { path().key("requires").index(number) }
      }
    }
    for (position, statement) in theCase.statements.enumerated() {
      visit(statement.about) { path(to: statement, at: position).key("about") }
      visit(statement.requires) { path(to: statement, at: position) }
    }
    for (position, milestone) in theCase.milestones.enumerated() {
      visit(milestone.of?.subject) { path(to: milestone, at: position).key("of") }
    }
    for (position, commitment) in theCase.commitments.enumerated() {
      visit(commitment.about) { path(to: commitment, at: position).key("about") }
      visit(commitment.dueStep?.step.subject) {
        let path = path(to: commitment, at: position).key("dueStep")
        guard let order = commitment.dueStep?.order, order != .after else { return path }
        return path.key(order.rawValue)
      }
      visit(commitment.requires) { path(to: commitment, at: position) }
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
    for (position, draft) in theCase.drafts.enumerated() {
      for (number, clause) in draft.clauses.enumerated() {
        let clausePath = { path(to: draft, at: position).key("clauses").index(number) }
        visit(clause.about) { clausePath().key("about") }
        for (place, other) in clause.alternatives.enumerated() {
          visit(other.about) { clausePath().key("alternatives").index(place).key("about") }
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
