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
    let replaced = Self.replaced(filtered)
    if !denials.isEmpty {
      let statements = filtered.theCase.statements
      let said = filtered.places(marked: [.onCommitment, .onWords])
        .filter { filtered.facts[$0].time != .out }
      for place in said where statements[place].act == .deny {
        let commitment: Int? =
          switch statements[place].about {
          case .commitment(let id)?: filtered.index.position(.commitments, id.raw)
          case .statement(let id)?: reporting[id]
          default: nil
          }
        if let commitment { denials[commitment].append(place) }
      }
      // Who refuses the promise put in its place does not let the first one go.
      for place in said where !replaced.isEmpty && statements[place].act == .reject {
        guard case .commitment(let id)? = statements[place].about else { continue }
        for old in replaced[id] ?? []
        where !filtered.isDebtor(statements[place], of: filtered.theCase.commitments[old]) {
          denials[old].append(place)
        }
      }
    }
    accounts = filtered.theCase.commitments.enumerated().map { place, commitment in
      CommitmentAccounts(commitment, denials: denials[place], filtered)
    }
  }

  /// The promises in whose place each one was put, by what is said of both.
  private static func replaced(_ filtered: FilteredCase) -> [Case.Commitment.ID: [Int]] {
    var found: [Case.Commitment.ID: [Int]] = [:]
    for (place, commitment) in filtered.theCase.commitments.enumerated() {
      for report in commitment.status where report.level == .superseded {
        for id in report.evidence.statements {
          guard case .commitment(let other)? = filtered.index.statement(id)?.about,
            other != commitment.id
          else { continue }
          found[other, default: []].append(place)
        }
      }
    }
    return found
  }

  func accounts(of id: Case.Commitment.ID) -> CommitmentAccounts? {
    filtered.index.position(.commitments, id.raw).map { accounts[$0] }
  }
}

extension FilteredCase {
  /// Said by someone who speaks for those who owe it.
  fileprivate func isDebtor(_ statement: Case.Statement, of commitment: Case.Commitment) -> Bool {
    let said = index.said(statement)
    return statement.speaker.contains { speaker in
      index.spokenFor(by: speaker, on: said).contains(where: commitment.debtors.contains)
    }
  }
}
