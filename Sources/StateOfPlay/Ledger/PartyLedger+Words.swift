internal import CaseModel

/// What the words behind a delta are, and how the numbers of an issue compare.
extension PartyLedger {
  /// How the numbers of an issue compare for the party.
  struct Measure {
    let want: Case.Issue.Want?
    /// By answer.
    let intervals: [NumberInterval?]

    /// Who takes the one number goes beyond what it refused with the other.
    func goesBeyond(_ refused: Int, _ taken: Int) -> Bool {
      guard let refused = intervals[refused], let taken = intervals[taken] else { return false }
      guard want != nil else { return taken.lower <= refused.upper && refused.lower <= taken.upper }
      let span = ValueSpan(taken, want)
      return span.meeting(ValueSpan.everything.without(refused, want)) != span
    }
  }

  /// The number or the set taken leaves a red line drawn at the other as it is.
  func isWithinLine(_ line: Int, _ taken: Int) -> Bool {
    if case .set(let least)? = answers[line].value, case .set(let more)? = answers[taken].value {
      return least.held.isSubset(of: more.held)
    }
    guard let measure, let drawn = measure.intervals[line], let next = measure.intervals[taken]
    else { return false }
    let span = ValueSpan(next, measure.want)
    return span.meeting(ValueSpan(drawn, measure.want)) == span
  }

  /// The words that make a delta withdraw the option.
  func isWithdrawal(_ delta: AnswerDelta) -> Bool {
    delta.newWords.contains { member in
      spoken[member].act == .withdraw
        && (spoken[member].base == .unclear || !spoken[member].drops.isEmpty)
    }
  }

  /// A party that no longer asks for what it demanded gives something up.
  func isDemandWithdrawn(_ delta: AnswerDelta) -> Bool {
    isWithdrawal(delta) && delta.oldWords.contains { spoken[$0].act == .demand }
  }

  /// The words give the answer, or are open to it, rather than ask for it.
  func give(_ words: [Int]) -> Bool {
    words.allSatisfy { member in
      switch spoken[member].act {
      case .offer, .concede, .accept, .commit: true
      default: spoken[member].stance == .open
      }
    }
  }

  /// All are about a package or a draft as a whole.
  func isOfPackage(_ words: [Int]) -> Bool {
    !words.isEmpty && words.allSatisfy { spoken[$0].isPackage }
  }

  /// The same of packages and texts that not all have accepted.
  func isOfOpenPackage(_ words: [Int]) -> Bool {
    isOfPackage(words) && words.allSatisfy { !spoken[$0].isConcluded }
  }

  /// The newest number, date or set that it had said by itself before `new`, where what `new` takes the
  /// place of was said only of packages or texts that are still open; nil otherwise.
  func saidByItself(
    before new: AnswerDelta, insteadOf old: AnswerDelta
  ) -> (member: Int, answer: Int)? {
    guard isOfOpenPackage(old.oldWords), !isOfPackage(new.newWords),
      let said = new.newWords.compactMap({ spoken[$0].said?.begins }).min()
    else { return nil }
    var newest: (member: Int, answer: Int)?
    for (member, one) in spoken.enumerated() {
      guard one.voice == .own, one.time == .counts, !one.isPackage, !one.isDoubted, !one.isDenied,
        one.base?.accepts ?? false, let date = one.said, date.ends < said, holds(member),
        case .one(let answer) = one.answers, answers[answer].value != nil
      else { continue }
      if let before = newest.flatMap({ spoken[$0.member].said }), date.begins < before.begins {
        continue
      }
      newest = (member, answer)
    }
    return newest
  }

  /// A set asked for or given on top of one that the party signed, of which it takes nothing back: it
  /// names none of its members, or all of them and more.
  func isInAddition(_ answer: Int) -> Bool {
    guard case .set(let more)? = answers[answer].value else { return false }
    return signedSets.contains { other in
      guard other != answer, case .set(let signed)? = answers[other].value,
        let entry = entry(other), !entry.isSuperseded, !signed.held.isEmpty,
        entry.own.all.contains(where: { spoken[$0].isSigned && spoken[$0].base != .against })
      else { return false }
      return more.held.isDisjoint(with: signed.held)
        || signed.held.isStrictSubset(of: more.held)
    }
  }

  /// The value a delta is about.
  func value(_ delta: AnswerDelta) -> AnswerValue? { answers[delta.answer].value }

  /// Said at the same meeting.
  func isSameOccasion(_ a: Int, _ b: Int) -> Bool {
    spoken[a].at.map { $0 == spoken[b].at } ?? false
  }

  func unique(_ members: [Int]) -> [Int] {
    if members.count < 2 { return members }
    var seen: Set<Int> = []
    return members.filter { seen.insert($0).inserted }
  }
}
