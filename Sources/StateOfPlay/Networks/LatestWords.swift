package import CaseModel

/// How often the latest words of two actors on an answer are the same, and how often opposite.
package struct LatestWords: Sendable, Hashable, Codable {
  package var same = 0
  package var opposite = 0

  package init() {}

  /// Of two of one group, and of two of different groups.
  package static func of(
    _ groups: [[Case.Actor.ID]], _ ties: [NetworksView.Tie]
  ) -> (within: LatestWords, across: LatestWords) {
    let members = groups.map(Set.init)
    var (within, across) = (LatestWords(), LatestWords())
    for tie in ties {
      let first = members.firstIndex { $0.contains(tie.first) }
      let second = members.firstIndex { $0.contains(tie.second) }
      guard let first, let second else { continue }
      if first == second { within.add(tie) } else { across.add(tie) }
    }
    return (within, across)
  }

  private mutating func add(_ tie: NetworksView.Tie) {
    same += tie.same
    opposite += tie.opposite
  }
}

extension NetworksView {
  /// A division into two camps that is clearer than chance and that a reader may take for one of opinion; nil
  /// for none.
  package var opposedCamps: Polarisation? {
    polarisation.flatMap { found in
      found.draws > 0 && found.p <= 0.05 && found.camps.count == 2
        && found.camps.allSatisfy(isOfOneMind) && isApart(found.camps) ? found : nil
    }
  }

  /// The two say the opposite of each other more often than the same: groups may come out of a division
  /// because they speak of different answers, and that is no disagreement.
  private func isApart(_ camps: [[Case.Actor.ID]]) -> Bool {
    let across = LatestWords.of(camps, ties).across
    return across.opposite > across.same
  }

  /// No two of a camp differ on more than they agree on: a division may be clearer than chance and
  /// still put opponents side by side, which a reader would take for an alliance.
  private func isOfOneMind(_ camp: [Case.Actor.ID]) -> Bool {
    let members = Set(camp)
    return ties.allSatisfy { tie in
      !members.contains(tie.first) || !members.contains(tie.second) || tie.same >= tie.opposite
    }
  }
}
