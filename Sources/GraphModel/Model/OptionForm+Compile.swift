public import Foundations

extension OptionForm {
  /// Checks the form and finds its feasible states.
  ///
  /// A model whose moves compose (no coalesced state, no forbidden move) becomes a table over all
  /// option combinations; every other model becomes a graph with its moves listed.
  ///
  /// - Throws: ``ConflictError`` for any fault of the form, and when the model is larger than
  ///   `limits`; whatever `checkpoint` throws.
  /// - Complexity: all combinations for up to 24 options, 64 at a time; beyond, a search that leaves
  ///   a branch as soon as a rule excludes it.
  public func compile(limits: Limits = Limits(), checkpoint: Checkpoint = Checkpoint()) throws
    -> Conflict
  {
    let names = try checkedNames()
    let width = options.count
    let rules = try excluded(names: names)
    let listed = try states?.enumerated().map {
      try Pattern($1, width: width, place: "states[\($0)]")
    }
    if let listed, let repeated = firstRepeated(listed) {
      throw ConflictError.repeatedState(place: "states", state: repeated.text(width: width))
    }
    try checkApart(listed ?? [])
    let merged =
      try coalesced.enumerated().map { try Pattern($1, width: width, place: "coalesced[\($0)]") }
      + (listed ?? []).filter { $0.open != 0 }
    try checkpoint.ask()
    let search = FeasibleSearch(width: width, rules: rules, listed: listed, limits: limits)
    let masks = decisionMakers.map { maker in
      options.indices.reduce(into: UInt64(0)) {
        if options[$1].owners.contains(maker) { $0 |= 1 << UInt64($1) }
      }
    }
    let reach = MoveRule(
      masks: masks,
      forwardOnly: bits { $0.direction == .forward }, backOnly: bits { $0.direction == .back })

    if width <= limits.fullOptions {
      var cube = Cube(width: width, rule: reach)
      try search.fill(&cube, checkpoint: checkpoint)
      guard cube.count > 0 else { throw ConflictError.noFeasibleState }
      let dense = width <= 16 || cube.count >= cube.size / 32
      if merged.isEmpty && forbidden.isEmpty && dense {
        return Conflict(form: self, layout: .cube(cube), rule: reach, limits: limits)
      }
      var steps = CheckedSteps(checkpoint)
      let base = try cube.feasible.members.map {
        try steps.next()
        return cube.pattern(of: $0)
      }.sorted(checkpoint, by: <)
      return try graph(base: base, merged: merged, rule: reach, limits: limits, checkpoint)
    }
    let base = try search.all(checkpoint: checkpoint)
    return try graph(base: base, merged: merged, rule: reach, limits: limits, checkpoint)
  }

  /// A listed state with dashes holds none of the other listed states.
  private func checkApart(_ listed: [Pattern]) throws {
    for wide in listed where wide.open != 0 {
      for other in listed where other != wide {
        guard let shared = wide.overlap(other) else { continue }
        throw ConflictError.coalescedOverlap(
          first: wide.text(width: options.count), second: other.text(width: options.count),
          shared: Pattern(taken: shared).text(width: options.count))
      }
    }
  }

  private func graph(
    base: [UInt64], merged: [Pattern], rule: MoveRule, limits: Limits, _ checkpoint: Checkpoint
  ) throws -> Conflict {
    guard !base.isEmpty else { throw ConflictError.noFeasibleState }
    let states = try Coalescing(
      base: base, merged: merged, width: options.count, checkpoint)
    var arcs = try MoveListing(base: base, owner: states.owner, count: states.patterns.count)
      .arcs(rule: rule, limits: limits, checkpoint: checkpoint)
    try forbid(in: &arcs, states: states.patterns, checkpoint)
    let graph = try Graph(
      states: states.patterns.map { .pattern($0) }, base: base, owner: states.owner, moves: arcs,
      checkpoint)
    return Conflict(form: self, layout: .graph(graph), rule: rule, limits: limits)
  }

