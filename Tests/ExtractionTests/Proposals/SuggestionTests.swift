import CaseModel
import Extraction
import Foundations
import Interchange
import Testing

/// What a suggestion is, and what becomes of it.
@Suite struct SuggestionTests {
  static let text = """
    The Valley Gazette, 16 May 2025

    Ana Lund, the negotiator for North, said on Thursday that North would open the sluice only if South \
    withdrew its claim to the mill. South rejected the proposal. "We will never give up the mill," \
    Boris Oun, South's envoy, said.

    Both sides agreed to meet again by 1 June. Reuters reported that South had asked for a loan.
    """

  static func valley() throws -> (theCase: Case, source: Case.Source, text: SourceText) {
    let yaml = """
      dragoman: 1
      case: {id: valley, title: Talks on the valley, parties: [north, south]}
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: lund, name: Ana Lund, kind: person, speaksFor: [{actor: north}]}
        - {id: oun, name: Boris Oun, kind: person, speaksFor: [{actor: south}]}
        - {id: gazette, name: The Valley Gazette, kind: outlet}
      issues:
        - {id: sluice, title: The sluice, kind: negotiable, options: [{id: opened, title: It is opened}]}
        - {id: mill, title: Who owns the mill, kind: negotiable,
           options: [{id: south-keeps, title: South keeps it}, {id: claim-withdrawn, title: South withdraws its claim}]}
      """
    var theCase = try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase
    let text = SourceText(Self.text)
    var source = Case.Source(
      id: "gazette-05-16", title: "Talks",
      text: Case.TextRecord(file: "texts/g.txt", sha256: text.digest))
    source.publisher = "gazette"
    source.published = try EDTFDate("2025-05-16")
    theCase.sources = [source]
    return (theCase, source, text)
  }

  private func suggestions() throws -> [Case.Candidate] {
    let (theCase, source, text) = try Self.valley()
    return StatementProposer(theCase).suggestions(for: source, in: text)
  }

  private let anna = Case.Analyst(id: "anna", name: "Anna")

