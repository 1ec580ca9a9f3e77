import CaseModel
import StateOfPlay
import Testing

/// Who agrees with whom about a text and its numbers, where one of them asks for what the text
/// excludes.
@Suite struct NetworkTextsTests {
  private static let sections = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: diet, name: The Diet, kind: body, partOf: south}
      - {id: speaker, name: The speaker of the Diet, kind: person, partOf: diet}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: toll, title: The toll, kind: negotiable, value: quantity, unit: crown, wants: {north: more}}
      - {id: fish, title: The fish, kind: negotiable, options: [{id: kept, title: They are kept}]}
    drafts:
      - id: text
        title: The text
        date: 2031-03-01
        by: [north, south]
        status: [{level: inForce, date: 2031-03-01, basis: ana}]
        clauses:
          - {id: one, about: {issue: toll, value: {quantity: 27, unit: crown}}, status: proposed, basis: ana}
          - {id: two, about: {issue: fish, option: kept}, status: proposed, basis: ana}
        basis: ana
    """

  private func tie(_ lines: [String]) throws -> NetworksView.Tie? {
    var questions = NetworkQuestions()
    questions.draws = 20
    return try networks(try record(lines, with: Self.sections), Lens(), asking: questions)
      .tie("north", "speaker")
  }

  private let yes = "id: yes, speaker: north, act: accept, date: 2031-03-01, about: {draft: text}"
  private func asked(_ toll: String, _ act: String = "condition") -> String {
    "id: if, speaker: speaker, act: \(act), date: 2031-03-05, about: {draft: text}, requires: [{issue: toll, value: {\(toll), unit: crown}, kind: before}]"
  }

  @Test func aConditionThatTheTextExcludesIsNoAgreementWithIt() throws {
    for act in ["condition", "accept"] {
      let excluded = try #require(try tie([yes, asked("quantity: 20, comparator: ≤", act)]))
      #expect(excluded.same == 0 && excluded.opposite == 1)
      #expect(excluded.side == .conflicting)
      // What the text meets is a yes with an if like others.
      let met = try #require(try tie([yes, asked("quantity: 20, comparator: ≥", act)]))
      #expect(met.same == 1 && met.opposite == 0)
    }
  }

  @Test func whoRefusesNumbersDiffersFromWhoTakesOneOfThem() throws {
    func refused(_ toll: String, _ day: String = "2031-02-20") -> String {
      "id: no, speaker: speaker, act: reject, date: \(day), about: {issue: toll, value: {\(toll), unit: crown}}"
    }
    for day in ["2031-02-20", "2031-03-09"] {
      let tie = try #require(try tie([yes, refused("quantity: 20, comparator: \">\"", day)]))
      #expect(tie.same == 0 && tie.opposite == 1 && tie.conflict == 1)
    }
    #expect(try tie([yes, refused("quantity: 30, comparator: \">\"")]) == nil)
    // Who has taken one of them itself since refuses them no longer.
    let taken =
      "id: taken, speaker: speaker, act: accept, date: 2031-03-10, about: {issue: toll, value: {quantity: 27, unit: crown}}"
    let both = try #require(try tie([yes, refused("quantity: 20, comparator: \">\""), taken]))
    #expect(both.opposite == 0 && both.same == 1)
  }
}
