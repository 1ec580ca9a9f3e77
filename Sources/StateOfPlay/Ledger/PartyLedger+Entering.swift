internal import CaseModel

/// Words that come in, and those that lapse or are taken back.
extension PartyLedger {
  /// A statement of its own; says which answers that touches: none where it speaks only where nothing
  /// else does, and something does.
  func enter(_ member: Int, _ answer: Int) -> [Int] {
    let place = place(of: answer)
    entries[place].returnedFrom = nil
    if spoken[member].isFaint {
      entries[place].faint.admit(member, spoken)
      return entries[place].own.isEmpty ? [answer] : []
    }
    let given = spoken[member].base == .against ? giveUpReplaced(by: place) : []
    if spoken[member].isSigned, case .set? = answers[answer].value, !signedSets.contains(answer) {
      signedSets.append(answer)
    }
    entries[place].own.admit(member, spoken)
    if spoken[member].isRedLine, entries[place].redLines[member] == nil {
      // Of a line said again, the first saying may not be on record.
      entries[place].redLineDrawn =
        entries[place].redLineDrawn
        || (entries[place].redLines.isEmpty && !spoken[member].saysAgain)
      entries[place].redLines[member] = 0
      lined.insert(place)
    }
    return [answer] + given
  }

  /// Refusing what was accepted for good is not asking again for what that had replaced;
  /// says which answers are left without words.
  private func giveUpReplaced(by place: Int) -> [Int] {
    guard !entries[place].isSuperseded, let state = entries[place].state,
      AnswerDelta.accepts(state.stances), !isTentative(place)
    else { return [] }
    let replaced = entries.indices.filter { entries[$0].isSuperseded }
    for other in replaced {
      entries[other].own.removeAll()
      entries[other].faint.removeAll()
    }
    return replaced.map { entries[$0].answer }
  }

  /// All that decides on the answer is an offer.
  func isTentative(_ place: Int) -> Bool {
    entries[place].state?.deciding.allSatisfy { spoken[$0].isTentative } ?? false
  }

  func open(_ awaited: PreconditionsView.StepID, for answer: Int, by member: Int?) {
    let place = place(of: answer)
    let count = entries[place].conditions[awaited] ?? 0
    entries[place].conditions[awaited] = count + 1
    if count == 0 { entries[place].opened.append(awaited) }
    guard let member else { return }
    entries[place].workers.append(member)
    if let bound = entries[place].redLines[member] {
      entries[place].redLines[member] = bound + 1
    }
  }

  func close(
    _ awaited: PreconditionsView.StepID, for answer: Int, saidBy ground: Int?, by member: Int?,
    _ reason: Closing.Reason
  ) {
    let place = place(of: answer)
    guard let count = entries[place].conditions[awaited] else { return }
    if count > 1 {
      entries[place].conditions[awaited] = count - 1
    } else {
      entries[place].conditions[awaited] = nil
      entries[place].closed.append((awaited, reason))
    }
    if let member { entries[place].workers.append(member) }
    guard let ground else { return }
    entries[place].lost.append(ground)
    if let bound = entries[place].redLines[ground], bound > 0 {
      entries[place].redLines[ground] = bound - 1
      // Nothing is left of what the line was drawn at.
      if bound == 1, reason != .refused { giveUp(ground, place, inWords: true) }
    }
  }

  /// Words of its own that it takes back: the red line they drew, else the answer they gave.
  func takeBack(_ member: Int, for answer: Int, by closer: Int?) {
    guard let place = places[answer] else { return }
    if let closer { entries[place].workers.append(closer) }
    entries[place].lost.append(member)
    if entries[place].redLines[member] != nil {
      giveUp(member, place, inWords: true)
    } else if spoken[member].isPackage {
      _ = entries[place].own.retract(member, spoken)
      _ = entries[place].faint.retract(member, spoken)
    } else if !spoken[member].hasRequirements {
      entries[place].own.remove(member)
      entries[place].faint.remove(member)
    }
  }

  /// The last day it was said to hold has passed; says which answers that touches. What was offered
  /// leaves what was said before as it was; what was agreed for a time had taken its place.
  func lapse(_ member: Int, for answer: Int, _ issue: Case.Issue) -> [Int] {
    guard let place = places[answer] else { return [] }
    if spoken[member].isTentative {
      let wasFaint = entries[place].faint.retract(member, spoken) && entries[place].own.isEmpty
      guard entries[place].own.retract(member, spoken) || wasFaint else { return [] }
      dropReplaced(place)
      noteLapse(member, place)
      let others = entries.indices.filter { entries[$0].isSuperseded && dropReplaced($0) }
      return [answer] + others.map { entries[$0].answer }
    }
    guard entries[place].own.all.contains(member) else {
      entries[place].own.remove(member)
      entries[place].faint.remove(member)
      return []
    }
    entries[place].own.remove(member)
    noteLapse(member, place)
    var touched = [answer]
    if issue.answers == .one, entries[place].own.isEmpty, !entries[place].isSuperseded {
      for other in entries.indices where entries[other].isSuperseded {
        entries[other].own.removeAll()
        entries[other].faint.removeAll()
        touched.append(entries[other].answer)
      }
    }
    return touched
  }

  /// What was put forward in a package that a later one replaced does not come back with its lapse.
  @discardableResult private func dropReplaced(_ place: Int) -> Bool {
    var isOther = false
    while let member = entries[place].own.all.first(where: { spoken[$0].isReplaced }) {
      _ = entries[place].own.retract(member, spoken)
      isOther = true
    }
    return isOther
  }

  private func noteLapse(_ member: Int, _ place: Int) {
    entries[place].lapsed.append(member)
    let hadDecided = entries[place].last.deciding.contains(member)
    guard entries[place].own.isEmpty || hadDecided else { return }
    entries[place].lapsedStances = entries[place].last.stances
    entries[place].lapsedWords = [member]
  }

  /// It did what it had refused, which ends the refusal; false where it had refused nothing.
  func carryOut(_ performance: PartyPerformances.Performance) -> Bool {
    guard let place = places[performance.answer] else { return false }
    let ended = entries[place].own.removeAll { member in
      spoken[member].base == .against
        && (spoken[member].said.map { performance.date.isLater(than: $0) } ?? true)
    }
    for member in ended {
      entries[place].lapsed.append(member)
      entries[place].redLines[member] = nil
    }
    if !ended.isEmpty { entries[place].lapsedOn = performance.date }
    return !ended.isEmpty
  }

  /// Taken back in words, or with what it was drawn at, rather than crossed by another word.
  func giveUp(_ member: Int, _ place: Int, inWords: Bool) {
    entries[place].redLines[member] = nil
    if entries[place].redLines.isEmpty { entries[place].redLineGiven = inWords }
  }
}
