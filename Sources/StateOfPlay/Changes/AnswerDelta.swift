internal import CaseModel

/// What became of one answer between two moments of a sweep.
struct AnswerDelta {
  /// Its place in ``IssueTellings/answers``.
  var answer: Int
  var before: [PositionStance]
  var after: [PositionStance]
  var hadWords: Bool
  var isSuperseded: Bool
  var requirementsAdded: Set<Requirement>
  var requirementsDropped: Set<Requirement>
  var redLineAdded: Bool
  var redLineDropped: Bool
  /// The statements that decided before and that decide now.
  var oldWords: [Int]
  var newWords: [Int]

  var wasAccepted: Bool { Self.accepts(before) }
  var isAccepted: Bool { Self.accepts(after) }

  private static func accepts(_ stances: [PositionStance]) -> Bool {
    stances.contains { $0.accepts } && !stances.contains(.against)
  }

  /// Some new words are later than all before and were said on another occasion. Where the answer
  /// had none before, the party's words on the issue are what they must be later than.
  func isLater(than newest: EDTFDate?, _ sweep: PartySweep) -> Bool {
    newWords.contains { member in
      guard !oldWords.contains(member), let said = sweep.spoken[member].said else { return false }
      if oldWords.contains(where: { sweep.isSameOccasion(member, $0) }) { return false }
      if hadWords {
        return oldWords.allSatisfy { old in
          sweep.spoken[old].said.map { said.isLater(than: $0) } ?? true
        }
      }
      return newest.map { said.isLater(than: $0) } ?? true
    }
  }
}
