internal import CaseModel

/// Reads one cell of the positions from the statements on it.
struct CellResolver {
  private let reading: Reading
  private let row: IssueTellings

  init(_ reading: Reading, _ row: IssueTellings) {
    self.reading = reading
    self.row = row
  }

  func cell(
    _ party: Case.Actor.ID, _ spoken: [SpokenFor], concerned: Bool
  ) -> PositionsView.Cell {
    if spoken.isEmpty {
      // Most cells of a large matrix.
      return PositionsView.Cell(
        party: party, concerned: concerned, answers: [], isContested: false, isDivided: false,
        isRedLine: false, tellings: [])
    }
    var roles = [Telling.Role](repeating: .listed, count: spoken.count)
    var answers: [OptionReading] = []
    for (answer, members) in row.byAnswer(spoken) {
      if let reading = OptionReading(row.answers[answer], spoken, members, &roles) {
        answers.append(reading)
      }
    }
    var isContested = answers.contains(where: \.isContested)
    if row.issue.answers == .one { supersede(&answers, spoken, &roles, &isContested) }
    let order = answers.indices.sorted { a, b in
      (answers[a].sortKey, a) < (answers[b].sortKey, b)
    }
    let deciding = spoken.indices.filter { roles[$0] == .decides }
    return PositionsView.Cell(
      party: party, concerned: concerned,
      answers: order.map { answers[$0].position(spoken, reading) },
      isContested: isContested,
      isDivided: answers.contains(where: \.isDivided),
      isRedLine: answers.contains { $0.isRedLine && !$0.isSuperseded },
      tellings: tellings(spoken, roles),
      newest: deciding.compactMap { spoken[$0].said }.max(),
      directness: deciding.map { spoken[$0].directness }.min(),
      depth: deciding.map { spoken[$0].depth }.min())
  }

  /// A later *for* on one option takes the place of an earlier *for* on another, unless it is
  /// others who tell it of the party. Later is what has words later than all of the other's.
  /// - Complexity: O(answers × log answers).
  private func supersede(
    _ answers: inout [OptionReading], _ spoken: [SpokenFor], _ roles: inout [Telling.Role],
    _ isContested: inout Bool
  ) {
    let before = answers
    let starts = before.map { $0.stances == [.for] ? $0.newestStart(spoken) : nil }
    func search(_ counts: (OptionReading) -> Bool) -> LaterSearch {
      LaterSearch(zip(answers, starts).map { counts($0) ? $1 : nil })
    }
    func first(_ search: LaterSearch, laterThan index: Int) -> Int? {
      guard starts[index] != nil, let end = before[index].newestEnd(spoken) else { return nil }
      let deciding = Set(before[index].deciding)
      var place = search.first(from: 0, after: end)
      while let found = place, !deciding.isDisjoint(with: before[found].deciding) {
        place = search.first(from: found + 1, after: end)
      }
      return place
    }
    let own = search { $0.isOwn }
    let told = search { !$0.isOwn }
    for index in answers.indices {
      let later =
        first(own, laterThan: index)
        ?? (before[index].isOwn ? nil : first(told, laterThan: index))
      guard later != nil else { continue }
      answers[index].isSuperseded = true
      for member in before[index].deciding { roles[member] = .superseded }
    }
    // What is superseded itself is contested no more, and contests nothing.
    let standing = search { !$0.isOwn && !$0.isSuperseded }
    for index in answers.indices where before[index].isOwn && !answers[index].isSuperseded {
      if first(standing, laterThan: index) != nil { isContested = true }
    }
    // A statement may decide on one option and be superseded on another: it still decides.
    for answer in answers where !answer.isSuperseded {
      for member in answer.deciding { roles[member] = .decides }
    }
  }

  private func tellings(_ spoken: [SpokenFor], _ roles: [Telling.Role]) -> [Telling] {
    let order = spoken.indices.sorted { a, b in
      let (first, second) = (roles[a].order, roles[b].order)
      if first != second { return first < second }
      // Newest first.
      if let x = spoken[a].said, let y = spoken[b].said, x != y { return y < x }
      if (spoken[a].said == nil) != (spoken[b].said == nil) { return spoken[b].said == nil }
      return a < b
    }
    return reading.theCase.statements.withUnsafeBufferPointer { statements in
      order.map { index in
        let one = spoken[index]
        return Telling(
          statement: statements[one.position].id, gist: statements[one.position].gist,
          speakers: one.speakers, said: one.said, toldLater: one.toldLater,
          directness: one.directness, depth: one.depth,
          credibility: statements[one.position].credibility, stance: one.stance,
          role: roles[index])
      }
    }
  }
}

extension Telling.Role {
  fileprivate var order: Int {
    switch self {
    case .decides: 0
    case .saysOtherwise: 1
    case .outranked: 2
    case .superseded: 3
    case .earlier: 4
    case .perhapsLater: 5
    case .undated: 6
    case .doubted: 7
    case .listed: 8
    }
  }
}
