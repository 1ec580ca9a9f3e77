internal import CaseModel

/// Writes REFI-QDA 1.5: a project with its texts, or the codebook alone.
package enum QDAWriter {
  /// - Parameter left: what of the case is not in the project, which the file says of itself, so that
  ///   those who read it know.
  /// - Returns: the archive; what is in it, is otherwise in it than in the project, and is not in it.
  package static func project(
    _ project: CodedProject, at moment: String, left: [String] = []
  ) throws(ExchangeError) -> (bytes: [UInt8], report: ExchangeReport) {
    var zip = ZipWriter()
    var report = ExchangeReport()
    let names = QDAText(project, at: moment)
    var without = ExchangeReport.Tally()
    var files: [(name: String, bytes: [UInt8])] = []
    var placed: [String: PositionMap] = [:]
    for document in project.documents {
      guard let text = document.text else { continue }
      let map = PositionMap(text)
      placed[document.id] = map
      if map.isChanged {
        report.changed.append(
          "the line ends of “\(document.title)”, which programs count differently, are written as one character"
        )
      }
      files.append(("sources/\(names.guid("text", document.id)).txt", Array(map.text.utf8)))
    }
    var passages = 0
    for passage in project.passages {
      guard let map = placed[passage.document] else {
        without.add("passages of documents whose text is withheld or missing", passage.id ?? "")
        continue
      }
      if passage.place.flatMap({ map.range($0) }) == nil {
        without.add("passages whose place in the text is unknown", passage.id ?? "")
      } else {
        passages += 1
      }
    }
    report.left = without.lines
    report.taken = [
      .init("documents", files.count), .init("passages", passages),
      .init("codes", project.codes.count), .init("actors", project.units.count),
    ].filter { $0.count > 0 }
    let writer = QDAText(project, at: moment, left: left + report.left)
    try zip.add("project.qde", Array(writer.project(placed).utf8))
    for file in files { try zip.add(file.name, file.bytes) }
    return (zip.finished(), report)
  }

  package static func codebook(_ project: CodedProject) -> [UInt8] {
    Array(QDAText(project, at: "").codebook.utf8)
  }
}

/// A text with one character for each line end, and where its code points are then.
struct PositionMap {
  let text: String
  let isChanged: Bool
  private let places: [Int32]

  init(_ original: String) {
    var text = String.UnicodeScalarView()
    var places: [Int32] = []
    var count: Int32 = 0
    var last: Unicode.Scalar?
    for scalar in original.unicodeScalars {
      if scalar == "\n", last == "\r" {
        // Both characters of the pair are at the place of the one.
        places.append(count - 1)
      } else {
        places.append(count)
        text.append(scalar == "\r" ? "\n" : scalar)
        count += 1
      }
      last = scalar
    }
    places.append(count)
    self.text = String(text)
    self.places = places
    isChanged = original.unicodeScalars.contains("\r")
  }

  func range(_ range: Range<Int>) -> Range<Int>? {
    guard places.indices.contains(range.lowerBound), places.indices.contains(range.upperBound)
    else { return nil }
    let (start, end) = (Int(places[range.lowerBound]), Int(places[range.upperBound]))
    return start < end ? start..<end : nil
  }
}
