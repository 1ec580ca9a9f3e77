internal import CaseModel

/// What stood on an issue on an earlier day.
extension PartAnswerReader {
  /// What the party held by its own words, read again up to a day: of one answer, and of those that
  /// exclude each other, the newest.
  ///
  /// - Complexity: O(n log n) in the party's statements on the issue.
  func replayed(_ words: Words, until isBefore: (EDTFDate) -> Bool) -> [Holding] {
    let spoken = words.spoken
    let order = spoken.indices.filter { place in
      let one = spoken[place]
      guard one.voice == .own, one.time == .counts, !one.isDoubted, !one.isDenied, !one.isPackage,
        !one.isFaint, let said = one.said
      else { return false }
      return isBefore(said)
    }.sorted { a, b in
      let (x, y) = (spoken[a].said?.ends ?? .min, spoken[b].said?.ends ?? .min)
      return x == y ? spoken[a].position < spoken[b].position : x < y
    }
    var held: [Holding] = []
    for place in order { note(place, &held, words) }
    // What was to hold until a day that came before the end held no longer.
    held.removeAll { one in
      one.deciding.allSatisfy { member in
        spoken[member].term.date.map { spoken[member].isLapsed && isBefore($0) } ?? false
      }
    }
    return held.sorted { $0.answer < $1.answer }
  }

  private func note(_ place: Int, _ held: inout [Holding], _ words: Words) {
    let one = words.spoken[place]
    let named = one.answers.all
    for member in held.indices {
      held[member].deciding.removeAll { isDropped($0, by: one, words) }
      held[member].lines.removeAll { isDropped($0, by: one, words) }
    }
    held.removeAll { $0.deciding.isEmpty && $0.lines.isEmpty }
    guard let stance = one.stance, one.base != nil, stance != .unclear else {
      if one.act == .withdraw {
        held.removeAll { named.contains($0.answer) && isReplaceable($0, by: one, words) }
      }
      return
    }
    var lines: [Int: [Int]] = [:]
    var beside: [Int: [Int]] = [:]
    held = held.compactMap { old in
      guard isReplaceable(old, by: one, words) else { return old }
      if named.contains(old.answer) {
        // A red line said again without the mark is renewed.
        if old.stance.accepts == stance.accepts {
          lines[old.answer] = old.lines
          beside[old.answer] = old.deciding.filter { words.spoken[$0].isOfOneTime(as: one) }
        }
        return nil
      }
      return kept(old, beside: named, stance, words)
    }
    for answer in named {
      held.append(
        Holding(
          answer: answer, stance: stance, deciding: (beside[answer] ?? []) + [place],
          lines: (lines[answer] ?? []) + (one.isRedLine ? [place] : [])))
    }
  }

  /// What is left of an answer once the party has given others.
  private func kept(
    _ old: Holding, beside named: [Int], _ stance: PositionStance, _ words: Words
  ) -> Holding? {
    guard words.issue.answers == .one, !named.isEmpty, stance.accepts else { return old }
    let values = named.compactMap { words.answers[$0].value }
    let own = words.answers[old.answer].value
    func takes(_ value: AnswerValue, _ other: AnswerValue) -> Bool? {
      ledger.steps.takes(value, other, words.party, on: words.issue.id)
    }
    if old.stance == .against {
      // A number of its own takes back the refusal that it goes beyond.
      guard let own, values.contains(where: { takes($0, own) == true }) else { return old }
      return nil
    }
    // A red line stands as long as the next numbers lie within it.
    guard !old.lines.isEmpty, let own, values.allSatisfy({ takes(own, $0) == true }) else {
      return nil
    }
    var line = old
    line.isLineOnly = true
    return line
  }

  /// Bodies that speak for the party side by side do not take the place of each other's words.
  private func isReplaceable(
    _ old: Holding, by one: PartyStatement, _ words: Words
  ) -> Bool {
    guard let wing = one.wing else { return true }
    return old.deciding.allSatisfy { member in
      words.spoken[member].wing.map { $0 == wing } ?? true
    }
  }

  private func isDropped(_ member: Int, by one: PartyStatement, _ words: Words) -> Bool {
    one.drops.contains(filtered.theCase.statements[words.spoken[member].position].id)
  }
}
