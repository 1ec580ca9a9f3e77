internal import CaseModel

/// The accounts of all commitments, made once.
struct CommitmentBook {
  /// By the commitment's place in the case.
  let accounts: [CommitmentAccounts]
  private let filtered: FilteredCase

  init(_ filtered: FilteredCase) {
    self.filtered = filtered
    var denials = [[Int]](repeating: [], count: filtered.theCase.commitments.count)
    // To deny a report that the record rests on is to deny what it says of the commitment.
    var reporting: [Case.Statement.ID: Int] = [:]
    for (place, commitment) in filtered.theCase.commitments.enumerated() {
      for id in commitment.status.flatMap(\.evidence.statements) { reporting[id] = place }
    }
    if !denials.isEmpty {
      filtered.theCase.statements.withUnsafeBufferPointer { statements in
        for (place, facts) in filtered.facts.enumerated()
        where facts.time != .out && statements[place].act == .deny {
          let commitment: Int? =
            switch statements[place].about {
            case .commitment(let id)?: filtered.index.position(.commitments, id.raw)
            case .statement(let id)?: reporting[id]
            default: nil
            }
          if let commitment { denials[commitment].append(place) }
        }
      }
    }
    accounts = filtered.theCase.commitments.enumerated().map { place, commitment in
      CommitmentAccounts(commitment, denials: denials[place], filtered)
    }
  }

  func accounts(of id: Case.Commitment.ID) -> CommitmentAccounts? {
    filtered.index.position(.commitments, id.raw).map { accounts[$0] }
  }
}
