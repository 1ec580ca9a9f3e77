internal import CaseModel

/// Reads one cell of the positions from the statements on it.
struct CellResolver {
  private let reading: Reading
  private let issue: Case.Issue

  init(_ reading: Reading, _ issue: Case.Issue) {
    self.reading = reading
    self.issue = issue
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
    for (answer, members) in byAnswer(spoken) {
      if let reading = OptionReading(answer, spoken, members, &roles) {
        answers.append(reading)
      }
    }
    var isContested = answers.contains(where: \.isContested)
    if issue.answers == .one { supersede(&answers, spoken, &roles, &isContested) }
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
      depth: deciding.map { reading.depth(of: statement(spoken[$0])) }.min())
  }

  private func statement(_ spoken: SpokenFor) -> Case.Statement {
    reading.theCase.statements[spoken.position]
  }

  /// The statements on each option or distinct value, in the issue's order, values by first use.
  func byAnswer(_ spoken: [SpokenFor]) -> [(AnswerKey, [Int])] {
    var found: [(AnswerKey, [Int])] = []
    var options: [Slug: Int] = [:]
    var values: [String: Int] = [:]
    func add(_ member: Int, _ place: Int?, _ key: () -> AnswerKey) -> Int {
      guard let place else {
        found.append((key(), [member]))
        return found.count - 1
      }
      // A statement that names an option twice says it once.
      if found[place].1.last != member { found[place].1.append(member) }
      return place
    }
    for option in issue.options where options[option.id] == nil {
      options[option.id] = found.count
      found.append((AnswerKey(id: option.id.raw, title: option.title), []))
    }
    let declared = found.count
    for (member, one) in spoken.enumerated() {
      guard case .issue(_, let answer)? = reading.theCase.statements[one.position].about else {
        continue
      }
      switch answer {
      case .none: break
      case .any: for place in 0..<declared { found[place].1.append(member) }
      case .options(let ids):
        for id in ids {
          options[id] = add(member, options[id]) { AnswerKey(id: id.raw, title: id.raw) }
        }
      case .value(let value):
        values[value.key] = add(member, values[value.key]) {
          AnswerKey(id: value.key, title: value.title(in: issue, reading.index))
        }
      }
    }
    return found.filter { !$0.1.isEmpty }
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
    return order.map { index in
      let one = spoken[index]
      let statement = statement(one)
      return Telling(
        statement: statement.id, gist: statement.gist, speakers: one.speakers, said: one.said,
        toldLater: reading.isToldLater(statement, said: one.said), directness: one.directness,
        depth: reading.depth(of: statement), credibility: statement.credibility,
        stance: statement.stanceRead, role: roles[index])
    }
  }
}

/// An option of the issue or a distinct value.
struct AnswerKey {
  let id: String
  let title: String

  init(id: String, title: String) {
    self.id = id
    self.title = title
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
