import CaseModel
import CaseStore
import Extraction
import Foundations
import Interchange
import Presentation

/// One going through a case's suggestions. Each decision is written when it is made.
struct ReviewSession {
  private var opened: OpenedCase
  private let file: CaseOptions
  private let writing: WritingOptions
  private let name: String
  private let sources: Set<String>
  private var skipped: Set<Case.Statement.ID> = []
  private var done: [Done] = []
  private var accepted = 0
  private var rejected = 0

  /// What takes a decision back.
  private struct Done {
    var id: Case.Statement.ID
    var isAccepted: Bool
    /// Of a `.dragoman` file.
    var group: Int?
    /// Of another: what the file held before, and after.
    var bytes: (before: [UInt8], after: [UInt8])?
  }

  init(
    _ opened: OpenedCase, file: CaseOptions, writing: WritingOptions, who: WhoOptions,
    sources: [String]
  ) throws {
    self.opened = opened
    self.file = file
    self.writing = writing
    self.sources = Set(sources)
    if case .store(_, let stored) = opened.form {
      name = try who.name(stored)
    } else {
      name = try who.name()
    }
    for source in sources where !opened.theCase.sources.contains(where: { $0.id.raw == source }) {
      throw UsageError(
        "unknown source `\(source)`",
        hint: suggestion(for: source, among: opened.theCase.sources.map(\.id.raw)))
    }
  }

  var theCase: Case { opened.theCase }

  /// In the order of the sources and of their texts.
  var waiting: [Case.Candidate] {
    let order = Dictionary(
      theCase.sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return theCase.candidates.filter {
      $0.status == .waiting && (sources.isEmpty || sources.contains($0.statement.source.raw))
    }.enumerated().map { number, candidate in
      (
        order[candidate.statement.source] ?? Int.max,
        candidate.statement.quote.spans.first?.start ?? 0, number, candidate
      )
    }.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// The next that is not decided or left for later.
  var current: Case.Candidate? { waiting.first { !skipped.contains($0.statement.id) } }

  var summary: String {
    "\(accepted) accepted, \(rejected) rejected, \(waiting.count) left"
  }

  mutating func skip() {
    if let current { skipped.insert(current.statement.id) }
  }

  mutating func accept(_ suggestion: Case.Candidate, as edited: Case.Statement?) throws {
    let id = suggestion.statement.id
    try decide(
      id, isAccepted: true,
      message: "statement \(id), suggested by \(suggestion.proposedBy ?? "an unnamed program")"
    ) { theCase, who, day throws(DecisionError) in
      try theCase.accepting(id, as: edited, by: who, on: day)
    }
    accepted += 1
  }

  mutating func reject(_ suggestion: Case.Candidate) throws {
    let id = suggestion.statement.id
    try decide(id, isAccepted: false, message: "suggestion \(id) rejected") {
      theCase, who, day throws(DecisionError) in
      try theCase.rejecting(id, by: who, on: day)
    }
    rejected += 1
  }

  private mutating func decide(
    _ id: Case.Statement.ID, isAccepted: Bool, message: String,
    _ body: (Case, Case.Analyst, EDTFDate) throws(DecisionError) -> Case
  ) throws {
    let moment = Console.now
    let day = EDTFDate(moment.day)
    func decided(_ theCase: Case) throws(DecisionError) -> Case {
      guard let who = theCase.analyst(named: name) else {
        throw DecisionError(
          message: "no id can be made of the name `\(name)`", hint: "give another with --by")
      }
      return try body(theCase, who, day)
    }
    var step = Done(id: id, isAccepted: isAccepted)
    switch opened.form {
    case .store(let store, _):
      step.group = try store.update(by: name, at: moment, message: message) { stored in
        CaseUpdate(try decided(stored.theCase))
      }.group
      opened = OpenedCase(form: .store(store, try store.stored()))
    case .file(let file):
      let after = try file.writeSuggestions(of: try decided(file.theCase), writing.writing)
      step.bytes = (file.layout.bytes, after)
      opened = try self.file.open(.readWrite)
    }
    done.append(step)
  }

  /// Takes the last decision of this review back; false where there is none.
  mutating func undo() throws -> Bool {
    guard let last = done.popLast() else { return false }
    switch opened.form {
    case .store(let store, _):
      if let group = last.group { try store.undo(group, by: name, at: Console.now) }
      opened = OpenedCase(form: .store(store, try store.stored()))
    case .file(let file):
      guard let bytes = last.bytes, file.layout.bytes == bytes.after else {
        throw CaseFileError(
          "`\(file.path)` was changed by someone else since, so that nothing was taken back",
          hint: "take the entry out by hand")
      }
      try FileBytes.write(bytes.before, to: file.path)
      opened = try self.file.open(.readWrite)
    }
    if last.isAccepted { accepted -= 1 } else { rejected -= 1 }
    skipped.remove(last.id)
    return true
  }

  /// A suggestion with its words in their sentence.
  func card(_ suggestion: Case.Candidate) -> String {
    let statement = suggestion.statement
    let left = waiting.count { !skipped.contains($0.statement.id) }
    var lines = [
      "",
      "\(statement.source)  \(left.counted("suggestion")) left  confidence \(suggestion.confidence?.text ?? "–")",
      "",
      quoted(statement), "",
    ]
    lines += SuggestionText.reading(statement, in: theCase).map { "  \($0)" }
    lines += suggestion.rules.compactMap { NewEntry(rule: $0)?.rule }.map { "  \($0.shown())" }
    lines.append("[a]ccept  [x] reject  [e]dit  [space] later  [u]ndo  [?] why  [q]uit ")
    return lines.joined(separator: "\n")
  }

  /// The words in brackets, or in another colour, with what stands round them.
  private func quoted(_ statement: Case.Statement) -> String {
    guard let text = opened.texts[statement.source].text,
      let first = statement.quote.spans.first, let last = statement.quote.spans.last
    else {
      return "  \((statement.quote.words(in: nil) ?? "the words are withheld").oneLine.shown())"
    }
    let reach = 160
    let before = text.text(first.start - reach, first.start)
    let after = text.text(last.end, last.end + reach)
    let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    let end = after.firstIndex(of: "\n") ?? after.endIndex
    let (opening, closing) =
      Console.outputHasColour ? ("\u{1B}[7m", "\u{1B}[0m") : ("[", "]")
    let words = statement.quote.spans.map { text.text($0.start, $0.end).oneLine.shown() }
    return "  \(String(before[start...]).oneLineKeepingEnds.shown())"
      + opening + words.joined(separator: " … ") + closing
      + String(after[..<end]).oneLineKeepingEnds.shown()
  }
}

extension String {
  /// White space as single blanks, one kept at either end.
  fileprivate var oneLineKeepingEnds: String {
    let line = oneLine
    guard !line.isEmpty else { return isEmpty ? "" : " " }
    return (first?.isWhitespace ?? false ? " " : "") + line
      + (last?.isWhitespace ?? false ? " " : "")
  }
}
