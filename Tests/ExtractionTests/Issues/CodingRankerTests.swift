import CaseModel
import Extraction
import Testing

@Suite struct CodingRankerTests {
  struct Scores {
    var counted = 0
    var issues = 0
    var issue = 0, issueFirst = 0, issueThird = 0
    var speaker = 0, speakerFirst = 0
    var act = 0, actFirst = 0
    var stances = 0, stance = 0

    func print(_ name: String) {
      func share(_ part: Int, _ whole: Int) -> String {
        "\(whole == 0 ? 0 : (100 * part + whole / 2) / whole) %"
      }
      Swift.print(
        "\(name), \(counted) statements after the first thirty: issue among nine \(share(issue, issues)), "
          + "three \(share(issueThird, issues)), first \(share(issueFirst, issues)); speaker among nine "
          + "\(share(speaker, counted)), first \(share(speakerFirst, counted)); act among nine "
          + "\(share(act, counted)), first \(share(actFirst, counted)); stance first "
          + "\(share(stance, stances))")
    }
  }

  /// Codes a worked case in its order, and looks at each statement before it is learnt.
  static func scores(_ worked: WorkedCases.Worked) -> Scores {
    var ranker = CodingRanker(worked.theCase)
    var scores = Scores()
    for (place, coded) in worked.statements.enumerated() {
      var passage = CodingPassage(
        words: coded.words, sentence: coded.sentence, source: coded.entry.source,
        date: coded.published)
      if place >= 30 {
        scores.counted += 1
        let speakers = ranker.rankedSpeakers(passage).prefix(9).map(\.choice)
        if coded.entry.speaker.allSatisfy(speakers.contains) { scores.speaker += 1 }
        if coded.entry.speaker.first == speakers.first { scores.speakerFirst += 1 }
        passage.speaker = coded.entry.speaker
        let acts = ranker.rankedActs(passage).prefix(9).map(\.choice)
        if acts.contains(coded.entry.act) { scores.act += 1 }
        if acts.first == coded.entry.act { scores.actFirst += 1 }
        passage.act = coded.entry.act
        if let issue = coded.entry.about?.issue {
          let issues = ranker.rankedIssues(passage).prefix(9).map(\.choice)
          scores.issues += 1
          if issues.contains(issue) { scores.issue += 1 }
          if issues.prefix(3).contains(issue) { scores.issueThird += 1 }
          if issues.first == issue { scores.issueFirst += 1 }
        }
        if let stance = coded.entry.stance {
          scores.stances += 1
          if ranker.rankedStances(passage).first?.choice == stance { scores.stance += 1 }
        }
      }
      passage.speaker = coded.entry.speaker
      passage.act = coded.entry.act
      ranker.learn(coded.entry, passage)
    }
    return scores
  }

  /// Each of the worked cases, coded in its order: the issue is among the nine shown in 85 of a hundred
  /// statements, the speaker in 90, the act in 85.
  @Test(arguments: ["sarn", "corvane", "istanbul"]) func bar(_ name: String) throws {
    guard let worked = try WorkedCases.open(name), worked.statements.count > 60 else { return }
    let scores = Self.scores(worked)
    scores.print(name)
    #expect(scores.issue * 100 >= 85 * scores.issues)
    #expect(scores.speaker * 100 >= 90 * scores.counted)
    #expect(scores.act * 100 >= 85 * scores.counted)
  }
}
