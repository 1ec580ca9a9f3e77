import CaseModel
import Exchange
import Interchange
import Testing

/// What a file of another program cannot hold is said, and what it need not lose comes back.
@Suite struct NothingLostTests {
  private static let text = "The north agrees. The south refuses. They say so, and they say so.\n"

  private func made(_ statements: String) throws -> (theCase: Case, texts: CaseTexts) {
    let yaml = """
      dragoman: 1
      case: {id: small, title: Small, parties: [north, south]}
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: organisation}
        - {id: brek, name: Brek, kind: person, speaksFor: [{actor: south, basis: ana}]}
        - {id: amer, name: Amer, kind: person, speaksFor: [{actor: north, basis: ana}]}
      issues:
        - {id: truce, title: Truce, kind: negotiable, options: [{id: full, title: Full}]}
      analysts: [{id: ana, name: Ana}]
      sources:
        - {id: paper, title: Paper, published: 2031-03-01, text: {file: texts/paper.txt, sha256: \(SourceText(Self.text).digest)}}
      statements:
      \(statements)
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    return (theCase, CaseTexts(["paper": .loaded(SourceText(Self.text))]))
  }

  private func taken(_ project: CodedProject, into existing: ExistingCase) -> ProjectImport {
    var project = project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    _ = existing.supplyTexts(to: &project)
    return ProjectImport(project.placed().project, mapping, into: existing)
  }

  private let byWords = """
      - {id: s1, source: paper, quote: {exact: The south refuses}, gist: One, speaker: south, act: reject, about: {issue: truce, option: full}, by: ana}
      - {id: s2, source: paper, quote: {exact: say so}, gist: Two, speaker: north, act: accept, about: {issue: truce, option: full}, by: ana}
    """

  /// Words that name no place have the one where they stand; where they stand twice, the file says
  /// what it does not hold.
  @Test func quotesOfWordsAlone() throws {
    let (theCase, texts) = try made(byWords)
    let export = ProjectExport(theCase, texts)
    #expect(export.project.passages.map(\.place) == [18..<35, nil])
    let (bytes, report) = try QDAWriter.project(export.project, at: "2031-01-01T00:00:00Z")
    #expect(report.taken.first { $0.what == "passages" }?.count == 1)
    #expect(report.left == ["passages whose place in the text is unknown: 1 (s2)"])
    let back = try QDAReader.project(bytes)
    #expect(back.project.passages.map(\.id) == ["s1"])
    #expect(
      back.report.left.contains {
        $0.contains("left out when the file was written") && $0.contains("s2")
      })
    let rows = TableWriter.rows(export.project)
    let start = try #require(rows[0].firstIndex(of: "start"))
    #expect(rows.dropFirst().map { $0[start] } == ["18", ""])
    #expect(export.project.unplaced.count == 1)
  }

  @Test func aStatementWithoutAText() throws {
    let (theCase, _) = try made(byWords)
    let export = ProjectExport(theCase, CaseTexts())
    let (_, report) = try QDAWriter.project(export.project, at: "2031-01-01T00:00:00Z")
    #expect(report.taken.first { $0.what == "passages" } == nil)
    #expect(
      report.left == ["passages of documents whose text is withheld or missing: 2 (s1, s2)"])
  }

  @Test func whatTheCaseHasMoreThanTheFileIsSaidWhenItIsRead() throws {
    let (theCase, texts) = try made(
      """
        - {id: s1, source: paper, quote: {exact: The south refuses}, gist: One, speaker: south, act: condition, about: {issue: truce, option: full}, requires: [{issue: truce, option: full, kind: before}]}
      """)
    let export = ProjectExport(theCase, texts)
    let bytes = try QDAWriter.project(
      export.project, at: "2031-01-01T00:00:00Z", left: export.report.left
    ).bytes
    let back = try QDAReader.project(bytes)
    #expect(
      back.report.left == ["left out when the file was written: conditions of statements: 1 (s1)"])
  }

  /// No day is made up for what was entered on none, and no one for what no one is known to have
  /// coded.
  @Test func whoEnteredItAndWhen() throws {
    let (theCase, texts) = try made(
      """
        - {id: s1, source: paper, quote: {exact: The south refuses}, gist: One, speaker: south, act: reject, about: {issue: truce, option: full}}
        - {id: s2, source: paper, quote: {exact: The north agrees}, gist: Two, speaker: north, act: accept, about: {issue: truce, option: full}, by: ana, entered: 2031-03-01}
      """)
    let project = ProjectExport(theCase, texts).project
    let bytes = try QDAWriter.project(project, at: "2031-03-01T00:00:00Z").bytes
    let back = try QDAReader.project(bytes).project
    #expect(back.passages.map(\.coder) == [nil, "Ana"])
    #expect(back.passages.map(\.created) == [nil, "2031-03-01"])
    #expect(back.passages.map(\.note) == ["One", "Two"])
    var annotations = try AnnotationReader.project(
      try AnnotationWriter.annotations(project) { _ in nil }
    ).project
    annotations.takeColumns(ExchangeMapping(proposedFor: annotations))
    #expect(annotations.passages.map(\.coder) == [nil, "Ana"])
    #expect(annotations.passages.first?.created == nil)
  }

  /// Two speakers of two parties: each keeps its own, and no body is made of the two names.
  @Test func speakersOfSeveralParties() throws {
    let (theCase, texts) = try made(
      """
        - {id: s1, source: paper, quote: {exact: The south refuses}, gist: One, speaker: [brek, amer], act: accept, about: {issue: truce, option: full}}
        - {id: s2, source: paper, quote: {exact: The north agrees}, gist: Two, speaker: [north, brek], act: accept, about: {issue: truce, option: full}}
      """)
    let project = ProjectExport(theCase, texts).project
    let rows = TableWriter.rows(project)
    let column = try #require(rows[0].firstIndex(of: "speaksFor"))
    #expect(rows.dropFirst().map { $0[column] } == ["South; North", "North; South"])
    var table = try TableReader.project(csv: TableWriter.csv(project)).project
    let again = taken(table, into: ExistingCase(theCase, texts))
    #expect(again.theCase == theCase)
    #expect(again.report.changed.isEmpty && again.report.taken.isEmpty)
    let mapping = ExchangeMapping(proposedFor: table)
    table.takeColumns(mapping)
    let new = ProjectImport(table, mapping, id: "new", title: "New").theCase
    let names = Dictionary(uniqueKeysWithValues: new.actors.map { ($0.id, $0.name) })
    #expect(Set(names.values) == ["North", "South", "Brek", "Amer"])
    for (speaker, body) in [("Brek", "South"), ("Amer", "North")] {
      let actor = try #require(new.actors.first { $0.name == speaker })
      #expect(actor.speaksFor.map { names[$0.actor] } == [body])
    }
    #expect(new.actors.first { $0.name == "North" }?.speaksFor.isEmpty == true)
  }

  @Test func bodiesThatAreNotAsManyAsSpeakers() throws {
    let csv = "speaker,speaksFor,issue,stance,quote\nA; B; C,X; Y,T,for,words\n"
    var project = try TableReader.project(csv: Array(csv.utf8)).project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    let made = ProjectImport(project, mapping, id: "x", title: "X")
    #expect(made.theCase.actors.allSatisfy { $0.speaksFor.isEmpty })
    #expect(made.report.left.contains { $0.contains("unclear who speaks") })
  }

  @Test func oneIsNotMany() {
    #expect(ExchangeReport.Count("rows of actors", 1).words == "1 row of actors")
    #expect(ExchangeReport.Count("documents", 1_200).words == "1,200 documents")
  }
}
