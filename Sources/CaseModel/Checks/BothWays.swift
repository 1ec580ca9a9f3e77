/// The same words of one source are coded for and against the same answer by the same speaker, for
/// example as a demand in one statement and as a refusal in another. Either one of the two is a
/// coding error, or the two statements need narrower quotes. Words that grant one thing and refuse
/// another, or that come from two speakers, are not reported.
struct BothWays: IntegrityRule {
  static let code = "both-ways"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North refuses turns, speaker: envoy, act: reject, about: {issue: water, option: shared}}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North is for turns, speaker: envoy, act: state, stance: for, about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 2, end: 20, sha256: \(RuleExample.digest)},
         gist: North is against turns, speaker: envoy, act: state, stance: against, about: {issue: water, option: shared}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North refuses meters, speaker: envoy, act: reject, about: {issue: water, option: metered}}
      - {id: s3, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South refuses turns, speaker: south, act: reject, about: {issue: water, option: shared}}
      - {id: s4, source: day-one, quote: {start: 30, end: 50, sha256: \(RuleExample.digest)},
         gist: North refuses turns by now, speaker: envoy, act: reject, about: {issue: water, option: shared}}
    """
  ]

  /// What is said of what, by whom, where.
  private struct Key: Hashable {
    let source: Case.Source.ID
    let speaker: [Case.Actor.ID]
    let of: [Case.Actor.ID]
    let subject: Subject
  }

  static func check(_ context: CheckContext) -> [Finding] {
    var coded: [Key: [(position: Int, isFor: Bool)]] = [:]
    var order: [Key] = []
    for (position, statement) in context.theCase.statements.enumerated() {
      guard let isFor = direction(of: statement, context.index) else { continue }
      for subject in subjects(of: statement) {
        let key = Key(
          source: statement.source, speaker: statement.speaker.sorted(),
          of: statement.of.sorted(), subject: subject)
        if coded[key] == nil { order.append(key) }
        coded[key, default: []].append((position, isFor))
      }
    }
    var findings: [Finding] = []
    for key in order {
      let all = coded[key] ?? []
      guard all.contains(where: \.isFor), all.contains(where: { !$0.isFor }) else { continue }
      findings += opposed(all, context)
    }
    return findings
  }

  /// In each pair the later statement is found fault with, once.
  /// - Complexity: O(statements of the key × log), by a sweep over the starts of quotes.
  private static func opposed(
    _ all: [(position: Int, isFor: Bool)], _ context: CheckContext
  ) -> [Finding] {
    let statements = context.theCase.statements
    let spans = all.flatMap { item in
      statements[item.position].quote.spans.map { (span: $0, item: item) }
    }.sorted { ($0.span.start, $0.item.position) < ($1.span.start, $1.item.position) }
    // Of each direction the quote that reaches furthest so far.
    var reach: [Bool: (end: Int, position: Int, start: Int)] = [:]
    var found: [Int: Int] = [:]
    for (span, item) in spans {
      if let other = reach[!item.isFor], other.position != item.position,
        min(other.end, span.end) - span.start
          >= max(1, min(other.end - other.start, span.end - span.start) / 2)
      {
        let (first, second) = (
          min(item.position, other.position), max(item.position, other.position)
        )
        if found[second] == nil { found[second] = first }
      }
      if span.end > reach[item.isFor]?.end ?? 0 {
        reach[item.isFor] = (span.end, item.position, span.start)
      }
    }
    return found.sorted { $0.key < $1.key }.map { second, first in
      let (a, b) = (statements[first], statements[second])
      return finding(
        context.path(to: b, at: second).key("act"),
        "the words of `\(b.id)` are coded with the opposite meaning in `\(a.id)`: \(a.wayInWords) there, "
          + "\(b.wayInWords) here, on the same answer",
        hint: "correct one of them, or quote for each only the words that say it")
    }
  }

  /// Nil where the statement is neither for nor against.
  private static func direction(of statement: Case.Statement, _ index: CaseIndex) -> Bool? {
    switch statement.stance {
    case .for: return true
    case .against: return false
    case .open, .unclear: return nil
    case nil: break
    }
    switch statement.act {
    case .demand, .propose, .offer, .accept, .concede, .commit, .confirm: return true
    case .state:
      // Of what is disputed as fact, to state an answer is to be for it.
      let issue = statement.about?.issue.flatMap { index.issue($0) }
      return issue?.kind == .factual ? true : nil
    case .reject, .deny: return false
    default: return nil
    }
  }

  /// Each single answer that it is about; nothing where it names none.
  private static func subjects(of statement: Case.Statement) -> [Subject] {
    switch statement.about {
    case .issue(let issue, .options(let options)):
      options.map { .issue(issue, .options([$0])) }
    case .issue(_, .none), nil: []
    case let subject?: [subject]
    }
  }
}

extension Case.Statement {
  fileprivate var wayInWords: String {
    stance.map { "\(act.rawValue), \($0.rawValue)" } ?? act.rawValue
  }
}
