internal import CaseModel

/// A party's own later words that end a condition.
struct WordClosing {
  let reason: Closing.Reason
  let statement: Case.Statement.ID
  let said: EDTFDate?
  /// The statement it takes back; nil where it ends all on its step.
  let of: Case.Statement.ID?
  /// The body that says it, where several speak for the holder side by side.
  var wing: Int?
  /// The answer it gives, where that would settle an issue on which the holder asks for something
  /// whatever the answer.
  var gives: Subject?
  /// When the holder first gave that answer.
  var givenSince: EDTFDate?
  /// What a signature with a condition waits for itself, and so does not end.
  var keeps: [PreconditionsView.StepID] = []
  /// Said by signature, rather than by what the statement says.
  var isSigned = false

  var begins: Int64 { said?.begins ?? .min }
}

/// Reads which of a party's own words end conditions: it undertakes the very step and asks for
/// nothing, refuses it outright, or takes its words back. Nothing changes in it once it has read.
final class ClosingReader: @unchecked Sendable {
  private let filtered: FilteredCase
  private let reader: ConditionReader
  private let packages: PackageBook
  private let signed: SignedWords
  /// By holder and the step ended.
  private var byStep: [HolderStep: [WordClosing]] = [:]
  /// By holder and the statement taken back.
  private var byStatement: [HolderStatement: [WordClosing]] = [:]
  /// By holder and what was given, the first time it was given plainly.
  private var given: [HolderSubject: EDTFDate] = [:]
  private let steps: Set<HolderStep>
  private let issues: Set<Case.Issue.ID>

  struct HolderStep: Hashable {
    let holder: Case.Actor.ID
    let step: PreconditionsView.StepID

    init(holder: Case.Actor.ID, step: PreconditionsView.StepID) {
      (self.holder, self.step) = (holder, step)
    }

    init(_ condition: Condition) { self.init(holder: condition.holder, step: condition.stepID) }
  }

  private struct HolderSubject: Hashable {
    let holder: Case.Actor.ID
    let subject: Subject
  }

  private struct HolderStatement: Hashable {
    let holder: Case.Actor.ID
    let statement: Case.Statement.ID
  }

  /// - Parameter conditions: those that may be ended.
  init(
    _ filtered: FilteredCase, _ reader: ConditionReader, _ conditions: [Condition],
    _ table: PartyStatementTable
  ) {
    self.filtered = filtered
    packages = table.packages
    signed = table.signed
    self.reader = reader
    steps = Set(conditions.map { HolderStep($0) })
    issues = Set(conditions.compactMap(\.step.issue))
  }

  /// What ends the same conditions in a case that differs in the statements of `edit`, none of which sets
  /// a condition, takes words back by name or is signed; nil where that rests on other statements, too.
  ///
  /// - Parameter touched: what other words end than before.
  /// - Complexity: O(statements of the edit × what ends the same).
  init?(
    _ filtered: FilteredCase, _ reader: ConditionReader, _ table: PartyStatementTable,
    after before: ClosingReader, _ edit: StatementEdit, touched: inout Set<HolderStep>
  ) {
    (self.filtered, self.reader) = (filtered, reader)
    (packages, signed) = (table.packages, table.signed)
    (steps, issues) = (before.steps, before.issues)
    (byStep, byStatement, given) = (before.byStep, before.byStatement, before.given)
    for place in edit.before {
      let statement = before.filtered.theCase.statements[place]
      guard before.filtered.index.position(.statements, statement.id.raw) == place,
        let steps = before.plainSteps(at: place)
      else { return nil }
      for step in steps {
        touched.insert(step)
        byStep[step]?.removeAll { !$0.isSigned && $0.statement == statement.id }
      }
    }
    for place in edit.after {
      let statement = filtered.theCase.statements[place]
      guard filtered.index.position(.statements, statement.id.raw) == place,
        let steps = plainSteps(at: place)?.uniqued
      else { return nil }
      if steps.isEmpty { continue }
      touched.formUnion(steps)
      let known = steps.map { byStep[$0] ?? [] }
      note(statement, filtered.facts[place])
      // They stand by their beginning, those that begin together in the order of the case.
      for (step, old) in zip(steps, known) {
        let new = (byStep[step] ?? []).dropFirst(old.count)
        guard let begins = new.first?.begins else { continue }
        let next = old.firstIndex { other in
          if other.begins != begins { return other.begins > begins }
          return other.isSigned
            || filtered.index.position(.statements, other.statement.raw).map { $0 > place } ?? false
        }
        byStep[step] = old
        byStep[step]?.insert(contentsOf: new, at: next ?? old.endIndex)
      }
    }
  }

