import CaseModel
import Foundation
import Interchange
import TestSupport

/// A case file in a folder of its own, which goes when the test is over.
final class TemporaryCase {
  private let own: TemporaryFolder
  let path: String
  var folder: URL { own.url }

  init(_ text: String, name: String = "case.yaml", texts: [String: String] = [:]) throws {
    own = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: own.url.appendingPathComponent("texts"), withIntermediateDirectories: true)
    path = try own.write(text, to: name)
    for (name, text) in texts { try own.write(text, to: "texts/\(name)") }
  }

  func open() throws -> CaseFile { try CaseFile.open(path) }
  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
  var bytes: [UInt8] { (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init) ?? [] }

  /// The names of everything in the folder, hidden things too.
  var names: [String] { own.names }
}

/// `old` with something put in at one place and nothing else touched.
func isInsertion(_ old: [UInt8], _ new: [UInt8]) -> Bool {
  let front = zip(old, new).prefix { $0 == $1 }.count
  let back = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
  return front + back >= old.count && new.count > old.count
}
