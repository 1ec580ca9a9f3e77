internal import CaseModel
internal import CaseStore
internal import Presentation

extension Page {
  /// The notes on statements, for the cards that show these beside a page.
  static let codingNotes = data("notes", own: ["statement"]) { request in
    CodingNote.all(
      on: Set(request.address.own.all("statement")), request.lensed.theCase,
      request.mode.writing == .allowed ? request.lensed.snapshot.stored : nil)
  }
}

/// A note on a statement, with what takes it back.
struct CodingNote: Encodable {
  var statement: String
  var text: String
  var by: String?
  var entered: String?
  /// The note in the file and its revision; nil where nothing may be written.
  var key: String?
  var expected: Int?

  /// - Parameter stored: the file, where it may be written.
  static func all(
    on statements: Set<String>, _ theCase: Case, _ stored: StoredCase?
  ) -> [CodingNote] {
    theCase.notes.compactMap { note in
      guard note.to.section == .statements, statements.contains(note.to.id) else { return nil }
      var found = CodingNote(statement: note.to.id, text: note.text)
      found.by = note.by.map { who in
        theCase.analysts.first { $0.id.raw == who.raw }?.name ?? who.raw
      }
      found.entered = note.entered?.words
      if let stored, let place = stored.theCase.notes.firstIndex(of: note),
        let name = stored.name(of: .notes, at: place), case .entry(_, let key) = name
      {
        (found.key, found.expected) = (key, stored.revision(of: name))
      }
      return found
    }
  }
}
