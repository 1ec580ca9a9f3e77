package import CaseModel
internal import Foundation
internal import Foundations

/// Scenarios of other negotiation programs, brought into the shape of ours: GENIUS XML, GeniusWeb
/// JSON, NegMAS folders.
package enum ScenarioImport {
  package enum Format: String, Sendable, CaseIterable {
    case genius, geniusweb, negmas

    /// As its users call it.
    package var title: String {
      switch self {
      case .genius: "GENIUS"
      case .geniusweb: "GeniusWeb"
      case .negmas: "NegMAS"
      }
    }
  }

  package struct Result: Sendable {
    package let scenario: Case.Scenario
    package let format: Format
    /// The files it was read from, the domain first.
    package let files: [String]
  }

  /// The most files a folder may hold.
  static let mostFiles = 500
  /// Of files passed over so many are named.
  private static let mostNamed = 12

  /// A scenario of another program as the only entry of an otherwise empty case: an `.xml` file, a
  /// GeniusWeb profile, or a folder of such files; nil where `path` is none of these.
  static func open(_ path: String, limits: ReadLimits) throws -> CaseFile? {
    guard isForeign(path, limits: limits) else { return nil }
    let result = try read([path], limits: limits)
    var theCase = Case(
      Case.Header(id: Slug(result.scenario.id.raw), title: result.scenario.title))
    theCase.scenarios = [result.scenario]
    return CaseFile(
      path: path, theCase: theCase, layout: FileLayout(.json, []), texts: CaseTexts([:]))
  }

  private static func isForeign(_ path: String, limits: ReadLimits) -> Bool {
    guard let files = try? expand([path]), files.first == path else {
      // A case's folder holds one file that could be read, a scenario's several.
      let files = (try? expand([path])) ?? []
      return files.count > 1
        && files.contains { (try? ForeignDocument($0, limits: limits, isNamed: false)) != nil }
    }
    if path.lowercased().hasSuffix(".xml") { return true }
    guard path.lowercased().hasSuffix(".json"),
      let bytes = try? FileBytes.read(path, limit: limits.fileSize),
      bytes.firstInvalidUTF8 == nil
    else { return false }
    return ModelFile.firstKey(JSONEvents(bytes)) == "LinearAdditiveUtilitySpace"
  }

  /// - Parameter paths: a folder, or a domain and its profiles in any order, or profiles that hold
  ///   their domain.
  /// - Throws: ``CaseFileError`` where there is nothing to read; ``UnreadableFileError`` for the
  ///   first file at fault, with every place in it.
  package static func read(_ paths: [String], limits: ReadLimits = ReadLimits()) throws -> Result {
    let files = try expand(paths)
    var documents: [ForeignDocument] = []
    for path in files {
      guard let document = try ForeignDocument(path, limits: limits, isNamed: paths.contains(path))
      else {
        continue
      }
      documents.append(document)
    }
    guard
      let format = Format.allCases.first(where: { format in
        documents.contains { $0.format == format }
      })
    else {
      throw CaseFileError(
        "\(paths.alternatives) contains no scenario of another program",
        hint: "GENIUS is .xml, GeniusWeb .json, NegMAS a folder of .yml files")
    }
    let own = documents.filter { $0.format == format }
    let used = Set(own.map(\.path))
    let others = files.filter { !used.contains($0) }
    let domains = own.filter(\.isDomain)
    let profiles = own.filter { !$0.isDomain }
    if domains.count > 1 {
      throw CaseFileError(
        "there are \(domains.count) domains: \(domains.map(\.path).alternatives)",
        hint: "name one of them, with its profiles")
    }
    guard !profiles.isEmpty else {
      throw CaseFileError(
        "there is a domain, but no profile for any party",
        hint: "name the profiles too, or the folder that contains them")
    }
    var importer = ScenarioImporter(format: format)
    var scenario = try importer.scenario(domain: domains.first, profiles: profiles, named: paths)
    if !others.isEmpty {
      let names = others.prefix(mostNamed).map {
        "`\(URL(fileURLWithPath: $0).lastPathComponent.shortened(to: 60))`"
      }
      let more = others.count > names.count ? " and \(others.count - names.count) more" : ""
      scenario.notes.append(
        "Ignored, as not part of a \(format.title) scenario: "
          + names.joined(separator: ", ") + more + ".")
    }
    return Result(
      scenario: scenario, format: format,
      files: (domains + profiles).map(\.path))
  }

  private static func expand(_ paths: [String]) throws(CaseFileError) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CaseFileError("there is no file `\(path)`")
      }
      guard isFolder.boolValue else {
        files.append(path)
        continue
      }
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
        .filter { name in
          !name.hasPrefix(".") && !name.hasPrefix("_")
            && ["xml", "json", "yml", "yaml"].contains(
              URL(fileURLWithPath: name).pathExtension.lowercased())
        }
      guard names.count <= mostFiles else {
        throw CaseFileError(
          "the folder `\(path)` contains \(names.count) possible files",
          hint: "name the domain and its profiles")
      }
      files += names.map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
    }
    return files
  }
}
