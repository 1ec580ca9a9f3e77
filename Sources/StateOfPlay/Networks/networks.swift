public import CaseModel
public import Foundations
internal import Networks

/// Who says the same as whom, and since when; see ``NetworksView``.
/// - Throws: what `checkpoint` throws.
/// - Complexity: O(statements · log statements + Σ over answers of the square of their actors), and
///   for the draws of the polarisation.
public func networks(
  _ theCase: Case, _ lens: Lens = Lens(), asking questions: NetworkQuestions = NetworkQuestions(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> NetworksView {
  try networks(FilteredCase(theCase, lens), asking: questions, checkpoint)
}

func networks(
  _ filtered: FilteredCase, asking questions: NetworkQuestions, _ checkpoint: Checkpoint
) throws -> NetworksView {
  try NetworkMaker(filtered, questions, checkpoint).view()
}
