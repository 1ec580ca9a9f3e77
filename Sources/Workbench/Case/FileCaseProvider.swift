package import CaseModel
internal import Foundation
package import Interchange
internal import Synchronization

/// A case file in YAML or JSON, read again whenever it is another file than before; it is never
/// written.
package final class FileCaseProvider: CaseProvider {
  let path: String
  private let limits: ReadLimits
  private let state: Mutex<State>

  private struct State {
    var snapshot: Snapshot
    /// The case file, and the texts it names.
    var paths: [String]
    var marks: [DiskMark]
  }

  package init(_ file: CaseFile, limits: ReadLimits) {
    path = file.path
    self.limits = limits
    let paths = Self.paths(of: file)
    state = Mutex(
      State(snapshot: Self.snapshot(file), paths: paths, marks: paths.map(DiskMark.init)))
  }

  package var filePath: String? { path }

  package func current() throws -> Snapshot? {
    let (paths, marks, snapshot) = state.withLock { ($0.paths, $0.marks, $0.snapshot) }
    return paths.map(DiskMark.init) == marks ? snapshot : nil
  }

  package func reload() throws -> Snapshot {
    // Looked at before it is read: what changes in between is found at the next request.
    let before = DiskMark(path)
    var file = try CaseFile.open(path, limits: limits)
    let paths = Self.paths(of: file)
    let marks = [before] + paths.dropFirst().map(DiskMark.init)
    // The texts once more, as it was not known before which they are.
    file = try CaseFile.open(path, limits: limits)
    let snapshot = Self.snapshot(file)
    state.withLock { $0 = State(snapshot: snapshot, paths: paths, marks: marks) }
    return snapshot
  }

  private static func snapshot(_ file: CaseFile) -> Snapshot {
    Snapshot(file.theCase, texts: file.texts, hash: file.theCase.canonicalHash)
  }

  private static func paths(of file: CaseFile) -> [String] {
    let folder = URL(fileURLWithPath: file.folder)
    return [file.path]
      + file.theCase.sources.compactMap(\.text.file).map { folder.appendingPathComponent($0).path }
  }
}
