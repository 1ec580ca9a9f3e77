import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

/// A case that a command has opened, whichever form its file has.
struct OpenedCase {
  enum Form {
    /// YAML or JSON, with texts beside it.
    case file(CaseFile)
    /// A `.dragoman` file. It is closed where nothing is left that holds it.
    case store(DragomanFile, StoredCase)
  }

  let form: Form
  /// What is shown in place of what the file holds: with quotes placed, without what is confidential.
  private var shown: (theCase: Case, texts: CaseTexts)?

  init(form: Form) { self.form = form }

  var path: String {
    switch form {
    case .file(let file): file.path
    case .store(let store, _): store.path
    }
  }

  var theCase: Case {
    if let shown { return shown.theCase }
    return switch form {
    case .file(let file): file.theCase
    case .store(_, let stored): stored.theCase
    }
  }

  var texts: CaseTexts {
    if let shown { return shown.texts }
    return switch form {
    case .file(let file): file.texts
    case .store(_, let stored): stored.texts
    }
  }

  /// The `.dragoman` file, where it is one.
  var storeIfAny: DragomanFile? {
    if case .store(let store, _) = form { return store }
    return nil
  }

  /// What of a `.dragoman` file could not be read, where that was asked for.
  var damaged: [DamagedRecord] {
    switch form {
    case .file: []
    case .store(_, let stored): stored.damaged
    }
  }

  /// The same case as it was known in the file at the end of a date; of a YAML file, where entries
  /// alone say when they were entered, as it is.
  func known(at date: EDTFDate?) throws(StoreError) -> OpenedCase {
    guard let date, case .store(let store, _) = form else { return self }
    return OpenedCase(form: .store(store, try store.stored(knownAt: date.latest)))
  }

  /// The case as views read it: every quote with its place, where that can be found, and where `lens`
  /// redacts, case and texts without what is confidential.
  func seen(through lens: Lens) -> OpenedCase {
    var seen = self
    let placed = theCase.placed(in: texts)
    seen.shown = lens.redact ? placed.redacted(texts) : (placed, texts)
    return seen
  }

  /// Whether ``known(at:)`` is answered by the history, so that entries need not say.
  var hasHistory: Bool {
    if case .store = form { return true }
    return false
  }

  /// A finding in words, with the line it stands at or, of a `.dragoman` file, the entry.
  func diagnostic(_ finding: Finding, _ index: CaseIndex) -> Diagnostic {
    switch form {
    case .file(let file):
      Diagnostic(
        finding, path: file.path, bytes: file.layout.bytes, place: place(of: finding, index))
    case .store(let store, _): Diagnostic(finding, inEntryOf: store.path)
    }
  }

  /// Where a finding stands; nil in a `.dragoman` file, which has no lines.
  func place(of finding: Finding, _ index: CaseIndex) -> Place? {
    guard case .file(let file) = form else { return nil }
    return finding.place ?? file.layout.place(of: finding.path, in: index)
  }

  /// `file:line` of an entry's part; nil in a `.dragoman` file.
  func line(of path: EntryPath, _ index: CaseIndex) -> String? {
    guard case .file(let file) = form, let place = file.layout.place(of: path, in: index),
      place.line > 0
    else { return nil }
    return "\(file.path):\(place.line)"
  }

  /// The `.dragoman` file, for commands that only such a file can answer.
  func store(for command: String) throws -> DragomanFile {
    guard case .store(let store, _) = form else {
      throw UsageError(
        "`\(path)` keeps no history, which `dragoman \(command)` needs",
        hint: "`dragoman convert \(path) --output NAME.dragoman` makes a file that does")
    }
    return store
  }
}
