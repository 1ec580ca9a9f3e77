internal import CaseModel
internal import GraphModel

/// States and moves in plain words.
extension ConflictModel {
  typealias State = GraphModel.Conflict.State

  /// What the model calls a state, where it has a name for it.
  func title(_ state: State) -> String? { titles[state] }

  /// A state in a sentence: "“Talks go on” (NYYN)", or its sign alone.
  func called(_ state: State) -> String {
    let label = conflict.label(of: state)
    guard let title = title(state) else { return label }
    return source.isGraph ? "“\(title)”" : "“\(title)” (\(label))"
  }

  /// What each does in a state: "Russia: accept the ceasefire; Ukraine: nothing".
  func words(_ state: State) -> String {
    if source.isGraph { return title(state) ?? conflict.label(of: state) }
    let signs = Array(conflict.label(of: state))
    var owners: [[Slug]] = source.decisionMakers.map { [$0.id] }
    for option in source.options where !owners.contains(option.owners) {
      owners.append(option.owners)
    }
    return owners.compactMap { who in
      let own = source.options.indices.filter { source.options[$0].owners == who }
      if own.isEmpty { return nil }
      let done = own.filter { signs[$0] == "Y" }.map { source.options[$0].title }
      let either = own.filter { signs[$0] == "-" }.map { source.options[$0].title }
      var text = done.isEmpty ? "nothing" : done.joined(separator: ", ")
      if !either.isEmpty { text += " (either way: \(either.joined(separator: ", ")))" }
      return "\(name(who)): \(text)"
    }.joined(separator: "; ")
  }

  /// A name as it stands within a sentence: "the West".
  func within(_ mover: Int) -> String { names[mover].withinSentence }

  /// "Russia would accept the ceasefire and no longer send a delegation", within a sentence
  func would(_ mover: Int, from: State, to: State, verb: String = "would") -> String {
    let parts = steps(mover, from: from, to: to)
    // "could no longer" would say that it is unable to.
    let less = verb == "could" ? "cease to" : "no longer"
    return "\(within(mover)) \(verb) "
      + parts.map { $0.isTaken ? $0.words : "\(less) \($0.words)" }.joined(separator: " and ")
  }

  /// "accept the ceasefire and no longer send a delegation"
  func infinitive(_ mover: Int, from: State, to: State) -> String {
    steps(mover, from: from, to: to)
      .map { $0.isTaken ? $0.words : "no longer \($0.words)" }.joined(separator: " and ")
  }

  /// "if Russia were to accept the ceasefire", "if it were to no longer send a delegation"
  func were(_ subject: String, _ mover: Int, from: State, to: State) -> String {
    "if \(subject) were "
      + steps(mover, from: from, to: to)
      .map { $0.isTaken ? "to \($0.words)" : "to no longer \($0.words)" }
      .joined(separator: " and ")
  }

  /// What is taken up and what is given up, as phrases that go on from "to".
  private func steps(
    _ mover: Int, from: State, to: State
  ) -> [(words: String, isTaken: Bool)] {
    if source.isGraph {
      let (before, after) = (conflict.label(of: from), conflict.label(of: to))
      let own = source.moves.first {
        $0.mover == source.decisionMakers[mover].id && $0.from == before && $0.to == after
      }
      return [(own?.title ?? "go to \(called(to))", true)]
    }
    let (before, after) = (Array(conflict.label(of: from)), Array(conflict.label(of: to)))
    return source.options.indices.filter { before[$0] != after[$0] }.compactMap { place in
      switch after[place] {
      case "Y": (phrase(source.options[place].title), true)
      case "N": (phrase(source.options[place].title), false)
      default: nil
      }
    }.sorted { $0.1 && !$1.1 }
  }

  /// A title that begins with a small letter goes on from a name, as "accept the ceasefire"; any
  /// other, as those of other programs or "a ceasefire", is a name of something.
  private func phrase(_ title: String) -> String {
    let isName = ["a ", "an ", "the ", "no "].contains { title.hasPrefix($0) }
    return title.first?.isLowercase == true && !isName ? title : "choose “\(title)”"
  }

  private func name(_ who: [Slug]) -> String {
    who.map { id in
      source.decisionMakers.firstIndex { $0.id == id }.map { names[$0] } ?? id.raw
    }.joined(separator: " or ")
  }

  // MARK: The model itself

  var optionLines: [StabilityView.OptionLine] {
    source.options.map { option in
      .init(
        id: option.id.raw, title: option.title, owners: option.owners.map(\.raw),
        direction: option.direction, statements: option.evidence.statements,
        basis: option.evidence.basis)
    }
  }

  var makerLines: [StabilityView.MakerLine] {
    source.decisionMakers.enumerated().map { position, maker in
      .init(
        id: maker.id.raw, name: names[position],
        moves: source.moves.filter { $0.mover == maker.id }.map { move in
          let way = "from \(called(named: move.from)) to \(called(named: move.to))"
          return part(move.title.map { "\($0), \(way)" } ?? way, false, move.evidence)
        }, wishes: wishes(maker))
    }
  }

  private func wishes(_ maker: Case.Conflict.DecisionMaker) -> [StabilityView.Part] {
    maker.prefers.map { part($0.title ?? wish($0.that), $0.uncertain, $0.evidence) }
      + maker.weights.map {
        part("\($0.option): \($0.taken) taken, \($0.notTaken) not", $0.uncertain, $0.evidence)
      }
      + maker.ranking.map { tier in
        let states = tier.states.map { called(named: $0) }.joined(separator: " = ")
        let gap = tier.greatly ? ", greatly preferred to all that follows" : ""
        return part(states + gap, tier.uncertain, tier.evidence)
      }
      + maker.compares.map { pair in
        let strict = [pair.better, pair.than].compactMap { $0.map { called(named: $0) } }
          .joined(separator: pair.greatly ? " greatly preferred to " : " preferred to ")
        let equal = pair.equal.map { called(named: $0) }.joined(separator: " equal to ")
        return part(strict + equal, pair.uncertain, pair.evidence)
      }
  }

  /// A formula of one option in words; any other as it is written.
  private func wish(_ formula: String) -> String {
    let isNot = formula.hasPrefix("not ")
    let id = isNot ? String(formula.dropFirst(4)) : formula
    guard let option = source.options.first(where: { $0.id.raw == id }) else { return formula }
    return "\(name(option.owners)): \(isNot ? "not " : "")\(option.title)"
  }

  func part(
    _ text: String, _ isUncertain: Bool, _ evidence: Evidence
  ) -> StabilityView.Part {
    .init(
      text: text, uncertain: isUncertain, statements: evidence.statements, basis: evidence.basis)
  }

  private func called(named text: String) -> String {
    source.isGraph
      ? source.states.first { $0.state == text }?.title.map { "“\($0)”" } ?? text : text
  }
}

extension String {
  /// A name as it stands within a sentence, its article small.
  package var withinSentence: String { hasPrefix("The ") ? "the " + dropFirst(4) : self }
}
