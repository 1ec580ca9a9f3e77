import CaseModel
import Extraction
import Interchange
import Testing

/// Cases of three kinds of talks, on which sentences of tests are read.
enum Talks: String, CaseIterable, CustomTestStringConvertible {
  case labour, climate, ceasefire

  var testDescription: String { rawValue }

  /// A suggestion with the words that it quotes.
  struct Found {
    let candidate: Case.Candidate
    let words: String
    var statement: Case.Statement { candidate.statement }
    /// The value of an issue that it is about, in words.
    var value: String? {
      guard case .issue(_, .value(let value))? = statement.about else { return nil }
      return value.words
    }
    var entries: [NewEntry] { candidate.rules.compactMap { NewEntry(rule: $0) } }
  }

  private var yaml: String {
    switch self {
    case .labour:
      """
      dragoman: 1
      case: {id: labour, title: Cabin crews, parties: [cabin-union, aerolin]}
      actors:
        - {id: cabin-union, name: Cabin Crews' Union, kind: organisation}
        - {id: aerolin, name: Aerolin, kind: organisation}
        - {id: herald, name: City Herald, kind: outlet}
      issues:
        - {id: pay-rise, title: Pay rise, kind: negotiable, value: quantity, unit: per cent}
        - {id: split-shifts, title: Split shifts, kind: negotiable,
           options: [{id: kept, title: They are kept}, {id: ended, title: They are ended}]}
        - {id: overtime-ban, title: The overtime ban, kind: negotiable,
           options: [{id: lifted, title: It is lifted}]}
        - {id: crew-meals, title: Crew meals, kind: negotiable,
           options: [{id: restored, title: They are restored}]}
      """
    case .climate:
      """
      dragoman: 1
      case: {id: climate, title: Forest finance, parties: [island-group, forest-states, donor-group]}
      actors:
        - {id: island-group, name: Island Group, kind: group}
        - {id: forest-states, name: Forest States, kind: group}
        - {id: donor-group, name: Donor Group, kind: group}
        - {id: herald, name: The Monitor, kind: outlet}
      issues:
        - {id: fund-size, title: Size of the fund, kind: negotiable, value: quantity,
           unit: billion dollars}
        - {id: coal-exit, title: Exit from coal, kind: negotiable,
           options: [{id: by-2035, title: By 2035}]}
        - {id: satellite-audit, title: Satellite audit of forests, kind: negotiable,
           options: [{id: yearly, title: Every year}]}
      """
    case .ceasefire:
      """
      dragoman: 1
      case: {id: ceasefire, title: Truce talks, parties: [karvia, northern-front]}
      actors:
        - {id: karvia, name: Karvia, kind: state}
        - {id: northern-front, name: Northern Front, kind: organisation}
        - {id: herald, name: Gulf Wire, kind: outlet}
      issues:
        - {id: prisoners, title: Release of prisoners, kind: negotiable, value: quantity,
           unit: prisoners}
        - {id: withdrawal, title: Withdrawal from the valley, kind: negotiable,
           options: [{id: full, title: Full withdrawal}]}
        - {id: truce, title: Length of the truce, kind: negotiable, value: quantity, unit: days}
        - {id: monitors, title: Foreign monitors, kind: negotiable,
           options: [{id: admitted, title: They are admitted}]}
      """
    }
  }

  /// - Parameter issues: false for a case in which no issue was entered yet.
  func theCase(issues: Bool = true) throws -> Case {
    var theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    if !issues { theCase.issues = [] }
    return theCase
  }

  static func source(_ text: SourceText) throws -> Case.Source {
    var source = Case.Source(
      id: "herald-1", title: "Talks",
      text: Case.TextRecord(file: "texts/h.txt", sha256: text.digest))
    source.publisher = "herald"
    source.published = try EDTFDate("2025-10-14")
    return source
  }

  func suggestions(_ words: String, issues: Bool = true) throws -> [Found] {
    let text = SourceText(words)
    return try StatementProposer(theCase(issues: issues))
      .suggestions(for: Self.source(text), in: text).map {
        Found(candidate: $0, words: $0.statement.quote.words(in: text) ?? "")
      }
  }

  /// Suggestions in a case that has earlier sentences coded on one issue.
  func suggestions(
    _ words: String, after earlier: [String], on issue: Case.Issue.ID
  ) throws -> [Found] {
    var theCase = try theCase()
    let before = SourceText(earlier.joined(separator: "\n\n"))
    var source = try Self.source(before)
    source.id = "herald-0"
    theCase.sources.append(source)
    var place = 0
    for (number, sentence) in earlier.enumerated() {
      let end = place + sentence.unicodeScalars.count
      var statement = Case.Statement()
      statement.id = Case.Statement.ID("earlier-\(number)")
      statement.source = "herald-0"
      statement.speaker = [theCase.header.parties[0]]
      statement.about = .issue(issue, .none)
      statement.quote = Quote([QuoteAnchor(place, end, in: before)].compactMap(\.self))
      theCase.statements.append(statement)
      place = end + 2
    }
    let text = SourceText(words)
    let texts = CaseTexts(["herald-0": .loaded(before)])
    return StatementProposer(theCase, learningFrom: texts)
      .suggestions(for: try Self.source(text), in: text).map {
        Found(candidate: $0, words: $0.statement.quote.words(in: text) ?? "")
      }
  }
}
