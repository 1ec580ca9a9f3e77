import CaseModel
import Extraction
import Interchange
import Testing

@Suite struct MentionGoldTests {
  private static let readers: [String: MentionReader] = {
    var readers: [String: MentionReader] = [:]
    for name in ["istanbul", "sarn", "corvane"] {
      readers[name] = (try? CaseFile.open(WorkedCases.path(name))).map { MentionReader($0.theCase) }
    }
    return readers
  }()

  private static func words(_ range: Range<Int>, of text: String) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: Array(text.unicodeScalars)[range])
    return String(words)
  }

  private static func score(_ items: [MentionGold.Item], _ name: String) throws -> Double {
    var right = 0
    for item in items {
      let reader = try #require(readers[item.name])
      let mentions = reader.mentions(in: item.text, on: try EDTFDate(item.date))
      let shown = mentions.map { mention in
        var who = mention.actors.map(\.raw).joined(separator: ",")
        if let proposed = mention.proposed, who.isEmpty {
          let side = proposed.of.map(\.raw).joined(separator: ",")
          who = side.isEmpty || mention.form == .name ? "+\(proposed.name)" : "+@\(side)"
        }
        if mention.isPlace { who = "-" }
        return "\(words(mention.place, of: item.text))|\(who)"
      }
      let isRight =
        item.who == "-none"
        ? !shown.contains { $0.hasPrefix(item.words) } : shown.contains("\(item.words)|\(item.who)")
      if isRight {
        right += 1
      } else {
        print("  \(item.text)\n    wanted \(item.words)|\(item.who), got \(shown)")
      }
    }
    print("mentions, \(name): \(right) of \(items.count)")
    return Double(right) / Double(items.count)
  }

  /// A party that was entered by its name alone has people, where the adjective is no other word.
  @Test(arguments: [
    ("Veskan officials met.", "Veskan officials", "veska"),
    ("Republican officials met.", "Republican officials", nil),
    ("The talks need human negotiators.", "human negotiators", nil),
    ("The aides polish officials' speeches.", "polish officials", nil),
  ])
  func adjectives(_ text: String, _ words: String, _ actor: String?) throws {
    let yaml = """
      dragoman: 1
      case: {id: talks, title: Talks}
      actors:
        - {id: veska, name: Veska, kind: organisation}
        - {id: republic, name: Republic, kind: organisation}
        - {id: huma, name: Huma, kind: group}
        - {id: poland, name: Poland, kind: state}
      """
    let reader = MentionReader(try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase)
    let found = reader.mentions(in: text).filter { Self.words($0.place, of: text).contains(words) }
    let named = found.flatMap { $0.actors + ($0.proposed?.of ?? []) }
    #expect(named == (actor.map { [Case.Actor.ID($0)] } ?? []))
  }

  @Test func developed() throws {
    #expect(try Self.score(MentionGold.developed, "developed on") >= 0.9)
  }

  @Test func keptBack() throws {
    #expect(try Self.score(MentionGold.keptBack, "kept back") >= 0.75)
  }
}
