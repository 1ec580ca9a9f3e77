/// One thing that must hold of a case. Its doc comment is its published description.
public protocol IntegrityRule: Sendable {
  /// A slug; also the rule's name on the command line.
  static var code: String { get }
  static var severity: Severity { get }
  /// Examples of which each breaks the rule.
  static var triggering: [RuleExample] { get }
  /// Examples that look alike and keep it.
  static var passing: [RuleExample] { get }
  static func check(_ context: CheckContext) -> [Finding]
}

extension IntegrityRule {
  static func finding(
    _ path: EntryPath, _ message: String, hint: String? = nil, severity: Severity? = nil,
    remedy: Remedy? = nil
  ) -> Finding {
    Finding(
      code, severity ?? Self.severity, at: path, message: message, hint: hint, remedy: remedy)
  }
}

/// What a rule looks at.
public struct CheckContext: Sendable {
  /// The case looked at.
  public let theCase: Case
  /// The texts of its sources, as far as they are at hand.
  public let texts: CaseTexts
  /// Its entries by id.
  public let index: CaseIndex
  let lineEnds = LineEndDifferences()
  let surveys = QuoteSurveys()

  /// The case and its texts, to be looked at by rules.
  public init(_ theCase: Case, texts: CaseTexts) {
    self.theCase = theCase
    self.texts = texts
    index = CaseIndex(theCase)
  }
}

/// Part of a case file, in YAML, that shows a rule at work. Sections it does not give are those of
/// ``RuleExample/base``.
public struct RuleExample: Sendable, ExpressibleByStringInterpolation {
  /// The part of a case file.
  public let yaml: String
  /// Texts of sources, by id, where the example has them at hand.
  public let texts: [String: String]
  /// What became of other sources' texts, by id; those not named are withheld.
  public let states: [String: TextState]
  /// The files that sources' texts are links to, by id.
  public let links: [String: String]

  /// An example, with the texts of sources and what became of them.
  public init(
    _ yaml: String, texts: [String: String] = [:], states: [String: TextState] = [:],
    links: [String: String] = [:]
  ) {
    self.links = links
    self.yaml = yaml
    self.texts = texts
    self.states = states
  }

  /// As written in code.
  public init(stringLiteral yaml: String) { self.init(yaml) }

  /// A small case in which everything is in order.
  static let base: [(section: String, yaml: String)] = [
    ("dragoman", "dragoman: 1"),
    ("case", "case: {id: valley, title: Talks on the valley, parties: [north, south]}"),
    (
      "actors",
      """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
      """
    ),
    (
      "issues",
      """
      issues:
        - id: water
          title: Who draws the water
          kind: negotiable
          options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]
      """
    ),
    (
      "sources",
      """
      sources:
        - id: day-one
          publisher: gazette
          title: Day one
          published: 2025-05-16
          text: {withheld: true, sha256: \(digest), length: 100}
      """
    ),
    (
      "statements",
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(digest)},
           gist: North asks for turns, speaker: envoy, act: demand, about: {issue: water, option: shared}}
        - {id: s2, source: day-one, quote: {start: 21, end: 40, sha256: \(digest)},
           gist: South refuses turns, speaker: south, act: reject, about: {issue: water, option: shared}}
      """
    ),
    ("analysts", "analysts: [{id: ana, name: Ana}]"),
  ]

  /// A digest of nothing in particular, for examples.
  static let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// The texts, as the rules take them.
  public var caseTexts: CaseTexts {
    var states: [Case.Source.ID: TextState] = [:]
    for (id, state) in self.states { states[Case.Source.ID(id)] = state }
    for (id, text) in texts { states[Case.Source.ID(id)] = .loaded(SourceText(text)) }
    var linked: [Case.Source.ID: String] = [:]
    for (id, target) in links { linked[Case.Source.ID(id)] = target }
    return CaseTexts(states, links: linked)
  }

  /// The whole case file.
  public var file: String {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let given = Self.base.filter { part in
      !lines.contains { $0.hasPrefix("\(part.section):") }
    }
    return (given.map(\.yaml) + [yaml]).joined(separator: "\n") + "\n"
  }
}