  @Test func speakerActSubjectAndCondition() throws {
    let (_, _, text) = try Self.valley()
    let found = try suggestions()
    let condition = try #require(
      found.first { $0.statement.quote.words(in: text)?.contains("only if") ?? false }?.statement)
    #expect(condition.speaker == ["lund"])
    #expect(condition.act == .condition)
    #expect(condition.about?.issue == "sluice")
    #expect(condition.requires.map(\.kind) == [.before])
    #expect(condition.requires.first?.step.subject.issue == "mill")
    #expect(condition.date?.value.text == "2025-05-15")
    #expect(condition.date?.text == "on Thursday" || condition.date?.text == "Thursday")
    let quoted = try #require(found.first { $0.statement.verbatim }?.statement)
    #expect(quoted.speaker == ["oun"])
    #expect(quoted.quote.words(in: text) == "We will never give up the mill")
    #expect(quoted.redLine)
  }

  @Test func chainAndJointSpeakers() throws {
    let (_, _, text) = try Self.valley()
    let found = try suggestions()
    let loan = try #require(
      found.first { $0.statement.quote.words(in: text)?.contains("loan") ?? false }?.statement)
    #expect(loan.speaker == ["south"])
    #expect(loan.via == ["reuters"])
    #expect(found.contains { $0.statement.speaker == ["north", "south"] })
    // Reuters is not in the case, and is named so that it can be entered.
    let entries = found.flatMap(\.rules).compactMap { NewEntry(rule: $0) }
    #expect(entries.contains(.actor("reuters", name: "Reuters", kind: .outlet, of: [])))
  }

  @Test func anchorsAndIdsHold() throws {
    let (_, _, text) = try Self.valley()
    let found = try suggestions()
    #expect(Set(found.map(\.statement.id)).count == found.count)
    for suggestion in found {
      let words = suggestion.statement.quote.spans.map { text.text($0.start, $0.end) }
      #expect(words == suggestion.statement.quote.spans.map(\.exact))
      #expect(!suggestion.statement.gist.isEmpty && suggestion.statement.gist.count <= 200)
      #expect(suggestion.proposedBy == StatementProposer.name)
    }
  }

  @Test func nothingIsProposedTwice() throws {
    var (theCase, source, text) = try Self.valley()
    theCase = theCase.suggesting(StatementProposer(theCase).suggestions(for: source, in: text))
    #expect(StatementProposer(theCase).suggestions(for: source, in: text).isEmpty)
  }

  /// Rejected, with its ends moved, under another id: it does not return.
  @Test func theRejectedDoesNotReturn() throws {
    let (theCase, source, text) = try Self.valley()
    for suggestion in try suggestions() {
      var changed = theCase
      var rejected = suggestion
      rejected.status = .rejected
      rejected.statement.id = "other"
      let spans = rejected.statement.quote.spans
      let (start, end) = (spans[0].start + 3, (spans.last?.end ?? 0) - 2)
      guard spans.count == 1, end - start > 6, let moved = QuoteAnchor(start, end, in: text) else {
        continue
      }
      rejected.statement.quote = Quote([moved])
      changed.candidates = [rejected]
      let found = StatementProposer(changed).suggestions(for: source, in: text)
      #expect(!found.contains { $0.statement.quote == suggestion.statement.quote })
    }
  }

  /// A person changed the speaker and an end of the quote: it stays as it is and is not proposed again.
  @Test func theEditedIsNotOverwritten() throws {
    let (theCase, source, text) = try Self.valley()
    let suggestion = try #require(try suggestions().first)
    var edited = suggestion.statement
    edited.speaker = ["south"]
    edited.quote = Quote([
      try #require(
        QuoteAnchor(edited.quote.spans[0].start, edited.quote.spans[0].end - 4, in: text))
    ])
    let waiting = theCase.suggesting([suggestion])
    let coded = try waiting.accepting(
      edited.id, as: edited, by: anna, on: try EDTFDate("2025-06-01"))
    #expect(coded.candidates.isEmpty)
    let statement = try #require(coded.statements.first)
    #expect(statement.proposedBy == StatementProposer.name)
    #expect(statement.provenance.by == "anna")
    let again = StatementProposer(coded).suggestions(for: source, in: text)
    #expect(!again.contains { $0.statement.quote.spans[0].start == edited.quote.spans[0].start })
  }

  /// A name that the text explains by a post is a person's, of the side that the post names.
  @Test func whomTheTextIntroducesIsNamed() throws {
    let (theCase, source, _) = try Self.valley()
    let text = SourceText(
      "Vera Kalt, the negotiator for North, said that North would open the sluice by 1 June.")
    let found = try #require(StatementProposer(theCase).suggestions(for: source, in: text).first)
    #expect(found.statement.speaker == ["vera-kalt"])
    #expect(
      found.rules.compactMap { NewEntry(rule: $0) } == [
        .actor("vera-kalt", name: "Vera Kalt", kind: .person, of: ["north"])
      ])
  }

  @Test func whatTheCaseLacksIsEnteredWithTheStatement() throws {
    let (theCase, _, _) = try Self.valley()
    let all = try suggestions()
    let loan = try #require(all.first { $0.statement.via == ["reuters"] })
    let coded = try theCase.suggesting(all).accepting(
      loan.statement.id, by: anna, on: try EDTFDate("2025-06-01"))
    #expect(coded.actors.contains { $0.id == "reuters" && $0.kind == .outlet })
    #expect(coded.analysts == [anna])
    #expect(throws: DecisionError.self) {
      try coded.rejecting(loan.statement.id, by: anna, on: try EDTFDate("2025-06-01"))
    }
  }

  /// What words were taken for, and refused for, moves what is proposed, and `--fresh` does not see it.
  @Test func itLearnsFromWhatWasDecided() throws {
    var (theCase, source, _) = try Self.valley()
    theCase.actors.append(Case.Actor(id: "desk", name: "Joint water desk", kind: .body))
    let first = SourceText("The bureau at the weir said that the sluice would be opened in June.")
    let second = SourceText("The bureau at the weir said that the sluice was opened, and closed.")
    var other = source
    other.id = "second"
    theCase.sources.append(other)
    let proposed = try #require(
      StatementProposer(theCase).suggestions(for: source, in: first).first)
    #expect(proposed.statement.speaker != ["desk"])
    var edited = proposed.statement
    edited.speaker = ["desk"]
    edited.act = .commit
    let coded = try theCase.suggesting([proposed]).accepting(
      edited.id, as: edited, by: anna, on: try EDTFDate("2025-06-01"))
    let texts = CaseTexts([source.id: .loaded(first)])
    let learnt = StatementProposer(coded, learningFrom: texts).suggestions(for: other, in: second)
    #expect(learnt.first?.statement.speaker == ["desk"])
    let fresh = StatementProposer(coded).suggestions(for: other, in: second)
    #expect(fresh.first?.statement.speaker != ["desk"])
    // Refused as often as accepted, it is no longer gone by.
    var refused = coded
    var rejection = proposed
    rejection.status = .rejected
    rejection.statement.speaker = ["desk"]
    rejection.statement.id = "refused"
    refused.candidates = [rejection]
    let wary = StatementProposer(refused, learningFrom: texts).suggestions(for: other, in: second)
    #expect(wary.first?.statement.speaker != ["desk"])
    #expect((wary.first?.confidence?.text ?? "1") < (learnt.first?.confidence?.text ?? "0"))
  }

  @Test func rulesOfNewEntriesAreReadBack() {
    let entries: [NewEntry] = [
      .actor("reuters", name: "Reuters (agency): wire", kind: .outlet, of: []),
      .actor("x", name: "Someone (not named)", kind: .unnamed, of: ["north", "south"]),
      .issue("sea-lane", title: "Sea lane: north"), .milestone("vote", title: "The vote …"),
    ]
    for entry in entries { #expect(NewEntry(rule: entry.rule) == entry) }
    for rule in ["", "new", "new actor", "new actor : x", "new actor A: b (state)", "quotation"] {
      #expect(NewEntry(rule: rule) == nil)
    }
  }

  /// Texts cut anywhere, with marks of quotation thrown in and bytes exchanged, never trap, and every
  /// anchor stands in the text.
  @Test func oddTexts() throws {
    let (theCase, source, text) = try Self.valley()
    let proposer = StatementProposer(theCase)
    var random = SplitMix64(seed: 17)
    let odd = [
      "\"", "“", "»", "‘", "\u{0}", "\u{202E}", "\n", "🇺🇦", "é", "—", "«", ":", "[", "only if",
      "unless",
    ]
    for _ in 0..<300 {
      var scalars = Array(text.text(0, text.count).unicodeScalars)
      for _ in 0..<(1 + random.below(12)) {
        let place = random.below(scalars.count)
        switch random.below(3) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(contentsOf: odd[random.below(odd.count)].unicodeScalars, at: place)
        default: scalars.swapAt(place, random.below(scalars.count))
        }
      }
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars)
      let odd = SourceText(string)
      for suggestion in proposer.suggestions(for: source, in: odd) {
        for span in suggestion.statement.quote.spans {
          #expect(odd.text(span.start, span.end) == span.exact)
        }
      }
    }
    for string in [
      "", " ", "\n\n", "\"", "Home\nMenu\nLog in\nShare this\n",
      String(repeating: "\"said ", count: 2_000),
    ] {
      _ = proposer.suggestions(for: source, in: SourceText(string))
    }
  }
}
