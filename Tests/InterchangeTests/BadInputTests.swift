import CaseModel
import Foundation
import Interchange
import Testing

/// What cannot be decoded is refused with its place, and never traps.
@Suite struct BadInputTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let format: FileLayout.Format
    let brief: String
    /// Part of the message or hint.
    let words: String
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, _ brief: String, _ words: String,
      _ format: FileLayout.Format = .yaml
    ) {
      (self.name, self.text, self.format, self.brief, self.words) = (
        name, text, format, brief, words
      )
    }
  }

  static let yaml: [Sample] = [
    Sample("a flow map left open", head + "notes: [{to: a", "4:1 syntax", "not YAML"),
    Sample("a quote left open", head + "notes: \"a", "3:10 syntax", "not YAML"),
    Sample(
      "a colon in a plain text", head + "analysts:\n  - {id: a, name: b}\n  - id: b: c",
      "5:10 syntax", "needs quotes"),
    Sample(
      "an indentation off by one", head + "actors:\n  - id: a\n   name: b", "4:5 missing-key",
      "no `name`"),
    Sample("a tab for indentation", head + "actors:\n\t- id: a", "4:1 syntax", "tabs"),
    Sample("an unknown alias", head + "notes: *x", "3:8 unknown-alias", "names nothing"),
    Sample("a list at top", "- a\n- b", "1:1 wrong-type", "map of sections"),
    Sample("a word at top", "hello", "1:1 wrong-type", "map of sections"),
    Sample("an empty file", "", "1:1 empty-file", "dragoman new"),
    Sample("a file of spaces", " \n \n", "1:1 empty-file", "dragoman new"),
    Sample("a file of comments", "# one\n# two\n", "1:1 empty-file", "dragoman new"),
    Sample("two documents", head + "---\n" + head, "4:1 syntax", "second document"),
    Sample("no version", "case: {id: v, title: V}", "1:1 missing-key", "no `dragoman`"),
    Sample("no case", "dragoman: 1", "1:1 missing-key", "no `case`"),
    Sample(
      "another version", "dragoman: 2\ncase: {id: v, title: V}", "1:11 unknown-version", "not 2"),
    Sample(
      "a version that is a list", "dragoman: []\ncase: {id: v, title: V}", "1:11 unknown-version",
      "version 1"),
    Sample(
      "the same section twice", head + "notes: []\nactors: []\nnotes: []", "5:1 duplicate-key",
      "twice"),
    Sample("the header twice", head + "case: {id: v, title: V}", "3:1 duplicate-key", "twice"),
    Sample(
      "the same key twice", head + "analysts: [{id: a, name: b, name: c}]", "3:29 duplicate-key",
      "`name` is given twice"),
    Sample("an unknown section", head + "actor: []", "3:1 unknown-key", "did you mean `actors`?"),
    Sample(
      "an unknown key", head + "analysts: [{id: a, nmae: b, name: c}]", "3:20 unknown-key",
      "did you mean `name`?"),
    Sample(
      "an unknown key like no other", head + "analysts: [{id: a, qqqqqqq: b, name: c}]",
      "3:20 unknown-key", "`id` or `name`"),
    Sample("a missing key", head + "analysts: [{id: a}]", "3:12 missing-key", "no `name`"),
    Sample("a map for a list", head + "actors: {id: a}", "3:9 wrong-type", "begin each actor"),
    Sample("a word for a list", head + "actors: none", "3:9 wrong-type", "`actors` is a list"),
    Sample("a word for an entry", head + "actors: [a]", "3:10 wrong-type", "expected an actor"),
    Sample(
      "a list for a word", head + "analysts: [{id: a, name: [b]}]", "3:26 wrong-type",
      "expected text"),
    Sample(
      "a word for a list of words", head + "actors: [{id: a, name: b, kind: state, aliases: c}]",
      "3:49 wrong-type", "brackets"),
    Sample(
      "nothing for a word", head + "analysts: [{id: a, name: }]", "3:26 wrong-type", "nothing"),
    Sample(
      "empty quotes", head + "analysts: [{id: a, name: \"\"}]", "3:26 empty-text",
      "between the quotes"),
    Sample(
      "yes for true", head + "notes: [{to: {actor: a}, text: t, confidential: yes}]",
      "3:49 wrong-type", "true or false"),
    Sample(
      "a bad id", head + "analysts: [{id: Über uns, name: b}]", "3:17 bad-id", "such as `ber-uns`"),
    Sample(
      "a word not of the list", head + "actors: [{id: a, name: b, kind: stat}]",
      "3:33 unknown-word", "did you mean `state`?"),
    Sample(
      "a note to no kind", head + "notes: [{to: {person: a}, text: t}]", "3:15 unknown-key",
      "not a kind of entry"),
    Sample("a key that is a list", head + "? [a]\n: b", "3:3 syntax", "a key must be a word"),
    Sample(
      "scenarios as a map", head + "scenarios: {a: b}", "3:12 wrong-type", "begin each scenario"),
    Sample(
      "a scenario's number that is none", scenario("weights: {water: NaN}"), "3:103 bad-number",
      "give a finite number"),
    Sample(
      "an infinite number", scenario("reservation: -.inf"), "3:99 bad-number",
      "give a finite number"),
    Sample(
      "a number outside its range", scenario("reservation: {value: 2, from: 0, to: 1}"),
      "3:99 outside-range", "widen the range"),
    Sample(
      "a range with one end", scenario("reservation: {from: 1}"), "3:99 half-range", "add `to`"),
    Sample(
      "a choice without an option", scenario("interactions: [{both: [water, a=b], adds: 1}]"),
      "3:109 bad-choice", "`issue=option`"),
    Sample(
      "an interaction of one", scenario("interactions: [{both: [a=b], adds: 1}]"),
      "3:101 bad-interaction", "two"),
    Sample(
      "a link of three",
      head
        + "scenarios: [{id: a, title: b, issues: [], parties: [], links: [{excludes: [a=b, a=c, a=d]}]}]",
      "3:64 bad-link", "two"),
    Sample(
      "an empty issue", head + "scenarios: [{id: a, title: b, issues: [{id: c}], parties: []}]",
      "3:40 empty-issue", "list its `options`"),
    Sample(
      "an issue of two kinds",
      head
        + "scenarios: [{id: a, title: b, issues: [{id: c, options: [d], range: {from: 0, to: 1, step: 1}}], parties: []}]",
      "3:40 empty-issue", "a range"),
    Sample(
      "a range without a step",
      head
        + "scenarios: [{id: a, title: b, issues: [{id: c, range: {from: 0, to: 1}}], parties: []}]",
      "3:55 bad-range", "continuous"),
    Sample(
      "a NUL byte", head + "analysts: [{id: a, name: \"\0\"}]", "3:27 syntax", "does not allow"),
    Sample("a control character", head + "# \u{1}", "3:3 syntax", "does not allow"),
    Sample(
      "half a surrogate pair", head + #"analysts: [{id: a, name: "\ud800"}]"#, "3:29 syntax",
      "not YAML"),
  ]

  static let json: [Sample] = [
    Sample("cut off in a map", "{\"dragoman\": 1,", "1:16 syntax", "within an object", .json),
    Sample("cut off in a list", "{\"notes\": [", "1:12 syntax", "within an array", .json),
    Sample("cut off in a text", "{\"dragoman", "1:2 syntax", "within quotes", .json),
    Sample("cut off in an escape", "{\"a\\u00", "1:4 syntax", "escape", .json),
    Sample("cut off after a backslash", "{\"a\\", "1:4 syntax", "escape", .json),
    Sample(
      "cut off in a word", "{\"dragoman\": tr", "1:14 syntax", "`tr` is not a JSON value", .json),
    Sample("half a pair, high", #"{"a\ud800": 1}"#, "1:4 syntax", "surrogate", .json),
    Sample("half a pair, low", #"{"a\udc00": 1}"#, "1:4 syntax", "surrogate", .json),
    Sample("two high halves", #"{"a\ud800\ud800": 1}"#, "1:4 syntax", "surrogate", .json),
    Sample(
      "a number with a zero before", "{\"dragoman\": 01}", "1:14 syntax", "not a JSON value", .json),
    Sample("a plus", "{\"dragoman\": +1}", "1:14 syntax", "not a JSON value", .json),
    Sample("a comma too many", "{\"dragoman\": 1,}", "1:16 syntax", "expected a key", .json),
    Sample(
      "a comma too few", "{\"dragoman\": 1 \"case\": 2}", "1:16 syntax", "expected `,` or `}`",
      .json),
    Sample("no colon", "{\"dragoman\" 1}", "1:13 syntax", "expected `:`", .json),
    Sample("brackets crossed", "{\"notes\": [}", "1:12 syntax", "not a JSON value", .json),
    Sample("a comment", "{\"dragoman\": 1} // x", "1:17 syntax", "not a JSON value", .json),
    Sample("single quotes", "{'dragoman': 1}", "1:2 syntax", "double quotes", .json),
    Sample("a line break in a text", "{\"a\nb\": 1}", "1:4 syntax", "control character", .json),
    Sample("NaN", "{\"dragoman\": NaN}", "1:14 syntax", "not a JSON value", .json),
    Sample("a list at top", "[1]", "1:1 wrong-type", "map of sections", .json),
    Sample(
      "a second object", "{\"dragoman\": 1}\n{\"case\": 2}", "2:1 syntax", "second document", .json),
    Sample("empty", "", "1:1 empty-file", "empty", .json),
    Sample(
      "a Cyrillic text before", "{\"case\": \"дракон\", 2}", "1:10 wrong-type",
      "expected a case header", .json),
    Sample(
      "in the third line of JSON Lines",
      "{\"dragoman\": 1, \"case\": {\"id\": \"v\", \"title\": \"V\"}}\n\n{\"notes\": {}}",
      "3:11 missing-key", "this note has no `to`", .jsonl),
    Sample(
      "a version twice in JSON Lines", "{\"dragoman\": 1}\n{\"dragoman\": 1}", "2:2 duplicate-key",
      "twice", .jsonl),
    Sample(
      "a bare value in JSON Lines", "{\"dragoman\": 1}\n7", "2:1 wrong-type", "map of sections",
      .jsonl),
    Sample(
      "cut off in JSON Lines", "{\"dragoman\": 1}\n{\"notes\": {\"to\"", "2:16 syntax",
      "within an object", .jsonl),
  ]

  @Test(arguments: yaml + json)
  func refused(_ sample: Sample) throws {
    let found = faults(sample.text, as: sample.format)
    let first = try #require(found.first)
    #expect(first.brief == sample.brief, "\(first.message)")
    #expect(
      (first.message + " " + (first.hint ?? "")).contains(sample.words),
      "\(first.message) — \(first.hint ?? "")")
    #expect(first.severity == .error)
  }

  @Test func allPlacesAreListed() {
    let found = faults(head + "analysts: [{id: A, name: b}, {id: c, name: []}, {id: d}]\nactors: 7")
    #expect(
      found.map(\.brief) == [
        "3:17 bad-id", "3:44 wrong-type", "3:49 missing-key", "4:9 wrong-type",
      ])
  }

  /// A case with a scenario of one party, which has `field`.
  private static func scenario(_ field: String) -> String {
    head
      + "scenarios: [{id: a, title: b, issues: [{id: water, options: [x]}], parties: [{id: n, \(field)}]}]"
  }

  @Test func emptyScenariosAndConflictsAreLetIn() throws {
    #expect(try read(head + "scenarios: []\nconflicts:\n").theCase == read(head).theCase)
  }

  @Test func aKeyAndItsDuplicateIDsRead() throws {
    // Ids that stand twice decode; the check says so.
    let theCase = try read(head + "analysts: [{id: a, name: b}, {id: a, name: c}]").theCase
    #expect(theCase.analysts.count == 2)
    #expect(
      IntegrityCheck.findings(theCase, texts: CaseTexts()).map(\.code).contains("duplicate-id"))
  }

  @Test(arguments: FileLayout.Format.allCases)
  func notUTF8(_ format: FileLayout.Format) {
    let found = faults(Array("{\"dragoman\": 1,\n \"дк\"".utf8) + [0xFF], as: format)
    #expect(found.map(\.brief) == ["2:6 not-utf8"])
    #expect(found.first?.message.contains("ff") == true)
    #expect(faults([0xC3], as: format).map(\.brief) == ["1:1 not-utf8"])
  }

  @Test func aFileTooLargeIsNotTouched() {
    var limits = ReadLimits()
    limits.fileSize = 5
    let found = faults(Array("dragoman".utf8), limits: limits)
    #expect(found.map(\.code) == ["too-large"])
    #expect(found.first?.remedy == .raiseSizeLimit)
  }
}
