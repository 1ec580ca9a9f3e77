import Assistant
import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

/// The views, search and entries as tools, each answer with the statements it rests on.
@Suite struct AssistantToolTests {
  static let views = ViewCatalogue.all.map { $0.declaration.name }
  static let words: [String: [String: String]] = [
    "search": ["words": "decree"], "entry": ["id": "ceasefire"],
  ]

  @Test func everyViewIsATool() throws {
    let tools = try Conversation(.example()).tools()
    #expect(
      Set(tools.keys) == Set(Self.views).union(["case", "text", "propose_candidate"]))
    for (name, tool) in tools {
      #expect((tool["description"] as? String ?? "").count > 40, "\(name)")
      let hints = tool["annotations"] as? [String: Any]
      #expect(hints?["readOnlyHint"] as? Bool == (name != "propose_candidate"))
      #expect(hints?["destructiveHint"] as? Bool == false)
    }
  }

  /// Each takes what its view goes by, and what the server decides it does not take.
  @Test(arguments: views) func aToolTakesTheOptionsOfItsView(_ name: String) throws {
    let view = try #require(ViewCatalogue.all.first { $0.declaration.name == name }).declaration
    let parameters = Conversation.parameters(try Conversation(.example()).tools()[name])
    for option in LensOption.all {
      let isOffered = parameters[option.name.replacing("-", with: "_")] != nil
      #expect(isOffered == (view.uses(option) && option != .redact), "\(option.name)")
    }
  }

  @Test(arguments: views) func everyAnswerNamesItsStatements(_ name: String) throws {
    let desk = try TestDesk.example()
    let answer = try Conversation(desk).call(name, Self.words[name] ?? [:])
    #expect(!answer.isError, "\(answer.text)")
    let known = Set(desk.theCase.statements.map(\.id.raw))
    #expect(Set(answer.ids).isSubset(of: known))
    // Each has a paragraph of its own, and whatever is cited above has one.
    let parts = answer.text.utf8.split(separator: UInt8(ascii: "["))
    var (heads, cited): (Set<String>, Set<String>) = ([], [])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: UInt8(ascii: "]")) else { continue }
      let ids = String(decoding: part[..<end], as: UTF8.self).components(separatedBy: ", ")
      let isHead =
        part.startIndex > answer.text.utf8.index(after: answer.text.startIndex)
        && answer.text.utf8[answer.text.utf8.index(part.startIndex, offsetBy: -2)] == 0x0A
      if isHead { heads.formUnion(ids) } else { cited.formUnion(ids) }
    }
    #expect(heads == Set(answer.ids))
    // Of a long answer the first have one, and it says how many are left out.
    let isCut = answer.text.contains(" more statements are not listed")
    #expect(isCut || cited.intersection(known).isSubset(of: heads))
    // An issue rests on no statement, and neither does what is computed from an analyst's numbers.
    let withoutEvidence = ["settlement", "simulation", "stability", "sources", "entry"]
    if !withoutEvidence.contains(name) { #expect(!answer.ids.isEmpty) }
  }

  @Test func quotesAreThoseOfTheText() throws {
    let desk = try TestDesk.example("sarn")
    let answer = try Conversation(desk).call("positions")
    let statements = answer.data["statements"] as? [[String: Any]] ?? []
    #expect(!statements.isEmpty)
    for statement in statements {
      let quote = try #require(statement["quote"] as? String)
      let source = Case.Source.ID(try #require(statement["source"] as? String))
      let text = try #require(desk.texts[source].text)
      let place = try #require((statement["places"] as? [[String: Any]])?.first)
      let (start, end) = (place["start"] as? Int ?? 0, place["end"] as? Int ?? 0)
      #expect(quote.hasPrefix(text.text(start, end)))
      let line = quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(answer.text.contains("> \(line)"))
    }
  }

  @Test func aWithheldQuoteIsSaidToBe() throws {
    let answer = try Conversation(.example()).call("entry", ["id": "bg-05"])
    let statement = (answer.data["statements"] as? [[String: Any]])?.first
    #expect(answer.ids.contains("bg-05") == (statement != nil))
    let positions = try Conversation(.example()).call("positions", ["issue": ["ceasefire"]])
    let quotes = (positions.data["statements"] as? [[String: Any]] ?? []).map { $0["quote"] }
    #expect(quotes.contains { $0 is NSNull })
    #expect(positions.text.contains("withheld") || positions.text.contains("not shown"))
  }

  @Test func theLensNarrows() throws {
    let conversation = try Conversation(.example())
    let all = try conversation.call("positions")
    let one = try conversation.call(
      "positions", ["issue": ["ceasefire"], "as_of": "2025-05-16", "party": "ukraine"])
    #expect(Set(one.ids).count < Set(all.ids).count)
    #expect(one.data["lens"] as? String == "as of 16 May 2025; parties: Ukraine; issues: Ceasefire")
    let wrong = try conversation.call("positions", ["party": ["ukrane"]])
    #expect(wrong.isError)
    #expect(wrong.text.contains("`party`: unknown actor `ukrane`"), "\(wrong.text)")
    #expect(wrong.text.contains("ukraine"))
  }

  /// What the user fixed when the server was started the assistant cannot undo.
  @Test func whatIsFixedCannotBeAskedFor() throws {
    let desk = try TestDesk.example()
    desk.lens.sources = ["osw"]
    desk.fixed = ["source"]
    let conversation = try Conversation(desk)
    for (name, tool) in try conversation.tools() {
      let isTaken = Conversation.parameters(tool)["source"] != nil
      #expect(isTaken == ["text", "propose_candidate"].contains(name))
    }
    #expect(try conversation.call("positions", ["source": ["res"]]).isError)
    #expect(try conversation.call("text", ["source": "res"]).isError)
    let sources = Set(
      (try conversation.call("positions").data["statements"] as? [[String: Any]] ?? [])
        .compactMap { $0["source"] as? String })
    #expect(sources == ["osw"])
  }

  @Test func theCaseListsTheIdsThatOthersTake() throws {
    let desk = try TestDesk.example()
    let answer = try Conversation(desk).call("case")
    for id in desk.theCase.header.parties { #expect(answer.text.contains("- `\(id)`: ")) }
    for issue in desk.theCase.issues { #expect(answer.text.contains("- `\(issue.id)`: ")) }
    for source in desk.theCase.sources { #expect(answer.text.contains("- `\(source.id)`: ")) }
  }

  @Test func textsAreReadInParts() throws {
    let desk = try TestDesk.example("sarn")
    let source = try #require(desk.theCase.sources.first { desk.texts[$0.id].text != nil })
    let text = try #require(desk.texts[source.id].text)
    let conversation = try Conversation(desk)
    let first = try conversation.call("text", ["source": source.id.raw, "length": 50])
    let second = try conversation.call("text", ["source": source.id.raw, "from": 50, "length": 50])
    #expect(first.data["text"] as? String == text.text(0, 50))
    #expect(second.data["text"] as? String == text.text(50, min(100, text.count)))
    let beyond = try conversation.call("text", ["source": source.id.raw, "from": text.count + 1])
    #expect(beyond.isError)
    let withheld = try Conversation(.example()).call("text", ["source": "osw"])
    #expect(withheld.isError)
  }

  /// A long answer is cut at a line, says so, and lists the statements of what is left alone.
  @Test func aLongAnswerIsCut() throws {
    var theCase = try ExampleCase.istanbul().theCase
    for place in theCase.statements.indices {
      theCase.statements[place].gist = String(repeating: "long words ", count: 60)
    }
    let answer = try Conversation(TestDesk(theCase)).call("timeline")
    #expect(answer.data["isWhole"] as? Bool == false)
    #expect(answer.text.contains("was cut here"))
    #expect(answer.ids.count <= 200)
  }
}
