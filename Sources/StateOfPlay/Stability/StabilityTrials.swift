internal import CaseModel
internal import GraphModel

/// What becomes of the equilibria when the model is changed or drawn anew.
extension StabilityMaker {
  private static let mostStates = 20
  /// Alternatives of one decision maker's preferences, times states.
  private static let mostDrawn = 1 << 24

  // MARK: What if

  func whatIf(_ texts: [String], _ before: Stability) throws -> StabilityView.WhatIf {
    var changed = model.source
    var said: [String] = []
    for text in texts { said.append(try apply(text, to: &changed)) }
    let other = try ConflictModel(changed, index, checkpoint)
    let after = try other.analysis.stability(Self.concepts, checkpoint: checkpoint)
    var (gained, lost): ([State: [String]], [State: [String]]) = ([:], [:])
    for concept in Self.concepts {
      let old = Set(try before.equilibria(concept, limit: 10_000))
      let new = Set(try after.equilibria(concept, limit: 10_000))
      for state in new.subtracting(old) { gained[state, default: []].append(concept.label) }
      for state in old.subtracting(new) { lost[state, default: []].append(concept.label) }
    }
    func lines(_ states: [State: [String]]) -> [StabilityView.WhatIf.Line] {
      states.sorted { $0.key < $1.key }.prefix(Self.mostStates).map {
        .init(state: conflict.label(of: $0), words: model.words($0), concepts: $1)
      }
    }
    return .init(changes: said, gained: lines(gained), lost: lines(lost))
  }

  /// Reads one change and makes it; returns it in words.
  private func apply(_ text: String, to conflict: inout Case.Conflict) throws -> String {
    let form = "write `MAKER: FORMULA`, `MAKER: without 2` or `never FORMULA`"
    let trimmed = text.trimmed
    if trimmed.hasPrefix("never ") {
      var rule = Case.Conflict.Infeasible()
      rule.formula = String(trimmed.dropFirst(6)).trimmed
      try check(rule.formula ?? "", form)
      conflict.infeasible.append(rule)
      return "“\(rule.formula ?? "")” cannot be"
    }
    guard let colon = trimmed.firstIndex(of: ":") else {
      throw ConflictFault(EntryPath(), "--what-if: `\(text)` is no change of the model", hint: form)
    }
    let name = String(trimmed[..<colon]).trimmed
    let rest = String(trimmed[trimmed.index(after: colon)...]).trimmed
    let known = conflict.decisionMakers.map(\.id.raw)
    guard let position = known.firstIndex(of: name) else {
      throw ConflictFault(
        EntryPath(), "--what-if: the conflict has no decision maker `\(name)`",
        hint: nearest(to: name, among: known).map { "did you mean `\($0)`?" }
          ?? "known are \(known.alternatives)")
    }
    let maker = conflict.decisionMakers[position]
    if rest.hasPrefix("without ") {
      guard let number = Int(String(rest.dropFirst(8)).trimmed),
        maker.prefers.indices.contains(number - 1)
      else {
        throw ConflictFault(
          EntryPath(), "--what-if: `\(name)` has no preference of that number",
          hint: maker.prefers.isEmpty ? form : "they are counted from 1 to \(maker.prefers.count)")
      }
      let wish = conflict.decisionMakers[position].prefers.remove(at: number - 1)
      return "\(model.names[position]) does not mind “\(wish.title ?? wish.that)”"
    }
    guard maker.weights.isEmpty, maker.ranking.isEmpty else {
      throw ConflictFault(
        EntryPath(), "--what-if: `\(name)` has weights or a ranking, not a list of preferences",
        hint: "change them in the file")
    }
    try check(rest, form)
    conflict.decisionMakers[position].prefers.insert(Case.Conflict.Priority(that: rest), at: 0)
    return "\(model.names[position]) wants “\(rest)” above all"
  }

  private func check(_ text: String, _ form: String) throws {
    do {
      _ = try Formula(text, options: model.source.options.map(\.id.raw))
    } catch let error as Formula.SyntaxError {
      throw ConflictFault(
        EntryPath(), "--what-if: `\(text)`, column \(error.column): \(error.message)",
        hint: error.hint.isEmpty ? form : error.hint)
    }
  }

  // MARK: Robustness

  func robustness(_ samples: Int, seed: UInt64) throws -> StabilityView.RobustnessTable {
    let kinds: [Concept.Sequential] = [.nash, .gmr, .smr, .seq]
    var varied: [String] = []
    let marked = model.source.decisionMakers.contains { isUncertain($0) }
    let variations = try model.source.decisionMakers.indices.map { maker in
      try variation(maker, anyMarked: marked, &varied)
    }
    let drawn = try conflict.robustness(
      variations, kinds, samples: samples, seed: seed, checkpoint: checkpoint)
    let ranked = try drawn.ranked(.seq, limit: 12).map(\.state)
    return .init(
      samples: samples, seed: seed, varied: varied,
      lines: try ranked.map { state in
        .init(
          state: conflict.label(of: state), words: model.words(state),
          shares: try kinds.map { kind in
            let share = try drawn.share(of: state, kind)
            return .init(
              concept: kind.rawValue, count: share.count, low: share.low, high: share.high)
          })
      })
  }

  private func isUncertain(_ maker: Case.Conflict.DecisionMaker) -> Bool {
    maker.prefers.contains(where: \.uncertain) || maker.weights.contains(where: \.uncertain)
      || maker.ranking.contains(where: \.uncertain)
      || (maker.prefers.isEmpty && maker.weights.isEmpty && maker.ranking.isEmpty)
  }

  /// What may be otherwise in one decision maker's preferences; says in `varied` what that is.
  private func variation(
    _ maker: Int, anyMarked: Bool, _ varied: inout [String]
  ) throws -> Variation {
    let source = model.source.decisionMakers[maker]
    let preference = model.preferences[maker]
    let name = model.names[maker]
    if case .pairwise(let known) = preference {
      varied.append("\(name): nothing is known of what it wants; any ranking can come up")
      return .completion(known)
    }
    if !anyMarked {
      varied.append("\(name): nothing is marked uncertain; two neighbours trade places")
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
    let most = 6
    guard uncertain.count <= most,
      conflict.stateCount <= Self.mostDrawn >> (2 * uncertain.count)
    else {
      throw ConflictFault(
        model.path.key("decisionMakers").index(maker),
        "--sample: too many uncertain preferences for \(conflict.stateCount.counted("state"))",
        hint: "mark at most \(most), fewer in large models")
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

  // MARK: Coalitions

  func coalitions() throws -> StabilityView.Coalitions {
    let found = try model.analysis.coalitions(Self.explained, checkpoint: checkpoint)
    return .init(
      concept: Self.explained.rawValue,
      proof: found.coalitionProof.map { conflict.label(of: $0) },
      upsets: found.upsets.map { upset in
        .init(
          members: upset.coalition.map { conflict.decisionMakers[$0] },
          names: upset.coalition.map { model.names[$0] },
          state: conflict.label(of: upset.state),
          targets: upset.targets.map { conflict.label(of: $0) })
      })
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
