internal import Foundation
package import CaseModel

extension CaseFile {
  /// How a change is put on disk.
  package enum Writing: Sendable {
    /// Only what changes; comments stay.
    case inPlace
    /// The whole file in canonical form; comments go.
    case canonical
  }

  /// Adds a source with its text, which is copied to `texts/` beside the case.
  /// - Throws: ``CaseFileError`` where the id or file name is taken or the text is not UTF-8.
  package func add(_ source: Case.Source, text bytes: [UInt8], _ writing: Writing)
    throws(CaseFileError)
  {
    let change = try theCase.adding(source, text: bytes)
    let newBytes = try edited(to: change.theCase, writing) { edit throws(CaseFileError) in
      try edit.append(source.node(), to: .sources)
    }
    try put(change, newBytes)
  }

  /// Adds an entry at the end of its section.
  /// - Throws: ``CaseFileError`` where the id is taken, or the file cannot be edited so.
  package func add<Entry: IdentifiedEntry>(
    _ entry: Entry, to section: WritableKeyPath<Case, [Entry]>, _ writing: Writing
  ) throws(CaseFileError) {
    guard !theCase[keyPath: section].contains(where: { $0.id == entry.id }) else {
      throw CaseFileError(
        "the case already has a \(Entry.section.noun) `\(entry.id)`",
        remedy: .chooseID)
    }
    var changed = theCase
    changed[keyPath: section].append(entry)
    let bytes = try edited(to: changed, writing) { edit throws(CaseFileError) in
      try edit.append(entry.node(), to: Entry.section)
    }
    try FileBytes.write(bytes, to: path)
  }

  /// Puts a withheld source's text back, after proving that it is the same text.
  /// - Throws: ``CaseFileError`` that names the first difference.
  package func attach(_ texts: [(source: Case.Source.ID, bytes: [UInt8])], _ writing: Writing)
    throws(CaseFileError)
  {
    try replace(try theCase.attaching(texts), writing)
  }

  /// Withholds a source's text: the record keeps digest and length, the quotes their places and
  /// digests. The text's file itself is left to the caller.
  package func detach(_ id: Case.Source.ID, _ writing: Writing) throws(CaseFileError) {
    try replace(try theCase.detaching(id, texts: texts), writing)
  }

  /// Where the text of a source lies, nil where it is withheld.
  package func textPath(of id: Case.Source.ID) -> String? {
    theCase.sources.first { $0.id == id }?.text.file.map {
      URL(fileURLWithPath: folder).appendingPathComponent($0).path
    }
  }

  private func replace(_ change: SourceChange, _ writing: Writing) throws(CaseFileError) {
    let changed = change.theCase
    let newBytes = try edited(to: changed, writing) { edit throws(CaseFileError) in
      for position in change.sources {
        try edit.replace(
          [.key("text")], of: try place(.sources, position),
          with: changed.sources[position].text.node())
      }
      for index in change.statements {
        try edit.replace(
          [.key("quote")], of: try place(.statements, index),
          with: changed.statements[index].quote.node())
      }
    }
    try put(change, newBytes)
  }

  /// Texts first, so that at no instant the case names one that is not there.
  private func put(_ change: SourceChange, _ bytes: [UInt8]) throws(CaseFileError) {
    try Self.putTexts(change.texts, in: folder)
    try FileBytes.write(bytes, to: path)
  }

  func place(_ section: Case.Section, _ index: Int) throws(CaseFileError) -> Place {
    guard let list = layout.sections[section], list.entries.indices.contains(index) else {
      throw CaseFileError("the file has changed since it was read")
    }
    return list.entries[index]
  }

  func edited(
    to changed: Case, _ writing: Writing,
    _ body: (inout InPlaceEdit) throws(CaseFileError) -> Void
  ) throws(CaseFileError) -> [UInt8] {
    switch writing {
    case .canonical: return try CaseWriter.proven(changed, as: layout.format)
    case .inPlace:
      var edit = InPlaceEdit(self)
      try body(&edit)
      return try edit.bytes(expecting: changed)
    }
  }

  /// Puts texts into a case's folder, where the same text stays as it is. All are looked at before
  /// the first is written.
  /// - Throws: where another text has such a name, or a case may keep none there.
  package static func putTexts(
    _ texts: [(file: String, bytes: [UInt8])], in folder: String
  ) throws(CaseFileError) {
    let place = TextFolder(URL(fileURLWithPath: folder))
    for (file, bytes) in texts { _ = try place.check(bytes, file) }
    for (file, bytes) in texts { try place.put(bytes, file) }
  }
}
