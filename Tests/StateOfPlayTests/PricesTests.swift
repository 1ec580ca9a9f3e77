import CaseModel
import Networks
import StateOfPlay
import Testing

/// What a party asks for what it gives: posts in a police force for the end of a guard.
@Suite struct PricesTests {
  private let sections = """
    issues:
      - {id: end, title: The end of the guard, kind: negotiable, options: [{id: done, title: It is dissolved, takenBy: [south]}]}
      - {id: posts, title: Posts, kind: negotiable, value: quantity, unit: post, wants: {north: less, south: more}}
      - {id: renewal, title: The renewal, kind: negotiable, value: date, wants: {north: less, south: more}}
    milestones: [{id: released, title: The prisoners are free}]
    """

  private func offer(_ id: String, _ day: Int, _ posts: Int, _ more: String = "") -> String {
    "id: \(id), speaker: south, act: offer, date: 2025-11-\(day), about: {issue: end, option: done}\(more), requires: [{issue: posts, value: {quantity: \(posts), comparator: ≥, unit: post}, kind: exchange}]"
  }

  private func kinds(_ lines: [String]) throws -> [ChangesView.Kind] {
    try changes(record(lines, with: sections)).changes.last?.kinds ?? []
  }

  @Test func aLowerPriceIsSofterAndAHigherOneHarder() throws {
    #expect(try kinds([offer("a", 10, 40), offer("b", 18, 30, ", drops: a")]) == [.softened])
    #expect(try kinds([offer("a", 10, 30), offer("b", 18, 40, ", drops: a")]) == [.hardened])
  }

  @Test func aFurtherDemandIsHarderStill() throws {
    let both = offer("b", 18, 30, ", drops: a").replacing(
      "requires: [", with: "requires: [{milestone: released, kind: before}, ")
    #expect(try kinds([offer("a", 10, 40), both]) == [.mixed])
  }

