internal import Bargaining
internal import CaseModel

/// Turns a scenario of the case, found to be in order, into the engine's.
struct ScenarioTranslation {
  private typealias Engine = Bargaining.Scenario

  let source: Case.Scenario
  let path: EntryPath
  private let issues: [String: Int]
  /// The engine's issues; those that may be any number on the grid that was chosen for them.
  private var domains: [Bargaining.Scenario.Issue] = []
  /// What the grid may cost each party.
  private var losses: [ExactValue] = []

  /// - Parameter named: choices from elsewhere, whose numbers must be on the grid.
  init(
    _ source: Case.Scenario, _ path: EntryPath, naming named: [Case.Scenario.Choice] = []
  ) throws(ModelError) {
    self.source = source
    self.path = path
    issues = Dictionary(
      source.issues.enumerated().map { ($1.name.raw, $0) }, uniquingKeysWith: { first, _ in first })
    for (position, issue) in source.issues.enumerated() {
      domains.append(try domain(issue, path.key("issues").index(position)))
    }
    guard source.issues.contains(where: { $0.range?.continuous ?? false }) else { return }
    // Conditions name numbers, and numbers have places on the grid alone.
    var parties: [Engine.Party] = []
    for (position, party) in source.parties.enumerated() {
      let place = path.key("parties").index(position)
      guard party.utility == .additive else {
        throw ModelError(
          place.key("utility"),
          "an issue that may take any number can be valued only by weight and value",
          hint: "make the party's utility additive, or give the issue's range a `step`")
      }
      parties.append(
        Engine.Party(name: party.id.raw, utility: .init(try base(party, place))))
    }
    do throws(ScenarioError) {
      let gridded = try Engine(issues: domains, parties: parties).gridded(
        parts: CompiledScenario.Limits.standard.continuousParts, through: numbers(named))
      (domains, losses) = (gridded.scenario.issues, gridded.losses)
    } catch {
      throw ScenarioModel.fault(error, in: source)
    }
  }

  func scenario() throws(ModelError) -> Bargaining.Scenario.Gridded {
    var parties: [Engine.Party] = []
    for (position, party) in source.parties.enumerated() {
      parties.append(try self.party(party, path.key("parties").index(position)))
    }
    var links: [Engine.Link] = []
    for (position, link) in source.links.enumerated() {
      let place = path.key("links").index(position)
      let ends = link.excludes.isEmpty ? link.requires : link.excludes
      let (first, second) = (try choice(ends[0], place), try choice(ends[1], place))
      links.append(link.excludes.isEmpty ? .requires(first, second) : .excludes(first, second))
    }
    return .init(
      scenario: Engine(issues: domains, parties: parties, links: links),
      losses: losses.isEmpty ? parties.map { _ in .zero } : losses)
  }

  // MARK: Issues

  private func domain(_ issue: Case.Scenario.Issue, _ place: EntryPath) throws(ModelError)
    -> Engine.Issue
  {
    guard let range = issue.range else {
      return Engine.Issue(name: issue.name.raw, domain: .options(issue.options.map(\.id.raw)))
    }
    guard let step = range.step else {
      return Engine.Issue(
        name: issue.name.raw,
        domain: .continuous(lower: try exact(range.from), upper: try exact(range.to)))
    }
    if let lower = Int(range.from.text), let upper = Int(range.to.text), let step = Int(step.text) {
      return Engine.Issue(
        name: issue.name.raw, domain: .integers(lower: lower, upper: upper, step: step))
    }
    return Engine.Issue(
      name: issue.name.raw,
      domain: .reals(
        lower: try exact(range.from), upper: try exact(range.to), step: try exact(step)))
  }

  /// The position of an option, or of a number of a range; nil where it is neither.
  func option(_ name: String, ofIssue position: Int) -> Int? {
    let issue = source.issues[position]
    guard let range = issue.range else { return issue.options.firstIndex { $0.id.raw == name } }
    guard let number = Amount(name), range.holds(number) else { return nil }
    guard let step = range.step else {
      guard let exact = try? exact(number), case .numbers(let grid) = domains[position].domain
      else { return nil }
      return grid.firstIndex(of: exact)
    }
    let places = [range.from, number, step].map(\.places).max() ?? 0
    return Int(
      exactly: (number.scaled(to: places) - range.from.scaled(to: places))
        / step.scaled(to: places))
  }

  private func choice(_ choice: Case.Scenario.Choice, _ place: EntryPath) throws(ModelError)
    -> Engine.Choice
  {
    guard let position = issues[choice.issue.raw],
      let option = option(choice.option, ofIssue: position)
    else { throw ModelError(place, "`\(choice.text)` is not a choice of this scenario") }
    return Engine.Choice(issue: position, option: option)
  }

  // MARK: Parties

