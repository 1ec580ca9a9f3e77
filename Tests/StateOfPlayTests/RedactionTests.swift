import CaseModel
import Foundation
import Foundations
import StateOfPlay
import Testing

/// `--redact` leaves confidential entries, and whatever rests on them alone, out of every output.
@Suite struct RedactionTests {
  private static let marker = "zzsecret"

  /// The JSON of every view of the case as the lens leaves it, in one text.
  private func everyView(_ theCase: Case, _ lens: Lens = .redacted) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let texts = CaseTexts(
      Dictionary(
        uniqueKeysWithValues: theCase.sources.map {
          ($0.id, TextState.loaded(SourceText("\(Self.marker) in \($0.title)")))
        }))
    var parts = [
      try encoder.encode(positions(theCase, lens)), try encoder.encode(commitments(theCase, lens)),
      try encoder.encode(delegations(theCase, lens)), try encoder.encode(timeline(theCase, lens)),
    ]
    // Texts of open sources are open; those of confidential ones must not be searched.
    parts.append(try encoder.encode(sources(theCase, lens, texts: texts)))
    parts.append(try encoder.encode(search(theCase, lens, for: "words", texts: texts).hits))
    let ids = Set(
      theCase.actors.map(\.id.raw) + theCase.issues.map(\.id.raw) + theCase.sources.map(\.id.raw)
        + theCase.meetings.map(\.id.raw) + theCase.statements.map(\.id.raw)
        + theCase.commitments.map(\.id.raw) + theCase.constraints.map(\.id.raw)
        + theCase.drafts.map(\.id.raw) + theCase.milestones.map(\.id.raw)
        + theCase.interests.map(\.id.raw))
    for id in ids.sorted() {
      parts.append(try encoder.encode(entries(theCase, lens, id: id, texts: CaseTexts())))
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  /// Each makes one entry confidential that the rest of the case leans on in every way it can.
  static let secrets: [String] = [
    "actors", "issues", "sources", "meetings", "milestones", "statements", "commitments",
    "constraints", "drafts", "interests", "notes",
  ]

  private func theCase(confidential section: String) throws -> Case {
    let s = Self.marker
    func mark(_ name: String) -> String { section == name ? ", confidential: true" : "" }
    return try read(
      """
      case: {id: v, title: V, parties: [north, south, \(s)-actor], consent: [south, \(s)-actor]}
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: \(s)-actor, name: \(s) actor, kind: person\(mark("actors"))}
        - {id: envoy, name: E, kind: person, partOf: \(s)-actor, speaksFor: [{actor: north}, {actor: \(s)-actor}],
           offices: [{title: \(s) office, of: \(s)-actor}, {title: Envoy, of: north}]}
      issues:
        - {id: water, title: Water, kind: negotiable, parties: [north, \(s)-actor], members: [{id: hill}],
           options: [{id: shared, title: S, takenBy: [\(s)-actor]}], wants: {north: more, \(s)-actor: less},
           consent: \(s)-actor, ended: {how: moot, evidence: [\(s)-statement]},
           equivalents: [{is: {quantity: 1, unit: a}, of: {quantity: 2, unit: b}, evidence: [\(s)-statement]}]}
        - {id: \(s)-issue, title: \(s) issue, kind: negotiable, options: [{id: yes, title: Y}]\(mark("issues"))}
      sources:
        - {id: paper, publisher: \(s)-actor, author: [\(s)-actor], title: P, published: 2025-06-01, text: \(withheld)}
        - {id: \(s)-source, title: \(s) source, text: \(withheld)\(mark("sources"))}
        - {id: later, title: Later, replaces: \(s)-source, text: \(withheld)}
      meetings:
        - {id: talks, kind: talks, status: held, date: 2025-05-01, host: [\(s)-actor], basis: ana, delegations: [
            {party: \(s)-actor, members: [{actor: envoy}]},
            {party: north, absent: [\(s)-actor], members: [{actor: \(s)-actor, evidence: [\(s)-statement]}, {actor: envoy}]}]}
        - {id: \(s)-meeting, kind: talks, title: \(s) meeting, status: held, date: 2025-05-02, basis: ana\(mark("meetings"))}
      milestones:
        - {id: vote, title: Vote, kind: vote, by: [\(s)-actor], enteredBy: ana, lost: {date: 2025-05, evidence: [\(s)-statement]}, basis: ana}
        - {id: dam, title: Dam, reached: {date: 2025, evidence: [\(s)-statement]}, sameAs: [{milestone: \(s)-milestone, by: ana}]}
        - {id: \(s)-milestone, title: \(s) milestone\(mark("milestones"))}
      interests:
        - {id: peace, actor: \(s)-actor, title: Peace of \(s)-actor, basis: ana}
        - {id: \(s)-interest, actor: north, title: \(s) interest, basis: ana\(mark("interests"))}
      statements:
        - {id: \(s)-statement, source: paper, quote: {start: 0, end: 1, exact: \(s)}, gist: \(s) gist, speaker: north,
           act: accept, about: {issue: water, option: shared}\(mark("statements"))}
        - {id: m, source: paper, quote: {start: 0, end: 1}, gist: m, speaker: north, act: offer, drops: [\(s)-statement],
           about: {together: [{issue: water, option: shared}, {issue: \(s)-issue, option: yes}]}}
        - {id: n, source: paper, quote: {start: 0, end: 1}, gist: n, speaker: north, act: reject, about: {requirement: \(s)-statement}}
        - {id: o, source: paper, quote: {start: 0, end: 1}, gist: o, speaker: north, act: withdraw, drops: \(s)-statement, about: {issue: water, option: shared}}
        - {id: p, source: paper, quote: {start: 0, end: 1}, gist: p, speaker: north, act: offer, about: {issue: water, option: shared},
           requires: [{draft: \(s)-draft, kind: exchange, giver: \(s)-actor}]}
        - {id: a, source: \(s)-source, quote: {start: 0, end: 1}, gist: a \(s), speaker: north, act: accept, about: {issue: water}}
        - {id: b, source: paper, quote: {start: 0, end: 1}, gist: b, speaker: [north, \(s)-actor], to: \(s)-actor, act: accept, about: {issue: water, option: shared}}
        - {id: c, source: paper, quote: {start: 0, end: 1}, gist: c \(s)-issue, speaker: north, act: accept, about: {issue: \(s)-issue, option: yes}}
        - {id: d, source: paper, quote: {start: 0, end: 1}, gist: d, speaker: north, at: \(s)-meeting, act: accept, about: {issue: water, option: shared}}
        - {id: e, source: paper, quote: {start: 0, end: 1}, gist: e, speaker: north, act: condition, about: {issue: water, option: shared}, requires: [{milestone: \(s)-milestone, kind: before}]}
        - {id: f, source: paper, quote: {start: 0, end: 1}, gist: f, speaker: north, via: [\(s)-actor], act: accept, about: {issue: water, option: shared}}
        - {id: g, source: paper, quote: {start: 0, end: 1}, gist: g, speaker: north, act: deny, about: {statement: \(s)-statement}}
        - {id: h, source: paper, quote: {start: 0, end: 1}, gist: h, speaker: north, act: accept, about: {issue: water, value: {set: [hill, \(s)-actor]}}}
        - {id: i, source: paper, quote: {start: 0, end: 1}, gist: i, speaker: north, act: state, about: {constraint: \(s)-constraint}}
        - {id: j, source: paper, quote: {start: 0, end: 1}, gist: j, speaker: north, act: state, about: {draft: \(s)-draft}}
        - {id: k, source: paper, quote: {start: 0, end: 1}, gist: k, speaker: north, act: state, about: {commitment: \(s)-commitment}}
        - {id: l, source: paper, quote: {start: 0, end: 1}, gist: l, speaker: north, act: state, about: {interest: \(s)-interest}}
      commitments:
        - {id: grain, what: Grain, strength: promised, debtors: [north, \(s)-actor], evidence: [b, \(s)-statement], at: \(s)-meeting,
           status: [{level: 1, evidence: [\(s)-statement]}, {level: 2, note: n, evidence: [b]}]}
        - {id: \(s)-commitment, what: \(s) owed, strength: promised, debtors: [north], basis: ana\(mark("commitments"))}
        - {id: told, what: Told by somebody, strength: promised, debtors: [north], basis: \(s)-actor}
        - {id: before, what: Before, strength: promised, debtors: [north], basis: ana, dueStep: {before: {milestone: \(s)-milestone}}}
        - {id: waits, what: Waits, strength: promised, debtors: [north], basis: ana, window: {after: \(s)-meeting, days: [1, 2]}}
      constraints:
        - {id: act, holder: north, issuedBy: [{actor: \(s)-actor}], readings: [
            {id: one, forbids: {act: meet, with: [\(s)-actor]}}, {id: two, forbids: {act: sign}, heldBy: [\(s)-actor], basis: ana},
            {id: three, requires: {issue: \(s)-issue, option: yes}, basis: ana}, {id: four, allows: [{act: meet, with: [\(s)-actor, south]}], basis: ana}]}
        - {id: \(s)-constraint, title: \(s) act, holder: north, readings: []\(mark("constraints"))}
      drafts:
        - {id: text, by: [\(s)-actor, north], status: [{level: tabled, evidence: [\(s)-statement]}, agreed],
           signed: [{by: [\(s)-actor], date: 2025-05}, {by: north, evidence: [b]}], binds: [\(s)-actor], consent: \(s)-actor,
           clauses: [{id: z, status: alternatives, alternatives: [{by: \(s)-actor, text: \(s)-actor words}]}, {id: x, status: agreed, by: \(s)-actor, about: {issue: \(s)-issue}}, {id: y, status: agreed}]}
        - {id: \(s)-draft, title: \(s) draft, clauses: []\(mark("drafts"))}
      verdicts:
        - {statements: [\(s)-statement, b], verdict: open}
      notes:
        - {to: {actor: north}, text: \(s) note words\(mark("notes"))}
        - {to: {statement: \(s)-statement}, text: On it}
      """)
  }

  @Test(arguments: secrets)
  func aConfidentialEntryLeavesNoTrace(_ section: String) throws {
    let theCase = try theCase(confidential: section)
    let noun = Case.Section(rawValue: section)?.noun ?? ""
    let wanted = section == "notes" ? "\(Self.marker) note" : "\(Self.marker)-\(noun)"
    let isThereAtAll = try everyView(theCase, Lens()).contains(wanted)
    #expect(isThereAtAll)
    let redacted = try everyView(theCase)
    for trace in [wanted, "\(Self.marker) \(noun)"] {
      let isThere = redacted.contains(trace)
      #expect(!isThere, "\(context(trace, redacted))")
    }
  }

  private func context(_ wanted: String, _ text: String) -> String {
    guard let range = text.range(of: wanted) else { return "" }
    return String(text[..<range.lowerBound].suffix(200)) + "▶"
      + String(text[range.lowerBound...].prefix(80))
  }

  @Test func theTextOfAConfidentialSourceIsNotSearched() throws {
    let theCase = try theCase(confidential: "sources")
    let texts = CaseTexts(["zzsecret-source": .loaded(SourceText("harvest"))])
    #expect(search(theCase, .redacted, for: "harvest", texts: texts).hits.isEmpty)
    #expect(!search(theCase, for: "harvest", texts: texts).hits.isEmpty)
    let withheld = search(theCase, .redacted, for: "harvest", texts: texts).unsearched
    #expect(!withheld.contains("zzsecret-source"))
  }

  @Test func whatRestsOnAConfidentialStatementAloneIsDropped() throws {
    let cut = try theCase(confidential: "statements").cut(by: .redacted)
    #expect(cut.milestones.first { $0.id == "dam" }?.reached == nil)
    #expect(!cut.statements.contains { $0.id == "g" }, "a reply to it")
    #expect(cut.commitments.first { $0.id == "grain" }?.status.map(\.level) == [.intermediate])
    #expect(cut.verdicts.isEmpty, "its reason may speak of what is hidden")
    let members = cut.meetings.first { $0.id == "talks" }?.delegations[1].members
    #expect(members?.map(\.actor) == ["envoy"])
  }

  @Test func whatHasOtherEvidenceIsKept() throws {
    let cut = try theCase(confidential: "statements").cut(by: .redacted)
    #expect(cut.commitments.first { $0.id == "grain" }?.evidence.statements == ["b"])
    #expect(cut.meetings.contains { $0.id == "talks" }, "it has a basis")
  }

  @Test func whatNamesAConfidentialActorBesideOthersKeepsTheOthers() throws {
    let cut = try theCase(confidential: "actors").cut(by: .redacted)
    #expect(cut.header.parties == ["north", "south"])
    #expect(cut.statements.first { $0.id == "b" }?.speaker == ["north"])
    #expect(cut.statements.first { $0.id == "b" }?.to == [])
    #expect(!cut.statements.contains { $0.id == "f" }, "a chain of reporters with a link missing")
    #expect(cut.commitments.first { $0.id == "grain" }?.debtors == ["north"])
    #expect(!cut.commitments.contains { $0.id == "told" }, "rests on its word alone")
    #expect(cut.issues.first { $0.id == "water" }?.wants["north"] == .more)
    #expect(cut.issues.first { $0.id == "water" }?.parties == ["north"])
    let text = cut.drafts.first { $0.id == "text" }
    #expect(text?.clauses.map(\.id) == ["z", "x", "y"])
    #expect(text?.signed.map(\.by) == [["north"]] && text?.clauses.first?.alternatives == [])
    #expect(text?.consent == [] && cut.header.consent == ["south"])
    let envoy = cut.actors.first { $0.id == "envoy" }
    #expect(envoy?.offices.map(\.title) == ["Envoy"])
    #expect(envoy?.speaksFor.map(\.actor) == ["north"])
  }

  @Test func aMemberWhoGoesTakesNoOtherAlong() throws {
    // The actor and its evidence are both hidden: two reasons for one issuer to go.
    let cut = try read(
      """
      actors:
        - {id: north, name: North, kind: state}
        - {id: mole, name: M, kind: person, confidential: true}
        - {id: envoy, name: E, kind: person}
      statements:
        - {id: s, source: paper, quote: {start: 0, end: 1}, gist: g, speaker: mole, act: state, confidential: true}
      constraints:
        - {id: act, holder: north, issuedBy: [{actor: mole, evidence: [s]}, {actor: envoy}], readings: [
            {id: one, forbids: {act: meet}}]}
      """
    ).cut(by: .redacted)
    #expect(cut.constraints.map { $0.issuedBy.map(\.actor) } == [["envoy"]])
  }

  @Test func aStatementAtAConfidentialMeetingIsNotMisdated() throws {
    let theCase = try theCase(confidential: "meetings")
    let cut = theCase.cut(by: .redacted)
    // Its date was the meeting's: with that gone, it would stand at its source's.
    #expect(!cut.statements.contains { $0.id == "d" })
  }

  @Test func nothingConfidentialNothingCut() throws {
    let theCase = try theCase(confidential: "none")
    #expect(theCase.cut(by: .redacted) == theCase)
  }
}
