package import CaseModel
internal import Foundations

/// A file that cannot be read as a case: everything wrong with it, each with its place.
package struct UnreadableCaseError: Error, Sendable {
  package var findings: [Finding]
  /// Faults beyond those kept.
  package var uncounted = 0

  package init(_ findings: [Finding], uncounted: Int = 0) {
    self.findings = findings
    self.uncounted = uncounted
  }
}

/// A case and where its parts stand in the file.
package struct ReadCase: Sendable {
  package var theCase: Case
  package var layout: FileLayout
}

/// Reads a case from YAML, JSON or JSON Lines.
///
/// Entries become values one at a time as they are read, so that the tree of the whole file never
/// stands in memory.
package enum CaseReader {
  /// - Throws: ``UnreadableCaseError`` with all faults of syntax, type and date.
  package static func read(
    _ bytes: [UInt8], as format: FileLayout.Format, limits: ReadLimits = ReadLimits()
  ) throws(UnreadableCaseError) -> ReadCase {
    guard bytes.count <= limits.fileSize else {
      throw UnreadableCaseError([
        Finding(
          .tooLarge,
          message: "the file has \(bytes.count) bytes; the limit is \(limits.fileSize)",
          remedy: .raiseSizeLimit)
      ])
    }
    if String(validating: bytes, as: UTF8.self) == nil, let offset = bytes.firstInvalidUTF8 {
      throw UnreadableCaseError([notUTF8(bytes, offset)])
    }
    switch format {
    case .yaml: return try read(YAMLEvents(bytes), FileLayout(format, bytes), limits)
    case .json, .jsonl: return try read(JSONEvents(bytes), FileLayout(format, bytes), limits)
    }
  }

  private static func notUTF8(_ bytes: [UInt8], _ offset: Int) -> Finding {
    let line = bytes[..<offset].lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let lineStart = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = bytes[lineStart..<offset].lazy.filter { $0 & 0xC0 != 0x80 }.count + 1
    return Finding(
      .notUTF8,
      place: Place(
        line: UInt32(clamping: line), column: UInt32(clamping: column), start: offset,
        end: offset + 1),
      message: "the byte \(String(bytes[offset], radix: 16)) is not UTF-8",
      hint: "save the file as UTF-8; `iconv -f WINDOWS-1251 -t UTF-8` and the like convert it")
  }

  private static func read(
    _ events: some DocumentEvents, _ layout: FileLayout, _ limits: ReadLimits
  ) throws(UnreadableCaseError) -> ReadCase {
    var reading = CaseReading(Composer(events, limits: limits), layout)
    do {
      try reading.run()
    } catch {
      reading.fail(error)
    }
    return try reading.finish()
  }
}

/// One reading of one file.
private struct CaseReading<Events: DocumentEvents> {
  var composer: Composer<Events>
  var layout: FileLayout
  var reader = NodeReader()
  var theCase = Case(Case.Header())
  var seen: Set<String> = []
  var sawDocument = false

  init(_ composer: Composer<Events>, _ layout: FileLayout) {
    self.composer = composer
    self.layout = layout
  }

  mutating func fail(_ fault: SyntaxError) {
    reader.fail(fault.code, at: fault.place, fault.message, hint: fault.hint)
  }

  mutating func run() throws(SyntaxError) {
    while true {
      let event = try composer.next()
      switch event.kind {
      case .end: return
      case .mapStart:
        if sawDocument, layout.format != .jsonl {
          throw SyntaxError(
            place: event.place, message: "a second document begins here",
            hint: "a case is one document; remove the `---` or the second object")
        }
        sawDocument = true
        try top()
      default:
        sawDocument = true
        throw SyntaxError(
          code: .wrongType, place: event.place, message: "a case is a map of sections",
          hint: "it begins with `dragoman: 1`; `dragoman new` makes one")
      }
    }
  }

  private mutating func top() throws(SyntaxError) {
    while true {
      let event = try composer.next()
      if case .mapEnd = event.kind { return }
      let key = try composer.key(event)
      if let section = Case.Section(rawValue: key) {
        try read(section, event.place)
        continue
      }
      let fresh = seen.insert(key).inserted
      if !fresh { repeated(key, event.place) }
      let valueEvent = try composer.next()
      let value = try composer.node(valueEvent)
      switch key {
      case "dragoman": readVersion(value)
      case "case":
        layout.header = value.place
        if let header = reader.inside(.key(key), { Case.Header.read(value, &$0) }) {
          theCase.header = header
        }
      default: unknown(key, event.place)
      }
    }
  }

