internal import Foundation

/// A form with files in it (`multipart/form-data`, RFC 7578), read strictly: what departs from the
/// format is refused, not guessed at.
///
/// Parts are ranges of the bytes they came in, so that a large file is not held twice.
struct MultipartForm: Sendable {
  struct Part: Sendable, Hashable {
    var name: String
    /// As the browser gives it, with the folders of a folder that was chosen; nil where the part is a
    /// field and no file.
    var fileName: String?
    var range: Range<Int>
  }

  /// Why a form cannot be read.
  enum FormatError: Error, Sendable, Hashable {
    case malformed
    case tooManyParts
  }

  static let mostParts = 2000
  /// Of one part's head, in bytes.
  static let longestHead = 8192

  let bytes: [UInt8]
  let parts: [Part]

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], boundary: String) throws(FormatError) {
    self.bytes = bytes
    parts = try Self.parts(of: bytes, boundary)
  }

  /// The mark between parts, out of the content type; nil where it is no such form.
  static func boundary(of contentType: String) -> String? {
    let pieces = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
    guard let kind = pieces.first, kind.lowercased() == "multipart/form-data" else { return nil }
    for piece in pieces.dropFirst() where piece.lowercased().hasPrefix("boundary=") {
      var value = piece.dropFirst("boundary=".count)
      if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 {
        value = value.dropFirst().dropLast()
      }
      let isSound =
        (1...70).contains(value.utf8.count)
        && value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
      return isSound ? String(value) : nil
    }
    return nil
  }

  /// The words of a field; nil where there is none, or they are no text.
  func field(_ name: String) -> String? {
    parts.first { $0.name == name && $0.fileName == nil }
      .flatMap { String(validating: bytes[$0.range], as: UTF8.self) }
  }

  /// The files under a name, those that were not chosen left out.
  func files(_ name: String) -> [Part] {
    parts.filter { $0.name == name && $0.fileName?.isEmpty == false }
  }

  private static func parts(of bytes: [UInt8], _ boundary: String) throws(FormatError) -> [Part] {
    let first = Array("--\(boundary)".utf8)
    let between = Array("\r\n--\(boundary)".utf8)
    guard bytes.starts(with: first) else { throw .malformed }
    var parts: [Part] = []
    var place = first.count
    while true {
      let rest = bytes[place...]
      if rest.starts(with: Array("--".utf8)) { return parts }
      guard rest.starts(with: [0x0D, 0x0A]) else { throw .malformed }
      guard parts.count < mostParts else { throw .tooManyParts }
      place += 2
      let head = bytes[place..<min(bytes.count, place + longestHead)]
      guard let headEnd = head.first(of: [0x0D, 0x0A, 0x0D, 0x0A]) else { throw .malformed }
      let (name, fileName) = try names(in: head[..<headEnd])
      let start = headEnd + 4
      guard let end = bytes[start...].first(of: between) else { throw .malformed }
      parts.append(Part(name: name, fileName: fileName, range: start..<end))
      place = end + between.count
    }
  }

  private static func names(
    in head: ArraySlice<UInt8>
  ) throws(FormatError) -> (name: String, fileName: String?) {
    guard let text = String(validating: head, as: UTF8.self) else { throw .malformed }
    let lines = text.split(separator: "\r\n")
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { throw .malformed }
      guard line[..<colon].lowercased() == "content-disposition" else { continue }
      let fields = try fields(of: line[line.index(after: colon)...])
      guard let name = fields["name"] else { throw .malformed }
      return (name, fields["filename"])
    }
    throw .malformed
  }

  /// `form-data; name="a"; filename="b"` as pairs. Browsers write a quotation mark within a name as %22.
  private static func fields(of text: Substring) throws(FormatError) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    guard rest.lowercased().hasPrefix("form-data") else { throw .malformed }
    rest = rest.dropFirst("form-data".count)
    while let sign = rest.first {
      guard sign == ";" else { throw .malformed }
      rest = rest.dropFirst().drop { $0 == " " }
      guard let equals = rest.firstIndex(of: "=") else { throw .malformed }
      let key = rest[..<equals].lowercased()
      rest = rest[rest.index(after: equals)...]
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        throw .malformed
      }
      fields[key] = String(rest[rest.index(after: rest.startIndex)..<end])
        .replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    return fields
  }
}

extension ArraySlice<UInt8> {
  /// Where `pattern` stands first. Each place where its first byte stands is looked at, found by the
  /// system's own search.
  fileprivate func first(of pattern: [UInt8]) -> Int? {
    guard let sign = pattern.first else { return nil }
    let start = startIndex
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var place = 0
      while place + pattern.count <= bytes.count {
        let room = bytes.count - pattern.count + 1 - place
        guard let found = memchr(base + place, Int32(sign), room) else { return nil }
        place = UnsafeRawPointer(found) - base
        if memcmp(base + place, pattern, pattern.count) == 0 { return start + place }
        place += 1
      }
      return nil
    }
  }
}
