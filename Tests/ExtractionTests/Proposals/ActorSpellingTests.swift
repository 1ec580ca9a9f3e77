import CaseModel
import Testing

@testable import Extraction

/// Two ways to call one actor, and names of two.
@Suite struct ActorSpellingTests {
  private static func actor(
    _ name: String, _ kind: Case.Actor.Kind = .person, _ aliases: [String] = []
  ) -> Case.Actor {
    var actor = Case.Actor(id: "one", name: name, kind: kind)
    actor.aliases = aliases
    return actor
  }

  @Test(arguments: [
    "Lie", "Mr Lie", "M. Lie", "Morten", "Morten Lie", "morten lie", "Norland's deputy minister",
    "prime minister", "islands' prime minister", "spokesman",
  ]) func theSamePerson(_ name: String) {
    #expect(ActorSpelling.isName(name, of: Self.actor("Morten Lie")))
  }

  @Test(arguments: [
    "Halina Brez", "Brez", "Ingrid Dahl", "Norland", "senior Veskan official", "her deputy",
    "Northern Marine Council", "foreign ministry",
  ]) func someoneElse(_ name: String) {
    #expect(!ActorSpelling.isName(name, of: Self.actor("Morten Lie")))
  }

  @Test func bodiesAndStates() {
    let council = Self.actor("Northern Marine Council", .body)
    #expect(ActorSpelling.isName("the Council", of: council))
    #expect(ActorSpelling.isName("NMC", of: council))
    #expect(ActorSpelling.isName("Halden", of: Self.actor("Halden Marine", .organisation)))
    #expect(ActorSpelling.isName("foreign ministry", of: Self.actor("Veska", .state)))
    #expect(
      !ActorSpelling.isName("Norland", of: Self.actor("Norland Seamen's Union", .organisation)))
    #expect(!ActorSpelling.isName("North", of: Self.actor("South", .state)))
    #expect(ActorSpelling.isName("Kavria", of: Self.actor("Karvia", .state)))
    #expect(
      ActorSpelling.isName("Medinskiy", of: Self.actor("Vladimir Medinsky", .person, ["Medinsky"])))
  }
}
