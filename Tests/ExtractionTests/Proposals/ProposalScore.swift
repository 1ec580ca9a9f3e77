import CaseModel
import Extraction

/// Suggestions for a source beside what a person coded there, the case's actors and issues known and the
/// statements of the source taken out.
struct ProposalScore {
  /// Statements that are somebody's and not the author's own.
  var explicit = 0, found = 0
  var authors = 0, authorsFound = 0
  var suggestions = 0, matching = 0
  /// Of reports, without the author's own sentences.
  var reports = 0, reportsMatching = 0
  var speaker = 0, act = 0, stances = 0, stance = 0
  var issues = 0, issue = 0, answers = 0, answer = 0
  var subjects = 0, subject = 0
  /// Suggestions about an issue, of those that match, and how many have it right.
  var proposedIssues = 0, proposedIssuesRight = 0
  var requires = 0, requiresFound = 0
  /// The author's words proposed as a party's.
  var misattributed = 0
  /// How often an act was read as another: "state for demand".
  var confusions: [String: Int] = [:]

  static func + (a: ProposalScore, b: ProposalScore) -> ProposalScore {
    var sum = a
    for field in fields { sum[keyPath: field] += b[keyPath: field] }
    sum.confusions.merge(b.confusions, uniquingKeysWith: +)
    return sum
  }

  private static var fields: [WritableKeyPath<ProposalScore, Int>] {
    [
      \.explicit, \.found, \.authors, \.authorsFound, \.suggestions, \.matching, \.reports,
      \.reportsMatching, \.speaker, \.act, \.stances, \.stance, \.issues, \.issue, \.answers,
      \.answer, \.subjects, \.subject, \.proposedIssues, \.proposedIssuesRight, \.requires,
      \.requiresFound, \.misattributed,
    ]
  }

  init() {}

  init(
    _ worked: WorkedCases.Worked, _ source: Case.Source, learns: Bool = true, prints: Bool = false
  ) {
    guard let text = worked.texts[source.id] else { return }
    var theCase = worked.theCase
    theCase.statements.removeAll { $0.source == source.id }
    var states = worked.texts.mapValues { TextState.loaded($0) }
    states[source.id] = nil
    let proposer = StatementProposer(theCase, learningFrom: learns ? CaseTexts(states) : nil)
    let found = proposer.suggestions(for: source, in: text)
    let gold = worked.statements.filter { $0.entry.source == source.id }
    let places = gold.map { $0.entry.quote.spans.compactMap { $0.place(in: text) } }
    let proposed = found.map { $0.statement.quote.spans.map { $0.start..<$0.end } }
    suggestions = found.count
    for (number, suggestion) in found.enumerated() {
      let isReport = suggestion.rules.first != "the author's own sentence"
      let matches = gold.indices.filter { Self.matches(places[$0], proposed[number]) }
      if !matches.isEmpty { matching += 1 }
      if isReport {
        reports += 1
        if !matches.isEmpty { reportsMatching += 1 }
        if !matches.isEmpty, matches.allSatisfy({ gold[$0].isAuthor }) {
          let authors = source.authors + [source.publisher].compactMap { $0 }
          if !suggestion.statement.speaker.contains(where: { authors.contains($0) }) {
            misattributed += 1
            if prints {
              print(
                "AUTHOR'S \(suggestion.statement.speaker.map(\.raw)) | \(suggestion.statement.quote.words(in: text) ?? "") | \(suggestion.rules)"
              )
            }
          }
        }
      }
      if prints {
        let s = suggestion.statement
        print(
          "\(matches.isEmpty ? "- " : "+ ")\(suggestion.confidence?.text ?? "") \(s.speaker.map(\.raw)) via \(s.via.map(\.raw)) \(s.act.rawValue) \(s.stance?.rawValue ?? "") \(s.about.map { "\($0)" } ?? "no subject") req \(s.requires.count) | \(s.quote.words(in: text) ?? "") | \(suggestion.rules)"
        )
      }
    }
    for (number, coded) in gold.enumerated() {
      let isOwn = coded.isAuthor
      if isOwn { authors += 1 } else { explicit += 1 }
      let best = found.indices.filter { Self.matches(places[number], proposed[$0]) }.max {
        Self.likeness(found[$0].statement, proposed[$0], coded.entry, places[number])
          < Self.likeness(found[$1].statement, proposed[$1], coded.entry, places[number])
      }
      guard let best else {
        if prints, !isOwn {
          print(
            "MISSED \(coded.entry.id) \(coded.entry.speaker.map(\.raw)) \(coded.entry.act.rawValue): \(coded.words)"
          )
        }
        continue
      }
      if isOwn { authorsFound += 1; continue }
      self.found += 1
      let statement = found[best].statement
      if Set(statement.speaker) == Set(coded.entry.speaker) {
        speaker += 1
      } else if prints {
        print(
          "SPEAKER \(coded.entry.id) is \(coded.entry.speaker.map(\.raw)), read \(statement.speaker.map(\.raw)): \(coded.words) | \(found[best].rules)"
        )
      }
      if statement.act == coded.entry.act {
        act += 1
      } else {
        confusions["\(statement.act.rawValue) for \(coded.entry.act.rawValue)", default: 0] += 1
        if prints {
          print(
            "ACT \(coded.entry.id) is \(coded.entry.act.rawValue), read \(statement.act.rawValue): \(coded.words) | \(found[best].rules)"
          )
        }
      }
      if let wanted = coded.entry.stance {
        stances += 1
        if wanted == statement.stance { stance += 1 }
      }
      if let about = coded.entry.about {
        subjects += 1
        if Self.whole(about) == statement.about.map(Self.whole) { subject += 1 }
      }
      if let wanted = coded.entry.about?.issue {
        issues += 1
        if statement.about?.issue == wanted {
          issue += 1
        } else if prints {
          print(
            "ISSUE \(coded.entry.id) is \(wanted), read \(statement.about.map { "\($0)" } ?? "none"): \(coded.words)"
          )
        }
        answers += 1
        if statement.about == coded.entry.about { answer += 1 }
      }
      if let proposed = statement.about?.issue {
        proposedIssues += 1
        if coded.entry.about?.issues.contains(proposed) ?? false { proposedIssuesRight += 1 }
      }
      if !coded.entry.requires.isEmpty {
        requires += 1
        if !statement.requires.isEmpty { requiresFound += 1 }
      }
    }
  }

