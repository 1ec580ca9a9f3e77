public import CaseModel
internal import Foundation
public import Interchange
internal import Synchronization

/// A case file in YAML or JSON, read again whenever it is another file than before; it is never
/// written.
public final class FileKeeper: CaseKeeper {
  private struct Mark: Equatable, Sendable {
    var modified: Date?
    var size: UInt64?
    var number: UInt64?
  }

  private let path: String
  private let limits: ReadLimits
  private let state: Mutex<(snapshot: Snapshot, mark: Mark)>

  public init(_ file: CaseFile, limits: ReadLimits) {
    path = file.path
    self.limits = limits
    state = Mutex((Self.snapshot(file), Self.mark(of: file.path)))
  }

  public func current() throws -> Snapshot? {
    let mark = Self.mark(of: path)
    return state.withLock { $0.mark == mark ? $0.snapshot : nil }
  }

  public func reload() throws -> Snapshot {
    let mark = Self.mark(of: path)
    let snapshot = Self.snapshot(try CaseFile.open(path, limits: limits))
    state.withLock { $0 = (snapshot, mark) }
    return snapshot
  }

  private static func snapshot(_ file: CaseFile) -> Snapshot {
    Snapshot(file.theCase, texts: file.texts, hash: file.theCase.canonicalHash)
  }

  private static func mark(of path: String) -> Mark {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return Mark(
      modified: attributes?[.modificationDate] as? Date,
      size: (attributes?[.size] as? NSNumber)?.uint64Value,
      number: (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value)
  }
}
