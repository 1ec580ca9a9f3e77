import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// The three scenario files of the 20 articles against the published scores.
@Suite struct PeaceArticlesFileTests {
  static func scenario(_ name: String) throws -> Case.Scenario {
    let path = Project.file("Examples/peace-articles/\(name).yaml").path
    let file = try #require(try ModelFile.open(path, \.scenarios))
    let findings = IntegrityCheck.findings(file.theCase, texts: file.texts)
      .filter { $0.severity == .error }
    #expect(findings.isEmpty, "\(findings.map(\.message))")
    return try #require(file.theCase.scenarios.first)
  }

  /// Article, group, title, then four scores; the stances are the last two of each line.
  struct Article {
    let number: Int
    let title: String
    let scores: [String]
    let stances: [String]
  }

  static func articles() throws -> [Article] {
    let text = try String(
      contentsOf: Project.file("Tests/Data/peace-articles.csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      var fields = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      guard fields.count == 13, let number = Int(fields[0]) else { return nil }
      return Article(
        number: number, title: fields[2], scores: Array(fields[3...6]),
        stances: Array(fields[11...12]))
    }
  }

  @Test(arguments: ["simulator", "red-lines", "settlement"])
  func scoresAndPairsAreThePublishedOnes(_ name: String) throws {
    let scenario = try Self.scenario(name)
    let articles = try Self.articles()
    #expect(articles.count == 20 && scenario.id.raw == name)
    #expect(scenario.issues.map(\.title) == articles.map(\.title))
    #expect(scenario.issues.allSatisfy { $0.options.map(\.leftOut) == [true, false] })
    #expect(scenario.parties.map(\.id.raw) == ["ukraine", "russia", "usa", "europe"])
    #expect(
      scenario.parties.map { $0.reservation?.value?.text } == ["5", "6.5", "3", "4"])
    for (index, party) in scenario.parties.enumerated() {
      #expect(party.utility == .mean)
      for article in articles {
        let number = party.values["article-\(article.number)"]?["in"]
        #expect(number?.value?.text == article.scores[index])
        let score = Int(article.scores[index]) ?? 0
        if name == "settlement" {
          #expect(number?.from?.text == "\(max(1, score - 1))")
          #expect(number?.to?.text == "\(min(10, score + 1))")
        } else {
          #expect(number?.from == nil)
        }
      }
    }
    #expect(
      scenario.links.map { $0.excludes.map(\.text) } == [
        ["article-2=in", "article-3=in"], ["article-5=in", "article-6=in"],
        ["article-8=in", "article-10=in"], ["article-12=in", "article-13=in"],
        ["article-14=in", "article-15=in"],
      ])
  }

  /// What Ukraine or Russia is against and scores 2.
  @Test func redLinesAreTheStrongestObjections() throws {
    let articles = try Self.articles()
    for name in ["red-lines", "settlement"] {
      let scenario = try Self.scenario(name)
      for party in 0...1 {
        let expected = articles.filter { $0.scores[party] == "2" && $0.stances[party] == "against" }
          .map { "article-\($0.number)=in" }
        #expect(expected.count == 2)
        #expect(
          scenario.parties[party].redLines.map(\.never).filter { !$0.contains(" and ") }
            == expected)
      }
      #expect(scenario.parties[2].redLines.isEmpty && scenario.parties[3].redLines.isEmpty)
    }
    #expect(try Self.scenario("simulator").parties.allSatisfy(\.redLines.isEmpty))
    #expect(try Self.scenario("settlement").parties[0].redLines.count == 6)
  }
}
