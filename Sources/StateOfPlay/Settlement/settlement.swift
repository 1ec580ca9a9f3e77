internal import Bargaining
public import CaseModel
public import Foundations

/// Finds the packages that all parties could accept; see ``SettlementView``.
/// - Parameter scenario: the scenario of the case; nil for the only one.
/// - Throws: ``ModelError`` if the scenario or a question is invalid; what `checkpoint` throws.
/// - Complexity: that of one frontier, and of one more for each draw.
public func settlement(
  _ theCase: Case, _ lens: Lens = Lens(), scenario id: Case.Scenario.ID? = nil,
  asking questions: SettlementQuestions = SettlementQuestions(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> SettlementView {
  try SettlementTable(theCase, lens, scenario: id).view(asking: questions, checkpoint: checkpoint)
}

/// A scenario prepared for repeated computation with changed numbers, as by sliders, without
/// reading the case again.
public struct SettlementTable: Sendable {
  /// The scenario as the case has it, before any settings.
  public let scenario: Case.Scenario
  private let index: CaseIndex
  private let leftOut: [Case.Statement.ID]
  /// Every issue of the case that the scenario does not have, with the reason.
  public let omitted: [SettlementView.OmittedIssue]

  /// Prepares a scenario; nil names the only one of the case.
  /// - Parameter state: of the same case, from which the positions are taken where it has them.
  /// - Throws: ``ModelError`` if the case has no such scenario, or several and none was named.
  public init(
    _ theCase: Case, _ lens: Lens = Lens(), scenario id: Case.Scenario.ID? = nil,
    derivedIn state: DerivedState? = nil
  ) throws(ModelError) {
    try self.init(theCase, lens, scenario: id, namingOmitted: true, state)
  }

  /// - Parameter namingOmitted: false where no one is shown which issues are left out, which takes the
  ///   positions of all.
  init(
    _ theCase: Case, _ lens: Lens, scenario id: Case.Scenario.ID?, namingOmitted: Bool,
    _ state: DerivedState? = nil
  ) throws(ModelError) {
    let cut = theCase.cut(by: lens)
    scenario = try cut.scenario(id)
    index = CaseIndex(cut)
    leftOut = FilteredCase(theCase, lens).statementsLeftOut(of: scenario)
    omitted =
      namingOmitted ? ScenarioDrafting.omitted(from: scenario, of: theCase, lens, state) : []
  }

  /// Computes the settlement with the settings in `questions`.
  /// - Throws: ``ModelError`` if a question is invalid; what `checkpoint` throws.
  /// - Complexity: that of one frontier, and of one more for each draw.
  public func view(
    asking questions: SettlementQuestions = SettlementQuestions(),
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> SettlementView {
    var source = scenario
    let settings = try questions.settings.map { try ScenarioSetting($0, of: source) }
    let changes = settings.map { $0.apply(to: &source, index) }
    do {
      let maker = try SettlementMaker(
        ScenarioModel(source, index, naming: questions.packages + questions.compare), questions,
        checkpoint)
      var view = try maker.view()
      (view.changes, view.leftOut, view.omitted) = (changes, leftOut, omitted)
      // What is given up is no part of what the result rests on.
      let given = Set(settings.compactMap(\.givenUp))
      view.constraints.removeAll { given.contains($0.id) }
      return view
    } catch let error as ScenarioError {
      throw ScenarioModel.fault(error, in: source)
    } catch let error as AnalysisError {
      throw ScenarioModel.fault(error, in: source)
    }
  }
}
