import CaseModel
import CaseStore
import Exchange
import Foundation
import Interchange
import StateOfPlay

/// A case that exists, into which what another program coded is brought: as one change of a .dragoman
/// file, in place in a YAML file, whose comments stay.
struct MergeTarget {
  let opened: OpenedCase
  private(set) var existing: ExistingCase
  private let mappingPath: String

  /// - Parameter maxSize: the largest file to read, in megabytes.
  init(_ path: String, isDryRun: Bool, _ maxSize: Int) throws {
    var limits = ReadLimits()
    limits.fileSize = max(limits.fileSize, maxSize * 1_000_000)
    opened = try CaseOptions.open(path, isDryRun ? .readOnly : .readWrite, limits)
    existing = ExistingCase(opened.theCase, opened.texts)
    mappingPath = URL(fileURLWithPath: opened.path).deletingPathExtension().path + ".mapping.json"
  }

  /// A table of positions may be the one that the case itself was written as.
  mutating func knowMatrix() {
    existing.know(matrix: positions(opened.theCase).matrix(opened.theCase).rows)
  }

  /// The mapping that an earlier import saved there.
  var savedMapping: String? {
    FileManager.default.fileExists(atPath: mappingPath) ? mappingPath : nil
  }

  func write(
    _ made: ProjectImport, _ mapping: ExchangeMapping, by who: WhoOptions, from name: String
  ) throws {
    guard made.theCase != existing.theCase else {
      return Console.note("the case has all of it already, and nothing was written")
    }
    if Console.ask("Bring this into `\(opened.path)`?") == false {
      throw UsageError("nothing was written to `\(opened.path)`")
    }
    switch opened.form {
    case .file(let file): try write(made, into: file)
    case .store(let store, let before):
      try store.update(
        by: try who.name(before), at: Console.now, message: "imported from \(name)"
      ) { stored in
        guard stored.group == before.group else {
          throw StoreError(
            .stale, "`\(store.path)` was changed by another program in the meantime",
            hint: "nothing was written; try again")
        }
        var update = CaseUpdate(made.theCase)
        for source in made.theCase.sources {
          guard let file = source.text.file, let text = made.texts[source.id] else { continue }
          update.texts[file] = Array(text.utf8)
        }
        return update
      }
    }
    try FileBytes.write(mapping.bytes, to: mappingPath)
    Console.out("\(opened.path)\n")
  }

  /// - Throws: with the reason and its line where the file cannot be edited in place.
  private static func changed(_ file: CaseFile, to theCase: Case) throws -> CaseFile {
    var memory = EntryMemory()
    do {
      return try file.rewritten(to: theCase, &memory)
    } catch {
      guard error.remedy == .rewriteFile else { throw error }
      let why = file.layout.obstacle
      let place = why.map { ":\($0.line)" } ?? ""
      let reason = why.map { ": \($0.words)" } ?? ""
      throw CaseFileError(
        "`\(file.path)`\(place) cannot be edited in place\(reason)", hint: canonicalHint(file.path))
    }
  }

  private static func canonicalHint(_ path: String) -> String {
    "`dragoman convert \(path) --output NEW.yaml` writes the case in canonical form, without comments, anchors and aliases; or write them out by hand"
  }

  /// What the file has beside the case, such as comments, stays, or nothing is written.
  ///
  /// The texts first, so that the file never names one that is not there; taken away again where the
  /// file cannot be written.
  private func write(_ made: ProjectImport, into file: CaseFile) throws {
    let changed = try Self.changed(file, to: made.theCase)
    if let lost = file.layout.mark(lostIn: changed.layout) {
      throw CaseFileError(
        "`\(file.path)`:\(lost.line): \(lost.words) would be lost, and nothing was written",
        hint: Self.canonicalHint(file.path))
    }
    var texts = file.texts
    for (source, text) in made.texts { texts.states[source] = .loaded(SourceText(text)) }
    let put = try file.putTexts(of: made.theCase, texts)
    do {
      try changed.save()
    } catch {
      file.removeTexts(put)
      throw error
    }
  }
}
