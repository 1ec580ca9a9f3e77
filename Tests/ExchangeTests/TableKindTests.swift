import CaseModel
import Exchange
import Interchange
import TestSupport
import Testing

/// Tables that are no lists of statements: a matrix of stances, issues with their families, actors.
@Suite struct TableKindTests {
  private func made(_ csv: String) throws -> (ProjectImport, ExchangeMapping) {
    var project = try TableReader.project(csv: Array(csv.utf8)).project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    return (ProjectImport(project, mapping, id: "made", title: "Made"), mapping)
  }

  @Test func aMatrixOfStances() throws {
    let (made, mapping) = try made(
      """
      article,group,title,north,south,north_stance,south_stance
      1,water,The sluice is shared,7,2,for,against
      2,water,Turns by the week,5,6,open,for
      3,land,"The pasture, whole",3,9,,for
      """)
    #expect(mapping.columns["title"] == .issue && mapping.columns["group"] == .category)
    #expect(mapping.columns["north_stance"] == .stanceOf)
    #expect(mapping.actors == ["north_stance": "North", "south_stance": "South"])
    let statements = made.theCase.statements
    #expect(statements.count == 5)
    #expect(statements.map(\.stance) == [.for, .against, .open, .for, .for])
    #expect(statements.flatMap(\.speaker) == ["north", "south", "north", "south", "south"])
    #expect(made.theCase.issues.map(\.title).count == 3)
    #expect(made.theCase.issues.map(\.category) == ["water", "water", "land"])
    #expect(Set(statements.map(\.id)).count == 5)
    #expect(
      statements.allSatisfy { $0.quote.spans.first?.exact?.contains("–") == true })
    // The scores are no stances, and are named as left out.
    #expect(made.report.left.contains { $0.contains("north") })
  }

  @Test func aMatrixByNamesAlone() throws {
    let (made, mapping) = try made(
      """
      issue,North,South,East
      Truce,for,against,for
      Border,against,for,open
      """)
    #expect(mapping.columns["North"] == .stanceOf && mapping.columns["issue"] == .issue)
    #expect(made.theCase.statements.count == 6)
    #expect(made.theCase.actors.map(\.name) == ["North", "South", "East"])
  }

  @Test func familiesByEitherDatabase() throws {
    #expect(IssueFamily.named("Ce") == IssueFamily.named("cease"))
    #expect(IssueFamily.named("TjPrire")?.words == "prisoners")
    #expect(IssueFamily.named("PRISONERS")?.ucdp == "pris")
    #expect(IssueFamily.named("sorcery") == nil)
    for family in IssueFamily.all {
      #expect(IssueFamily.named(family.words) == family)
      #expect(IssueFamily.named(family.pax) == family)
    }
    let (made, _) = try made(
      """
      issue,answer,ucdp,stage
      Truce,Full,cease,Cea
      Truce,Partial,cease,Cea
      Captives,All for all,pris,Sideways
      """)
    #expect(made.theCase.statements.isEmpty && made.theCase.sources.isEmpty)
    #expect(made.theCase.issues.map(\.category) == ["ceasefire", "prisoners"])
    #expect(made.theCase.issues.map(\.stage) == [.cea, nil])
    #expect(made.theCase.issues.map(\.options.count) == [2, 1])
    #expect(made.report.left.contains { $0.contains("Sideways") })
  }

  @Test func unknownVariablesAndSecondKindsAreNamed() throws {
    let (issues, _) = try made("issue,answer,ucdp\nTruce,Full,sorcery\nCaptives,All,pris\n")
    #expect(issues.theCase.issues.map(\.category) == [nil, "prisoners"])
    #expect(issues.report.left.contains("variables that UCDP does not have: 1 (sorcery)"))
    let (actors, _) = try made("name,kind\nMia,person\nMia,state\nMia,person\n")
    #expect(actors.theCase.actors.map(\.kind) == [.person])
    #expect(actors.report.left.contains("attributes of actors: 1 (Mia, kind state)"))
  }

  @Test(arguments: ["sarn", "corvane", "istanbul"])
  func issuesAndActorsThereAndBack(_ name: String) throws {
    let theCase = try ExampleCase.open(name).theCase
    let (issues, _) = try made(
      String(decoding: TableWriter.csv(TableWriter.issues(theCase)), as: UTF8.self))
    #expect(issues.theCase.issues.map(\.title) == theCase.issues.map(\.title))
    #expect(issues.theCase.issues.map(\.category) == theCase.issues.map(\.category))
    #expect(issues.theCase.issues.map(\.stage) == theCase.issues.map(\.stage))
    #expect(
      issues.theCase.issues.map { $0.options.map(\.title) }
        == theCase.issues.map { $0.options.map(\.title) })
    let (actors, _) = try made(
      String(decoding: TableWriter.csv(TableWriter.actors(theCase)), as: UTF8.self))
    let found = Dictionary(
      actors.theCase.actors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for actor in theCase.actors {
      let own = try #require(found[actor.name])
      #expect(Set(own.aliases) == Set(actor.aliases.filter { $0 != actor.name }))
    }
  }

  @Test func categoriesAreColumnsOfTheTableOfStatements() throws {
    let file = try ExampleCase.open("istanbul")
    let rows = TableWriter.rows(ProjectExport(file.theCase, file.texts).project)
    let place = try #require(rows[0].firstIndex(of: "category"))
    #expect(rows.dropFirst().contains { $0[place] == "security guarantees" })
    let pax = try #require(rows[0].firstIndex(of: "pax"))
    #expect(rows.dropFirst().contains { $0[place] == "prisoners" && $0[pax] == "TjPrire" })
  }
}
