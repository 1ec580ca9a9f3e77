import CaseModel
import Exchange
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// What another program coded, brought into a case that exists.
@Suite struct MergeTests {
  private func existing(_ name: String) throws -> (ExistingCase, CaseFile) {
    let file = try ExampleCase.open(name)
    return (ExistingCase(file.theCase, file.texts), file)
  }

  private func merged(
    _ project: CodedProject, _ existing: ExistingCase,
    _ preferred: ProjectImport.Preferred = .own
  ) -> ProjectImport {
    var project = project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    _ = existing.supplyTexts(to: &project)
    return ProjectImport(project.placed().project, mapping, into: existing, preferring: preferred)
  }

  private func table(_ text: String) throws -> CodedProject {
    try TableReader.project(csv: Array(text.utf8)).project
  }

  /// A case of a text and what two say of it.
  private func small(
    _ text: String = "The north agrees. The south refuses.\n"
  ) throws -> ExistingCase {
    let yaml = """
      dragoman: 1
      case: {id: small, title: Small, parties: [north, south]}
      actors:
        - {id: north, name: North, kind: state, aliases: [The North]}
        - {id: south, name: South, kind: state}
      issues:
        - id: truce
          title: Truce
          kind: negotiable
          category: Ce
          options: [{id: full, title: Full}]
      sources:
        - {id: paper, title: Paper, published: 2031-03-01, text: {file: texts/paper.txt, sha256: \(SourceText(text).digest)}}
      statements:
        - id: s1
          source: paper
          quote: {start: 0, end: 16}
          gist: The north is for a truce
          speaker: north
          act: accept
          about: {issue: truce, option: full}
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    return ExistingCase(theCase, CaseTexts(["paper": .loaded(SourceText(text))]))
  }

  /// What left a case and comes back changes nothing in it.
  @Test(
    arguments: ["sarn", "corvane", "mirrow", "istanbul"],
    ["csv", "xlsx", "qdpx", "annotations", "dna", "issues", "actors", "matrix"])
  func whatLeftComesBackAndChangesNothing(_ name: String, _ form: String) throws {
    var (existing, file) = try existing(name)
    let project = ProjectExport(file.theCase, file.texts).project
    let matrix = positions(file.theCase).matrix(file.theCase).rows
    existing.know(matrix: matrix)
    let back =
      switch form {
      case "csv": try TableReader.project(csv: TableWriter.csv(project)).project
      case "xlsx": try TableReader.project(xlsx: try TableWriter.xlsx(project)).project
      case "qdpx":
        try QDAReader.project(try QDAWriter.project(project, at: "2031-01-01T00:00:00Z").bytes)
          .project
      case "dna": try throughDNA(project)
      case "issues":
        try TableReader.project(csv: TableWriter.csv(TableWriter.issues(file.theCase))).project
      case "actors":
        try TableReader.project(csv: TableWriter.csv(TableWriter.actors(file.theCase))).project
      case "matrix":
        try TableReader.project(csv: TableWriter.csv(matrix)).project
      default:
        try AnnotationReader.project(try AnnotationWriter.annotations(project) { $0 }).project
      }
    let made = merged(back, existing)
    #expect(made.theCase.sources == file.theCase.sources)
    #expect(made.theCase.actors == file.theCase.actors)
    if form != "issues", form != "actors" {
      let what = form == "matrix" ? "cells" : "statements"
      #expect(made.report.already.contains { $0.what == what && $0.count > 0 })
    }
    let new = made.theCase.statements.dropFirst(file.theCase.statements.count)
    #expect(new.isEmpty, "\(new.prefix(2).map { ($0.id, $0.gist, $0.about) })")
    #expect(made.theCase.issues == file.theCase.issues)
    if form != "annotations", form != "dna" {
      #expect(made.report.differing.isEmpty, "\(made.report.differing)")
    }
    #expect(made.theCase == file.theCase)
  }

  private func throughDNA(_ project: CodedProject) throws -> CodedProject {
    let folder = try TemporaryFolder()
    var writer = DNAWriter(project, others: .agreement, password: "sample")
    try writer.write(to: folder.place("a.dna"), salt: [UInt8](repeating: 7, count: 16))
    return try DNAReader.project(at: folder.place("a.dna")).project
  }

  /// A carriage return alone ends a line, which REFI-QDA writes as one character.
  @Test func aTextWithLoneCarriageReturns() throws {
    let existing = try small("The north agrees.\rThe south refuses.\r\nAll say so.\r")
    let project = ProjectExport(existing.theCase, existing.texts).project
    let back = try QDAReader.project(
      try QDAWriter.project(project, at: "2031-01-01T00:00:00Z").bytes
    ).project
    #expect(merged(back, existing).theCase == existing.theCase)
  }

  @Test func whatIsNewIsAddedAndNothingElseTouched() throws {
    let existing = try small()
    let made = merged(
      try table(
        """
        speaker,issue,answer,stance,source,quote
        The North,Truce,Full,for,Paper,The north agrees
        South,Truce,Full,against,Paper,The south refuses
        East,Border,Open,for,Other,"We are for it."
        """), existing)
    let statements = made.theCase.statements
    #expect(statements.prefix(1) == existing.theCase.statements.prefix(1))
    #expect(statements.count == 3)
    #expect(statements[1].speaker == ["south"] && statements[1].stance == .against)
    #expect(statements[1].about == .issue("truce", .options(["full"])))
    #expect(statements[1].quote.spans.first?.exact == "The south refuses")
    #expect(made.theCase.actors.map(\.id) == ["north", "south", "east"])
    #expect(made.theCase.issues.map(\.id) == ["truce", "border"])
    #expect(made.theCase.sources.map(\.id) == ["paper", "other"])
    #expect(made.texts.keys.map(\.raw) == ["other"])
    #expect(made.report.already.map(\.count) == [1, 1])
    #expect(made.report.taken.first { $0.what == "actors" }?.named == ["East"])
    #expect(made.report.differing.isEmpty)
    let bytes = try CaseWriter.proven(made.theCase, as: .yaml)
    #expect(try CaseReader.read(bytes, as: .yaml).theCase == made.theCase)
  }

  @Test func whatDiffersIsNamedAndStaysUnlessTheFileIsPreferred() throws {
    let existing = try small()
    let csv = """
      speaker,issue,answer,stance,date,source,quote,category
      North,Truce,Partial,against,2031-02-03,Paper,The north agrees,amnesty
      """
    let kept = merged(try table(csv), existing)
    #expect(kept.theCase == existing.theCase)
    #expect(kept.report.taken.isEmpty)
    let line = try #require(kept.report.differing.first { $0.hasPrefix("s1: ") })
    #expect(line.contains("stance for in the case, against in the file"))
    #expect(line.contains("answer Full in the case, Partial in the file"))
    #expect(line.contains("2031-02-03"))
    #expect(kept.report.differing.contains { $0.contains("category Ce") && $0.contains("amnesty") })
    let taken = merged(try table(csv), existing, .file).theCase
    #expect(taken.statements.count == 1)
    #expect(taken.statements[0].stance == .against && taken.statements[0].act == .accept)
    #expect(taken.statements[0].date?.value.text == "2031-02-03")
    #expect(taken.statements[0].about == .issue("truce", .options(["partial"])))
    // What the file does not speak of stays.
    #expect(taken.statements[0].gist == existing.theCase.statements[0].gist)
    #expect(taken.issues[0].options.map(\.id) == ["full", "partial"])
    #expect(taken.issues[0].category == "Ce")
  }

  @Test func aTableThatGrowsIsTakenOverAgainAndAgain() throws {
    let rows = (1...6).map { "Speaker \($0),Truce,Full,for,Words number \($0) stand here." }
    let head = "speaker,issue,answer,stance,quote\n"
    var existing = try small()
    for count in [2, 3, 3, 6, 6] {
      let made = merged(
        try table(head + rows.prefix(count).joined(separator: "\n")), existing)
      #expect(made.theCase.statements.count == 1 + count, "\(count)")
      #expect(made.theCase.actors.count == 2 + count)
      var texts = existing.texts
      for (id, text) in made.texts { texts.states[id] = .loaded(SourceText(text)) }
      for statement in made.theCase.statements.dropFirst() {
        let text = try #require(texts[statement.source].text)
        let span = try #require(statement.quote.spans.first)
        #expect(text.text(span.start, span.end) == span.exact)
      }
      existing = ExistingCase(made.theCase, texts)
    }
  }

  /// The same text with other line ends, with a mark or without, is the same document.
  @Test(arguments: ["\n", "\r\n"], ["\n", "\r\n"])
  func lineEndsAndMarksMakeNoOtherDocument(_ own: String, _ other: String) throws {
    let lines = ["The north agrees.", "", "The south 😀 refuses.", "The south refuses."]
    for (ownMark, otherMark) in [(false, false), (true, false), (false, true), (true, true)] {
      let existing = try small((ownMark ? "\u{FEFF}" : "") + lines.joined(separator: own) + own)
      let text = lines.joined(separator: other)
      var project = CodedProject()
      var document = CodedProject.Document("d", title: "Another name", text: text)
      document.hadByteOrderMark = otherMark
      project.documents = [document]
      project.codes = [.init("c", path: ["Actors", "South"])]
      for words in ["The south 😀 refuses", "The south refuses"] {
        var passage = CodedProject.Passage(document: "d")
        let range = try #require(text.range(of: words))
        let start = text.unicodeScalars.distance(
          from: text.startIndex, to: range.lowerBound)
        passage.place = start..<start + words.unicodeScalars.count
        passage.codes = ["c"]
        project.passages.append(passage)
      }
      let made = merged(project, existing)
      #expect(made.theCase.sources.count == 1)
      let new = made.theCase.statements.dropFirst()
      #expect(
        new.map { $0.quote.spans.first?.exact } == ["The south 😀 refuses", "The south refuses"])
      let text2 = try #require(existing.texts["paper"].text)
      for statement in new {
        let span = try #require(statement.quote.spans.first)
        #expect(text2.text(span.start, span.end) == span.exact)
      }
    }
  }

  @Test func aNewTextUnderAnOldNameIsADocumentOfItsOwn() throws {
    let existing = try small()
    var project = CodedProject()
    project.documents = [.init("d", title: "Paper", text: "Quite another text.")]
    let made = merged(project, existing)
    #expect(made.theCase.sources.map(\.title) == ["Paper", "Paper"])
    #expect(Set(made.theCase.sources.map(\.id)).count == 2)
    #expect(Set(made.theCase.sources.compactMap(\.text.file)).count == 2)
    #expect(made.report.changed.contains { $0.contains("same title with another text") })
  }

  @Test func whatIsWithheldStaysSo() throws {
    let text = "The north agrees. The south refuses.\n"
    let open = try small(text)
    let existing = ExistingCase(open.theCase, CaseTexts(["paper": .withheld]))
    var project = CodedProject()
    project.documents = [.init("d", title: "Paper", text: text)]
    var passage = CodedProject.Passage(document: "d")
    passage.place = 18..<35
    passage.codes = ["c"]
    project.codes = [.init("c", path: ["Actors", "South"])]
    project.passages = [passage]
    let made = merged(project, existing)
    #expect(made.texts.isEmpty && made.theCase.sources == existing.theCase.sources)
    let span = try #require(made.theCase.statements.last?.quote.spans.first)
    #expect(span.exact == nil && span.prefix == nil && span.suffix == nil && span.sha256 != nil)
  }

  @Test func twoCodersOfOnePassageStayTwo() throws {
    var existing = try small()
    var theCase = existing.theCase
    theCase.analysts = [.init(id: "ana", name: "Ana")]
    theCase.statements[0].provenance.by = Who("ana")
    existing = ExistingCase(theCase, existing.texts)
    func passage(_ coder: String) -> CodedProject.Passage {
      var passage = CodedProject.Passage(document: "d")
      passage.place = 0..<16
      passage.codes = ["n", "f"]
      passage.coder = coder
      return passage
    }
    var project = CodedProject()
    project.documents = [
      .init("d", title: "Paper", text: "The north agrees. The south refuses.\n")
    ]
    project.codes = [
      .init("n", path: ["Actors", "North"]), .init("i", path: ["Issues", "Truce"]),
      .init("f", path: ["Issues", "Truce", "Full"]),
    ]
    project.passages = [passage("Ana"), passage("Bo")]
    let made = merged(project, existing)
    #expect(made.theCase.statements.map { $0.provenance.by?.raw } == ["ana", "bo"])
    #expect(made.theCase.analysts.map(\.name) == ["Ana", "Bo"])
  }
}
