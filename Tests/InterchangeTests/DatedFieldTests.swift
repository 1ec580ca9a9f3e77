import CaseModel
import Foundation
import Interchange
import Synchronization
import TestSupport
import Testing

/// The walk over dates reaches every field that bears one.
@Suite struct DatedFieldTests {
  /// A dating written short and in full bears its date in one place.
  private static func kind(_ kind: String) -> String {
    kind.hasSuffix(".value") && kind != "statements.about.value"
      ? String(kind.dropLast(".value".count)) : kind
  }

  /// The fields that are dates by the JSON Schema, as paths of keys from the section.
  private static func datedBySchema() throws -> Set<String> {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(CaseSchema.json())) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    var found: Set<String> = []
    func look(_ value: Any, _ path: [String], _ inside: [String]) {
      if let list = value as? [Any] { return list.forEach { look($0, path, inside) } }
      guard let map = value as? [String: Any] else { return }
      if let name = (map["$ref"] as? String)?.split(separator: "/").last.map(String.init) {
        if name == "date" {
          found.insert(kind(path.joined(separator: ".")))
        } else if !inside.contains(name), let definition = definitions[name] {
          look(definition, path, inside + [name])
        }
      }
      for key in ["anyOf", "items", "additionalProperties"] {
        if let inner = map[key] { look(inner, path, inside) }
      }
      for (key, inner) in map["properties"] as? [String: Any] ?? [:] {
        look(inner, path + [key], inside)
      }
    }
    for section in Case.Section.allCases {
      look(properties[section.rawValue] ?? [:], [section.rawValue], [])
    }
    return found
  }

  @Test func theWalkGivesTheFieldsThatTheSchemaCallsDates() throws {
    let schema = try Self.datedBySchema()
    #expect(schema.contains("statements.until") && schema.contains("drafts.signed.date"))
    #expect(schema.contains("commitments.schedule.due") && schema.contains("milestones.due.or"))
    var walked: Set<String> = []
    for seed in 0..<60 {
      let dates = randomCase(seed: UInt64(seed), density: 0.9).dates()
      walked.formUnion(dates.map { Self.kind($0.kind) })
    }
    // A window counts from a meeting or a date, and is text for the schema.
    walked.remove("commitments.window.after")
    // A package is a subject within a subject, which the schema names once.
    walked = walked.filter { !$0.contains(".together.") }
    #expect(walked.subtracting(schema).sorted() == [])
    // A subject may have a date as its answer, wherever it is; random cases have it here and there.
    #expect(walked.contains("statements.about.value.date"))
    #expect(walked.contains("statements.requires.value.date"))
    let left = schema.subtracting(walked).filter { !$0.contains(".value.date") }
    #expect(left.sorted() == [])
  }

  @Test func everyDateCanBeReplaced() throws {
    let late = try EDTFDate("2099")
    for seed in 0..<20 {
      let theCase = randomCase(seed: UInt64(seed), density: 0.8)
      let moved = theCase.replacingDates { _, _ in late }
      #expect(moved.dates().allSatisfy { $0.date == late })
      #expect(moved.dates().map(\.path) == theCase.dates().map(\.path))
      #expect(theCase.replacingDates { _, date in date } == theCase)
    }
  }

  @Test func theWayLeadsToTheField() throws {
    let theCase = try read(
      """
      dragoman: 1
      case: {id: v, title: V}
      statements:
        - {id: s, source: p, quote: {start: 0, end: 1}, gist: g, speaker: a, act: offer, until: 2025-06,
           about: {together: [{issue: i, value: {date: 2025-07}}]}, requires: [{issue: j, kind: before, due: 2025-05}]}
      """
    ).theCase
    #expect(
      theCase.dates().map { "\($0.path) \($0.date.text)" } == [
        "statements[s].about.together[#1].value.date.value 2025-07",
        "statements[s].requires[#1].due.value 2025-05", "statements[s].until.value 2025-06",
      ])
  }
}
