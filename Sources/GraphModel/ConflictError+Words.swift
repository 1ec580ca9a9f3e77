internal import Foundations

extension ConflictError: CustomStringConvertible {
  /// One sentence that names the place and what is wrong there, then the ``hint``.
  public var description: String {
    hint.isEmpty ? summary : summary + ": " + hint
  }

  /// What is wrong, and where.
  public var summary: String {
    switch self {
    case .noDecisionMakers: "the conflict has no decision maker"
    case .noOptions: "the conflict has no option"
    case .emptyName(let place): "\(place) has an empty name"
    case .repeatedName(let place, let name): "\(place) repeats the name \"\(name)\""
    case .tooManyDecisionMakers(let count, let limit):
      "\(count.grouped) decision makers; at most \(limit) are supported"
    case .tooManyOptions(let count, let limit):
      "\(count.grouped) options; at most \(limit) are supported"
    case .optionWithoutOwner(let option): "option \"\(option)\" has no owner"
    case .repeatedOwner(let option, let owner):
      "option \"\(option)\" names its owner \"\(owner)\" twice"
    case .unknownName(let place, let name, _): "\(place) names \"\(name)\", which does not exist"
    case .patternLength(let place, let pattern, let expected):
      "\(place): the pattern \"\(pattern)\" has \(pattern.count) sign\(pattern.count == 1 ? "" : "s"), "
        + "not \(expected)"
    case .patternCharacter(let place, let pattern, let column):
      "\(place): the pattern \"\(pattern)\" has an unknown sign at column \(column)"
    case .repeatedState(let place, let state): "\(place) names the state \(state) twice"
    case .coalescedOverlap(let first, let second, let shared):
      "the states \(first) and \(second) both contain \(shared)"
    case .emptyCoalescedState(let pattern): "no feasible combination matches the state \(pattern)"
    case .noMoveToForbid(let place, let mover, let from, let to):
      "\(place) forbids a move of \(mover) from \(from) to \(to) that does not exist"
    case .syntax(let place, let error): "\(place), column \(error.column): \(error.message)"
    case .noFeasibleState: "no feasible state is left"
    case .tooManyStates(let options, let atLeast, let limit, _):
      "\(options) options make \(powerOfTwo(options)) combinations, "
        + (options < 62 && atLeast == 1 << options
          ? "all of them feasible" : "of which \(atLeast.grouped) or more are feasible")
        + "; at most \(limit.grouped) states fit"
    case .searchTooLong(let options, let steps):
      "the feasible states among \(powerOfTwo(options)) combinations were not all found in "
        + "\(steps.grouped) steps"
    case .tooManyArcs(let count, let limit):
      "the model has at least \(count.grouped) single moves; at most \(limit.grouped) can be listed"
    case .tooManyStatesForPairs(let states, let limit):
      "this analysis compares every pair of states; \(states.grouped) states are more than the "
        + "\(limit.grouped) that fit"
    case .noStates: "the graph form has no state"
    case .loop(let mover, let state): "\(mover) has a move from \(state) to itself"
    case .preferenceCount(let given, let decisionMakers):
      "\(given) preferences for \(decisionMakers) decision makers"
    case .needsOptionForm(let place): "\(place) needs options, and this model is in graph form"
    case .undecidedStatement(let place, let state):
      "\(place) is true in one part of the coalesced state \(state) and false in another"
    case .weightOverflow(let place): "\(place): the weights add up to more than 2^62"
    case .unrankedStates(let place, let first, let count):
      "\(place) leaves \(count.grouped) feasible \(count == 1 ? "state" : "states") unranked, "
        + "the first is \(first)"
    case .contradiction(let place, let first, let second):
      "\(place) says two different things about \(first) and \(second)"
    case .preferenceCycle(let place, let states):
      "\(place) goes round in a circle: \(states.joined(separator: " over "))"
    case .noSuchDecisionMaker(let index, let count):
      "decision maker \(index) does not exist; there are \(count), counted from 0"
    case .infeasibleState(let state): "\(state) is not a feasible state of this model"
    case .ambiguousState(let state, let count):
      "\(state) does not decide every option, and \(count.grouped) states match it"
    case .notApplicable(let concept, let reason): "\(concept) does not apply: \(reason)"
    case .needsRanking(let place): "\(place) needs preferences that rank all states"
    case .badParameter(let name, let reason): "\(name) \(reason)"
    }
  }

