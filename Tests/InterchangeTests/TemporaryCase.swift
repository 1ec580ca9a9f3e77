import CaseModel
import Foundation
import Interchange

/// A case file in a folder of its own, which goes when the test is over.
final class TemporaryCase {
  let folder: URL
  let path: String

  init(_ text: String, name: String = "case.yaml", texts: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "dragoman-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("texts"), withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    for (name, text) in texts {
      try Data(text.utf8).write(to: folder.appendingPathComponent("texts/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open() throws -> CaseFile { try CaseFile.open(path) }
  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
  var bytes: [UInt8] { (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init) ?? [] }

  /// The names of everything in the folder, hidden things too.
  var names: [String] {
    (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .sorted()
  }
}

/// `old` with something put in at one place and nothing else touched.
func isInsertion(_ old: [UInt8], _ new: [UInt8]) -> Bool {
  let front = zip(old, new).prefix { $0 == $1 }.count
  let back = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
  return front + back >= old.count && new.count > old.count
}
