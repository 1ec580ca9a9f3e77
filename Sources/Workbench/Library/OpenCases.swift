internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Hummingbird
internal import Interchange
internal import Synchronization

/// The cases of a library that are open: each when it is first asked for, and until no one has asked
/// for a while.
final class OpenCases: Sendable {
  /// An open case with its routes.
  struct Held: Sendable {
    let entry: CaseFolder.Entry
    let site: Site
    let responder: RouterResponder<SiteContext>
    /// The file as it was opened, by its number on the disk; nil where the provider sees to it.
    fileprivate let number: UInt64?
  }

  private struct State {
    var held: [String: (case: Held, used: Duration)] = [:]
    var summaries: [SummaryKey: CaseSummary] = [:]

    /// What could not be undone afterwards stays.
    mutating func removeUnused(_ now: Duration) {
      held = held.filter {
        now - $0.value.used < OpenCases.idleLimit || $0.value.case.site.keeper.holdsUndo
      }
    }
  }

  private struct SummaryKey: Hashable {
    var path: String
    var marks: [DiskMark]
    var redact: Bool
  }

  /// A case unused for so long is closed.
  static let idleLimit = Duration.seconds(900)
  /// Beyond so many the one unused for longest is closed.
  static let most = 12

  let folder: CaseFolder
  private let host: SiteHost
  private let limits: ReadLimits
  private let state = Mutex(State())
  /// Held while a case is opened, so that many who ask at once have it opened once.
  private let opening = Mutex(())

  init(_ folder: CaseFolder, on host: SiteHost, limits: ReadLimits) {
    (self.folder, self.host, self.limits) = (folder, host, limits)
  }

  /// The case of that name; nil where the folder has none. Looks at the disk.
  ///
  /// - Throws: where it cannot be opened, with why.
  func held(_ name: String) throws -> Held? {
    if let held = known(name) { return held }
    guard let entry = try folder.entries().first(where: { $0.name == name }) else { return nil }
    return try opening.withLock { _ in
      if let held = known(name) { return held }
      let number = DragomanFile.isNamed(entry.path) ? DiskMark(entry.path).number : nil
      let site = Site(
        try provider(entry.path, mayWrite: true), on: host, base: BaseAddress(text: LibraryRoute.base(of: name)),
        copying: { [weak self, folder] in
          let owner = self
          let path = folder.free(name)
          return WritableCopy.Place(path: path, origin: entry.path) {
            owner?.state.withLock { $0.held[name] = nil }
            let copy = try folder.entries().first { $0.path == path }
            return BaseAddress(text: LibraryRoute.base(of: copy?.name ?? name))
          }
        })
      let held = Held(
        entry: entry, site: site, responder: site.router().buildResponder(), number: number)
      keep(held)
      return held
    }
  }

  /// The same where it is open and its file is still that file.
  private func known(_ name: String) -> Held? {
    let now = host.clock()
    return state.withLock { state in
      guard let held = state.held[name]?.case else { return nil }
      guard held.number == nil || DiskMark(held.entry.path).number == held.number else {
        state.held[name] = nil
        return nil
      }
      state.held[name]?.used = now
      return held
    }
  }

  /// Requests under way keep what they use: the file is closed with the last of them.
  private func keep(_ held: Held) {
    let now = host.clock()
    state.withLock { state in
      state.held[held.entry.name] = (held, now)
      state.removeUnused(now)
      while state.held.count > Self.most,
        let oldest = state.held.filter({ !$0.value.case.site.keeper.holdsUndo }).min(by: { ($0.value.used, $0.key) < ($1.value.used, $1.key) })
      {
        state.held[oldest.key] = nil
      }
    }
  }

  /// Closes what has not been used for long.
  func closeUnused() {
    let now = host.clock()
    state.withLock { state in
      state.removeUnused(now)
    }
  }

  var openNames: [String] { state.withLock { $0.held.keys.sorted() } }

  /// Closes all, for good.
  func close() {
    let all = state.withLock { state in
      defer { state.held = [:] }
      return state.held.values.map(\.case)
    }
    for held in all { held.site.keeper.close() }
  }

  private func provider(_ path: String, mayWrite: Bool = false) throws -> any CaseProvider {
    guard DragomanFile.isNamed(path) else {
      let file = try CaseFile.open(path, limits: limits)
      guard mayWrite, !host.options.isReadOnly, EditedFileProvider.mayWrite(path) else {
        return FileCaseProvider(file, limits: limits)
      }
      return try EditedFileProvider(file, limits: limits, now: host.now)
    }
    return StoreCaseProvider(try open(path))
  }

  private func open(_ path: String) throws(StoreError) -> DragomanFile {
    let store: DragomanFile
    do {
      store = try DragomanFile.open(path, host.options.isReadOnly ? .readOnly : .readWrite)
    } catch {
      guard error.kind == .readOnly || error.kind == .failed else { throw error }
      store = try DragomanFile.open(path, .readOnly)
    }
    // What is damaged is not shown as if it were not.
    _ = try store.damage()
    return store
  }

  /// What the library says of a case.
  ///
  /// - Throws: where it cannot be read, with why.
  func summary(of entry: CaseFolder.Entry, redact: Bool) throws -> CaseSummary {
    let key = SummaryKey(
      path: entry.path, marks: [DiskMark(entry.path), DiskMark(entry.path + "-wal")],
      redact: redact)
    if let summary = state.withLock({ $0.summaries[key] }) { return summary }
    // One that is open is asked, so that a file is not opened twice by one program.
    let keeper = try known(entry.name)?.site.keeper ?? provider(entry.path)
    let snapshot = try keeper.current() ?? keeper.reload()
    let summary = try CaseSummary(
      snapshot, store: keeper.store, path: entry.path, redact: redact)
    state.withLock { state in
      state.summaries = state.summaries.filter {
        $0.key.path != key.path || $0.key.redact != redact
      }
      state.summaries[key] = summary
    }
    return summary
  }
}
