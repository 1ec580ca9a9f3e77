internal import Foundation
package import CaseModel
internal import Foundations

/// A case as it lies on disk: the file, the case, where its parts stand, and the texts beside it.
package struct CaseFile: Sendable {
  /// As the user named it, or the file found in the folder named.
  package let path: String
  package let theCase: Case
  package let layout: FileLayout
  package let texts: CaseTexts

  /// Opens a case file, or the one case in a folder.
  /// - Throws: ``CaseFileError`` where there is no such file; ``UnreadableCaseError`` where it cannot
  ///   be read as a case.
  package static func open(_ argument: String, limits: ReadLimits = ReadLimits()) throws -> CaseFile
  {
    let path = try locate(argument)
    let bytes = try FileBytes.read(path, limit: limits.fileSize)
    if let unfit = UnfitTextError.of(bytes), !unfit.isGuess {
      throw CaseFileError("`\(path)` is \(unfit.words), not a case file", hint: unfit.advice)
    }
    let read: ReadCase
    do {
      read = try CaseReader.read(bytes, as: try format(of: path), limits: limits)
    } catch let unreadable as UnreadableCaseError {
      throw UnreadableFileError(path: path, bytes: bytes, unreadable: unreadable)
    }
    let texts = texts(of: read.theCase, beside: path, limits: limits)
    return CaseFile(path: path, theCase: read.theCase, layout: read.layout, texts: texts)
  }

  /// The same file with other bytes, read again.
  package func reread(_ bytes: [UInt8]) throws(UnreadableCaseError) -> ReadCase {
    try CaseReader.read(bytes, as: layout.format, limits: .unbounded)
  }

  package var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// The format according to a file's name.
  package static func format(of path: String) throws(CaseFileError) -> FileLayout.Format {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "yaml", "yml": return .yaml
    case "json": return .json
    case "jsonl", "ndjson": return .jsonl
    default:
      throw CaseFileError(
        "`\(path)` does not have the ending of a case file",
        hint: "case files end in .dragoman, .yaml, .json or .jsonl")
    }
  }

  /// The file that `argument` names, or the one case in the folder it names: of any form, a
  /// `.dragoman` file too.
  package static func locate(_ argument: String) throws(CaseFileError) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
      throw CaseFileError(
        "there is no case at `\(argument)`", hint: "`dragoman new NAME` makes one")
    }
    guard isFolder.boolValue else { return argument }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: argument)) ?? []).sorted()
    let cases = names.filter { name in
      !name.hasPrefix(".")
        && ((try? format(of: name)) != nil || name.lowercased().hasSuffix(".dragoman"))
    }
    let separator = argument.hasSuffix("/") ? "" : "/"
    switch cases.count {
    case 1: return argument + separator + cases[0]
    case 0:
      throw CaseFileError(
        "the folder `\(argument)` contains no case file", hint: "`dragoman new NAME` makes one")
    default:
      throw CaseFileError(
        "the folder `\(argument)` contains \(cases.count) case files: \(cases.alternatives)",
        hint: "name one of them")
    }
  }

  private static func texts(of theCase: Case, beside path: String, limits: ReadLimits) -> CaseTexts
  {
    let folder = TextFolder(beside: path)
    var texts = CaseTexts()
    for source in theCase.sources {
      guard let file = source.text.file else { continue }
      let found = folder.text(file, recorded: source.text.sha256, limit: limits.fileSize)
      texts.states[source.id] = found.state
      texts.links[source.id] = found.link
    }
    return texts
  }
}

/// An unreadable case with the file it stands in, so that lines can be shown.
package struct UnreadableFileError: Error, Sendable {
  package let path: String
  package let bytes: [UInt8]
  package let unreadable: UnreadableCaseError
}

extension ReadLimits {
  /// For bytes this program has made itself.
  static var unbounded: ReadLimits {
    var limits = ReadLimits()
    limits.fileSize = .max
    limits.aliasedNodes = .max
    return limits
  }
}
