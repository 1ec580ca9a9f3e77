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
  /// The file in YAML or JSON that the case is; nil where it is a `.dragoman` file.
  var filePath: String? { get }
  /// What was done can be undone only as long as it is open.
  var holdsUndo: Bool { get }
  /// Closes what is open, for good.
  func close()
}

extension CaseProvider {
  package var store: DragomanFile? { nil }
  package var filePath: String? { nil }
  package var holdsUndo: Bool { false }
  package func close() { store?.close() }
}
