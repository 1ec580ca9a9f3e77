internal import Bargaining
public import CaseModel
public import Foundations

/// Which packages all parties could accept; see ``SettlementView``.
///
/// - Parameter scenario: which scenario of the case; the only one by default.
/// - Throws: ``ModelError`` where the scenario or a question cannot be meant; what `checkpoint`
///   throws.
/// - Complexity: that of a frontier, and of as many more as numbers are drawn.
public func settlement(
  _ theCase: Case, _ lens: Lens = Lens(), scenario id: Case.Scenario.ID? = nil,
  asking questions: SettlementQuestions = SettlementQuestions(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> SettlementView {
  try SettlementTable(theCase, lens, scenario: id).view(asking: questions, checkpoint: checkpoint)
}

/// A scenario made ready to be asked again and again with other numbers, as sliders do: the case is
/// not looked at again.
public struct SettlementTable: Sendable {
  public let scenario: Case.Scenario
  private let index: CaseIndex
  private let leftOut: [Case.Statement.ID]

  /// - Throws: ``ModelError`` where the case has no such scenario.
  public init(_ theCase: Case, _ lens: Lens = Lens(), scenario id: Case.Scenario.ID? = nil)
    throws(ModelError)
  {
    let cut = theCase.cut(by: lens)
    scenario = try cut.scenario(id)
    index = CaseIndex(cut)
    leftOut = FilteredCase(theCase, lens).statementsLeftOut(of: scenario)
  }

  /// - Throws: as ``settlement(_:_:scenario:asking:checkpoint:)`` does.
  public func view(
    asking questions: SettlementQuestions = SettlementQuestions(),
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> SettlementView {
    var source = scenario
    let changes = try ScenarioSetting.apply(questions.settings, to: &source, index)
    do {
      let maker = try SettlementMaker(
        ScenarioModel(source, index, naming: questions.packages + questions.compare), questions,
        checkpoint)
      var view = try maker.view()
      (view.changes, view.leftOut) = (changes, leftOut)
      // What is given up is no part of what the result rests on.
      let given = Set(questions.settings.filter { $0.hasSuffix("=off") }.map { $0.dropLast(4) })
      view.constraints.removeAll { given.contains($0.id[...]) }
      return view
    } catch let error as ScenarioError {
      throw ScenarioModel.fault(error, in: source)
    } catch let error as AnalysisError {
      throw ScenarioModel.fault(error, in: source)
    }
  }
}
