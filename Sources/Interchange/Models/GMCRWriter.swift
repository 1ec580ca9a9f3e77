package import CaseModel

/// Writes a conflict as the `.gmcr` JSON that other graph-model programs read.
package enum GMCRWriter {
  /// What the form has no place for.
  package struct WriteError: Error, Hashable {
    package var message: String
    package var hint: String
  }

  /// - Parameter conditions: for a formula, the combinations in which it holds, as patterns with
  ///   dashes; the form knows no other formulas.
  /// - Throws: ``WriteError`` for a part the form cannot hold.
  package static func write(
    _ conflict: Case.Conflict, conditions: (String) throws -> [String]
  ) throws -> [UInt8] {
    if let part = unfit(conflict) {
      throw WriteError(
        message: "a .gmcr file cannot contain \(part)", hint: "write the conflict as YAML instead"
      )
    }
    let options = conflict.options.map(\.id)
    var infeasibles: [Node] = []
    for rule in conflict.infeasible {
      for pattern in try patterns(of: rule, options, conditions) {
        infeasibles.append(condition(pattern))
      }
    }
    var makers: [Node] = []
    for maker in conflict.decisionMakers {
      let own = options.indices.filter { conflict.options[$0].owners.contains(maker.id) }
      var pairs: [Node.Pair] = [
        .init("name", .text(maker.title ?? maker.id.raw)),
        .init("options", .list(own.map { .literal(String($0)) })),
      ]
      let wishes = try maker.prefers.map { wish -> Node in
        let members = try conditions(wish.that).map { condition($0) }
        if members.count == 1 { return members[0] }
        return .map([.init("compound", .literal("true")), .init("members", .list(members))])
      }
      pairs.append(.init("preferences", .list(wishes)))
      makers.append(.map(pairs))
    }
    var writer = JSONWriter()
    writer.pretty(
      .map([
        .init("title", .text(conflict.title)),
        .init("description", .text(conflict.description ?? "")),
        .init("program", .text("dragoman")),
        .init("useManualPreferenceRanking", .literal("false")),
        .init(
          "options",
          .list(
            conflict.options.map { option in
              .map([
                .init("name", .text(option.title)),
                .init("permittedDirection", .text(option.direction.foreign)),
              ])
            })), .init("decisionMakers", .list(makers)), .init("infeasibles", .list(infeasibles)),
      ]))
    return writer.output + [UInt8(ascii: "\n")]
  }

  private static func unfit(_ conflict: Case.Conflict) -> String? {
    if conflict.isGraph { return "a conflict in graph form" }
    if !conflict.feasible.isEmpty { return "a list of feasible states" }
    if !conflict.coalesced.isEmpty { return "coalesced states" }
    if !conflict.forbidden.isEmpty { return "forbidden moves" }
    if conflict.decisionMakers.contains(where: { !$0.weights.isEmpty }) { return "weights" }
    if conflict.decisionMakers.contains(where: { !$0.ranking.isEmpty }) { return "a ranking" }
    if conflict.decisionMakers.contains(where: { !$0.compares.isEmpty }) { return "comparisons" }
    return nil
  }

  private static func patterns(
    of rule: Case.Conflict.Infeasible, _ options: [Slug], _ conditions: (String) throws -> [String]
  ) throws -> [String] {
    if let pattern = rule.pattern { return [pattern] }
    if let formula = rule.formula { return try conditions(formula) }
    func signs(_ sign: (Slug) -> Character) -> String { String(options.map(sign)) }
    if rule.exclusive.isEmpty {
      return [signs { rule.atLeastOne.contains($0) ? "N" : "-" }]
    }
    var pairs: [String] = []
    for (number, first) in rule.exclusive.enumerated() {
      for second in rule.exclusive.dropFirst(number + 1) {
        pairs.append(signs { $0 == first || $0 == second ? "Y" : "-" })
      }
    }
    return pairs
  }

  private static func condition(_ pattern: String) -> Node {
    .list(
      pattern.enumerated().compactMap { position, sign in
        sign == "-" ? nil : .list([.literal(String(position)), .text(String(sign).uppercased())])
      })
  }
}

extension Case.Conflict.Option.Direction {
  fileprivate var foreign: String {
    switch self {
    case .both: "both"
    case .forward: "fwd"
    case .back: "back"
    }
  }
}
