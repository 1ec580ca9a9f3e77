internal import CaseModel

/// What each party answers to a package.
extension PackageBook {
  mutating func answer(_ statement: Case.Statement, at place: Int, _ package: Int) {
    for party in voices(statement, at: place) {
      if packages[package].by.contains(party) {
        if statement.act == .withdraw {
          packages[package].withdrawal = .init(
            date: filtered.facts[place].said, statement: statement.id)
        }
        if !packages[package].isJoint(among: parties) { continue }
      }
      guard let stance = statement.stanceRead else { continue }
      let isMet = stance == .forIf && isMet(statement, package)
      let body = body(of: statement, at: place, in: party)
      // Words for the whole party take the place of what its bodies had said; of one day, a yes in one
      // report and a no in another are both left.
      let left = packages[package].answers.filter {
        $0.party != party || (body != nil && $0.body != body)
          || isContrary($0, statement, at: place, stance)
      }
      packages[package].answers = left
      if packages[package].answers.contains(where: { $0.party == party && $0.body == body }) {
        packages[package].wasAccepted = false
      }
      packages[package].answers.append(
        .init(
          party: party, body: body, act: statement.act,
          conditions: isMet ? [] : conditions(statement), stance: isMet ? .for : stance,
          date: filtered.facts[place].said, statements: [statement.id]))
      if isMet || stance == .for { accept(package) }
    }
  }

  /// It says yes on the very day, by another report, of which the statement says no; or the other way
  /// round.
  private func isContrary(
    _ answer: OffersView.Answer, _ statement: Case.Statement, at place: Int,
    _ stance: PositionStance
  ) -> Bool {
    guard let before = answer.stance, before != .unclear, stance != .unclear,
      (before == .against) != (stance == .against),
      let date = answer.date, let said = filtered.facts[place].said,
      date.begins == said.begins, date.ends == said.ends,
      let first = answer.statements.first.flatMap({ filtered.index.statement($0) })
    else { return false }
    return !first.isDoubted && !statement.isDoubted
      && (first.source != statement.source || first.via != statement.via)
  }

  /// Notes that all have accepted, where they have and it was open.
  mutating func accept(_ place: Int) {
    if packages[place].wasAccepted || !isAcceptedByAll(packages[place]) { return }
    let days = packages[place].met
    packages[place].wasAccepted = packages[place].answers.allSatisfy { answer in
      let met = answer.statements.compactMap { days[$0] ?? nil }.first
      guard let until = packages[place].until, let date = met ?? answer.date else { return true }
      return date.begins <= until.ends
    }
  }

  /// The body of `party` that speaks, or for which the speaker does; nil for the party as a whole.
  private func body(
    of statement: Case.Statement, at place: Int, in party: Case.Actor.ID
  ) -> Case.Actor.ID? {
    let said = filtered.facts[place].said
    for speaker in statement.speaker {
      let voices = filtered.index.spokenFor(by: speaker, on: said)
      guard speaker != party, voices.contains(party) else { continue }
      let body = ([speaker] + voices).first { actor in
        filtered.index.actor(actor).map { $0.isBody(of: party) } ?? false
      }
      if let body { return body }
    }
    return nil
  }

  /// All it asks for was done, which is noted with the day. What is to be agreed is known only later.
  private mutating func isMet(_ statement: Case.Statement, _ package: Int) -> Bool {
    let requirements = statement.standingRequirements
    guard !requirements.isEmpty else { return false }
    let events = events ?? DoneSteps(filtered)
    self.events = events
    let taken = requirements.compactMap { events.done($0.step) }
    guard taken.count == requirements.count else { return false }
    packages[package].met[statement.id] = taken.compactMap(\.date).max { $0.ends < $1.ends }
    return true
  }

  private func conditions(_ statement: Case.Statement) -> [String] {
    statement.standingRequirements.map { $0.words(filtered.index) }
  }
}
