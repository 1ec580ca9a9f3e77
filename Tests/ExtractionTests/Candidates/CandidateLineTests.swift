import CaseModel
import Extraction
import Testing

@Suite struct CandidateLineTests {
  private let text = SourceText(
    "Reuters reported that Kyiv had agreed to a truce. “No deal,” Weber said. “Not now.”")

  @Test func aLineIsReadBackAsItWasWritten() throws {
    let line = CandidateLine(id: "a\"b\nc", BuiltInExtractor.candidates(in: text))
    #expect(line.candidates.count == 3)
    #expect(!line.json.contains("\n"))
    #expect(try CandidateLine(json: Array(line.json.utf8)) == line)
  }

  @Test func placesAreCodePointsOfTheText() throws {
    let line = CandidateLine(id: "x", BuiltInExtractor.candidates(in: text))
    let last = try #require(line.candidates.last)
    #expect(
      last.content.map { text.text($0.lowerBound, $0.upperBound) } == ["“No deal,”", "“Not now.”"])
    #expect(line.json.contains(#""source": [[0, 7]], "cue": [[8, 16]], "content": [[17, 48]]"#))
  }

  @Test func linesOfOtherProgramsNeedPlacesOnly() throws {
    let json = #"{"id": 7, "candidates": [{"source": [[0, 3]], "cue": [], "more": {"a": 1}}]}"#
    let line = try CandidateLine(json: Array(json.utf8))
    #expect(line.id == "7")
    #expect(line.candidates == [.init(source: [0..<3], cue: [], content: [])])
  }

  @Test(arguments: [
    ("", "no JSON"), ("[]", "no `id`"), (#"{"id": "a"}"#, "no list"),
    (#"{"id": "a", "candidates": [{"cue": [[4, 2]]}]}"#, "`cue` of candidate 1"),
    (#"{"id": "a", "candidates": [{"cue": [[-1, 2]]}]}"#, "`cue` of candidate 1"),
    (
      #"{"id": "a", "candidates": [{"content": [[0, 99999999999999999999]]}]}"#,
      "`content` of candidate 1"
    ),
    (#"{"id": "a", "candidates": [{"source": 3}]}"#, "`source` of candidate 1"),
  ])
  func brokenLinesAreNamed(_ json: String, _ words: String) {
    do {
      _ = try CandidateLine(json: Array(json.utf8))
      Issue.record("\(json) was read")
    } catch {
      #expect(error.message.contains(words), "\(error.message)")
    }
  }
}
