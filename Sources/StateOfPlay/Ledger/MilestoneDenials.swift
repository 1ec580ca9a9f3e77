public import CaseModel

/// That someone says that a milestone recorded as reached was not.
public struct MilestoneDenial: Sendable, Hashable, Codable {
  /// Who says so, as the party for which the speaker acts.
  public var by: Case.Actor.ID
  /// When it was said; nil if undated.
  public var date: EDTFDate?
  /// The statement that denies it.
  public var statement: Case.Statement.ID
}

/// The denials of milestones that are recorded as reached, by milestone, in the order of the record.
struct MilestoneDenials: Equatable {
  private var byMilestone: [Case.Milestone.ID: [MilestoneDenial]] = [:]

  func of(_ milestone: Case.Milestone.ID) -> [MilestoneDenial] { byMilestone[milestone] ?? [] }

  /// Each one's newest word counts: who has since said that it came about denies it no longer.
  ///
  /// - Complexity: O(statements), where a milestone is reached.
  init(_ filtered: FilteredCase) {
    let reached = filtered.theCase.milestones.filter { milestone in
      milestone.reached.map { filtered.holds($0.date, $0.evidence) } ?? false
    }
    if reached.isEmpty { return }
    let dates = Dictionary(
      reached.map { ($0.id, $0.reached?.date) }, uniquingKeysWith: { first, _ in first })
    let places = filtered.eachStatement { place, statement -> Int? in
      guard case .milestone(let id)? = statement.pointee.about, dates[id] != nil,
        filtered.facts[place].time == .counts, !statement.pointee.isDoubted,
        statement.pointee.hedge == nil,
        [.state, .confirm, .deny].contains(statement.pointee.act)
      else { return nil }
      return place
    }.sorted { a, b in
      (filtered.facts[a].said?.begins ?? .min, a) < (filtered.facts[b].said?.begins ?? .min, b)
    }
    for place in places {
      let statement = filtered.theCase.statements[place]
      guard case .milestone(let id)? = statement.about else { continue }
      let said = filtered.facts[place].said
      let by = statement.speaker.map { filtered.principal(of: $0, among: filtered.parties) }.uniqued
      byMilestone[id]?.removeAll { by.contains($0.by) }
      // Before the day on which it came about there was nothing to deny.
      guard statement.act == .deny || statement.stance == .against,
        !isSaid(said, before: dates[id] ?? nil)
      else { continue }
      byMilestone[id, default: []] += by.map {
        MilestoneDenial(by: $0, date: said, statement: statement.id)
      }
    }
  }
}

private func isSaid(_ said: EDTFDate?, before date: EDTFDate?) -> Bool {
  guard let said, let date else { return false }
  return date.isLater(than: said)
}
