import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

/// Entries are listed by what people know of them, never by their ids.
@Suite struct EntryOrderTests {
  @Test func statementsAreByDateThenSpeaker() throws {
    let index = CaseIndex(try ExampleCase.istanbul().theCase)
    let ids = EntryOrder.usual.ids(.statements, index)
    #expect(Set(ids) == Set(index.ids(.statements)) && ids.count == index.theCase.statements.count)
    let keys = ids.compactMap { index.statement(Case.Statement.ID($0)) }.map { statement in
      (index.said(statement)?.placed ?? .max, index.names(statement.speaker))
    }
    for (one, next) in zip(keys, keys.dropFirst()) { #expect(one <= next) }
  }

  @Test func actorsAreByNameAndIssuesAsInTheCase() throws {
    let index = CaseIndex(try ExampleCase.istanbul().theCase)
    let names = EntryOrder.usual.ids(.actors, index).map {
      index.title(.actors, $0).lowercased()
    }
    #expect(names == names.sorted() && !names.isEmpty)
    let issues = index.theCase.issues.map(\.id.raw)
    #expect(EntryOrder.usual.ids(.issues, index) == issues)
    #expect(EntryOrder.title.ids(.issues, index) != issues)
    #expect(EntryOrder.entered.ids(.actors, index) == index.theCase.actors.map(\.id.raw))
  }

  @Test func theReaderChooses() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let page = try await site.get("/record?order=title", cookie: cookie)
    #expect(page.status == 200 && page.text.contains("aria-current=\"true\">by title</a>"))
  }
}
