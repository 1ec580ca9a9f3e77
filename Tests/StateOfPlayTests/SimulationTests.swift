import CaseModel
import StateOfPlay
import Testing

/// Bargaining by rule over a scenario.
@Suite struct SimulationTests {
  private let sale = """
    scenarios:
      - id: sale
        title: Sale
        basis: ana
        issues: [{id: price, title: Price, range: {from: 0, to: 10, step: 1}}]
        parties:
          - {id: n, actors: north, weights: {price: 1}, values: {price: {0: 0, 10: 1}}, reservation: 0.2}
          - {id: s, actors: south, weights: {price: 1}, values: {price: {0: 1, 10: 0}}, reservation: 0.2}
    """

  @Test func linearConcessionsMeetInTheMiddle() throws {
    var questions = SimulationQuestions()
    questions.strategies = ["linear"]
    questions.trace = true
    let view = try simulation(try record([], with: sale), asking: questions)
    let game = try #require(view.game)
    #expect(game.agreement != nil)
    #expect(game.trace.count == game.offers)
    // A cake of ten slices: what one gets the other does not.
    #expect(abs(game.utilities.map(\.value).reduce(0, +) - 1) < 1e-9)
    #expect(game.utilities.allSatisfy { $0.value >= 0.2 })
  }

  @Test func aTournamentPlaysEveryAssignment() throws {
    var questions = SimulationQuestions()
    questions.strategies = ["linear", "boulware", "conceder"]
    questions.tournament = true
    let view = try simulation(try record([], with: sale), asking: questions)
    #expect(view.tournament?.games == 9)
    #expect(view.game == nil)
  }
}
