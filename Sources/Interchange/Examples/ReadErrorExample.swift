package import CaseModel

/// A file that cannot be read for one reason, as small as it can be.
package struct ReadErrorExample: Sendable {
  /// What the file is called, which says what reads it.
  package let name: String
  package let bytes: [UInt8]
  /// The part that matters, as the catalogue shows it.
  package let shown: String
  /// Another file that has to lie beside it, as the domain of a profile.
  package var beside: [(name: String, bytes: [UInt8])] = []
  package var limits = ReadLimits()

  /// Part of a case file; the sections it does not give are in order.
  init(_ part: String) {
    self.init("case.yaml", RuleExample(part).file, shown: part)
  }

  init(_ name: String, _ text: String, shown: String? = nil) {
    self.init(name, bytes: Array(text.utf8), shown: shown ?? text)
  }

  init(_ name: String, bytes: [UInt8], shown: String) {
    (self.name, self.bytes, self.shown) = (name, bytes, shown)
  }

  /// A statement that is fine but for the part given.
  static func statement(_ part: String) -> ReadErrorExample {
    var lines = [
      ("source", "source: day-one"), ("quote", "quote: {start: 0, end: 20}"),
      ("speaker", "speaker: north"), ("act", "act: demand"),
      ("about", "about: {issue: water, option: shared}"),
    ]
    lines.removeAll { part.hasPrefix("\($0.0):") }
    let rest = lines.map(\.1).joined(separator: "\n    ")
    return ReadErrorExample(
      "statements:\n  - id: s1\n    gist: North asks for turns\n    \(rest)\n    \(part)")
  }

  static func conflict(_ part: String) -> ReadErrorExample {
    ReadErrorExample(
      """
      conflicts:
        - id: gates
          title: Two gates
          options:
            - {id: upper, title: open the upper gate, owners: north}
          \(part)
      """)
  }

  /// A scenario whose one party is as given.
  static func party(_ part: String) -> ReadErrorExample {
    ReadErrorExample(
      """
      scenarios:
        - id: turns
          title: Turns
          issues: [{id: water, options: [shared, metered]}]
          parties: [{id: north, \(part)}]
      """)
  }

  static func scenario(issue: String, links: String = "[]") -> ReadErrorExample {
    ReadErrorExample(
      """
      scenarios:
        - id: turns
          title: Turns
          issues: [\(issue)]
          parties: []
          links: \(links)
      """)
  }

  func beside(_ other: ReadErrorExample) -> ReadErrorExample {
    var example = self
    example.beside = [(other.name, other.bytes)]
    return example
  }

  func within(fileSize: Int) -> ReadErrorExample {
    var example = self
    example.limits.fileSize = fileSize
    return example
  }
}
