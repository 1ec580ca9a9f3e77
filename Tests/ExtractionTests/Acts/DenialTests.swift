import CaseModel
import Extraction
import Testing

/// What is denied, refused, asked about or demanded of another is in no one's mouth as a yes.
@Suite struct DenialTests {
  private static let yes: Set<Case.Statement.Act> = [.accept, .offer, .commit, .concede, .withdraw]

  /// A report that is denied is a denial, and no acceptance by whomever it speaks of.
  @Test(arguments: [
    (Talks.labour, "Reuss denied that Aerolin had accepted split shifts and agreed to a pay rise."),
    (.labour, "Feld denied having accepted split shifts."),
    (.labour, "Feld dismissed reports that the union had accepted split shifts."),
    (.labour, "Aerolin denied that the union had accepted split shifts."),
    (.climate, "Dias rejected reports that the states would accept an exit from coal."),
    (.climate, "Hoek said that claims that the donors had agreed to the audit were untrue."),
    (.climate, "Tuvo dismissed the suggestion that the islands had accepted the audit."),
    (.ceasefire, "Bol said it was not true that the Front had agreed to a full withdrawal."),
    (.ceasefire, "Sader said there was no truth in reports that Karvia had accepted monitors."),
    (.ceasefire, "The Front was reported to have accepted foreign monitors but denied it."),
  ])
  func denied(_ talks: Talks, _ words: String) throws {
    let found = try talks.suggestions(words).filter { $0.statement.speaker != ["herald"] }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.statement.act == .deny })
  }

  /// What someone will not say was not said.
  @Test(arguments: [
    (Talks.labour, "Feld neither confirmed nor denied that the union had agreed to split shifts."),
    (.labour, "Aerolin would not say whether it would accept the overtime ban."),
    (.climate, "Dias declined to say whether the states had accepted a satellite audit."),
    (.ceasefire, "Sader refused to say whether Karvia would accept a full withdrawal."),
  ])
  func keptBack(_ talks: Talks, _ words: String) throws {
    let found = try talks.suggestions(words)
    #expect(!found.contains { Self.yes.contains($0.statement.act) })
    #expect(found.contains { $0.statement.act == .silent })
  }

  /// A yes that a `no` goes before, however far.
  @Test(arguments: [
    "None of the three unions has accepted split shifts.",
    "Aerolin declined to accept the overtime ban.",
    "The islands have so far not even formally agreed to the audit.",
    "The donors were unwilling to accept an exit from coal.",
    "No delegation has agreed to a full withdrawal.",
    "The Front stopped short of accepting the truce.",
  ])
  func refused(_ words: String) {
    #expect(ActReader.read(words).act == .reject)
  }

  /// What another should do, or would have done, is not done.
  @Test(arguments: [
    ("Bol said that Karvia must accept the monitors and agree to a full withdrawal.", Act.demand),
    ("Feld said that Aerolin should first accept the claim for crew meals.", .demand),
    ("Tuvo urged the donors to accept the audit and to agree to an exit from coal.", .demand),
    ("The mediator recommended that the overtime ban be withdrawn.", .propose),
    ("The chair proposed that the demand for a new fund be dropped.", .propose),
    ("Reuss said that the company would have accepted the figure in March.", .state),
    ("The envoy asked whether the Front accepted the map.", .ask),
  ])
  func ofOthers(_ words: String, _ act: Case.Statement.Act) {
    #expect(ActReader.read(words).act == act)
  }

  private typealias Act = Case.Statement.Act
}
