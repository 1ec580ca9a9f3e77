internal import CaseModel

/// The entries that names of another program stand for: those that a case has already, and new ones.
struct EntryBook {
  private(set) var actors: [Case.Actor] = []
  private(set) var issues: [Case.Issue] = []
  private(set) var analysts: [Case.Analyst] = []

  private var actorNames = Names("actor")
  private var actorPlaces: [String: Int] = [:]
  private var issueNames = Names("issue")
  private var issuePlaces: [String: Int] = [:]
  private var answerNames: [String: Names] = [:]
  private var analystNames = Names("coder")
  /// Of the case's own issues, the answers that are no options, by their words.
  private var values: [String: [String: AnswerValue]] = [:]
  /// By a name of an issue with its answer that is cut where other programs cut it, the two.
  private var concepts: [String: (issue: String, answer: String)] = [:]
  /// Of new actors, the kinds that the file gives them: of two the first counts.
  private var givenKinds: [String: Case.Actor.Kind] = [:]
  /// How many actors and issues the case had.
  private let known: (actors: Int, issues: Int)
  private let index: CaseIndex?
  /// How to take back what was done since ``remember()``, step by step.
  private var steps: [(inout EntryBook) -> Void] = []

  /// - Parameter existing: the case that has entries already; nil for none.
  init(_ existing: ExistingCase?) {
    index = existing?.index
    guard let theCase = existing?.theCase else {
      known = (0, 0)
      return
    }
    (actors, issues, analysts) = (theCase.actors, theCase.issues, theCase.analysts)
    known = (actors.count, issues.count)
    learnActors()
    learnIssues(theCase)
    for analyst in analysts { analystNames.learn(analyst.name, as: analyst.id.raw) }
    for analyst in analysts { analystNames.learn(analyst.id.raw, as: analyst.id.raw) }
    // An entry may be by an actor of the case, or by a name that no entry describes.
    for statement in theCase.statements {
      guard let by = statement.provenance.by else { continue }
      if let actor = existing?.index.actor(Case.Actor.ID(by.raw)) {
        analystNames.learn(actor.name, as: by.raw)
      }
      analystNames.learn(by.raw, as: by.raw)
    }
  }

  /// Names before aliases, and both before ids: where one word means two, the name is meant.
  private mutating func learnActors() {
    for (place, actor) in actors.enumerated() {
      actorPlaces[actor.id.raw] = place
      actorNames.learn(actor.name, as: actor.id.raw)
    }
    for actor in actors where DNAWriter.shortened(actor.name) != actor.name {
      actorNames.learn(DNAWriter.shortened(actor.name), as: actor.id.raw)
    }
    for actor in actors { for alias in actor.aliases { actorNames.learn(alias, as: actor.id.raw) } }
    for actor in actors { actorNames.learn(actor.id.raw, as: actor.id.raw) }
  }

  private mutating func learnIssues(_ theCase: Case) {
    for (place, issue) in issues.enumerated() {
      let id = issue.id.raw
      issuePlaces[id] = place
      issueNames.learn(issue.title, as: id)
      var answers = Names("answer")
      for option in issue.options { answers.learn(option.title, as: option.id.raw) }
      for option in issue.options {
        for alias in option.aliases { answers.learn(alias, as: option.id.raw) }
        answers.learn(option.id.raw, as: option.id.raw)
      }
      answerNames[id] = answers
    }
    for issue in issues { issueNames.learn(issue.id.raw, as: issue.id.raw) }
    for statement in theCase.statements {
      for part in statement.about?.parts ?? [] {
        guard case .issue(let id, .value(let value)) = part else { continue }
        values[id.raw, default: [:]][Names.plain(value.words)] = value
      }
    }
    for issue in issues {
      let answers = issue.options.map(\.title) + (values[issue.id.raw] ?? [:]).keys.sorted()
      for answer in answers { learnConcept(issue.title, answer) }
    }
  }

