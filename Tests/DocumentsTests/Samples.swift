import CaseModel
import CZlib
import Documents
import Foundation

/// Documents made byte by byte for the tests.
enum Samples {
  static func read(
    _ bytes: [UInt8], _ name: String, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws(DocumentError) -> ReadDocument {
    var options = ReadingOptions()
    change(&options)
    return try DocumentReader.read(bytes, named: name, options)
  }

  static func read(_ text: String, _ name: String) throws(DocumentError) -> ReadDocument {
    try read(Array(text.utf8), name)
  }

  /// A ZIP archive; `packs` says whether its files are deflated.
  static func zip(_ files: [(name: String, bytes: [UInt8])], packs: Bool = false) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for file in files {
      let packed = packs ? deflated(file.bytes) : file.bytes
      let sizes = number(packed.count, 4) + number(file.bytes.count, 4)
      let checksum = Int(crc32(0, file.bytes, UInt32(file.bytes.count)))
      let name = Array(file.name.utf8)
      let head =
        number(20, 2) + number(0, 2) + number(packs ? 8 : 0, 2) + number(0, 4) + number(checksum, 4)
        + sizes
        + number(name.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + head + number(0, 2) + number(0, 2)
      directory += number(0, 2) + number(0, 4) + number(archive.count, 4) + name
      archive += [0x50, 0x4B, 3, 4] + head + name + packed
    }
    let start = archive.count
    archive += directory
    archive += [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    archive += number(directory.count, 4) + number(start, 4) + number(0, 2)
    return archive
  }

  static func zip(_ files: [(name: String, text: String)], packs: Bool = false) -> [UInt8] {
    zip(files.map { ($0.name, Array($0.text.utf8)) }, packs: packs)
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 1000)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }

  /// A Word document with this XML in its body and these other files.
  static func docx(
    _ body: String, _ files: [(name: String, text: String)] = [], packs: Bool = false
  ) -> [UInt8] {
    let main = """
      <?xml version="1.0"?><x:document xmlns:x="\(word)"><x:body>\(wordXML(body))</x:body></x:document>
      """
    return zip(
      [("[Content_Types].xml", "<Types/>"), ("word/document.xml", main)]
        + files.map { ($0.name, wordXML($0.text)) }, packs: packs)
  }

  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// The tests write `w:`; the files another prefix, as they may.
  private static func wordXML(_ text: String) -> String {
    text.replacingOccurrences(of: "w:", with: "x:")
  }

  static func wordPart(_ element: String, _ body: String) -> String {
    "<w:\(element) xmlns:x=\"\(word)\">\(body)</w:\(element)>"
  }

  static func odt(_ body: String, automatic: String = "") -> [UInt8] {
    let urn = "urn:oasis:names:tc:opendocument:xmlns"
    let content = """
      <office:document-content xmlns:office="\(urn):office:1.0" xmlns:text="\(urn):text:1.0" \
      xmlns:table="\(urn):table:1.0" xmlns:style="\(urn):style:1.0" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>\(automatic)\
      </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>\
      </office:document-content>
      """
    return zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)])
  }

  /// A PDF with these lines of text on its pages, each with its distance from the page's foot.
  static func pdf(_ pages: [[(line: String, y: Int)]], title: String? = nil) -> [UInt8] {
    var objects: [String] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      let content = lines.map { "BT /F1 11 Tf 72 \($0.y) Td (\($0.line)) Tj ET" }.joined(
        separator: "\n")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    if let title {
      objects.append("<< /Title (\(title)) /CreationDate (D:20240311081500Z) >>")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      file += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R"
    if title != nil { file += " /Info \(objects.count) 0 R" }
    file += " >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  static func resource(_ name: String) -> [UInt8] {
    let path = Bundle.module.bundleURL.appendingPathComponent("Files/\(name)").path
    return [UInt8](FileManager.default.contents(atPath: path) ?? Data())
  }
}

extension ReadDocument {
  var readable: String { String(decoding: text.text.bytes, as: UTF8.self) }

  func warns(_ words: String) -> Bool {
    notes.contains { $0.isWarning && $0.words.contains(words) }
  }
}
