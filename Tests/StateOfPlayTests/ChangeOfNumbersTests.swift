import CaseModel
import StateOfPlay
import Testing

/// Which way a party moved from one number, date or stance to the next, on a toll bridge.
@Suite struct ChangeOfNumbersTests {
  private func last(
    _ lines: [String], of party: Case.Actor.ID = "shore"
  ) throws -> [ChangesView.Kind] {
    let view = try changes(Bridge.record(lines))
    return try #require(view.changes.last { $0.party == party }).kinds
  }

  private static let ask =
    "id: ask, speaker: hill, act: demand, date: 2051-02-01, \(Bridge.coins("16"))"

  @Test func aNumberGivenWithinOnesOwnRangeIsNoHardening() throws {
    let range =
      "id: range, speaker: shore, act: accept, date: 2051-02-20, about: {issue: toll, value: {quantity: 9, to: 12, unit: coin}}"
    let within = "id: within, speaker: shore, act: accept, date: 2051-03-18, \(Bridge.coins("11"))"
    #expect(try last([Self.ask, range, within]) == [.reaffirmed])
    // Below the range, or demanded, it is.
    #expect(
      try last([Self.ask, range, within.replacing("quantity: 11", with: "quantity: 8")]) == [
        .hardened
      ])
    #expect(
      try last([Self.ask, range, within.replacing("act: accept", with: "act: demand")]) == [
        .hardened
      ])
  }

  /// "A number that the party says by itself is measured against the last that it said by itself, and not
  /// against that of a package or text which it has taken meanwhile and which is still open."
  @Test func itsOwnNumberIsMeasuredAgainstItsOwn() throws {
    let own = "id: own, speaker: shore, act: demand, date: 2051-02-02, \(Bridge.coins("6"))"
    let package =
      "about: {together: [{issue: toll, value: {quantity: 14, unit: coin}}, {issue: lamps, option: lit}]}"
    let offer = "id: offer, speaker: hill, act: offer, date: 2051-02-10, \(package)"
    let yes =
      "id: yes, speaker: shore, act: accept, date: 2051-02-12, \(package), requires: [{issue: lamps, option: dark, kind: before}]"
    let taken = yes.replacing(", requires: [{issue: lamps, option: dark, kind: before}]", with: "")
      .replacing("speaker: shore", with: "speaker: shore, to: [hill]")
    let next = "id: next, speaker: shore, act: offer, date: 2051-03-01, \(Bridge.coins("8"))"
    let wants = try changes(Bridge.record([Self.ask, own, next]))
    #expect(wants.changes.last?.kinds == [.softened])
    let puts = offer.replacing("id: offer, speaker: hill", with: "id: puts, speaker: shore")
    for words in [[offer, yes], [puts]] {
      let view = try changes(Bridge.record([Self.ask, own] + words + [next]))
      let last = try #require(view.changes.last { $0.party == "shore" && $0.issue == "toll" })
      #expect(last.kinds == [.softened], "\(words)")
      #expect(last.before.map(\.statement) == ["own"])
      #expect(!last.answers.contains { $0.title.hasPrefix("14") })
    }
    // What all have accepted is its number.
    let concluded = try changes(Bridge.record([Self.ask, own, offer, taken, next]))
    #expect(
      concluded.changes.last { $0.party == "shore" && $0.issue == "toll" }?.kinds.contains(
        .hardened)
        ?? false)
  }

  @Test func toGiveUpNotBeforeForByIsSofter() throws {
    let late =
      "id: late, speaker: shore, act: demand, date: 2051-02-16, about: {issue: opening, value: {date: 2056-01-01/..}}"
    let early =
      "id: early, speaker: shore, act: concede, date: 2051-03-21, about: {issue: opening, value: {date: ../2053-12-31}}"
    #expect(try last([late, early]) == [.softened])
    let back =
      "id: back, speaker: shore, act: demand, date: 2051-04-21, about: {issue: opening, value: {date: 2056-01-01/..}}"
    #expect(try last([late, early, back]) == [.hardened])
  }

  @Test func aNumberNearerTheOtherWithANewConditionIsMixed() throws {
    let low = "id: low, speaker: shore, act: offer, date: 2051-02-20, \(Bridge.coins("9"))"
    let condition = ", requires: [{issue: lamps, option: dark, kind: exchange}]"
    let more =
      "id: more, speaker: shore, act: offer, date: 2051-03-11, \(Bridge.coins("11"))" + condition
    #expect(try last([Self.ask, low, more]) == [.mixed])
    // The same condition as before costs nothing more.
    #expect(try last([Self.ask, low + condition, more]) == [.softened])
    // Without the one it had before it is softer in both.
    let plain = "id: plain, speaker: shore, act: offer, date: 2051-03-11, \(Bridge.coins("11"))"
    #expect(try last([Self.ask, low + condition, plain]) == [.softened])
  }

  @Test func toLeaveOpenWhatOneHadRefusedIsSofterAndReversesNothing() throws {
    let no =
      "id: no, speaker: shore, act: reject, date: 2051-02-20, about: {issue: lamps, option: lit}"
    let open =
      "id: open, speaker: shore, act: state, date: 2051-03-20, about: {issue: lamps, option: lit}, stance: open"
    let again = no.replacing("id: no", with: "id: again").replacing(
      "2051-02-20", with: "2051-04-20")
    #expect(try last([no, open]) == [.softened])
    #expect(try last([no, open, again]) == [.hardened])
    let yes =
      "id: yes, speaker: shore, act: accept, date: 2051-03-20, about: {issue: lamps, option: lit}"
    #expect(try last([no, yes]).contains(.reversed))
    #expect(try last([no, yes, again]).contains(.reversed))
  }
}
