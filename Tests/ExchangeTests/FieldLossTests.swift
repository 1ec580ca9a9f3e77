import CaseModel
import Exchange
import Interchange
import Testing

/// What a format has no place for is named by the fields that the entries describe themselves.
@Suite struct FieldLossTests {
  private static let text = "The paper: it agrees to nine units.\n"

  private func small() throws -> (Case, CaseTexts) {
    let yaml = """
      dragoman: 1
      case: {id: c, title: T, description: What it is about, parties: [a, b]}
      actors:
        - {id: a, name: North, kind: state, aliases: [Nord]}
        - {id: b, name: South; the Lower, kind: state}
        - {id: m, name: Mia, kind: person, speaksFor: [{actor: a, basis: an}], partOf: [a], roles: [{role: mediator, basis: an}]}
      issues:
        - {id: i, title: Flow, kind: factual, value: quantity, unit: m, wants: {a: more}, keywords: [flow]}
        - {id: j, title: Gates, kind: negotiable, options: [{id: x, title: Open; shut}, {id: y, title: Shut, aliases: [closed]}]}
      sources:
        - {id: s, title: S, author: [a, b], published: 2031-01-01, language: en, kind: official, reliability: B, text: {file: texts/s.txt, sha256: \(SourceText(Self.text).digest)}}
      statements:
        - {id: t0, source: s, quote: {start: 11, end: 20}, gist: North would take nine, speaker: m, told: 2031-01-01, act: accept, of: b, verbatim: true, about: {together: [{issue: i, value: {quantity: 9, unit: m}}, {issue: j, option: [x, y]}]}}
      analysts:
        - {id: an, name: Ann}
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    return (theCase, CaseTexts(["s": .loaded(SourceText(Self.text))]))
  }

  @Test(arguments: FieldLosses.Form.allCases)
  func everyFieldIsHeldOrNamed(_ form: FieldLosses.Form) throws {
    let lines = FieldLosses.lines(try small().0, in: form)
    func has(_ line: String) -> Bool { lines.contains { $0.hasPrefix(line) } }
    switch form {
    case .table:
      for field in [
        "`description` of the case: 1", "`parties` of the case: 1", "`kind` of actors: 3 (a, b, m)",
        "`aliases` of actors: 1 (a)", "`roles` of actors: 1 (m)", "`partOf` of actors: 1 (m)",
        "`kind` of issues: 1 (i)", "`value` of issues: 1 (i)", "`unit` of issues", "`wants` of",
        "`keywords` of issues", "`options.aliases` of issues: 1 (j)", "`kind` of sources",
        "`reliability` of sources", "`language` of sources", "`of` of statements: 1 (t0)",
        "`told` of statements", "`verbatim` of statements", "`name` of analysts",
      ] { #expect(has(field), "\(field) \(lines)") }
      #expect(!has("`gist`") && !has("`speaker`") && !has("`published`"))
    case .issueRows: #expect(has("`unit` of issues") && !has("`kind` of actors"))
    case .actorRows: #expect(has("`roles` of actors") && !has("`kind` of actors"))
    case .qdpx: #expect(!has("`kind` of actors") && !has("`language`") && has("`kind` of issues"))
    case .annotations: #expect(has("`kind` of actors: 3") && !has("`language`"))
    case .dna: #expect(has("`gist` of statements") && has("`act` of statements"))
    }
  }

  /// A field that is new in an entry is named until a format has a place for it.
  @Test func noFieldIsForgotten() throws {
    let (theCase, _) = try small()
    for form in FieldLosses.Form.allCases {
      let lines = FieldLosses.lines(theCase, in: form).joined(separator: "\n")
      #expect(!lines.contains("` of meetings"))
    }
  }

  @Test func whatNoStatementNamesIsNamed() throws {
    let (theCase, texts) = try small()
    let export = ProjectExport(theCase, texts)
    // The author of a document that is quoted is in the table.
    #expect(export.unused.isEmpty, "\(export.unused)")
    #expect(export.used.first { $0.what == "actors" }?.count == 2)
    #expect(
      TableWriter.packages(export.project)
        == ["packages, each issue of which has a row of its own: 1 (t0)"])
    var fewer = theCase
    fewer.statements = []
    let none = ProjectExport(fewer, texts)
    #expect(
      none.unused.contains("actors whom no statement names: 3 (North, South; the Lower, Mia)"))
    #expect(none.unused.contains { $0.hasPrefix("documents of which nothing is quoted: 1") })
    #expect(none.unused.contains { $0.hasPrefix("issues on which there is no statement: 2") })
  }

  /// A package has a row for each issue, and a cell with several names is taken apart again, so that no
  /// issue or answer is invented.
  @Test func packagesInTables() throws {
    let (theCase, texts) = try small()
    let bytes = TableWriter.csv(ProjectExport(theCase, texts).project)
    func read() throws -> (CodedProject, ExchangeMapping) {
      var (project, _) = try TableReader.project(csv: bytes)
      let mapping = ExchangeMapping(proposedFor: project)
      project.takeColumns(mapping)
      _ = project.takeTexts([(name: "s.txt", bytes: Array(Self.text.utf8))])
      return (project.placed().project, mapping)
    }
    let (project, mapping) = try read()
    let new = ProjectImport(project, mapping, id: "new", title: "New").theCase
    #expect(new.issues.map(\.title) == ["Flow", "Gates"])
    #expect(new.issues.last?.options.map(\.title) == ["Open; shut", "Shut"])
    #expect(new.statements.map(\.about?.issue?.raw) == ["flow", "gates"])
    #expect(new.sources.first?.authors.count == 2)
    #expect(new.actors.map(\.name).contains("South; the Lower"))
    let existing = ExistingCase(theCase, texts)
    #expect(ProjectImport(project, mapping, into: existing).theCase == theCase)
  }
}
