internal import CaseModel

/// How suggestions of one source belong together: what holds another, answers it, or takes it back.
extension SourceProposals {
  /// Where what one person reports is another's words as a whole, or the same person's, the inner words
  /// are proposed, with the first in the chain.
  mutating func dropOuter() {
    dropDenied()
    dropOwn()
    var inner: [Int: [Made]] = [:]
    for suggestion in made where !suggestion.isApart {
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

  /// `Olen said that Sorvia would agree`: the minister's word and his state's are one statement.
  private mutating func dropOwn() {
    let outer = made.indices.filter {
      !made[$0].suggestion.statement.verbatim && made[$0].number != nil
    }
    var dropped: Set<Int> = []
    for place in made.indices {
      let inner = made[place]
      guard let through = inner.through, !inner.isApart else { continue }
      let same = outer.first { other in
        made[other].number == through
          && QuotePlaces.shared(made[other].places, inner.places) * 10
            >= 9 * QuotePlaces.length(inner.places)
          && speakers.isOwnSide(
            inner.suggestion.statement.speaker, of: made[other].suggestion.statement.speaker)
      }
      guard let same else { continue }
      dropped.insert(place)
      // "said the islands supported the figure": what his side does is what he says.
      takeOver(from: inner, to: same)
    }
    made = made.indices.filter { !dropped.contains($0) }.map { made[$0] }
  }

  /// The act, and the subject where there is none, of the same statement in other words.
  private mutating func takeOver(from other: Made, to place: Int) {
    let found = other.suggestion.statement
    guard made[place].suggestion.statement.act == .state, Self.actions.contains(found.act) else {
      return
    }
    made[place].suggestion.statement.act = found.act
    made[place].suggestion.statement.stance = found.stance
    if made[place].suggestion.statement.about == nil, let about = found.about {
      made[place].suggestion.statement.about = about
    }
    describe(place)
  }

  /// What overlaps under one speaker is one statement; so is `He denied this` with the denial behind it.
  mutating func dropDoubles() {
    var dropped: Set<Int> = []
    for place in made.indices where made[place].number != nil && !made[place].isApart {
      let own = made[place].suggestion.statement
      var next = place + 1
      while next < made.count, next - place < 6 {
        let other = made[next].suggestion.statement
        defer { next += 1 }
        guard made[next].number != nil, !made[next].isApart, !dropped.contains(next),
          other.speaker == own.speaker
        else { continue }
        let lengths = (
          QuotePlaces.length(made[place].places), QuotePlaces.length(made[next].places)
        )
        let shared = QuotePlaces.shared(made[place].places, made[next].places)
        if shared * 10 >= 8 * min(lengths.0, lengths.1), own.verbatim == other.verbatim {
          let isLonger = lengths.0 >= lengths.1
          dropped.insert(isLonger ? next : place)
          takeOver(from: made[isLonger ? next : place], to: isLonger ? place : next)
          continue
        }
        // "Orlik denied this. “There is no such instruction,” he said."
        if next == place + 1, Self.isPointer(made[place].words), own.act == other.act,
          (made[next].places.first?.lowerBound ?? 0) - (made[place].places.last?.upperBound ?? 0)
            < 40
        {
          dropped.insert(place)
        }
      }
    }
    made = made.indices.filter { !dropped.contains($0) }.map { made[$0] }
  }

  /// What someone denies, or neither confirms nor denies, was not said, by whom it may be.
  private mutating func dropDenied() {
    let denials = made.filter {
      [.deny, .silent].contains($0.suggestion.statement.act) && !$0.suggestion.statement.verbatim
    }
    made.removeAll { inner in
      guard let through = inner.through else { return false }
      return denials.contains {
        $0.number == through && QuotePlaces.overlaps($0.places, inner.places)
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
      if case .issue = about { made[place].suggestion.statement.redLine = made[place].isLimit }
      if case .issue(_, let answer) = about, answer != .none, statement.act != .takeNote {
        made[place].suggestion.statement.stance = statement.act == .accept ? .for : .against
      }
      made[place].suggestion.rules.append("an answer to what was put forward before it")
      describe(place)
    }
  }

  /// What was put forward longer ago is not answered without being named.
  static let reach = 200

  private static func namesProposal(_ words: String) -> Bool {
    let pieces = SpanText(words).pieces.filter { $0.kind == .word }
    guard let last = pieces.last else { return false }
    if pieces.count <= 4 {
      return proposals.contains(last.lower) || ["it", "this", "that"].contains(last.lower)
    }
    // "Dismissed the offer as a trap."
    return pieces.count <= 10
      && proposals.contains(pieces[1].lower) && ["the", "that", "this"].contains(pieces[0].lower)
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
