/// Which parties accept and reject which answers of an issue while a sweep goes on, and how many
/// answers two of them share. Parties and answers are numbers from 0 on.
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
  /// Parties that have accepted or rejected any answer.
  private var taking: Set<Int> = []
  /// How many answers a party accepts.
  private var counts: [Int: Int] = [:]
  /// How many answers two parties both accept.
  private var shared: [Int: Int] = [:]
  // As they were when the day began, where the day changed them.
  private var acceptingBefore: [Int: [Int]] = [:]
  private var sharedBefore: [Int: Int] = [:]

  /// - Parameter answers: how many there are.
  init(answers: Int) {
    accepting = [[Int]](repeating: [], count: answers)
    rejecting = accepting
  }

  private static func pair(_ a: Int, _ b: Int) -> Int { min(a, b) << 32 | max(a, b) }

  /// A new day.
  mutating func begin() {
    if !acceptingBefore.isEmpty { acceptingBefore.removeAll(keepingCapacity: true) }
    if !sharedBefore.isEmpty { sharedBefore.removeAll(keepingCapacity: true) }
  }

  mutating func note(_ delta: AnswerDelta, of party: Int) {
    let answer = delta.answer
    if delta.isAccepted || delta.after == [.against] { taking.insert(party) }
    if delta.after == [.against] {
      if !rejecting[answer].contains(party) { rejecting[answer].append(party) }
    } else if delta.before == [.against] {
      rejecting[answer].removeAll { $0 == party }
    }
    guard delta.wasAccepted != delta.isAccepted else { return }
    counts[party, default: 0] += delta.isAccepted ? 1 : -1
    if acceptingBefore[answer] == nil { acceptingBefore[answer] = accepting[answer] }
    for other in accepting[answer] where other != party {
      let pair = Self.pair(party, other)
      let count = shared[pair] ?? 0
      if sharedBefore[pair] == nil { sharedBefore[pair] = count }
      shared[pair] = count + (delta.isAccepted ? 1 : -1)
    }
    if !delta.isAccepted {
      accepting[answer].removeAll { $0 == party }
    } else if !accepting[answer].contains(party) {
      accepting[answer].append(party)
    }
  }

  /// By the answer the party met another with which it had shared nothing.
  func hasMet(_ party: Int, on answer: Int) -> Bool {
    holds(party, accepting[answer]) { $0 == 0 && $1 > 0 }
  }

  /// With the answer the party left another with which it now shares nothing.
  func hasParted(_ party: Int, on answer: Int) -> Bool {
    holds(party, acceptingBefore[answer] ?? []) { $0 > 0 && $1 == 0 }
  }

  /// With the answer the party left every other that takes a stance on the issue: all had accepted it.
  func hasPartedFromAll(_ party: Int, on answer: Int) -> Bool {
    let others = taking.subtracting([party])
    let before = acceptingBefore[answer] ?? []
    return !others.isEmpty && others.allSatisfy { before.contains($0) }
      && hasParted(party, on: answer)
  }

  /// Another party had accepted the answer when the day began.
  func wasShared(_ answer: Int, besides party: Int) -> Bool {
    (acceptingBefore[answer] ?? accepting[answer]).contains { $0 != party }
  }

  /// How many answers the party accepts.
  func count(of party: Int) -> Int { counts[party] ?? 0 }

  private func holds(
    _ party: Int, _ others: [Int], _ test: (_ before: Int, _ now: Int) -> Bool
  ) -> Bool {
    others.contains { other in
      guard other != party else { return false }
      let now = shared[Self.pair(party, other)] ?? 0
      return test(sharedBefore[Self.pair(party, other)] ?? now, now)
    }
  }

  /// What the others make of an answer.
  func reception(of answer: Int, besides party: Int) -> Reception {
    Reception(
      isAccepted: accepting[answer].contains { $0 != party },
      isRejected: rejecting[answer].contains { $0 != party })
  }
}
