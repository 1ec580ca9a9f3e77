import Foundation
import Testing

@testable import Networks

/// A small coded set with the matrices that the published definitions give.
@Suite struct PublishedTests {
  private struct File: Decodable {
    let statements: [Row]
    let rows: [String]
    let cols: [String]
    let onemode: [String: [[Double]]]
    let twomode: [[Double]]
    let duplicates: [String: Int]

    enum CodingKeys: String, CodingKey {
      case statements = "statements_[actor,issue,stance,date,document]"
      case rows, cols, onemode
      case twomode = "twomode_subtract"
      case duplicates = "duplicates_remaining"
    }

    struct Row: Decodable {
      let statement: CodedStatement

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let actor = try values.decode(String.self)
        let concept = try values.decode(String.self)
        let level = try values.decode(Int.self)
        let date = try values.decode(String.self).split(separator: "-").compactMap { Int($0) }
        statement = CodedStatement(
          actor: actor, concept: concept, stance: .level(level),
          day: CalendarDay(year: date[0], month: date[1], day: date[2]).number,
          document: "\(try values.decode(Int.self))")
      }
    }
  }

  private let file: File
  private let table: StatementTable

  init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Data/networks/integer-scale.json")
    file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    table = try StatementTable(file.statements.map(\.statement), scale: -5...5)
  }

  @Test func oneMode() throws {
    #expect(file.onemode.count == 16)
    for (name, expected) in file.onemode {
      let parts = name.split(separator: "|")
      let measure = try #require(Measure(rawValue: String(parts[0])))
      let normalisation = try #require(
        Normalisation(rawValue: parts[1] == "no" ? "none" : String(parts[1])))
      #expect(parts[2] == "include")
      let network = try table.oneMode(normalisation: normalisation)
      #expect(network.members == file.rows)
      for (row, line) in network.matrix(measure).enumerated() {
        for (column, value) in line.enumerated() {
          #expect((value - expected[row][column]).magnitude < 1e-9, "\(name) \(row) \(column)")
        }
      }
    }
  }

  @Test func twoMode() throws {
    let network = try table.twoMode()
    #expect(network.actors == file.rows)
    #expect(network.concepts == file.cols)
    #expect(try network.matrix(.subtract) == file.twomode)
  }

  @Test func duplicates() throws {
    func remaining(_ rule: DuplicateRule, _ departures: Set<Departure> = []) throws -> Int {
      let selection = Selection(duplicates: rule, departures: departures)
      return try table.twoMode(selection).activityOfActors.reduce(0, +)
    }
    #expect(try remaining(.keep) == file.duplicates["include"])
    #expect(try remaining(.document) == file.duplicates["document"])
    #expect(try remaining(.month) == file.duplicates["month_correct(year+month)"])
    #expect(
      try remaining(.month, [.periodWithoutYear]) == file.duplicates["month_DNA_3.1.1(month only)"])
    #expect(try remaining(.week) == file.duplicates["isoweek_correct(isoyear+week)"])
    #expect(
      try remaining(.week, [.periodWithoutYear])
        == file.duplicates["week_DNA_3.1.1_locale_en_GB(week only)"])
    #expect(try remaining(.year) == file.duplicates["year"])
    #expect(try remaining(.range) == file.duplicates["acrossrange"])
  }
}
