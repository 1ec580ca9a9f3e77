package import CaseModel
internal import Foundations

/// A case as other programs can hold it: its texts, and its statements as coded passages.
package struct ProjectExport: Sendable {
  package private(set) var project = CodedProject()
  package private(set) var report = ExchangeReport()
  /// Of each passage, the statement behind it and the part of a package.
  package private(set) var statements: [Case.Statement.ID] = []

  private let theCase: Case
  private let texts: CaseTexts
  private let index: CaseIndex
  private var codeIDs: [String: String] = [:]

  /// - Parameter theCase: as it may be passed on; confidential entries are the caller's to cut.
  package init(_ theCase: Case, _ texts: CaseTexts) {
    // Most formats know places alone, so that words without one would be lost.
    self.theCase = theCase.placed(in: texts)
    self.texts = texts
    index = CaseIndex(theCase)
    project.name = theCase.header.title.isEmpty ? theCase.header.id.raw : theCase.header.title
    project.parties = theCase.header.parties.map(\.raw)
    addDocuments()
    addCodes()
    var left = ExchangeReport.Tally()
    var changed = ExchangeReport.Tally()
    for statement in self.theCase.statements { add(statement, &left, &changed) }
    addUnits()
    report.taken = [
      .init("documents", project.documents.count), .init("passages", project.passages.count),
      .init("codes", project.codes.count), .init("actors", project.units.count),
    ].filter { $0.count > 0 }
    report.changed += changed.lines
    report.left += left.lines + missingSections
  }

  private var missingSections: [String] {
    let sections: [(one: String, count: Int)] = [
      ("meeting", theCase.meetings.count), ("milestone", theCase.milestones.count),
      ("commitment", theCase.commitments.count), ("draft", theCase.drafts.count),
      ("legal limit", theCase.constraints.count), ("interest", theCase.interests.count),
      ("verdict", theCase.verdicts.count), ("note", theCase.notes.count),
      ("suggestion", theCase.candidates.count), ("scenario", theCase.scenarios.count),
      ("conflict", theCase.conflicts.count),
    ]
    return sections.filter { $0.count > 0 }.map { section in
      "\(section.count.counted(section.one)), for which the format has no place"
    }
  }

  private mutating func addDocuments() {
    for source in theCase.sources {
      var document = CodedProject.Document(
        source.id.raw, title: source.title.isEmpty ? source.id.raw : source.title)
      document.text = texts[source.id].text.map { String(decoding: $0.bytes, as: UTF8.self) }
      let authors = source.authors.map { TableWriter.escaped(index.actor($0)?.name ?? $0.raw) }
      document.author = authors.isEmpty ? nil : authors.joined(separator: "; ")
      document.publisher = source.publisher.map { index.actor($0)?.name ?? $0.raw }
      document.published = source.published
      (document.address, document.language) = (source.url, source.language)
      if document.text == nil {
        report.left.append(
          "the text of \(source.id), which is withheld or missing; its passages stay without their words"
        )
      }
      project.documents.append(document)
    }
  }

  private mutating func addCodes() {
    for actor in theCase.actors {
      _ = code(["Actors", actor.name.isEmpty ? actor.id.raw : actor.name])
    }
    for issue in theCase.issues {
      let title = issue.title.isEmpty ? issue.id.raw : issue.title
      _ = code(["Issues", title])
      for option in issue.options { _ = code(["Issues", title, optionTitle(option)]) }
    }
  }

  private func optionTitle(_ option: Case.Issue.Option) -> String {
    option.title.isEmpty ? option.id.raw : option.title
  }

  /// The code of that path, with those above it.
  private mutating func code(_ path: [String]) -> String {
    // A stroke within a name would be read as a step of the path.
    let path = path.map { $0.replacing("/", with: "∕") }
    let name = path.joined(separator: "/")
    if let id = codeIDs[name] { return id }
    if path.count > 1 { _ = code(Array(path.dropLast())) }
    let id = "c\(project.codes.count + 1)"
    codeIDs[name] = id
    project.codes.append(CodedProject.Code(id, path: path))
    return id
  }

  private mutating func addUnits() {
    for actor in theCase.actors {
      var unit = CodedProject.Unit(actor.name.isEmpty ? actor.id.raw : actor.name)
      unit.attributes = [.init("kind", actor.kind.rawValue)]
      unit.attributes += actor.aliases.map { .init("alias", $0) }
      project.units.append(unit)
    }
  }

  private mutating func add(
    _ statement: Case.Statement, _ left: inout ExchangeReport.Tally,
    _ changed: inout ExchangeReport.Tally
  ) {
    let text = texts[statement.source].text
    if statement.quote.spans.isEmpty {
      left.add("statements without a quote", statement.id.raw)
    }
    if statement.quote.spans.count > 1 {
      changed.add("statements with several spans, each of them a passage", statement.id.raw)
    }
    if !statement.requires.isEmpty || statement.requiresNone {
      left.add("conditions of statements", statement.id.raw)
    }
    if statement.hedge != nil || statement.doubted != nil || statement.redLine {
      left.add("hedges, doubts and red lines of statements", statement.id.raw)
    }
    for span in statement.quote.spans {
      var passage = CodedProject.Passage(document: statement.source.raw)
      passage.id = statement.id.raw
      if span.isPlaced { passage.place = span.start..<span.end }
      passage.exact =
        span.exact ?? text.flatMap { span.isPlaced ? $0.text(span.start, span.end) : nil }
      (passage.prefix, passage.suffix) = (span.prefix, span.suffix)
      passage.coder = statement.provenance.by.map { index.analystName($0) }
      passage.created = statement.provenance.entered?.text
      passage.note = statement.gist
      code(statement, into: &passage, &left)
      project.passages.append(passage)
      statements.append(statement.id)
    }
  }

  private mutating func code(
    _ statement: Case.Statement, into passage: inout CodedProject.Passage,
    _ left: inout ExchangeReport.Tally
  ) {
    func name(_ id: Case.Actor.ID) -> String {
      index.actor(id).map { $0.name.isEmpty ? id.raw : $0.name } ?? id.raw
    }
    for speaker in statement.speaker {
      passage.codes.append(code(["Actors", name(speaker)]))
      passage.fields.append(.init("speaker", name(speaker)))
      // The one for whom it speaks; of several the last, as theirs are the words.
      let voices = index.spokenFor(by: speaker, on: index.said(statement))
      if let body = voices.last, voices.count > 1 {
        passage.fields.append(.init("speaksFor", name(body)))
      }
    }
    for actor in statement.to { passage.fields.append(.init("to", name(actor))) }
    for actor in statement.via { passage.fields.append(.init("via", name(actor))) }
    for subject in statement.about?.parts ?? [] {
      guard case .issue(let id, let answer) = subject else {
        left.add("subjects of statements that are no issue", statement.id.raw)
        continue
      }
      let issue = index.issue(id)
      let title = issue.map { $0.title.isEmpty ? id.raw : $0.title } ?? id.raw
      passage.codes.append(code(["Issues", title]))
      passage.fields.append(.init("issue", title))
      for words in answers(answer, issue) {
        passage.codes.append(code(["Issues", title, words]))
        passage.fields.append(.init("answer", words))
      }
    }
    let issues = statement.about?.issues ?? []
    // Of a package, whose issues share a cell, no family would be that of all.
    if issues.count == 1, let issue = issues.first.flatMap({ index.issue($0) }) {
      passage.fields += Self.family(issue)
    }
    passage.codes.append(code(["Acts", statement.act.rawValue]))
    passage.fields.append(.init("act", statement.act.rawValue))
    if let stance = statement.stance {
      passage.codes.append(code(["Stances", stance.rawValue]))
      passage.fields.append(.init("stance", stance.rawValue))
    }
    if let said = index.said(statement) { passage.fields.append(.init("date", said.text)) }
    if let grade = statement.credibility {
      passage.fields.append(.init("credibility", "\(grade.rawValue)"))
    }
    passage.fields.append(.init("gist", statement.gist))
    passage.codes = passage.codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The family and stage of an issue, and what the databases of peace agreements call the family.
  static func family(_ issue: Case.Issue) -> [CodedProject.Field] {
    let family = issue.category.flatMap { IssueFamily.named($0) }
    let values = [
      ("category", issue.category), ("stage", issue.stage?.rawValue), ("pax", family?.pax),
      ("ucdp", family?.ucdp),
    ]
    return values.compactMap { name, value in value.map { .init(name, $0) } }
  }

  private func answers(_ answer: Answer, _ issue: Case.Issue?) -> [String] {
    switch answer {
    case .none: []
    case .any: ["any"]
    case .options(let ids):
      ids.map { id in issue?.options.first { $0.id == id }.map(optionTitle) ?? id.raw }
    case .value(let value): [value.words]
    }
  }
}

extension CaseIndex {
  fileprivate func analystName(_ who: Who) -> String {
    position(.analysts, who.raw).map { theCase.analysts[$0].name }
      ?? actor(Case.Actor.ID(who.raw))?.name ?? who.raw
  }
}
