import CaseModel
import CaseStore
import Interchange

/// Adding, attaching and detaching texts, in whichever form the case's file has.
extension OpenedCase {
  func add(
    _ source: Case.Source, text: [UInt8], _ writing: WritingOptions, _ who: WhoOptions
  ) throws {
    switch form {
    case .file(let file): try file.add(source, text: text, writing.writing)
    case .store(let store, _):
      try change(store, who, "add source \(source.id)") { stored in
        try stored.theCase.adding(source, text: text)
      }
    }
  }

  /// - Returns: where each text now is.
  func attach(
    _ texts: [(source: Case.Source.ID, bytes: [UInt8])], _ writing: WritingOptions,
    _ who: WhoOptions
  ) throws -> [String] {
    switch form {
    case .file(let file):
      try file.attach(texts, writing.writing)
      return texts.map { OptionText.beside(file.path, "\(TextPath.folder)/\($0.source).txt") }
    case .store(let store, _):
      let names = texts.map(\.source.raw).joined(separator: ", ")
      try change(store, who, "attach \(names)") { stored in
        try stored.theCase.attaching(texts)
      }
      return texts.map { _ in "part of \(store.path)" }
    }
  }

  /// In a `.dragoman` file the words go out of its pages too.
  ///
  /// - Returns: true where another program still reads the file as it was, so that its log holds the
  ///   words until that program is done.
  func detach(_ id: Case.Source.ID, _ writing: WritingOptions, _ who: WhoOptions) throws -> Bool {
    switch form {
    case .file(let file):
      try file.detach(id, writing.writing)
      return false
    case .store(let store, let before):
      let file = before.theCase.sources.first { $0.id == id }?.text.file
      return try change(store, who, "detach \(id)", withholding: file) { stored in
        try stored.theCase.detaching(id, texts: stored.texts)
      }.leavesWords
    }
  }

  /// The other sources with the same words: in the same file, and in all.
  func othersWithText(
    of id: Case.Source.ID
  ) -> (sameFile: [Case.Source.ID], all: [Case.Source.ID]) {
    guard let record = theCase.sources.first(where: { $0.id == id })?.text else { return ([], []) }
    let others = theCase.sources.filter { other in
      other.id != id && !other.text.withheld
        && (other.text.file == record.file || other.text.sha256 == record.sha256)
    }
    return (others.filter { $0.text.file == record.file }.map(\.id), others.map(\.id))
  }

  /// Writes the places of quotes.
  func place(_ placing: QuotePlacing, _ writing: WritingOptions, _ who: WhoOptions) throws {
    switch form {
    case .file(let file): try file.place(placing, writing.writing)
    case .store(let store, let before):
      try store.update(
        by: try who.name(before), at: Console.now, message: "positions of quotes"
      ) { stored in
        // On the case as it is by now.
        CaseUpdate(QuotePlacing(stored.theCase, texts: stored.texts).theCase)
      }
    }
  }

  /// The bytes of a source's text, and where they lie outside the case's own file.
  func text(of id: Case.Source.ID) -> (bytes: [UInt8]?, path: String?) {
    switch form {
    case .file(let file): (file.texts[id].text?.bytes, file.textPath(of: id))
    case .store(_, let stored): (stored.texts[id].text?.bytes, nil)
    }
  }

  /// Within the write's own transaction, on the case as it then is.
  @discardableResult
  private func change(
    _ store: DragomanFile, _ who: WhoOptions, _ message: String, withholding file: String? = nil,
    _ body: (StoredCase) throws -> SourceChange
  ) throws -> Written {
    let name = try who.name(try store.stored())
    return try store.update(by: name, at: Console.now, message: message) { stored in
      let change = try body(stored)
      var update = CaseUpdate(change.theCase)
      for (file, bytes) in change.texts { update.texts[file] = bytes }
      let isShared = change.theCase.sources.contains { $0.text.file == file }
      if let file, !isShared { update.withheld = [file] }
      return update
    }
  }
}
