import CaseModel
import StateOfPlay
import Testing

/// The weekdays that article 001, of Tuesday 13 May 2025, names without a date.
@Suite struct IstanbulDatesTests {
  private static let published = "2025-05-13"

  /// A statement dated by a weekday of the article: its words, its day, its place in the week.
  @Test(
    arguments: [
      ("rev-24", "Saturday", "2025-05-10", 5), ("rev-25", "Saturday", "2025-05-10", 5),
      ("rev-07", "Sunday", "2025-05-11", 6), ("rev-16", "Sunday", "2025-05-11", 6),
      ("rev-12", "Monday night", "2025-05-12", 0),
    ] as [(Case.Statement.ID, String, String, Int)])
  func aStatementKeepsTheWordsOfItsDay(
    _ id: Case.Statement.ID, _ words: String, _ day: String, _ weekday: Int
  ) throws {
    try IstanbulLine(
      claims: { theCase in
        let provenance = try theCase.provenance(id)
        return try Self.claims(provenance.said, provenance.saidFrom, words, day, weekday)
          + [.init("before publication", day < Self.published)]
      },
      restsOn: [
        ("without its words", { $0.change(id) { $0.date?.text = nil } }),
        ("without its rule", { $0.change(id) { $0.date?.rule = nil } }),
        ("a week later", { $0.change(id) { $0.date?.value = Self.day("2025-05-17") } }),
      ]
    ).expect()
  }

  @Test func theCeasefireWasToBeginOnMonday12May() throws {
    try IstanbulLine(
      claims: { theCase in
        let cell = try theCase.cell("ceasefire-start", "ukraine")
        let demand = theCase.statements.first { $0.id == "rev-10" }
        guard case .issue(_, .value(.date(let date)))? = demand?.about else { return [] }
        return try Self.claims(date.value, date.origin, "Monday", "2025-05-12", 0)
          + [.init("so the positions have it", cell.answers.map(\.answer) == ["12 May 2025"])]
      },
      restsOn: [
        ("without its words", { $0.redate("rev-10") { $0.text = nil } }),
        ("a week later", { $0.redate("rev-10") { $0.value = Self.day("2025-05-19") } }),
      ]
    ).expect()
  }

  /// “Thursday” is ahead of publication, and the talks were held a day later.
  @Test func theTalksWerePlannedForThursday15AndHeldOnFriday16() throws {
    let talks: Case.Meeting.ID = "istanbul-2025-05-16"
    try IstanbulLine(
      claims: { theCase in
        let sitting = delegations(theCase).meetings.first { $0.meeting == talks }
        let events = timeline(theCase).events.filter { $0.id == talks.raw }
        let planned = try Self.claims(
          sitting?.planned, sitting?.plannedFrom, "Thursday", "2025-05-15", 3)
        let held = try Self.claims(sitting?.date, sitting?.dateFrom, "last Friday", "2025-05-16", 4)
        return planned + held + [
          .init("planned ahead of publication", "2025-05-15" > Self.published),
          .init("held", sitting?.status == .held),
          .init("both stand on the timeline", events.map(\.kind) == [.plannedMeeting, .meeting]),
          .init("in order", events.map(\.date.text) == ["2025-05-15", "2025-05-16"]),
        ]
      },
      restsOn: [
        ("without the word Thursday", { $0.remeet(talks) { $0.planned?.text = nil } }),
        ("without the word Friday", { $0.remeet(talks) { $0.date?.text = nil } }),
        ("where nothing was planned", { $0.remeet(talks) { $0.planned = nil } }),
      ]
    ).expect()
  }

  @Test func zelenskyWouldWaitForPutinOnThursday15() throws {
    let leaders: Case.Meeting.ID = "leaders-2025-05-15"
    try IstanbulLine(
      claims: { theCase in
        let sitting = delegations(theCase).meetings.first { $0.meeting == leaders }
        return try Self.claims(
          sitting?.planned, sitting?.plannedFrom, "Thursday", "2025-05-15", 3)
          + [.init("it was not held", sitting?.status == .notHeld && sitting?.date == nil)]
      },
      restsOn: [
        ("without the word Thursday", { $0.remeet(leaders) { $0.planned?.text = nil } }),
        ("where it was held", { $0.remeet(leaders) { $0.status = .held } }),
      ]
    ).expect()
  }

  private static func claims(
    _ date: EDTFDate?, _ origin: String?, _ words: String, _ day: String, _ weekday: Int
  ) throws -> [IstanbulLine.Claim] {
    [
      .init("\(words) is \(day)", date?.text == day),
      .init("that is the weekday it says", date?.earliest.weekday == weekday),
      .init("the words stay", origin?.contains("“\(words)”, ") ?? false),
    ]
  }

  private static func day(_ text: String) -> EDTFDate {
    (try? EDTFDate(text)) ?? EDTFDate(CivilDay(number: 0))
  }
}

extension Case {
  fileprivate mutating func redate(_ id: Statement.ID, _ edit: (inout Dating) -> Void) {
    change(id) { statement in
      guard case .issue(let issue, .value(.date(var date)))? = statement.about else { return }
      edit(&date)
      statement.about = .issue(issue, .value(.date(date)))
    }
  }

  fileprivate mutating func remeet(_ id: Meeting.ID, _ edit: (inout Meeting) -> Void) {
    for position in meetings.indices where meetings[position].id == id { edit(&meetings[position]) }
  }
}
