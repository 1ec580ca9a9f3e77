internal import CaseModel
internal import CaseStore
internal import Presentation

/// A change of the case that a form asks for.
enum CaseEdit: Sendable {
  /// In place of the verdict that stands at `key`, as it was at revision `expected`; without them a
  /// new one.
  case verdict(Case.Verdict, key: String?, expected: Int?)
  case note(Case.Note)
  case undo(group: Int)
  /// An entry written or removed, by what was made of its form.
  case entry(@Sendable (DragomanFile, String, Moment) throws -> Void)

  /// Its entry names the analyst, who must then be one of the case's.
  var namesAnalyst: Bool {
    if case .undo = self { return false }
    return true
  }

  /// - Throws: ``StoreError``.
  func carryOut(_ store: DragomanFile, by who: String, at moment: Moment) throws {
    switch self {
    case .verdict(let verdict, let key?, let expected?):
      try store.write(
        verdict, key: key, expectedRevision: expected, by: who, at: moment,
        message: "verdict on \(verdict.statements.map(\.raw).joined(separator: ", "))")
    case .verdict(let verdict, _, _):
      try store.setVerdict(verdict, expectedRevision: nil, by: who, at: moment)
    case .note(let note):
      // Sent twice by a second click, it stands there already.
      if try store.theCase().notes.contains(note) { return }
      try store.addNote(note, by: who, at: moment)
    case .undo(let group):
      try store.undo(group, by: who, at: moment)
    case .entry(let write):
      try write(store, who, moment)
    }
  }
}

extension CaseEdit {
  /// - Throws: ``Problem`` where the form cannot be meant of the case.
  static func verdict(_ form: Query, _ theCase: Case, _ signature: Signature, on day: EDTFDate)
    throws -> CaseEdit
  {
    let known = Set(theCase.statements.map(\.id))
    var verdict = Case.Verdict()
    verdict.statements = form.all("statement").map { Case.Statement.ID($0) }
    guard Set(verdict.statements).count >= 2 else {
      throw Problem.badRequest("a verdict needs at least two statements")
    }
    if let unknown = verdict.statements.first(where: { !known.contains($0) }) {
      throw Problem.conflict(
        "the case no longer holds statement `\(unknown.raw.shortened(to: 60))`",
        hint: "load the page again")
    }
    guard let kind = form["verdict"].flatMap({ Case.Verdict.Kind(rawValue: $0) }) else {
      throw Problem.badRequest(
        "the form contains no assessment", hint: "choose one of the verdicts")
    }
    verdict.verdict = kind
    verdict.taken = (form["taken"] ?? "").split(separator: ",").map {
      Case.Statement.ID(String($0))
    }
    guard verdict.taken.allSatisfy({ verdict.statements.contains($0) }) else {
      throw Problem.badRequest("the accepted account is not one of the contradiction's")
    }
    if !verdict.taken.isEmpty, !kind.canTake {
      throw Problem.badRequest(
        "with `\(kind.words)` no account can be accepted",
        hint: "choose no account, or another verdict")
    }
    verdict.reason = form["reason"].flatMap { $0.isBlank ? nil : $0.withPlainLineEnds }
    (verdict.by, verdict.entered) = (signature.who, day)
    let key = form["key"].flatMap { $0.isEmpty ? nil : $0 }
    return .verdict(verdict, key: key, expected: form["expected"].flatMap { Int($0) })
  }

  /// - Throws: ``Problem`` where the form cannot be meant of the case.
  static func note(_ form: Query, _ theCase: Case, _ signature: Signature, on day: EDTFDate)
    throws -> CaseEdit
  {
    let section = EntryReference.sections.first { $0.rawValue == form["section"] }
    guard let section, let id = form["id"], CaseIndex(theCase).position(section, id) != nil else {
      throw Problem.conflict(
        "the case no longer has the entry that the note is on",
        hint: "someone may have removed it: load the page again")
    }
    guard let text = form["text"], !text.isBlank else {
      throw Problem.badRequest("the note is empty", hint: "write some text")
    }
    var note = Case.Note()
    note.to = EntryReference(section, id)
    note.text = text.withPlainLineEnds
    note.confidential = form["confidential"] == "yes"
    (note.by, note.entered) = (signature.who, day)
    return .note(note)
  }

  /// - Throws: ``Problem`` where the form names no group.
  static func undo(_ form: Query) throws -> CaseEdit {
    guard let group = form["group"].flatMap({ Int($0) }) else {
      throw Problem.badRequest("the form does not say which change to undo")
    }
    return .undo(group: group)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// Forms end their lines in two characters.
  fileprivate var withPlainLineEnds: String { replacing("\r\n", with: "\n") }
}
