import Foundation
import TestSupport
import Testing

/// A page in Markdown whose commands are run and whose files are made, one after the other, in one
/// scratch folder.
///
/// A block fenced as `console` holds commands, each after `$ `, and what they print: standard
/// output, then standard error. A line `…` stands for any lines. `exit=1` after `console` is the
/// exit code of its last command. A block fenced as `yaml PATH` or `text PATH` is a file; where the
/// file is there already, the block's top-level sections take the place of those of the same name.
struct Page {
  let text: String

  init(_ text: String) { self.text = text }

  /// Whether there is anything to run.
  var hasCommands: Bool { text.contains("\n```console") }

  /// The page again, with what the commands print now.
  func replay(in folder: URL) throws -> String {
    var result: [String] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      result.append(String(line))
      guard line.hasPrefix("```"), line.count > 3 else { continue }
      let body = lines.prefix { $0 != "```" }.map(String.init)
      lines = lines.dropFirst(body.count)
      let info = line.dropFirst(3).split(separator: " ").map(String.init)
      if info[0] == "console" {
        let code = info.dropFirst().first { $0.hasPrefix("exit=") }.flatMap {
          Int32($0.dropFirst(5))
        }
        result += try run(body, code: code ?? 0, in: folder)
      } else {
        if info.count == 2 { try put(body, at: info[1], in: folder) }
        result += body
      }
    }
    return result.joined(separator: "\n")
  }

  private func run(_ body: [String], code: Int32, in folder: URL) throws -> [String] {
    var result: [String] = []
    var rest = body[...]
    while let command = rest.popFirst() {
      guard command.hasPrefix("$ ") else {
        Issue.record("a console block begins with a command, not with \(command)")
        return body
      }
      let shown = Array(rest.prefix { !$0.hasPrefix("$ ") })
      rest = rest.dropFirst(shown.count)
      let printed = try output(
        of: String(command.dropFirst(2)), in: folder, code: rest.isEmpty ? code : 0)
      result.append(command)
      result += Self.matches(printed, shown[...]) ? shown : Self.shortened(printed, like: shown)
    }
    return result
  }

  private func output(of command: String, in folder: URL, code: Int32) throws -> [String] {
    let parts = command.split(separator: " > ", maxSplits: 1).map(String.init)
    var arguments = words(parts[0])
    #expect(arguments.removeFirst() == "dragoman", "\(command)")
    let result = try Program.run(arguments, in: folder)
    #expect(result.code == code, "\(command): \(result.error)")
    var printed = result.output
    if parts.count == 2 {
      try Data(printed.utf8).write(to: folder.appendingPathComponent(parts[1]))
      printed = ""
    }
    // A page has its lines as the repository does, whatever a format asks for.
    printed = printed.replacing("\r\n", with: "\n")
    // Lines of a terminal; where one stream's last line is open the other's begin on a new one.
    if !printed.isEmpty, !printed.hasSuffix("\n") { printed += "\n" }
    printed += result.error
    printed = printed.replacing(folder.path, with: "/home/you")
    var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Whether `shown` is `printed` but for lines that `…` stands for.
  static func matches(_ printed: [String], _ shown: ArraySlice<String>) -> Bool {
    guard let mark = shown.firstIndex(of: "…") else { return printed == Array(shown) }
    let head = shown[..<mark]
    guard printed.starts(with: head) else { return false }
    let tail = shown[(mark + 1)...]
    let left = printed.dropFirst(head.count)
    return left.indices.contains { matches(Array(left[$0...]), tail) }
      || matches([], tail)
  }

  /// What is printed now, cut where `shown` was, so that a page recorded again stays as short as it was
  /// written: what stands before its first `…` and after its last keeps its number of lines, and so does what
  /// stands between two, from the line on with which it began.
  static func shortened(_ printed: [String], like shown: [String]) -> [String] {
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count > 1, let head = parts.first, let tail = parts.last,
      head.count + tail.count < printed.count
    else { return printed }
    var result = Array(printed.prefix(head.count))
    var left = printed.dropFirst(head.count).dropLast(tail.count)
    for part in parts.dropFirst().dropLast() {
      guard let start = left.firstIndex(of: part.first ?? "") else { continue }
      let end = min(start + part.count, left.endIndex)
      result += ["…"] + left[start..<end]
      left = left[end...]
    }
    return result + ["…"] + printed.suffix(tail.count)
  }

  private func put(_ body: [String], at path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    let wanted = body.joined(separator: "\n") + "\n"
    guard let old = try? String(contentsOf: file, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(wanted.utf8).write(to: file)
      return
    }
    try Data(Sections(old).replacing(with: Sections(wanted)).utf8).write(to: file)
  }
}

/// A YAML file by its top-level keys.
struct Sections {
  private(set) var parts: [(key: Substring, text: String)] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.first?.isLetter == true, let key = line.split(separator: ":").first {
        parts.append((key, ""))
      } else if parts.isEmpty {
        parts.append(("", ""))
      }
      parts[parts.count - 1].text += line + "\n"
    }
  }

  /// Its sections, with those of `other` in place of those of the same name or after them.
  func replacing(with other: Sections) -> String {
    var parts = self.parts
    for section in other.parts {
      if let place = parts.firstIndex(where: { $0.key == section.key }) {
        parts[place] = section
      } else {
        parts.append(section)
      }
    }
    return parts.map(\.text).joined()
  }
}
