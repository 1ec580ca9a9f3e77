public import CaseModel
internal import Foundations

extension AnswerValue {
  /// The value in words, with the names of members and actors; a number in another unit is followed
  /// by its equivalent in the issue's unit, if one is given.
  public func title(in issue: Case.Issue?, _ index: CaseIndex) -> String {
    if case .quantity(let quantity) = self, let issue, let unit = issue.unit,
      let given = quantity.unit, given != unit, !issue.equivalents.isEmpty
    {
      let units = UnitTable(issue, [])
      guard let low = units.converted(quantity.quantity, from: given) else { return words }
      let high = quantity.to.flatMap { units.converted($0, from: given) }
      let both = high.map { Quantity(low, to: $0, unit: unit) } ?? Quantity(low, unit: unit)
      return "\(words) (≈ \(both.words))"
    }
    guard case .set(let set) = self else { return words }
    func name(_ id: Slug) -> String {
      issue?.members.first { $0.id == id }.map { $0.name ?? $0.id.raw }
        ?? index.actor(Case.Actor.ID(id.raw))?.name ?? id.raw
    }
    var text = set.members.map(name).joined(separator: ", ")
    if set.open { text += text.isEmpty ? "…" : " and perhaps others" }
    if !set.except.isEmpty {
      // What was not among those named is not taken from them.
      let isApart = !set.open && Set(set.members).isDisjoint(with: set.except)
      text += (isApart ? ", not " : " except ") + set.except.map(name).joined(separator: ", ")
    }
    return text
  }
}

extension Subject {
  /// The subject in words, with titles and names in place of ids. An unknown id is given as it is.
  public func title(_ index: CaseIndex) -> String {
    switch self {
    case .issue(let id, let answer):
      let issue = index.issue(id)
      let title = issue?.title ?? id.raw
      switch answer {
      case .none: return title
      case .any: return "\(title): any"
      case .options(let options):
        let names = options.map { option in
          issue?.options.first { $0.id == option }?.title ?? option.raw
        }
        return "\(title): \(names.listed(issue?.answers == .one ? "or" : "and"))"
      case .value(let value): return "\(title): \(value.title(in: issue, index))"
      }
    case .milestone(let id): return index.milestone(id)?.title ?? id.raw
    case .meeting(let id): return index.meeting(id)?.displayTitle ?? id.raw
    case .delegation(let id, let party):
      return
        "\(index.name(party).possessive) delegation to \(index.meeting(id)?.displayTitle ?? id.raw)"
    case .commitment(let id): return index.commitment(id)?.what ?? id.raw
    case .constraint(let id, let reading):
      let act = index.constraint(id)
      let title = act?.title ?? id.raw
      guard let reading else { return title }
      return "\(title): \(act?.readings.first { $0.id == reading }?.title ?? reading.raw)"
    case .draft(let id, let clause):
      let draft = index.draft(id)
      let title = draft?.title ?? id.raw
      guard let clause else { return title }
      return "\(title): \(draft?.clauses.first { $0.id == clause }?.title ?? clause.raw)"
    case .interest(let id):
      return index.position(.interests, id.raw).map { index.theCase.interests[$0].title } ?? id.raw
    case .actor(let id): return index.name(id)
    case .statement(let id):
      return "reply to " + (index.statement(id).map { "“\($0.gist.shortened(to: 60))”" } ?? id.raw)
    case .requirement(let id):
      return "the condition in "
        + (index.statement(id).map { "“\($0.gist.shortened(to: 60))”" } ?? id.raw)
    case .together(let parts):
      return parts.map { $0.title(index) }.joined(separator: "; ") + " (as one package)"
    }
  }
}

extension Subject {
  /// A package without a name, known by what it holds.
  func packageTitle(_ index: CaseIndex) -> String {
    let titles = parts.map { $0.title(index) }
    let more = titles.count > 2 ? "; and \(titles.count - 2) more" : ""
    return "Package: \(titles.prefix(2).joined(separator: "; "))\(more)"
  }
}

extension Step {
  /// The step in words, with titles in place of ids. An unknown id is given as it is.
  public func title(_ index: CaseIndex) -> String {
    switch self {
    case .issue(let id, let answer): Subject.issue(id, answer).title(index)
    case .milestone(let id): Subject.milestone(id).title(index)
    case .meeting(let id): Subject.meeting(id).title(index)
    case .commitment(let id): Subject.commitment(id).title(index)
    case .draft(let id): Subject.draft(id, clause: nil).title(index)
    case .package(let id): index.statement(id)?.about.map { $0.packageTitle(index) } ?? id.raw
    }
  }
}

extension Step {
  /// The answer on which an issue is settled, in words without the issue; nil where it is no issue, or
  /// one settled whatever on.
  func answerTitle(_ index: CaseIndex) -> String? {
    guard case .issue(let id, let answer) = self else { return nil }
    let issue = index.issue(id)
    switch answer {
    case .value(let value): return value.title(in: issue, index)
    case .options(let options):
      return options.map { option in
        issue?.options.first { $0.id == option }?.title ?? option.raw
      }.listed(issue?.answers == .one ? "or" : "and")
    case .any, .none: return nil
    }
  }
}

extension CaseIndex {
  /// The actor's name; the id if the case has no such actor.
  public func name(_ id: Case.Actor.ID) -> String { actor(id)?.name ?? id.raw }

  /// The actors' names as an English list: "The Union, Qasir and the Presidency".
  public func names(_ ids: [Case.Actor.ID]) -> String {
    ids.enumerated().map { $0 == 0 ? name($1) : running($1) }.listed()
  }

  /// The actor's name within a sentence: "the National Assembly".
  package func running(_ id: Case.Actor.ID) -> String { name(id).withLowerArticle }

  /// The names within a sentence: "the Union, Qasir and the Presidency".
  package func running(_ ids: [Case.Actor.ID]) -> String { ids.map { running($0) }.listed() }

  /// The name of an analyst or actor; the id if the case has neither.
  public func name(_ who: Who) -> String {
    if let position = position(.analysts, who.raw) { return theCase.analysts[position].name }
    return actor(Case.Actor.ID(who.raw))?.name ?? who.raw
  }
}

extension Case.Meeting {
  /// Its title, or its place, or its id: the first it has.
  public var displayTitle: String { title ?? place ?? id.raw }
}
