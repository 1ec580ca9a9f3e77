package import CaseModel

/// Ranks what words may be about: the case's issues, milestones, meetings, commitments, legal
/// constraints, drafts and interests, by the words of their titles and of what was coded on them.
package struct SubjectRanker: Sendable {
  /// What words were found to be about, and how clearly.
  package struct Match: Hashable, Sendable {
    package var subject: Subject
    /// About 1 where the words hold one that stands in no other subject's title.
    package var strength: Double
    /// The word that says most.
    package var word: String
    /// Nothing of it is named but an actor, or what it counts in.
    package var isLoose = false
    /// Nothing of it is named but an actor.
    package var isOnlyAnActors = false
    /// The same as ``strength`` by the case's own words alone, without those of what was coded.
    package var named = 0.0
  }

  private var words = WordProfile<Subject>()
  /// The case's own words of each, without those of what was coded on it.
  private var titles = WordProfile<Subject>()
  private var uses = UseCounts<Subject>()
  /// Of issues that are not all parties', whose they are.
  private var parties: [Case.Issue.ID: Set<Case.Actor.ID>] = [:]
  /// What an issue's values are counted in.
  private var units: [Case.Issue.ID: Set<String>] = [:]
  private var factual: Set<Case.Issue.ID> = []
  /// Words of actors' names and of units, which occur in statements on every issue and hardly say which
  /// one is meant.
  private let names: Set<String>
  /// All words of actors' names.
  private let actors: Set<String>
  /// Words by which the case itself calls what it is about.
  private var own: Set<String> = []
  /// An actor with those it speaks for or is part of.
  private let sides: [Case.Actor.ID: Set<Case.Actor.ID>]

  /// Nothing learnt but the case's own words.
  package init(_ theCase: Case) {
    sides = Dictionary(
      theCase.actors.map { ($0.id, Set([$0.id] + $0.speaksFor.map(\.actor) + $0.partOf)) },
      uniquingKeysWith: { first, _ in first })
    actors = Set(
      theCase.actors.flatMap { ([$0.name] + $0.aliases).flatMap { ContentWords.of($0) } })
    names = Set(
      theCase.actors.filter { $0.kind != .person }.flatMap { ContentWords.of($0.name) }
        + theCase.issues.flatMap { $0.unit.map(ContentWords.of) ?? [] })
    for issue in theCase.issues {
      if !issue.parties.isEmpty { parties[issue.id] = Set(issue.parties) }
      if issue.kind == .factual { factual.insert(issue.id) }
      if issue.value == .quantity, let unit = issue.unit {
        units[issue.id] = Set(ContentWords.units(of: "1 " + unit))
      }
    }
    func add(_ subject: Subject, _ texts: [String?], _ weight: Int) {
      for text in texts {
        guard let text else { continue }
        let found = ContentWords.of(text)
        words.add(found, to: subject, weight: weight)
        titles.add(found, to: subject, weight: weight)
        own.formUnion(found)
      }
    }
    for issue in theCase.issues {
      let subject = Subject.issue(issue.id, .none)
      add(subject, [issue.title, issue.unit], 6)
      add(subject, issue.keywords, 8)
      for option in issue.options { add(subject, [option.title] + option.aliases, 4) }
      for member in issue.members {
        add(subject, [member.name ?? member.id.raw] + member.aliases, 4)
      }
    }
    for milestone in theCase.milestones { add(.milestone(milestone.id), [milestone.title], 6) }
    for meeting in theCase.meetings {
      add(.meeting(meeting.id), [meeting.title, meeting.place], 3)
    }
    for commitment in theCase.commitments {
      add(.commitment(commitment.id), [commitment.what, commitment.unit], 5)
    }
    for constraint in theCase.constraints {
      add(
        .constraint(constraint.id, reading: nil),
        [constraint.title] + constraint.readings.map(\.title), 5)
    }
    for draft in theCase.drafts { add(.draft(draft.id, clause: nil), [draft.title], 5) }
    for interest in theCase.interests { add(.interest(interest.id), [interest.title], 5) }
  }

  /// Takes in what words were coded as.
  package mutating func learn(_ statement: Case.Statement, _ passage: CodingPassage) {
    for part in statement.about?.parts ?? [] {
      guard let subject = Self.whole(part) else { continue }
      words.add(telling(passage.words), to: subject, weight: 3)
      words.add(telling(passage.sentence), to: subject, weight: 1)
      uses.use(
        subject, with: statement.speaker.map { "by \($0.raw)" } + ["act \(statement.act.rawValue)"])
    }
    uses.tick()
  }

  /// The words of a passage that tell what it is about: not those that report, accuse or promise, which the
  /// next passage on another issue has as well.
  private func telling(_ words: String) -> [String] {
    ContentWords.lasting(words).filter {
      !CueActs.stems.contains($0) || own.contains($0)
    }
  }

  /// Takes in that a proposal was refused.
  package mutating func refuse(_ statement: Case.Statement, _ passage: CodingPassage) {
    for part in statement.about?.parts ?? [] {
      guard let subject = Self.whole(part) else { continue }
      words.add(ContentWords.of(passage.words), to: subject, weight: -2)
      uses.reject(subject)
    }
  }

  /// Without an answer, a reading or a clause; nil for what only a person can choose.
  private static func whole(_ subject: Subject) -> Subject? {
    switch subject {
    case .issue(let id, _): .issue(id, .none)
    case .constraint(let id, _): .constraint(id, reading: nil)
    case .draft(let id, _): .draft(id, clause: nil)
    case .delegation(let id, _): .meeting(id)
    case .actor, .statement, .requirement, .together: nil
    default: subject
    }
  }

  /// The likeliest first; a tie goes by the subject's name.
  /// - Parameter before: what the words before these are about.
  /// - Complexity: O(words × subjects that share them).
  package func matches(_ passage: CodingPassage, after before: Subject? = nil) -> [Match] {
    matches(passage, PassageTerms(passage), after: before)
  }

  /// The same with the passage's words read before.
  func matches(
    _ passage: CodingPassage, _ terms: PassageTerms, after before: Subject? = nil,
    _ commonness: WordCommonness = WordCommonness()
  ) -> [Match] {
    let query = terms.weighted(around: 0.3).map {
      (word: $0.word, weight: $0.weight * commonness.worth($0.word))
    }
    let distinctive = words.scores(
      query.filter { !names.contains($0.word) && $0.word.utf8.first != UInt8(ascii: "#") })
    var ranked: [(match: Match, score: Double, name: String)] = []
    // Of the words around the quote, whose names are not known, those of the case alone.
    let thing = words.scores(
      terms.words.filter { !actors.contains($0) || own.contains($0) }.map { ($0, 1) }
        + terms.around.filter(own.contains).map { ($0, 1) })
    let named = titles.scores(
      query.filter { !actors.contains($0.word) || own.contains($0.word) })
    let counted = terms.units
    let sides = passage.speaker.reduce(into: Set<Case.Actor.ID>()) {
      $0.formUnion(self.sides[$1] ?? [$1])
    }
    let before = before.flatMap(Self.whole)
    let clearest = words.clearest(of: Self.usualCount)
    for (subject, found) in words.scores(query) {
      var strength = found.score / clearest * (1 + prior(subject, passage))
      if subject == before { strength *= 1.2 }
      if case .issue(let id, _) = subject {
        // What is asked, given or refused is to be settled; what is denied or admitted happened.
        if let act = passage.act {
          let isFactual = factual.contains(id)
          if Self.settling.contains(act) {
            strength *= isFactual ? 0.6 : 1
          } else if Self.recounting.contains(act) {
            strength *= isFactual ? 1.15 : 1
          }
        }
        if let parties = parties[id], !sides.isEmpty, parties.isDisjoint(with: sides) {
          strength *= 0.6
        }
        if let unit = units[id], !counted.isEmpty {
          strength *= counted.isDisjoint(with: unit) ? 0.8 : 1.3
        }
      } else {
        strength *= 0.65
      }
      ranked.append(
        (
          Match(
            subject: subject, strength: strength, word: found.word,
            isLoose: distinctive[subject] == nil, isOnlyAnActors: thing[subject] == nil,
            named: (named[subject]?.score ?? 0) / clearest),
          (strength * 1_000_000).rounded(), subject.sortingName
        ))
    }
    ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
    return ranked.map(\.match)
  }

  /// As many subjects as a case has before one word of an option is enough to know one by.
  private static let usualCount = 12

  private static let settling: Set<Case.Statement.Act> = [
    .demand, .propose, .offer, .accept, .reject, .condition, .concede, .withdraw, .commit,
    .threaten,
  ]
  private static let recounting: Set<Case.Statement.Act> = [.deny, .confirm, .accuse]

  /// From 0 to about a half: how far it is usual, for the speaker and the act.
  private func prior(_ subject: Subject, _ passage: CodingPassage) -> Double {
    var prior = 0.15 * uses.frequency(subject)
    for actor in passage.speaker { prior += 0.8 * uses.together(subject, "by \(actor.raw)") }
    if let act = passage.act { prior += 0.15 * uses.together(subject, "act \(act.rawValue)") }
    return prior
  }
}

extension Subject {
  /// The same for the same subject, for order.
  fileprivate var sortingName: String {
    switch self {
    case .issue(let id, _): "issue \(id.raw)"
    case .milestone(let id): "milestone \(id.raw)"
    case .meeting(let id), .delegation(let id, _): "meeting \(id.raw)"
    case .commitment(let id): "commitment \(id.raw)"
    case .constraint(let id, _): "constraint \(id.raw)"
    case .draft(let id, _): "draft \(id.raw)"
    case .interest(let id): "interest \(id.raw)"
    case .actor(let id): "actor \(id.raw)"
    case .statement(let id), .requirement(let id): "statement \(id.raw)"
    case .together(let parts): parts.map(\.sortingName).joined(separator: ", ")
    }
  }
}