  private func party(_ party: Case.Scenario.Party, _ place: EntryPath) throws(ModelError)
    -> Engine.Party
  {
    var redLines: [Engine.RedLine] = []
    for (number, line) in party.redLines.enumerated() {
      let place = place.key("redLines").index(number)
      do throws(Case.Scenario.Formula.SyntaxError) {
        let formula = try Case.Scenario.Formula(line.never)
        redLines.append(.init(name: line.title ?? line.never, ruledOut: translated(formula)))
      } catch {
        throw ModelError(place, error.message, hint: error.hint)
      }
    }
    var orderings: [Engine.Ordering] = []
    for (number, ordering) in party.orderings.enumerated() {
      let place = place.key("orderings").index(number)
      switch ordering.sides {
      case .weights(let more, let less)?:
        guard let more = issues[more.raw], let less = issues[less.raw] else {
          throw ModelError(place, "the ordering names an unknown issue")
        }
        orderings.append(.weight(of: more, atLeast: less))
      case .values(let more, let less)?:
        orderings.append(.value(of: try choice(more, place), atLeast: try choice(less, place)))
      case nil: throw ModelError(place, "the ordering cannot be read")
      }
    }
    var interactions: [Engine.Utility.Interaction] = []
    for (number, interaction) in party.interactions.enumerated() {
      let place = place.key("interactions").index(number)
      interactions.append(
        .init(
          try choice(interaction.both[0], place), try choice(interaction.both[1], place),
          adds: try exact(interaction.adds)))
    }
    var reservation = Bargaining.Quantity(.zero)
    if let number = party.reservation { reservation = try quantity(number) }
    return Engine.Party(
      name: party.id.raw, utility: .init(try base(party, place), interactions: interactions),
      reservation: reservation, redLines: redLines, orderings: orderings)
  }

  private func base(_ party: Case.Scenario.Party, _ place: EntryPath) throws(ModelError)
    -> Engine.Utility.Base
  {
    switch party.utility {
    case .additive:
      var weights: [Bargaining.Quantity] = []
      var valuations: [Engine.Utility.Valuation] = []
      for issue in source.issues {
        // Without any weights all issues count alike; this is marked as a default.
        weights.append(
          try party.weights[issue.name].map { number throws(ModelError) in
            try quantity(number)
          } ?? Bargaining.Quantity(.one))
        valuations.append(try valuation(party, issue, place))
      }
      return .additive(
        .init(
          weights: weights, valuations: valuations,
          normalisation: party.scale == .largest ? .byLargest : .raw))
    case .mean:
      var scores: [[Bargaining.Quantity?]] = []
      for issue in source.issues {
        guard case .perOption(let values) = try valuation(party, issue, place) else {
          throw ModelError(
            place.key("values").key(issue.name.raw),
            "a mean needs a value for every number of `\(issue.name)`",
            hint: "list them all, or give the issue options")
        }
        scores.append(
          values.enumerated().map { position, value in
            issue.options.indices.contains(position) && issue.options[position].leftOut
              ? nil : value
          })
      }
      return .meanOfIncluded(.init(scores: scores))
    case .table:
      var values: [Engine.Package: ExactDecimal] = [:]
      for (number, worth) in party.table.enumerated() {
        let place = place.key("table").index(number)
        var options: [Int] = []
        for issue in source.issues {
          let name = worth.package[issue.name] ?? ""
          options.append(try choice(.init(issue.name, name), place).option)
        }
        values[.init(options)] = try exact(worth.value)
      }
      var otherwise: ExactDecimal?
      if let number = party.otherwise { otherwise = try exact(number) }
      return .table(.init(values: values, otherwise: otherwise))
    }
  }

  private func valuation(
    _ party: Case.Scenario.Party, _ issue: Case.Scenario.Issue, _ place: EntryPath
  ) throws(ModelError) -> Engine.Utility.Valuation {
    if let line = party.lines[issue.name], party.values[issue.name] == nil {
      return .linear(
        slope: try exact(line.slope), offset: try exact(line.offset),
        origin: try exact(line.origin), clamped: line.clamped)
    }
    let values = party.values[issue.name] ?? NameMap()
    guard issue.range != nil else {
      var quantities: [Bargaining.Quantity] = []
      for option in issue.options {
        guard let number = values[option.id] else {
          quantities.append(Bargaining.Quantity(.zero))
          continue
        }
        quantities.append(try quantity(number))
      }
      return .perOption(quantities)
    }
    let points = values.pairs.compactMap { pair in Amount(pair.name).map { ($0, pair.value) } }
      .sorted { $0.0 < $1.0 }
    if let count = issue.range?.count, points.count == count,
      points.allSatisfy({ issue.holds($0.0.text) })
    {
      var quantities: [Bargaining.Quantity] = []
      for point in points { quantities.append(try quantity(point.1)) }
      return .perOption(quantities)
    }
    var curve: [Engine.Utility.Valuation.Point] = []
    for (at, number) in points {
      curve.append(.init(at: try exact(at), value: try quantity(number).nominal))
    }
    // Worth nothing, as an option without a value is.
    if curve.isEmpty { curve.append(.init(at: .zero, value: .zero)) }
    return .points(curve)
  }

  // MARK: Formulas

  private func translated(_ formula: Case.Scenario.Formula) -> Engine.Formula {
    switch formula {
    case .choice(let test): translated(test)
    case .not(let inner): .not(translated(inner))
    case .all(let parts): .all(parts.map(translated))
    case .any(let parts): .any(parts.map(translated))
    }
  }

  private func translated(_ test: Case.Scenario.Formula.Test) -> Engine.Formula {
    guard let position = issues[test.issue.raw] else { return .any([]) }
    if test.comparator == .equal {
      return option(test.option, ofIssue: position)
        .map { .choice(.init(issue: position, option: $0)) } ?? .any([])
    }
    guard let bound = Amount(test.option).flatMap({ try? exact($0) }),
      let count = domains[position].optionCount
    else { return .any([]) }
    let options = (0..<count).filter { option in
      guard let number = domains[position].number(at: option) else { return false }
      return switch test.comparator {
      case .less: number < bound
      case .atMost: number <= bound
      case .atLeast: number >= bound
      case .more: number > bound
      case .equal, .about: number == bound
      }
    }
    return .any(options.map { .choice(.init(issue: position, option: $0)) })
  }
}
