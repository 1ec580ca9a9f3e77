internal import CaseModel
internal import CaseStore
internal import Foundations
internal import Presentation
internal import StateOfPlay

/// One request for a page, as the page sees it.
struct PageRequest: Sendable {
  let lensed: LensedCase
  /// The file behind it, where the case is in one that keeps a history.
  let store: DragomanFile?
  let address: ViewAddress
  /// What the lens adds to the address of another page: written once, for a page has thousands of links.
  private let lensText: String
  /// Of the path.
  let parameters: [String: String]
  let mode: Mode
  let checkpoint: Checkpoint
  /// What was asked and cannot be had, on a page that says so.
  var wrong: Wrong?

  /// A question as it was asked, and why it cannot be meant.
  struct Wrong: Sendable {
    var query: Query
    var problem: Problem
  }

  /// What of the server and the session a page shows.
  struct Mode: Sendable, Hashable {
    var writing = Writing.caseFile
    /// The whole server leaves out what is confidential.
    var isRedacted = false
    /// This session does.
    var isInRoom = false
    /// The case is one of several that the server has.
    var isInLibrary = false
    /// Something in the file is not as its history has it.
    var isDamaged = false
    /// Of a case in YAML or JSON a copy may be made that keeps a history.
    var mayCopy = false
    /// The file in YAML or JSON that changes are written to.
    var writesTo: String?
  }

  /// Whether the case may be changed from here, and why not.
  enum Writing: Sendable, Hashable {
    case allowed
    /// The server was started to refuse changes, or may not write to the file.
    case readOnly
    /// A file in YAML or JSON that may not be written.
    case caseFile
    /// The file is damaged.
    case damaged
    /// What is confidential is left out, and no one should judge by a part.
    case redacted
    /// The record is looked at as it was known earlier.
    case past
  }

  init(
    lensed: LensedCase, store: DragomanFile?, address: ViewAddress, parameters: [String: String],
    mode: Mode, checkpoint: Checkpoint, wrong: Wrong? = nil
  ) {
    (self.lensed, self.store, self.address) = (lensed, store, address)
    (self.parameters, self.mode, self.checkpoint) = (parameters, mode, checkpoint)
    self.wrong = wrong
    lensText = address.at("").href
  }

  /// One of the page's own questions that is a whole number; nil where it is not asked.
  func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let text = address.own[name], !text.isEmpty else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Problem.badRequest(
        "`\(text.shortened(to: 40))` is not a number from \(range.lowerBound) to \(range.upperBound)",
        field: name)
    }
    return number
  }

  var index: CaseIndex { lensed.index }
  var frame: ViewContext { lensed.frame }

  func view<View: PlainView>(_ view: View.Type) throws -> View { try lensed.view(view, checkpoint) }

  /// The address of another page through the same lens.
  func link(_ path: String, _ own: Query = Query()) -> String {
    own.items.isEmpty ? path + lensText : address.at(path, own).href
  }

  func link(_ statement: Case.Statement.ID) -> String { link("/statements/\(statement)") }

  /// The address of what a document links to, through the same lens.
  func address(_ link: Link) -> String? {
    switch link {
    case .entry(.statements, let id): self.link("/statements/\(id)")
    case .entry(let section, let id): self.link("/entries/\(section.rawValue)/\(id)")
    case .cell(let issue, let party): self.link("/positions/\(issue)/\(party)")
    case .tie(let one, let other):
      address.at("/networks/\(one)/\(other)", address.own.only(Page.networkQuestions)).href
    case .document(let source, let statement):
      self.link("/documents/\(source)") + (statement.map { "#s-\($0)" } ?? "")
    case .view(let name): self.link("/\(name)")
    case .place(let name, let anchor): self.link("/\(name)") + "#" + anchor
    case .term(let anchor): self.link("/glossary") + "#\(anchor)"
    case .asking(let questions, let view):
      (view.map { address.at("/\($0)") } ?? address).asking(questions).href
    case .change(let group): self.link("/history/\(group)")
    case .changes(let kind, let key):
      self.link(
        "/history", Query([.init(name: "kind", value: kind), .init(name: "key", value: key)]))
    }
  }

  /// The document as part of the page, with what the page puts into its slots.
  func fragment(_ document: Document, slots: [String: HTML] = [:]) -> HTML {
    HTMLFace(slots: slots, said: { frame.citation($0) }) { address($0) }.fragment(document)
  }

  /// Blocks without a document around them.
  func blocks(_ blocks: [Document.Block]) -> HTML {
    HTMLFace(said: { frame.citation($0) }) { address($0) }.blocks(blocks)
  }

  func csv(_ tables: Table...) -> String { CSVFace().render(tables) }

  /// Statements as links: who speaks and when, with the gist on hovering.
  func references(_ ids: [Case.Statement.ID], most: Int = 6) -> HTML {
    guard !ids.isEmpty else { return HTML() }
    var html: HTML = "<span class=\"reference\">"
    for (position, id) in ids.prefix(most).enumerated() {
      let said = index.statement(id).map { index.saidInShort($0) } ?? "undated"
      let words = index.statement(id).map { "\(index.names($0.speaker)), \(said)" } ?? id.raw
      html +=
        "\(position > 0 ? "; " : "")<a href=\"\(link(id))\" title=\"\(index.statement(id)?.gist ?? id.raw)\" dir=\"auto\">\(words)</a>"
    }
    if ids.count > most { html += " +\(ids.count - most)" }
    return html + "</span>"
  }
}

extension HTML {
  /// A date as it was written, readable by machines where it is one day.
  static func date(_ date: EDTFDate?) -> HTML {
    guard let date else { return "<span class=\"faint\">undated</span>" }
    return date.isDay
      ? "<time datetime=\"\(date.earliest.iso)\">\(date.words)</time>"
      : "<span>\(date.words)</span>"
  }
}
