package import CaseModel

/// The bytes of entries that were taken out of a file while it is worked on: what is put back, as by an
/// undo, comes back with its comments.
package struct EntryMemory: Sendable {
  fileprivate var entries: [String: [UInt8]] = [:]

  package init() {}
}

extension CaseFile {
  /// The file as it would hold `changed`: only what differs is written, and comments elsewhere stay. JSON has
  /// none, and is written in canonical form.
  /// - Throws: ``CaseFileError`` where the file is written in a way that cannot be edited so.
  package func rewritten(
    to changed: Case, _ memory: inout EntryMemory
  ) throws(CaseFileError) -> CaseFile {
    var bytes: [UInt8]?
    if layout.format == .yaml {
      for detail in Rewriting.Detail.allCases {
        var rewriting = Rewriting(self, to: changed, detail, memory)
        Case.forEachSection(&rewriting)
        guard let made = rewriting.bytes else { continue }
        memory = rewriting.memory
        bytes = made
        break
      }
    } else {
      bytes = try CaseWriter.proven(changed, as: layout.format)
    }
    guard let bytes, let read = try? reread(bytes), read.theCase == changed else {
      throw InPlaceEdit.cannot
    }
    return CaseFile(path: path, theCase: read.theCase, layout: read.layout, texts: texts)
  }

  /// The same file with the texts as they are now.
  package func with(_ texts: CaseTexts) -> CaseFile {
    CaseFile(path: path, theCase: theCase, layout: layout, texts: texts)
  }

  /// Puts the texts of `changed` beside the case that it did not have: before the file names them.
  /// - Returns: the texts that are new, by file.
  /// - Throws: ``CaseFileError`` where another text is in such a place.
  package func putTexts(of changed: Case, _ new: CaseTexts) throws(CaseFileError) -> [String: [UInt8]] {
    let folder = TextFolder(beside: path)
    var old: [String: [UInt8]] = [:]
    for source in theCase.sources {
      if let file = source.text.file, let text = texts[source.id].text { old[file] = text.bytes }
    }
    var put: [String: [UInt8]] = [:]
    for source in changed.sources {
      guard let file = source.text.file, let text = new[source.id].text, old[file] != text.bytes else {
        continue
      }
      try folder.put(text.bytes, file, replacing: old[file])
      if old[file] == nil { put[file] = text.bytes }
    }
    return put
  }

  /// Removes texts that were put beside the case and are no longer of it.
  package func removeTexts(_ gone: [String: [UInt8]]) {
    let folder = TextFolder(beside: path)
    for (file, bytes) in gone.sorted(by: { $0.key < $1.key }) { folder.remove(bytes, file) }
  }

  /// Puts the file's bytes on the disk.
  package func save() throws(CaseFileError) { try FileBytes.write(layout.bytes, to: path) }
}

/// Goes through the sections and edits those that differ.
private struct Rewriting: SectionVisitor {
  /// How much is replaced at once.
  enum Detail: CaseIterable {
    case fields, entries, sections
  }

  let file: CaseFile
  let wanted: Case
  let detail: Detail
  var memory: EntryMemory
  private var edit: InPlaceEdit
  private var isDone = true

  init(_ file: CaseFile, to wanted: Case, _ detail: Detail, _ memory: EntryMemory) {
    (self.file, self.wanted, self.detail, self.memory) = (file, wanted, detail, memory)
    edit = InPlaceEdit(file)
    guard file.theCase.header != wanted.header else { return }
    guard let place = file.layout.header, let written = file.layout.node(at: place) else {
      isDone = false
      return
    }
    var fields = NodeEdit(file.layout.bytes)
    do {
      try fields.change(written, from: file.theCase.header.node(), to: wanted.header.node())
      edit.add(fields.changes)
    } catch {
      isDone = false
    }
  }

  /// Nil where it cannot be done in this detail.
  var bytes: [UInt8]? { isDone ? try? edit.bytes(expecting: wanted) : nil }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let (old, new) = (file.theCase[keyPath: path], wanted[keyPath: path])
    guard isDone, old != new else { return }
    do {
      let list = file.layout.sections[section]
      if detail != .sections, let list, !list.isFlow, list.entries.count == old.count, !old.isEmpty, !new.isEmpty {
        try change(section, list.entries, old, new)
      } else {
        try edit.replaceAll(new.map { $0.node() }, of: section)
      }
    } catch {
      isDone = false
    }
  }

  private mutating func change<Entry: SectionEntry>(
    _ section: Case.Section, _ places: [Place], _ old: [Entry], _ new: [Entry]
  ) throws {
    let bytes = file.layout.bytes
    let lists = ListChange(from: old.map(\.ownKey), to: new.map(\.ownKey))
    guard !lists.kept.isEmpty else { throw NodeEdit.NotHere() }
    var ends: [Int: Int] = [:]
    func end(_ index: Int) throws(NodeEdit.NotHere) -> Int {
      if let known = ends[index] { return known }
      guard let node = file.layout.node(at: places[index]) else { throw NodeEdit.NotHere() }
      ends[index] = InPlaceEdit.trueEnd(node, bytes)
      return InPlaceEdit.trueEnd(node, bytes)
    }
    var fields = NodeEdit(bytes)
    for (from, to) in lists.kept where old[from] != new[to] {
      guard detail == .fields, let node = file.layout.node(at: places[from]) else {
        let indent = Int(places[from].column) - 1
        let lines = CaseWriter.entry(new[to].node(), indent: max(0, indent - 2)).drop { $0 != UInt8(ascii: "-") }
        edit.add([(places[from].start..<(try end(from)), Array(lines.dropFirst(2)))])
        continue
      }
      try fields.change(node, from: old[from].node(), to: new[to].node())
    }
    edit.add(fields.changes)
    for index in lists.removed {
      let range = try fields.entryLines(places[index].start, try end(index))
      let lines = bytes[range]
      memory.entries[Self.name(section, old[index])] = [UInt8(ascii: "\n")] + lines.trimmedEnd
      edit.add([(range, [])])
    }
    for (neighbour, indices) in lists.added {
      let indent = InPlaceEdit.dashIndent(of: places[0], bytes)
      let words = indices.flatMap { index in
        memory.entries[Self.name(section, new[index])]
          ?? CaseWriter.entry(new[index].node(), indent: indent)
      }
      let end = try neighbour.map { index throws(NodeEdit.NotHere) in try end(index) }
      edit.add([try fields.insertion(words, after: end, before: places[0].start)])
    }
  }

  private static func name(_ section: Case.Section, _ entry: some SectionEntry) -> String {
    "\(section.rawValue) \(entry.node().json)"
  }
}

extension SectionEntry {
  fileprivate var ownKey: String { entryID ?? node().json }
}

extension ArraySlice<UInt8> {
  /// Without the line end, and the blanks before it.
  fileprivate var trimmedEnd: [UInt8] {
    var end = endIndex
    while end > startIndex, self[end - 1] <= 0x20 { end -= 1 }
    // Lines get the file's own line ends when they are put in.
    return self[startIndex..<end].filter { $0 != UInt8(ascii: "\r") }
  }
}
