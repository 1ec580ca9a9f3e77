import CaseModel
import CaseStore
import Extraction
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Workbench

/// Where an entry is chosen, one that the case does not hold yet can be made.
@Suite struct NewEntriesTests {
  @Test func aFormBringsInWhatItNamesByTitle() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let saved = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "commitments"), ("key", ""), ("expected", ""), ("back", "/record"),
        ("do", "save"), ("f.~here", "yes"), ("f.what", "Pay for the weirs"),
        ("f.strength", "promised"), ("f.debtors.0", "+"), ("f.debtors.0.~new", "The Lake Office"),
        ("f.creditors.0", "north"), ("f.basis", "ana-coder"), ("f.about.~here", "yes"),
        ("f.about.issue", "+"), ("f.about.issue.~new", "Who pays"),
        ("f.about.option.0", "+"),
        ("f.about.option.0.~new", "The office pays"), ("anyway", "yes"),
      ])
    #expect(saved.status == 303, "\(saved.text)")
    let theCase = try desk.store.theCase()
    let promise = try #require(theCase.commitments.last)
    #expect(promise.debtors == ["the-lake-office"] && promise.creditors == ["north"])
    #expect(theCase.actors.last?.name == "The Lake Office")
    #expect(theCase.issues.last?.title == "Who pays")
    #expect(theCase.issues.last?.options.map(\.title) == ["The office pays"])
    #expect(promise.about?.issues == ["who-pays"])
    // All of it is one change.
    let group = try #require(try desk.store.undoLine(of: "berta-vogel").undo)
    #expect(group.message.contains("commitment"))
    _ = try await desk.post("/coding/undo", cookie: cookie, [("do", "undo")])
    #expect(try desk.store.theCase().actors.count == 2)
    #expect(try desk.store.theCase().issues.count == 2)
  }

  @Test func aNameIsAskedForWhereNewIsChosen() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "meetings"), ("key", ""), ("expected", ""), ("back", "/record"), ("do", "save"),
        ("f.~here", "yes"), ("f.title", "Talks"), ("f.kind", "talks"), ("f.status", "held"),
        ("f.host.0", "+"),
      ]
    ).text
    #expect(page.contains("name=\"f.host.0.~new\""))
    #expect(page.contains("The new actor has no name"))
    #expect(try desk.store.theCase().meetings.isEmpty)
  }

  /// Every field of a form that names what a title is enough for offers to make it.
  @Test func everyFieldThatChoosesOffersToMake() async throws {
    let desk = try CodingTests.desk()
    let index = CaseIndex(try desk.store.theCase())
    for target in NewEntries.targets.sorted() {
      var renderer = FormRenderer(FormChoices(index))
      let place = FormRenderer.Place(name: "f.x", path: EntryPath())
      let markup = renderer.reference(target, place, "", "", [:]).text
      #expect(markup.contains("<option value=\"+\">New "), "\(target)")
    }
  }

  @Test func aSpeakerMaySpeakForAPartyThatIsNewToo() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form =
      CodingTests.fields.filter { $0.0 != "speaker" }
      + [("speaker", "+Ingrid Solano"), ("speaksFor", "+party:Tavora")]
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let theCase = try desk.store.theCase()
    #expect(theCase.header.parties == ["north", "south", "tavora"])
    let solano = try #require(theCase.actors.first { $0.name == "Ingrid Solano" })
    #expect(solano.speaksFor.map(\.actor) == ["tavora"])
    #expect(theCase.actors.first { $0.id == "tavora" }?.canBeSpokenFor == true)
    // One that is no party is made by the other line.
    let other =
      CodingTests.fields.filter { $0.0 != "speaker" && $0.0 != "gist" }
      + [("gist", "Else"), ("speaker", "+Jo Berg"), ("speaksFor", "+The Lake Office")]
    _ = try await CodingTests.live(desk, "/coding/statements", cookie, other)
    let after = try desk.store.theCase()
    #expect(after.header.parties == ["north", "south", "tavora"])
    #expect(after.actors.contains { $0.name == "The Lake Office" })
  }

  @Test func aConditionMayBeAnAnswerThatItsIssueDoesNotHaveYet() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form =
      CodingTests.fields
      + [("requires.0.about", "issue:water/+By lot"), ("requires.0.kind", "before")]
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let theCase = try desk.store.theCase()
    #expect(theCase.issues[0].options.map(\.title) == ["By turns", "By meters", "By lot"])
    #expect(
      theCase.statements.last?.requires.map(\.step) == [.issue("water", .options(["by-lot"]))])
  }

  @Test func theFormWithoutAScriptMakesThemToo() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/documents/paper", cookie: cookie).text
    #expect(page.contains("name=\"new-speaker\"") && page.contains("name=\"new-about\""))
    let form = CodingTests.fields.filter { !["speaker", "about", "option"].contains($0.0) }
    let made = try await desk.post(
      "/coding/statements", cookie: cookie,
      form + [
        ("speaker", "+"), ("new-speaker", "Jo Berg"), ("about", "+"), ("new-about", "The weir"),
      ])
    #expect(made.status == 303, "\(made.text)")
    let theCase = try desk.store.theCase()
    #expect(theCase.actors.last?.name == "Jo Berg")
    #expect(theCase.statements.last?.about == .issue("the-weir", .none))
  }

  @Test func anActionMayBeSomeonesWhoIsNew() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let made = try await CodingTests.live(
      desk, "/conflicts/build", cookie,
      [
        ("title", "The weir"), ("o.0.owner", "+"), ("o.0.new", "The Lake Office"),
        ("o.0.title", "open the weir"),
      ])
    #expect(made.status == 200, "\(made.answer)")
    let theCase = try desk.store.theCase()
    #expect(theCase.actors.last?.name == "The Lake Office")
    #expect(theCase.conflicts.last?.decisionMakers.flatMap(\.actors) == ["the-lake-office"])
  }

  @Test func aPromiseInAStatementHasAButtonThatEntersIt() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form =
      CodingTests.fields.filter { !["act", "gist"].contains($0.0) }
      + [("act", "commit"), ("gist", "North will repair the weirs"), ("due", "1 June 2025")]
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    let id = try #require(made.answer["statement"] as? String)
    let address = "/edit?section=commitments&amp;from=\(id)&amp;back="
    let page = try await desk.site.get("/commitments", cookie: cookie).text
    #expect(page.contains(address) && page.contains("Enter it as a commitment"))
    #expect(try await desk.site.get("/statements/\(id)", cookie: cookie).text.contains(address))
    let entry = try await desk.site.get(
      "/edit?section=commitments&from=\(id)&back=/commitments", cookie: cookie
    ).text
    #expect(entry.contains("Repair the weirs") && entry.contains("value=\"1 June 2025\""))
  }

  @Test func thePassageIsReadAgainOnlyAsThereIsAStatementInIt() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let read = try await desk.site.get(
      "/coding/reread.json?source=paper&start=0&end=30", cookie: cookie
    ).text
    #expect(read.contains("\"fields\" : {") && read.contains("\"act\" :"), "\(read)")
    let none = try await desk.site.get(
      "/coding/reread.json?source=paper&start=50&end=54", cookie: cookie
    ).text
    #expect(!none.contains("\"fields\" : {"), "\(none)")
  }
}
