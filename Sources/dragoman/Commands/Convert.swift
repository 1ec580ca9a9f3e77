import ArgumentParser
import CaseModel
import CaseStore
import Foundation
import Foundations
import Interchange
import StateOfPlay

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert a case to .dragoman, or to canonical YAML, JSON or JSON Lines.",
    discussion: """
      The same case always gives the same bytes. Writes to standard output or, with --output, to a \
      file whose ending gives the format. Texts are included: in the .dragoman file, or in texts/ \
      beside the YAML. Entries keep who entered them and when; the history of a .dragoman file \
      stays in that file, and a new file begins its own. Writing over a YAML file with comments \
      needs --rewrite, as the comments are lost; --update brings the differences into an existing \
      .dragoman file, as one change. If that removes entries or undoes later changes, as with a \
      copy that was changed separately, they are named, and --overwrite or a confirmation is \
      required. Nothing is written except the file named and, beside YAML and JSON, its texts \
      below texts/.

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
    help:
      "The format: yaml, json, jsonl or dragoman (default: by the ending of --output, else yaml).")
  var form: Form?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Writing") var writing: WritingOptions

  @Flag(help: "Make an existing .dragoman file equal to the case, as one change.")
  var update = false

  @Flag(
    help: "Overwrite without asking, even if the existing file has entries that the case lacks.")
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
    Console.note("the entries named here were left out")
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
      hint:
        "a case keeps its texts in the folder `texts` beside it and nowhere else; ask who sent "
        + "you this file, and see `dragoman log \(opened.path)`")
  }

  private func wanted() throws -> Form {
    let told = output.flatMap { name -> Form? in
      if DragomanFile.isNamed(name) { return .dragoman }
      return (try? CaseFile.format(of: name)).flatMap { Form(rawValue: $0.rawValue) }
    }
    if let form, let told, form != told, form == .dragoman || told == .dragoman {
      throw UsageError(
        "`\(output ?? "")` does not have the ending of \(form.rawValue)",
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
    let interrupted = InterruptedWrite(of: output)
    defer { interrupted.end() }
    do {
      try DragomanFile.create(
        theCase, texts: texts, at: output, by: try who.name(), on: Console.now,
        message: message)
    } catch let fault as StoreError where fault.kind == .exists && DragomanFile.isNamed(output) {
      throw StoreError(
        .exists, fault.message, hint: "--update brings the differences into it, as one change")
    }
    let missing = theCase.sources.count { $0.text.file != nil && texts[$0.id].text == nil }
    if missing > 0 {
      Console.note(
        "\(missing.counted("text")) named by the case could not be found; `dragoman check` names them"
      )
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
        "`\(opened.path)` has entries that cannot be read, and `\(output)` would lose them: "
          + opened.damaged.prefix(5).map(\.record).joined(separator: ", "),
        hint: "correct it first (`dragoman log`, `dragoman undo`), or convert it into a new file")
    }
    let store = try DragomanFile.open(output)
    let losses = try store.losses(updatingTo: theCase, from: opened.storeIfAny)
    try LossQuestion(losses, of: output, by: opened.path).settle(isAllowed: overwrite)
    let written = try store.update(
      by: try who.name(try store.stored()), at: Console.now, message: message
    ) { stored in
      guard stored.group == losses.group else {
        throw StoreError(
          .stale, "`\(output)` was changed by another program in the meantime",
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
    Console.out("\(output): \(count == 0 ? "no differences" : count.counted("change"))\n")
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
        "`\(output)` already exists, and cannot be read as a case",
        hint: "choose another name, or use --overwrite to write over it anyway")
    }
    if !writing.rewrite, old.layout.hasComments {
      throw UsageError(
        "`\(output)` has comments, which would be lost", hint: "--rewrite writes it anyway")
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
