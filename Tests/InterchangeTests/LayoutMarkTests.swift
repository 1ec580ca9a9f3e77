import CaseModel
import Interchange
import TestSupport
import Testing

/// Comments, anchors and aliases of a YAML file, which are no part of the case.
@Suite struct LayoutMarkTests {
  private static let yaml = """
    dragoman: 1 # first
    case: {id: c, title: "T # no comment"}
    actors:
      - {id: a, name: A, kind: state, aliases: &al [x]} # second
      - {id: b, name: B, kind: state, aliases: *al}
    """

  @Test func theyAreFoundWithTheirLines() throws {
    let marks = try TemporaryCase(Self.yaml).open().layout.marks
    #expect(
      marks.map(\.words) == [
        "the comment “# first”", "the anchor `&al`", "the comment “# second”", "the alias `*al`",
      ])
    #expect(marks.map(\.line) == [1, 4, 4, 5])
  }

  @Test func theFirstThatIsLostIsNamed() throws {
    let layout = try TemporaryCase(Self.yaml).open().layout
    let other = try TemporaryCase(Self.yaml.replacing(" # second", with: "")).open().layout
    #expect(layout.mark(lostIn: other)?.words == "the comment “# second”")
    #expect(other.mark(lostIn: layout) == nil && layout.mark(lostIn: layout) == nil)
  }

  @Test func whatKeepsAFileFromBeingEdited() throws {
    let flow = "\n{dragoman: 1, case: {id: c, title: T}}\n"
    #expect(try TemporaryCase(flow).open().layout.obstacle?.line == 2)
    let ended = "---\ndragoman: 1\ncase: {id: c, title: T}\n...\n"
    #expect(try TemporaryCase(ended).open().layout.obstacle?.line == 4)
    #expect(try TemporaryCase(Self.yaml).open().layout.obstacle?.words.contains("&al") == true)
    #expect(
      try TemporaryCase("dragoman: 1\ncase: {id: c, title: T}\n").open().layout.obstacle == nil)
  }
}
