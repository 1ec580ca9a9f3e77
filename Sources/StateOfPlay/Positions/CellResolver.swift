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
    var roles = [Telling.Role](repeating: .listed, count: spoken.count)
    var answers: [OptionReading] = []
    for (answer, members) in byAnswer(spoken) {
      if let reading = OptionReading(answer, spoken, members, self.reading, &roles) {
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
    var places: [Distinct: Int] = [:]
    func add(_ key: AnswerKey, _ distinct: Distinct, _ member: Int) {
      if let place = places[distinct] {
        // A statement that names an option twice says it once.
        if found[place].1.last != member { found[place].1.append(member) }
      } else {
        places[distinct] = found.count
        found.append((key, [member]))
      }
    }
    for option in issue.options {
      places[.option(option.id)] = found.count
      found.append((AnswerKey(id: option.id.raw, title: option.title), []))
    }
    for (member, one) in spoken.enumerated() {
      guard case .issue(_, let answer)? = statement(one).about else { continue }
      switch answer {
      case .none: break
      case .any: for option in issue.options { add(AnswerKey(option), .option(option.id), member) }
      case .options(let ids):
        for id in ids {
          add(
            issue.options.first { $0.id == id }.map { AnswerKey($0) }
              ?? AnswerKey(id: id.raw, title: id.raw), .option(id), member)
        }
      case .value(let value):
        add(
          AnswerKey(id: value.key, title: value.title(in: issue, reading.index)),
          Distinct(value), member)
      }
    }
    return found.filter { !$0.1.isEmpty }
  }

  /// A later *for* on one option takes the place of an earlier *for* on another, unless it is
  /// others who tell it of the party.
  private func supersede(
    _ answers: inout [OptionReading], _ spoken: [SpokenFor], _ roles: inout [Telling.Role],
    _ isContested: inout Bool
  ) {
    let before = answers
    func isLater(_ later: Int, than member: Int) -> Bool {
      guard let a = spoken[later].said, let b = spoken[member].said else { return false }
      return a.isLater(than: b)
    }
    var contests: [(own: Int, told: Int)] = []
    for index in answers.indices where before[index].stances == [.for] {
      let deciding = before[index].deciding
      for other in before.indices where other != index && before[other].stances == [.for] {
        guard Set(before[other].deciding).isDisjoint(with: deciding),
          before[other].deciding.contains(where: { later in
            deciding.allSatisfy { isLater(later, than: $0) }
          })
        else { continue }
        if before[index].isOwn, !before[other].isOwn {
          contests.append((index, other))
          continue
        }
        answers[index].isSuperseded = true
        for member in deciding { roles[member] = .superseded }
        break
      }
    }
    // What is superseded itself is contested no more.
    if contests.contains(where: { !answers[$0.own].isSuperseded && !answers[$0.told].isSuperseded })
    {
      isContested = true
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

/// What makes two answers one.
private enum Distinct: Hashable {
  case option(Slug)
  case value(AnswerValue)

  /// A set is the same whatever the order of its members.
  init(_ value: AnswerValue) {
    guard case .set(var set) = value else {
      self = .value(value)
      return
    }
    set.members = Set(set.members).sorted()
    set.except = Set(set.except).sorted()
    self = .value(.set(set))
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

  init(_ option: Case.Issue.Option) { self.init(id: option.id.raw, title: option.title) }
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
