public import Foundations

extension Foresight {
  /// The play a decision maker expects when it looks `horizon` moves ahead.
  ///
  /// Unstable: its own best move, the moves it expects after, and no reply that brings it down.
  /// Stable: the best move with the expected moves as the reply that makes it not worth while.
  func witness(
    _ concept: Concept, _ maker: Int, _ state: Conflict.State, _ checkpoint: Checkpoint
  ) throws -> Witness {
    let slot = try conflict.slot(of: state)
    let horizon: Int
    switch concept {
    case .limitedMove(let wanted): horizon = wanted
    default: horizon = try decisiveHorizon(maker, slot, checkpoint)
    }
    guard horizon >= 1, horizon <= Self.longest, horizon * conflict.slots <= 1 << 27 else {
      throw ConflictError.badParameter(
        name: "the horizon \(horizon)", reason: "is too far to trace on this model")
    }
    var history = [start]
    for step in 0..<(horizon - 1) {
      try checkpoint.report(step, of: horizon)
      history.append(try next(history[step], checkpoint))
    }
    var counted = CheckedSteps(checkpoint)
    let (move, _) = try bestMove(
      of: maker, at: slot, after: history[horizon - 1][1 - maker], &counted)
    guard let move else {
      return Witness(concept: concept, movers: [maker], state: state, answers: [], isStable: true)
    }
    var steps: [Step] = []
    var place = move
    var mover = 1 - maker
    var left = horizon - 1
    while left > 0 {
      let after = history[left - 1][1 - mover]
      guard let next = try bestMove(of: mover, at: place, after: after, &counted).move,
        isBetter(mover, than: place, Int(after[next]))
      else { break }
      steps.append(Step(mover: mover, to: conflict.state(at: next)))
      place = next
      mover = 1 - mover
      left -= 1
    }
    let worthwhile = isBetter(maker, than: slot, place)
    let reply = Witness.Reply(
      steps: steps, isSimultaneous: false, end: conflict.state(at: place), counters: [])
    let first = Step(mover: maker, to: conflict.state(at: move))
    return Witness(
      concept: concept, movers: [maker], state: state,
      answers: [
        Witness.Answer(
          path: worthwhile ? [first] + steps : [first], reply: worthwhile ? nil : reply)
      ],
      isStable: !worthwhile)
  }

  /// A horizon of the final cycle at which the state is left, or the cycle's first.
  private func decisiveHorizon(_ maker: Int, _ slot: Int, _ checkpoint: Checkpoint) throws -> Int {
    let (first, period) = try cycle(checkpoint)
    let begin = max(1, first)
    var ends = start
    for step in 0..<begin {
      try checkpoint.report(step, of: begin + period)
      ends = try next(ends, checkpoint)
    }
    for horizon in begin..<(begin + period) {
      if ends[maker][slot] != Int32(slot) { return horizon }
      try checkpoint.report(horizon, of: begin + period)
      ends = try next(ends, checkpoint)
    }
    return begin
  }

  private func cycle(_ checkpoint: Checkpoint) throws -> (first: Int, period: Int) {
    let period = try settle(checkpoint).period
    var slow = start
    var fast = start
    var first = 0
    for _ in 0..<period { fast = try next(fast, checkpoint) }
    while slow != fast {
      try checkpoint.report(first, of: Self.longest)
      slow = try next(slow, checkpoint)
      fast = try next(fast, checkpoint)
      first += 1
    }
    return (first, period)
  }
}

extension Analysis {
  /// What the limited-move concepts leave open: where ties had to be broken, and whether foresight
  /// settles.
  public struct ForesightReport: Sendable {
    /// A choice between moves equally good for the mover that end in different states.
    public struct Tie: Hashable, Sendable {
      /// The decision maker, by position.
      public let mover: Int
      /// The state it would leave or stay in.
      public let state: Conflict.State
      /// How many moves were looked ahead.
      public let horizon: Int
    }

    /// The horizons after which the ends repeat: 1 if foresight settles.
    public let period: Int
    /// By horizon, mover and state; broken in favour of the first move in the order in which states are listed.
    public let ties: [Tie]
  }

  /// Looks for ties within the horizons 1 to `horizon`, and for the final cycle.
  ///
  /// - Throws: ``ConflictError/notApplicable(concept:reason:)`` unless there are two decision makers
  ///   with rankings.
  public func foresightReport(
    upTo horizon: Int = 8, checkpoint: Checkpoint = Checkpoint()
  ) throws -> ForesightReport {
    guard horizon >= 1, horizon <= Foresight.longest else {
      throw ConflictError.badParameter(
        name: "the horizon \(horizon)", reason: "must lie between 1 and \(Foresight.longest)")
    }
    let foresight = try Foresight(self)
    var ties: [ForesightReport.Tie] = []
    var ends = foresight.start
    for step in 1...horizon {
      var found: [ForesightReport.Tie] = []
      try checkpoint.report(step - 1, of: horizon)
      ends = try foresight.next(ends, checkpoint) {
        found.append(
          ForesightReport.Tie(mover: $0, state: conflict.state(at: $1), horizon: step))
      }
      ties += found.sorted { ($0.mover, $0.state) < ($1.mover, $1.state) }
    }
    return ForesightReport(period: try foresight.settle(checkpoint).period, ties: ties)
  }
}
