import HTTPTypes
import CaseModel
import CaseStore
import Foundation
import Testing

@testable import Workbench

/// Two people with the form of one entry open: nothing of either is lost.
@Suite struct TwoVersionsTests {
  private static func form(
    _ desk: Desk, _ cookie: String, _ changed: [String: String]
  ) async throws -> [(String, String)] {
    let page = try await desk.site.get("/edit?section=issues&key=ceasefire", cookie: cookie)
    return FormMarkup.unsigned(FormMarkup.items(page.text)).map {
      ($0.0, changed[$0.0] ?? $0.1)
    }
  }

  @Test func eachFieldIsChosenAndIdsAreNotShown() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    // Two forms of the same state: one changes the title, the other the stage.
    let title = try await Self.form(desk, cookie, ["f.title": "A halt to the fighting"])
    let stage = try await Self.form(desk, cookie, ["f.stage": "Pre"])
    let save = [("do", "save")]
    #expect(try await desk.post("/entries", cookie: cookie, title + save).status == 303)
    let late = try await desk.post("/entries", cookie: cookie, stage + save)
    #expect(late.status == 409, "\(late.text)")
    #expect(
      late.text.contains("Saved by Berta Vogel") && !late.text.contains("<th scope=\"row\">id"))
    // What only the other changed is theirs, what only oneself changed is one's own.
    let theirs = "name=\"side.title\" value=\"theirs\" checked"
    let mine = "name=\"side.stage\" value=\"mine\" checked"
    #expect(late.text.contains(theirs) && late.text.contains(mine), "\(late.text)")
    // Sent as it stands in the page.
    let form = late.text.components(separatedBy: "class=\"write-form versions\"").last ?? ""
    let sent = FormMarkup.unsigned(
      FormMarkup.items(form.components(separatedBy: "</form>")[0]))
    let saved = try await desk.post("/entries", cookie: cookie, sent + save)
    #expect(saved.status == 303, "\(saved.text)")
    let issue = try #require(try desk.store.theCase().issues.first { $0.id == "ceasefire" })
    #expect(issue.title == "A halt to the fighting")
    #expect(issue.stage == .pre)
  }

  @Test func aRemovalLeadsToTheListWithTheWayBack() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let made = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "actors"), ("key", ""), ("expected", ""), ("do", "save"), ("back", "/record"),
        ("f.~here", "yes"), ("f.name", "The Lake Office"), ("f.kind", "organisation"),
      ])
    #expect(made.status == 303)
    let page = try await desk.site.get("/edit?section=actors&key=the-lake-office", cookie: cookie)
    #expect(page.text.contains("<h1>Edit actor: The Lake Office</h1>"))
    let form = FormMarkup.unsigned(FormMarkup.items(page.text))
    let removed = try await desk.post("/entries", cookie: cookie, form + [("do", "delete")])
    let place = try #require(removed.headers[.location])
    let group = try desk.store.newestGroup()
    #expect(place == "/record?removed=\(group)")
    let list = try await desk.site.get(place, cookie: cookie).text
    #expect(list.contains("Removed actor “The Lake Office”."), "\(list.prefix(3000))")
    #expect(list.contains("name=\"group\" value=\"\(group)\""))
    let undone = try await desk.post(
      "/undo", cookie: cookie, [("group", "\(group)"), ("back", "/record")])
    #expect(undone.status == 303)
    #expect(try desk.store.theCase().actors.last?.id == "the-lake-office")
  }
}
