import CaseModel
internal import Foundations

extension RandomValues {
  /// A conflict with something in every field, as often as the density says.
  mutating func conflict() -> Case.Conflict {
    var conflict = Case.Conflict()
    (conflict.id, conflict.title, conflict.description) = (id(), text(), maybe { $0.text() })
    conflict.decisionMakers = some { $0.decisionMaker() }
    conflict.options = some { make in
      var option = Case.Conflict.Option(
        id: make.name(), title: make.text(), owners: make.some { $0.name() })
      option.direction = make.pick(Case.Conflict.Option.Direction.allCases)
      (option.about, option.evidence) = (make.maybe { $0.subject() }, make.evidence())
      return option
    }
    conflict.infeasible = some { make in
      var rule = Case.Conflict.Infeasible()
      switch make.pick([0, 1, 2, 3]) {
      case 0: rule.pattern = make.text()
      case 1: rule.formula = make.text()
      case 2: rule.exclusive = [make.name(), make.name()]
      default: rule.atLeastOne = [make.name()]
      }
      (rule.title, rule.evidence) = (make.maybe { $0.text() }, make.evidence())
      return rule
    }
    conflict.forbidden = some { make in
      var move = Case.Conflict.Forbidden()
      (move.mover, move.from, move.to) = (make.name(), make.text(), make.text())
      move.evidence = make.evidence()
      return move
    }
    (conflict.feasible, conflict.coalesced) = (some { $0.text() }, some { $0.text() })
    conflict.states = some { $0.state() }
    // An empty list of options makes a graph form, which has no place for these.
    if conflict.options.isEmpty { graphForm(&conflict) }
    (conflict.statusQuo, conflict.notes) = (maybe { $0.text() }, some { $0.text() })
    (conflict.evidence, conflict.provenance) = (evidence(), provenance())
    return conflict
  }

  private mutating func state() -> Case.Conflict.State {
    var state = Case.Conflict.State(text(), title: maybe { $0.text() })
    state.evidence = evidence()
    return state
  }

  private mutating func graphForm(_ conflict: inout Case.Conflict) {
    (conflict.infeasible, conflict.forbidden) = ([], [])
    (conflict.feasible, conflict.coalesced) = ([], [])
    if conflict.states.isEmpty { conflict.states = [state()] }
    for place in conflict.decisionMakers.indices {
      conflict.decisionMakers[place].prefers = []
      conflict.decisionMakers[place].weights = []
    }
    conflict.moves = some { make in
      var move = Case.Conflict.Move(make.name(), from: make.text(), to: make.text())
      (move.title, move.evidence) = (make.maybe { $0.text() }, make.evidence())
      return move
    }
  }

  private mutating func decisionMaker() -> Case.Conflict.DecisionMaker {
    var maker = Case.Conflict.DecisionMaker(
      id: name(), actors: some { $0.id() }, title: maybe { $0.text() })
    switch pick([0, 1, 2, 3]) {
    case 0:
      maker.prefers = some { make in
        var wish = Case.Conflict.Priority(that: make.text())
        (wish.title, wish.uncertain) = (make.maybe { $0.text() }, make.chance())
        wish.evidence = make.evidence()
        return wish
      }
    case 1:
      maker.weights = some { make in
        var weight = Case.Conflict.Weight()
        (weight.option, weight.taken) = (make.name(), make.pick([0, 1, 70]))
        (weight.notTaken, weight.uncertain) = (make.pick([0, 3]), make.chance())
        weight.evidence = make.evidence()
        return weight
      }
    case 2:
      maker.compares = some { make in
        var pair = Case.Conflict.Comparison()
        if make.chance() {
          (pair.better, pair.than, pair.greatly) = (make.text(), make.text(), make.chance())
        } else {
          pair.equal = [make.text(), make.text()]
        }
        (pair.uncertain, pair.evidence) = (make.chance(), make.evidence())
        return pair
      }
    default:
      maker.ranking = some { make in
        var tier = Case.Conflict.Tier()
        (tier.states, tier.greatly) = (make.some { $0.text() }, make.chance())
        (tier.uncertain, tier.evidence) = (make.chance(), make.evidence())
        return tier
      }
    }
    return maker
  }
}
