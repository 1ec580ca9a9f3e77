internal import CaseModel

/// The statements behind a cell, in order.
extension CellBuilder {
  func statements(_ spoken: [PartyStatement], _ roles: [PositionStatement.Role])
    -> [PositionStatement]
  {
    let order = spoken.indices.sorted { a, b in
      let (first, second) = (roles[a].order, roles[b].order)
      if first != second { return first < second }
      // Newest first.
      if let x = spoken[a].said, let y = spoken[b].said, x != y { return y < x }
      if (spoken[a].said == nil) != (spoken[b].said == nil) { return spoken[b].said == nil }
      return a < b
    }
    let theCase = ledger.filtered.theCase
    return theCase.statements.withUnsafeBufferPointer { statements in
      order.map { index in
        let one = spoken[index]
        return PositionStatement(
          statement: statements[one.position].id, gist: statements[one.position].gist,
          speakers: one.speakers, said: one.said, reportedLater: one.reportedLater,
          directness: one.directness, voice: one.voice, hedge: statements[one.position].hedge,
          reliability: one.isLowered ? one.reliability : nil, isPackage: one.isPackage,
          depth: one.depth, credibility: statements[one.position].credibility,
          stance: one.stance, role: roles[index])
      }
    }
  }
}

extension PositionStatement.Role {
  fileprivate var order: Int {
    switch self {
    case .decides: 0
    case .saysOtherwise: 1
    case .unordered: 2
    case .closes: 3
    case .outranked: 4
    case .superseded: 5
    case .earlier: 6
    case .lapsed: 7
    case .possiblyLater: 8
    case .undated: 9
    case .doubted: 10
    case .listed: 11
    }
  }
}
