package import CaseModel
package import CaseStore
internal import Foundation
package import Interchange
internal import Synchronization

/// A case file in YAML or JSON that is written as forms change the case: what differs and nothing else, so
/// that comments stay, and before a change counts.
///
/// The forms work on a `.dragoman` file of the session alone, in a folder that no one else may read, which
/// gives them undo, redo and a history for as long as the program runs. The case file is the truth: where
/// another program changes it, the session's file is brought to it, as a change that the history names.
package final class EditedFileProvider: CaseProvider {
  private let path: String
  private let limits: ReadLimits
  private let now: @Sendable () -> Moment
  private let folder: SessionFolder
  private let session: DragomanFile
  private let inner: StoreCaseProvider
  private let state: Mutex<State>
  /// Held while the file is read, so that simultaneous requests read it only once.
  private let reading = Mutex(())

  private struct State {
    /// The case file as it was read or written last.
    var file: CaseFile
    var marks: [DiskMark]
    /// The group of the session's file that it is.
    var group: Int
    var memory = EntryMemory()
    /// The texts that came into the case's folder from here.
    var texts: [String: [UInt8]] = [:]
    var isChanged = false
  }

  /// - Throws: where no file can be made for the session.
  package init(_ file: CaseFile, limits: ReadLimits, now: @escaping @Sendable () -> Moment) throws {
    (path, self.limits, self.now) = (file.path, limits, now)
    folder = try SessionFolder()
    let place = folder.place("session.dragoman")
    var texts = file.texts
    // What cannot be read is as good as not there; the page says so of the source.
    for (id, text) in texts.states { if case .unreadable = text { texts.states[id] = .missing } }
    try DragomanFile.create(
      file.theCase, texts: texts, at: place, by: "dragoman", on: now(),
      message: "read from \(Self.name(file.path))")
    session = try DragomanFile.open(place)
    inner = StoreCaseProvider(session)
    state = Mutex(State(file: file, marks: Self.marks(of: file), group: try session.newestGroup()))
    session.beforeEachChange { [weak self] after in try self?.write(after) }
  }

  /// Whether the file, and its folder, can be written.
  package static func mayWrite(_ path: String) -> Bool {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let manager = FileManager.default
    return manager.isWritableFile(atPath: place.path)
      && manager.isWritableFile(atPath: place.deletingLastPathComponent().path)
  }

  package var store: DragomanFile? { session }
  package var filePath: String? { path }
  package var holdsUndo: Bool { state.withLock { $0.isChanged } }

  package func close() {
    session.close()
    folder.remove()
  }

  package func current() throws -> Snapshot? {
    let (file, marks, group) = state.withLock { ($0.file, $0.marks, $0.group) }
    guard Self.marks(of: file) == marks, try session.newestGroup() == group else { return nil }
    return try inner.current()
  }

  package func reload() throws -> Snapshot {
    try reading.withLock { _ in
      let (known, marks, group) = state.withLock { ($0.file, $0.marks, $0.group) }
      if try Self.marks(of: known) != marks || session.newestGroup() != group { try takeUp() }
      return try inner.current() ?? inner.reload()
    }
  }

  /// Brings the session's file to what the case file holds now.
  private func takeUp() throws {
    let before = DiskMark(path)
    let file = try CaseFile.open(path, limits: limits)
    state.withLock {
      $0.file = file
      $0.marks = [before] + Self.marks(of: file).dropFirst()
    }
    var update = CaseUpdate(file.theCase)
    for source in file.theCase.sources {
      guard let name = source.text.file else { continue }
      if let text = file.texts[source.id].text { update.texts[name] = text.bytes } else { update.withheld.insert(name) }
    }
    try session.update(
      by: "dragoman", at: now(), message: "changed in \(Self.name(path)) by another program"
    ) { _ in update }
    let group = try session.newestGroup()
    state.withLock { $0.group = group }
  }

  /// Puts the case into its file, before the change counts.
  private func write(_ after: StoredCase) throws(StoreError) {
    do {
      try state.withLock { state in
        let texts = try state.file.putTexts(of: after.theCase, after.texts)
        state.texts.merge(texts) { $1 }
        guard after.theCase != state.file.theCase else {
          state.group = after.group
          return
        }
        guard DiskMark(path) == state.marks.first else {
          throw StoreError(
            .refused, "another program has changed \(Self.name(path)) meanwhile, and nothing was written",
            hint: "load the page again, and save once more")
        }
        let made = try state.file.rewritten(to: after.theCase, &state.memory)
        try made.save()
        let named = Set(after.theCase.sources.compactMap(\.text.file))
        made.removeTexts(state.texts.filter { !named.contains($0.key) })
        state.file = made.with(after.texts)
        state.marks = Self.marks(of: state.file)
        state.group = after.group
        state.isChanged = true
      }
    } catch let fault as CaseFileError {
      throw StoreError(
        .refused, "nothing was written: \(fault.message)",
        hint: fault.hint ?? "go on in a .dragoman copy of the case, which the page History offers")
    } catch let fault as StoreError {
      throw fault
    } catch {
      throw StoreError(.failed, "nothing was written: \(error.localizedDescription)")
    }
  }

  private static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  /// Of the case file and the texts that it names.
  private static func marks(of file: CaseFile) -> [DiskMark] {
    let folder = URL(fileURLWithPath: file.folder)
    return [DiskMark(file.path)]
      + file.theCase.sources.compactMap(\.text.file).map { DiskMark(folder.appendingPathComponent($0).path) }
  }
}
