import Foundation
import TestSupport
import Testing

@testable import Bargaining

/// The data in `Tests/Data`, read where it lies.
enum PublishedData {
  static let folder = Project.file("Tests/Data")

  /// The twenty articles of the peace-agreement simulator, every party scoring by the mean.
  static func articles(
    reservations: [Quantity], linked: Bool = true
  ) throws -> Scenario {
    let text = try String(contentsOf: folder.appending(path: "peace-articles.csv"), encoding: .utf8)
    var scores: [[Int]] = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      var fields: [String] = [""]
      var quoted = false
      for character in line {
        if character == "\"" {
          quoted.toggle()
        } else if character == "," && !quoted {
          fields.append("")
        } else {
          fields[fields.count - 1].append(character)
        }
      }
      scores.append(fields[3...6].compactMap { Int($0) })
    }
    let pairs = linked ? [(2, 3), (5, 6), (8, 10), (12, 13), (14, 15)] : []
    return Scenario(
      issues: scores.indices.map { .init(name: "\($0 + 1)", domain: .options(["out", "in"])) },
      parties: (0..<4).map { party in
        .init(
          name: ["Ukraine", "Russia", "USA", "Europe"][party],
          utility: .meanOfIncluded(
            .init(scores: scores.map { [nil, Quantity(ExactDecimal($0[party]))] })),
          reservation: reservations[party])
      },
      links: pairs.map {
        .excludes(.init(issue: $0.0 - 1, option: 1), .init(issue: $0.1 - 1, option: 1))
      })
  }
}

/// `bargaining/random-11.json`.
struct ReferenceFile: Decodable {
  struct Party: Decodable {
    let weights: [Int]
    let values: [[Int]]
    let reservation: Int
  }
  struct Link: Decodable {
    let kind: String
    let a: [Int]
    let b: [Int]
  }
  struct RedLine: Decodable {
    let party: Int
    let option: [Int]
  }
  struct Winners: Decodable {
    let utilities: [[Int]]
    let packages: [[Int]]
    let product: Int?
    let ratio: String?
  }
  struct Expected: Decodable {
    let packages: UInt64
    let feasible: UInt64
    let acceptable: UInt64
    let frontierFeasible: [[Int]]
    let frontierAcceptable: [[Int]]
    let packagesOnFrontierAcceptable: UInt64
    let nash: Winners
    let kalaiSmorodinsky: Winners
    let egalitarian: Winners
    let utilitarian: Winners
    let best: [Int]
  }
  struct Entry: Decodable {
    let id: String
    let sizes: [Int]
    let parties: [Party]
    let links: [Link]
    let redLines: [RedLine]
    let expected: Expected

    var scenario: Scenario {
      Scenario(
        issues: sizes.enumerated().map { index, size in
          .init(name: "\(index)", domain: .options((0..<size).map(String.init)))
        },
        parties: parties.enumerated().map { index, party in
          .init(
            name: "\(index)",
            utility: .additive(
              .init(
                weights: party.weights.map { ExactDecimal($0) },
                values: party.values.map { $0.map { ExactDecimal($0) } })),
            reservation: Quantity(ExactDecimal(party.reservation)),
            redLines: redLines.filter { $0.party == index }.map {
              .init(
                name: "\($0.option)",
                ruledOut: .choice(.init(issue: $0.option[0], option: $0.option[1])))
            })
        },
        links: links.map {
          let a = Scenario.Choice(issue: $0.a[0], option: $0.a[1])
          let b = Scenario.Choice(issue: $0.b[0], option: $0.b[1])
          return $0.kind == "excludes" ? .excludes(a, b) : .requires(a, b)
        })
    }
  }
  let scenarios: [Entry]

  static func read() throws -> [Entry] {
    let data = try Data(
      contentsOf: PublishedData.folder.appending(path: "bargaining/random-11.json"))
    return try JSONDecoder().decode(ReferenceFile.self, from: data).scenarios
  }
}

@Suite struct PublishedFigureTests {
  @Test func referenceScenarios() throws {
    let entries = try ReferenceFile.read()
    #expect(entries.count == 60)
    for entry in entries {
      let compiled = try CompiledScenario(entry.scenario)
      let expected = entry.expected
      let frontier = try compiled.frontier()
      let label = Comment(rawValue: entry.id)
      func vectors(_ rows: [[Int]]) -> [[ExactValue]] { rows.map { $0.map { ExactValue($0) } } }
      #expect(compiled.packageCount.exact == expected.packages, label)
      #expect(
        Set(frontier.points.map(\.utilities)) == Set(vectors(expected.frontierFeasible)), label)
      let acceptable = frontier.acceptable.compactMap { frontier.point($0) }
      #expect(Set(acceptable.map(\.utilities)) == Set(vectors(expected.frontierAcceptable)), label)
      #expect(
        acceptable.reduce(0) { $0 + ($1.packageCount.exact ?? 0) }
          == expected.packagesOnFrontierAcceptable, label)
      let winners: [(Solution, ReferenceFile.Winners)] = [
        (.nash, expected.nash), (.kalaiSmorodinsky, expected.kalaiSmorodinsky),
        (.egalitarian, expected.egalitarian), (.utilitarian, expected.utilitarian),
      ]
      for (solution, winner) in winners {
        let point = try frontier.point(of: solution)
        #expect(
          Set(point.indices.compactMap { frontier.point($0)?.utilities })
            == Set(vectors(winner.utilities)), label)
        let packages = try point.indices.flatMap { try frontier.packages(at: $0) }
        #expect(Set(packages.map(\.options)) == Set(winner.packages), label)
        if let product = winner.product { #expect(point.score == ExactValue(product), label) }
        if let ratio = winner.ratio {
          let parts = ratio.split(separator: "/").compactMap { Int($0) }
          #expect(
            point.score
              == ExactValue(parts[0]).divided(by: ExactValue(parts.count > 1 ? parts[1] : 1)),
            label)
        }
      }
    }
  }
}
