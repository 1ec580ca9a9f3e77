import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Foundations
import Interchange
import StateOfPlay

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a case in another form: .dragoman, or canonical YAML, JSON or JSON Lines.",
    discussion: """
      The same case always gives the same bytes. To standard output, or with --output to a file, \
      whose ending tells the form. Texts go along: into the .dragoman file, or into texts/ beside \
      the YAML. Entries keep who entered them and when; the history of a .dragoman file stays in \
      it, and a new one begins its own. Over a YAML file with comments --rewrite must be given, as \
      they are lost; into a .dragoman file that is there already, --update brings what differs, \
      as one change. Where that removes entries or undoes later changes, as of a copy that was \
      changed apart, they are named, and --overwrite must be given or the question answered. \
      Nothing is written but the file named and, beside YAML and JSON, its texts below texts/.

      Examples:
        dragoman convert Examples/istanbul --output istanbul.dragoman
        dragoman convert Examples/istanbul --to json
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case yaml, json, jsonl, dragoman
  }

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(
    name: .customLong("to"),
    help: "The form: yaml, json, jsonl or dragoman; as --output ends, else yaml.")
  var form: Form?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Writing") var writing: WritingOptions

  @Flag(help: "Make a .dragoman file that is there already equal to the case, as one change.")
  var update = false

  @Flag(
    help: "Do not ask where the file that is there holds what the case does not; it is lost to it.")
  var overwrite = false

  @Flag(help: "Leave out confidential entries and whatever rests on them alone.")
  var redact = false

  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    let opened = try file.openSalvaging()
    let wanted = try wanted()
    try refuseTextsOutside(opened)
    let (theCase, texts) =
      redact
      ? opened.theCase.redactedForOthers(opened.texts)
      : (theCase: opened.theCase, texts: opened.texts)
    switch wanted {
    case .dragoman: try write(theCase, texts, of: opened, toStore: try storeName())
    case .yaml: try write(theCase, texts, of: opened, as: .yaml)
    case .json: try write(theCase, texts, of: opened, as: .json)
    case .jsonl: try write(theCase, texts, of: opened, as: .jsonl)
    }
    guard !opened.damaged.isEmpty else { return }
    Console.warn(of: opened.damaged, in: opened.path, isRedacted: redact)
    Console.note("what is named here was left out of the case written")
    throw ExitCode(Console.Code.findings.rawValue)
  }

  /// A file that names texts where no case may keep them was made by hand, perhaps to do harm:
  /// nothing of it is written anywhere.
  private func refuseTextsOutside(_ opened: OpenedCase) throws {
    let outside = opened.damaged.filter(\.isTextOutside)
    guard let first = outside.first else { return }
    let all = outside.prefix(50).map { "\($0.record): \($0.reason)" }.joined(separator: "; ")
    throw CaseFileError(
      "nothing is written: \(outside.count == 1 ? "\(first.record): \(first.reason)" : all)",
      hint: "a case keeps its texts in the folder `texts` beside it and nowhere else; ask who gave "
        + "you this file, and see `dragoman log \(opened.path)`")
  }

  private func wanted() throws -> Form {
    let told = output.flatMap { name -> Form? in
      if DragomanFile.isNamed(name) { return .dragoman }
      return (try? CaseFile.format(of: name)).flatMap { Form(rawValue: $0.rawValue) }
    }
    if let form, let told, form != told, form == .dragoman || told == .dragoman {
      throw UsageError(
        "`\(output ?? "")` does not end as \(form.rawValue) does",
        hint: "leave out --to, or name a file that ends in .\(form.rawValue)")
    }
    return form ?? told ?? .yaml
  }

  private func storeName() throws -> String {
    guard let output else {
      throw UsageError(
        "a .dragoman file cannot go to standard output", hint: "name it with --output")
    }
    return output
  }

  private func write(
    _ theCase: Case, _ texts: CaseTexts, of opened: OpenedCase, toStore output: String
  ) throws {
    let message = "\(update ? "brought up to" : "made from") \(opened.path)"
    if update, FileManager.default.fileExists(atPath: output) {
      return try self.update(output, to: theCase, texts, of: opened, message)
    }
    do {
      try DragomanFile.create(
        theCase, texts: texts, at: output, by: try who.name(), on: Console.now,
        message: message)
    } catch let fault as StoreError where fault.kind == .exists && DragomanFile.isNamed(output) {
      throw StoreError(
        .exists, fault.message, hint: "--update brings what differs into it, as one change")
    }
    let missing = theCase.sources.count { $0.text.file != nil && texts[$0.id].text == nil }
    if missing > 0 {
      Console.note(
        "\(missing.counted("text")) named by the case could not be found; see `dragoman check`")
    }
    Console.out("\(output)\n")
    tellOfHistory(opened)
  }

  private func update(
    _ output: String, to theCase: Case, _ texts: CaseTexts, of opened: OpenedCase, _ message: String
  ) throws {
    guard opened.damaged.isEmpty else {
      throw StoreError(
        .damaged,
        "`\(opened.path)` holds what cannot be read, and `\(output)` would lose it: "
          + opened.damaged.prefix(5).map(\.record).joined(separator: ", "),
        hint: "put it right first (`dragoman log`, `dragoman undo`), or convert it into a new file")
    }
    let store = try DragomanFile.open(output)
    let losses = try store.losses(updatingTo: theCase, from: opened.storeIfAny)
    try LossQuestion(losses, of: output, by: opened.path).settle(isAllowed: overwrite)
    let written = try store.update(
      by: try who.name(try store.stored()), at: Console.now, message: message
    ) { stored in
      guard stored.group == losses.group else {
        throw StoreError(
          .stale, "`\(output)` was changed by another program meanwhile",
          hint: "nothing was written; try again")
      }
      var update = CaseUpdate(theCase)
      for source in theCase.sources {
        if let file = source.text.file, let text = texts[source.id].text {
          update.texts[file] = text.bytes
        }
      }
      return update
    }
    let count = written.revisions.count
    Console.out("\(output): \(count == 0 ? "nothing differs" : count.counted("change"))\n")
  }

  private func write(
    _ theCase: Case, _ texts: CaseTexts, of opened: OpenedCase, as format: FileLayout.Format
  ) throws {
    let bytes = try CaseWriter.proven(theCase, as: format)
    guard let output else { return Console.out(bytes) }
    try FileBytes.checkTarget(output)
    try settleLosses(theCase, over: output, of: opened)
    let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
    var files: [(file: String, bytes: [UInt8])] = []
    for source in theCase.sources {
      guard let file = source.text.file, let text = texts[source.id].text else { continue }
      files.append((file, text.bytes))
    }
    try CaseFile.putTexts(files, in: folder)
    // The case last, so that it never names a text that is not there yet.
    try FileBytes.write(bytes, to: output)
    let link = FileBytes.linkTarget(output).map { ", a link to `\($0)`" } ?? ""
    let below =
      files.isEmpty
      ? ""
      : ", and \(files.count.counted("text")) below `\(OptionText.beside(output, TextPath.folder))`"
    Console.note("written to `\(output)`\(link)\(below)")
    tellOfHistory(opened)
  }

  /// What is lost where a case takes the place of the file that is there.
  private func settleLosses(_ theCase: Case, over output: String, of opened: OpenedCase) throws {
    guard FileManager.default.fileExists(atPath: output) else { return }
    guard let old = try? CaseFile.open(output) else {
      if overwrite || writing.rewrite { return }
      throw UsageError(
        "`\(output)` is there already, and cannot be read as a case",
        hint: "choose another name; --overwrite writes over it all the same")
    }
    if !writing.rewrite, old.layout.hasComments {
      throw UsageError(
        "`\(output)` has comments, which would be lost", hint: "--rewrite writes it all the same")
    }
    var losses = UpdateLosses()
    losses.removed = old.theCase.namesNot(in: theCase)
    try LossQuestion(losses, of: output, by: opened.path).settle(isAllowed: overwrite)
  }

  private func tellOfHistory(_ opened: OpenedCase) {
    guard case .store(_, let stored) = opened.form else { return }
    Console.note(
      "the history, \(stored.group.counted("group")) of changes, stays in `\(opened.path)`")
  }
}
