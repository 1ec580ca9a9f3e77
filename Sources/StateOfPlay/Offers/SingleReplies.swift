internal import CaseModel

extension FilteredCase {
  /// Replies to statements that are no package, oldest first. A denial is an account and stands with
  /// those; so does what confirms an account of a fact.
  /// - Complexity: O(statements).
  func replies(shown lens: Lens) -> [OffersView.Reply] {
    let places = eachStatement(marked: .onWords) { place, statement -> Int? in
      guard facts[place].time != .out, statement.pointee.act != .deny,
        case .statement(let id)? = statement.pointee.about,
        let other = index.position(.statements, id.raw), facts[other].time != .out,
        isSingle(theCase.statements[other])
      else { return nil }
      if !lens.parties.isEmpty {
        let voices = [place, other].flatMap { one in
          theCase.statements[one].speaker.flatMap { index.spokenFor(by: $0, on: facts[one].said) }
        }
        guard voices.contains(where: lens.parties.contains) else { return nil }
      }
      return place
    }.sorted { a, b in
      let (x, y) = (facts[a].said?.begins ?? .min, facts[b].said?.begins ?? .min)
      return x == y ? a < b : x < y
    }
    return places.compactMap { place in
      let statement = theCase.statements[place]
      guard case .statement(let id)? = statement.about, let other = index.statement(id) else {
        return nil
      }
      return .init(
        statement: statement.id, speakers: statement.speaker, act: statement.act,
        gist: statement.gist, said: facts[place].said, to: other.id, toSpeakers: other.speaker,
        toGist: other.gist)
    }
  }

  private func isSingle(_ statement: Case.Statement) -> Bool {
    switch statement.about {
    case .together?, .draft?: return false
    case .issue(let id, _)?: return index.issue(id)?.kind != .factual
    default: return true
    }
  }
}
