import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// Persons and issues as their readers want them.
@Suite struct EntryPageTests {
  private func page(_ path: String) async throws -> String {
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let answer = try await site.get(path, cookie: try await site.signIn())
    #expect(answer.status == 200, "\(path)")
    return answer.text
  }

  @Test func aPersonsPageListsWhatItSaid() async throws {
    let text = try await page("/entries/actors/zelensky")
    #expect(text.contains("By ") && text.contains("newest first"))
    let theCase = try ExampleCase.istanbul().theCase
    let said = theCase.statements.filter { $0.speaker.contains("zelensky") }
    #expect(said.count > 3)
    for statement in said { #expect(text.contains("href=\"/statements/\(statement.id)\"")) }
    #expect(!text.contains("statements[") && !text.contains("speaker[#"))
  }

  @Test func anIssuesPageSaysWhereEachPartyStandsAndHowItGotThere() async throws {
    let text = try await page("/entries/issues/neutrality")
    #expect(text.contains("Where each party stands"))
    #expect(text.contains("href=\"/positions/neutrality/ukraine\""))
    #expect(text.contains("href=\"/positions/neutrality/russia\""))
    #expect(text.contains("How it got there"))
    #expect(!text.contains("statements["))
  }

  @Test func theListIsNarrowedBySpeakerPartyAndIssue() async throws {
    let theCase = try ExampleCase.istanbul().theCase
    let whole = try await page("/entries/issues/leaders-meeting")
    let part = try await page("/entries/issues/leaders-meeting?speaker=zelensky")
    let all = theCase.statements.filter { $0.about?.issue == "leaders-meeting" }
    let own = all.filter { $0.speaker.contains("zelensky") }
    #expect(!own.isEmpty && own.count < all.count)
    for statement in own {
      #expect(
        part.contains("/statements/\(statement.id)?")
          || part.contains("/statements/\(statement.id)\""))
    }
    #expect(part.contains(" statements shown"))
    #expect(whole.contains("speaker=zelensky"))
    let byIssue = try await page("/entries/actors/zelensky?issue=leaders-meeting")
    #expect(byIssue.count < (try await page("/entries/actors/zelensky")).count)
  }
}
