internal import CaseModel
internal import Extraction
internal import StateOfPlay

extension Case {
  /// Where someone says whom a suggestion means by what it took for a new actor, the document's other suggestions
  /// that name the same new actor follow: as far as it is another way to call that actor. Where it is someone else,
  /// only this suggestion had the wrong speaker, and the others keep theirs.
  /// - Returns: the places of those that follow.
  mutating func correctSpeaker(
    of suggestion: Candidate, to speakers: [Actor.ID], known: Case
  ) -> [Int] {
    let new = suggestion.statement.speaker.filter { id in !known.actors.contains { $0.id == id } }
    guard let wrong = new.first, new.count == 1, speakers.count == 1, let right = speakers.first,
      right != wrong, let actor = actors.first(where: { $0.id == right }),
      ActorSpelling.isName(suggestion.newName(of: wrong) ?? wrong.raw, of: actor)
    else { return [] }
    let others = candidates.indices.filter { place in
      candidates[place].status == .waiting
        && candidates[place].statement.source == suggestion.statement.source
        && candidates[place].names(wrong)
    }
    for place in others { candidates[place].name(right, actor.name, insteadOf: wrong) }
    return others
  }
}

extension Case {
  /// Has suggestions that take a name for a new actor name one that the case holds by now: `Ms Velk` is Daria
  /// Velk once she is entered.
  /// - Returns: the places of those that do.
  mutating func recognise(_ actor: Actor) -> [Int] {
    var changed: [Int] = []
    for place in candidates.indices where candidates[place].status == .waiting {
      for case .actor(let id, let name, _, _)? in candidates[place].rules.map(NewEntry.init(rule:))
      where id != actor.id && actor.name.isFullForm(of: name) {
        candidates[place].name(actor.id, actor.name, insteadOf: id)
        changed.append(place)
      }
    }
    return changed
  }
}

extension String {
  /// `Daria Velk` of `Velk` and of `Ms Velk`.
  fileprivate func isFullForm(of other: String) -> Bool {
    let words = split(separator: " ")
    var last = other.split(separator: " ")
    if let title = last.first, Self.titles.contains(title.lowercased()) {
      last.removeFirst()
    }
    return !last.isEmpty && words.count > last.count && words.suffix(last.count) == last[...]
  }

  private static let titles: Set<String> = ["mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr."]
}

extension Case.Candidate {
  /// What the suggestion calls an actor that it brings with it.
  fileprivate func newName(of actor: Case.Actor.ID) -> String? {
    for case .actor(actor, let name, _, _)? in rules.map(NewEntry.init(rule:)) { return name }
    return nil
  }

  fileprivate func names(_ actor: Case.Actor.ID) -> Bool {
    (statement.speaker + statement.via + statement.to + statement.of).contains(actor)
  }

  fileprivate mutating func name(
    _ right: Case.Actor.ID, _ name: String, insteadOf wrong: Case.Actor.ID
  ) {
    func renamed(_ actors: [Case.Actor.ID]) -> [Case.Actor.ID] {
      actors.map { $0 == wrong ? right : $0 }.uniqued
    }
    statement.speaker = renamed(statement.speaker)
    statement.via = renamed(statement.via).filter { !statement.speaker.contains($0) }
    statement.to = renamed(statement.to)
    statement.of = renamed(statement.of)
    rules.removeAll { rule in
      guard case .actor(wrong, let old, _, _)? = NewEntry(rule: rule) else { return false }
      if statement.gist.lowercased().hasPrefix(old.lowercased()) {
        statement.gist = name + statement.gist.dropFirst(old.count)
      }
      return true
    }
  }
}
