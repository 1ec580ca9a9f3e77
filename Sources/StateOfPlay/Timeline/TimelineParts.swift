internal import CaseModel
internal import Foundations

/// What the timeline was made of, from which that of the next case is made: the events of its statements
/// stand where they stood, but for those in which the cases differ.
struct TimelineParts: Sendable {
  /// In order of time.
  private(set) var events = PiecewiseList<TimelineView.Event>()
  private(set) var undated = 0
  /// Of each event the place of its statement in the case; of others `-1` less their place in `entries`.
  private var places: [Int] = []
  /// Those that are no statement's, as they were collected, and how many entries have no date.
  private var entries: [TimelineView.Event] = []
  private var undatedEntries = 0
  /// The places of statements without a date.
  private var undatedStatements: [Int] = []

  /// So many statements are put in their places one by one; with more all are sorted again.
  private static let few = 32

  /// - Parameter before: what the timeline of the case before was made of.
  /// - Complexity: O(n log n) in the events; after an edit O(n).
  init(
    _ collector: TimelineCollector, statements: Int,
    after before: (parts: TimelineParts, edit: StatementEdit)?
  ) {
    (entries, undatedEntries) = (collector.events, collector.undated)
    if let (parts, edit) = before, edit.before.count + edit.after.count <= Self.few,
      parts.entries == entries
    {
      follow(parts, edit, collector)
    } else {
      sortAll(collector, statements)
    }
    undated = undatedEntries + undatedStatements.count
  }

  private mutating func sortAll(_ collector: TimelineCollector, _ statements: Int) {
    // Days alone are sorted, as events are large.
    var keys = entries.indices.map { Key(entries[$0].date, -1 - $0) }
    for place in 0..<statements where collector.shows(statementAt: place) {
      if let said = collector.filtered.facts[place].said {
        keys.append(Key(said, place))
      } else {
        undatedStatements.append(place)
      }
    }
    keys.sort()
    places = keys.map(\.event)
    let (order, own) = (places, entries)
    events = PiecewiseList(count: order.count) { range in
      range.compactMap { number in
        let place = order[number]
        return place < 0
          ? own[-1 - place]
          : collector.filtered.facts[place].said.map { said in
            collector.event(ofStatementAt: place, on: said)
          }
      }
    }
  }

  private mutating func follow(
    _ before: TimelineParts, _ edit: StatementEdit, _ collector: TimelineCollector
  ) {
    (events, places) = (before.events, before.places)
    undatedStatements = before.undatedStatements.compactMap { edit.place(of: $0) }
    if !edit.before.isEmpty {
      for number in places.indices.reversed() where edit.before.contains(places[number]) {
        events.remove(at: number)
        places.remove(at: number)
      }
    }
    if !edit.keepsPlaces { places = places.map { $0 < 0 ? $0 : edit.place(of: $0) ?? $0 } }
    for place in edit.after {
      guard collector.shows(statementAt: place) else { continue }
      guard let said = collector.filtered.facts[place].said else {
        undatedStatements.append(place)
        continue
      }
      let key = Key(said, place)
      var (low, high) = (0, events.count)
      while low < high {
        let middle = (low + high) / 2
        let isEarlier = Key(events[middle].date, places[middle]) < key
        if isEarlier { low = middle + 1 } else { high = middle }
      }
      events.insert(collector.event(ofStatementAt: place, on: said), at: low)
      places.insert(place, at: low)
    }
  }

  /// Where an event stands: one of which only the end is known stands there; of one time entries come
  /// first, and statements in the order of the case.
  private struct Key: Comparable {
    let first: CivilDay
    let last: CivilDay
    let place: Int

    init(_ date: EDTFDate, _ place: Int) {
      (first, last) = (date.hasOpenStart ? date.latest : date.earliest, date.latest)
      // Entries are numbered downwards from -1.
      self.place = place < 0 ? .min + (-1 - place) : place
    }

    /// The place of its statement; of an entry `-1` less its own.
    var event: Int { place < 0 ? -1 - (place - .min) : place }

    static func < (a: Key, b: Key) -> Bool {
      if a.first != b.first { return a.first < b.first }
      if a.last != b.last { return a.last < b.last }
      return a.place < b.place
    }
  }
}
