internal import CaseModel

/// The numbers of a drafted scenario, each with a range and in thousandths.
extension Case.Scenario.Number {
  static func drafted(
    _ value: Double, _ from: Double, _ to: Double, note: String?
  ) -> Case.Scenario.Number {
    func amount(_ number: Double) -> Amount {
      Amount(String(Int((number * 1000).rounded()))).flatMap { thousandth($0) } ?? Amount(0)
    }
    var number = Case.Scenario.Number(amount(value), from: amount(from), to: amount(to))
    number.note = note
    return number
  }

  private static func thousandth(_ whole: Amount) -> Amount? {
    let digits = String(whole.digits)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Amount(padded.dropLast(3) + "." + padded.suffix(3))
  }

  /// What a set is worth to a party that refuses a part of it.
  static func drafted(refusedWith statements: [Case.Statement.ID]) -> Case.Scenario.Number {
    var number = drafted(0, 0, 0.2, note: "holds what it refuses")
    number.evidence = statements
    return number
  }

  /// What a number is worth to a party that named a limit short of it.
  static func drafted(beyond limit: PositionsView.OptionPosition) -> Case.Scenario.Number {
    var number = drafted(0, 0, 0.2, note: "beyond “\(limit.title)”, its limit")
    number.evidence = limit.decidedBy
    return number
  }

  /// What a number, a date or a set is worth to a party that only named what it requires of the issue for
  /// another step: it may take less than that where it is not held to the step.
  static func drafted(
    requirement: Condition, isMet: Bool, _ index: CaseIndex
  ) -> Case.Scenario.Number {
    let asked =
      "“\(requirement.awaited.answerTitle(index) ?? "")”, which it requires as a condition"
    var number =
      isMet
      ? drafted(0.7, 0.4, 1, note: "meets \(asked)")
      : drafted(0.2, 0, 0.5, note: "does not meet \(asked)")
    number.evidence = requirement.statements
    return number
  }

  /// What an answer is worth to a party, by its stance.
  static func drafted(
    from answer: PositionsView.OptionPosition?, in cell: PositionsView.Cell?
  ) -> Case.Scenario.Number {
    guard let answer, !answer.stances.isEmpty else {
      var number = drafted(0.5, 0, 1, note: "nothing said")
      number.basis = .standard
      return number
    }
    let stances = answer.shownStances
    var number: Case.Scenario.Number
    if answer.isSuperseded {
      number = drafted(0.4, 0, 0.7, note: "for it earlier, for another option later")
    } else if stances.count > 1 {
      let words = stances.map(\.words).joined(separator: " and ")
      number = drafted(0.5, 0, 1, note: "disputed: \(words)")
    } else {
      let words = stances[0].words + (answer.isRedLine ? ", a red line" : "")
      switch stances[0] {
      case .for: number = drafted(1, 0.8, 1, note: words)
      case .forIf: number = drafted(0.7, 0.4, 1, note: words)
      case .open: number = drafted(0.5, 0.3, 0.8, note: words)
      case .unclear: number = drafted(0.5, 0.2, 0.8, note: words)
      case .against: number = drafted(0, 0, 0.2, note: words)
      }
      if answer.reportedByOthersOnly || (cell?.isContested ?? false) {
        number.from = Amount(0)
        number.to = Amount(1)
        number.note =
          words + (answer.reportedByOthersOnly ? ", as reported by others" : ", contested")
      }
    }
    number.evidence = answer.decidedBy
    return number
  }

  /// What it is worth that something is not so.
  var contrary: Case.Scenario.Number {
    func turned(_ amount: Amount?) -> Amount? {
      amount.flatMap { Self.thousandth(Amount(Int32(1000) - Int32($0.scaled(to: 3)))) }
    }
    var other = self
    (other.value, other.from, other.to) = (turned(value), turned(to), turned(from))
    other.note = "the opposite of yes"
    return other
  }
}
