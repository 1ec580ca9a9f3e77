import CaseModel
import CaseStore
import Exchange
import Foundation
import Interchange

/// Where an imported case is written: a file that does not exist yet, and its mapping beside it.
struct ImportTarget {
  let id: Slug
  private let path: String
  private let isStore: Bool
  private let format: FileLayout.Format
  private let mappingPath: String

  init(_ output: String) throws {
    let url = URL(fileURLWithPath: output)
    isStore = DragomanFile.isNamed(output)
    let known = try? CaseFile.format(of: output)
    let stem =
      isStore || known != nil
      ? url.deletingPathExtension().lastPathComponent : url.lastPathComponent
    guard let id = Slug.from(stem) else {
      throw UsageError(
        "no id can be made from `\(stem)`", hint: "use Latin letters, digits and hyphens")
    }
    self.id = id
    format = known ?? .yaml
    // A name without an ending is a folder, as with `dragoman new`.
    path = isStore || known != nil ? output : url.appendingPathComponent("\(id).yaml").path
    mappingPath = URL(fileURLWithPath: path).deletingPathExtension().path + ".mapping.json"
    if FileManager.default.fileExists(atPath: path) {
      throw UsageError(
        "`\(path)` already exists",
        hint: "choose another name, or remove it; its mapping is used again if it stays")
    }
  }

  /// The mapping that an earlier import saved there.
  var savedMapping: String? {
    FileManager.default.fileExists(atPath: mappingPath) ? mappingPath : nil
  }

  func write(
    _ made: ProjectImport, _ mapping: ExchangeMapping, by who: WhoOptions, from name: String
  ) throws {
    var files: [(file: String, bytes: [UInt8])] = []
    for source in made.theCase.sources {
      guard let file = source.text.file, let text = made.texts[source.id] else { continue }
      files.append((file, Array(text.utf8)))
    }
    if isStore {
      let texts = CaseTexts(made.texts.mapValues { .loaded(SourceText($0)) })
      let interrupted = InterruptedWrite(of: path)
      defer { interrupted.end() }
      try DragomanFile.create(
        made.theCase, texts: texts, at: path, by: try who.name(), on: Console.now,
        message: "imported from \(name)")
    } else {
      let bytes = try CaseWriter.proven(made.theCase, as: format)
      do {
        try CaseFile.putTexts(
          files, in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      } catch {
        guard error.remedy == .chooseID else { throw error }
        throw CaseFileError(error.message, hint: "name a folder of its own for the new case")
      }
      try FileBytes.write(bytes, to: path)
    }
    try FileBytes.write(mapping.bytes, to: mappingPath)
    Console.out("\(path)\n")
  }
}
