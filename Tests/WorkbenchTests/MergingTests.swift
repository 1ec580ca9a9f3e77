import CaseModel
import Foundations
import Interchange
import TestSupport
import Testing

/// Two entries made one, and one made two.
@Suite struct MergingTests {
  private struct Walk: SectionVisitor {
    let theCase: Case
    let wanted: (ReferenceTarget) -> Bool
    var found: [(place: String, id: String)] = []

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      let all = Collected()
      let wanted = wanted
      var walker = ReferenceWalker { id, target, path in
        guard wanted(target) else { return }
        let keys = path.steps.compactMap { step -> String? in
          if case .key(let key) = step { key } else { nil }
        }
        // What each party wants is by the party.
        let place = keys.first == "wants" ? "wants" : keys.joined(separator: ".")
        all.found.append(("\(section) \(place)", id))
      }
      for var entry in theCase[keyPath: path] { entry.walk(&walker) }
      found += all.found
    }
  }

  private final class Collected {
    var found: [(place: String, id: String)] = []
  }

  /// Where ids of a kind stand, as `statements about.together.issue`, and which.
  private static func references(
    _ theCase: Case, _ wanted: @escaping (ReferenceTarget) -> Bool
  ) -> [(place: String, id: String)] {
    var walk = Walk(theCase: theCase, wanted: wanted)
    Case.forEachSection(&walk)
    return walk.found
  }

  private static func dangling(_ theCase: Case) -> [String] {
    IntegrityCheck.findings(theCase, texts: CaseTexts()).filter { $0.code == "dangling-reference" }
      .map(\.message)
  }

  private static func isActor(_ target: ReferenceTarget) -> Bool { target == .entry(.actors) }

  /// Of whatever kind a reference is, by the entries' own description: afterwards none names the actor that
  /// is gone, and every kind there is was met.
  @Test func everyReferenceToAMergedActorIsRewritten() throws {
    var kinds: Set<String> = []
    var rewritten: Set<String> = []
    var merges = 0
    for seed in 0..<1_600 as Range<UInt64> {
      var theCase = randomCase(seed: seed, density: 0.6)
      guard let kept = theCase.actors.last?.id, theCase.actors.count > 1 else { continue }
      for place in theCase.actors.indices { theCase.actors[place].provenance.confidential = false }
      let before = Self.references(theCase, Self.isActor)
      kinds.formUnion(before.map(\.place))
      // One that is named in a way not met yet, so that every kind of reference is.
      guard
        let unmet = before.first(where: { !rewritten.contains($0.place) && $0.id != kept.raw })
          ?? before.first(where: { $0.id != kept.raw })
      else { continue }
      let other = Case.Actor.ID(unmet.id)
      if !theCase.actors.contains(where: { $0.id == other }) { theCase.actors[0].id = other }
      guard other != kept,
        theCase.actors.count(where: { $0.id == other || $0.id == kept }) == 2
      else { continue }
      guard let merged = try? theCase.merging(other, into: kept) else { continue }
      merges += 1
      let after = Self.references(merged.theCase, Self.isActor)
      #expect(!after.contains { $0.id == other.raw }, "seed \(seed)")
      rewritten.formUnion(before.filter { $0.id == other.raw }.map(\.place))
      #expect(merged.theCase.actors.count == theCase.actors.count - 1)
      let name = theCase.actors.first { $0.id == other }?.name ?? ""
      let left = try #require(merged.theCase.actors.last)
      #expect(left.aliases.contains(name) || left.name == name)
    }
    #expect(merges > 100, "\(merges) merges")
    #expect(kinds.subtracting(rewritten).isEmpty, "\(kinds.subtracting(rewritten).sorted())")
  }

  /// In each worked case any two actors: the record holds together as it did.
  @Test(arguments: ["sarn", "corvane", "istanbul"]) func workedCasesHoldTogether(
    _ name: String
  ) throws {
    let theCase = try ExampleCase.open(name).theCase
    let known = Self.dangling(theCase).count
    var done = 0
    for (other, kept) in zip(theCase.actors, theCase.actors.dropFirst()) {
      guard let merged = try? theCase.merging(other.id, into: kept.id).theCase else { continue }
      let broken = Self.dangling(merged)
      #expect(broken.count == known, "\(other.id) into \(kept.id): \(broken)")
      done += 1
    }
    for other in theCase.issues {
      for kept in theCase.issues where kept.id != other.id {
        guard let merged = try? theCase.merging(other.id, into: kept.id).theCase else { continue }
        let broken = Self.dangling(merged)
        #expect(broken.count == known, "\(other.id) into \(kept.id): \(broken)")
        let whole = Self.references(merged) { $0 == .entry(.issues) }
        #expect(!whole.contains { $0.id == other.id.raw })
        done += 1
      }
    }
    #expect(done > 20, "\(done) merges")
  }

  @Test func whatBecomesTheSameIsThereOnce() throws {
    let theCase = try Self.weirs()
    let merged = try theCase.merging("clerk" as Case.Actor.ID, into: "north").theCase
    #expect(merged.statements[0].speaker == ["north"])
    #expect(merged.header.parties == ["north", "south"])
    #expect(merged.actors[0].aliases == ["Clerk", "Scribe"])
    #expect(merged.actors[0].speaksFor.isEmpty, "no one speaks for themselves")
    #expect(merged.issues[0].wants.pairs.map(\.actor.raw) == ["north"])
  }

  @Test func issuesKeepTheirOptionsApart() throws {
    let theCase = try Self.weirs()
    let merged = try theCase.merging("gates" as Case.Issue.ID, into: "water").theCase
    #expect(merged.issues.map(\.id) == ["water"])
    #expect(merged.issues[0].options.map(\.id.raw) == ["turns", "meters", "turns-2"])
    #expect(merged.issues[0].keywords == ["Gates"])
    #expect(merged.statements[1].about == .issue("water", .options(["turns-2"])))
  }

  @Test func onlyTheStatementsChosenGoToTheNewOne() throws {
    let theCase = try Self.weirs()
    let split = try theCase.splitting("water" as Case.Issue.ID, as: "upper", "Upper water", ["s1"])
    #expect(split.theCase.issues.map(\.id) == ["water", "upper", "gates"])
    #expect(split.theCase.statements[0].about == .issue("upper", .options(["turns"])))
    #expect(split.theCase.statements[2].about == .issue("water", .options(["turns"])))
    #expect(split.touched.map(\.id) == ["s1"])
    #expect(throws: MergeError.self) {
      try theCase.splitting("water" as Case.Issue.ID, as: "upper", "Upper water", [])
    }
  }

  private static func weirs() throws -> Case {
    let digest = String(repeating: "0", count: 64)
    func statement(_ id: String, _ speaker: String, _ issue: String) -> String {
      """
      {"id": "\(id)", "source": "paper", "quote": {"start": 0, "end": 5, "sha256": "\(digest)"},
       "gist": "g", "speaker": \(speaker), "act": "demand", "about": {"issue": "\(issue)", "option": "turns"}}
      """
    }
    var theCase = Case(
      Case.Header(id: "weirs", title: "Weirs", parties: ["north", "clerk", "south"]))
    theCase.actors = [
      Case.Actor(id: "north", name: "North", kind: .state),
      Case.Actor(id: "clerk", name: "Clerk", kind: .person),
      Case.Actor(id: "south", name: "South", kind: .state),
    ]
    theCase.actors[1].aliases = ["Scribe"]
    theCase.actors[1].speaksFor = [Case.Actor.SpeaksFor("north")]
    theCase.issues = [
      Case.Issue(id: "water", title: "Water", kind: .negotiable),
      Case.Issue(id: "gates", title: "Gates", kind: .negotiable),
    ]
    theCase.issues[0].options = [
      Case.Issue.Option(id: "turns", title: "By turns"),
      Case.Issue.Option(id: "meters", title: "By meters"),
    ]
    theCase.issues[1].options = [Case.Issue.Option(id: "turns", title: "Turned by hand")]
    theCase.issues[0].wants = try ActorMap<Case.Issue.Want>.read(
      json: Array(#"{"north": "more", "clerk": "more"}"#.utf8))
    theCase.statements = try [
      statement("s1", #"["north", "clerk"]"#, "water"), statement("s2", #""south""#, "gates"),
      statement("s3", #""south""#, "water"),
    ].map { try Case.Statement.read(json: Array($0.utf8)) }
    return theCase
  }
}
