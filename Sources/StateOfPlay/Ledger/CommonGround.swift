/// Which parties accept and reject which answers of an issue while a sweep goes on, and how many
/// answers two of them share. Parties and answers are numbers from 0 on; bodies that speak for one
/// party side by side count each, and are no others to each other.
struct CommonGround {
  /// What other parties make of an answer.
  struct Reception {
    var isAccepted: Bool
    var isRejected: Bool

    /// To ask for it is to ask for more than others give.
    var isMore: Bool { isRejected || !isAccepted }
  }

  /// By answer. Few accept or reject one answer, so that a list is looked through sooner than a set.
  private var accepting: [[Int]] = []
  private var rejecting: [[Int]] = []
  /// By party, the answers it accepts: few, so that two parties are compared sooner than counts are kept
  /// of every two.
  private var accepted: [[Int]]
  /// Whether a party has accepted or rejected any answer, and how many have, in all and by whose they are.
  private var isTaking: [Bool]
  private var taking = 0
  private var takingOf: [Int: Int] = [:]
  // As they were when the day began, where the day changed them.
  private var acceptingBefore: [Int: [Int]] = [:]
  private var acceptedBefore: [Int: [Int]] = [:]

  /// Whose each is.
  private let owners: [Int]

  /// - Parameter answers: how many there are.
  init(answers: Int, owners: [Int]) {
    self.owners = owners
    accepting = [[Int]](repeating: [], count: answers)
    rejecting = accepting
    accepted = [[Int]](repeating: [], count: owners.count)
    isTaking = [Bool](repeating: false, count: owners.count)
  }

  private func isOther(_ a: Int, _ b: Int) -> Bool { owners[a] != owners[b] }

  /// A new day.
  mutating func begin() {
    if !acceptingBefore.isEmpty { acceptingBefore.removeAll(keepingCapacity: true) }
    if !acceptedBefore.isEmpty { acceptedBefore.removeAll(keepingCapacity: true) }
  }

  mutating func note(_ delta: AnswerDelta, of party: Int) {
    let answer = delta.answer
    if delta.isAccepted || delta.after == [.against], !isTaking[party] {
      isTaking[party] = true
      taking += 1
      takingOf[owners[party], default: 0] += 1
    }
    if delta.after == [.against] {
      if !rejecting[answer].contains(party) { rejecting[answer].append(party) }
    } else if delta.before == [.against] {
      rejecting[answer].removeAll { $0 == party }
    }
    guard delta.wasAccepted != delta.isAccepted else { return }
    if acceptingBefore[answer] == nil { acceptingBefore[answer] = accepting[answer] }
    if acceptedBefore[party] == nil { acceptedBefore[party] = accepted[party] }
    if !delta.isAccepted {
      accepting[answer].removeAll { $0 == party }
      accepted[party].removeAll { $0 == answer }
    } else if !accepting[answer].contains(party) {
      accepting[answer].append(party)
      accepted[party].append(answer)
    }
  }

  /// By the answer the party met another with which it had shared nothing.
  func hasMet(_ party: Int, on answer: Int) -> Bool {
    let gained = accepted[party].contains { !before(party).contains($0) }
    return among(accepting[answer], all: gained, besides: party) { other in
      sharedNow(party, other) && !sharedBefore(party, other)
    }
  }

  /// With the answer the party left another with which it now shares nothing.
  func hasParted(_ party: Int, on answer: Int) -> Bool {
    let lost = before(party).contains { !accepted[party].contains($0) }
    return among(acceptingBefore[answer] ?? [], all: lost, besides: party) { other in
      sharedBefore(party, other) && !sharedNow(party, other)
    }
  }

  /// With the answer the party left every other that takes a stance on the issue: all had accepted it.
  func hasPartedFromAll(_ party: Int, on answer: Int) -> Bool {
    let others = taking - (takingOf[owners[party]] ?? 0)
    guard others > 0, let before = acceptingBefore[answer], before.count >= others else {
      return false
    }
    // Who had accepted it takes a stance.
    return before.count(where: { isOther($0, party) }) == others && hasParted(party, on: answer)
  }

  /// Another party had accepted the answer when the day began.
  func wasShared(_ answer: Int, besides party: Int) -> Bool {
    (acceptingBefore[answer] ?? accepting[answer]).contains { isOther($0, party) }
  }

  /// How many answers the party accepts.
  func count(of party: Int) -> Int { accepted[party].count }

  private func before(_ party: Int) -> [Int] { acceptedBefore[party] ?? accepted[party] }

  private func sharedNow(_ a: Int, _ b: Int) -> Bool {
    accepted[a].contains { accepted[b].contains($0) }
  }

  private func sharedBefore(_ a: Int, _ b: Int) -> Bool {
    let others = before(b)
    return before(a).contains { others.contains($0) }
  }

  /// Some of those that the day may have brought nearer, or further away, is meant.
  ///
  /// - Parameter all: the party itself did what may have; else only others that changed are asked.
  private func among(
    _ parties: [Int], all: Bool, besides party: Int, _ isMeant: (Int) -> Bool
  ) -> Bool {
    parties.contains { other in
      (all || acceptedBefore[other] != nil) && isOther(other, party) && isMeant(other)
    }
  }

  /// What the others make of an answer.
  func reception(of answer: Int, besides party: Int) -> Reception {
    Reception(
      isAccepted: accepting[answer].contains { isOther($0, party) },
      isRejected: rejecting[answer].contains { isOther($0, party) })
  }
}
