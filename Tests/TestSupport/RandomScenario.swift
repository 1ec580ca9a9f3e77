internal import CaseModel
internal import Foundations

extension RandomValues {
  typealias Scenario = Case.Scenario

  /// A scenario with something in every field, as often as the density says.
  mutating func scenario() -> Scenario {
    var scenario = Scenario(id: id(), title: text())
    (scenario.description, scenario.asOf) = (maybe { $0.text() }, maybe { $0.date() })
    scenario.issues = some { $0.scenarioIssue() }
    scenario.parties = some { $0.scenarioParty() }
    scenario.links = some { make in
      var link = Scenario.Link()
      if make.chance() {
        link.excludes = [make.choice(), make.choice()]
      } else {
        link.requires = [make.choice(), make.choice()]
      }
      (link.title, link.evidence) = (make.maybe { $0.text() }, make.evidence())
      return link
    }
    scenario.packages = some { make in
      var package = Scenario.Package(id: make.name(), choose: make.map { $0.optionName() })
      (package.title, package.draft) = (make.maybe { $0.text() }, make.maybe { $0.id() })
      package.evidence = make.evidence()
      return package
    }
    scenario.notes = some { $0.text() }
    (scenario.evidence, scenario.provenance) = (evidence(), provenance())
    return scenario
  }

  mutating func choice() -> Scenario.Choice { Scenario.Choice(name(), optionName()) }

  mutating func optionName() -> String { chance() ? amount().text : slug() }

  mutating func map<Value>(_ make: (inout Self) -> Value) -> NameMap<Value> {
    NameMap(some { random in (random.optionName(), make(&random)) })
  }

  mutating func number() -> Scenario.Number {
    var number = Scenario.Number(amount())
    if chance() {
      let ends = [amount(), amount()]
      number = Scenario.Number(ends.min() ?? Amount(0), from: ends.min(), to: ends.max())
      if chance() { number.value = nil }
    }
    number.evidence = some { $0.id() }
    number.basis = maybe { $0.chance() ? .standard : .who(Who("a" + $0.slug().prefix(90))) }
    number.note = maybe { $0.text() }
    return number
  }

  private mutating func scenarioIssue() -> Scenario.Issue {
    var issue = Scenario.Issue()
    (issue.id, issue.issue) = (maybe { $0.name() }, maybe { $0.id() })
    if issue.issue == nil { issue.id = name() }
    (issue.title, issue.unit) = (maybe { $0.text() }, maybe { $0.text() })
    if chance() {
      let ends = [amount(), amount()]
      issue.range = Scenario.Issue.Range(
        from: ends.min() ?? Amount(0), to: ends.max() ?? Amount(0), step: maybe { _ in Amount(1) })
    } else {
      let tied = issue.issue != nil
      issue.options = (0..<int(1...3)).map { _ in
        var option = Scenario.Issue.Option(id: name(), title: maybe { $0.text() })
        option.option = tied ? maybe { $0.name() } : nil
        option.leftOut = chance()
        return option
      }
    }
    return issue
  }

  private mutating func scenarioParty() -> Scenario.Party {
    var party = Scenario.Party(id: name(), actors: some { $0.id() })
    party.title = maybe { $0.text() }
    party.utility = pick(Scenario.Party.Utility.allCases)
    party.scale = pick(Scenario.Party.Scale.allCases)
    party.weights = map { $0.number() }
    party.values = map { make in make.map { $0.number() } }
    party.lines = map { make in
      var line = Scenario.Line()
      (line.slope, line.offset, line.origin) = (make.amount(), make.amount(), make.amount())
      (line.clamped, line.evidence) = (make.chance(), make.evidence())
      return line
    }
    party.interactions = some { make in
      var interaction = Scenario.Interaction()
      interaction.both = [make.choice(), make.choice()]
      (interaction.adds, interaction.evidence) = (make.amount(), make.evidence())
      return interaction
    }
    party.table = some { make in
      var worth = Scenario.Worth()
      (worth.package, worth.value) = (make.map { $0.optionName() }, make.amount())
      worth.evidence = make.evidence()
      return worth
    }
    (party.otherwise, party.discount) = (maybe { $0.amount() }, maybe { $0.amount() })
    party.reservation = maybe { $0.number() }
    party.redLines = some { make in
      var line = Scenario.RedLine(never: make.text())
      (line.title, line.evidence) = (make.maybe { $0.text() }, make.evidence())
      return line
    }
    party.orderings = some { make in
      var ordering = Scenario.Ordering(more: make.text(), less: make.text())
      (ordering.title, ordering.evidence) = (make.maybe { $0.text() }, make.evidence())
      return ordering
    }
    party.evidence = evidence()
    return party
  }
}
