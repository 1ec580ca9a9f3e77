package import CaseStore

/// Where the workbench takes its case from.
package protocol CaseProvider: Sendable {
  /// The case as it stands, where it is at hand; nil where it has changed and must be read again.
  /// Quick: it is asked at every request, on a thread that may wait for the disk.
  func current() throws -> Snapshot?
  /// The case read again; may take long.
  func reload() throws -> Snapshot
  /// The file that keeps the history of the case and takes changes; nil where there is none.
  var store: DragomanFile? { get }
}

extension CaseProvider {
  package var store: DragomanFile? { nil }
}
