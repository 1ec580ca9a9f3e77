import Foundation
import GraphModel
import Testing

/// One published conflict as stored in Tests/Data/graph-model.
struct PublishedCase: Decodable {
  struct Maker: Decodable { let id: String }
  struct Option: Decodable {
    let id: String
    let dm: String
    let direction: String?
  }
  struct State: Decodable {
    let id: String
    let pattern: String
  }
  struct Expectation: Decodable {
    let concept: String
    let states: [String]
    let source: String
  }
  struct Inverse: Decodable {
    let desired: String
    let concept: String
    let count: Int
    let of: Int
    let source: String
    let correct: Int?

    enum CodingKeys: String, CodingKey {
      case desired, concept, count, of, source
      case correct = "correct_by_definition"
    }
  }
  struct Individual: Decodable {
    let sets: [String: [String: [String]]]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var sets: [String: [String: [String]]] = [:]
      for key in container.allKeys where key.stringValue != "source" {
        sets[key.stringValue] = try container.decode([String: [String]].self, forKey: key)
      }
      self.sets = sets
    }

    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  let name: String
  let decisionMakers: [Maker]
  let options: [Option]
  let states: [State]
  let preferences: [String: [String]]
  let pairs: [String: [[String]]]?
  let expected: [Expectation]
  let individual: Individual?
  let inverse: [Inverse]?

  enum CodingKeys: String, CodingKey {
    case name, options, states, preferences, expected, inverse
    case decisionMakers = "decision_makers"
    case pairs = "preference_pairs"
    case individual = "individual_stability"
  }

  static let names = [
    "chicken", "cuban_missile_crisis", "elmira_9", "gisborne_unknown", "prisoners_dilemma",
    "syria_iraq_1975", "us_nk_2017_base",
  ]

  static func load(_ name: String) throws -> PublishedCase {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "graph-model"))
    return try JSONDecoder().decode(PublishedCase.self, from: Data(contentsOf: url))
  }

  var form: OptionForm {
    OptionForm(
      decisionMakers: decisionMakers.map(\.id),
      options: options.map {
        OptionForm.Option(
          $0.id, owners: [$0.dm],
          direction: $0.direction == "fwd" ? .forward : $0.direction == "back" ? .back : .both)
      }, states: states.map(\.pattern))
  }

  var patternOf: [String: String] {
    Dictionary(uniqueKeysWithValues: states.map { ($0.id, $0.pattern) })
  }

  var stated: [Preference] {
    decisionMakers.map { maker in
      if let ranking = preferences[maker.id] {
        return .strict(ranking.compactMap { patternOf[$0] })
      }
      return .pairwise(
        (pairs?[maker.id] ?? []).map {
          Preference.Comparison(patternOf[$0[0]] ?? "", .preferred, patternOf[$0[1]] ?? "")
        })
    }
  }

  func analysis(_ uncertainty: Analysis.Uncertainty = .a) throws -> Analysis {
    let conflict = try form.compile()
    return try Analysis(conflict, conflict.profile(stated), uncertainty: uncertainty)
  }

  func ids(_ found: [Conflict.State], in conflict: Conflict) -> Set<String> {
    let patterns = Set(found.map { conflict.label(of: $0) })
    return Set(states.filter { patterns.contains($0.pattern) }.map(\.id))
  }
}
