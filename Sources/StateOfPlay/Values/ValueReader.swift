internal import CaseModel
internal import Foundations

/// Reads the numbers, dates and sets of one issue: what each party would take, and how it came there.
///
/// A class, as it is kept with every row that is made.
final class ValueReader {
  private let ledger: Ledger
  private let row: Int
  let issue: Case.Issue
  private let units: UnitTable

  init(_ ledger: Ledger, _ row: Int) {
    self.ledger = ledger
    self.row = row
    issue = ledger.table.rows[row].issue
    units = UnitTable(issue, ledger.table.rows[row].answers)
  }

  /// Nil on issues settled by options, and where the party named no value.
  func position(_ party: Int) -> ValuePosition? {
    guard issue.value == .set || issue.isMeasured else { return nil }
    let points = trajectory(party)
    let takesAnything = ledger.steps.numbers[row]?[party]?.anything != nil
    if points.isEmpty, !takesAnything { return nil }
    let name = ledger.table.parties[party]
    let numbers = span(party).flatMap { $0.isOwn ? ledger.steps.numbers[row]?[party] : nil }
    return ValuePosition(
      range: numbers?.taken.flatMap { words($0) ?? (takesAnything ? "any value" : nil) },
      considered: numbers.flatMap { $0.span == $0.taken ? nil : $0.span.flatMap { words($0) } },
      unit: units.unit, wants: issue.wants[name], trajectory: points)
  }

  /// What a party would take; nil where it stands by no number.
  func span(_ party: Int) -> (span: ValueSpan, isOwn: Bool)? {
    guard issue.isMeasured, let numbers = ledger.steps.numbers[row]?[party] else { return nil }
    return numbers.span.map { ($0, numbers.isOwn) }
  }

  /// What is left of a party that names no number and refuses some; nil where that is anything.
  func bound(_ party: Int) -> ValueSpan? { ledger.steps.numbers[row]?[party]?.bound }

  func interval(_ answer: Int) -> NumberInterval? {
    ledger.table.rows[row].answers[answer].value.flatMap { units.interval($0) }
  }

  /// An answer, by its name in the positions, in the words of a range.
  func words(named name: String) -> String? {
    let answers = ledger.table.rows[row]
    return answers.step(named: name, isValue: true).flatMap { answers.place(of: $0) }
      .flatMap { interval($0) }.flatMap { words(ValueSpan($0, nil)) }
  }

  /// Two answers of which a party that names one would take just what it would take of the other.
  func areSame(_ a: Int, _ b: Int, _ want: Case.Issue.Want?) -> Bool {
    if a == b { return true }
    guard let x = interval(a), let y = interval(b) else { return false }
    return ValueSpan(x, want) == ValueSpan(y, want)
  }

  /// What two parties' numbers lie apart, in words, as `35 points`: from the end of what one would take
  /// to the beginning of what the other would.
  func words(ofGap gap: Amount, from end: Int128, to begin: Int128) -> String {
    if issue.value == .date { return period(from: end, to: begin) ?? Self.words(ofDays: gap) }
    if ["percent", "per cent", "%"].contains(units.unit) {
      return "\(gap.words) percentage point" + (gap == Amount(1) ? "" : "s")
    }
    return Quantity(gap, unit: units.unit).words
  }

  /// Where all dates are whole years the years from one to the other, as from 2035 to 2050 it is 15, and
  /// so with months; nil where some date is a day.
  private func period(from end: Int128, to begin: Int128) -> String? {
    let dates = ledger.table.rows[row].answers.compactMap { key -> EDTFDate? in
      if case .date(let date)? = key.value { date.value } else { nil }
    }
    func day(_ end: Int128) -> CivilDay {
      CivilDay(number: Int32(clamping: end / NumberInterval.oneDay))
    }
    let (first, last) = (day(end).civil, day(begin).civil)
    let years = Int(last.year) - Int(first.year)
    if dates.allSatisfy({ $0.isInYears || $0.hasOpenStart || $0.hasOpenEnd }),
      dates.contains(where: \.isInYears), (first.month, first.day) == (12, 31),
      (last.month, last.day) == (1, 1)
    {
      return years.counted("year")
    }
    guard dates.allSatisfy(\.isInMonths) else { return nil }
    return (years * 12 + Int(last.month) - Int(first.month)).counted("month")
  }

