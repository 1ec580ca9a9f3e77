internal import CaseModel
internal import Foundations
internal import GraphModel

/// Why a state holds or does not, in sentences.
extension StabilityMaker {
  /// The number of one decision maker's improvements that are explained.
  private static let mostAnswers = 4

  /// For each decision maker, whether it would stay, and why.
  func reasons(_ state: State, _ concept: Concept) throws -> [StabilityView.Reason] {
    try conflict.decisionMakers.indices.map { maker in
      let witness = try model.analysis.witness(
        concept, for: maker, at: state, checkpoint: checkpoint)
      // For one who would leave, only improvements that no reply deters are explained.
      let explained =
        witness.isStable ? witness.answers : witness.answers.filter { $0.reply == nil }
      var sentences: [String]
      var wishes: [Case.Conflict.Priority]
      if witness.answers.isEmpty {
        (sentences, wishes) = try standing(maker, state)
      } else {
        sentences = try explained.prefix(Self.mostAnswers).map {
          try sentence($0, maker, state, concept)
        }
        wishes = explained.prefix(Self.mostAnswers).compactMap {
          $0.improvement.flatMap { firstDifference(maker, state, $0) }
        }
        if !witness.isStable { sentences.append(unanswered(concept)) }
      }
      var turnsOn: [StabilityView.Part] = []
      for wish in wishes.map({ model.part(title($0), $0.uncertain, $0.evidence) })
      where !turnsOn.contains(wish) {
        turnsOn.append(wish)
      }
      return StabilityView.Reason(
        state: conflict.label(of: state), decisionMaker: conflict.decisionMakers[maker],
        name: model.names[maker], concept: concept.label, isStable: witness.isStable,
        sentences: sentences, more: max(0, explained.count - Self.mostAnswers), wishes: turnsOn,
        leaving: witness.isStable
          ? nil : try explained.first.flatMap { try temptation($0, maker, state) })
    }
  }

  /// Why a decision maker without an improvement stays: what its single steps would cost it.
  private func standing(
    _ maker: Int, _ state: State
  ) throws -> (sentences: [String], wishes: [Case.Conflict.Priority]) {
    let moves = try conflict.moves(of: maker, from: state)
    if moves.isEmpty { return (["It can change nothing here."], []) }
    let losses = moves.compactMap { target -> (State, Case.Conflict.Priority)? in
      guard isSingle(state, target) else { return nil }
      return firstDifference(maker, state, target).map { (target, $0) }
    }
    guard !losses.isEmpty else {
      let mayGain = try moves.contains { try liking(maker, of: $0, from: state) == .unknown }
      let likes = mayGain ? "certainly prefers" : "prefers"
      return (["It has no move to a state it \(likes)."], [])
    }
    let reasons = losses.enumerated().map { place, loss in
      let goes = place == 0 ? "that would go against its" : "against its"
      return
        "\(model.were("it", maker, from: state, to: loss.0)), \(goes) \(named(loss.1, of: maker))"
    }
    return ([reasons.joined(separator: "; ").capitalisedFirst + "."], losses.map(\.1))
  }

  private func isSingle(_ from: State, _ to: State) -> Bool {
    guard case .pattern(let from) = from, case .pattern(let to) = to else { return false }
    return (from.taken ^ to.taken | from.open ^ to.open).nonzeroBitCount == 1
  }

  /// The most important wish that holds in one of two states and not in the other.
  private func firstDifference(
    _ maker: Int, _ one: State, _ other: State
  ) -> Case.Conflict.Priority? {
    guard case .pattern(let one) = one, case .pattern(let other) = other,
      one.open == 0, other.open == 0
    else { return nil }
    let options = model.source.options.map(\.id.raw)
    return model.source.decisionMakers[maker].prefers.first { wish in
      guard let formula = try? Formula(wish.that, options: options) else { return false }
      return formula.holds(one.taken) != formula.holds(other.taken)
    }
  }

