import CaseModel
import CaseStore
import Foundation
import Interchange
import Presentation
import TestSupport
import Testing

@testable import Workbench

/// The forms of entries, which come from the entries' own description.
@Suite struct EntryFormTests {
  @Test func closedListsAreChosenFromAndOwnIdsAreTyped() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/edit?section=issues", cookie: cookie).text
    #expect(page.contains("<select id=\"f.kind\"") && page.contains("<select id=\"f.value\""))
    #expect(page.contains("<input id=\"f.id\""))
  }

  /// Filling a form with an entry and sending it back unchanged loses nothing: for every entry of
  /// the worked cases, by way of the markup a browser would read.
  @Test(arguments: ["istanbul", "sarn", "corvane"])
  func everyEntrySurvivesItsForm(name: String) throws {
    let theCase = try ExampleCase.open(name).theCase
    var round = RoundTrip(theCase: theCase)
    Case.forEachSection(&round)
    #expect(round.count > 100, "\(name): \(round.count) entries")
    #expect(round.lost.isEmpty, "\(round.lost.prefix(5).joined(separator: "\n"))")
  }

  /// Every field that any entry of a case can have is reached by a form: as a control, or behind the
  /// buttons that open the parts around it.
  @Test func everyFieldOfTheRecordCanBeSet() throws {
    let book = FormBook.shared
    for section in Case.Section.allCases {
      let shape = try #require(book.sections[section])
      var reached: Set<String> = []
      try reach(shape, section.rawValue, [], &reached)
      #expect(!reached.isEmpty)
    }
    var reached: Set<String> = []
    try reach(book.header, "case", [], &reached)
    #expect(reached.contains("case.parties"))
  }

  private func reach(
    _ shape: FormShape, _ place: String, _ within: [String], _ reached: inout Set<String>
  ) throws {
    var within = within
    if case .named(let name) = shape {
      if within.contains(name) { return }
      within.append(name)
    }
    switch FormBook.shared.resolved(shape) {
    case .group(let fields):
      // The group as a form shows it, with the part in question opened.
      for field in fields {
        var group = FormTree()
        group["~here"] = FormTree("yes")
        group.open(field.name)
        var renderer = FormRenderer(FormChoices(CaseIndex(Case(.init(id: "c", title: "C")))))
        let markup = renderer.fields(.group(fields), group).text
        #expect(
          markup.contains("name=\"f.\(field.name)\"")
            || markup.contains("name=\"f.\(field.name).")
            || markup.contains("value=\"open f.\(field.name)"),
          "no form reaches \(place).\(field.name)")
        reached.insert("\(place).\(field.name)")
        try reach(field.shape, "\(place).\(field.name)", within, &reached)
      }
    case .list(let element), .names(let element): try reach(element, place, within, &reached)
    case .either(let shapes):
      for shape in shapes { try reach(shape, place, within, &reached) }
    default: break
    }
  }

  @Test func anEntryIsAddedChangedAndRemovedInTheBrowser() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let added = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "actors"), ("key", ""), ("expected", ""), ("do", "save"), ("back", "/record"),
        ("f.~here", "yes"), ("f.name", "The Lake Office"), ("f.kind", "organisation"),
      ])
    #expect(added.status == 303, "\(added.text)")
    let office = try #require(try desk.store.theCase().actors.last)
    #expect(office.id == "the-lake-office" && office.name == "The Lake Office")
    #expect(office.provenance.by == "berta-vogel")

    let page = try await desk.site.get(
      "/edit?section=actors&key=the-lake-office", cookie: cookie)
    #expect(page.status == 200)
    var form = FormMarkup.items(page.text)
    let place = try #require(form.firstIndex { $0.name == "f.name" })
    form[place].value = "The Office of the Lake"
    let changed = try await desk.post(
      "/entries", cookie: cookie, FormMarkup.unsigned(form) + [("do", "save")])
    #expect(changed.status == 303, "\(changed.text)")
    #expect(try desk.store.theCase().actors.last?.name == "The Office of the Lake")

    // The form is stale now: both versions are shown, and nothing is written.
    let stale = try await desk.post(
      "/entries", cookie: cookie, FormMarkup.unsigned(form) + [("do", "save")])
    #expect(stale.status == 303 || stale.status == 409)

    let again = try await desk.site.get("/edit?section=actors&key=the-lake-office", cookie: cookie)
    let removal = FormMarkup.unsigned(FormMarkup.items(again.text)) + [("do", "delete")]
    let removed = try await desk.post("/entries", cookie: cookie, removal)
    #expect(removed.status == 303, "\(removed.text)")
    #expect(try !desk.store.theCase().actors.contains { $0.id == "the-lake-office" })
  }

  @Test func whatCannotBeReadComesBackWithTheFaultBesideItsField() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let before = try desk.store.newestGroup()
    let answer = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "meetings"), ("key", ""), ("expected", ""), ("do", "save"), ("back", "/record"),
        ("f.~here", "yes"), ("f.title", "The third round"), ("f.date.~", "0"),
        ("f.date.~0", "some time in spring"),
      ])
    #expect(answer.status == 200)
    #expect(answer.text.contains("is not a date") && answer.text.contains("The third round"))
    #expect(answer.text.contains("aria-invalid=\"true\""))
    #expect(try desk.store.newestGroup() == before)
  }

  @Test func aPartIsOpenedAndTakenAwayAgain() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let base = [
      ("section", "issues"), ("key", ""), ("expected", ""), ("back", "/record"), ("f.~here", "yes"),
      ("f.title", "The fare"),
    ]
    let opened = try await desk.post(
      "/entries", cookie: cookie, base + [("do", "open f.options.0")])
    #expect(opened.text.contains("name=\"f.options.0.title\"") && opened.text.contains("The fare"))
    let items = FormMarkup.unsigned(FormMarkup.items(opened.text))
    let closed = try await desk.post(
      "/entries", cookie: cookie, items + [("do", "remove f.options.0")])
    #expect(!closed.text.contains("name=\"f.options.0.title\""))
  }

  @Test func removingWhatOthersNameAsksFirst() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let theCase = try desk.store.theCase()
    let speaker = try #require(theCase.statements.first?.speaker.first)
    let page = try await desk.site.get("/edit?section=actors&key=\(speaker)", cookie: cookie)
    let removal = FormMarkup.unsigned(FormMarkup.items(page.text)) + [("do", "delete")]
    let asked = try await desk.post("/entries", cookie: cookie, removal)
    #expect(asked.status == 200 && asked.text.contains("Remove it nevertheless"))
    // How many are in the way, and where each is changed.
    let named = theCase.statements.filter { $0.speaker.contains(speaker) }
    let first = try #require(named.first?.id)
    #expect(asked.text.contains("Nothing was removed: "))
    #expect(asked.text.contains("\(named.count) statement"))
    #expect(asked.text.contains("href=\"/edit?section=statements&amp;key=\(first)\""))
    #expect(!asked.text.contains("unknown actor"))
    #expect(try desk.store.theCase().actors.contains { $0.id == speaker })
  }

  /// The way back leads to this server and no other.
  @Test(arguments: ["/%5Cevil.example/", "/%09/evil.example/", "//evil.example/", "evil"])
  func theWayBackIsOfThisServer(_ back: String) async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.site.get("/edit?section=actors&back=\(back)", cookie: cookie).text
    #expect(page.contains("<a href=\"/record\">Cancel</a>"), "\(back)")
  }

  @Test func aFormOfAnyNamesIsRefusedPlainly() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    for items in [
      [("section", "nothing")], [("section", "actors"), ("key", "x")],
      [("section", "actors"), ("f.~here", "yes"), ("f.name.0.1.2", "x"), ("do", "save")],
      [("section", "actors"), ("do", "open f." + String(repeating: "a.", count: 200))],
    ] {
      let answer = try await desk.post(
        "/entries", cookie: cookie, items + [("back", "/record")])
      #expect(answer.status == 400 || answer.status == 200, "\(items): \(answer.status)")
    }
  }
}

/// Sends every entry of a case through its form.
private struct RoundTrip: SectionVisitor {
  let theCase: Case
  var count = 0
  var lost: [String] = []

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let shape = FormBook.shared.sections[section] ?? .group([])
    let choices = FormChoices(CaseIndex(theCase))
    for entry in theCase[keyPath: path] {
      count += 1
      var renderer = FormRenderer(choices)
      let markup = renderer.fields(shape, FormBook.shared.tree(shape, entry.node()))
      let sent = FormTree(Query(FormMarkup.items(markup.text)), under: FormRenderer.prefix)
      var reader = NodeReader()
      let read = FormBook.shared.node(shape, sent).flatMap { Entry.read($0, &reader) }
      if read != entry {
        lost.append(
          "\(section) \(entry.entryID ?? "?"): \(reader.findings.first?.message ?? "differs")")
      }
    }
  }
}
