import CaseModel
import Interchange

/// The file a new case begins with.
enum NewCase {
  /// The parties, and nothing yet of what they say.
  static func empty(id: String, title: String, parties: [String]) -> Case {
    var header = Case.Header(id: Slug(id), title: title, parties: parties.map { Case.Actor.ID($0) })
    header.description = nil
    var theCase = Case(header)
    theCase.actors = parties.map { party in
      let name = party.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      return Case.Actor(id: Case.Actor.ID(party), name: name.joined(separator: " "), kind: .state)
    }
    return theCase
  }

  /// The same as YAML, with comments that say what goes where.
  static func yaml(_ theCase: Case) -> String {
    let written = String(decoding: CaseWriter.write(theCase, as: .yaml), as: UTF8.self)
    return """
      # A case of Dragoman. `dragoman schema > case.schema.json` gives editors the form of every
      # entry; `dragoman check` finds inconsistencies.
      \(written)\(theCase.actors.isEmpty ? "actors: []\n" : "")\
      # Who appears: kind is state, organisation, body, group, person, outlet or unnamed. A person
      # whose words express a party's position says so:
      #   - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: PARTY, from: 2025-01, basis: analyst}]}

      # What is to be settled (negotiable), or what happened and is disputed (factual).
      #   - {id: ceasefire, title: Ceasefire, kind: negotiable,
      #      options: [{id: truce, title: "Truce, terms open"}]}
      issues: []

      # The documents. `dragoman add` adds them, with the text beside this file.
      sources: []

      # What the documents say, each tied to its exact words: start and end count code points of the
      # source's text.
      #   - id: s1
      #     source: SOURCE
      #     quote: {start: 0, end: 42}
      #     gist: What it says, in one line of your own words
      #     speaker: ACTOR
      #     act: demand
      #     about: {issue: ceasefire, option: truce}
      statements: []

      """
  }
}
