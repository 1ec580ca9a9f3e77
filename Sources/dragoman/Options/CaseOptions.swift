import ArgumentParser
import CaseModel
import CaseStore
import Interchange

/// Which case.
struct CaseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The case: a file, or a folder that contains just one.", valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "json", "jsonl", "dragoman"]))
  var path: String

  @Option(
    name: .customLong("max-size"),
    help: ArgumentHelp("Largest file to read, in megabytes.", valueName: "MB"))
  var maxSize = 100

  func validate() throws {
    guard (1...1_000_000).contains(maxSize) else {
      throw ValidationError("--max-size is a number of megabytes from 1 to 1000000")
    }
  }

  var limits: ReadLimits {
    var limits = ReadLimits()
    limits.fileSize = maxSize * 1_000_000
    return limits
  }

  /// The place of a `.dragoman` file, which may be too damaged to be opened.
  func storePath(for command: String) throws -> String {
    let found = try CaseFile.locate(path)
    return DragomanFile.isNamed(found) ? found : try open().store(for: command).path
  }

  /// The case in whichever form it has.
  ///
  /// - Parameter access: whether the command will write to it, should it be a `.dragoman` file.
  func open(_ access: DragomanFile.Access = .readOnly) throws -> OpenedCase {
    try Self.open(path, access, limits)
  }

  static func open(
    _ path: String, _ access: DragomanFile.Access, _ limits: ReadLimits
  ) throws -> OpenedCase {
    let found = try CaseFile.locate(path)
    guard DragomanFile.isNamed(found) else {
      return OpenedCase(form: .file(try CaseFile.open(found, limits: limits)))
    }
    let store = try DragomanFile.open(found, access)
    if let log = store.logSetAside {
      Console.note(
        "beside `\(found)` lay a log of another file, which is kept as `\(log)`; its contents are "
          + "not in this one")
    }
    let stored = try store.stored()
    warn(of: try store.damage(), in: found)
    return OpenedCase(form: .store(store, stored))
  }

  /// What is damaged is not shown as if it were not.
  private static func warn(of problems: [Verification.Problem], in path: String) {
    guard let first = problems.first else { return }
    let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
    Console.err(
      "warning: `\(path)` is damaged: \(first.what) \(first.message)\(more)\n"
        + "  hint: `dragoman verify \(path)` names everything; keep the file, and restore a backup\n"
    )
  }

  /// The `.dragoman` file itself, for commands that must work where an entry of it is damaged.
  func openStore(
    for command: String, _ access: DragomanFile.Access = .readOnly
  ) throws -> DragomanFile {
    let found = try CaseFile.locate(path)
    guard DragomanFile.isNamed(found) else { return try open().store(for: command) }
    return try DragomanFile.open(found, access)
  }

  /// The case as far as it can be read; what cannot be is in ``OpenedCase/damaged``.
  func openSalvaging() throws -> OpenedCase {
    let found = try CaseFile.locate(path)
    guard DragomanFile.isNamed(found) else { return try open() }
    let store = try DragomanFile.open(found, .readOnly)
    return OpenedCase(form: .store(store, try store.salvaged()))
  }

  /// A case, or a file with a conflict alone.
  func openModel() throws -> OpenedCase {
    try ModelFile.open(path, limits: limits).map { OpenedCase(form: .file($0)) } ?? open()
  }

  /// A case, or a file with one entry of the section alone.
  func openModel<Entry: ModelFile.Model>(
    _ section: WritableKeyPath<Case, [Entry]>
  ) throws -> OpenedCase {
    try ModelFile.open(path, section, limits: limits).map { OpenedCase(form: .file($0)) } ?? open()
  }
}
