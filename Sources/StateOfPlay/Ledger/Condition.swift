internal import CaseModel

/// One condition, threat or promise in the ledger: a party will not take a step until another, or
/// will if something comes about.
struct Condition: Equatable {
  struct Key: Hashable {
    let holder: Case.Actor.ID
    let isTrigger: Bool
    /// An exchange ties both ways, whichever is named first; a *before* has a direction.
    let isExchange: Bool
    let step: PreconditionsView.StepID
    let awaited: PreconditionsView.StepID
    var party: Case.Actor.ID?
    var stance: Case.Statement.Stance?
  }

  let key: Key
  let kind: Requirement.Kind
  /// As it was said first.
  let step: Step
  let awaited: Step
  /// Of `step` and `awaited`, kept because they are asked for over and over.
  let stepID: PreconditionsView.StepID
  let awaitedID: PreconditionsView.StepID
  let act: Case.Statement.Act
  /// What would follow is that the step is not taken, or no longer.
  let isNegative: Bool
  /// As the words that set it first say.
  let met: Requirement.Met?
  /// Of an exchange: who gives the step awaited.
  let givers: [Case.Actor.ID]
  /// By when it must be met.
  let due: EDTFDate?
  var grounds: [PreconditionsView.Ground] = []
  var drops: [PreconditionsView.Drop] = []
  var state = PreconditionsView.State.standing
  /// Why it no longer stands.
  var closing: Closing?
  /// It holds back the effect of its step, which its holder took with the same words.
  var isOnEffect = false
  /// What met it for a time and was undone since, while its holder had not taken the step.
  var metBefore: PreconditionsView.Taken?
  /// Of its grounds by place the closing that ended each.
  var closings: [Int: Closing] = [:]

  var holder: Case.Actor.ID { key.holder }

  /// An offer or promise for the case that something comes about: it is given with an if, while a
  /// threat gives nothing.
  var isPromiseIf: Bool {
    guard key.isTrigger, !isNegative, key.stance != .against else { return false }
    return switch act {
    case .offer, .propose, .commit, .concede: true
    default: false
    }
  }

  /// Whose words bear it, the nearest of those that decide.
  var voice: Voice {
    let deciding = grounds.filter { $0.role == .decides }
    return (deciding.isEmpty ? grounds : deciding).map(\.voice).min() ?? .own
  }

  /// The statements that decide, else all there are.
  var statements: [Case.Statement.ID] {
    let deciding = grounds.filter { $0.role == .decides }
    return (deciding.isEmpty ? grounds : deciding).map(\.statement)
  }

  /// Of the words that decide, when the newest were said.
  var newest: EDTFDate? { grounds.filter { $0.role == .decides }.compactMap(\.said).max() }

  /// Of the nearest words that bear it, when the newest were said: what others report changes nothing of
  /// what a party asks for itself.
  var newestNearest: EDTFDate? { nearest.compactMap(\.said).max() }

  /// The same, when the first were said.
  var openedNearest: EDTFDate? {
    let voice = voice
    return grounds.filter { ($0.role == .decides || $0.role == .closed) && $0.voice == voice }
      .compactMap(\.said).min()
  }

  /// Of what decides the words of the nearest voice.
  var nearest: [PreconditionsView.Ground] {
    let voice = voice
    return grounds.filter { $0.role == .decides && $0.voice == voice }
  }

  /// What was done or agreed met it before its holder gave it up or asked for something else; or on the
  /// day on which its holder took the step.
  func wasMet(by taken: PreconditionsView.Taken) -> Bool {
    guard let closing, let closed = closing.date, let date = taken.date else { return false }
    switch closing.reason {
    case .undertaken, .settled, .overtaken: return !date.isLater(than: closed)
    case .withdrawn, .refused, .lapsed, .ended, .replaced:
      return state == .closed && closed.isLater(than: date)
    case .fulfilled, .carriedOut, .averted: return false
    }
  }

  /// Ends it by what was done.
  mutating func close(_ reason: Closing.Reason, _ taken: PreconditionsView.Taken) {
    switch reason {
    case .fulfilled: state = .fulfilled
    case .overtaken: state = .overtaken
    case .withdrawn, .undertaken, .settled, .refused, .carriedOut, .averted, .lapsed, .ended,
      .replaced:
      state = .closed
    }
    // That what was awaited came about is what “fulfilled” says; of a promise it says by whose account.
    let isPlain = reason == .fulfilled && !key.isTrigger && awaited.kind == .reached
    var closing = Closing(
      reason, date: taken.date, statements: taken.evidence, words: isPlain ? nil : taken.words,
      basis: taken.basis)
    if reason == .fulfilled { closing.daysLate = daysLate(taken.date) }
    self.closing = closing
  }

  /// What is known to have come after the day named for it: it came all the same, and too late.
  private func daysLate(_ date: EDTFDate?) -> Int? {
    guard let due, let date, !due.hasOpenEnd, !date.hasOpenStart else { return nil }
    let days = Int(date.earliest.number - due.latest.number)
    return days > 0 ? days : nil
  }

  /// The first of the words that bear it.
  var opened: EDTFDate? {
    grounds.filter { $0.role == .decides || $0.role == .closed }.compactMap(\.said).min()
  }
}