  /// Names of more characters than Discourse Network Analyzer keeps.
  private mutating func learnConcept(_ issue: String, _ answer: String) {
    let whole = "\(issue): \(answer)"
    let cut = DNAWriter.shortened(whole)
    if cut != whole { concepts[Names.plain(cut)] = (issue, answer) }
  }

  // MARK: Taking back

  /// What is done from here on can be taken back.
  mutating func remember() { steps = [] }

  /// Takes back what was done since ``remember()``. A copy would cost as much as all entries for each
  /// passage.
  mutating func takeBack() {
    let done = steps
    for step in done.reversed() { step(&self) }
    steps = []
  }

  // MARK: Actors

  mutating func actor(_ name: String, _ kind: Case.Actor.Kind) -> Case.Actor.ID {
    let id = actorNames.id(name)
    if actorPlaces[id] == nil {
      actorPlaces[id] = actors.count
      actors.append(Case.Actor(id: Case.Actor.ID(id), name: Names.plain(name), kind: kind))
      steps.append { book in
        book.actors.removeLast()
        book.actorPlaces[id] = nil
        book.actorNames.forget(name, id)
      }
    }
    return Case.Actor.ID(id)
  }

  /// - Returns: whether an actor that the case had already now speaks for another.
  mutating func speaks(
    _ person: Case.Actor.ID, for body: Case.Actor.ID, by who: Who?
  ) -> Bool {
    guard person != body, let place = actorPlaces[person.raw],
      !actors[place].speaksFor.contains(where: { $0.actor == body }),
      index?.spokenFor(by: person, on: nil).contains(body) != true
    else { return false }
    let isKnown = place < known.actors
    let before = actors[place]
    steps.append { $0.actors[place] = before }
    if !isKnown { actors[place].kind = .person }
    var link = Case.Actor.SpeaksFor()
    link.actor = body
    link.evidence = Evidence(basis: who ?? Who("analyst"))
    actors[place].speaksFor.append(link)
    return isKnown
  }

  /// Takes the attributes of someone whom the program lists; of an actor that the case had already
  /// new aliases alone.
  /// - Returns: the attributes that are not taken.
  mutating func describe(_ unit: CodedProject.Unit) -> [String] {
    guard let place = actorPlaces[actor(unit.name, .organisation).raw] else { return [] }
    var left: [String] = []
    for field in unit.attributes where !field.value.isEmpty {
      if field.name.lowercased() == "kind", let kind = Case.Actor.Kind(rawValue: field.value) {
        if place >= known.actors, (givenKinds[unit.name] ?? kind) == kind {
          actors[place].kind = kind
          givenKinds[unit.name] = kind
        } else if actors[place].kind != kind {
          left.append("\(unit.name), kind \(kind.rawValue)")
        }
      } else if field.name.lowercased() == "alias" {
        let own = [actors[place].name] + actors[place].aliases
        if !own.contains(field.value) { actors[place].aliases.append(field.value) }
      } else {
        left.append("\(unit.name), \(field.name)")
      }
    }
    return left
  }

  func name(_ id: Case.Actor.ID) -> String { actorPlaces[id.raw].map { actors[$0].name } ?? id.raw }

  // MARK: Issues

  mutating func issue(_ name: String) -> Case.Issue.ID {
    let id = issueNames.id(name)
    if issuePlaces[id] == nil {
      issuePlaces[id] = issues.count
      var issue = Case.Issue()
      (issue.id, issue.title) = (Case.Issue.ID(id), Names.plain(name))
      issues.append(issue)
      steps.append { book in
        book.issues.removeLast()
        book.issuePlaces[id] = nil
        book.answerNames[id] = nil
        book.issueNames.forget(name, id)
      }
    }
    return Case.Issue.ID(id)
  }

