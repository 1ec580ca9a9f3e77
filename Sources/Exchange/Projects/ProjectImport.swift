package import CaseModel

/// A case made from what another program coded.
package struct ProjectImport: Sendable {
  package private(set) var theCase: Case
  /// By source, the text that goes with it.
  package private(set) var texts: [Case.Source.ID: String] = [:]
  package private(set) var report = ExchangeReport()

  /// - Parameters:
  ///   - project: with its passages placed.
  ///   - id: of the case.
  package init(_ project: CodedProject, _ mapping: ExchangeMapping, id: Slug, title: String) {
    theCase = Case(Case.Header(id: id, title: title))
    var builder = ProjectBuilder(project, mapping)
    builder.build()
    theCase.actors = builder.actors
    theCase.issues = builder.issues
    theCase.sources = builder.sources
    theCase.statements = builder.statements
    theCase.analysts = builder.analysts
    theCase.notes = builder.notes
    theCase.header.parties = project.parties.compactMap { name in
      builder.actors.first { $0.id.raw == name || $0.name == name }?.id
    }
    texts = builder.texts
    report = builder.report
  }
}

/// Gathers the entries of the case.
struct ProjectBuilder {
  let project: CodedProject
  let mapping: ExchangeMapping
  private(set) var actors: [Case.Actor] = []
  private(set) var issues: [Case.Issue] = []
  private(set) var sources: [Case.Source] = []
  var statements: [Case.Statement] = []
  private(set) var analysts: [Case.Analyst] = []
  var notes: [Case.Note] = []
  private(set) var texts: [Case.Source.ID: String] = [:]
  var report = ExchangeReport()
  var left = ExchangeReport.Tally()
  var changed = ExchangeReport.Tally()

  private var actorNames = Names("actor")
  private var actorPlaces: [String: Int] = [:]
  private var issueNames = Names("issue")
  private var issuePlaces: [String: Int] = [:]
  private var answerNames: [String: Names] = [:]
  private var analystNames = Names("coder")
  private var sourceNames = Names("source")
  /// By document, its source and the text as it is kept.
  private(set) var kept: [String: (id: Case.Source.ID, text: SourceText)] = [:]
  /// Of documents without a text: where each passage's own words stand.
  private(set) var excerpts: [Int: Range<Int>] = [:]
  var usedIDs: Set<String> = []
  let codesByID: [String: CodedProject.Code]

  static let unnamed = "not coded"

