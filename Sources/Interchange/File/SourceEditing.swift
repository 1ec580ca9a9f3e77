internal import Foundation
public import CaseModel

extension CaseFile {
  /// How a change is put on disk.
  public enum Writing: Sendable {
    /// Only what changes; comments stay.
    case inPlace
    /// The whole file in canonical form; comments go.
    case canonical
  }

  /// Adds a source with its text, which is copied to `texts/` beside the case.
  /// - Throws: ``CaseFileFault`` where the id or file name is taken or the text is not UTF-8.
  public func add(_ source: Case.Source, text bytes: [UInt8], _ writing: Writing)
    throws(CaseFileFault)
  {
    guard !theCase.sources.contains(where: { $0.id == source.id }) else {
      throw CaseFileFault(
        "the case already has a source `\(source.id)`", hint: "choose another with --id")
    }
    guard let file = source.text.file else { throw CaseFileFault("the source names no text file") }
    var changed = theCase
    changed.sources.append(source)
    let newBytes = try edited(to: changed, writing) { edit throws(CaseFileFault) in
      try edit.append(source.node(), to: .sources)
    }
    try putText(bytes, file)
    try FileBytes.write(newBytes, to: path)
  }

  /// Adds an entry at the end of its section.
  /// - Throws: ``CaseFileFault`` where the id is taken, or the file cannot be edited so.
  public func add<Entry: IdentifiedEntry>(
    _ entry: Entry, to section: WritableKeyPath<Case, [Entry]>, _ writing: Writing
  ) throws(CaseFileFault) {
    guard !theCase[keyPath: section].contains(where: { $0.id == entry.id }) else {
      throw CaseFileFault(
        "the case already has a \(Entry.section.noun) `\(entry.id)`",
        hint: "choose another with --id")
    }
    var changed = theCase
    changed[keyPath: section].append(entry)
    let bytes = try edited(to: changed, writing) { edit throws(CaseFileFault) in
      try edit.append(entry.node(), to: Entry.section)
    }
    try FileBytes.write(bytes, to: path)
  }

  /// Puts a withheld source's text back, after proving that it is the same text.
  /// - Throws: ``CaseFileFault`` that names the first difference.
  public func attach(_ texts: [(source: Case.Source.ID, bytes: [UInt8])], _ writing: Writing)
    throws(CaseFileFault)
  {
    var changed = theCase
    var files: [(String, [UInt8])] = []
    for (id, bytes) in texts {
      let position = try position(of: id)
      let source = theCase.sources[position]
      try Attachment.prove(bytes, of: source, in: theCase)
      var record = Case.TextRecord()
      record.file = "texts/\(id).txt"
      record.sha256 = source.text.sha256
      changed.sources[position].text = record
      files.append(("texts/\(id).txt", bytes))
    }
    let newBytes = try edited(to: changed, writing) { edit throws(CaseFileFault) in
      for (id, _) in texts {
        let position = try position(of: id)
        try edit.replace(
          [.key("text")], of: try place(.sources, position),
          with: changed.sources[position].text.node())
      }
    }
    for (file, bytes) in files { try putText(bytes, file) }
    try FileBytes.write(newBytes, to: path)
  }

  /// Withholds a source's text: the record keeps digest and length, the quotes their places and
  /// digests. The text's file itself is left to the caller.
  public func detach(_ id: Case.Source.ID, _ writing: Writing) throws(CaseFileFault) {
    let position = try position(of: id)
    let source = theCase.sources[position]
    guard !source.text.withheld else {
      throw CaseFileFault("the text of `\(id)` is withheld already")
    }
    guard let text = texts[id].text else {
      throw CaseFileFault(
        "the text of `\(id)` cannot be read, so its quotes cannot be proved later",
        hint: "`dragoman check` says what is wrong with it")
    }
    guard text.digest == source.text.sha256 else {
      throw CaseFileFault(
        "the text of `\(id)` is not the one the case was coded from",
        hint: "`dragoman check` says more")
    }
    var changed = theCase
    changed.sources[position].text = Case.TextRecord(
      withheld: text.digest, length: text.bytes.count)
    var touched: [Int] = []
    for index in changed.statements.indices where changed.statements[index].source == id {
      let quote = changed.statements[index].quote
      let withheld = Quote(
        quote.spans.map { span in
          span.sha256 == nil && span.exact == nil
            ? QuoteAnchor(span.start, span.end, in: text)?.withheld ?? span : span.withheld
        })
      if withheld != quote {
        changed.statements[index].quote = withheld
        touched.append(index)
      }
    }
    let newBytes = try edited(to: changed, writing) { edit throws(CaseFileFault) in
      try edit.replace(
        [.key("text")], of: try place(.sources, position),
        with: changed.sources[position].text.node())
      for index in touched {
        try edit.replace(
          [.key("quote")], of: try place(.statements, index),
          with: changed.statements[index].quote.node())
      }
    }
    try FileBytes.write(newBytes, to: path)
  }

  /// Where the text of a source lies, nil where it is withheld.
  public func textPath(of id: Case.Source.ID) -> String? {
    theCase.sources.first { $0.id == id }?.text.file.map {
      URL(fileURLWithPath: folder).appendingPathComponent($0).path
    }
  }

  private func position(of id: Case.Source.ID) throws(CaseFileFault) -> Int {
    if let position = theCase.sources.firstIndex(where: { $0.id == id }) { return position }
    let ids = theCase.sources.map(\.id.raw)
    throw CaseFileFault(
      "unknown source `\(id)`",
      hint: nearest(to: id.raw, among: ids).map { "did you mean `\($0)`?" }
        ?? (ids.isEmpty ? "the case has no sources yet" : "the case has \(ids.alternatives)"))
  }

  private func place(_ section: Case.Section, _ index: Int) throws(CaseFileFault) -> Place {
    guard let list = layout.sections[section], list.entries.indices.contains(index) else {
      throw CaseFileFault("the file has changed since it was read")
    }
    return list.entries[index]
  }

  private func edited(
    to changed: Case, _ writing: Writing,
    _ body: (inout InPlaceEdit) throws(CaseFileFault) -> Void
  ) throws(CaseFileFault) -> [UInt8] {
    switch writing {
    case .canonical: return CaseWriter.write(changed, as: layout.format)
    case .inPlace:
      var edit = InPlaceEdit(self)
      try body(&edit)
      return try edit.bytes(expecting: changed)
    }
  }

  private func putText(_ bytes: [UInt8], _ file: String) throws(CaseFileFault) {
    let place = URL(fileURLWithPath: folder).appendingPathComponent(file).path
    if FileManager.default.fileExists(atPath: place) {
      guard try FileBytes.read(place, limit: .max - 1) == bytes else {
        throw CaseFileFault(
          "another text is already at `\(place)`", hint: "move it away, or choose another --id")
      }
      return
    }
    try FileBytes.write(bytes, to: place)
  }
}
