internal import CaseModel
internal import Extraction

extension Case {
  /// Where someone says who it really was that a suggestion took for a new actor, the document's other
  /// suggestions that name the same new actor follow.
  /// - Returns: how many.
  mutating func correctSpeaker(
    of suggestion: Candidate, to speakers: [Actor.ID], known: Case
  ) -> Int {
    let new = suggestion.statement.speaker.filter { id in !known.actors.contains { $0.id == id } }
    guard let wrong = new.first, new.count == 1, speakers.count == 1, let right = speakers.first,
      right != wrong, let name = actors.first(where: { $0.id == right })?.name
    else { return 0 }
    var count = 0
    for place in candidates.indices
    where candidates[place].status == .waiting
      && candidates[place].statement.source == suggestion.statement.source
      && candidates[place].statement.speaker.contains(wrong)
    {
      count += 1
      candidates[place].name(right, name, insteadOf: wrong)
    }
    return count
  }
}

extension Case {
  /// Has suggestions that take a name for a new actor name one that the case holds by now: `Ms Velk` is Daria
  /// Velk once she is entered.
  mutating func recognise(_ actor: Actor) {
    for place in candidates.indices where candidates[place].status == .waiting {
      for case .actor(let id, let name, _, _)? in candidates[place].rules.map(NewEntry.init(rule:))
      where id != actor.id && actor.name.isFullForm(of: name) {
        candidates[place].name(actor.id, actor.name, insteadOf: id)
      }
    }
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
  fileprivate mutating func name(_ right: Case.Actor.ID, _ name: String, insteadOf wrong: Case.Actor.ID) {
    var speakers: [Case.Actor.ID] = []
    for id in statement.speaker.map({ $0 == wrong ? right : $0 }) where !speakers.contains(id) {
      speakers.append(id)
    }
    statement.speaker = speakers
    rules.removeAll { rule in
      guard case .actor(wrong, let old, _, _)? = NewEntry(rule: rule) else { return false }
      if statement.gist.lowercased().hasPrefix(old.lowercased()) {
        statement.gist = name + statement.gist.dropFirst(old.count)
      }
      return true
    }
  }
}
