/// What is wrong with a model or a question put to it.
///
/// The cases are data; the sentences for people are in ``description`` and ``hint``, in one place.
public enum ConflictError: Error, Equatable, Sendable {
  // The option form.
  case noDecisionMakers
  case noOptions
  case emptyName(place: String)
  case repeatedName(place: String, name: String)
  case tooManyDecisionMakers(count: Int, limit: Int)
  case tooManyOptions(count: Int, limit: Int)
  case optionWithoutOwner(option: String)
  case repeatedOwner(option: String, owner: String)
  case unknownName(place: String, name: String, suggestion: String?)
  case patternLength(place: String, pattern: String, expected: Int)
  case patternCharacter(place: String, pattern: String, column: Int)
  case repeatedState(place: String, state: String)
  case coalescedOverlap(first: String, second: String, shared: String)
  case emptyCoalescedState(pattern: String)
  case noMoveToForbid(place: String, mover: String, from: String, to: String)
  case syntax(place: String, error: Formula.SyntaxError)

  // Size.
  case noFeasibleState
  case tooManyStates(options: Int, atLeast: Int, limit: Int, fullOptions: Int)
  case searchTooLong(options: Int, steps: Int)
  case tooManyArcs(count: Int, limit: Int)
  case tooManyStatesForPairs(states: Int, limit: Int)

  // The graph form.
  case noStates
  case loop(mover: String, state: String)

  // Preferences.
  case preferenceCount(given: Int, decisionMakers: Int)
  case needsOptionForm(place: String)
  case undecidedStatement(place: String, state: String)
  case weightOverflow(place: String)
  case unrankedStates(place: String, first: String, count: Int)
  case contradiction(place: String, first: String, second: String)
  case preferenceCycle(place: String, states: [String])

  // Questions.
  case noSuchDecisionMaker(index: Int, count: Int)
  case infeasibleState(state: String)
  case ambiguousState(state: String, count: Int)
  case notApplicable(concept: String, reason: String)
  case needsRanking(place: String)
  case badParameter(name: String, reason: String)
}
