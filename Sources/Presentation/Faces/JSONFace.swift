internal import CaseModel
internal import Foundation
internal import StateOfPlay

extension ViewContext {
  /// A view as JSON, with what case it is of, through which lens, and by which version.
  public func json(_ view: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let framed = Framed(
      case: index.theCase.header.id.raw, hash: caseHash, lens: lens, version: version, view: view)
    return String(decoding: try encoder.encode(framed), as: UTF8.self).shownInJSON + "\n"
  }
}

extension String {
  /// JSON in which what a terminal would obey is escaped: the encoder leaves DEL, C1 and marks of
  /// direction as they are. They stand within strings alone, as nothing else in JSON has them.
  package var shownInJSON: String {
    guard utf8.hasCommands else { return self }
    var shown = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        let escape = "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        shown.append(contentsOf: escape.unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}

private struct Framed<View: Encodable>: Encodable {
  let `case`: String
  let hash: String
  let lens: Lens
  let version: String
  let view: View
}
