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

  func attach(
    _ texts: [(source: Case.Source.ID, bytes: [UInt8])], _ writing: WritingOptions,
    _ who: WhoOptions
  ) throws {
    switch form {
    case .file(let file): try file.attach(texts, writing.writing)
    case .store(let store, _):
      let names = texts.map(\.source.raw).joined(separator: ", ")
      try change(store, who, "attach \(names)") { stored in
        try stored.theCase.attaching(texts)
      }
    }
  }

  /// In a `.dragoman` file the words go out of its pages too.
  func detach(_ id: Case.Source.ID, _ writing: WritingOptions, _ who: WhoOptions) throws {
    switch form {
    case .file(let file): try file.detach(id, writing.writing)
    case .store(let store, let before):
      let file = before.theCase.sources.first { $0.id == id }?.text.file
      try change(store, who, "detach \(id)", withholding: file) { stored in
        try stored.theCase.detaching(id, texts: stored.texts)
      }
    }
  }

  /// Writes the places of quotes.
  func place(_ placing: QuotePlacing, _ writing: WritingOptions, _ who: WhoOptions) throws {
    switch form {
    case .file(let file): try file.place(placing, writing.writing)
    case .store(let store, let before):
      try store.update(
        by: try who.name(before), at: Console.now, message: "places of quotes"
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
  private func change(
    _ store: DragomanFile, _ who: WhoOptions, _ message: String, withholding file: String? = nil,
    _ body: (StoredCase) throws -> SourceChange
  ) throws {
    let name = try who.name(try store.stored())
    try store.update(by: name, at: Console.now, message: message) { stored in
      let change = try body(stored)
      var update = CaseUpdate(change.theCase)
      for (file, bytes) in change.texts { update.texts[file] = bytes }
      let isShared = change.theCase.sources.contains { $0.text.file == file }
      if let file, !isShared { update.withheld = [file] }
      return update
    }
  }
}
