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

  var entries: [Entry] = []
  private(set) var answers: [NetworksView.Answer] = []
  private(set) var leftOut: [NetworksView.LeftOut.Reason: Int] = [:]

  let filtered: FilteredCase
  private let role: NetworkQuestions.ActorRole
  private let furthest: Directness
  private let packages: PackageAnswers
  /// By the place of the answer in ``answers``, of numbers and dates.
  private(set) var values: [AnswerValue?] = []
  /// Mediators, hosts, observers and the like, who stand on no side; none where speakers are asked for.
  private let thirds: Set<Case.Actor.ID>
  private var places: [String: Int] = [:]

  init(_ filtered: FilteredCase, _ role: NetworkQuestions.ActorRole) {
    self.filtered = filtered
    self.role = role
    let isSaid = role == .principals || role == .speakers
    furthest = filtered.lens.directness ?? (isSaid ? .third : .otherParty)
    packages = PackageAnswers(filtered, PackageBook(filtered))
    thirds = role == .principals ? Self.thirds(filtered) : []
    let facts = filtered.facts
    _ = filtered.eachStatement { place, statement -> Void? in
      let counts = facts[place].time == .counts || facts[place].time == .undated
      if counts { read(statement.pointee, at: place, facts[place]) }
      return nil
    }
    if isSaid { oppose() }
    arrangeAnswers()
  }

  private mutating func read(_ statement: Case.Statement, at place: Int, _ facts: StatementFacts) {
    let all = parts(of: statement, facts).filter { part in
      part.about.issue.flatMap { filtered.index.issue($0) }?.kind == .negotiable
    }
    var answered = all.filter { part in
      filtered.lens.issues.isEmpty
        || part.about.issue.map(filtered.lens.issues.contains) ?? false
    }
    guard !answered.isEmpty else { return leave(.noAnswer) }
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
    // A package of several parts refused is no refusal of each of them, and one that is taken for
    // what it excludes is not taken.
    if (agrees == false && all.count > 1) || excludesWhatIsAsked(statement, facts) {
      answered.removeAll(where: \.isWhole)
    }
    guard !answered.isEmpty else { return leave(.noStance) }
    let speaking = actors(of: statement, facts)
    let sides = speaking.filter { !thirds.contains($0) }
    if sides.isEmpty, !speaking.isEmpty {
      if agrees != nil { leave(.thirdParty) }
      return
    }
    var isNear = false
    for actor in sides where isDirect(statement, for: actor, facts) {
      isNear = true
      for part in answered where speaks(actor, of: part) {
        for answer in answerPlaces(part.about) {
          entries.append(
            Entry(
              place: place, actor: actor, answer: answer, agrees: agrees, said: facts.said))
        }
      }
    }
    if !isNear, agrees != nil { leave(.reportedByAnother) }
  }

  /// Answers to a text or a package count for its parts, as in the positions.
  private func parts(
    of statement: Case.Statement, _ facts: StatementFacts
  ) -> [PackageAnswers.Part] {
    let given = packages.parts(of: statement, said: facts.said)
    if !given.isEmpty { return given }
    return (statement.about?.parts ?? []).map { PackageAnswers.Part(about: $0, isWhole: false) }
  }

  /// What is asked for the whole cannot hold together with what it gives itself.
  private func excludesWhatIsAsked(_ statement: Case.Statement, _ facts: StatementFacts) -> Bool {
    let asked = statement.standingRequirements.map(\.step.subject).filter { $0.issue != nil }
    guard !asked.isEmpty, let whole = packages.whole(statement, said: facts.said) else {
      return false
    }
    return asked.contains { asked in
      whole.contains { asked.excludes($0, filtered.index) }
        && !whole.contains { $0.issue == asked.issue && !asked.excludes($0, filtered.index) }
    }
  }

  /// What a party says of a whole says nothing of a part that is others', or to which it objects.
  private func speaks(_ actor: Case.Actor.ID, of part: PackageAnswers.Part) -> Bool {
    guard part.isWhole else { return true }
    if part.objecting.contains(actor) { return false }
    guard filtered.theCase.header.parties.contains(actor), let issue = part.about.issue else {
      return true
    }
    return filtered.parties(to: filtered.index.place(of: issue)).contains(actor)
  }

  /// Those with a role in the talks who are party to nothing, unless the filter asks for them.
  private static func thirds(_ filtered: FilteredCase) -> Set<Case.Actor.ID> {
    let theCase = filtered.theCase
    let parties = Set(theCase.header.parties).subtracting(filtered.apart.neutral)
      .union(theCase.issues.flatMap(\.parties)).union(filtered.lens.parties)
    return Set(
      theCase.actors.lazy.filter { actor in
        !parties.contains(actor.id)
          && actor.roles.contains { role in
            role.role != .outside
              && (role.from == nil || filtered.holds(role.from, role.evidence))
          }
      }.map(\.id))
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
        // An official not named speaks on the side to which he belongs.
        return voices.first(where: parties.contains)
          ?? filtered.voices.sides(ofUnnamed: speaker).first(where: parties.contains)
          ?? voices.last ?? speaker
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
    let value: AnswerValue? = if case .issue(_, .value(let value)) = subject { value } else { nil }
    values.append(value)
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
  func coded(_ entries: [Entry], _ weight: (Entry) -> Double) -> [CodedStatement] {
    entries.map { entry in
      CodedStatement(
        actor: entry.actor.raw, concept: answers[entry.answer].id,
        stance: .agreement(entry.agrees ?? false), day: entry.day,
        document: filtered.theCase.statements[entry.place].source.raw, weight: weight(entry))
    }
  }
}
