import CaseModel
import Exchange
import Foundation
import Interchange
import Networks
import StateOfPlay
import TestSupport
import Testing

/// A case written for another program and read back: what each statement says stays what it was.
@Suite struct RoundTripTests {
  /// What a format that knows codes and places keeps of a statement.
  private struct Kept: Hashable {
    var words: String
    var speakers: [String]
    var issue: String
    var answers: [String]
    var act: Case.Statement.Act
    var stance: Case.Statement.Stance?
    var gist: String
  }

  /// By statement and issue: a statement on several is several elsewhere.
  private func kept(_ theCase: Case, _ texts: [Case.Source.ID: String]) -> Set<Kept> {
    let index = CaseIndex(theCase)
    var found: Set<Kept> = []
    for statement in theCase.statements {
      guard let text = texts[statement.source].map({ SourceText($0) }) else { continue }
      for subject in (statement.about?.parts ?? []) {
        guard case .issue(let id, let answer) = subject, let issue = index.issue(id) else {
          continue
        }
        guard let span = statement.quote.spans.first else { continue }
        var options: [String] = []
        if case .options(let ids) = answer {
          options = ids.compactMap { id in issue.options.first { $0.id == id }?.title }
        }
        if case .value(let value) = answer { options = [value.words] }
        if case .any = answer { options = ["any"] }
        found.insert(
          Kept(
            words: text.text(span.start, span.end),
            speakers: statement.speaker.map { index.name($0) }, issue: issue.title,
            answers: options, act: statement.act, stance: statement.stance, gist: statement.gist))
      }
    }
    return found
  }

  private func texts(_ file: CaseFile) -> [Case.Source.ID: String] {
    Dictionary(
      uniqueKeysWithValues: file.theCase.sources.compactMap { source in
        file.texts[source.id].text.map { (source.id, String(decoding: $0.bytes, as: UTF8.self)) }
      })
  }

  private func taken(
    _ result: (project: CodedProject, report: ExchangeReport)
  ) -> ProjectImport {
    var project = result.project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    let (placed, placement) = project.placed()
    #expect(placement?.isSure ?? true)
    return ProjectImport(placed, mapping, id: "back", title: "Back")
  }

  @Test(arguments: ["sarn", "corvane"]) func aProjectOfREFIQDA(_ name: String) throws {
    let file = try ExampleCase.open(name)
    let export = ProjectExport(file.theCase, file.texts)
    let (bytes, _) = try QDAWriter.project(export.project, at: "2031-01-01T00:00:00Z")
    #expect(try QDAWriter.project(export.project, at: "2031-01-01T00:00:00Z").bytes == bytes)
    #expect(try ForeignFormat.of(bytes, named: "x.qdpx") == .qdpx)
    let back = taken(try QDAReader.project(bytes))
    let before = kept(file.theCase, texts(file))
    let after = kept(back.theCase, back.texts)
    #expect(!before.isEmpty)
    // Spans beyond a statement's first are passages of their own.
    #expect(before.subtracting(after).isEmpty, "\(before.subtracting(after).prefix(3))")
    #expect(circumstances(back.theCase) == circumstances(file.theCase))
  }

  /// When statements were made, to whom, through whom, and how credible they are: what programs that
  /// know codes alone keep in descriptions.
  private func circumstances(_ theCase: Case) -> Set<[String]> {
    let index = CaseIndex(theCase)
    return Set(
      theCase.statements.map { statement in
        [
          statement.gist, index.said(statement)?.text ?? "",
          statement.to.map { index.name($0) }.joined(separator: ";"),
          statement.via.map { index.name($0) }.joined(separator: ";"),
          statement.credibility.map { "\($0.rawValue)" } ?? "",
        ]
      })
  }

  @Test func aCodebookOfREFIQDA() throws {
    let file = try ExampleCase.open("sarn")
    let export = ProjectExport(file.theCase, file.texts)
    let back = try QDAReader.codebook(QDAWriter.codebook(export.project)).project
    #expect(back.codes.map(\.name).sorted() == export.project.codes.map(\.name).sorted())
  }

