import Foundation
import GraphModel
import TestSupport
import Testing

@Suite(.serialized) struct PublishedTests {
  @Test(arguments: PublishedCase.names)
  func equilibria(_ name: String) throws {
    let published = try PublishedCase.load(name)
    #expect(!published.expected.isEmpty)
    for expectation in published.expected {
      let found = try compute(expectation.concept, in: published)
      let agrees = found == Set(expectation.states)
      print(
        "\(name)\t\(expectation.concept)\t\(expectation.source)\t"
          + "{\(found.sorted().joined(separator: " "))}\t\(agrees ? "agrees" : "DIFFERS")")
      #expect(
        agrees,
        "\(name) \(expectation.concept): \(found.sorted()), not \(expectation.states.sorted())")
    }
  }

  /// No file of the folder, no key of a file and no expectation is passed over.
  @Test func everythingPublishedIsLookedAt() throws {
    let folder = Project.file("Tests/Data/graph-model")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    #expect(files == PublishedCase.names.sorted().map { $0 + ".json" })
    let known: Set = [
      "form", "citation", "note", "name", "state_numbering", "decision_makers", "options", "states",
      "coalitions", "preferences", "preference_pairs", "forbidden_moves", "expected", "inverse",
      "individual_stability",
    ]
    var expectations = 0
    for file in files {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      let object = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(Set(object.keys).subtracting(known).isEmpty, "\(file): \(object.keys.sorted())")
      #expect((object["forbidden_moves"] as? [Any] ?? []).isEmpty, "\(file)")
      let expected = try #require(object["expected"] as? [Any])
      expectations += expected.count
      #expect(try PublishedCase.load(String(file.dropLast(5))).expected.count == expected.count)
    }
    #expect(expectations == 95)
  }

  private func compute(_ label: String, in published: PublishedCase) throws -> Set<String> {
    if label.hasPrefix("C") {
      let parts = label.dropFirst().split(separator: ":")
      let kind = try #require(Concept.Sequential(rawValue: String(parts[0])))
      let coalition = parts[1].split(separator: "+").compactMap { name in
        published.decisionMakers.firstIndex { $0.id == name }
      }
      #expect(coalition.count == 2)
      let analysis = try published.analysis()
      return published.ids(
        try analysis.stableStates(forCoalition: coalition, kind), in: analysis.conflict)
    }
    let parts = label.split(separator: "_")
    let concept = try #require(Concept(label: String(parts[0])))
    let analysis = try published.analysis(
      parts.count > 1 ? #require(Analysis.Uncertainty(rawValue: String(parts[1]))) : .a)
    return published.ids(
      try analysis.stability([concept]).equilibria(concept), in: analysis.conflict)
  }

  @Test(arguments: PublishedCase.names)
  func individualStability(_ name: String) throws {
    let published = try PublishedCase.load(name)
    for (label, sets) in published.individual?.sets ?? [:] {
      let concept = try #require(Concept(label: label))
      let analysis = try published.analysis()
      let stability = try analysis.stability([concept])
      for (maker, states) in sets {
        let index = try #require(published.decisionMakers.firstIndex { $0.id == maker })
        let found = published.ids(
          try stability.stableStates(for: index, concept), in: analysis.conflict)
        #expect(found == Set(states), "\(name) \(label) for \(maker)")
      }
    }
  }
}
