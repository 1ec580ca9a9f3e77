import CaseModel
import Exchange
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// The matrix of positions as a table, there and back.
@Suite struct MatrixTests {
  private struct Cell: Hashable {
    let issue: String
    let answer: String
    let party: String
    let stance: String
  }

  @Test(arguments: ["sarn", "corvane", "istanbul"], ["csv", "xlsx"])
  func thereAndBack(_ name: String, _ form: String) throws {
    let theCase = try ExampleCase.open(name).theCase
    let rows = positions(theCase).matrix(theCase).rows
    var before: Set<Cell> = []
    for row in rows.dropFirst() {
      for (head, cell) in zip(rows[0], row).dropFirst(3) {
        for stance in cell.split(separator: ";") {
          before.insert(
            Cell(
              issue: row[0], answer: row[1], party: head.replacing("Stance of ", with: ""),
              stance: stance.drop { $0 == " " }.description))
        }
      }
    }
    #expect(before.count > 5)
    var project =
      form == "csv"
      ? try TableReader.project(csv: TableWriter.csv(rows)).project
      : try TableReader.project(xlsx: try TableWriter.xlsx(rows, sheet: "Matrix")).project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    let back = ProjectImport(project, mapping, id: "back", title: "Back").theCase
    let index = CaseIndex(back)
    #expect(Set(back.header.parties.map { index.name($0) }) == Set(before.map(\.party)))
    var after: Set<Cell> = []
    for statement in back.statements {
      guard case .issue(let id, .options(let options))? = statement.about,
        let issue = index.issue(id), let speaker = statement.speaker.first
      else { continue }
      for option in options {
        after.insert(
          Cell(
            issue: issue.title, answer: issue.options.first { $0.id == option }?.title ?? "",
            party: index.name(speaker),
            stance: statement.act == .condition ? "for, if" : statement.stance?.rawValue ?? ""))
      }
    }
    #expect(
      after == before,
      "\(before.subtracting(after).prefix(3)) \(after.subtracting(before).prefix(3))")
    for issue in back.issues {
      #expect(issue.category == theCase.issues.first { $0.title == issue.title }?.category)
    }
  }

  /// More columns than letters.
  @Test func aWideWorkbook() throws {
    let head = ["issue", "answer"] + (1...60).map { "Stance of Party \($0)" }
    let row = ["Truce", "Full"] + (1...60).map { $0 % 2 == 0 ? "for" : "against" }
    let bytes = try TableWriter.xlsx([head, row], sheet: "Matrix")
    var project = try TableReader.project(xlsx: bytes).project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    let made = ProjectImport(project, mapping, id: "wide", title: "Wide").theCase
    #expect(made.statements.count == 60 && made.actors.count == 60)
    #expect(made.statements.last?.stance == .for)
  }

  /// A row without a stance is no statement, and its issue stays.
  @Test func anIssueWithoutPositions() throws {
    var project = try TableReader.project(
      csv: Array("issue,North,South\nTruce,for,against; open\nBorder,,\n".utf8)
    ).project
    let mapping = ExchangeMapping(proposedFor: project)
    project.takeColumns(mapping)
    let made = ProjectImport(project, mapping, id: "made", title: "Made").theCase
    #expect(made.issues.map(\.title).sorted() == ["Border", "Truce"])
    #expect(made.statements.map(\.stance) == [.for, .against, .open])
    #expect(made.actors.map(\.name) == ["North", "South"])
  }
}
