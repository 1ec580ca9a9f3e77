import CaseModel
import Extraction
import Interchange
import Testing

/// Who speaks in a text on which the case knows no one.
@Suite struct IntroducedActorTests {
  private static let text = """
    Norrland Rail, the owner of the line, offered its drivers 900 crowns on Monday. "We have waited \
    long enough," said Ulla Berg, the Drivers' League's president.

    The company said that it could pay no more. Its chief executive, Jon Falk, told reporters that \
    the line was losing money. Ms Berg called the offer an insult. The league leader said that her \
    members would stop work on Friday.

    Foreign Minister Ana Sool said that Ostmark would send a mediator. "Nobody gains from a strike," \
    the minister said. Ostmark's president, Tom Ek, declined to comment. Ostmark said that it would wait.
    """

  private static func suggestions(_ words: String = text) throws -> (
    found: [Case.Candidate], text: SourceText
  ) {
    let yaml = """
      dragoman: 1
      case: {id: rail, title: Talks on the railway}
      actors:
        - {id: post, name: The Morning Post, kind: outlet}
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    let text = SourceText(words)
    var source = Case.Source(
      id: "post-1", title: "Talks", text: Case.TextRecord(file: "texts/p.txt", sha256: text.digest))
    source.publisher = "post"
    source.published = try EDTFDate("2025-05-16")
    return (StatementProposer(theCase).suggestions(for: source, in: text), text)
  }

  private static func speaker(of words: String) throws -> [Case.Actor.ID]? {
    let (found, text) = try suggestions()
    return found.first { $0.statement.quote.words(in: text)?.contains(words) ?? false }?
      .statement.speaker
  }

  /// One person under three names, one firm under two.
  @Test(arguments: [
    ("waited long enough", "ulla-berg"), ("an insult", "ulla-berg"),
    ("would stop work", "ulla-berg"), ("900 crowns", "norrland-rail"),
    ("could pay no more", "norrland-rail"), ("was losing money", "jon-falk"),
    ("would send a mediator", "ana-sool"), ("Nobody gains", "ana-sool"),
    ("it would wait", "ostmark"),
  ])
  func isOne(_ words: String, _ speaker: String) throws {
    #expect(try Self.speaker(of: words) == [Case.Actor.ID(speaker)])
  }

  @Test func theyAreNamedSoThatTheyCanBeEntered() throws {
    let (found, _) = try Self.suggestions()
    let entries = Set(found.flatMap(\.rules).compactMap { NewEntry(rule: $0) })
    #expect(
      entries.contains(
        .actor("ulla-berg", name: "Ulla Berg", kind: .person, of: ["drivers-league"])))
    #expect(
      entries.contains(.actor("norrland-rail", name: "Norrland Rail", kind: .organisation, of: [])))
    #expect(entries.contains(.actor("ostmark", name: "Ostmark", kind: .state, of: [])))
  }

  /// Of two firms neither is "the company".
  @Test func whoIsNotSureIsNotGuessed() throws {
    let (found, text) = try Self.suggestions(
      """
      Norrland Rail, the owner of the line, rejected the plan. Sodra Freight, the operator of the \
      port, accepted it. On Friday the company said that it would publish the figures.
      """)
    let figures = found.first {
      $0.statement.quote.words(in: text)?.contains("publish the figures") ?? false
    }
    #expect(figures?.statement.speaker != ["norrland-rail"])
    #expect(figures?.statement.speaker != ["sodra-freight"])
  }
}
