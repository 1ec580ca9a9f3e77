package import CaseModel

extension CaseWriter {
  /// One entry in a file of its own, as a model is kept without a case.
  package static func model(_ entry: some SectionEntry, as format: FileLayout.Format) -> [UInt8] {
    let node = entry.node()
    switch format {
    case .yaml:
      guard case .map(let pairs) = node.content else { return [] }
      var writer = YAMLWriter()
      for pair in pairs {
        let start = writer.output.count
        writer.scalar(pair.key)
        writer.output.append(contentsOf: ": ".utf8)
        writer.value(pair.value, indent: 2, lineStart: start)
        writer.output.append(UInt8(ascii: "\n"))
      }
      return writer.output
    case .json, .jsonl:
      var writer = JSONWriter()
      if format == .json { writer.pretty(node) } else { writer.value(node) }
      return writer.output + [UInt8(ascii: "\n")]
    }
  }
}
