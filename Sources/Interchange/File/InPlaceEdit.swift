internal import Foundation
internal import CaseModel

/// Changes to the bytes of a case file that leave all else as it is, comments too.
struct InPlaceEdit {
  private let file: CaseFile
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ file: CaseFile) { self.file = file }

  /// Puts another value in place of the one at a field of an entry.
  mutating func replace(_ path: [EntryPath.Step], of entry: Place, with node: Node)
    throws(CaseFileError)
  {
    guard var old = file.layout.node(at: entry) else { throw Self.cannot }
    var key: Node.Pair?
    for step in path {
      switch (step, old.content) {
      case (.key(let name), .map(let pairs)):
        guard let next = pairs.first(where: { $0.key == name }) else { throw Self.cannot }
        key = next
        old = next.value
      case (.index(let index), .list(let items)) where items.indices.contains(index):
        key = nil
        old = items[index]
      default: throw Self.cannot
      }
    }
    let end = Self.trueEnd(old, file.layout.bytes)
    let inline = CaseWriter.inline(node, as: file.layout.format)
    if let key, key.keyPlace.line != old.place.line {
      // What stood on lines of its own comes up beside its key.
      changes.append((key.keyPlace.end..<end, Array(": ".utf8) + inline))
    } else {
      changes.append((old.place.start..<end, inline))
    }
  }

  /// Puts whole numbers at keys of a map within an entry: in place of those that are there, else before
  /// its first key.
  /// - Parameter item: the map's place in the list at `path`, should a list stand there.
  mutating func set(
    _ values: [(key: String, number: Int)], in path: [EntryPath.Step], item: Int, of entry: Place
  ) throws(CaseFileError) {
    guard var map = file.layout.node(at: entry) else { throw Self.cannot }
    for step in path {
      guard case .key(let name) = step, let next = map[name] else { throw Self.cannot }
      map = next
    }
    if case .list(let items) = map.content {
      guard items.indices.contains(item) else { throw Self.cannot }
      map = items[item]
    }
    guard case .map(let pairs) = map.content, let first = pairs.first else { throw Self.cannot }
    let isJSON = file.layout.format != .yaml
    let bytes = file.layout.bytes
    let isFlow = bytes[map.place.start] == UInt8(ascii: "{")
    var new = ""
    for (key, number) in values {
      if let old = pairs.first(where: { $0.key == key }) {
        guard old.value.place.start < old.value.place.end else { throw Self.cannot }
        if old.value.scalar != "\(number)" {
          changes.append((Self.trimmed(old.value.place, bytes), Array("\(number)".utf8)))
        }
        continue
      }
      new += isJSON ? "\"\(key)\": \(number)" : "\(key): \(number)"
      new += isFlow ? ", " : "\n" + String(repeating: " ", count: Int(first.keyPlace.column) - 1)
    }
    if !new.isEmpty {
      changes.append((first.keyPlace.start..<first.keyPlace.start, Array(new.utf8)))
    }
  }

  /// Puts a new entry at the end of its section, which is made where it is not there.
  mutating func append(_ node: Node, to section: Case.Section) throws(CaseFileError) {
    let layout = file.layout
    let bytes = layout.bytes
    if layout.format == .jsonl {
      var line = JSONWriter()
      line.value(.map([.init(section.rawValue, node)]))
      let separator = bytes.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
      changes.append((bytes.count..<bytes.count, separator + line.output + [UInt8(ascii: "\n")]))
      return
    }
    let inline = CaseWriter.inline(node, as: layout.format)
    guard let list = layout.sections[section] else { return try appendSection(section, node) }
    if list.isFlow {
      guard let last = list.entries.last else {
        // `sources: []` becomes a list of lines in YAML.
        let isBlock = layout.format == .yaml && list.key.column == 1
        var range = Self.trimmed(list.value, bytes)
        while isBlock, range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: " ") {
          range = (range.lowerBound - 1)..<range.upperBound
        }
        changes.append(
          (
            range,
            isBlock
              ? CaseWriter.entry(node, indent: 2)
              : Array("[\n    ".utf8) + inline + Array("\n  ]".utf8)
          ))
        return
      }
      let end = last.end
      let separator = layout.format == .json ? ",\n    " : ", "
      changes.append((end..<end, Array(separator.utf8) + inline))
      return
    }
    guard let last = list.entries.last, let old = layout.node(at: last) else {
      if list.value.start < list.value.end {
        // `sources: null` or `~`.
        let lines =
          layout.format == .yaml
          ? CaseWriter.entry(node, indent: 2)
          : Array(" [\n    ".utf8) + inline + Array("\n  ]".utf8)
        changes.append((list.key.end..<list.value.end, [UInt8(ascii: ":")] + lines))
      } else {
        let end = Self.endOfLine(after: list.key.end, bytes)
        changes.append((end..<end, CaseWriter.entry(node, indent: 2)))
      }
      return
    }
    let end = Self.endOfLine(after: Self.trueEnd(old, bytes), bytes)
    changes.append((end..<end, CaseWriter.entry(node, indent: Self.dashIndent(of: last, bytes))))
  }

  /// Puts new entries at the end of their section, one behind the other.
  mutating func appendAll<Entry: SectionEntry>(
    _ entries: ArraySlice<Entry>
  ) throws(CaseFileError) {
    let before = changes.count
    for entry in entries { try append(entry.node(), to: Entry.section) }
    guard changes.count > before + 1 else { return }
    // Insertions at one place become one, and a section that is new is made once.
    let new = changes[before...]
    changes.removeSubrange(before...)
    guard let first = new.first, new.allSatisfy({ $0.range == first.range && $0.range.isEmpty })
    else { throw Self.cannot }
    var bytes = first.bytes
    let isNew = file.layout.sections[Entry.section] == nil
    for (change, entry) in zip(new, entries).dropFirst() {
      if isNew {
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        bytes += CaseWriter.entry(entry.node(), indent: 2) + [UInt8(ascii: "\n")]
      } else {
        bytes += change.bytes
      }
    }
    changes.append((first.range, bytes))
  }

  /// Puts other entries in place of all of a section, in YAML.
  mutating func replaceAll(_ nodes: [Node], of section: Case.Section) throws(CaseFileError) {
    let bytes = file.layout.bytes
    guard let list = file.layout.sections[section] else {
      guard let first = nodes.first else { return }
      try appendSection(section, first)
      var change = changes.removeLast()
      if change.bytes.last == UInt8(ascii: "\n") { change.bytes.removeLast() }
      for node in nodes.dropFirst() { change.bytes += CaseWriter.entry(node, indent: 2) }
      change.bytes.append(UInt8(ascii: "\n"))
      changes.append(change)
      return
    }
    let lines = nodes.flatMap { CaseWriter.entry($0, indent: 2) }
    let new = Array(":".utf8) + (nodes.isEmpty ? Array(" []".utf8) : lines)
    var end = list.key.end + 1
    if list.isFlow {
      end = Self.trimmed(list.value, bytes).upperBound
    } else if let last = list.entries.last, let old = file.layout.node(at: last) {
      end = Self.endOfLine(after: Self.trueEnd(old, bytes), bytes)
    } else if list.value.start < list.value.end {
      end = Self.trimmed(list.value, bytes).upperBound
    }
    changes.append((list.key.end..<end, new))
  }

  private mutating func appendSection(_ section: Case.Section, _ node: Node) throws(CaseFileError) {
    let bytes = file.layout.bytes
    let isFlow =
      file.layout.format == .json
      || bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    if isFlow {
      guard let brace = bytes.lastIndex(of: UInt8(ascii: "}")) else { throw Self.cannot }
      var end = brace
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      let text = ",\n  \"\(section.rawValue)\": [\n    "
      changes.append(
        (end..<end, Array(text.utf8) + CaseWriter.inline(node, as: .json) + Array("\n  ]".utf8)))
      return
    }
    let separator = bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? "" : "\n"
    changes.append(
      (
        bytes.count..<bytes.count,
        Array("\(separator)\(section.rawValue):".utf8) + CaseWriter.entry(node, indent: 2)
          + [UInt8(ascii: "\n")]
      ))
  }

  /// Changes that were found elsewhere.
  mutating func add(_ new: [NodeEdit.Change]) { changes += new.map { (range: $0.range, bytes: $0.bytes) } }

  /// The file's bytes with all changes made, sure to read as `expected`.
  /// - Throws: where they would not, so that nothing is written.
  func bytes(expecting expected: Case) throws(CaseFileError) -> [UInt8] {
    let old = file.layout.bytes
    let hasWindowsLines = Self.hasWindowsLines(old)
    var result: [UInt8] = []
    var reached = 0
    // What comes to one place comes in the order in which it was asked for, and before what goes from there.
    let ordered = changes.enumerated().sorted { a, b in
      (a.element.range.lowerBound, a.element.range.upperBound, a.offset)
        < (b.element.range.lowerBound, b.element.range.upperBound, b.offset)
    }
    for (_, change) in ordered {
      guard change.range.lowerBound >= reached else { throw Self.cannot }
      result += old[reached..<change.range.lowerBound]
      result += hasWindowsLines ? Self.withWindowsLines(change.bytes) : change.bytes
      reached = change.range.upperBound
    }
    result += old[reached...]
    guard let read = try? file.reread(result), read.theCase == expected else {
      // What no form of writing could bring back is not the fault of how the file is written.
      _ = try CaseWriter.proven(expected, as: file.layout.format)
      throw Self.cannot
    }
    return result
  }

  /// The file's first line ends as Windows' do, and so do lines that come new.
  private static func hasWindowsLines(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: "\r")
  }

  private static func withWindowsLines(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }

  static let cannot = CaseFileError(
    "the file is written in a way that cannot be edited in place",
    remedy: .rewriteFile)

  /// Where a value's last character ends; block values otherwise reach to what follows them.
  static func trueEnd(_ node: Node, _ bytes: [UInt8]) -> Int {
    switch node.content {
    case .list(let items) where bytes[node.place.start] != UInt8(ascii: "["):
      return items.last.map { trueEnd($0, bytes) } ?? node.place.end
    case .map(let pairs) where bytes[node.place.start] != UInt8(ascii: "{"):
      return pairs.last.map { trueEnd($0.value, bytes) } ?? node.place.end
    case .null, .scalar, .literal, .list, .map:
      return trimmed(node.place, bytes).upperBound
    }
  }

  private static func trimmed(_ place: Place, _ bytes: [UInt8]) -> Range<Int> {
    var end = min(place.end, bytes.count)
    while end > place.start, bytes[end - 1] <= 0x20 { end -= 1 }
    return place.start..<end
  }

  static func endOfLine(after offset: Int, _ bytes: [UInt8]) -> Int {
    var end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > offset, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  static func dashIndent(of entry: Place, _ bytes: [UInt8]) -> Int {
    guard let dash = bytes[..<entry.start].lastIndex(of: UInt8(ascii: "-")) else { return 2 }
    let lineStart = bytes[..<dash].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return dash - lineStart
  }
}
