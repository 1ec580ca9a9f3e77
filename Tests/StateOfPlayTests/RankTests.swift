import CaseModel
import StateOfPlay
import Testing

/// Who outranks whom among the latest statements.
@Suite struct RankTests {
  /// Of two statements on one day the first must decide, in either order in the file.
  private func decides(
    _ better: String, over worse: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let day = "act: accept, date: 2025-05-01"
    for order in [
      ["id: a, \(better)", "id: b, \(worse)"], ["id: b, \(worse)", "id: a, \(better)"],
    ] {
      let one = try cell(record(order.map { "\($0), \(day)" }))
      #expect(one["shared"]?.decidedBy == ["a"], sourceLocation: sourceLocation)
      #expect(one.role("b") == .outranked, sourceLocation: sourceLocation)
    }
  }

  @Test func quotedOutranksAscribed() throws {
    try decides("verbatim: true", over: "verbatim: false")
  }

  @Test func ascribedOutranksWhatAThirdActorTells() throws {
    try decides("verbatim: false", over: "via: west")
  }

  @Test func whatAThirdActorTellsOutranksAnotherParty() throws {
    try decides("via: west", over: "via: south")
  }

  @Test func directnessGoesBeforeCredibility() throws {
    try decides("verbatim: true, credibility: 3", over: "credibility: 1")
    try decides("credibility: 3", over: "via: west, credibility: 1")
    // A bad grade lowers a statement by one voice.
    try decides("credibility: 1", over: "verbatim: true, credibility: 4")
    try decides("verbatim: false", over: "verbatim: true, hedge: reportedly")
  }

  @Test func betterCredibilityGoesFirstAmongEquallyDirect() throws {
    try decides("credibility: 1", over: "credibility: 2")
    try decides("credibility: 3", over: "credibility: 4")
  }

  @Test func credibilitySixIsNoGradeAndWorseThanAny() throws {
    try decides("credibility: 3", over: "credibility: 6")
    try decides("credibility: 3", over: "verbatim: false")
  }

  @Test func sixAndNoneAreEqual() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, credibility: 6",
        "id: b, act: accept, date: 2025-05-01",
      ]))
    #expect(one["shared"]?.decidedBy == ["a", "b"])
  }

  @Test func timeGoesBeforeDirectness() throws {
    let one = try cell(
      record([
        "id: quoted, act: accept, date: 2025-05-01, verbatim: true",
        "id: ascribed, act: reject, date: 2025-05-02",
      ]))
    #expect(one["shared"]?.decidedBy == ["ascribed"])
  }

  @Test func whatWasOutrankedIsKeptAndShown() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, verbatim: true",
        "id: b, act: reject, date: 2025-05-01",
      ]))
    #expect(one.statements.map(\.statement) == ["a", "b"])
    #expect(one.statements.map(\.role) == [.decides, .outranked])
    #expect(one.statements.map(\.stance) == [.for, .against])
    #expect(!one.isDivided)
  }

  @Test func aCellShowsTheDirectnessAndDepthOfWhatDecides() throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01, verbatim: true",
        "id: b, act: accept, date: 2025-05-01, via: south",
      ]))
    #expect(one.directness == .quoted)
    #expect(one.depth == 1)
  }
}
