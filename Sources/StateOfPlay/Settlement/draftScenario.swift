public import CaseModel
internal import Foundations

/// A scenario made from the positions on record, for an analyst to edit: an option's value from the
/// party's stance, red lines as exclusions, preconditions as links, weights as an analyst states them
/// in another scenario of the case, else all alike. Every number has a range and says what it rests
/// on; what no one said is marked a default.
///
/// Only what is still to be settled is in it: no issue that has ended, is agreed, or is about the
/// talks themselves; and none that no one refuses, for leaving that undone is to have no deal, which
/// the reservation value stands for. Of a number, what a party wants more of is never worth less to it
/// the more it is.
///
/// - Parameter id: its id; made of the date where nil.
/// - Throws: ``ModelError`` where fewer than two parties, or no issue, has a position to draft from.
public func draftScenario(
  _ theCase: Case, _ lens: Lens = Lens(), id: Case.Scenario.ID? = nil
) throws(ModelError) -> Case.Scenario {
  var drafting = ScenarioDrafting(FilteredCase(theCase, lens))
  return try drafting.scenario(id)
}
