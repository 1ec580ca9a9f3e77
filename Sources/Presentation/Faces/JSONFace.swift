internal import CaseModel
internal import Foundation
internal import StateOfPlay

extension Frame {
  /// A view as JSON, with what case it is of, through which lens, and by which version.
  public func json(_ view: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let framed = Framed(
      case: index.theCase.header.id.raw, hash: caseHash, lens: lens, version: version, view: view)
    return String(decoding: try encoder.encode(framed), as: UTF8.self) + "\n"
  }
}

private struct Framed<View: Encodable>: Encodable {
  let `case`: String
  let hash: String
  let lens: Lens
  let version: String
  let view: View
}
