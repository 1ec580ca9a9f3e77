internal import CaseModel

/// The formats of other programs that hold coded texts.
package enum ForeignFormat: String, Sendable, CaseIterable {
  case csv, xlsx, qdpx, qdc, annotations, dna

  package var words: String {
    switch self {
    case .csv: "a table of statements (CSV)"
    case .xlsx: "a workbook of statements (XLSX)"
    case .qdpx: "a REFI-QDA project (.qdpx)"
    case .qdc: "a REFI-QDA codebook (.qdc)"
    case .annotations: "Web Annotations (JSON-LD)"
    case .dna: "a file of Discourse Network Analyzer (.dna)"
    }
  }

  /// By the file's first bytes, and by its name where they do not tell.
  package static func of(
    _ bytes: [UInt8], named name: String
  ) throws(ExchangeError) -> ForeignFormat {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if DNAReader.isDatabase(bytes) { return .dna }
    if bytes.starts(with: [0x50, 0x4B]) {
      if ending == "xlsx" || ending == "xlsm" { return .xlsx }
      if ending == "qdpx" { return .qdpx }
      let archive = try ForeignArchive(bytes)
      return archive.names.contains("xl/workbook.xml") ? .xlsx : .qdpx
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes.dropFirst(mark).first { !($0 <= 0x20) }
    switch ending {
    case "csv", "tsv", "tab": return .csv
    case "qdc": return .qdc
    case "json", "jsonld": return .annotations
    case "dna":
      throw ExchangeError(
        "`\(name.shortened(to: 60))` is no SQLite database, and so no file of Discourse Network Analyzer",
        hint: "it may have been cut off when it was copied")
    case "qdpx", "xlsx":
      throw ExchangeError(
        "`\(name.shortened(to: 60))` is no ZIP archive, and so no .\(ending) file")
    default: break
    }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .annotations
    case UInt8(ascii: "<"): return .qdc
    default:
      throw ExchangeError(
        "`\(name.shortened(to: 60))` is in no format that can be taken over",
        hint: "formats are \(allCases.map(\.words).joined(separator: ", "))")
    }
  }

  /// - Parameters:
  ///   - path: of the file, for a database.
  ///   - limit: how many bytes an archive may unpack to.
  package func project(
    _ bytes: [UInt8], at path: String, sheet: String? = nil, limit: Int = 512 << 20
  ) throws(ExchangeError) -> (project: CodedProject, report: ExchangeReport) {
    switch self {
    case .csv: try TableReader.project(csv: bytes)
    case .xlsx: try TableReader.project(xlsx: bytes, sheet: sheet)
    case .qdpx: try QDAReader.project(bytes, limit: limit)
    case .qdc: try QDAReader.codebook(bytes)
    case .annotations: try AnnotationReader.project(bytes)
    case .dna: try DNAReader.project(at: path)
    }
  }
}