  /// The conditions that a statement ends by its speakers' own words; nil where it gives an answer to an
  /// issue on which they ask for something whatever the answer: when they first gave it counts.
  private func plainSteps(at place: Int) -> [HolderStep]? {
    let facts = filtered.facts[place]
    guard facts.time.isEvidence,
      let ending = ending(by: filtered.theCase.statements[place], facts)
    else { return [] }
    return ending.steps.contains { $0.step == ending.general } ? nil : ending.steps
  }

  /// - Complexity: O(statements × steps they are about).
  func read() {
    if steps.isEmpty { return }
    let statements = filtered.theCase.statements
    for (place, facts) in filtered.facts.enumerated() where facts.time.isEvidence {
      if !statements[place].drops.isEmpty { drop(statements[place], facts) }
      if !statements[place].requires.isEmpty { lapse(statements[place], facts) }
      note(statements[place], facts)
    }
    for word in signed.byPlace.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      note(word)
    }
    for (key, words) in byStep {
      byStep[key] = words.map { word in
        var word = word
        word.givenSince = word.gives.flatMap {
          given[HolderSubject(holder: key.holder, subject: $0)]
        }
        return word
      }.sorted { $0.begins < $1.begins }
    }
  }

  /// Nil where it ends nothing.
  private func reason(_ statement: Case.Statement) -> Closing.Reason? {
    let asks = statement.requires.contains { $0.kind != .trigger }
    if statement.isDoubted || asks { return nil }
    if statement.requiresNone, statement.stance != .against { return .withdrawn }
    switch statement.act {
    case .offer, .commit, .concede:
      // Who says the same again drops nothing by not repeating what was asked for it.
      if statement.change == .reaffirmed { return nil }
      return statement.stance == nil || statement.stance == .for ? .undertaken : nil
    // Words taken back by name end what they are the words of, and nothing else.
    case .withdraw: return statement.drops.isEmpty ? .withdrawn : nil
    // To accept a text or a package is to take it: who does so asks for nothing that it does not name.
    case .accept where whole(statement) != nil:
      return statement.stance == nil || statement.stance == .for ? .undertaken : nil
    case .reject:
      return statement.stance == nil || statement.stance == .against ? .refused : nil
    case .deny:
      // To deny that a promise was broken, or a meeting held, refuses neither.
      if statement.stance == nil, statement.about?.issue == nil { return nil }
      return statement.stance == nil || statement.stance == .against ? .refused : nil
    // Who threatens to end something does not refuse it.
    case .assess, .threaten: return nil
    default: return statement.stance == .against ? .refused : nil
    }
  }

  /// The text or the package that a statement is about as a whole, by name or as what other words put
  /// forward.
  private func whole(_ statement: Case.Statement) -> Step? { packages.step(of: statement) }

  /// Who signs a text takes the steps it settles, and asks for nothing that it does not hold, or for which
  /// the signature itself does not wait.
  private func note(_ word: SignedWords.Word) {
    guard word.isSigned, word.accepts else { return }
    let keeps = word.requires.flatMap { $0.step.awaited(filtered.index) }.map(\.id)
    var steps = word.about.step?.single(waits: true, filtered.index) ?? []
    // To sign for one answer is to settle the issue.
    if let issue = word.about.issue { steps.append(.issue(issue, .none)) }
    for step in steps {
      for holder in word.by {
        let key = HolderStep(holder: holder, step: step.id)
        guard self.steps.contains(key) else { continue }
        byStep[key, default: []].append(
          WordClosing(
            reason: .undertaken, statement: word.statement, said: word.said, of: nil, keeps: keeps,
            isSigned: true))
      }
    }
  }

  /// What a statement ends of what its speakers ask for, in their own words.
  private struct Ending {
    let reason: Closing.Reason
    let steps: [HolderStep]
    /// Of these the issue that it settles by giving one answer.
    let general: PreconditionsView.StepID?
  }

  private func ending(by statement: Case.Statement, _ facts: StatementFacts) -> Ending? {
    guard let reason = reason(statement) else { return nil }
    var ended: [Step] = []
    var general: PreconditionsView.StepID?
    switch statement.about {
    case .issue(let id, _)?:
      guard issues.contains(id) else { return nil }
      ended = statement.about?.step?.single(waits: true, filtered.index) ?? []
      // To take one answer is to settle the issue; to refuse one is not to refuse all.
      if reason == .undertaken {
        ended.append(.issue(id, .none))
        general = Step.issue(id, .none).id
      }
    case .milestone?, .meeting?, .commitment?: ended = [statement.about?.step].compactMap(\.self)
    default:
      guard let whole = whole(statement) else { return nil }
      ended = [whole]
    }
    let ids = ended.map(\.id)
    let wanted = reader.holders(statement.speaker, on: facts.said).flatMap { holder in
      let wanted = ids.map { HolderStep(holder: holder, step: $0) }.filter(steps.contains)
      let isOwn =
        !wanted.isEmpty && reader.nearness(statement, of: holder, facts).voice == .own
      return isOwn ? wanted : []
    }
    return wanted.isEmpty ? nil : Ending(reason: reason, steps: wanted, general: general)
  }

  private func note(_ statement: Case.Statement, _ facts: StatementFacts) {
    guard let ending = ending(by: statement, facts) else { return }
    for step in ending.steps {
      byStep[step, default: []].append(
        WordClosing(
          reason: ending.reason, statement: statement.id, said: facts.said, of: nil,
          wing: filtered.wing(of: statement, for: step.holder),
          gives: step.step == ending.general ? statement.about : nil))
      if step.step == ending.general, let subject = statement.about, let said = facts.said {
        let key = HolderSubject(holder: step.holder, subject: subject)
        if given[key].map({ $0.isLater(than: said) }) ?? true { given[key] = said }
      }
    }
  }

  /// What was said to hold until a day that has passed.
  private func lapse(_ statement: Case.Statement, _ facts: StatementFacts) {
    var term = Term(until: statement.until?.value, filtered)
    var reason = Closing.Reason.lapsed
    if let package = packages.place(of: statement) {
      if packages.packages[package].ended != nil { reason = .ended }
      term = Term(packages.end(ofWords: statement.until?.value, on: package), filtered)
    }
    guard term.isOver, let until = term.date else { return }
    for holder in reader.holders(statement.speaker, on: facts.said) {
      byStatement[
        HolderStatement(holder: holder, statement: statement.id), default: []
      ].append(
        WordClosing(reason: reason, statement: statement.id, said: until, of: statement.id))
    }
  }

  /// Earlier words of its own that a statement takes back.
  private func drop(_ statement: Case.Statement, _ facts: StatementFacts) {
    if statement.isDoubted { return }
    for holder in reader.holders(statement.speaker, on: facts.said)
    where reader.nearness(statement, of: holder, facts).voice == .own {
      for dropped in statement.drops {
        byStatement[HolderStatement(holder: holder, statement: dropped), default: []].append(
          WordClosing(
            reason: .withdrawn, statement: statement.id, said: facts.said, of: dropped))
      }
    }
  }

  func of(_ condition: Condition) -> [WordClosing] {
    var step = byStep[HolderStep(holder: condition.holder, step: condition.stepID)] ?? []
    // Who says yes to a text or signs it does not waive the vote on it.
    if filtered.awaitsVoteOnItself(condition) { step.removeAll { $0.reason == .undertaken } }
    if step.contains(where: { $0.keeps.contains(condition.awaitedID) }) {
      step.removeAll { $0.keeps.contains(condition.awaitedID) }
    }
    if byStatement.isEmpty { return step }
    let own = condition.grounds.flatMap { ground in
      byStatement[HolderStatement(holder: condition.holder, statement: ground.statement)] ?? []
    }
    return own.isEmpty ? step : (step + own).sorted { $0.begins < $1.begins }
  }
}
