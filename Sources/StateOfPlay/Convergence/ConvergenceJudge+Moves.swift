internal import CaseModel

/// What is said where no answer does for all.
extension ConvergenceJudge {
  /// Options that all but one accept.
  func moves(_ cells: [PositionsView.Cell], at row: Int) -> [ConvergenceView.Move] {
    let accepted = AcceptedAnswers(cells)
    var moves: [ConvergenceView.Move] = []
    for cell in cells {
      let another = cells.first { $0.party != cell.party }
      for answer in another?.answers ?? [] where answer.isAccepted {
        let held = cell.answers.first { $0.answer == answer.answer }
        let others = accepted.count(of: answer.answer) - (held?.isAccepted ?? false ? 1 : 0)
        guard others == cells.count - 1 else { continue }
        moves.append(
          .init(
            party: cell.party, answer: answer.answer, title: answer.title,
            isAgainst: held.map {
              $0.stances.contains(.against) && !isOnlyOfTheWhole($0, of: cell.party, at: row)
            }
              ?? isRuledOut(answer, by: cell.party, at: row),
            instead: cell.answers.first { $0.isAccepted && $0.voice == .own }?.title,
            obstacles: asked(for: answer, by: cells.filter { $0.party != cell.party }, at: row)))
      }
    }
    return moves + refrainings(cells, at: row)
  }

  /// What each of `cells` asks for an answer and has not been given.
  private func asked(
    for answer: PositionsView.OptionPosition, by cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Obstacle] {
    var meeting = ConvergenceView.Meeting(
      answer: answer.answer, title: answer.title, statements: [], newest: nil, saidBy: [],
      obstacles: [])
    let step = ledger.step(row, answer.answer, isValue: answer.isValue)
    _ = weigh(cells.map { ($0.party, step) }, &meeting)
    return meeting.obstacles
  }

  /// An option that one party alone takes, must itself take, and all the others refuse without asking
  /// for anything in its place.
  private func refrainings(
    _ cells: [PositionsView.Cell], at row: Int
  ) -> [ConvergenceView.Move] {
    let issue = ledger.table.rows[row].issue
    let asking = cells.filter { $0.answers.contains(where: \.isAccepted) }
    guard issue.value == .option, asking.count == 1, let cell = asking.first else { return [] }
    let taken = cell.answers.filter(\.isAccepted)
    guard taken.count == 1, let answer = taken.first,
      ledger.steps.done(ledger.step(row, answer.answer, isValue: false)) == nil,
      filtered.takers(of: Slug(answer.answer), issue) == [cell.party],
      cells.allSatisfy({ other in
        other.party == cell.party
          || other.answers.contains {
            $0.answer == answer.answer && refuses($0, other.party, at: row)
          }
      })
    else { return [] }
    return [
      .init(
        party: cell.party, answer: answer.answer, title: answer.title, isAgainst: false,
        instead: nil, givesUp: true)
    ]
  }

  /// What it says of other numbers rules the answer out.
  private func isRuledOut(
    _ answer: PositionsView.OptionPosition, by party: Case.Actor.ID, at row: Int
  ) -> Bool {
    answer.isValue
      && ledger.steps.beyondLimits(
        of: party, ledger.step(row, answer.answer, isValue: true)) != nil
  }
}

/// How many parties accept each answer to an issue.
struct AcceptedAnswers {
  private var parties: [String: Int] = [:]

  init(_ cells: [PositionsView.Cell]) {
    for answer in cells.lazy.flatMap(\.answers) where answer.isAccepted {
      parties[answer.answer, default: 0] += 1
    }
  }

  func count(of answer: String) -> Int { parties[answer] ?? 0 }
}