  /// `90 days`, `5 years`, `about 3 years`: from the end of one year to the beginning of another is a
  /// number of years that no one counts in days.
  static func words(ofDays gap: Amount) -> String {
    let days = Double(gap.scaled(to: 0))
    let years = (days / 365.2425).rounded()
    guard days >= 365 else { return Quantity(gap, unit: "day").words }
    let isWhole = abs(days - years * 365.2425) < 2
    guard isWhole || days >= 730 else { return Quantity(gap, unit: "day").words }
    return (isWhole ? "" : "about ") + Int(years).counted("year")
  }

  func words(_ span: ValueSpan) -> String? {
    issue.value == .date ? span.wordsOfDays : span.words(units.unit)
  }

  private func spoken(_ party: Int) -> [PartyStatement] {
    ledger.table.rows[row].byParty[party] ?? []
  }

  /// No one knew it by as-of.
  private func isReportedLater(_ one: PartyStatement) -> Bool {
    let filtered = ledger.filtered
    return filtered.lens.asOf != nil
      && filtered.isReportedLater(filtered.theCase.statements[one.position], said: one.said)
  }

  /// Said again, a value makes no new point; where dates overlap, the vaguer comes first. What it said
  /// of others' packages with a condition, or by silence, is no value it named where it named some.
  private func trajectory(_ party: Int) -> [ValuePosition.Point] {
    let spoken = spoken(party)
    let want = issue.wants[ledger.table.parties[party]]
    func isSame(_ a: Int?, _ b: Int) -> Bool { a.map { areSame($0, b, want) } ?? false }
    var found: [(member: Int, answer: Int)] = []
    for (member, one) in spoken.enumerated() {
      guard let base = one.base, base.accepts, !one.isDoubted, !one.isDenied, one.said != nil,
        one.time == .counts, case .one(let answer) = one.answers,
        ledger.table.rows[row].answers[answer].value != nil
      else { continue }
      found.append((member, answer))
    }
    if found.contains(where: { !spoken[$0.member].isFaint }) {
      found.removeAll { spoken[$0.member].isFaint }
    }
    // What it maintains while it takes another is no value to which it came back.
    let all = found
    found.removeAll { one in
      spoken[one.member].saysAgain
        && all.contains { other in
          other.answer != one.answer && !spoken[other.member].saysAgain
            && spoken[other.member].voice == .own
            && spoken[other.member].said == spoken[one.member].said
        }
    }
    found.sort { a, b in
      let (x, y) = (spoken[a.member], spoken[b.member])
      if let p = x.said, let q = y.said {
        if p.placed != q.placed { return p.placed < q.placed }
        if p.ends != q.ends { return p.ends > q.ends }
      }
      return x.voice == y.voice ? a.member < b.member : x.voice < y.voice
    }
    var points: [ValuePosition.Point] = []
    var last: Int?
    // The newest of its own words, said again or not, and the value they gave.
    var own: (answer: Int, said: EDTFDate?)?
    var latest: Int?
    for (member, answer) in found {
      let isOwn = spoken[member].voice == .own
      // What someone of its side says beside its own numbers is no movement.
      if own != nil, spoken[member].voice == .ownSide { continue }
      if isOwn, isSame(own?.answer, answer) {
        // It stands by its number: what others had reported meanwhile was no movement.
        while let before = points.last, before.voice != .own { points.removeLast() }
        (own, last) = ((answer, spoken[member].said), answer)
        if points.last?.isConsidered ?? false, spoken[member].base != .open {
          // It takes now what it had only left open.
          points.append(point(party, member, answer, spoken))
        }
        if let place = points.indices.last, latest.map({ spoken[$0].isLapsed }) ?? false {
          points[place].words = point(party, member, answer, spoken).words
        }
        latest = member
        continue
      }
      if isOwn { (own, latest) = ((answer, spoken[member].said), member) }
      if isSame(last, answer) {
        // What others had reported it says itself now.
        if isOwn, let before = points.last, before.voice != .own {
          points[points.count - 1] = point(party, member, answer, spoken)
        }
        continue
      }
      // What others report of the day of its own words, or of one day, is no movement.
      if !isOwn, let said = spoken[member].said,
        [own?.said, points.last?.said].contains(where: { before in
          before.map { !said.isLater(than: $0) } ?? false
        })
      {
        continue
      }
      last = answer
      points.append(point(party, member, answer, spoken))
    }
    // Values reported since by others only are left out after its last own number.
    if own != nil { while let last = points.last, last.voice != .own { points.removeLast() } }
    // Said again in other words, the last value is given in those of the position: 400, after 400 or more.
    if let own, let latest, let place = points.indices.last, !spoken[latest].isPackage,
      points[place].isConsidered == (spoken[latest].base == .open)
    {
      points[place].words = point(party, latest, own.answer, spoken).words
    }
    return points + back(party, after: latest, last, spoken)
  }

