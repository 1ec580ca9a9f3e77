package import CaseModel

/// Writes a case in its canonical form: the same case always gives the same bytes.
package enum CaseWriter {
  /// - Complexity: O(size of the output); one entry's nodes in memory at a time.
  package static func write(_ theCase: Case, as format: FileLayout.Format) -> [UInt8] {
    switch format {
    case .yaml:
      var sections = YAMLSections(theCase: theCase)
      Case.forEachSection(&sections)
      return sections.writer.output + [UInt8(ascii: "\n")]
    case .json:
      var sections = JSONSections(theCase: theCase)
      Case.forEachSection(&sections)
      return sections.writer.output + Array("\n}\n".utf8)
    case .jsonl:
      var sections = JSONLinesSections(theCase: theCase)
      Case.forEachSection(&sections)
      return sections.writer.output
    }
  }

  /// Entries as the YAML of their section, to be put into a case.
  package static func section<Entry: SectionEntry>(_ entries: [Entry]) -> [UInt8] {
    var writer = YAMLWriter()
    writer.output.append(contentsOf: "\(Entry.section.rawValue):".utf8)
    for entry in entries { writer.list([entry.node()], indent: 2) }
    return writer.output + [UInt8(ascii: "\n")]
  }

  /// How the canonical YAML of a case begins.
  static func yamlOpening(_ header: Case.Header) -> [UInt8] {
    var writer = YAMLWriter()
    writer.output.append(contentsOf: "dragoman: 1\ncase: ".utf8)
    writer.value(header.node(), indent: 2, lineStart: writer.output.count - 6)
    return writer.output
  }

  /// Entries as they stand in the canonical YAML of a case, below the name of their section.
  static func yaml<Entry: SectionEntry>(_ entries: some Sequence<Entry>) -> [UInt8] {
    var writer = YAMLWriter()
    for entry in entries { writer.list([entry.node()], indent: 2) }
    return writer.output
  }

  /// One entry as YAML for a list that begins at `indent`: newline, dash and all.
  static func entry(_ node: Node, indent: Int) -> [UInt8] {
    var writer = YAMLWriter()
    writer.list([node], indent: indent)
    return writer.output
  }

  /// A part on one line, as it stands in a file of `format`.
  static func inline(_ node: Node, as format: FileLayout.Format) -> [UInt8] {
    switch format {
    case .yaml:
      var writer = YAMLWriter()
      _ = writer.flow(node, limit: .max)
      return writer.output
    case .json, .jsonl:
      var writer = JSONWriter()
      writer.value(node)
      return writer.output
    }
  }
}

private struct YAMLSections: SectionVisitor {
  let theCase: Case
  var writer = YAMLWriter()

  init(theCase: Case) {
    self.theCase = theCase
    writer.output = CaseWriter.yamlOpening(theCase.header)
  }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let entries = theCase[keyPath: path]
    guard !entries.isEmpty else { return }
    writer.output.append(contentsOf: "\n\(section.rawValue):".utf8)
    for entry in entries { writer.list([entry.node()], indent: 2) }
  }
}

private struct JSONSections: SectionVisitor {
  let theCase: Case
  var writer = JSONWriter()

  init(theCase: Case) {
    self.theCase = theCase
    writer.output.append(contentsOf: "{\n  \"dragoman\": 1,\n  \"case\": ".utf8)
    writer.value(theCase.header.node())
  }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let entries = theCase[keyPath: path]
    guard !entries.isEmpty else { return }
    writer.output.append(contentsOf: ",\n  \"\(section.rawValue)\": [".utf8)
    for (position, entry) in entries.enumerated() {
      writer.output.append(contentsOf: (position > 0 ? ",\n    " : "\n    ").utf8)
      writer.value(entry.node())
    }
    writer.output.append(contentsOf: "\n  ]".utf8)
  }
}

private struct JSONLinesSections: SectionVisitor {
  let theCase: Case
  var writer = JSONWriter()

  init(theCase: Case) {
    self.theCase = theCase
    writer.output.append(contentsOf: "{\"dragoman\": 1, \"case\": ".utf8)
    writer.value(theCase.header.node())
    writer.output.append(contentsOf: "}\n".utf8)
  }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    for entry in theCase[keyPath: path] {
      writer.output.append(contentsOf: "{\"\(section.rawValue)\": ".utf8)
      writer.value(entry.node())
      writer.output.append(contentsOf: "}\n".utf8)
    }
  }
}
