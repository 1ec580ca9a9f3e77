internal import CaseModel

/// What of a statement only some readers ask for: by its marks alone they find theirs among very many,
/// without a look at the others.
struct StatementMarks: OptionSet {
  let rawValue: UInt8

  /// About a text, a clause of one or a package.
  static let onText = StatementMarks(rawValue: 1)
  /// About another statement, or the condition that one sets.
  static let onWords = StatementMarks(rawValue: 2)
  /// About a meeting or a delegation to one.
  static let onMeeting = StatementMarks(rawValue: 4)
  static let onCommitment = StatementMarks(rawValue: 8)
  /// Something is asked for what it is about.
  static let requires = StatementMarks(rawValue: 16)
  /// It takes other words back by name.
  static let drops = StatementMarks(rawValue: 32)
  /// It names a day by which something is to be done, or until which it holds.
  static let names = StatementMarks(rawValue: 64)
  /// It says that a position changed.
  static let claims = StatementMarks(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ statement: Case.Statement) {
    var marks: StatementMarks =
      switch statement.about {
      case .draft?, .together?: .onText
      case .statement?, .requirement?: .onWords
      case .meeting?, .delegation?: .onMeeting
      case .commitment?: .onCommitment
      default: []
      }
    if !statement.requires.isEmpty { marks.insert(.requires) }
    if !statement.drops.isEmpty { marks.insert(.drops) }
    if statement.due != nil || statement.until != nil { marks.insert(.names) }
    if statement.change != nil { marks.insert(.claims) }
    self = marks
  }
}

extension FilteredCase {
  /// The places of the statements that have any of these marks, in the order of the case.
  /// - Complexity: O(statements), of which none is looked at.
  func places(marked wanted: StatementMarks) -> [Int] {
    marks.withUnsafeBufferPointer { marks in
      marks.indices.filter { !marks[$0].isDisjoint(with: wanted) }
    }
  }
}
