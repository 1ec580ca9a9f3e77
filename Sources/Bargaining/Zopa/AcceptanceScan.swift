internal import Foundations

/// Counts acceptable packages by looking at each, a block of combinations at a time.
///
/// What a party needs is turned into a least sum of columns beforehand, per number of articles
/// included, so that the loop only adds and compares: 2²⁰ drafts of four actors take milliseconds.
struct AcceptanceScan<S: Score> {
  private let model: ScoreModel<S>
  private let acceptableOnly: Bool

  init(_ model: ScoreModel<S>, acceptableOnly: Bool) {
    self.model = model
    self.acceptableOnly = acceptableOnly
  }

  func count(ignoring: Set<Scenario.Constraint> = [], checkpoint: Checkpoint) throws -> UInt64 {
    let walk = PackageWalk(model, ignoring: ignoring)
    var total: UInt64 = 0
    let needs = self.needs()
    let simple = model.tables.isEmpty && (needs != nil || !acceptableOnly)
    try walk.forEachStretch(checkpoint: checkpoint) { stretch in
      if simple && stretch.additions.isEmpty {
        total += simpleCount(stretch, walk: walk, needs: needs)
      } else {
        walk.forEachPackage(of: stretch) { _, columns, included in
          if !acceptableOnly || model.isAcceptable(model.finished(columns, included: included)) {
            total += 1
          }
        }
      }
    }
    return total
  }

  /// Per number included, the least each party's sum column may be; `nil` where a party's utility
  /// is not one column times a factor.
  private func needs() -> [S]? {
    var needs: [S] = []
    for included in 0...(model.hasMean ? model.issueCount : 0) {
      for (party, finish) in model.finishes.enumerated() {
        let reservation = model.reservations[party]
        switch finish {
        case .direct: needs.append(reservation)
        case .mean(_, .some): return nil
        case .mean(_, nil):
          let factor = included == 0 ? 1 : model.meanFactors[included]
          let quotient = reservation / factor
          needs.append(
            reservation > 0 && quotient * factor != reservation ? quotient + 1 : quotient)
        }
      }
    }
    return needs
  }

  private func simpleCount(
    _ stretch: PackageWalk<S>.Stretch, walk: PackageWalk<S>, needs: [S]?
  ) -> UInt64 {
    let columns = model.finishes.map { finish in
      switch finish {
      case .direct(let column): column
      case .mean(let sum, _): sum
      }
    }
    let parties = acceptableOnly ? model.partyCount : 0
    let width = model.width
    let hasMean = model.hasMean
    let base = columns.map { stretch.base[$0] }
    var total: UInt64 = 0
    (needs ?? []).withUnsafeBufferPointer { needs in
      walk.blockRows.withUnsafeBufferPointer { rows in
        walk.blockIncluded.withUnsafeBufferPointer { included in
          base.withUnsafeBufferPointer { base in
            columns.withUnsafeBufferPointer { columns in
              for (word, blocked) in stretch.blocked.enumerated() {
                var open = ~blocked
                if word == stretch.blocked.count - 1 && walk.blockCount & 63 != 0 {
                  open &= (1 << UInt64(walk.blockCount & 63)) - 1
                }
                if parties == 0 && !(hasMean && stretch.included == 0) {
                  total &+= UInt64(open.nonzeroBitCount)
                  open = 0
                }
                while open != 0 {
                  let index = word &* 64 &+ open.trailingZeroBitCount
                  open &= open &- 1
                  let number = hasMean ? stretch.included &+ included[index] : 0
                  if hasMean && number == 0 { continue }
                  // Without an early exit: the branch would be taken at random.
                  var short: UInt64 = 0
                  for party in 0..<parties {
                    let sum = base[party] + rows[index &* width &+ columns[party]]
                    short |= sum < needs[number &* parties &+ party] ? 1 : 0
                  }
                  total &+= 1 &- short
                }
              }
            }
          }
        }
      }
    }
    return total
  }
}
