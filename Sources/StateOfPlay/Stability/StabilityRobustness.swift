internal import CaseModel
internal import Foundations
internal import GraphModel

/// How far the equilibria depend on what is uncertain in the preferences.
extension StabilityMaker {
  /// Alternatives of one decision maker's preferences, times states.
  private static let mostDrawn = 1 << 24
  /// Each has four readings.
  private static let mostUncertain = 6
  /// The number of states kept for each concept, most frequent first.
  private static let mostShares = 64

  /// Samples drawn where no one says how many: a thousand, fewer in large models so that they take
  /// a second or so, and none where nothing is uncertain or it cannot be drawn.
  var usualSamples: Int {
    let makers = model.source.decisionMakers
    guard makers.contains(where: isUncertain), makers.allSatisfy(canBeDrawn) else { return 0 }
    let samples = min(1000, (1 << 22) / max(1, conflict.stateCount))
    return samples < 100 ? 0 : samples
  }

  func robustness(_ samples: Int, seed: UInt64) throws -> StabilityView.Robustness {
    var varied: [String] = []
    let marked = model.source.decisionMakers.contains(where: isUncertain)
    let variations = try model.source.decisionMakers.indices.map { maker in
      try variation(maker, anyMarked: marked, &varied)
    }
    let drawn = try conflict.robustness(
      variations, concepts, samples: samples, seed: seed,
      uncertainty: model.analysis.uncertainty, checkpoint: checkpoint)
    // The most frequent by the concept explained, then those that only others know.
    var ranked: [State] = []
    for concept in [explained] + concepts {
      for found in try drawn.ranked(concept, limit: Self.mostShares).map(\.state)
      where !ranked.contains(found) {
        ranked.append(found)
      }
    }
    return .init(
      samples: samples, seed: seed, varied: varied,
      lines: try ranked.map { state in
        .init(
          state: conflict.label(of: state), words: model.title(state) ?? model.words(state),
          shares: try concepts.map { concept in
            let share = try drawn.share(of: state, concept)
            return .init(
              concept: concept.label, count: share.count, low: share.low, high: share.high)
          })
      })
  }

  private func isUncertain(_ maker: Case.Conflict.DecisionMaker) -> Bool {
    maker.prefers.contains(where: \.uncertain) || maker.weights.contains(where: \.uncertain)
      || maker.ranking.contains(where: \.uncertain) || maker.compares.contains(where: \.uncertain)
      || leavesPairsOpen(maker)
  }

  /// Whether something is unknown of what a decision maker prefers.
  private func leavesPairsOpen(_ maker: Case.Conflict.DecisionMaker) -> Bool {
    model.source.decisionMakers.firstIndex { $0.id == maker.id }
      .map { model.analysis.profile.orders[$0].hasUnknowns } ?? false
  }

  /// Whether the readings of one decision maker's uncertain preferences can all be kept at once.
  private func canBeDrawn(_ maker: Case.Conflict.DecisionMaker) -> Bool {
    let uncertain = maker.prefers.count(where: \.uncertain)
    return uncertain <= Self.mostUncertain
      && conflict.stateCount <= Self.mostDrawn >> (2 * uncertain)
  }

  /// What may be otherwise in one decision maker's preferences; says in `varied` what that is.
  private func variation(
    _ maker: Int, anyMarked: Bool, _ varied: inout [String]
  ) throws -> Variation {
    let source = model.source.decisionMakers[maker]
    let preference = model.preferences[maker]
    let name = model.names[maker]
    let isCompared = source.compares.contains(where: \.uncertain) || leavesPairsOpen(source)
    if case .pairwise(let known) = preference, isCompared {
      let isOpen = source.compares.isEmpty
      varied.append(
        isOpen
          ? "\(name): nothing is known about its preferences; any ranking is possible"
          : "\(name): pairs that no certain comparison settles are filled in at random")
      return .completion(
        isOpen ? known : ConflictModel.comparisons(source.compares.filter { !$0.uncertain }))
    }
    if !anyMarked {
      varied.append("\(name): nothing is marked uncertain; two neighbouring ranks trade places")
      return source.prefers.isEmpty
        ? .rankSwaps(preference, count: 1) : .statementSwaps(source.prefers.map(\.that), count: 1)
    }
    let marked =
      source.weights.count(where: \.uncertain) + source.ranking.count(where: \.uncertain)
    if marked > 0 {
      varied.append("\(name): neighbouring ranks trade places \(marked.counted("time"))")
      return .rankSwaps(preference, count: marked)
    }
    let uncertain = source.prefers.indices.filter { source.prefers[$0].uncertain }
    guard !uncertain.isEmpty else { return .fixed(preference) }
    guard canBeDrawn(source) else {
      throw ModelError(
        model.path.key("decisionMakers").index(maker), .samples,
        "too many uncertain preferences for \(conflict.stateCount.counted("state"))",
        hint: "mark at most \(Self.mostUncertain), fewer in large models")
    }
    for place in uncertain {
      let wish = source.prefers[place]
      varied.append("\(name): “\(wish.title ?? wish.that)” as written, first, last or not at all")
    }
    return .oneOf(
      Self.alternatives(source.prefers.map(\.that), uncertain).map { .prioritising($0) })
  }

  /// Each uncertain statement as written, first, last or left out: every combination once.
  static func alternatives(_ texts: [String], _ uncertain: [Int]) -> [[String]] {
    (0..<(1 << (2 * uncertain.count))).map { code in
      var (first, middle, last): ([String], [String], [String]) = ([], [], [])
      for (place, text) in texts.enumerated() {
        guard let digit = uncertain.firstIndex(of: place) else {
          middle.append(text)
          continue
        }
        switch code >> (2 * digit) & 3 {
        case 0: middle.append(text)
        case 1: first.append(text)
        case 2: last.append(text)
        default: break
        }
      }
      return first + middle + last
    }
  }
}