  mutating func answer(_ name: String, of issue: Case.Issue.ID) -> Answered {
    let plain = Names.plain(name)
    if let value = values[issue.raw]?[plain] { return .value(value) }
    guard let place = issuePlaces[issue.raw] else { return .option(Slug(plain)) }
    if place < known.issues, plain == "any",
      !issues[place].options.contains(where: { $0.title == plain })
    {
      return .any
    }
    if place < known.issues, issues[place].value != .option {
      return printedValue(plain, of: issues[place]).map { .value($0) } ?? .unread
    }
    let isKnown = answerNames[issue.raw]?.knows(name) == true
    let id = answerNames[issue.raw, default: Names("answer")].id(name)
    if !isKnown {
      var option = Case.Issue.Option()
      (option.id, option.title) = (Slug(id), plain)
      issues[place].options.append(option)
      steps.append { book in
        book.issues[place].options.removeLast()
        book.answerNames[issue.raw]?.forget(name, id)
      }
    }
    return .option(Slug(id))
  }

  private func printedValue(_ words: String, of issue: Case.Issue) -> AnswerValue? {
    PrintedValue(issue) { actorNames.found($0).map { Slug($0) } }.read(words)
  }

  /// The issue that a name with an answer stands for: `Issue: Answer`, as programs write it that have
  /// one name for both; nil where the case has no such issue, or has one of that whole name.
  func concept(_ name: String) -> (issue: String, answer: String)? {
    let plain = Names.plain(name)
    if issueNames.knows(plain) { return nil }
    if let known = concepts[plain] { return known }
    // The longest title first: one may begin another.
    let places = plain.ranges(of: ": ").reversed()
    return places.lazy.compactMap { range -> (issue: String, answer: String)? in
      let title = String(plain[..<range.lowerBound])
      let answer = String(plain[range.upperBound...])
      guard let id = issueNames.found(title), let place = issuePlaces[id], place < known.issues,
        isAnswer(answer, of: issues[place])
      else { return nil }
      return (title, answer)
    }.first
  }

  private func isAnswer(_ name: String, of issue: Case.Issue) -> Bool {
    name == "any" || answerNames[issue.id.raw]?.knows(name) == true
      || values[issue.id.raw]?[name] != nil || printedValue(name, of: issue) != nil
  }

  /// An actor of that name, if there is one.
  func knownActor(_ name: String) -> Case.Actor.ID? {
    actorNames.found(name).map { Case.Actor.ID($0) }
  }

  /// What one is for or against who names an issue alone: as with a concept of other programs, an
  /// issue with one answer. An issue that the case had already is not given one.
  mutating func impliedAnswer(of issue: Case.Issue.ID) -> Answered? {
    if let place = issuePlaces[issue.raw], place < known.issues,
      issues[place].value != .option
        || !issues[place].options.contains(where: { $0.title == "Yes" })
    {
      return nil
    }
    return answer("Yes", of: issue)
  }

  /// Puts an issue into a family and a stage, where it has none yet.
  /// - Returns: false where it is in another.
  mutating func classify(
    _ issue: Case.Issue.ID, category: String? = nil, stage: Case.Issue.Stage? = nil
  ) -> Bool {
    guard let place = issuePlaces[issue.raw] else { return true }
    if let category {
      if let own = issues[place].category { return IssueFamily.isSame(own, category) }
      issues[place].category = category
      steps.append { $0.issues[place].category = nil }
    }
    if let stage {
      if let own = issues[place].stage { return own == stage }
      issues[place].stage = stage
      steps.append { $0.issues[place].stage = nil }
    }
    return true
  }

  func issue(_ id: Case.Issue.ID) -> Case.Issue? { issuePlaces[id.raw].map { issues[$0] } }

  // MARK: Coders

  mutating func analyst(_ name: String) -> Who {
    let isKnown = analystNames.knows(name)
    let id = analystNames.id(name)
    if !isKnown, !analysts.contains(where: { $0.id.raw == id }) {
      analysts.append(Case.Analyst(id: Case.Analyst.ID(id), name: Names.plain(name)))
      steps.append { book in
        book.analysts.removeLast()
        book.analystNames.forget(name, id)
      }
    }
    return Who(id)
  }
}
