import Foundation
import TestSupport
import Testing

/// What the program prints, word for word, in files that anybody can read and check.
///
/// `$ ` begins a command, run in a scratch folder with a copy of the examples; `| ` is its standard
/// output, `! ` its standard error, `= ` its exit code where that is not 0. `> NAME` begins a file to
/// be made, whose lines follow with two spaces in front. `# ` says what the next command is to show: there is one
/// before each command.
@Suite struct TranscriptTests {
  static let names: [String] = {
    let folder = Program.root.appendingPathComponent("Tests/Transcripts").path
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".transcript") }.sorted()
  }()

  @Test func thereAreTranscripts() { #expect(Self.names.count >= 5) }

  @Test(arguments: names)
  func transcript(_ name: String) throws {
    let path = "Tests/Transcripts/\(name)"
    let text = try String(
      contentsOf: Program.root.appendingPathComponent(path), encoding: .utf8)
    let replayed = try Program.inScratch { try replay(text, in: $0) }
    try Golden.expect(replayed, matches: path)
  }

  @Test(arguments: names)
  func eachCommandHasAnIntent(_ name: String) throws {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("Tests/Transcripts/\(name)"),
      encoding: .utf8)
    var intent: Substring?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let place = "\(name):\(number + 1): \(line)"
      if line.hasPrefix("# ") {
        intent = line
      } else if line.hasPrefix("$ ") {
        #expect(intent != nil, "no line says what this is to show: \(place)")
        intent = nil
      } else {
        let isKnown = ["| ", "! ", "= ", "> ", "  "].contains { line.hasPrefix($0) }
        #expect(isKnown || ["", "|", "!"].contains(line), "of no kind: \(place)")
      }
    }
  }

  private func replay(_ text: String, in folder: URL) throws -> String {
    var result = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("| ") || line == "|" || line.hasPrefix("! ") || line.hasPrefix("= ") {
        continue
      }
      if !(lines.isEmpty && line.isEmpty) { result += line + "\n" }
      if line.hasPrefix("> ") {
        var file = ""
        // An empty line belongs to the file where more of the file follows it.
        while let next = lines.first,
          next.hasPrefix("  ")
            || (next.isEmpty && lines.dropFirst().first?.hasPrefix("  ") ?? false)
        {
          file += next.dropFirst(2) + "\n"
          result += next + "\n"
          lines.removeFirst()
        }
        let place = folder.appendingPathComponent(String(line.dropFirst(2)))
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.utf8).write(to: place)
      } else if line.hasPrefix("$ ") {
        result += try run(String(line.dropFirst(2)), in: folder)
      }
    }
    return result
  }

  private func run(_ line: String, in folder: URL) throws -> String {
    var arguments = words(line)
    if arguments.first == "cat", arguments.count == 2 {
      let file = try String(
        contentsOf: folder.appendingPathComponent(arguments[1]), encoding: .utf8)
      return marked(file, "|")
    }
    #expect(arguments.removeFirst() == "dragoman", "\(line)")
    let result = try Program.run(arguments, in: folder)
    // Places, times, and the hashes of histories, in which times are, differ from run to run.
    let hasHash = ["verify", "backup", "log"].contains(arguments.first)
    let clean = { (text: String) in
      let text = text.replacing(folder.path, with: "SCRATCH")
        .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/, with: "MOMENT")
        .replacing(
          /20(2[6-9]|[3-9][0-9])-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}/, with: "YYYY-MM-DD HH:MM")
      return hasHash ? text.replacing(/\b[0-9a-f]{64}\b/, with: "HASH") : text
    }
    return marked(clean(result.output), "|") + marked(clean(result.error), "!")
      + (result.code == 0 ? "" : "= \(result.code)\n")
  }

  private func marked(_ text: String, _ mark: String) -> String {
    guard !text.isEmpty else { return "" }
    // Windows' line ends are one character, and would hide the lines after them.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? mark : "\(mark) \($0)" }.joined(separator: "\n") + "\n"
  }
}
