internal import Bargaining
internal import CaseModel
internal import Foundations

/// What an analyst should look at again.
extension SettlementMaker {
  func audit() throws -> [View.AuditLine] {
    let own = parties.flatMap { defaults(of: $0) }
    let findings = try compiled.audit(checkpoint: checkpoint)
    var reported: Set<Int> = []
    let lines = findings.flatMap { finding -> [View.AuditLine] in
      guard case .optionNeverFeasible(let choice) = finding,
        model.source.issues[choice.issue].range != nil
      else { return [line(finding)] }
      guard reported.insert(choice.issue).inserted else { return [] }
      return neverFeasible(of: choice.issue, findings)
    }
    return lines + own
  }

  /// The numbers of a range that no package holds; many of them on one line.
  private func neverFeasible(of issue: Int, _ findings: [AuditFinding]) -> [View.AuditLine] {
    let options = findings.compactMap { finding -> Int? in
      guard case .optionNeverFeasible(let choice) = finding, choice.issue == issue else {
        return nil
      }
      return choice.option
    }
    guard options.count > 3, let first = options.first, let last = options.last else {
      return options.map { line(.optionNeverFeasible(.init(issue: issue, option: $0))) }
    }
    let all = model.engine.issues[issue].optionCount ?? options.count
    return [
      .init(
        path: model.path.key("issues").index(issue),
        words:
          "no feasible package contains \(options.count) of the \(all) numbers of “\(model.title(ofIssue: issue))”, which lie between “\(model.title(ofIssue: issue, option: first))” and “\(model.title(ofIssue: issue, option: last))”",
        hint: nil)
    ]
  }

  private func line(_ finding: AuditFinding) -> View.AuditLine {
    func party(_ position: Int) -> EntryPath { model.path.key("parties").index(position) }
    func constraint(_ constraint: Bargaining.Scenario.Constraint) -> EntryPath {
      switch constraint {
      case .link(let number): model.path.key("links").index(number)
      case .redLine(let owner, let number): party(owner).key("redLines").index(number)
      case .reservation(let owner): party(owner).key("reservation")
      }
    }
    switch finding {
    case .weightsDoNotSumToOne(let position, let sum):
      return .init(
        path: party(position).key("weights"),
        words: "\(model.names[position].possessive) weights sum to \(sum), not 1",
        hint: "its reservation value must then be on the scale of that sum")
    case .reservationBelowWorst(let position, let reservation, let worst):
      return .init(
        path: party(position).key("reservation"),
        words:
          "\(model.names[position].possessive) reservation value \(reservation) is below its worst package, worth \(worst)",
        hint: "so any package would do; enter what it could do without an agreement")
    case .reservationAboveBestFeasible(let position, let reservation, let best):
      return .init(
        path: party(position).key("reservation"),
        words:
          "\(model.names[position].possessive) reservation value \(reservation) is above its best feasible package, worth \(best)",
        hint: "red lines and links leave it no package that it would accept")
    case .orderingContradicted(let position, let number):
      let ordering = model.source.parties[position].orderings[number]
      return .init(
        path: party(position).key("orderings").index(number),
        words:
          "\(model.names[position].possessive) numbers contradict the ordering “\(ordering.title ?? "\(ordering.more) over \(ordering.less)")”",
        hint: "correct the number that is used, or drop the ordering")
    case .issueNeverMatters(let position):
      return .init(
        path: model.path.key("issues").index(position),
        words:
          "“\(model.title(ofIssue: position))” can never matter: all its options are worth the same to every party",
        hint: "give its options values, or leave it out")
    case .optionNeverFeasible(let choice):
      return .init(
        path: model.path.key("issues").index(choice.issue),
        words:
          "no feasible package contains “\(model.title(ofIssue: choice.issue, option: choice.option))”",
        hint: nil)
    case .nothingFeasible(let constraints):
      return .init(
        path: constraints.first.map(constraint) ?? model.path,
        words:
          "no package is feasible: together \(constraints.map(constraintID).joined(separator: ", ")) rule out everything",
        hint: "give up one of them first")
    case .constraintWithoutEffect(let source):
      return .init(
        path: constraint(source),
        words: "\(constraintID(source)) rules out nothing that the others do not", hint: nil)
    }
  }

  /// That some numbers are no one's.
  private func defaults(of position: Int) -> [View.AuditLine] {
    let numbers = numbers(of: position)
    let standard = numbers.filter(\.grounds.isDefault)
    guard !standard.isEmpty else { return [] }
    let weights = standard.count { $0.issue != nil && $0.option == nil }
    let values = standard.count { $0.option != nil }
    var parts: [String] = []
    if weights > 0 { parts.append(weights.counted("weight")) }
    if values > 0 { parts.append(values.counted("value")) }
    if standard.count > weights + values { parts.append("the reservation value") }
    return [
      .init(
        path: model.path.key("parties").index(position),
        words:
          "\(standard.count) of \(model.names[position].possessive) \(numbers.count) numbers \(standard.count == 1 ? "is a default" : "are defaults"), no one's judgement: \(parts.joined(separator: ", "))",
        hint:
          "put an analyst's \(standard.count == 1 ? "number" : "numbers"), with a range, in \(standard.count == 1 ? "its" : "their") place before relying on a result"
      )
    ]
  }
}
