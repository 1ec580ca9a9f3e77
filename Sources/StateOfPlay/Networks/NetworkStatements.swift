internal import CaseModel
internal import Networks

/// The statements of a case as networks take them: who is for or against which answer, and when.
struct NetworkStatements {
  /// An actor's stance on an answer.
  struct Entry {
    /// The place of the statement in the case.
    let place: Int
    let actor: Case.Actor.ID
    /// The place of the answer in ``NetworkStatements/answers``.
    let answer: Int
    /// Nil where earlier words are taken back.
    let agrees: Bool?
    let said: EDTFDate?

    var day: Int? {
      guard let said, !said.hasOpenEnd else { return nil }
      return Int(said.latest.number)
    }
  }

  private(set) var entries: [Entry] = []
  private(set) var answers: [NetworksView.Answer] = []
  private(set) var leftOut: [NetworksView.LeftOut.Reason: Int] = [:]

  private let filtered: FilteredCase
  private let role: NetworkQuestions.ActorRole
  private let furthest: Directness
  private var places: [String: Int] = [:]

  init(_ filtered: FilteredCase, _ role: NetworkQuestions.ActorRole) {
    self.filtered = filtered
    self.role = role
    let isSaid = role == .principals || role == .speakers
    furthest = filtered.lens.directness ?? (isSaid ? .third : .otherParty)
    let facts = filtered.facts
    _ = filtered.eachStatement { place, statement -> Void? in
      let counts = facts[place].time == .counts || facts[place].time == .undated
      if counts { read(statement.pointee, at: place, facts[place]) }
      return nil
    }
    arrangeAnswers()
  }

  private mutating func read(_ statement: Case.Statement, at place: Int, _ facts: StatementFacts) {
    let subjects = (statement.about?.parts ?? []).filter { subject in
      guard let issue = subject.issue.flatMap({ filtered.index.issue($0) }) else { return false }
      return issue.kind == .negotiable
        && (filtered.lens.issues.isEmpty || filtered.lens.issues.contains(issue.id))
    }
    guard !subjects.isEmpty else { return leave(.noAnswer) }
    guard !statement.isDoubted else { return leave(.doubted) }
    let agrees: Bool?
    switch statement.stanceRead {
    case .for?, .forIf?: agrees = true
    case .against?: agrees = false
    case .open?, .unclear?, nil:
      guard statement.act == .withdraw else { return leave(.noStance) }
      agrees = nil
      leave(.noStance)
    }
    var isNear = false
    for actor in actors(of: statement, facts) where isDirect(statement, for: actor, facts) {
      isNear = true
      for subject in subjects {
        for answer in answerPlaces(subject) {
          entries.append(
            Entry(
              place: place, actor: actor, answer: answer, agrees: agrees, said: facts.said))
        }
      }
    }
    if !isNear, agrees != nil { leave(.reportedByAnother) }
  }

  private mutating func leave(_ reason: NetworksView.LeftOut.Reason) {
    leftOut[reason, default: 0] += 1
  }

  private func isDirect(
    _ statement: Case.Statement, for actor: Case.Actor.ID, _ facts: StatementFacts
  ) -> Bool {
    if furthest == .otherParty { return true }
    return filtered.voices.nearness(
      of: statement, for: actor, speakers: statement.speaker,
      parties: filtered.parties(to: facts.issue)
    ).directness <= furthest
  }

  private func actors(of statement: Case.Statement, _ facts: StatementFacts) -> [Case.Actor.ID] {
    func publishers() -> [Case.Actor.ID] {
      guard let place = facts.source else { return [] }
      let source = filtered.theCase.sources[place]
      return source.publisher.map { [$0] } ?? Array(source.authors.prefix(1))
    }
    switch role {
    case .principals:
      let parties = filtered.parties(to: facts.issue)
      return statement.speaker.map { speaker in
        let voices = filtered.index.spokenFor(by: speaker, on: facts.said)
        return voices.first(where: parties.contains) ?? voices.last ?? speaker
      }.uniqued
    case .speakers: return statement.speaker.uniqued
    case .reporters: return statement.via.first.map { [$0] } ?? publishers()
    case .publishers: return publishers()
    }
  }

  private mutating func answerPlaces(_ subject: Subject) -> [Int] {
    guard case .issue(let id, let answer) = subject else { return [] }
    switch answer {
    case .options(let options):
      return options.uniqued.map { place("\(id)/\($0)", id, .issue(id, .options([$0]))) }
    case .value(let value): return [place("\(id)/\(value.key)", id, subject)]
    case .none, .any: return [place(id.raw, id, .issue(id, .none))]
    }
  }

  private mutating func place(_ key: String, _ issue: Case.Issue.ID, _ subject: Subject) -> Int {
    if let place = places[key] { return place }
    places[key] = answers.count
    answers.append(.init(id: key, issue: issue, title: subject.title(filtered.index)))
    return answers.count - 1
  }

  /// In the order of the issues, and of an issue's answers by first use.
  private mutating func arrangeAnswers() {
    let order = answers.indices.sorted { a, b in
      let (x, y) = (
        filtered.index.place(of: answers[a].issue) ?? 0,
        filtered.index.place(of: answers[b].issue) ?? 0
      )
      return (x, a) < (y, b)
    }
    var new = [Int](repeating: 0, count: answers.count)
    for (place, old) in order.enumerated() { new[old] = place }
    answers = order.map { answers[$0] }
    entries = entries.map {
      Entry(
        place: $0.place, actor: $0.actor, answer: new[$0.answer], agrees: $0.agrees, said: $0.said)
    }
  }

  /// As the engine takes them, each entry in its place.
  func coded(_ entries: [Entry]) -> [CodedStatement] {
    entries.map { entry in
      CodedStatement(
        actor: entry.actor.raw, concept: answers[entry.answer].id,
        stance: .agreement(entry.agrees ?? false), day: entry.day,
        document: filtered.theCase.statements[entry.place].source.raw)
    }
  }
}
