/// When a statement repeats an earlier one and is left out: the same actor takes the same stance on
/// the same concept again within …
///
/// The first by date remains. Undated statements are compared with one another alone, except within
/// documents and across the range.
public enum DuplicateRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// Nothing is left out.
  case keep
  /// … the same document.
  case document
  /// … the same week of the same year, by ISO 8601.
  case week
  /// … the same month of the same year.
  case month
  /// … the same year.
  case year
  /// … everything selected.
  case range
}

/// For each position, the last one before it that it repeats, −1 for none.
///
/// Within a window a statement repeats another if that one is in the window too, so that one list
/// serves all windows: windows are contiguous in order of date.
struct Repetition: Sendable {
  let previous: [Int32]

  /// - Complexity: O(n + slots), and O(n) more to number the periods
  init(_ table: StatementTable, _ rule: DuplicateRule, _ departures: Set<Departure>) {
    var previous = [Int32](repeating: -1, count: table.count)
    guard rule != .keep else {
      self.previous = previous
      return
    }
    let (period, periods) = table.periods(rule, departures)
    let (group, groups) =
      departures.contains(.duplicatesIgnoreStance) ? table.cellOfPosition : table.slotOfPosition
    var order = stableOrder(Array(0..<Int32(table.count)), by: period, bound: periods)
    order = stableOrder(order, by: group, bound: groups)
    for (earlier, later) in zip(order, order.dropFirst())
    where group[Int(earlier)] == group[Int(later)] && period[Int(earlier)] == period[Int(later)] {
      previous[Int(later)] = earlier
    }
    self.previous = previous
  }
}

extension StatementTable {
  fileprivate var slotOfPosition: ([Int32], Int) { (slot, slotActor.count) }

  /// By position, the pair of actor and concept.
  fileprivate var cellOfPosition: ([Int32], Int) {
    var cell = [Int32](repeating: 0, count: slotActor.count)
    for slot in slotActor.indices.dropFirst() {
      let isSame =
        slotActor[slot] == slotActor[slot - 1] && slotConcept[slot] == slotConcept[slot - 1]
      cell[slot] = cell[slot - 1] + (isSame ? 0 : 1)
    }
    return (slot.map { cell[Int($0)] }, Int(cell.last ?? -1) + 1)
  }

  /// By position, the number of the document or period that counts for `rule`.
  fileprivate func periods(_ rule: DuplicateRule, _ departures: Set<Departure>) -> ([Int32], Int) {
    switch rule {
    case .document: return (document, documentCount)
    case .keep, .range: return ([Int32](repeating: 0, count: count), 1)
    case .week, .month, .year: break
    }
    let isWithoutYear = departures.contains(.periodWithoutYear)
    var numbers: [Int: Int32] = [:]
    var period = [Int32](repeating: 0, count: count)
    var last: (day: Int32, number: Int32)?
    for position in 0..<dated {
      if let last, last.day == day[position] {
        period[position] = last.number
        continue
      }
      let name = Self.name(ofPeriod: rule, day: Int(day[position]), isWithoutYear)
      let number = numbers[name, default: Int32(numbers.count)]
      numbers[name] = number
      period[position] = number
      last = (day[position], number)
    }
    for position in dated..<count { period[position] = Int32(numbers.count) }
    return (period, numbers.count + 1)
  }

  fileprivate static func name(ofPeriod rule: DuplicateRule, day: Int, _ isWithoutYear: Bool) -> Int
  {
    switch rule {
    case .week: return isWithoutYear ? CalendarDay.isoWeek(of: day) : CalendarDay.monday(of: day)
    case .month:
      let date = CalendarDay(number: day)
      return isWithoutYear ? date.month : date.year * 12 + date.month
    case .year: return CalendarDay(number: day).year
    case .keep, .document, .range: return 0
    }
  }
}
