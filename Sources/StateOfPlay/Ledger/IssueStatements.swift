internal import CaseModel

/// What was said on one negotiable issue, by party, with the answers it was said of.
struct IssueStatements: Equatable {
  let issue: Case.Issue
  /// The issue's options in their order, then whatever else was answered, by first use.
  private(set) var answers: [AnswerKey] = []
  /// How many of ``answers`` are declared options.
  let declared: Int
  /// By the party's place in ``PartyStatementTable/parties``.
  var byParty: [Int: [PartyStatement]] = [:]
  private var options: [Slug: Int] = [:]
  private var values: [AnswerValue: Int] = [:]
  /// Different values may have one key, as sets in another order.
  private var keys: [String: Int] = [:]

  init(_ issue: Case.Issue) {
    self.issue = issue
    for option in issue.options where options[option.id] == nil {
      options[option.id] = answers.count
      answers.append(AnswerKey(id: option.id.raw, title: option.title))
    }
    declared = answers.count
  }

  /// The answers a statement on the issue names, each once.
  mutating func places(of subject: Subject?, _ index: CaseIndex) -> AnswerPlaces {
    guard case .issue(_, let answer)? = subject else { return .none }
    switch answer {
    case .none: return .none
    case .any: return .several(Array(0..<declared))
    case .options(let ids):
      if ids.count == 1 { return .one(place(of: ids[0])) }
      var places: [Int] = []
      for id in ids {
        let place = place(of: id)
        if !places.contains(place) { places.append(place) }
      }
      return .several(places)
    case .value(let value): return .one(place(of: value, index))
    }
  }

  /// The answer that a step settles the issue on, where someone spoke of it.
  func place(of step: Step) -> Int? {
    switch step {
    case .issue(_, .options(let ids)): ids.first.flatMap { options[$0] }
    case .issue(_, .value(let value)): values[value] ?? keys[value.key]
    default: nil
    }
  }

  /// The issue settled on the answer of a name, an option before a value.
  func step(named name: String, isValue: Bool? = nil) -> Step? {
    if isValue != true, let option = options[Slug(name)] { return step(option) }
    return isValue == false ? nil : keys[name].map(step)
  }

  /// The issue settled on an answer.
  func step(_ answer: Int) -> Step {
    let key = answers[answer]
    return .issue(issue.id, key.value.map { .value($0) } ?? .options([Slug(key.id)]))
  }

  private mutating func place(of option: Slug) -> Int {
    if let place = options[option] { return place }
    options[option] = answers.count
    answers.append(AnswerKey(id: option.raw, title: option.raw))
    return answers.count - 1
  }

  private mutating func place(of value: AnswerValue, _ index: CaseIndex) -> Int {
    if let place = values[value] { return place }
    let key = value.key
    let place = keys[key] ?? answers.count
    if place == answers.count {
      answers.append(AnswerKey(id: key, title: value.title(in: issue, index), value: value))
      keys[key] = place
    }
    values[value] = place
    return place
  }

  /// The same in a case in which statements stand elsewhere; nil where some of them are there no more.
  func moved(by edit: StatementEdit) -> IssueStatements? {
    if edit.keepsPlaces { return self }
    var moved = self
    for (party, spoken) in byParty {
      let all = spoken.compactMap { $0.moved(by: edit) }
      guard all.count == spoken.count else { return nil }
      moved.byParty[party] = all
    }
    return moved
  }

  /// It has words of a statement at one of these places, or words that ask for what such a one says.
  func speaks(at places: Range<Int>) -> Bool {
    byParty.values.contains { spoken in
      spoken.contains { one in
        places.contains(one.position) || one.asks.map(places.contains) ?? false
      }
    }
  }

  /// The members of `spoken` on each answer: options in the issue's order, then others by the
  /// party's own first use.
  func byAnswer(_ spoken: [PartyStatement]) -> [(answer: Int, members: [Int])] {
    var found = (0..<declared).map { (answer: $0, members: [Int]()) }
    var places: [Int: Int] = [:]
    func add(_ member: Int, _ answer: Int) {
      if answer < declared {
        found[answer].members.append(member)
      } else if let place = places[answer] {
        found[place].members.append(member)
      } else {
        places[answer] = found.count
        found.append((answer, [member]))
      }
    }
    for member in spoken.indices {
      switch spoken[member].answers {
      case .none: break
      case .one(let answer): add(member, answer)
      case .several(let answers): for answer in answers { add(member, answer) }
      }
    }
    return found.filter { !$0.members.isEmpty }
  }
}

/// Which of an issue's answers a statement names, as places in ``IssueStatements/answers``.
enum AnswerPlaces: Equatable {
  case none
  case one(Int)
  case several([Int])

  var all: [Int] {
    switch self {
    case .none: []
    case .one(let one): [one]
    case .several(let some): some
    }
  }

  func contains(_ answer: Int) -> Bool {
    switch self {
    case .none: false
    case .one(let one): one == answer
    case .several(let all): all.contains(answer)
    }
  }
}

/// An option of the issue or a distinct value.
struct AnswerKey: Equatable {
  let id: String
  let title: String
  /// Nil for an option; else the value, or one of several with the same key, which mean the same.
  var value: AnswerValue?
}
