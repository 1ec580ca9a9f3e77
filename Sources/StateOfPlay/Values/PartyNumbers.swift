internal import CaseModel

/// What one party would take of a number, and what its own words rule out.
struct PartyNumbers {
  /// What it would take or is open to, by the nearest words that name a number; nil where none does.
  private(set) var span: ValueSpan?
  /// Of that, what it has said that it would take; nil where it is only open to what it names.
  private(set) var taken: ValueSpan?
  /// Its own words name it.
  private(set) var isOwn = false
  /// A refusal, or a red line, that no later number of its own goes beyond.
  private(set) var limits: [Limit] = []

  struct Limit {
    /// What is left beside it.
    let left: ValueSpan
    /// Of a refusal, what was refused.
    let refused: NumberInterval?
    /// The place among the cell's answers.
    let answer: Int

    /// It excludes a number.
    func excludes(_ interval: NumberInterval) -> Bool {
      if let refused, interval.lower >= refused.lower, interval.upper <= refused.upper {
        return true
      }
      return left.lower > interval.upper || left.upper < interval.lower
    }
  }

  /// Of its own statements the newest by which it would take any number.
  private(set) var anything: Int?

  private static func anything(_ spoken: [PartyStatement]) -> (place: Int, said: Int64)? {
    spoken.indices.filter { spoken[$0].takesAnything }.compactMap { place in
      spoken[place].said.map { (place: place, said: $0.begins) }
    }.max { $0.said < $1.said }
  }

  /// What its refusals leave where it names no number: no less than it would take.
  private(set) var bound: ValueSpan?

  /// - Complexity: O(answers of the cell).
  init(
    _ cell: CellReading, _ spoken: [PartyStatement], _ want: Case.Issue.Want?,
    _ interval: (_ answer: Int) -> NumberInterval?
  ) {
    func begins(_ answer: CellReading.AnswerReading) -> Int64 {
      answer.state.deciding.compactMap { spoken[$0].said?.begins }.max() ?? .min
    }
    let standing = cell.answers.filter(\.isTaken)
    let voice = standing.map(\.state.voice).min()
    var newest = Int64.min
    for answer in standing where answer.state.voice == voice {
      guard let interval = interval(answer.answer) else { continue }
      let one = ValueSpan(interval, want)
      // Of several named at once each would be taken.
      span = span?.joining(one) ?? one
      if answer.state.stances != [.open] { taken = taken?.joining(one) ?? one }
      newest = max(newest, begins(answer))
    }
    isOwn = voice == .own
    if let (place, said) = Self.anything(spoken), !isOwn || said >= newest {
      (span, isOwn, newest, anything) = (.everything, true, said, place)
      taken = span
    }
    for (place, answer) in cell.answers.enumerated()
    where answer.isOwn && (!answer.isSuperseded || !answer.redLines.isEmpty) {
      guard let interval = interval(answer.answer) else { continue }
      if answer.state.stances == [.against] {
        if answer.state.deciding.allSatisfy({ spoken[$0].isPackage }) { continue }
        add(ValueSpan.everything.without(interval, want), interval, place, begins(answer), newest)
      } else if want != nil, AnswerDelta.accepts(answer.state.stances), !answer.redLines.isEmpty {
        add(ValueSpan(interval, want), nil, place, .max, newest)
      }
    }
  }

  /// A later number of its own that goes beyond what it had refused takes the refusal back.
  private mutating func add(
    _ left: ValueSpan, _ refused: NumberInterval?, _ answer: Int, _ said: Int64, _ newest: Int64
  ) {
    if let span, isOwn {
      let meeting = span.meeting(left)
      if meeting != span, said < newest { return }
      if meeting.isEmpty, said <= newest { return }
      self.span = meeting
      taken = taken?.meeting(left)
    }
    if span == nil, refused != nil {
      let rest = (bound ?? .everything).meeting(left)
      if rest != .everything { bound = rest }
    }
    limits.append(Limit(left: left, refused: refused, answer: answer))
  }
}

extension PartyStatement {
  /// Its own yes to an issue that is settled by a value, without one.
  fileprivate var takesAnything: Bool {
    guard voice == .own, base == .for, !isDoubted, !isLapsed, !isPackage, time == .counts else {
      return false
    }
    switch answers {
    case .none: return act == .accept
    case .several(let places): return places.isEmpty
    case .one: return false
    }
  }
}