  /// Where the last value no longer holds, the one to which the party thereby came back.
  private func back(
    _ party: Int, after latest: Int?, _ last: Int?, _ spoken: [PartyStatement]
  ) -> [ValuePosition.Point] {
    guard let latest, spoken[latest].isLapsed, let end = spoken[latest].term.date,
      let cell = ledger.cells[row][party]
    else { return [] }
    let want = issue.wants[ledger.table.parties[party]]
    let standing = cell.answers.filter { answer in
      answer.isOwn && answer.isTaken && interval(answer.answer) != nil
    }
    guard standing.count == 1, let answer = standing.first, answer.answer != last,
      !(last.map { areSame($0, answer.answer, want) } ?? false),
      let member = answer.state.deciding.first
    else { return [] }
    var point = point(party, member, answer.answer, spoken)
    point.said = end
    return [point]
  }

  private func point(
    _ party: Int, _ member: Int, _ answer: Int, _ spoken: [PartyStatement]
  ) -> ValuePosition.Point {
    let key = ledger.table.rows[row].answers[answer]
    var point = ValuePosition.Point(
      statement: ledger.filtered.theCase.statements[spoken[member].position].id, words: key.title,
      said: spoken[member].said, voice: spoken[member].voice, act: spoken[member].act,
      isConsidered: spoken[member].base == .open)
    if case .quantity(var quantity)? = key.value {
      (point.low, point.high) = (
        units.converted(quantity.quantity, from: quantity.unit),
        quantity.to.flatMap { units.converted($0, from: quantity.unit) }
      )
      if quantity.unit == nil || quantity.unit == units.unit { quantity.unit = nil }
      point.words = quantity.words
    }
    let isFurther = ledger.issues[row].parties[party]?.isInAddition(answer) ?? false
    let marks = [
      isFurther ? "in addition" : nil,
      spoken[member].voice == .own
        ? nil : isReportedLater(spoken[member]) ? "reported later" : "reported",
      point.isConsidered ? "considered" : nil, whole(spoken[member]),
      spoken[member].isLapsed ? "lapsed" : nil,
    ].compactMap(\.self)
    if !marks.isEmpty { point.words += " (\(marks.joined(separator: ", ")))" }
    return point
  }
}

extension ValueReader {
  /// `in a package`, or of a text `in “The outcome”`; nil of words on the number alone.
  private func whole(_ one: PartyStatement) -> String? {
    guard one.isPackage else { return nil }
    let index = ledger.filtered.index
    guard
      case .draft(let id, _)? = index.ofText(ledger.filtered.theCase.statements[one.position].about)
    else { return "in a package" }
    return index.draft(id)?.title.map { "in “\($0)”" } ?? "in a text"
  }
}

extension EDTFDate {
  /// Whole years, as `2035`.
  fileprivate var isInYears: Bool {
    isInMonths && earliest.civil.month == 1 && latest.civil.month == 12
  }

  /// Whole months, as `2035-06`.
  fileprivate var isInMonths: Bool {
    !hasOpenStart && !hasOpenEnd && earliest.civil.day == 1
      && CivilDay(number: latest.number + 1).civil.day == 1
  }
}
