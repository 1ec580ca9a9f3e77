import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// The third worked case, invented: what its brief must and must not say on three days, written from
/// the texts alone.
@Suite struct CorvaneLineTests {
  @Test func checksCleanAndSaysThatItIsInvented() throws {
    let result = try Program.run(["check", "Examples/corvane"])
    #expect(result.code == 0)
    #expect(result.error.contains("0 errors, 0 warnings"), "\(result.output)")
    let header = try CorvaneDay.theCase.get().header
    #expect(header.title.contains("invented") && header.description?.contains("invented") ?? false)
  }

  @Test func everyTextIsThereInFullAndEveryQuoteProved() throws {
    let file = try CaseFile.open(Program.root.appendingPathComponent("Examples/corvane").path)
    #expect(file.theCase.statements.count >= 120 && file.theCase.sources.count >= 12)
    for statement in file.theCase.statements {
      let text = try #require(file.texts[statement.source].text)
      #expect(statement.quote.spans.allSatisfy { $0.status(in: text) == .ok && $0.exact != nil })
    }
  }

  @Test(arguments: ["Ελένη Δούκα", "Σοφία Μαρνέρη", "réanimation", "ασθενείς", "Médiatrice"])
  func namesAndWordsInThreeLanguagesAreFound(_ words: String) throws {
    let result = try Program.run(["search", "Examples/corvane", words, "--format", "json"])
    #expect(result.code == 0 && result.output.contains("\"id\""), "\(words): \(result.output)")
  }

  @Test(arguments: CorvaneLine.march) func onTheLastDayOfMarch(_ line: CorvaneLine) throws {
    try line.expect(on: CorvaneDay.march.get())
  }

  @Test(arguments: CorvaneLine.april) func onTheTenthOfApril(_ line: CorvaneLine) throws {
    try line.expect(on: CorvaneDay.april.get())
  }

  @Test(arguments: CorvaneLine.may) func onTheTwentiethOfMay(_ line: CorvaneLine) throws {
    try line.expect(on: CorvaneDay.may.get())
  }

  @Test(arguments: CorvaneLine.july) func onTheSecondOfJuly(_ line: CorvaneLine) throws {
    try line.expect(on: CorvaneDay.july.get())
  }
}