  init(_ project: CodedProject, _ mapping: ExchangeMapping) {
    self.project = project
    self.mapping = mapping
    codesByID = Dictionary(project.codes.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  mutating func build() {
    for code in project.codes {
      switch mapping.codes[code.name].flatMap({ CodeMeaning($0) }) {
      case .actor?: _ = actor(code.path.last ?? code.name, .organisation)
      case .issue?: _ = issue(code.path.last ?? code.name)
      case .answer?:
        if let above = issueAbove(code) { _ = answer(answerName(code), of: issue(above)) }
      default: break
      }
    }
    for unit in project.units { addUnit(unit) }
    addDocuments()
    for place in project.passages.indices { add(place) }
    report.taken = [
      .init("documents", sources.count), .init("statements", statements.count),
      .init("actors", actors.count), .init("issues", issues.count),
      .init("answers", issues.reduce(0) { $0 + $1.options.count }),
      .init("coders", analysts.count), .init("notes", notes.count),
    ].filter { $0.count > 0 }
    report.changed += changed.lines
    report.left += left.lines
  }

  // MARK: Entries by name

  mutating func actor(_ name: String, _ kind: Case.Actor.Kind) -> Case.Actor.ID {
    let id = actorNames.id(name)
    if actorPlaces[id] == nil {
      actorPlaces[id] = actors.count
      actors.append(Case.Actor(id: Case.Actor.ID(id), name: Names.plain(name), kind: kind))
    }
    return Case.Actor.ID(id)
  }

  mutating func speaks(_ person: Case.Actor.ID, for body: Case.Actor.ID, by who: Who?) {
    guard person != body, let place = actorPlaces[person.raw],
      !actors[place].speaksFor.contains(where: { $0.actor == body })
    else { return }
    actors[place].kind = .person
    var link = Case.Actor.SpeaksFor()
    link.actor = body
    link.evidence = Evidence(basis: who ?? Who("analyst"))
    actors[place].speaksFor.append(link)
  }

  private mutating func addUnit(_ unit: CodedProject.Unit) {
    guard let place = actorPlaces[actor(unit.name, .organisation).raw] else { return }
    for field in unit.attributes where !field.value.isEmpty {
      if field.name.lowercased() == "kind",
        let kind = Case.Actor.Kind(rawValue: field.value)
      {
        actors[place].kind = kind
      } else if field.name.lowercased() == "alias" {
        actors[place].aliases.append(field.value)
      } else {
        left.add("attribute of an actor", "\(unit.name), \(field.name)")
      }
    }
  }

  mutating func issue(_ name: String) -> Case.Issue.ID {
    let id = issueNames.id(name)
    if issuePlaces[id] == nil {
      issuePlaces[id] = issues.count
      var issue = Case.Issue()
      (issue.id, issue.title) = (Case.Issue.ID(id), Names.plain(name))
      issues.append(issue)
    }
    return Case.Issue.ID(id)
  }

  mutating func answer(_ name: String, of issue: Case.Issue.ID) -> Slug {
    let id = answerNames[issue.raw, default: Names("answer")].id(name)
    guard let place = issuePlaces[issue.raw] else { return Slug(id) }
    if !issues[place].options.contains(where: { $0.id.raw == id }) {
      var option = Case.Issue.Option()
      (option.id, option.title) = (Slug(id), Names.plain(name))
      issues[place].options.append(option)
    }
    return Slug(id)
  }

  mutating func analyst(_ name: String) -> Who {
    let id = analystNames.id(name)
    if !analysts.contains(where: { $0.id.raw == id }) {
      analysts.append(Case.Analyst(id: Case.Analyst.ID(id), name: Names.plain(name)))
    }
    return Who(id)
  }

  /// The issue that the nearest code above stands for.
  func issueAbove(_ code: CodedProject.Code) -> String? {
    for count in stride(from: code.path.count - 1, to: 0, by: -1) {
      let name = code.path.prefix(count).joined(separator: "/")
      if mapping.codes[name].flatMap({ CodeMeaning($0) }) == .issue { return code.path[count - 1] }
    }
    return nil
  }

  /// Its own name, with those between the issue and it.
  func answerName(_ code: CodedProject.Code) -> String {
    guard let issue = issueAbove(code), let place = code.path.firstIndex(of: issue) else {
      return code.path.last ?? code.name
    }
    return code.path[(place + 1)...].joined(separator: ": ")
  }

  // MARK: Documents

  private mutating func addDocuments() {
    var members: [String: [Int]] = [:]
    for (place, passage) in project.passages.enumerated() {
      members[passage.document, default: []].append(place)
    }
    for document in project.documents {
      let own = members[document.id] ?? []
      var text = document.text
      if let given = text, given.isEmpty, own.isEmpty {
        left.add("documents without words", document.title)
        continue
      }
      if text == nil {
        guard !own.isEmpty else {
          left.add("documents without a text", document.title)
          continue
        }
        text = excerpt(own)
        changed.add(
          "documents without a text, in whose place their quotations stand", document.title)
      }
      if document.hadByteOrderMark {
        changed.add("texts without the byte order mark they began with", document.title)
      }
      add(document, text ?? "")
    }
  }

  private mutating func add(_ document: CodedProject.Document, _ text: String) {
    let id = Case.Source.ID(sourceNames.id(document.title.isEmpty ? document.id : document.title))
    // Two documents of one title are two.
    let own =
      kept.values.contains { $0.id == id }
      ? Case.Source.ID(sourceNames.id("\(document.title) \(document.id)")) : id
    let kept = SourceText(text)
    self.kept[document.id] = (own, kept)
    var source = Case.Source()
    (source.id, source.title) = (
      own, Names.plain(document.title.isEmpty ? document.id : document.title)
    )
    source.published = document.published
    source.language = document.language
    source.url = document.address
    if let publisher = document.publisher, !publisher.isEmpty {
      source.publisher = actor(publisher, .outlet)
    }
    if let author = document.author, !author.isEmpty { source.authors = [actor(author, .person)] }
    source.text = Case.TextRecord(file: "texts/\(own).txt", sha256: kept.digest)
    sources.append(source)
    texts[own] = text
  }

  /// The passages' own words, one a paragraph.
  private mutating func excerpt(_ members: [Int]) -> String {
    var text = ""
    var count = 0
    var places: [String: Range<Int>] = [:]
    for member in members {
      let passage = project.passages[member]
      let words =
        passage.exact ?? passage.note ?? passage.fields.map(\.value).joined(separator: "; ")
      guard !words.isEmpty else { continue }
      if let place = places[words] {
        excerpts[member] = place
        continue
      }
      let length = words.unicodeScalars.count
      excerpts[member] = count..<count + length
      places[words] = count..<count + length
      text += words + "\n\n"
      count += length + 2
    }
    return text
  }
}
