import CaseModel
import Extraction
import Interchange
import Testing

/// Kinds of sentences in which part of what is said, or who says it, is easily lost.
@Suite struct ReadingKindTests {
  /// Suggestions for a text on the quarrel about a quay.
  private static func suggestions(_ words: String) throws -> [(
    statement: Case.Statement, words: String
  )] {
    let yaml = """
      dragoman: 1
      case: {id: quay, title: The quay, parties: [dockers, port]}
      actors:
        - {id: dockers, name: Dockers' Union, kind: organisation, aliases: [the union]}
        - {id: hale, name: Maud Hale, kind: person, offices: [{title: General secretary, of: dockers}], speaksFor: [{actor: dockers}]}
        - {id: port, name: Port of Anser, kind: organisation, aliases: [the port]}
        - {id: brand, name: Karl Brand, kind: person, offices: [{title: Director, of: port}], speaksFor: [{actor: port}]}
        - {id: times, name: The Quay Times, kind: outlet}
      issues:
        - {id: bonus, title: The loading bonus, kind: negotiable, options: [{id: paid, title: It is paid}]}
        - {id: cranes, title: Remote cranes, kind: negotiable, options: [{id: used, title: They are used}]}
        - {id: strike, title: A walkout, kind: negotiable, options: [{id: called, title: It is called}]}
      """
    let theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    let text = SourceText(words)
    var source = Case.Source(
      id: "times-1", title: "The quay",
      text: Case.TextRecord(file: "texts/q.txt", sha256: text.digest)
    )
    source.publisher = "times"
    source.published = try EDTFDate("2025-05-16")
    return StatementProposer(theCase).suggestions(for: source, in: text).map {
      ($0.statement, $0.statement.quote.words(in: text) ?? "")
    }
  }

  /// "But not the limit" refuses what it names.
  @Test(arguments: [
    "Ms Hale accepted the loading bonus, but not the remote cranes.",
    "Ms Hale said that the union would accept the loading bonus but not the remote cranes.",
    "The union agreed to the loading bonus, but not to remote cranes.",
  ])
  func exceptions(_ words: String) throws {
    let found = try Self.suggestions(words)
    let refused = try #require(found.first { $0.words.hasPrefix("but not") })
    #expect(refused.statement.act == .reject)
    #expect(refused.statement.about?.issue == "cranes")
    let granted = try #require(found.first { $0.words.contains("bonus") })
    #expect(!granted.words.contains("cranes"))
    #expect([.accept, .offer].contains(granted.statement.act))
    #expect(granted.statement.speaker == refused.statement.speaker)
  }

  /// `but not until` sets a condition and refuses nothing by itself.
  @Test func notUntilIsACondition() throws {
    let found = try Self.suggestions(
      "Ms Hale said that the union would accept remote cranes, but not until the loading bonus is paid."
    )
    #expect(!found.contains { $0.words.hasPrefix("but not") })
    #expect(found.contains { !$0.statement.requires.isEmpty })
  }

  /// The threat is the leader's and not the union's, nor the port's that it names.
  @Test func theSpeakerOfAThreat() throws {
    let found = try Self.suggestions(
      "The union leader said that her members would walk out if the port brought in remote cranes.")
    let threat = try #require(found.first)
    #expect(threat.statement.speaker == ["hale"])
    #expect(threat.statement.act == .threaten)
    #expect(threat.statement.requires.map(\.kind) == [.trigger])
  }

  /// The case has one issue for both steps: the condition stays, as a milestone.
  @Test func aConditionOnTheSameIssueStays() throws {
    let found = try Self.suggestions(
      "Mr Brand said that the port would pay the loading bonus only if the bonus was taxed as wages."
    )
    let statement = try #require(found.first?.statement)
    #expect(statement.about?.issue == "bonus")
    #expect(statement.requires.count == 1)
    #expect(statement.requires.first?.kind == .before)
  }

  /// What is denied is one statement, and not the denied words as well.
  @Test func whatIsDeniedIsNotSaid() throws {
    let found = try Self.suggestions(
      "The port denied a report that it had threatened to use remote cranes.")
    #expect(found.map(\.statement.act) == [.deny])
    #expect(found.first?.words == "a report that it had threatened to use remote cranes")
  }

  /// A spokesman's word and that of the side he speaks for are not two.
  @Test func noDoubles() throws {
    let found = try Self.suggestions(
      "Mr Brand said that the port had agreed to pay the loading bonus.")
    #expect(found.map(\.statement.speaker) == [["brand"]])
  }

  /// What may be given up is offered, what is admitted is not conceded, and what could happen by itself
  /// is no threat.
  @Test(arguments: [
    (
      "The union said that it could drop its demand for the loading bonus.",
      Case.Statement.Act.offer
    ),
    ("Mr Brand conceded that the remote cranes were late.", .confirm),
    ("Mr Brand warned that the remote cranes could fail in a storm.", .assess),
    ("Mr Brand rejected the charge that the port had used remote cranes.", .deny),
    ("Mr Brand said that the port would study the proposal on the loading bonus.", .takeNote),
    ("Analysts say the port cannot do without remote cranes.", .assess),
  ])
  func acts(_ words: String, _ act: Case.Statement.Act) throws {
    #expect(try Self.suggestions(words).first?.statement.act == act)
  }

  /// What the writer says of feelings, conduct and what might be said is in no party's mouth.
  @Test(arguments: [
    "Officers of the Port of Anser have long feared such a walkout on the quay.",
    "The Dockers' Union's members have refused overtime since the walkout on the quay.",
    "The quarrel is old. The Port of Anser has moved. In March it wanted its remote cranes.",
  ])
  func whatTheWriterTells(_ words: String) throws {
    for (statement, _) in try Self.suggestions(words) {
      #expect(statement.speaker == ["times"])
    }
  }

  /// A verb that is also a noun has its infinitive; a body is not the person who heads it.
  @Test func infinitivesAndBodies() throws {
    let offer = try #require(
      try Self.suggestions("Mr Brand offered to cap the loading bonus of the dockers.").first)
    #expect(offer.statement.speaker == ["brand"])
    #expect(offer.statement.act == .offer)
    let body = try Self.suggestions("Ms Hale's department asked for a pause in the walkout.")
    #expect(!body.isEmpty && body.allSatisfy { $0.statement.speaker != ["hale"] })
    let side = try Self.suggestions(
      "“They never ask,” said Maud Hale. Her union called for a pause in the walkout.")
    #expect(side.last?.statement.speaker == ["dockers"])
  }

  /// Someone called by a post is the one person who spoke before, and of two nobody.
  @Test func whoSpokeBefore() throws {
    let one = try Self.suggestions(
      "“The cranes are safe,” said Professor Ida Moe of the Technical College. “I have tested the remote cranes myself,” the engineer said."
    )
    #expect(Set(one.map(\.statement.speaker)).count == 1)
    let two = try Self.suggestions(
      "“The cranes are safe,” said Professor Ida Moe. Ms Hale said that they were not. “I have tested the remote cranes,” the engineer said."
    )
    let last = try #require(two.last?.statement.speaker)
    #expect(!last.contains("hale") && !last.contains("ida-moe"))
  }
}