  /// The part of the input at fault, as the messages call it: `forbidden[2]`, `option "x"`,
  /// `preferences of y`; nil where the fault is in no single part.
  public var place: String? {
    switch self {
    case .emptyName(let place), .repeatedName(let place, _), .unknownName(let place, _, _),
      .patternLength(let place, _, _), .patternCharacter(let place, _, _),
      .repeatedState(let place, _), .noMoveToForbid(let place, _, _, _), .syntax(let place, _),
      .needsOptionForm(let place), .undecidedStatement(let place, _), .weightOverflow(let place),
      .unrankedStates(let place, _, _), .contradiction(let place, _, _),
      .preferenceCycle(let place, _), .needsRanking(let place):
      place
    case .optionWithoutOwner(let option), .repeatedOwner(let option, _): "option \"\(option)\""
    case .noDecisionMakers, .tooManyDecisionMakers: "decisionMakers"
    case .noOptions, .tooManyOptions, .tooManyStates, .searchTooLong, .tooManyArcs: "options"
    case .noStates: "states"
    case .noFeasibleState: "infeasible"
    case .coalescedOverlap, .emptyCoalescedState: "coalesced"
    case .loop: "moves"
    case .tooManyStatesForPairs, .preferenceCount, .noSuchDecisionMaker,
      .infeasibleState, .ambiguousState, .notApplicable, .badParameter:
      nil
    }
  }

  /// What to do about it; may be empty.
  public var hint: String {
    switch self {
    case .noDecisionMakers, .noOptions, .noStates: "add at least one"
    case .emptyName, .repeatedName: "give each its own name"
    case .tooManyDecisionMakers: "merge those who always act together"
    case .tooManyOptions: "merge options, or split the conflict"
    case .optionWithoutOwner: "name the decision maker who can change it"
    case .repeatedOwner: "name each owner once"
    case .unknownName(_, _, let suggestion):
      suggestion.map { "did you mean \"\($0)\"?" } ?? "check the spelling"
    case .patternLength: "write one sign per option"
    case .patternCharacter: "use Y, N or - for either"
    case .repeatedState: "name it once"
    case .coalescedOverlap: "make the patterns exclude each other"
    case .emptyCoalescedState: "remove it, or allow a combination that it describes"
    case .noMoveToForbid: "check the mover and the two patterns"
    case .syntax(_, let error): error.hint
    case .noFeasibleState: "relax the infeasibility rules"
    case .tooManyStates(let options, _, let limit, let fullOptions):
      (options > fullOptions
        ? "drop or merge \((options - fullOptions).grouped), as all combinations of \(fullOptions) "
          + "options fit; or " : "")
        + "exclude combinations until \(limit.grouped) or fewer are left"
    case .searchTooLong: "list the feasible states instead, or drop options"
    case .tooManyArcs:
      "drop options, exclude combinations, or remove forbidden moves and coalesced states"
    case .tooManyStatesForPairs: "drop options or exclude combinations"
    case .loop: "remove it; staying is always possible"
    case .preferenceCount: "give one to each"
    case .needsOptionForm: "rank the states directly"
    case .undecidedStatement: "do not coalesce over an option the statement depends on"
    case .weightOverflow: "use smaller weights"
    case .unrankedStates:
      "rank every feasible state, or leave pairs unknown with pairwise preferences"
    case .contradiction: "keep one of the two"
    case .preferenceCycle: "drop one of these comparisons"
    case .noSuchDecisionMaker: ""
    case .infeasibleState: "check the pattern against the infeasibility rules"
    case .ambiguousState: "state for each option whether it is taken: Y or N"
    case .notApplicable: ""
    case .needsRanking: "use statements, weights or a ranking"
    case .badParameter: ""
    }
  }
}

/// "2^40 = 1,099,511,627,776", or only the power where the number no longer fits a word.
func powerOfTwo(_ exponent: Int) -> String {
  exponent < Int.bitWidth - 1 ? "2^\(exponent) = \((1 << exponent).grouped)" : "2^\(exponent)"
}