  private mutating func repeated(_ key: String, _ place: Place) {
    reader.fail(
      .duplicateKey, at: place, "the key `\(key.shortened(to: 60))` stands twice in this file",
      hint: "put both under one")
  }

  private mutating func unknown(_ key: String, _ place: Place) {
    let known = ["dragoman", "case"] + Case.Section.allCases.map(\.rawValue)
    reader.fail(
      .unknownKey, at: place, "unknown section `\(key.shortened(to: 60))`",
      hint: suggestion(for: key, among: known)
        ?? "a case holds \(known.alternatives)")
  }

  private mutating func readVersion(_ value: Node) {
    guard value.scalar != "1" else { return }
    reader.fail(
      .unknownVersion, at: value.place,
      "this program reads version 1 of the case file, not \(value.scalar ?? "this")",
      hint: "write `dragoman: 1`, or use a newer program")
  }

  private mutating func read(_ section: Case.Section, _ key: Place) throws(SyntaxError) {
    let isRepeated = !seen.insert(section.rawValue).inserted
    if isRepeated, layout.format != .jsonl { repeated(section.rawValue, key) }
    let event = try composer.next()
    // Taken out while it grows, so that no line of JSON Lines copies all places before it.
    var list =
      layout.sections.removeValue(forKey: section)
      ?? FileLayout.Section(key: key, value: event.place, isFlow: false, entries: [])
    defer { layout.sections[section] = list }
    reader.path = EntryPath([.key(section.rawValue)])
    defer { reader.path = EntryPath() }
    switch event.kind {
    case .listStart(let flow):
      list.isFlow = flow
      while true {
        let event = try composer.next()
        if case .listEnd = event.kind {
          list.value.end = event.place.end
          return
        }
        try readEntry(section, event, &list)
      }
    case .mapStart where layout.format == .jsonl: try readEntry(section, event, &list)
    default:
      let node = try composer.node(event)
      if case .null = node.content { return }
      reader.fail(
        .wrongType, at: node.place, "`\(section.rawValue)` is a list",
        hint: "begin each \(section.noun) with `- `")
    }
  }

  private mutating func readEntry(
    _ section: Case.Section, _ event: DocumentEvent, _ list: inout FileLayout.Section
  ) throws(SyntaxError) {
    let node = try composer.node(event)
    reader.path.steps.append(node["id"]?.scalar.map { .id($0) } ?? .index(list.entries.count))
    defer { reader.path.steps.removeLast() }
    list.entries.append(node.place)
    var appender = EntryAppender(theCase: theCase, node: node, reader: reader)
    // Moving the case in and out keeps its arrays unshared, so that appending never copies them.
    theCase = Case(Case.Header())
    Case.visit(section, &appender)
    theCase = appender.theCase
    reader = appender.reader
  }

  mutating func finish() throws(UnreadableCaseError) -> ReadCase {
    if !reader.hasErrors {
      if !sawDocument {
        reader.fail(
          .emptyFile, at: Place(line: 1, column: 1, start: 0, end: 0), "the file is empty",
          hint: "`dragoman new` makes a case")
      } else {
        let missing = ["dragoman", "case"].filter { !seen.contains($0) }
        for key in missing {
          reader.fail(
            .missingKey, at: Place(line: 1, column: 1, start: 0, end: 0),
            "this file has no `\(key)`",
            hint: key == "dragoman"
              ? "a case begins with `dragoman: 1`" : "add `case: {id: …, title: …, parties: […]}`")
        }
      }
    }
    guard !reader.hasErrors else {
      throw UnreadableCaseError(reader.findings, uncounted: reader.uncounted)
    }
    return ReadCase(theCase: theCase, layout: layout)
  }
}

private struct EntryAppender: SectionVisitor {
  var theCase: Case
  let node: Node
  var reader: NodeReader

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    if let entry = Entry.read(node, &reader) { theCase[keyPath: path].append(entry) }
  }
}
