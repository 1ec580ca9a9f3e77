import CaseModel
import StateOfPlay
import Testing

/// Numbers asked and offered: their order, their gap, what they are worth in another unit, and red
/// lines drawn at them.
extension LedgerTests {
  private func pay(
    _ id: String, _ who: String, _ act: String, _ day: String, _ value: String, _ more: String = ""
  ) -> String {
    "id: \(id), speaker: \(who), act: \(act), date: \(day), about: {issue: pay, value: {quantity: \(value), unit: percent}}\(more)"
  }

  @Test func numbersMoveTowardsEachOtherAndTheGapHasAUnit() throws {
    let lines = [
      pay("u1", "union", "demand", "2031-03-01", "9"),
      pay("c1", "company", "offer", "2031-03-02", "2"),
      pay("c2", "company", "accept", "2031-03-08", "4", ", via: managers"),
      pay("c3", "manager", "offer", "2031-03-10", "4"),
      pay("u2", "union", "demand", "2031-03-12", "7.5"),
    ]
    let views = try Self.views(lines)
    #expect(views.kinds("company") == [[.new], [.softened]])
    #expect(views.kinds("union") == [[.new], [.softened]])
    #expect(
      views.changes.changes.first { $0.party == "company" && $0.kinds == [.softened] }?.announced
        .map(\.statement) == ["c2"])
    let line = views.line("pay")
    #expect(line?.state == .apart && line?.gap == "3.5 percentage points")
    #expect(line?.trajectories.map(\.values.trajectoryWords) == ["9 → 7.5", "2 → 4"])
    #expect(
      line?.trajectories.map(\.values.range) == ["7.5 percent or more", "4 percent or less"])
    #expect(try Self.views(lines, asOf: "2031-03-09").line("pay")?.gap == "7 percentage points")
  }

  @Test func rangesThatMeetAreWithinReachAndTheSameNumberIsAgreed() throws {
    let asks = pay("u", "union", "demand", "2031-03-01", "5, comparator: ≥")
    let offers = pay("c", "company", "offer", "2031-03-02", "6, comparator: ≤")
    let near = try Self.views([asks, offers]).line("pay")
    #expect(near?.state == .withinReach && near?.answers.map(\.title) == ["5 to 6 percent"])
    let exact = try Self.views([asks, offers.replacing("6, comparator: ≤", with: "5")]).line("pay")
    #expect(exact?.state == .withinReach && exact?.answers.map(\.title) == ["5 percent"])
    let same = pay("j", "[union, company]", "accept", "2031-03-09", "5.5")
    let settled = try Self.views([asks, offers, same]).line("pay")
    #expect(settled?.state == .agreed && settled?.gap == nil)
    // What was refused excludes itself and what is worse.
    let refused = pay("x", "union", "reject", "2031-03-05", "6")
    #expect(try Self.views([asks, offers, refused]).line("pay")?.state == .apart)
    // A condition on the number makes it no more certain than the condition.
    let tied = pay(
      "t", "union", "demand", "2031-03-06", "5", ", requires: [{milestone: audit, kind: before}]")
    #expect(try Self.views([tied, offers]).line("pay")?.state == .conditional)
  }

  @Test func aVagueEarlierNumberComesFirstInTheWayAndMakesNothingTheNewest() throws {
    let lines = [
      pay("u1", "union", "demand", "2031-03-01", "9"),
      pay("u2", "union", "demand", "2031-03-12", "7"),
      pay("u0", "union", "demand", "\"2031\"", "12", ", via: manager, told: 2031-03-12"),
    ]
    let views = try Self.views(lines)
    #expect(views.kinds("union") == [[.new], [.softened]])
    let cell = views.positions.rows.first { $0.issue == "pay" }?.cells.first
    #expect(cell?.values?.trajectoryWords == "12 (reported) → 9 → 7")
    #expect(contradictions(try record(lines, with: Self.port)).groups.isEmpty)
  }

  @Test func equivalentsLetTwoUnitsBeCompared() throws {
    let issue = Self.port.replacing(
      "wants: {union: more, company: less}}",
      with:
        "wants: {union: more, company: less}, equivalents: [{is: {quantity: 650, unit: thousand}, of: {quantity: 1, unit: percent}, basis: ana}]}"
    )
    let asks = pay("u", "union", "demand", "2031-03-01", "3")
    let offers =
      "id: c, speaker: company, act: offer, date: 2031-03-02, about: {issue: pay, value: {quantity: 1300, unit: thousand}}"
    let line = try Views(record([asks, offers], with: issue)).line("pay")
    #expect(line?.gap == "1 percentage point")
    let unknown = try Self.views([asks, offers]).line("pay")
    #expect(unknown?.state == .apart && unknown?.gap == nil, "nothing says what it is worth")
  }

  /// Who says “never below 7” and then asks for 9 has hardened its number and kept its line.
  @Test func aRedLineOutlastsTheNumberWhileTheNextOnesLieWithinIt() throws {
    let line = pay("u1", "union", "demand", "2031-03-01", "7, comparator: ≥", ", redLine: true")
    let more = pay("u2", "union", "demand", "2031-03-05", "9")
    let offer = pay("c1", "company", "offer", "2031-03-08", "6")
    let kept = try Self.views([line, more, offer])
    let drawn = try #require(kept.answer("union", "pay", "≥ 7 percent"))
    #expect(drawn.isSuperseded && drawn.isRedLine)
    #expect(kept.positions.rows.first { $0.issue == "pay" }?.cells.first?.isRedLine == true)
    #expect(kept.line("pay")?.redLines.map(\.title) == ["≥ 7 percent"])
    #expect(kept.kinds("union") == [[.new], [.hardened]])
    // A number beyond it crosses it; where that was an offer, until the offer lapses.
    let low = pay("u3", "union", "offer", "2031-03-09", "6", ", until: 2031-03-10")
    func isDrawn(_ day: String) throws -> Bool? {
      try Self.views([line, more, low], asOf: day).answer("union", "pay", "≥ 7 percent")?
        .isRedLine
    }
    #expect(try isDrawn("2031-03-09") == false)
    #expect(try isDrawn("2031-03-12") == true)
    let accepted = pay("u3", "union", "accept", "2031-03-09", "6")
    let given = try Self.views([line, more, offer, accepted])
    #expect(given.answer("union", "pay", "≥ 7 percent")?.isRedLine == false)
    #expect(given.changes.changes.last?.answers.contains(where: \.redLineCrossed) == true)
    #expect(given.line("pay")?.state == .agreed)
  }

  /// Where nobody entered who wants more and who less, a limit that widens is nearer all the same.
  @Test func limitsMoveByWhatTheyTakeInWithoutAWant() throws {
    let issue = Self.port.replacing(", wants: {union: more, company: less}}", with: "}")
    func kinds(_ lines: [String]) throws -> [[ChangesView.Kind]] {
      try Views(record(lines, with: issue)).changes.changes.map(\.kinds)
    }
    let high = pay("u1", "union", "demand", "2031-03-01", "9, comparator: ≥")
    let low = pay("u2", "union", "demand", "2031-03-09", "7, comparator: ≥", ", redLine: true")
    #expect(try kinds([high, low]) == [[.new], [.softened]])
    let back = pay("u3", "union", "demand", "2031-03-19", "8, comparator: ≥")
    #expect(try kinds([high, low, back]).last == [.hardened])
    // Who refused more than 4 and then takes up to 6 has taken its refusal back.
    let refused = pay("c1", "company", "reject", "2031-03-01", "4, comparator: \">\"")
    let taken = pay("c2", "company", "offer", "2031-03-09", "6, comparator: ≤")
    let views = try Views(record([refused, taken], with: issue))
    let cell = views.positions.rows.first { $0.issue == "pay" }?.cells.first {
      $0.party == "company"
    }
    #expect(cell?.answers.filter { !$0.isSuperseded }.map(\.stances) == [[.for]])
    #expect(views.kinds("company").last == [.softened])
  }
}