  private func sentence(
    _ answer: Witness.Answer, _ maker: Int, _ state: State, _ concept: Concept
  ) throws -> String {
    guard let first = answer.path.first else { return "" }
    let target = first.to
    guard let reply = answer.reply else {
      return try temptation(answer, maker, state).map { "It \($0)" } ?? ""
    }
    let leaving = model.were("it", maker, from: state, to: target).capitalisedFirst
    let end = model.called(reply.end)
    let isOpen = try liking(maker, of: reply.end, from: state) == .unknown
    let dislikes = "which \(isOpen ? "may be" : "is") no better for it than staying"
    if reply.steps.isEmpty { return "\(leaving), it would be at \(end), \(dislikes)." }
    if reply.isSimultaneous {
      let others = reply.steps.map { model.would($0.mover, from: state, to: $0.to, verb: "could") }
      return "\(leaving), at the same time \(others.joined(separator: " and ")); both "
        + "together would lead to \(end), \(dislikes)."
    }
    let replies = sequence(
      reply.steps, from: target, verb: concept.answersAreLiked ? "would" : "could")
    let sentence = "\(leaving), \(replies); that would lead to \(end), \(dislikes)."
    guard concept == .smr || concept == .sseq || concept == .smrOrSim else { return sentence }
    return sentence
      + (reply.counters.isEmpty
        ? " From there it could do nothing." : " No move from there would be better for it.")
  }

  /// A move that pays, and what it gains: `would leave, leading to YN: it prefers that.`
  private func temptation(
    _ answer: Witness.Answer, _ maker: Int, _ state: State
  ) throws -> String? {
    guard let target = answer.path.first?.to, let end = answer.improvement else { return nil }
    let does = "would \(model.infinitive(maker, from: state, to: target))"
    guard answer.path.count == 1 else {
      let after = Array(answer.path.dropFirst())
      return
        "\(does), expecting that \(sequence(after, from: target, verb: "would")); that would lead to "
        + "\(model.called(end)), which it prefers."
    }
    let isOpen = try liking(maker, of: end, from: state) == .unknown
    let gain =
      firstDifference(maker, state, target).map { "that meets its \(named($0, of: maker))" }
      ?? (isOpen ? "it may prefer that" : "it prefers that")
    return "\(does), leading to \(model.called(target)): \(gain)."
  }

  /// Why no reply deters it, to follow the states that one would leave for.
  private func unanswered(_ concept: Concept) -> String {
    switch concept {
    case .sequential(.nash): "This concept does not consider responses by others."
    case .sequential(.gmr): "No response by the others would deter it."
    case .sequential(.smr): "Whatever the others did, it could then still reach a state it prefers."
    case .sequential(.seq), .seqOrSim:
      "No response that the others themselves prefer would deter it."
    case .sequential(.sseq):
      "No response that the others themselves prefer would deter it, given its own reply."
    case .smrOrSim: "No response by the others would deter it, given its own reply."
    case .sim: "No move that others prefer and make at the same time would deter it."
    case .fraserHipel(let kind):
      "No move made at the same time by others who would leave by \(kind.rawValue) would deter it."
    case .limitedMove(let horizon):
      "This is what it foresees, looking \(horizon.counted("move")) ahead."
    case .nonMyopic: "However far it looks, this recurs at some number of moves ahead."
    }
  }

  /// Moves in sequence: "Russia would …, then Ukraine would …"
  func sequence(_ steps: [GraphModel.Step], from start: State, verb: String) -> String {
    var here = start
    return steps.map { step in
      defer { here = step.to }
      return model.would(step.mover, from: here, to: step.to, verb: verb)
    }.joined(separator: ", then ")
  }

  func title(_ wish: Case.Conflict.Priority) -> String { wish.title ?? wish.that }

  /// "second preference, “Talks if Moscow comes to them”": the earlier of two decides.
  private func named(_ wish: Case.Conflict.Priority, of maker: Int) -> String {
    let list = model.source.decisionMakers[maker].prefers
    let place = list.count > 1 ? list.firstIndex(of: wish).map { $0.ordinal + " " } ?? "" : ""
    return "\(place)preference, “\(title(wish))”"
  }
}

extension Concept {
  /// Whether those who answer a move like what they do.
  fileprivate var answersAreLiked: Bool {
    switch self {
    case .sequential(let kind), .fraserHipel(let kind): kind == .seq || kind == .sseq
    case .seqOrSim, .sim, .limitedMove, .nonMyopic: true
    case .smrOrSim: false
    }
  }
}
