internal import CaseModel

/// How every two actors stand to each other by their latest words, and when that last turned.
struct StandingBook {
  struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) { (first, second) = (min(one, other), max(one, other)) }
  }

  struct Standing {
    var same = 0
    var opposite = 0
    /// The last side that was not a draw: 1 with, −1 against, 0 none yet.
    var side = 0
    var turn: NetworksView.Turn?
  }

  private(set) var standings: [Pair: Standing] = [:]

  /// Beyond so many actors the least active are left out.
  static let mostActors = 400

  /// - Parameter entries: dated; undated words come first, and turn nothing.
  /// - Parameter actors: the places of those who are followed.
  /// - Complexity: O(entries · actors on the same answer)
  init(
    _ entries: [NetworkStatements.Entry], actors: [Case.Actor.ID: Int],
    name: (Int) -> Case.Statement.ID
  ) {
    let order = entries.indices.sorted { a, b in
      let (x, y) = (entries[a].day ?? .min, entries[b].day ?? .min)
      return (x, a) < (y, b)
    }
    // By answer, the latest stance of each actor who has one.
    var latest: [Int: [Int: Bool]] = [:]
    var next = order.startIndex
    while next < order.endIndex {
      // Words of one day count together: a turn within it is none.
      let day = entries[order[next]].day
      var touched: [Pair: Int] = [:]
      while next < order.endIndex, entries[order[next]].day == day {
        let entry = entries[order[next]]
        next += 1
        guard let actor = actors[entry.actor] else { continue }
        let before = latest[entry.answer]?[actor]
        guard before != entry.agrees else { continue }
        for (other, stance) in latest[entry.answer] ?? [:] where other != actor {
          let pair = Pair(actor, other)
          var standing = standings[pair] ?? Standing()
          if let before { standing.count(before == stance, -1) }
          if let agrees = entry.agrees { standing.count(agrees == stance, 1) }
          standings[pair] = standing
          touched[pair] = entry.place
        }
        latest[entry.answer, default: [:]][actor] = entry.agrees
      }
      for (pair, place) in touched {
        let said = entries[order[next - 1]].said
        standings[pair]?.settle(on: day == nil ? nil : said, by: name(place))
      }
    }
  }
}

extension StandingBook.Standing {
  fileprivate mutating func count(_ isSame: Bool, _ change: Int) {
    if isSame { same += change } else { opposite += change }
  }

  /// Notes a turn where the side is another than before.
  fileprivate mutating func settle(on date: EDTFDate?, by statement: Case.Statement.ID) {
    let now = (same - opposite).signum()
    guard now != 0, now != side else { return }
    if side != 0, let date {
      turn = NetworksView.Turn(date: date, isTowards: now > 0, statement: statement)
    }
    side = now
  }
}
