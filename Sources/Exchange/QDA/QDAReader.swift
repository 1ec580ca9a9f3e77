internal import CaseModel
internal import Documents

/// REFI-QDA projects (`.qdpx`) and codebooks (`.qdc`), version 1.0 and 1.5.
package enum QDAReader {
  /// - Parameter limit: how many bytes the archive may unpack to.
  package static func project(
    _ bytes: [UInt8], limit: Int = 512 << 20
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    var archive = try ForeignArchive(bytes, limit: limit)
    let names = archive.names.filter { $0.lowercased().hasSuffix(".qde") }
    // Elsewhere it has any name; the one at the top is the project's.
    guard let name = names.first(where: { !$0.contains("/") }) ?? names.first,
      let xml = try archive.read(name)
    else {
      throw ExchangeError(
        "the archive has no .qde file, so it is no REFI-QDA project",
        hint: "export the project as REFI-QDA (.qdpx)")
    }
    let visitor = QDAVisitor()
    try ForeignArchive.walk(xml, name, visitor)
    guard visitor.isProject else {
      throw ExchangeError("`\(name.shortened(to: 80))` is no REFI-QDA project")
    }
    try visitor.resolveNotes { (note) throws(ExchangeError) -> String? in
      if let text = note.text { return text }
      guard let file = note.path.flatMap({ Self.file($0, in: archive.names) }) else { return nil }
      return try archive.read(file).map { ForeignText($0).text }
    }
    var project = visitor.project
    var left = visitor.left
    for place in project.documents.indices {
      guard let path = visitor.paths[project.documents[place].id] else { continue }
      guard let file = Self.file(path, in: archive.names), let text = try archive.read(file) else {
        left.add("texts that are not in the archive", project.documents[place].title)
        continue
      }
      let decoded = ForeignText(text)
      (project.documents[place].text, project.documents[place].hadByteOrderMark) =
        (decoded.text, decoded.hadByteOrderMark)
      if decoded.replaced {
        left.add("texts with bytes that are not UTF-8, shown as �", project.documents[place].title)
      }
    }
    var report = ExchangeReport()
    report.left =
      left.lines + visitor.leftBefore.map { "left out when the file was written: \($0)" }
    return (project, report)
  }

  package static func codebook(
    _ bytes: [UInt8]
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    let visitor = QDAVisitor()
    try ForeignArchive.walk(bytes, "codebook", visitor)
    guard visitor.isCodebook, !visitor.project.codes.isEmpty else {
      throw ExchangeError(
        "the file is no REFI-QDA codebook with codes in it",
        hint: "export the codes as REFI-QDA codebook (.qdc)")
    }
    try visitor.resolveNotes { (note) throws(ExchangeError) -> String? in note.text }
    var report = ExchangeReport()
    report.left = visitor.left.lines
    return (visitor.project, report)
  }

  /// `internal://GUID.txt` is a file below `sources`; what lies outside of the archive is not read.
  private static func file(_ path: String, in names: [String]) -> String? {
    guard path.hasPrefix("internal://") else { return nil }
    let wanted = path.dropFirst("internal://".count).lowercased()
    return names.first {
      let name = $0.lowercased()
      return name == "sources/\(wanted)" || name == wanted
    }
  }
}

/// The bytes of a text that another program stored.
struct ForeignText {
  let text: String
  let hadByteOrderMark: Bool
  let replaced: Bool

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
        let (low, high) = isLittle ? (place, place + 1) : (place + 1, place)
        return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
      }
      text = String(decoding: units, as: UTF16.self)
      (hadByteOrderMark, replaced) = (true, false)
      return
    }
    hadByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let rest = hadByteOrderMark ? bytes.dropFirst(3) : bytes[...]
    text = String(decoding: rest, as: UTF8.self)
    replaced = rest.firstInvalidUTF8 != nil
  }
}
