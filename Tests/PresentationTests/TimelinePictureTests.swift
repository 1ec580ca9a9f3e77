import CaseModel
import Foundation
import Foundations
import StateOfPlay
import Testing

@testable import Presentation

@Suite struct TimelinePictureTests {
  static func event(
    _ date: String, _ kind: TimelineView.Event.Kind, _ id: String, _ title: String
  ) throws -> TimelineView.Event {
    // The view has no public initialiser: it is read as JSON prints it.
    let fields: [String: Any] = [
      "date": date, "kind": kind.rawValue, "id": id, "title": title, "actors": [String](),
      "evidence": [String](), "possiblyLater": false, "reportedLater": false,
    ]
    return try JSONDecoder().decode(
      TimelineView.Event.self, from: JSONSerialization.data(withJSONObject: fields))
  }

  static func view(_ events: [TimelineView.Event]) throws -> TimelineView {
    let empty = Data(#"{"rule": "", "events": [], "undated": 0}"#.utf8)
    var view = try JSONDecoder().decode(TimelineView.self, from: empty)
    view.events = PiecewiseList(events)
    return view
  }

  static func random(seed: Int) throws -> TimelineView {
    var random = SplitMix64(seed: UInt64(seed))
    let events = try (0..<random.int(1...60)).map { index in
      let year = random.pick([1999, 2014, 2022, 2022, 2025, 2025, 2025], else: 2025)
      let month = random.int(10...12)
      let day = random.int(10...28)
      let date = random.pick(
        [
          "\(year)", "\(year)-\(month)", "\(year)-\(month)-\(day)", "\(year)-\(month)-\(day)",
          "\(year)-\(month)-\(day)/\(year)-12-30", "\(year)-\(month)/..", "../\(year)-\(month)",
          "\(year)-23", "\(year)-\(month)~",
        ], else: "2025")
      return try event(
        date, random.pick(TimelineView.Event.Kind.allCases, else: .meeting),
        "e\(random.int(0...index))", random.text(1...12))
    }
    return try view(events)
  }

  static func layout(_ view: TimelineView) throws -> (TimelineLayout, TimelineAxis) {
    let items = TimelineItem.items(view)
    let stretches = TimelineAxis.stretches(of: items.flatMap(\.marks))
    let axis = try #require(TimelineAxis(stretches, left: 104, right: 986))
    return (TimelineLayout(items, axis), axis)
  }

  @Test(arguments: 0..<80)
  func labelsDoNotOverlap(_ seed: Int) throws {
    let (layout, axis) = try Self.layout(Self.random(seed: seed))
    for lane in layout.lanes {
      for (position, placed) in lane.placed.enumerated() where !placed.lines.isEmpty {
        #expect(placed.labelX >= axis.left - 0.01)
        #expect(placed.labelX + placed.labelWidth <= axis.right + 14)
        for other in lane.placed[(position + 1)...]
        where other.row == placed.row && !other.lines.isEmpty {
          #expect(
            !placed.occupied.overlaps(other.occupied),
            "“\(placed.item.label)” and “\(other.item.label)”")
        }
        #expect(placed.height <= lane.rowHeights[placed.row])
      }
    }
  }

  @Test(arguments: 0..<80)
  func sameInputSameBytes(_ seed: Int) throws {
    let view = try Self.random(seed: seed)
    #expect(timelinePicture(view) == timelinePicture(view))
  }

  @Test func theAxisIsCutWhereNothingHappened() throws {
    let (_, axis) = try Self.layout(
      Self.view([
        Self.event("2022-03", .meeting, "a", "first"), Self.event("2022-04", .draft, "b", "text"),
        Self.event("2025-05-15", .plannedMeeting, "c", "second"),
        Self.event("2025-05-16", .meeting, "c", "second"),
      ]))
    #expect(axis.segments.count == 2)
    let (first, second) = (axis.segments[0], axis.segments[1])
    #expect(first.right < second.left)
    #expect(CivilDay(number: Int32(first.first)).iso == "2022-03-01")
    #expect(CivilDay(number: Int32(second.last)).iso == "2025-05-16")
  }

  /// What goes on for years does not hold open the years in which nothing else happens.
  @Test func aLongStretchBridgesNoCut() throws {
    let (layout, axis) = try Self.layout(
      Self.view([
        Self.event("2022-03-29", .meeting, "a", "first"),
        Self.event("2022-03/2025-05", .milestone, "b", "long"),
        Self.event("2022-03/..", .milestone, "d", "endless"),
        Self.event("2025-05-16", .meeting, "c", "second"),
      ]))
    #expect(axis.segments.count == 2)
    let long = try #require(layout.lanes.first?.placed.first { $0.item.label == "long" })
    #expect(long.left < axis.segments[0].right && long.right > axis.segments[1].left)
  }

  /// Days keep their order on the page, across cuts too.
  @Test(arguments: 0..<40)
  func laterIsFurtherRight(_ seed: Int) throws {
    let (_, axis) = try Self.layout(Self.random(seed: seed))
    let days = axis.segments.flatMap { stride(from: $0.first, through: $0.last, by: 3) }
    for (a, b) in zip(days, days.dropFirst()) {
      #expect(axis.x(startOf: a) < axis.x(startOf: b))
      #expect(axis.x(endOf: a) <= axis.x(startOf: b) + 0.001)
    }
  }

  @Test func plannedStandsBesideHeld() throws {
    let view = try Self.view([
      Self.event("2025-05-15", .plannedMeeting, "c", "Talks"),
      Self.event("2025-05-16", .meeting, "c", "Talks"),
    ])
    let items = TimelineItem.items(view)
    #expect(items.count == 1)
    #expect(items.first?.marks.map(\.isAhead) == [true, false])
    #expect(items.first?.label == "Talks")
  }

  @Test func statementsOfOneDateAreOneMark() throws {
    let view = try Self.view([
      Self.event("2025-05-15", .statement, "a", "x"),
      Self.event("2025-05-15", .statement, "b", "y"),
      Self.event("2025-05", .statement, "c", "z"),
    ])
    #expect(TimelineItem.items(view).map(\.label) == ["2", "1"])
  }

  @Test func hostileTitlesAreEscaped() throws {
    let hostile = "</title><script>alert(1)</script>\" onload=\"x"
    let picture = try #require(
      timelinePicture(Self.view([Self.event("2025-05-15", .meeting, hostile, hostile)])))
    #expect(!picture.standalone.contains("<script"))
    #expect(!picture.standalone.contains("\" onload"))
  }

  @Test func nothingDatedNothingDrawn() throws {
    #expect(timelinePicture(try Self.view([])) == nil)
  }

  /// Years far away and open ends are drawn too.
  @Test(arguments: ["Y170002", "-0044-03-15", "2025-05/..", "../2025-05", "202X", "2022-23"])
  func anyDate(_ date: String) throws {
    let picture = try #require(
      timelinePicture(Self.view([Self.event(date, .milestone, "a", "far away")])))
    #expect(picture.body.text.contains("far away"))
    #expect(picture.height > 0)
  }
}
