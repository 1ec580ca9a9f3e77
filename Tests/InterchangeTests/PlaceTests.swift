import CaseModel
import Interchange
import Testing

/// Where the field that a finding names stands in the file.
@Suite struct PlaceTests {
  static let block = """
    dragoman: 1
    case:
      id: v
      title: V
      parties: [a, b]
    actors:
      - id: a
        name: Ä, the first
        kind: state
        speaksFor:
          - actor: b
            from: 2022
          - actor: c
    statements:
      - id: s
        source: p
        quote:
          - start: 0
            end: 5
          - {start: 7, end: 9}
        gist: g
        speaker: a
        act: state
        about:
          issue: w
          option:
            - x
            - y
        requires:
          - milestone: m
            kind: before
    notes:
      - to: {statement: s}
        text: t

    """

  static let flow = """
    {dragoman: 1, case: {id: v, title: V, parties: [a, b]},
    actors: [{id: a, name: "Ä, the first", kind: state, speaksFor: [{actor: b, from: 2022}, {actor: c}]}],
    statements: [{id: s, source: p, quote: [{start: 0, end: 5}, {start: 7, end: 9}], gist: g, speaker: a, act: state,
      about: {issue: w, option: [x, y]}, requires: [{milestone: m, kind: before}]}],
    notes: [{to: {statement: s}, text: t}]}
    """

  static let actor = EntryPath.entry(.actors, "a")
  static let statement = EntryPath.entry(.statements, "s")

  /// Path, line and column in block style, line and column in flow style.
  static let places: [(EntryPath, String, String)] = [
    (EntryPath([.key("case"), .key("parties"), .index(1)]), "5:16", "1:52"),
    (EntryPath([.key("case"), .key("title")]), "4:10", "1:36"),
    (actor, "7:5", "2:10"), (actor.key("name"), "8:11", "2:24"),
    (actor.key("speaksFor").index(1).key("actor"), "13:16", "2:97"),
    (actor.key("speaksFor").index(0).key("from"), "12:15", "2:82"),
    (statement.key("quote").index(0).key("end"), "19:14", "3:57"),
    (statement.key("quote").index(1), "20:9", "3:61"),
    (statement.key("quote").index(1).key("start"), "20:17", "3:69"),
    (statement.key("about").key("option").index(1), "28:11", "4:33"),
    (statement.key("about").key("issue"), "25:14", "4:18"),
    (statement.key("requires").index(0).key("milestone"), "30:20", "4:61"),
    (statement.key("speaker").index(0), "22:14", "3:100"),
    (EntryPath.entry(.notes, at: 0).key("to").key("statement"), "33:21", "5:26"),
    // What is not there: the nearest thing round it that is.
    (statement.key("credibility"), "15:5", "3:14"),
    (statement.key("quote").index(7), "18:7", "3:40"),
    (EntryPath.entry(.actors, "nobody"), "6:1", "2:1"),
    (EntryPath([.key("actors")]), "6:1", "2:1"),
  ]

  private func brief(_ place: Place?) -> String { "\(place?.line ?? 0):\(place?.column ?? 0)" }

  @Test(arguments: places)
  func nestedFields(_ path: EntryPath, _ inBlock: String, _ inFlow: String) throws {
    let (block, flow) = (try read(Self.block), try read(Self.flow))
    #expect(block.theCase == flow.theCase)
    #expect(brief(block.layout.place(of: path, in: CaseIndex(block.theCase))) == inBlock, "\(path)")
    #expect(brief(flow.layout.place(of: path, in: CaseIndex(flow.theCase))) == inFlow, "\(path)")
  }

  @Test(arguments: [
    (EntryPath.entry(.actors, "b").key("name"), "2:43"),
    (EntryPath.entry(.actors, "b").key("partOf").index(0), "2:72"),
    (EntryPath([.key("case"), .key("title")]), "1:43"),
  ])
  func inJSON(_ path: EntryPath, _ expected: String) throws {
    let text = """
      {"dragoman": 1, "case": {"id": "v", "title": "V"},
       "actors": [{"id": "ä-no"}, {"id": "b", "name": "B", "kind": "state", "partOf": ["a"]}]}
      """.replacing("{\"id\": \"ä-no\"}, ", with: "")
    let file = try read(text, as: .json)
    let place = file.layout.place(of: path, in: CaseIndex(file.theCase))
    let start = try #require(place?.start)
    #expect(String(decoding: file.layout.bytes[start...].prefix(1), as: UTF8.self) == "\"")
    #expect(brief(place).hasPrefix(expected.prefix(2)), "\(brief(place))")
  }

  @Test func inJSONLinesEachEntryHasItsLine() throws {
    let text = """
      {"dragoman": 1, "case": {"id": "v", "title": "V"}}
      {"analysts": {"id": "a", "name": "A"}}
      {"analysts": {"id": "b", "name": "B"}}
      """
    let file = try read(text, as: .jsonl)
    #expect(
      brief(file.layout.place(of: .entry(.analysts, "b").key("name"), in: CaseIndex(file.theCase)))
        == "3:34")
  }

  @Test func theBytesOfAPlaceAreTheField() throws {
    for text in [Self.block, Self.flow] {
      let file = try read(text)
      let place = try #require(
        file.layout.place(of: Self.actor.key("name"), in: CaseIndex(file.theCase)))
      let found = String(decoding: file.layout.bytes[place.start..<place.end], as: UTF8.self)
      #expect(found.contains("Ä, the first"))
    }
  }

  @Test func nothingIsFoundNowhere() throws {
    let file = try read(Self.block)
    #expect(file.layout.place(of: EntryPath(), in: CaseIndex(file.theCase)) == nil)
    #expect(file.layout.place(of: .entry(.drafts, "d"), in: CaseIndex(file.theCase)) == nil)
    #expect(
      file.layout.place(of: EntryPath([.key("nonsense")]), in: CaseIndex(file.theCase)) == nil)
    #expect(file.layout.place(of: EntryPath([.index(3)]), in: CaseIndex(file.theCase)) == nil)
  }
}
