internal import CaseModel

/// Who has a part in the talks though no role is recorded, and what those said who offered nothing.
extension FilteredCase {
  /// Of each host of meetings held by as-of, the role that this is, over all of them.
  func hosting() -> [Case.Actor.ID: ThirdParty.Role] {
    var found: [Case.Actor.ID: ThirdParty.Role] = [:]
    for meeting in theCase.meetings {
      guard !meeting.host.isEmpty, let sitting = sitting(meeting, self),
        sitting.status == .held || sitting.isInSession
      else { continue }
      for host in meeting.host {
        guard let known = found[host] else {
          found[host] = .init(
            role: .host, from: sitting.when, to: sitting.when, evidence: sitting.evidence,
            basis: sitting.basis)
          continue
        }
        var role = known
        role.from = [known.from, sitting.when].compactMap(\.self).min { $0.begins < $1.begins }
        role.to = [known.to, sitting.when].compactMap(\.self).max { $0.ends < $1.ends }
        role.evidence = (known.evidence + sitting.evidence).uniqued
        role.basis = known.basis ?? sitting.basis
        found[host] = role
      }
    }
    return found
  }

  /// Those of no party's side who offered or proposed something on what is negotiated, or a text.
  func proposing(besides parties: Set<Case.Actor.ID>) -> Set<Case.Actor.ID> {
    let known = parties.union(theCase.issues.flatMap(\.parties))
      .union(PositionsView.asked(theCase))
      .union(theCase.issues.flatMap(\.options).flatMap(\.takenBy))
    let offers = eachStatement { place, statement -> Int? in
      let act = statement.pointee.act
      guard act == .offer || act == .propose, facts[place].time == .counts,
        !statement.pointee.isDoubted
      else { return nil }
      return place
    }
    var found: Set<Case.Actor.ID> = []
    for place in offers where isNegotiated(theCase.statements[place].about) {
      for speaker in theCase.statements[place].speaker {
        let voices = index.spokenFor(by: speaker, on: facts[place].said)
        guard let principal = voices.last, known.isDisjoint(with: voices),
          known.isDisjoint(with: voices.flatMap { self.voices.sides(of: $0) }),
          let kind = index.actor(principal)?.kind, kind != .unnamed, kind != .outlet
        else { continue }
        found.insert(principal)
      }
    }
    return found
  }

  private func isNegotiated(_ subject: Subject?) -> Bool {
    (subject?.parts ?? []).contains { part in
      if case .draft = part { return true }
      return part.issue.flatMap { index.issue($0) }?.kind == .negotiable
    }
  }

  /// The last that each said of those who offered, asked for or answered nothing.
  func addLastWords(to thirds: inout [ThirdParty], _ places: [Case.Actor.ID: Int]) {
    guard thirds.contains(where: \.offers.isEmpty) else { return }
    var last: [Int: Int] = [:]
    theCase.statements.withUnsafeBufferPointer { statements in
      for (place, facts) in facts.enumerated()
      where facts.time == .counts && !statements[place].isDoubted {
        for speaker in statements[place].speaker {
          for voice in index.spokenFor(by: speaker, on: facts.said) {
            guard let third = places[voice], thirds[third].offers.isEmpty else { continue }
            let before = last[third].flatMap { self.facts[$0].said?.begins } ?? .min
            if last[third] == nil || facts.said?.begins ?? .min > before { last[third] = place }
          }
        }
      }
    }
    for (third, place) in last {
      let statement = theCase.statements[place]
      thirds[third].offers.append(
        .init(
          statement: statement.id, act: statement.act, gist: statement.gist,
          said: facts[place].said, until: nil, hasLapsed: false))
    }
  }
}