  @Test func aLowerNumberOfItsOwnIsSaidWithTheCondition() throws {
    let lower =
      "id: c, speaker: south, act: concede, date: 2025-11-18, about: {issue: posts, value: {quantity: 30, unit: post}}"
    func sentence(_ lines: [String]) throws -> String {
      try preconditions(record(lines, with: sections)).edges.first?.sentence ?? ""
    }
    #expect(
      try sentence([offer("a", 10, 40), lower])
        .hasSuffix(", though it has since named “Posts: 30 posts” (18 November 2025)"))
    // Said before the condition was set, or of as much, it tells nothing.
    #expect(try !sentence([offer("a", 20, 40), lower]).contains("though"))
    let more = lower.replacing("quantity: 30", with: "quantity: 50")
    #expect(try !sentence([offer("a", 10, 40), more]).contains("though"))
  }

  // MARK: On the issue as a whole

  private let first =
    "id: a, speaker: north, act: condition, stance: open, date: 2025-11-07, about: {issue: renewal}, requires: [{milestone: released, kind: before}]"

  @Test func toNameANumberWithoutWhatWasAskedForTheWholeIsSofter() throws {
    let plain =
      "id: b, speaker: north, act: offer, date: 2025-11-17, about: {issue: renewal, value: {date: 2026-03-31}}"
    let found = try changes(record([first, plain], with: sections)).changes
    let change = try #require(found.last)
    #expect(found.count == 1)
    #expect(change.kinds == [.softened])
    #expect(!change.isFirst)
    #expect(change.before.map(\.statement) == ["a"])
    #expect(change.answers.flatMap(\.requirementsDropped).count == 1)
    // The number alone is the first word.
    let alone = try changes(record([plain], with: sections)).changes
    #expect(alone.map(\.isFirst) == [true])
    // Another's condition is not its own.
    let others = first.replacing("speaker: north", with: "speaker: south")
    #expect(
      try changes(record([others, plain], with: sections)).changes.last { $0.party == "north" }?
        .isFirst == true)
  }

  @Test func aDemandLeavesWhatWasAskedForTheWhole() throws {
    let demand =
      "id: b, speaker: north, act: demand, date: 2025-11-17, about: {issue: renewal, value: {date: 2026-03-31}}"
    let change = try #require(try changes(record([first, demand], with: sections)).changes.last)
    #expect(!change.kinds.contains(.softened))
    #expect(!change.isFirst)
  }

  // MARK: Answers to the parts of a text

  private func answer(_ line: String, of party: Case.Actor.ID) throws -> [OffersView.PartAnswer] {
    let draft = """

      drafts: [{id: plan, title: The plan, date: 2025-10-29, by: west, to: [north, south], status: [{level: tabled, date: 2025-10-29}], clauses: [{id: a, title: End, about: {issue: end, option: done}, status: proposed, evidence: [s]}, {id: b, title: Renewal, about: {issue: renewal, value: {date: 2026-06-30}}, status: proposed, evidence: [s]}], evidence: [s]}]
      """
    let tabled = "id: s, speaker: west, act: propose, date: 2025-10-29, about: {draft: plan}"
    let theCase = try record([tabled, line], with: sections + draft)
    return offers(theCase).offers.first?.answers.first { $0.party == party }?.onParts ?? []
  }

  @Test func aYesToAPartWithAConditionIsShownAsThat() throws {
    #expect(try answer(offer("a", 10, 40), of: "south").map(\.stance) == [.forIf])
    let plain =
      "id: a, speaker: south, act: accept, date: 2025-11-10, about: {issue: end, option: done}"
    #expect(try answer(plain, of: "south").map(\.stance) == [.for])
  }

  @Test func aNumberThatRulesTheOfferedOneOutIsAgainstIt() throws {
    let counter =
      "id: c, speaker: north, act: offer, redLine: true, date: 2025-11-17, about: {issue: renewal, value: {date: 2026-03-31}}"
    let found = try answer(counter, of: "north")
    #expect(found.map(\.stance) == [.for, .against])
    #expect(found.last?.title == "The renewal: 30 June 2026")
    #expect(found.last?.statements == ["c"])
    // Who wants it late is content with a later day than it names.
    let content = counter.replacing("speaker: north", with: "speaker: south")
    #expect(try answer(content, of: "south").map(\.stance) == [.for])
  }

  // MARK: Networks

  @Test func numbersThatExcludeEachOtherAreAConflict() throws {
    func number(_ id: String, _ who: String, _ day: Int, _ posts: Int) -> String {
      "id: \(id), speaker: \(who), act: propose, date: 2025-11-\(day), about: {issue: posts, value: {quantity: \(posts), unit: post}}"
    }
    func tie(_ lines: [String]) throws -> NetworksView.Tie? {
      var questions = NetworkQuestions()
      questions.draws = 20
      return try networks(record(lines, with: sections), Lens(), asking: questions)
        .tie("north", "south")
    }
    let apart = try tie([number("a", "south", 10, 40), number("b", "north", 12, 20)])
    #expect(apart?.conflict == 1)
    #expect(apart?.congruence == 0)
    // Named by a third too, it is still one word of North's against it.
    var all = NetworkQuestions()
    (all.draws, all.duplicates) = (20, .keep)
    let three = [
      number("a", "south", 10, 40), number("c", "west", 11, 40), number("b", "north", 12, 20),
    ]
    let found = try networks(record(three, with: sections), Lens(), asking: all)
    #expect(found.tie("north", "south")?.conflict == 1)
    // South would take more, and North less.
    #expect(try tie([number("a", "south", 10, 20), number("b", "north", 12, 40)]) == nil)
    // Of each its last number alone.
    let nearer = try tie([
      number("a", "south", 10, 40), number("b", "north", 12, 20), number("c", "south", 14, 15),
    ])
    #expect(nearer == nil)
  }
}
