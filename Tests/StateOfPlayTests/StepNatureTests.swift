import CaseModel
import StateOfPlay
import Testing

/// What a step is, in the words of its kind: terms are agreed, acts carried out, payments paid, people released.
@Suite struct StepNatureTests {
  private static let talks = """
    actors:
      - {id: north, name: Norland, kind: state}
      - {id: south, name: Tavora, kind: state, aliases: [The Tavoran side]}
    milestones:
      - {id: results, title: Tangible results}
      - {id: left, title: Tavora withdraws from the valley}
      - {id: paid, title: Payment of the toll}
      - {id: home, title: Prisoners of both sides}
    issues:
      - id: peace
        title: Peace
        kind: negotiable
        options: [{id: signed, title: A treaty}]
      - id: toll
        title: The toll
        kind: negotiable
        options:
          - {id: pays, title: Tavora pays the arrears}
          - {id: side, title: The Tavoran side will return the bell}
          - {id: names, title: Tavora}
          - {id: none, title: Tavora pavilion}
          - {id: back, title: All prisoners are released}
          - {id: half, title: Half of it}
          - {id: owed, title: Arrears of ten years, takenBy: [south]}
    """

  @Test(arguments: [
    ("issue: toll, option: pays", "“The toll: Tavora pays the arrears” is agreed"),
    (
      "issue: toll, option: side",
      "“The toll: The Tavoran side will return the bell” is agreed"
    ),
    ("issue: toll, option: names", "“The toll: Tavora” is agreed"),
    ("issue: toll, option: none", "“The toll: Tavora pavilion” is agreed"),
    ("issue: toll, option: back", "“The toll: All prisoners are released” is agreed"),
    ("issue: toll, option: half", "“The toll: Half of it” is agreed"),
    ("issue: toll, option: owed", "“The toll: Arrears of ten years” is paid"),
    ("milestone: results", "“Tangible results” comes about"),
    ("milestone: left", "“Tavora withdraws from the valley”"),
    ("milestone: paid", "“Payment of the toll” is paid"),
    ("milestone: home", "“Prisoners of both sides” is released"),
  ])
  func aConditionSaysHowItsStepComesAbout(_ step: String, _ words: String) throws {
    let line =
      "id: s1, speaker: north, act: condition, date: 2031-03-01, about: {issue: peace, option: signed}, stance: for, requires: [{\(step), kind: before}]"
    let view = try preconditions(record([line], with: Self.talks))
    let sentence = try #require(view.edges.first?.sentence)
    #expect(sentence.hasSuffix(words), "\(sentence)")
  }

  /// Whether it must be done is what the record says, and not how a title is worded.
  @Test func whatMustBeDoneIsReadFromTheRecord() throws {
    func state(_ option: String) throws -> PreconditionsView.Edge? {
      let lines = [
        "id: s1, speaker: north, act: condition, date: 2031-03-01, about: {issue: peace, option: signed}, stance: for, requires: [{issue: toll, option: \(option), kind: before}]",
        "id: s2, speaker: north, act: demand, date: 2031-03-02, about: {issue: toll, option: \(option)}, stance: for",
        "id: s3, speaker: south, act: accept, date: 2031-03-03, about: {issue: toll, option: \(option)}, stance: for",
      ]
      return try preconditions(record(lines, with: Self.talks)).edges.first
    }
    #expect(try state("owed")?.state.stands == true)
    #expect(try state("pays")?.state.stands == false)
    #expect(try state("half")?.state.stands == false)
  }
}