  @Test(arguments: ["csv", "xlsx"]) func aTable(_ form: String) throws {
    let file = try ExampleCase.open("corvane")
    let export = ProjectExport(file.theCase, file.texts)
    var result =
      form == "csv"
      ? try TableReader.project(csv: TableWriter.csv(export.project))
      : try TableReader.project(xlsx: try TableWriter.xlsx(export.project))
    let mapping = ExchangeMapping(proposedFor: result.project)
    #expect(mapping.columns["speaksFor"] == .speaksFor && mapping.columns["quote"] == .quote)
    result.project.takeColumns(mapping)
    let files = texts(file).map { id, text in
      (
        name: "\(Slug.from(file.theCase.sources.first { $0.id == id }?.title ?? "") ?? "x").txt",
        bytes: Array(text.utf8)
      )
    }
    #expect(result.project.takeTexts(files).isEmpty)
    let (placed, placement) = result.project.placed()
    #expect(placement?.isSure == true)
    let back = ProjectImport(placed, mapping, id: "back", title: "Back")
    let lost = kept(file.theCase, texts(file)).subtracting(kept(back.theCase, back.texts))
      // A package names several issues in one row, each with the answers of all.
      .filter { kept in
        !file.theCase.statements.contains {
          $0.gist == kept.gist && ($0.about?.parts.count ?? 0) > 1
        }
      }
    #expect(lost.isEmpty, "\(lost.prefix(3))")
  }

  @Test func webAnnotations() throws {
    let file = try ExampleCase.open("sarn")
    let export = ProjectExport(file.theCase, file.texts)
    let bytes = try AnnotationWriter.annotations(export.project) { "texts/\($0).txt" }
    var (project, _) = try AnnotationReader.project(bytes)
    _ = project.takeTexts(
      texts(file).map { (name: "\($0.key).txt", bytes: Array($0.value.utf8)) })
    let (placed, placement) = project.placed()
    #expect(placement?.isSure == true)
    let back = ProjectImport(
      placed, ExchangeMapping(proposedFor: placed), id: "back", title: "Back")
    let lost = kept(file.theCase, texts(file)).subtracting(kept(back.theCase, back.texts))
    #expect(lost.isEmpty, "\(lost.prefix(3))")
    #expect(circumstances(back.theCase) == circumstances(file.theCase))
  }

  @Test func discourseNetworkAnalyzer() throws {
    let file = try ExampleCase.open("corvane")
    let export = ProjectExport(file.theCase, file.texts)
    let folder = try TemporaryFolder()
    var writer = DNAWriter(export.project, others: .leave, password: "sample")
    try writer.write(to: folder.place("a.dna"), salt: [UInt8](repeating: 7, count: 16))
    let statements = writer.report.taken.first { $0.what == "statements" }?.count
    #expect((statements ?? 0) > 0 && !writer.report.left.isEmpty)
    let (project, _) = try DNAReader.project(at: folder.place("a.dna"))
    #expect(project.passages.count == statements)
    let (placed, placement) = project.placed()
    #expect(placement?.isSure == true)
    let mapping = ExchangeMapping(proposedFor: placed)
    #expect(mapping.columns["organization"] == .speaksFor)
    let back = ProjectImport(placed, mapping, id: "back", title: "Back")
    #expect(back.theCase.statements.count == statements)
    // The words are the same, and so are the two sides.
    let before = Set(export.project.passages.compactMap(\.exact))
    for statement in back.theCase.statements {
      let text = try #require(back.texts[statement.source].map { SourceText($0) })
      let span = try #require(statement.quote.spans.first)
      #expect(before.contains(text.text(span.start, span.end)))
      #expect(statement.stance == .for || statement.stance == .against)
    }
    #expect(CaseWriter.write(back.theCase, as: .yaml).count > 1000)
  }

  /// Whatever is imported can be written as a case and read again.
  @Test func anImportedCaseIsACase() throws {
    let csv = """
      Person;Organisation;Concept;Agreement;Date;Text
      Anna;North;Turns at the sluice;1;2031-03-01;"We agree, she said; gladly."
      Борис;South;Turns at the sluice;0;02.03.2031;No.
      Борис;South;Metering;maybe;03/04/2031;'=SUM(A1)
      """
    let back = taken(try TableReader.project(csv: Array("\u{FEFF}\(csv)".utf8)))
    let read = try CaseReader.read(CaseWriter.proven(back.theCase, as: .yaml), as: .yaml)
    #expect(read.theCase == back.theCase)
    #expect(back.theCase.statements.map(\.stance) == [.for, .against, nil])
    #expect(
      back.theCase.statements.map { $0.date?.value.text } == ["2031-03-01", "2031-03-02", nil])
    #expect(back.report.left.contains { $0.contains("maybe") })
    #expect(back.report.left.contains { $0.contains("03/04/2031") })
    #expect(back.texts.values.first?.contains("=SUM(A1)") == true)
    let view = try networks(back.theCase)
    #expect(view.ties.map(\.side) == [.conflicting])
  }
}
