internal import CaseModel

/// How suggestions of one source belong together: what holds another, answers it, or takes it back.
extension SourceProposals {
  /// Where what one person reports is another's words as a whole, or the same person's, the inner words
  /// are proposed, with the first in the chain.
  mutating func dropOuter() {
    var inner: [Int: [Made]] = [:]
    for suggestion in made {
      if let through = suggestion.through { inner[through, default: []].append(suggestion) }
    }
    made.removeAll { outer in
      guard let number = outer.number, !outer.suggestion.statement.verbatim else { return false }
      return (inner[number] ?? []).contains {
        (QuotePlaces.shared($0.places, outer.places) * 10
          >= 8 * QuotePlaces.length(outer.places)
          || $0.suggestion.statement.speaker == outer.suggestion.statement.speaker)
      }
    }
  }

  /// `South rejected the proposal`: what another put forward last.
  mutating func answer() {
    for place in made.indices {
      let statement = made[place].suggestion.statement
      guard statement.about == nil, [.accept, .reject, .takeNote].contains(statement.act),
        Self.namesProposal(made[place].words)
      else { continue }
      let asked = made[max(0, place - Self.reach)..<place].last { earlier in
        let other = earlier.suggestion.statement
        return other.about != nil && Set(other.speaker).isDisjoint(with: statement.speaker)
          && [.demand, .propose, .offer, .condition].contains(other.act)
      }
      guard let about = asked?.suggestion.statement.about else { continue }
      made[place].suggestion.statement.about = about
      if case .issue(_, let answer) = about, answer != .none, statement.act != .takeNote {
        made[place].suggestion.statement.stance = statement.act == .accept ? .for : .against
      }
      made[place].suggestion.rules.append("an answer to what was put forward before it")
    }
  }

  /// What was put forward longer ago is not answered without being named.
  private static let reach = 200

  private static func namesProposal(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    guard pieces.count <= 4, let last = pieces.last else { return false }
    return [
      "proposal", "proposals", "offer", "demand", "demands", "request", "condition", "conditions",
      "terms", "plan", "draft", "idea", "figure", "it", "this", "that",
    ].contains(last.lower)
  }

  /// What is withdrawn drops the speaker's last demand on the same issue.
  mutating func takeBack() {
    let known = proposer.theCase.statements.filter { $0.source != source.id }
    for place in made.indices where made[place].suggestion.statement.act == .withdraw {
      let statement = made[place].suggestion.statement
      guard let issue = statement.about?.issue else { continue }
      func isMeant(_ earlier: Case.Statement) -> Bool {
        earlier.about?.issue == issue && earlier.speaker == statement.speaker
          && [.demand, .condition, .propose, .offer, .reject].contains(earlier.act)
      }
      if let last = known.last(where: isMeant) {
        made[place].suggestion.statement.drops = [last.id]
      }
    }
  }
}
