import CaseModel
import Exchange
import Testing

/// Programs count positions in their own ways, and few say how: the way is found out.
@Suite struct PositionTests {
  static let endings = ["\n", "\r\n"]
  static let marks = [false, true]

  /// Emoji take two units of UTF-16, so that later positions differ.
  private func text(_ end: String) -> String {
    (1...40).map { number in
      "\(number % 3 == 0 ? "😀 " : "")The envoy asked for \(number) turns at the sluice.\(end)Привет."
    }.joined(separator: end + end)
  }

  private func counted(_ text: String, _ reading: PositionReading, hadMark: Bool) -> [Int] {
    // By code point, the position as the program counts it.
    var positions: [Int] = []
    var count = reading.countsByteOrderMark && hadMark ? 1 : 0
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      positions.append(count)
      let isSecond = scalar == "\n" && place > 0 && scalars[place - 1] == "\r"
      if reading.countsLineEndsOnce, isSecond { continue }
      count += reading.unit == .utf16 ? UTF16.width(scalar) : 1
    }
    return positions + [count]
  }

  @Test(arguments: PositionReading.all, endings)
  func everyWayIsFoundOut(_ reading: PositionReading, _ end: String) throws {
    for hadMark in Self.marks {
      let text = text(end)
      let scalars = Array(text.unicodeScalars)
      let positions = counted(text, reading, hadMark: hadMark)
      var project = CodedProject()
      var document = CodedProject.Document("d", title: "D", text: text)
      document.hadByteOrderMark = hadMark
      project.documents = [document]
      var wanted: [String] = []
      for place in scalars.indices where scalars[place] == "e" {
        // The word "envoy".
        guard place + 5 < scalars.count, scalars[place + 1] == "n", scalars[place + 2] == "v" else {
          continue
        }
        var passage = CodedProject.Passage(document: "d")
        passage.counted = positions[place]..<positions[place + 5]
        project.passages.append(passage)
        wanted.append("envoy")
      }
      #expect(wanted.count == 40)
      let (placed, result) = project.placed()
      #expect(result?.isSure == true, "\(reading.name) \(hadMark): \(String(describing: result))")
      let found = placed.passages.map { passage in
        passage.place.map { String(String.UnicodeScalarView(scalars[$0])) }
      }
      #expect(found == wanted)
    }
  }

  @Test func aPersonIsAskedWhereWordsDoNotTell() throws {
    var project = CodedProject()
    project.documents = [.init("d", title: "D", text: "😀😀 aaaa bbbb cccc dddd")]
    var passage = CodedProject.Passage(document: "d")
    // Within a word however it is counted.
    passage.counted = 6..<8
    project.passages = [passage]
    #expect(project.placed().result?.isSure == false)
    let chosen = try #require(PositionReading(name: "utf16"))
    #expect(project.placed(chosen).project.passages[0].place == 4..<6)
  }

  @Test func positionsPastTheEndHaveNoPlace() {
    var project = CodedProject()
    project.documents = [.init("d", title: "D", text: "short")]
    var passage = CodedProject.Passage(document: "d")
    passage.counted = 2..<(Int.max - 1)
    project.passages = [passage]
    #expect(project.placed().project.passages[0].place == nil)
    let made = ProjectImport(
      project.placed().project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    #expect(made.theCase.statements.isEmpty)
    #expect(made.report.left.contains { $0.contains("cannot be found") })
  }
}
