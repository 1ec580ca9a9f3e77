internal import Bargaining
internal import CaseModel

/// The scenario itself, as the view shows it.
extension SettlementMaker {
  /// Each party's worst and best feasible package.
  func extremes() throws -> [(worst: View.Figure?, best: View.Figure?)] {
    guard let first = try anyPackage() else { return parties.map { _ in (nil, nil) } }
    return try compiled.explain(first, checkpoint: checkpoint).parties.map {
      ($0.worst.map(figure), $0.best.map(figure))
    }
  }

  private func anyPackage() throws -> Package? {
    if let first = packages.first { return first.package }
    return try frontier.packages(at: 0, limit: 1).first
  }

  func partyLines(_ extremes: [(worst: View.Figure?, best: View.Figure?)]) -> [View.PartyLine] {
    parties.map { position in
      let party = model.source.parties[position]
      let numbers = self.numbers(of: position)
      return View.PartyLine(
        id: party.id.raw, name: model.names[position], utility: party.utility,
        reservation: figure(ExactValue(model.engine.parties[position].reservation.nominal)),
        worst: extremes[position].worst, best: extremes[position].best,
        defaults: numbers.count { $0.grounds.isDefault },
        tied: numbers.count { !$0.grounds.isDefault && !$0.grounds.statements.isEmpty },
        numbers: numbers.count, gridLoss: figure(compiled.gridLosses[position]))
    }
  }

  // MARK: Constraints

  func constraintID(_ constraint: Bargaining.Scenario.Constraint) -> String {
    switch constraint {
    case .link(let number): "link.\(number + 1)"
    case .redLine(let party, let number): "\(model.partyIDs[party]).redline.\(number + 1)"
    case .reservation(let party): "\(model.partyIDs[party]).reservation"
    }
  }

  var constraintLines: [View.ConstraintLine] {
    var lines: [View.ConstraintLine] = []
    for (position, party) in model.source.parties.enumerated() {
      for (number, line) in party.redLines.enumerated() {
        lines.append(
          .init(
            id: constraintID(.redLine(party: position, index: number)), party: party.id.raw,
            words: line.title ?? "never \(words(ofFormula: line.never))",
            grounds: model.grounds(line.evidence, party: position)))
      }
    }
    for (number, link) in model.source.links.enumerated() {
      let ends = link.excludes.isEmpty ? link.requires : link.excludes
      let verb = link.excludes.isEmpty ? "requires" : "excludes"
      lines.append(
        .init(
          id: constraintID(.link(number)), party: nil,
          words: link.title ?? "\(words(ends[0])) \(verb) \(words(ends[1]))",
          grounds: model.grounds(link.evidence)))
    }
    return lines
  }

  private func words(_ choice: Case.Scenario.Choice) -> String {
    guard let issue = model.source.issues.firstIndex(where: { $0.name == choice.issue }),
      let option = model.option(choice.option, ofIssue: issue)
    else { return choice.text }
    let title = model.title(ofIssue: issue)
    let options = model.source.issues[issue].options
    guard options.count == 2, options.contains(where: \.leftOut) else {
      return "“\(title): \(model.title(ofIssue: issue, option: option))”"
    }
    return (options[option].leftOut ? "leaving out " : "") + "“\(title)”"
  }

  /// A formula of one choice by its title, any other as it is written.
  private func words(ofFormula text: String) -> String {
    Case.Scenario.Choice(text).map { words($0) } ?? text
  }

  // MARK: Numbers

  /// One number of the case's scenario, with the name by which a setting knows it.
  private func line(
    _ id: String, _ number: Case.Scenario.Number?, party: Int, standard: Double,
    issue: String? = nil, option: String? = nil
  ) -> View.NumberLine {
    let ends = (number?.from?.approximate, number?.to?.approximate)
    let middle = ends.0.flatMap { low in ends.1.map { (low + $0) / 2 } }
    return View.NumberLine(
      id: id, party: model.partyIDs[party], issue: issue, option: option,
      value: number?.value?.approximate ?? middle ?? standard, from: ends.0, to: ends.1,
      note: number?.note, grounds: model.grounds(number, party: party))
  }

  func numbers(of party: Int) -> [View.NumberLine] {
    let owner = model.source.parties[party]
    let id = owner.id.raw
    var lines: [View.NumberLine] = []
    for issue in model.source.issues where owner.utility == .additive {
      lines.append(
        line(
          "\(id).weight.\(issue.name)", owner.weights[issue.name], party: party, standard: 1,
          issue: issue.name.raw))
    }
    for issue in model.source.issues where owner.utility != .table {
      for pair in owner.values[issue.name]?.pairs ?? [] {
        lines.append(
          line(
            "\(id).value.\(issue.name).\(pair.name)", pair.value, party: party, standard: 0,
            issue: issue.name.raw, option: pair.name))
      }
    }
    lines.append(line("\(id).reservation", owner.reservation, party: party, standard: 0))
    return lines
  }

  func numberLines() -> [View.NumberLine] {
    let all = parties.flatMap { numbers(of: $0) }
    return all.count <= 2000 ? all : all.filter { $0.option == nil }
  }
}
