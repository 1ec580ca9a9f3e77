internal import CaseModel

/// A statement on an issue, as one party's.
struct PartyStatement: Equatable {
  /// The place of the statement in the case.
  private(set) var position: Int
  let speakers: [Case.Actor.ID]
  /// The body through which it is said, where several speak for the party side by side.
  let wing: Int?
  let said: EDTFDate?
  let time: TimeClass
  let directness: Directness
  let voice: Voice
  /// Those who make it a lower voice are not named.
  let isUnnamed: Bool
  /// A hedge or a grade lowered the voice.
  let isLowered: Bool
  let reliability: Case.Source.Reliability?
  let answers: AnswerPlaces
  // What the rules ask of the statement over and over.
  let act: Case.Statement.Act
  /// The meeting at which it was said.
  let at: Case.Meeting.ID?
  /// As the statement reads by itself.
  let stance: PositionStance?
  /// The stance without what is asked for it: conditions are items of their own.
  let base: PositionStance?
  /// It asks for something before or in exchange.
  let hasRequirements: Bool
  let isDoubted: Bool
  /// Speaks only where nothing else does.
  let isFaint: Bool
  let isRedLine: Bool
  /// It takes earlier words back by name.
  let drops: [Case.Statement.ID]
  /// The places in the case of those words.
  private(set) var dropped: [Int] = []
  /// The text says that it was said before.
  let saysAgain: Bool
  /// As ``Credibility/order(_:)`` gives it.
  let grade: Int
  let depth: Int
  let reportedLater: Bool
  /// When it ceased to hold by as-of, or is to.
  let term: Term
  /// It is about a package or a draft as a whole, of which the answer is a part.
  let isPackage: Bool
  /// The place of that package in the ``PackageBook``.
  var package: Int?
  /// All have accepted the package, or signed it.
  var isConcluded = false
  /// The place in the case of the statement that says what is asked for the whole, where that is
  /// another.
  private(set) var asks: Int?
  /// The day on which the last of what it asked for a package came about: from then on it takes it.
  var met: EDTFDate?
  /// It put forward a package in whose place the party then put another.
  var isReplaced = false
  /// Said by signature.
  var isSigned = false
  /// A report that the party itself denies.
  var isDenied = false
  /// Said by those alone who no longer speak for the party.
  var isFormer = false

  /// The same in a case in which statements stand elsewhere.
  func moved(by edit: StatementEdit) -> PartyStatement? {
    guard let place = edit.place(of: position) else { return nil }
    var moved = self
    moved.position = place
    moved.dropped = dropped.compactMap { edit.place(of: $0) }
    if let asks {
      guard let place = edit.place(of: asks) else { return nil }
      moved.asks = place
    }
    return moved
  }

  /// The last day it was said to hold has passed, or what it is about has ended.
  var isLapsed: Bool { term.isOver }

  /// An offer, or an answer to one: once it lapses what was said before stands as it did. What was
  /// agreed for a time took the place of what was said before for good.
  var isTentative: Bool {
    !isConcluded && (isPackage || !isSigned && (act == .offer || act == .propose))
  }

  /// One of the party's bodies alone does not undo it.
  var binds: Bool { isSigned || asks != nil || isRedLine }

  /// Said by another of the bodies that speak side by side or by one of them and the party as a whole,
  /// or of the very same time.
  func isBeside(_ other: PartyStatement) -> Bool {
    wing != other.wing || isOfOneTime(as: other)
  }

  /// Said at the very same time.
  func isOfOneTime(as other: PartyStatement) -> Bool {
    guard let said, let date = other.said else { return false }
    return said.begins == date.begins && said.ends == date.ends
  }
}

/// Until when words hold.
struct Term: Equatable {
  /// The last day, or the day of what ended them; nil where they hold.
  var date: EDTFDate?
  /// They ended with what happened on that day, rather than with the day.
  var isCutShort = false
  var isOver = false

  /// Through a day, where there is one.
  init(until: EDTFDate?, _ filtered: FilteredCase) {
    date = until
    isOver = until.map { filtered.hasPassed($0) } ?? false
  }

  init(_ end: PackageEnd?, _ filtered: FilteredCase) {
    switch end {
    case .after(let date)?:
      self.date = date
      isOver = filtered.hasPassed(date)
    case .on(let date)?: (self.date, isCutShort, isOver) = (date, true, true)
    case .undated?: isOver = true
    case nil: break
    }
  }

  /// The earlier of two days on which words end.
  func meeting(_ other: Term) -> Term {
    guard let date else { return isOver ? self : other }
    guard let until = other.date else { return other.isOver ? other : self }
    return date.ends <= until.ends ? self : other
  }

  /// The first second at which they no longer hold.
  func end(said: EDTFDate) -> Int64? {
    guard let date else { return nil }
    return max(date.ends, said.ends) + (isCutShort ? 0 : 1)
  }
}
