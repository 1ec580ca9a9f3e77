internal import CaseModel

/// What comes in on an issue, and when.
extension IssueLedger {
  struct Event {
    enum Action {
      /// A statement and the answer it is on.
      case word(Int, Int)
      /// The last day of what it said has passed.
      case lapse(Int, Int)
      /// Taken back by another of its statements.
      case takeBack(Int, Int, by: Int)
      case condition(ConditionEvent)
      /// It did what it may have refused.
      case performance(PartyPerformances.Performance)
    }

    let ends: Int64
    let seat: Int
    let order: Int
    let action: Action
  }

  /// When an event comes, and its place among all: what is sorted is small and holds no references.
  struct Turn {
    let ends: Int64
    let seat: Int
    let order: Int
    let event: Int

    /// All in the order in which they come.
    static func order(of events: [Event]) -> [Turn] {
      events.indices.map { place in
        Turn(
          ends: events[place].ends, seat: events[place].seat, order: events[place].order,
          event: place)
      }.sorted { a, b in
        if a.ends != b.ends { return a.ends < b.ends }
        if a.seat != b.seat { return a.seat < b.seat }
        return a.order == b.order ? a.event < b.event : a.order < b.order
      }
    }
  }
}
