import CaseModel
import Interchange
import Testing

/// Byte order marks, line ends and other ways in which one text is written.
@Suite struct ByteFormTests {
  private let body = "analysts:\n  - {id: a, name: Київ}\n  - {id: b, name: c}\n"

  @Test func aByteOrderMarkIsNoPartOfTheCase() throws {
    #expect(try read("\u{FEFF}" + head + body).theCase == read(head + body).theCase)
    let json = #"{"dragoman": 1, "case": {"id": "v", "title": "V"}}"#
    #expect(try read("\u{FEFF}" + json, as: .json).theCase == read(json, as: .json).theCase)
  }

  @Test func aByteOrderMarkMovesNoPlaces() throws {
    let found = faults("\u{FEFF}dragoman: 1\ncase: {id: v, title: V}\nactor: []")
    #expect(found.map(\.brief) == ["3:1 unknown-key"])
    let first = faults("\u{FEFF}actor: []")
    #expect(first.map(\.brief).first == "1:1 unknown-key")
    let layout = try read("\u{FEFF}" + head + body).layout
    for place in layout.sections[.analysts]?.entries ?? [] {
      #expect(layout.bytes[place.start] == UInt8(ascii: "{"))
      #expect(layout.bytes[place.end - 1] == UInt8(ascii: "}"))
    }
  }

  @Test func windowsLineEnds() throws {
    let crlf = (head + body).replacing("\n", with: "\r\n")
    #expect(try read(crlf).theCase == read(head + body).theCase)
    let found = faults((head + "analysts:\n  - {id: a}\n").replacing("\n", with: "\r\n"))
    #expect(found.map(\.brief) == ["4:5 missing-key"])
    let json = "{\"dragoman\": 1,\r\n\"case\": {\"id\": \"v\",\r\n \"titel\": \"V\"}}"
    #expect(faults(json, as: .json).first?.brief == "3:2 unknown-key")
  }

  @Test func tabsBetweenTokens() throws {
    #expect(
      try read("{\"dragoman\":\t1,\t\"case\":\t{\"id\": \"v\", \"title\": \"V\"}}\t\n", as: .json)
        .theCase.header.id == "v")
    #expect(try read("dragoman: 1\t# a\ncase: {id: v, title: V}\n").theCase.header.id == "v")
  }

  @Test func columnsCountCodePoints() {
    let found = faults(head + "analysts: [{id: a, name: Київ👩‍👩‍👧, x: y}]")
    #expect(found.first?.brief == "3:37 unknown-key")
  }

  @Test func scalarsAreTextWhateverYAMLWouldMakeOfThem() throws {
    let words = [
      "2022", "no", "on", "1e3", "0x1F", "12:30", "1_000", "true", ".5", "=", "2025-05-16",
    ]
    let list = words.joined(separator: ", ")
    let theCase = try read(
      head + "issues: [{id: 2022, title: no, kind: negotiable, keywords: [\(list)]}]"
    ).theCase
    #expect(theCase.issues.first?.keywords == words)
    #expect(theCase.issues.first?.id == "2022")
    #expect(theCase.issues.first?.title == "no")
  }

  @Test func allNotationsOfOneText() throws {
    let plain = try read(head + "analysts: [{id: a, name: x y}]").theCase
    for name in ["'x y'", "\"x y\"", "\"x\\x20y\"", "!!str x y", "\n  x\n  y", "&n x y"] {
      #expect(try read(head + "analysts: [{id: a, name: \(name)}]").theCase == plain, "\(name)")
    }
    #expect(try read(head + "analysts:\n- id: a\n  name: >-\n    x\n    y\n").theCase == plain)
  }

  @Test func aliasesStandForWhatTheyName() throws {
    let theCase = try read(
      head + "analysts:\n  - {id: a, name: &n Ana}\n  - {id: b, name: *n}\n"
    ).theCase
    #expect(theCase.analysts.map(\.name) == ["Ana", "Ana"])
  }

  @Test func jsonLinesMayMixSectionsInAnyOrder() throws {
    let lines = """
      {"analysts": {"id": "a", "name": "b"}}

      {"dragoman": 1, "case": {"id": "v", "title": "V"}}
      {"milestones": [{"id": "m", "title": "M"}], "analysts": {"id": "c", "name": "d"}}
      """
    let theCase = try read(lines, as: .jsonl).theCase
    #expect(theCase.analysts.map(\.id) == ["a", "c"])
    #expect(theCase.milestones.count == 1)
  }
}