  private func forbid(
    in arcs: inout [Arcs], states: [Pattern], _ checkpoint: Checkpoint
  ) throws {
    for (number, move) in forbidden.enumerated() {
      let place = "forbidden[\(number)]"
      guard let mover = decisionMakers.firstIndex(of: move.mover) else {
        throw ConflictError.unknownName(
          place: place, name: move.mover,
          suggestion: suggestion(for: move.mover, among: decisionMakers))
      }
      let from = try Pattern(move.from, width: options.count, place: place)
      let to = try Pattern(move.to, width: options.count, place: place)
      let removed = try arcs[mover].remove(checkpoint) {
        from.covers(states[$0]) && to.covers(states[$1])
      }
      guard removed > 0 else {
        throw ConflictError.noMoveToForbid(
          place: place, mover: move.mover, from: move.from, to: move.to)
      }
    }
  }

  private func bits(_ test: (Option) -> Bool) -> UInt64 {
    options.indices.reduce(into: 0) { if test(options[$1]) { $0 |= 1 << UInt64($1) } }
  }

  /// The rules as statements that hold where a combination is infeasible.
  private func excluded(names: [String]) throws -> [Formula] {
    try infeasible.enumerated().flatMap { number, rule -> [Formula] in
      let place = "infeasible[\(number)]"
      switch rule {
      case .pattern(let text):
        let pattern = try Pattern(text, width: names.count, place: place)
        return [.matching(pattern, width: names.count)]
      case .formula(let text):
        return [try formula(text, place: place, names: names)]
      case .mutuallyExclusive(let group):
        let members = try group.map { try option($0, place: place, names: names) }
        return members.indices.flatMap { first in
          members.indices.filter { $0 > first && members[$0] != members[first] }.map {
            Formula(steps: [.option(members[first]), .option(members[$0]), .and])
          }
        }
      case .atLeastOne(let group):
        guard !group.isEmpty else { throw ConflictError.emptyName(place: place) }
        let members = try group.map { try option($0, place: place, names: names) }
        return [
          Formula(
            steps: [.option(members[0])] + members.dropFirst().flatMap { [.option($0), .or] }
              + [.not])
        ]
      }
    }
  }

  private func formula(_ text: String, place: String, names: [String]) throws -> Formula {
    do {
      return try Formula(text, options: names)
    } catch let error as Formula.SyntaxError {
      throw ConflictError.syntax(place: place, error: error)
    }
  }

  private func option(_ name: String, place: String, names: [String]) throws -> Int {
    guard let found = names.firstIndex(of: name) else {
      throw ConflictError.unknownName(
        place: place, name: name, suggestion: suggestion(for: name, among: names))
    }
    return found
  }

  /// The option names, once everything about names and owners is known to be right.
  private func checkedNames() throws -> [String] {
    try check(names: decisionMakers, place: "decisionMakers", none: .noDecisionMakers)
    guard decisionMakers.count <= Limits.decisionMakers else {
      throw ConflictError.tooManyDecisionMakers(
        count: decisionMakers.count, limit: Limits.decisionMakers)
    }
    guard options.count <= Limits.options else {
      throw ConflictError.tooManyOptions(count: options.count, limit: Limits.options)
    }
    let names = options.map(\.name)
    try check(names: names, place: "options", none: .noOptions)
    for option in options {
      guard !option.owners.isEmpty else {
        throw ConflictError.optionWithoutOwner(option: option.name)
      }
      if let owner = firstRepeated(option.owners) {
        throw ConflictError.repeatedOwner(option: option.name, owner: owner)
      }
      for owner in option.owners where !decisionMakers.contains(owner) {
        throw ConflictError.unknownName(
          place: "option \"\(option.name)\"", name: owner,
          suggestion: suggestion(for: owner, among: decisionMakers))
      }
    }
    return names
  }
}

/// Names must exist, be written, and differ.
func check(names: [String], place: String, none: ConflictError) throws {
  guard !names.isEmpty else { throw none }
  if let blank = names.firstIndex(where: { $0.allSatisfy(\.isWhitespace) }) {
    throw ConflictError.emptyName(place: "\(place)[\(blank)]")
  }
  if let name = firstRepeated(names) { throw ConflictError.repeatedName(place: place, name: name) }
}

/// The first element that stood earlier in the list already.
func firstRepeated<Element: Hashable>(_ list: [Element]) -> Element? {
  var seen: Set<Element> = []
  return list.first { !seen.insert($0).inserted }
}
