import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay
import Testing

/// How the brief words what a conference is made of: first statements, leaks, packages, parties that are
/// silent.
@Suite struct ConferenceBriefTests {
  private static let base = """
    dragoman: 1
    case: {id: sea, title: The conference on the sea, parties: [south, isles, union]}
    actors:
      - {id: south, name: The South, kind: group}
      - {id: isles, name: The Isles, kind: state}
      - {id: union, name: The Union, kind: organisation}
      - {id: cape, name: The Cape, kind: state, partOf: union}
      - {id: note, name: A note (author not named), kind: unnamed}
      - {id: paper, name: The Paper, kind: outlet}
    sources:
      - {id: p, publisher: paper, title: The Paper, published: 2040-03-03, text: {withheld: true, length: 400, sha256: 2d7064038cfaeb690d807d1c657e38df82399e05818c608ed738a0dc517bc398}}
    issues:
      - {id: fund, title: The fund, kind: negotiable, value: quantity, unit: billion, wants: {south: more, isles: more, union: less}}
      - {id: season, title: The season, kind: negotiable, options: [{id: long, title: Six months}, {id: short, title: Three months}]}
    drafts:
      - id: text
        title: The text
        date: 2040-04-01
        by: south
        to: union
        status: [{level: tabled, date: 2040-04-01}]
        clauses: [{id: a, about: {issue: season, option: long}, status: proposed, basis: me}, {id: b, about: {issue: fund, value: {quantity: 500, unit: billion}}, status: proposed, basis: me}]
        basis: me
    analysts: [{id: me, name: Me}]
    statements:

    """

  private func frame(
    _ statements: [String], _ change: (inout Lens) -> Void = { _ in }
  ) throws -> (ViewContext, Case, Lens) {
    let lines = statements.map { "  - {source: p, quote: {start: 0, end: 8}, gist: words, \($0)}" }
    let file = Self.base + lines.joined(separator: "\n") + "\n"
    let theCase = try CaseReader.read(Array(file.utf8), as: .yaml).theCase
    var lens = Lens()
    lens.asOf = try EDTFDate("2040-05-01")
    change(&lens)
    return (ViewContext(theCase, lens, caseHash: "h", version: "test"), theCase, lens)
  }

  private func brief(
    _ statements: [String], _ change: (inout Lens) -> Void = { _ in }
  ) throws -> String {
    let (frame, theCase, lens) = try frame(statements, change)
    let brief = try Brief(theCase, lens, texts: CaseTexts())
    return plain(brief.document(in: frame))
  }

  private func plain(_ document: Document) -> String {
    TextFace(width: 400).render(document).replacing("\n", with: " ").split(separator: " ")
      .joined(separator: " ")
  }

  private let asked =
    "id: a, speaker: south, act: demand, date: 2040-03-01, about: {issue: season, option: long}"
  private static let offered =
    "id: u, speaker: union, act: offer, date: 2040-03-01, about: {issue: fund, value: {quantity: 200, unit: billion}}"

  @Test func firstStatementsAreNoChanges() throws {
    let shown = try brief([asked])
    #expect(shown.contains("Latest statements") && !shown.contains("Latest changes"))
    #expect(shown.contains("On no issue have two parties stated a position yet."))
    #expect(!shown.contains("No issue to be settled is on record."))
  }

  /// Of one day numbers that moved come first, and what one act moves is one line.
  @Test(arguments: [
    (
      [
        "id: a, speaker: south, act: demand, date: 2040-03-01, about: {issue: fund, value: {quantity: 400, unit: billion}}",
        "id: b, speaker: south, act: demand, date: 2040-03-01, about: {issue: season, option: long}",
        "id: c, speaker: isles, act: demand, date: 2040-03-01, about: {issue: season, option: short}",
        "id: d, speaker: south, act: demand, date: 2040-04-02, about: {issue: fund, value: {quantity: 300, unit: billion}}",
        "id: e, speaker: south, act: accept, date: 2040-04-02, about: {issue: season, option: short}",
      ],
      "The South on “The fund” (400 → 300 billion), softened: words [d] "
        + "2 April 2040: The South on “The season”, softened: words [e]"
    ),
    (
      [
        offered,
        "id: b, speaker: union, act: demand, date: 2040-03-01, about: {issue: season, option: short}",
        "id: c, speaker: south, act: propose, date: 2040-04-01, about: {draft: text}",
        "id: d, speaker: union, act: accept, date: 2040-04-02, about: {draft: text}",
      ],
      "The Union on “The fund” (200 → 500 billion), softened; "
        + "and “The season”, softened: words [d]"
    ),
  ]) func latestChangesOfOneDay(_ statements: [String], _ lines: String) throws {
    #expect(try brief(statements).contains("Latest changes 2 April 2040: \(lines)"))
  }

  @Test func whatOneSideAsksForIsNotAgreed() throws {
    let shown = try brief([
      asked,
      "id: b, speaker: isles, act: demand, date: 2040-03-01, about: {issue: season, option: long}",
    ])
    #expect(shown.contains("asked for by the South and the Isles: Six months"))
    #expect(shown.contains("no statement from the Union"))
    let given = try brief([
      asked,
      "id: b, speaker: isles, act: accept, date: 2040-03-01, about: {issue: season, option: long}",
    ])
    #expect(given.contains("agreed among those who have spoken: Six months"))
  }

  @Test func aLeakAndItsDenialAreOnTheFirstPage() throws {
    let leak =
      "id: l, speaker: union, via: note, act: offer, date: 2040-03-09, about: {issue: fund, value: {quantity: 300, unit: billion}}"
    let denial = "id: d, speaker: union, act: deny, date: 2040-03-10, about: {statement: l}"
    let shown = try brief([Self.offered, leak, denial])
    #expect(shown.contains("The fund, the Union: a report of its position is denied"))
    #expect(!shown.contains("Nothing on record is overdue, failed or in dispute."))
  }

  @Test func aMembersDissentIsNamedWithinItsParty() throws {
    let dissent =
      "id: c, speaker: cape, act: reject, date: 2040-03-02, about: {issue: fund, value: {quantity: 200, comparator: \">\", unit: billion}}"
    #expect(
      try brief([Self.offered, dissent]).contains(
        "Within the Union: The Cape on “The fund” ✗ > 200 billion [c]"))
  }

  @Test func aChangeByATextNamesTheNewAnswer() throws {
    let short =
      "id: s, speaker: union, act: demand, date: 2040-03-01, about: {issue: season, option: short}"
    let joins = "id: j, speaker: union, act: accept, date: 2040-04-02, about: {draft: text}"
    #expect(try brief([short, joins]).contains("now: ✓ Six months (as part of “The text”)"))
  }

  @Test func theLastOfferKeepsToTheIssueAskedFor() throws {
    let tabled = "id: t, speaker: south, act: propose, date: 2040-04-01, about: {draft: text}"
    let shown = try brief([tabled]) { $0.issues = ["season"] }
    let offer = try #require(shown.firstRange(of: "The last offer"))
    let words = shown[offer.upperBound...].prefix(200)
    #expect(words.contains("The season: Six months") && !words.contains("500 billion"))
    #expect(!shown.contains(" . "))
  }

  @Test func anActorThatIsNoPartyIsSaidToBeNone() throws {
    let (frame, theCase, lens) = try frame([asked]) { $0.parties = ["cape"] }
    let shown = plain(frame.document(positions(theCase, lens), detail: false))
    #expect(shown.contains("The Cape is no party of this case"))
    #expect(!shown.contains("0 parties"))
  }
}
