import CaseModel
import Foundation
import Foundations
import Interchange
import TestSupport
import Testing

/// A case file is brought to another case in place: what is the same keeps its form and its comments.
@Suite struct RewritingTests {
  private static let yaml = """
    # By hand.
    dragoman: 1
    case: {id: weirs, title: Weirs, parties: [north, south]} # two banks
    # Who appears.
    actors:
      - {id: north, name: North, kind: state} # the upper bank
      # The lower one.
      - id: south # as it is called
        name: South
        kind: state
        aliases: [Lower, "Low: er"] # both in use
        offices:
          - title: President # since 2020
            of: south
    issues:
    - id: water
      kind: negotiable # for now
      title: >-
        Sharing of
        water
      options:
        # First thought of.
        - {id: turns, title: By turns}
        - id: meters # later
          title: By meters
    # The end.
    """

  private func changed(_ text: String, _ change: (inout Case) -> Void) throws -> (CaseFile, String) {
    let file = try TemporaryCase(text).open()
    var theCase = file.theCase
    change(&theCase)
    var memory = EntryMemory()
    let made = try file.rewritten(to: theCase, &memory)
    #expect(made.theCase == theCase)
    return (made, String(decoding: made.layout.bytes, as: UTF8.self))
  }

  /// The lines that differ, as a person would look at them.
  private func lines(_ old: String, _ new: String) -> (gone: [String], come: [String]) {
    let (old, new) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
    let difference = new.difference(from: old)
    return (
      difference.removals.compactMap { if case .remove(_, let line, _) = $0 { line } else { nil } },
      difference.insertions.compactMap { if case .insert(_, let line, _) = $0 { line } else { nil } })
  }

  @Test func aFieldIsChangedOnItsLine() throws {
    let (_, text) = try changed(Self.yaml) { $0.actors[1].name = "South: lower" }
    let (gone, come) = lines(Self.yaml, text)
    #expect(gone == ["    name: South"] && come == ["    name: \"South: lower\""], "\(text)")
  }

  @Test func aFieldInBracesIsChangedWithItsCommentKept() throws {
    let (_, text) = try changed(Self.yaml) { $0.actors[0].name = "The North" }
    #expect(text.contains("- {id: north, name: The North, kind: state} # the upper bank"), "\(text)")
  }

  @Test func fieldsComeAndGo() throws {
    let (_, text) = try changed(Self.yaml) {
      $0.actors[1].aliases = []
      $0.actors[0].aliases = ["Upper"]
      $0.issues[0].keywords = ["weir"]
      $0.issues[0].options[1].title = "With meters"
    }
    #expect(text.contains("# as it is called") && text.contains("title: President # since 2020"))
    #expect(text.contains("kind: state, aliases: [Upper]} # the upper bank"), "\(text)")
    #expect(text.contains("- id: meters # later\n      title: With meters"), "\(text)")
    #expect(!text.contains("both in use") && text.contains("# First thought of."), "\(text)")
  }

  @Test func entriesComeGoAndComeBack() throws {
    let file = try TemporaryCase(Self.yaml).open()
    var without = file.theCase
    without.actors.remove(at: 1)
    var memory = EntryMemory()
    let less = try file.rewritten(to: without, &memory)
    let text = String(decoding: less.layout.bytes, as: UTF8.self)
    #expect(!text.contains("id: south") && text.contains("# The lower one."), "\(text)")
    let back = try less.rewritten(to: file.theCase, &memory)
    let again = String(decoding: back.layout.bytes, as: UTF8.self)
    #expect(again.contains("- id: south # as it is called") && again.contains("# both in use"), "\(again)")
  }

  @Test func anOptionIsPutBetween() throws {
    let (_, text) = try changed(Self.yaml) {
      $0.issues[0].options.insert(Case.Issue.Option(id: "both", title: "Both"), at: 1)
    }
    let (gone, come) = lines(Self.yaml, text)
    #expect(gone.isEmpty && come == ["    - {id: both, title: Both}"], "\(text)")
  }

  @Test func windowsLinesStay() throws {
    let (made, _) = try changed(Self.yaml.replacing("\n", with: "\r\n")) {
      $0.actors[0].aliases = ["Upper"]
      $0.actors.append(Case.Actor(id: "host", name: "The host", kind: .state))
    }
    let bytes = made.layout.bytes
    for (place, byte) in bytes.enumerated() where byte == 10 { #expect(bytes[place - 1] == 13) }
  }

  @Test func oneInJSONIsWrittenInItsForm() throws {
    let file = try TemporaryCase(Self.yaml).open()
    let json = String(decoding: CaseWriter.write(file.theCase, as: .json), as: UTF8.self)
    let other = try TemporaryCase(json, name: "case.json").open()
    var theCase = other.theCase
    theCase.actors[0].name = "The North"
    var memory = EntryMemory()
    let made = try other.rewritten(to: theCase, &memory)
    #expect(made.layout.bytes == CaseWriter.write(theCase, as: .json))
  }

  /// Random changes of the worked example, each undone: the file is byte for byte what it was, or, where an
  /// entry went and came back, holds every comment that it held.
  @Test(arguments: [1, 2, 3])
  func randomChangesKeepComments(_ seed: UInt64) throws {
    let source = try ExampleCase.open("sarn")
    var random = SplitMix64(seed: seed)
    var memory = EntryMemory()
    var file = source
    let comments = Self.comments(source)
    #expect(comments.count > 20)
    for _ in 0..<40 {
      var theCase = file.theCase
      change(&theCase, &random)
      let made = try file.rewritten(to: theCase, &memory)
      #expect(made.theCase == theCase)
      let back = try made.rewritten(to: file.theCase, &memory)
      #expect(back.theCase == file.theCase)
      #expect(Self.comments(back) == Self.comments(file), "a comment is lost by an undo")
      if random.below(3) == 0 { file = made }
    }
    let kept = Set(Self.comments(file))
    #expect(Double(kept.count) > 0.8 * Double(comments.count), "\(kept.count) of \(comments.count)")
  }

  private static func comments(_ file: CaseFile) -> [String] {
    String(decoding: file.layout.bytes, as: UTF8.self).split(separator: "\n")
      .filter { $0.drop { $0 == " " }.hasPrefix("#") }.map(String.init).sorted()
  }

  private func change(_ theCase: inout Case, _ random: inout SplitMix64) {
    let number = random.below(1000)
    switch random.below(8) {
    case 0: theCase.statements[random.below(theCase.statements.count)].gist = "Reading \(number): \"x\" # y"
    case 1: theCase.statements[random.below(theCase.statements.count)].redLine.toggle()
    case 2: theCase.actors.append(Case.Actor(id: Case.Actor.ID("new-\(number)-\(theCase.actors.count)"), name: "New \(number)", kind: .person))
    case 3: theCase.statements.remove(at: random.below(theCase.statements.count))
    case 4: theCase.actors[random.below(theCase.actors.count)].aliases.append("Alias \(number)")
    case 5: theCase.issues[random.below(theCase.issues.count)].title = "Issue \(number), and more"
    case 6:
      let place = random.below(theCase.issues.count)
      theCase.issues[place].options.append(Case.Issue.Option(id: Slug("o-\(number)"), title: "Way \(number)"))
    default: theCase.header.title = "Title \(number)"
    }
  }
}
