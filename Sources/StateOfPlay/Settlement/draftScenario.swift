public import CaseModel
internal import Foundations

/// Drafts a scenario from the positions on record, for an analyst to edit.
///
/// An option's value comes from the party's stance; red lines become exclusions, preconditions links;
/// weights are those an analyst states in another scenario of the case, otherwise equal. Every number
/// has a range and cites what it rests on; a number without support is marked as a default.
///
/// Only issues still to be settled are included: none that has ended, is agreed, or concerns the talks
/// themselves, and none that no one refuses, since leaving it open amounts to no deal, which the
/// reservation value represents. A larger number is never worth less to a party that wants more, and one
/// beyond a limit that a party named is worth nothing to it. To a party that names a number only in a condition
/// on another step, what meets it is worth more than what does not. Of a set of which a party refuses a part,
/// what is left without that part is an option, and the part alone is none; numbers and days are options
/// as they were named. A condition set for an answer in whose place its holder has since given another is
/// kept while others stand by that answer.
///
/// - Parameter id: the id of the scenario; nil for one made from the date.
/// - Throws: ``ModelError`` if the positions to draft from are those of fewer than two or more
///   than eight parties, or on no open issue.
public func draftScenario(
  _ theCase: Case, _ lens: Lens = Lens(), id: Case.Scenario.ID? = nil
) throws(ModelError) -> Case.Scenario {
  try draftedScenario(theCase, lens, id: id).scenario
}

/// The same, and every issue of the case that is not in the draft, with the reason.
///
/// ``SettlementView/omitted`` has the latter of any scenario at any time, so that the draft itself
/// does not repeat it.
/// - Throws: as ``draftScenario(_:_:id:)``.
public func draftedScenario(
  _ theCase: Case, _ lens: Lens = Lens(), id: Case.Scenario.ID? = nil
) throws(ModelError) -> (scenario: Case.Scenario, omitted: [SettlementView.OmittedIssue]) {
  var drafting = ScenarioDrafting(FilteredCase(theCase, lens))
  let scenario = try drafting.scenario(id)
  return (scenario, drafting.omitted)
}
