internal import Foundation
internal import CaseModel

/// The folder of a case file, from which its texts are taken and into which they are put: below
/// `texts` and nowhere else, whatever a case names and wherever links lead.
struct TextFolder {
  private let folder: URL
  /// With every link followed.
  private let real: String

  init(beside path: String) {
    self.init(URL(fileURLWithPath: path).deletingLastPathComponent())
  }

  init(_ folder: URL) {
    self.folder = folder
    real = Self.real(folder.path)
  }

  /// What is known of a text, and the file it is a link to, where it is one.
  ///
  /// What lies outside the folder is taken only where it is the very text recorded: a case of others
  /// could name anything on the computer.
  func text(
    _ file: String, recorded: SHA256Digest?, limit: Int
  ) -> (state: TextState, link: String?) {
    if let fault = TextPath.fault(file) { return (.unreadable(fault), nil) }
    let place = folder.appendingPathComponent(file)
    let target = Self.real(place.path)
    let link = target == real + "/" + file ? nil : target
    guard FileManager.default.fileExists(atPath: place.path) else {
      let lost = link.map { "it is a link to `\($0)`, where there is no file" }
      return (lost.map { .unreadable($0) } ?? .missing, link)
    }
    do {
      let bytes = try FileBytes.read(place.path, limit: limit)
      if let link, !link.hasPrefix(real + "/"), SHA256Digest(of: bytes) != recorded {
        return (
          .unreadable(
            "it is a link to `\(link)`, outside the case's folder, and not the text recorded"), link
        )
      }
      if let unfit = UnfitTextError.of(bytes) {
        return (.unreadable("it is \(unfit.words); \(unfit.advice)"), link)
      }
      return (.loaded(try SourceText(utf8: bytes)), link)
    } catch let fault as CaseFileError {
      return (.unreadable(fault.message), link)
    } catch let invalid as SourceText.Invalid {
      return (.unreadable("the byte at offset \(invalid.offset) is not UTF-8"), link)
    } catch {
      return (.unreadable("\(error)"), link)
    }
  }

  /// Makes sure that `bytes` may be put at `file`, before anything is written.
  /// - Returns: whether the very text is there already.
  /// - Parameter old: a text that may be there and makes room.
  /// - Throws: where a case may keep no text there, another text is there, or a link leads elsewhere.
  func check(_ bytes: [UInt8], _ file: String, replacing old: [UInt8]? = nil) throws(CaseFileError) -> Bool {
    if let fault = TextPath.fault(file) {
      throw CaseFileError(
        "nothing is written to `\(file)`: \(fault)",
        hint: "a case keeps its texts in the folder `texts` beside it, and nowhere else")
    }
    let place = folder.appendingPathComponent(file)
    let target = Self.real(place.path)
    if FileManager.default.fileExists(atPath: place.path) {
      let found = try FileBytes.read(place.path, limit: .max - 1)
      if let old, found == old, found != bytes { return false }
      guard found == bytes else {
        throw CaseFileError(
          "another text is already at `\(place.path)`", hint: "move it away", remedy: .chooseID)
      }
      return true
    }
    guard target == real + "/" + file else {
      throw CaseFileError(
        "`\(place.path)` is reached through a link to `\(target)`, and nothing is written there",
        hint: "remove the link, so that the text can be kept in the case's own folder")
    }
    return false
  }

  func put(_ bytes: [UInt8], _ file: String, replacing old: [UInt8]? = nil) throws(CaseFileError) {
    if try check(bytes, file, replacing: old) { return }
    try FileBytes.write(bytes, to: folder.appendingPathComponent(file).path)
  }

  /// Removes a text that is still what was put there.
  func remove(_ bytes: [UInt8], _ file: String) {
    let place = folder.appendingPathComponent(file)
    guard TextPath.fault(file) == nil, Self.real(place.path) == real + "/" + file,
      (try? FileBytes.read(place.path, limit: bytes.count)) == bytes
    else { return }
    try? FileManager.default.removeItem(at: place)
  }

  /// The path with every link followed, also those that lead to what is not there.
  private static func real(_ path: String) -> String {
    var known = path
    var rest: [String] = []
    // As many steps as no honest path has.
    for _ in 0..<200 {
      if let real = realpath(known, nil) {
        defer { free(real) }
        let start = String(cString: real)
        return rest.isEmpty
          ? start : (start == "/" ? "" : start) + "/" + rest.joined(separator: "/")
      }
      let url = URL(fileURLWithPath: known)
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: known) {
        known =
          target.hasPrefix("/") ? target : url.deletingLastPathComponent().path + "/" + target
        continue
      }
      guard known != "/", !url.lastPathComponent.isEmpty else { break }
      rest.insert(url.lastPathComponent, at: 0)
      known = url.deletingLastPathComponent().path
    }
    return path
  }
}
