import CaseModel
internal import Foundations

extension Plan {
  func actors(_ random: inout SplitMix64) -> [Case.Actor] {
    var actors: [Case.Actor] = []
    for number in 0..<parties {
      var state = Case.Actor(id: party(number), name: "Party \(number + 1)", kind: .state)
      state.aliases = ["Capital \(number + 1)", "Столиця \(number + 1)", "Palace \(number + 1)"]
      actors.append(state)
      for place in 0..<Self.speakersPerParty {
        actors.append(speaker(place, of: number, &random))
      }
    }
    for number in 0..<outsiders {
      var state = Case.Actor(id: outsider(number), name: "Outsider \(number + 1)", kind: .state)
      if number % 2 == 0 {
        var role = Case.Actor.Role()
        role.role = number == 0 ? .host : .mediator
        role.from = try? EDTFDate("2022-03")
        role.evidence = evidence(&random)
        state.roles = [role]
      }
      actors.append(state)
    }
    for number in 0..<outlets {
      actors.append(
        Case.Actor(id: outlet(number), name: "Outlet \(number + 1)", kind: .outlet))
      var author = Case.Actor(
        id: author(number), name: "Author of outlet \(number + 1)", kind: .unnamed)
      author.partOf = [outlet(number)]
      actors.append(author)
    }
    return actors
  }

  private func speaker(
    _ place: Int, of party: Int, _ random: inout SplitMix64
  ) -> Case.Actor {
    var person = Case.Actor(
      id: speaker(party, place), name: "Speaker \(place + 1) of party \(party + 1)",
      kind: place == Self.speakersPerParty - 1 ? .body : .person)
    person.aliases = ["Speaker \(party + 1)-\(place + 1)", "Речник \(party + 1)-\(place + 1)"]
    let from = try? EDTFDate("20\(12 + random.below(9))-0\(1 + random.below(9))")
    if place < 2 {
      var office = Case.Actor.Office()
      office.title = ["President", "Minister of Foreign Affairs"][place]
      office.of = self.party(party)
      office.from = from
      office.evidence = Evidence(basis: "analyst")
      person.offices = [office]
    }
    // The third speaks through the second; the last spoke for the party only for a time.
    var link = Case.Actor.SpeaksFor(
      place == 2 ? speaker(party, 1) : self.party(party), from: from)
    if place == Self.speakersPerParty - 1 { link.to = try? EDTFDate("2024-06") }
    link.evidence = Evidence(basis: "analyst")
    person.speaksFor = [link]
    return person
  }
}
