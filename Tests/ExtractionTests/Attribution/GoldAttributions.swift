import CaseModel
import Extraction
import Foundation

/// A text with the reports that a person found in it.
///
/// A line of a `.gold` file is a report: source, cue and content, divided by `|`; parts of a content
/// by `||`. Words are looked for in the order of the lines; `…` stands between the first words of a
/// long content and its last.
struct GoldAttributions {
  struct Report: Equatable {
    var source: [Range<Int>]
    var cue: [Range<Int>]
    var content: [Range<Int>]
  }

  struct Unplaced: Error { let line: String }

  let name: String
  let text: SourceText
  let reports: [Report]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gold")
  static let examples = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples")

  /// Looked at while the rules were written, and those that were not.
  static let seen = [
    "election-1", "ceasefire", "climate", "strike", "corvane-acp-02-24", "corvane-register-03-20",
    "ukrainian", "russian", "rally",
  ]
  static let heldBack = ["election-2", "court", "sarn-courier", "corvane-acp-06-24", "storm"]

  init(_ name: String) throws {
    self.name = name
    let dash = name.firstIndex(of: "-")
    let example = dash.map { String(name[..<$0]) } ?? ""
    let file =
      ["corvane", "sarn"].contains(example)
      ? Self.examples.appendingPathComponent(
        "\(example)/texts/\(name.dropFirst(example.count + 1)).txt")
      : Self.folder.appendingPathComponent("\(name).txt")
    text = try SourceText(utf8: [UInt8](Data(contentsOf: file)))
    let lines = try String(
      decoding: Data(contentsOf: Self.folder.appendingPathComponent("\(name).gold")), as: UTF8.self)
    let scalars = Array(text.text(0, text.count).unicodeScalars)
    var finder = Finder(scalars: scalars)
    reports = try lines.split(separator: "\n").map { try finder.report(String($0)) }
  }

  /// Finds the words of a line near those of the line before.
  private struct Finder {
    let scalars: [Unicode.Scalar]
    var from = 0

    mutating func report(_ line: String) throws -> Report {
      let fields = line.components(separatedBy: " | ").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard fields.count == 3 else { throw Unplaced(line: line) }
      var content: [Range<Int>] = []
      var anchor = from
      for part in fields[2].components(separatedBy: " || ") where !part.isEmpty {
        guard let place = place(of: part, from: content.last?.upperBound ?? max(0, from - 400))
        else {
          throw Unplaced(line: line)
        }
        content.append(place)
      }
      if let first = content.first { anchor = first.lowerBound }
      let ends = content.isEmpty ? [anchor] : content.flatMap { [$0.lowerBound, $0.upperBound] }
      guard let cue = nearest(fields[1], to: ends, outside: content) else {
        throw Unplaced(line: line)
      }
      guard
        let source = nearest(
          fields[0], to: [cue.lowerBound, cue.upperBound], outside: content + [cue])
      else { throw Unplaced(line: line) }
      from = max(cue.lowerBound, content.first?.lowerBound ?? 0)
      return Report(source: [source], cue: [cue], content: content)
    }

    private func place(of part: String, from start: Int) -> Range<Int>? {
      let halves = part.components(separatedBy: " … ")
      guard let first = all(halves[0], from: start).first else { return nil }
      guard halves.count > 1 else { return first }
      return all(halves[1], from: first.upperBound).first.map { first.lowerBound..<$0.upperBound }
    }

    private func nearest(_ words: String, to places: [Int], outside taken: [Range<Int>]) -> Range<
      Int
    >? {
      all(words, from: 0)
        .filter { found in !taken.contains { $0.overlaps(found) } }
        .min { a, b in distance(a, places) < distance(b, places) }
    }

    private func distance(_ range: Range<Int>, _ places: [Int]) -> Int {
      places.map { min(abs(range.lowerBound - $0), abs(range.upperBound - $0)) }.min() ?? 0
    }

    private func all(_ words: String, from start: Int) -> [Range<Int>] {
      let wanted = Array(words.unicodeScalars)
      guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
      return (start...max(start, scalars.count - wanted.count)).compactMap { place in
        guard place + wanted.count <= scalars.count,
          scalars[place..<place + wanted.count].elementsEqual(wanted)
        else { return nil }
        let end = place + wanted.count
        let cutsWord =
          place > 0 && isLetter(scalars[place - 1]) && isLetter(wanted[0])
          || end < scalars.count && isLetter(scalars[end]) && isLetter(wanted[wanted.count - 1])
        return cutsWord ? nil : place..<end
      }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
  }
}