  private static func whole(_ subject: Subject) -> Subject {
    switch subject {
    case .issue(let id, _): .issue(id, .none)
    case .constraint(let id, _): .constraint(id, reading: nil)
    case .draft(let id, _): .draft(id, clause: nil)
    case .delegation(let id, _): .meeting(id)
    default: subject
    }
  }

  private static func shared(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    a.reduce(0) { sum, one in sum + b.reduce(0) { $0 + one.clamped(to: $1).count } }
  }

  private static func length(_ a: [Range<Int>]) -> Int { a.reduce(0) { $0 + $1.count } }

  static func matches(_ a: [Range<Int>], _ b: [Range<Int>]) -> Bool {
    let common = shared(a, b)
    return common > 0 && common * 2 >= min(length(a), length(b))
  }

  private static func likeness(
    _ a: Case.Statement, _ places: [Range<Int>], _ b: Case.Statement, _ other: [Range<Int>]
  ) -> Double {
    let common = shared(places, other)
    let all = max(1, length(places) + length(other) - common)
    return Double(common) / Double(all) + (Set(a.speaker) == Set(b.speaker) ? 0.3 : 0)
  }

  /// The commonest confusions of acts, each with its count.
  var confusionLine: String {
    confusions.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(24)
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  func line(_ name: String) -> String {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : "\((100 * part + whole / 2) / whole)"
    }
    return
      "\(name): found \(share(found, explicit)) of \(explicit), matching \(share(matching, suggestions)) of \(suggestions) (reports \(share(reportsMatching, reports)) of \(reports)), author's \(share(authorsFound, authors)) of \(authors); speaker \(share(speaker, found)), act \(share(act, found)), stance \(share(stance, stances)), issue \(share(issue, issues)) of \(issues) (proposed right \(share(proposedIssuesRight, proposedIssues)) of \(proposedIssues)), answer \(share(answer, answers)), subject \(share(subject, subjects)), condition \(share(requiresFound, requires)) of \(requires); author's as another's \(misattributed)"
  }
}
