import Foundations
import Testing

@testable import StateOfPlay

/// Who meets and who parts on a day, beside what the sets of accepted answers say when they are compared
/// one by one.
@Suite struct CommonGroundTests {
  /// Which seat accepts which answers, at one time.
  private struct Twin {
    var now: [Set<Int>]
    var dayBegan: [Set<Int>]
    var taking: Set<Int> = []
    let owners: [Int]

    func others(_ seat: Int) -> [Int] { now.indices.filter { owners[$0] != owners[seat] } }

    func hasMet(_ seat: Int, on answer: Int) -> Bool {
      others(seat).contains { other in
        now[other].contains(answer) && dayBegan[seat].isDisjoint(with: dayBegan[other])
          && !now[seat].isDisjoint(with: now[other])
      }
    }

    /// - Parameter touched: someone took the answer or left it on the day.
    func hasParted(_ seat: Int, on answer: Int, _ touched: Bool) -> Bool {
      touched
        && others(seat).contains { other in
          dayBegan[other].contains(answer) && !dayBegan[seat].isDisjoint(with: dayBegan[other])
            && now[seat].isDisjoint(with: now[other])
        }
    }

    func hasPartedFromAll(_ seat: Int, on answer: Int, _ touched: Bool) -> Bool {
      let others = taking.filter { owners[$0] != owners[seat] }
      return !others.isEmpty && others.allSatisfy { dayBegan[$0].contains(answer) }
        && hasParted(seat, on: answer, touched)
    }
  }

  private func delta(
    _ answer: Int, _ before: [PositionStance], _ after: [PositionStance]
  ) -> AnswerDelta {
    AnswerDelta(
      answer: answer, before: before, after: after, hadWords: false, isSuperseded: false,
      opened: [], closed: [], lapsed: [], redLineAdded: false, redLineDropped: false,
      redLineCrossed: false, oldWords: [], newWords: [])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func aDayIsWhatTheSetsSay(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    let answers = 1 + below(4)
    // Some parties have two seats.
    let owners = (0..<(2 + below(6))).map { $0 / (1 + below(2)) }
    var ground = CommonGround(answers: answers, owners: owners)
    let none = [Set<Int>](repeating: [], count: owners.count)
    var twin = Twin(now: none, dayBegan: none, owners: owners)
    var stances = [[PositionStance]](repeating: [], count: owners.count * answers)
    let all: [[PositionStance]] = [[.for], [.for], [.against], [.open], [.unclear], []]
    for _ in 0..<40 {
      ground.begin()
      twin.dayBegan = twin.now
      var touched: Set<Int> = []
      for seat in owners.indices where below(2) == 0 {
        let answer = below(answers)
        let place = seat * answers + answer
        let next = all[below(all.count)]
        let change = delta(answer, stances[place], next)
        ground.note(change, of: seat)
        if change.isAccepted || next == [.against] { twin.taking.insert(seat) }
        if change.isAccepted != change.wasAccepted { touched.insert(answer) }
        if change.isAccepted {
          twin.now[seat].insert(answer)
        } else {
          twin.now[seat].remove(answer)
        }
        stances[place] = next
      }
      for seat in owners.indices {
        #expect(ground.count(of: seat) == twin.now[seat].count)
        for answer in 0..<answers {
          let isTouched = touched.contains(answer)
          #expect(ground.hasMet(seat, on: answer) == twin.hasMet(seat, on: answer))
          #expect(
            ground.hasParted(seat, on: answer) == twin.hasParted(seat, on: answer, isTouched))
          #expect(
            ground.hasPartedFromAll(seat, on: answer)
              == twin.hasPartedFromAll(seat, on: answer, isTouched))
        }
      }
    }
  }
}
