internal import CaseModel

/// What words on a text or a package as a whole say of one of its parts.
extension ChangeRows {
  /// What is asked for the whole, and had not come about by the time of the change.
  struct Whole {
    private let old: [String]
    private let new: [String]

    init(_ delta: AnswerDelta, _ own: PartyLedger, _ rows: ChangeRows, _ time: MomentTime) {
      func asked(_ words: [Int]) -> [String] {
        let yes = words.filter { member in
          own.spoken[member].base == .for && own.spoken[member].answers.contains(delta.answer)
            || own.spoken[member].stance == .forIf && own.spoken[member].isPackage
        }
        return rows.ledger.steps.wholeRequirements(yes, own.spoken) { requirement in
          rows.ledger.steps.isMet(requirement, by: time.ends)
        }.map { rows.words($0.requirement) }
      }
      old = asked(delta.oldWords)
      new = delta.isSuperseded ? [] : asked(delta.newWords)
    }

    /// Asked for with the new words, and not with those before.
    var added: [String] { new.filter { !old.contains($0) } }

    func before(_ stances: [PositionStance]) -> [PositionStance] { Self.asking(old, stances) }

    func after(_ stances: [PositionStance]) -> [PositionStance] { Self.asking(new, stances) }

    /// A yes to the whole with an if is one to each of its parts.
    private static func asking(
      _ asked: [String], _ stances: [PositionStance]
    ) -> [PositionStance] {
      asked.isEmpty ? stances : Set(stances.map { $0 == .for ? .forIf : $0 }).sorted()
    }
  }

  /// A yes to a whole that is still open is no yes to its part alone: what the party says of a number by
  /// itself is measured against what it had said by itself.
  func byItself(_ moment: IssueLedger.Moment, _ party: PartyLedger) -> IssueLedger.Moment {
    let left = moment.deltas.indices.filter { place in
      moment.deltas[place].wasAccepted && !moment.deltas[place].isAccepted
    }
    guard issue.value != .option, !left.isEmpty,
      let new = moment.deltas.first(where: { delta in
        delta.isAccepted && delta.newWords.contains { !delta.oldWords.contains($0) }
      })
    else { return moment }
    var moment = moment
    if left.count > 1 {
      // Beside its own number stood one of a package that it would take on a condition.
      if party.isOfPackage(new.newWords) { return moment }
      let apart = left.filter { party.isOfOpenPackage(moment.deltas[$0].oldWords) }
      if apart.count < left.count {
        for place in apart.reversed() { moment.deltas.remove(at: place) }
      }
      return moment
    }
    guard let own = party.saidByItself(before: new, insteadOf: moment.deltas[left[0]])
    else { return moment }
    (moment.deltas[left[0]].answer, moment.deltas[left[0]].oldWords) = (own.answer, [own.member])
    (moment.deltas[left[0]].openBefore, moment.deltas[left[0]].openNow) = (nil, nil)
    return moment
  }

  private func words(_ requirement: Requirement) -> String {
    "\(requirement.kind.rawValue): \(requirement.step.title(ledger.filtered.index))"
  }

  /// The words on an answer give what a condition awaits, as a text does that contains it: nothing
  /// is dropped by taking that.
  func isGiven(
    _ answer: Int, _ awaited: PreconditionsView.StepID, _ party: Case.Actor.ID, by words: [Int],
    _ own: PartyLedger
  ) -> Bool {
    guard let condition = condition(answer, awaited, party) else { return false }
    return !containing(condition, words, own).isEmpty
  }

  /// ` (which the text contains)`; empty where the words do not give what the condition awaits.
  func containing(_ condition: Condition, _ words: [Int], _ own: PartyLedger) -> String {
    words.lazy.compactMap { member in
      self.containing(condition, own.spoken[member].position, isSigned: own.spoken[member].isSigned)
    }.first ?? ""
  }

  /// The same of the statement at a place in the case.
  func containing(_ condition: Condition, _ position: Int, isSigned: Bool) -> String? {
    guard ledger.gives(position, condition) else { return nil }
    let packages = ledger.table.packages
    let package = packages.place(of: statements[position]).map { packages.packages[$0] }
    let isText = isSigned || package?.draft != nil
    return " (which the \(isText ? "text" : "package") contains)"
  }
}

extension PartyStatement {
  /// The last day on which it held, where that had passed when a moment's first words were said.
  func lapsed(by time: MomentTime) -> EDTFDate? {
    guard isLapsed, let begins = time.begins, let said, let end = term.end(said: said),
      end <= begins
    else { return nil }
    return term.date
  }
}
