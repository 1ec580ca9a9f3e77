package import CaseModel

/// A case made from what another program coded, or a case into which that was brought.
package struct ProjectImport: Sendable {
  package private(set) var theCase: Case
  /// By source, the text that goes with it; of a case that was there before only the new ones.
  package private(set) var texts: [Case.Source.ID: String] = [:]
  package private(set) var report = ExchangeReport()

  /// Which of the two counts where a statement is in the case already and the file has it otherwise.
  package enum Preferred: String, Sendable, CaseIterable {
    case own = "case"
    case file
  }

  /// - Parameters:
  ///   - project: with its passages placed.
  ///   - id: of the case.
  package init(_ project: CodedProject, _ mapping: ExchangeMapping, id: Slug, title: String) {
    theCase = Case(Case.Header(id: id, title: title))
    take(ProjectBuilder(project, mapping), project)
  }

  /// Brings a project into a case: what the case has stays, word for word; what is there already is
  /// not put there twice; what differs is reported, and taken over only where that is preferred.
  ///
  /// - Parameter project: with its passages placed.
  package init(
    _ project: CodedProject, _ mapping: ExchangeMapping, into existing: ExistingCase,
    preferring preferred: Preferred = .own
  ) {
    theCase = existing.theCase
    take(ProjectBuilder(project, mapping, existing, preferred), project)
  }

  private mutating func take(_ made: ProjectBuilder, _ project: CodedProject) {
    var builder = made
    builder.build()
    theCase.actors = builder.book.actors
    theCase.issues = builder.book.issues
    theCase.sources = builder.sources
    theCase.statements = builder.statements
    theCase.analysts = builder.book.analysts
    theCase.notes = builder.notes
    let parties =
      builder.existing == nil && project.parties.isEmpty ? project.columnParties : project.parties
    for name in parties {
      guard let actor = builder.book.actors.first(where: { $0.id.raw == name || $0.name == name }),
        !theCase.header.parties.contains(actor.id)
      else { continue }
      theCase.header.parties.append(actor.id)
    }
    texts = builder.texts
    report = builder.report
  }
}

/// Gathers the entries of the case.
struct ProjectBuilder {
  var project: CodedProject
  let mapping: ExchangeMapping
  let existing: ExistingCase?
  let preferred: ProjectImport.Preferred
  var book: EntryBook
  var sources: [Case.Source]
  var statements: [Case.Statement]
  var notes: [Case.Note]
  var texts: [Case.Source.ID: String] = [:]
  var report = ExchangeReport()
  var left = ExchangeReport.Tally()
  var changed = ExchangeReport.Tally()
  /// What of the file the case has already, and what it has otherwise.
  var already = (sources: 0, statements: Set<Int>(), cells: 0)
  var noted: Set<String> = []

  var sourceNames = Names("source")
  /// Of documents that have become a source, its id.
  var takenSources: Set<String> = []
  /// By document, its source and the text as it is kept.
  var kept: [String: Kept] = [:]
  /// Of documents without a text: where each passage's own words stand.
  var excerpts: [Int: Range<Int>] = [:]
  var usedIDs: Set<String>
  let codesByID: [String: CodedProject.Code]

  static let unnamed = "not coded"

  /// What became of a document.
  struct Kept {
    let id: Case.Source.ID
    let text: SourceText
    /// Where the case has the document with other line ends, so that what stands at a place of the
    /// one stands elsewhere in the other.
    var lineEnds: LineEndTable?
    /// Its words are not shown.
    var isWithheld = false
  }

  init(
    _ project: CodedProject, _ mapping: ExchangeMapping, _ existing: ExistingCase? = nil,
    _ preferred: ProjectImport.Preferred = .own
  ) {
    self.project = project
    self.mapping = mapping
    self.existing = existing
    self.preferred = preferred
    book = EntryBook(existing)
    (sources, statements, notes) = (
      existing?.theCase.sources ?? [], existing?.theCase.statements ?? [],
      existing?.theCase.notes ?? []
    )
    usedIDs = Set(statements.map(\.id.raw))
    for source in sources { sourceNames.learn("", as: source.id.raw) }
    codesByID = Dictionary(project.codes.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  mutating func build() {
    for code in project.codes {
      switch mapping.codes[code.name].flatMap({ CodeMeaning($0) }) {
      case .actor?:
        let actor = book.actor(code.path.last ?? code.name, .organisation)
        note(code.note, EntryReference(.actors, actor.raw))
      case .issue?:
        let issue = book.issue(code.path.last ?? code.name)
        note(code.note, EntryReference(.issues, issue.raw))
      case .answer?:
        if let above = issueAbove(code) {
          let issue = book.issue(above)
          _ = answer(answerName(code), of: issue)
          note(
            code.note.map { "\(answerName(code)): \($0)" }, EntryReference(.issues, issue.raw))
        }
      default: if code.note?.isEmpty == false { left.add("descriptions of codes", code.name) }
      }
    }
    for row in project.entries { addEntry(row) }
    dropRepeatedCells()
    settleWithheld()
    addDocuments()
    for place in project.passages.indices { add(place) }
    // After those who speak, who are people or bodies by the column they stand in.
    for unit in project.units {
      for attribute in book.describe(unit) { left.add("attributes of actors", attribute) }
      note(unit.note, EntryReference(.actors, book.actor(unit.name, .organisation).raw))
    }
    count()
    report.changed += changed.lines
    report.left += left.lines
  }

  /// What the program says of a code or of someone, as a note to the entry.
  mutating func note(_ text: String?, _ entry: EntryReference) {
    guard let text, !text.isEmpty, existing?.hasNote(text, at: entry.id) != true else { return }
    var note = Case.Note()
    (note.to, note.text) = (entry, text)
    notes.append(note)
  }

  private mutating func count() {
    let before = existing?.theCase
    func options(_ issues: [Case.Issue]?) -> Int {
      (issues ?? []).reduce(0) { $0 + $1.options.count }
    }
    func new<Entry>(_ all: [Entry], _ old: [Entry]?, _ name: (Entry) -> String) -> ([String], Int) {
      let added = all.dropFirst(old?.count ?? 0)
      // Of a case that is new all are; what is new in one that is not is named.
      return (old == nil ? [] : added.prefix(8).map(name), added.count)
    }
    let rows: [(String, ([String], Int))] = [
      ("documents", new(sources, before?.sources) { $0.title }),
      ("statements", new(statements, before?.statements) { $0.id.raw }),
      ("actors", new(book.actors, before?.actors) { $0.name }),
      ("issues", new(book.issues, before?.issues) { $0.title }),
      ("answers", ([], options(book.issues) - options(before?.issues))),
      ("coders", new(book.analysts, before?.analysts) { $0.name }),
      ("notes", new(notes, before?.notes) { $0.to.id }),
    ]
    report.taken = rows.filter { $0.1.1 > 0 }.map { .init($0.0, $0.1.1, named: $0.1.0) }
    report.already = [
      .init("documents", already.sources), .init("statements", already.statements.count),
      .init("cells", already.cells),
    ].filter { $0.count > 0 }
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
}
