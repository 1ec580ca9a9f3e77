internal import CaseModel

/// What became of one answer between two moments of a party's ledger; of its own words alone.
struct AnswerDelta {
  /// Its place in ``IssueStatements/answers``.
  var answer: Int
  /// A yes with something asked for it reads *for, if*.
  var before: [PositionStance]
  var after: [PositionStance]
  /// The party had spoken of the answer before.
  var hadWords: Bool
  var isSuperseded: Bool
  /// The answer whose words took its place now.
  var supersededBy: Int?
  /// Conditions opened and closed in words, by what they await.
  var opened: [PreconditionsView.StepID]
  var closed: [(awaited: PreconditionsView.StepID, reason: Closing.Reason)]
  /// Words that held until a day which has passed, or refused what the party then did.
  var lapsed: [Int]
  /// The day of the performance that ended them.
  var lapsedOn: EDTFDate?
  /// What the conditions standing in words await, before and now; nil where they are very many.
  var openBefore: [PreconditionsView.StepID]?
  var openNow: [PreconditionsView.StepID]?
  var redLineAdded: Bool
  /// Given up in words, or crossed by a later offer of one's own.
  var redLineDropped: Bool
  var redLineCrossed: Bool
  /// The statements that decided before and that decide now.
  var oldWords: [Int]
  var newWords: [Int]
  /// Where words lapsed and are said again now, what had held until they did.
  var lapsedBefore: [PositionStance] = []
  /// What takes its place now had taken it before, until it lapsed, and is said again: by that
  /// nothing moves.
  var isSetAsideAgain = false
  /// By the answer the party met another with which it had shared nothing, or left one.
  var hasMet = false
  var hasParted = false
  /// It left all the others thereby, who had accepted it.
  var hasPartedFromAll = false
  /// Another party had accepted the answer before.
  var wasShared = false
  /// What the other parties make of the answer.
  var reception = CommonGround.Reception(isAccepted: false, isRejected: false)

  var wasAccepted: Bool { Self.accepts(before) }
  var isAccepted: Bool { Self.accepts(after) }

  /// Measured against what had held until it lapsed.
  var sinceLapse: AnswerDelta {
    if lapsedBefore.isEmpty { return self }
    var delta = self
    (delta.before, delta.hadWords) = (lapsedBefore, true)
    return delta
  }

  /// A body does not cross a red line that the party drew as one.
  func leavingRedLinesOfWhole(_ ledger: PartyLedger) -> AnswerDelta {
    guard redLineDropped, !oldWords.contains(where: { ledger.spoken[$0].wing != nil }) else {
      return self
    }
    var delta = self
    (delta.redLineDropped, delta.redLineCrossed) = (false, false)
    return delta
  }

  static func accepts(_ stances: [PositionStance]) -> Bool {
    stances.contains { $0.accepts } && !stances.contains(.against)
  }

  /// Some new words are later than all before and were said on another occasion. Where the answer
  /// had none before, the party's words on the issue are what they must be later than.
  func isLater(than newest: EDTFDate?, _ ledger: PartyLedger) -> Bool {
    newWords.contains { member in
      guard !oldWords.contains(member), let said = ledger.spoken[member].said else { return false }
      if oldWords.contains(where: { ledger.isSameOccasion(member, $0) }) { return false }
      if hadWords {
        return oldWords.allSatisfy { old in
          ledger.spoken[old].said.map { said.isLater(than: $0) } ?? true
        }
      }
      return newest.map { said.isLater(than: $0) } ?? true
    }
  }
}
