internal import CaseModel
internal import Extraction
internal import Foundations

/// The names a coding form uses, found in the case or, where a title stands behind a plus sign, entered
/// with it: an actor, an issue, an option, a milestone.
struct CodedNames {
  let form: Query
  private var new: NewEntries
  /// What the suggestion brings with it that the form begins from.
  var suggested: [NewEntry] = []

  init(_ form: Query, _ theCase: Case, _ signature: Signature, on day: EDTFDate) {
    (self.form, new) = (form, NewEntries(theCase, signature, on: day))
  }

  var theCase: Case { new.theCase }
  /// What was entered, for the history.
  var added: [String] { new.added }

  /// - Throws: ``Problem`` where the case holds no such actor.
  mutating func actors(_ name: String) throws -> [Case.Actor.ID] {
    var found: [Case.Actor.ID] = []
    for token in tokens(name) {
      let actor = try self.actor(token, field: name)
      if !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// What the field holds, and what the plain form asks for beside it: something new by its title.
  private func tokens(_ field: String) -> [String] {
    let fresh = form["new-\(field)"].flatMap { NewEntries.title("+" + $0) }
    return form.all(field).filter { !$0.isEmpty && $0 != "+" } + (fresh.map { ["+" + $0] } ?? [])
  }

  private mutating func actor(_ token: String, field: String) throws -> Case.Actor.ID {
    guard let title = NewEntries.title(token) else {
      guard theCase.actors.contains(where: { $0.id.raw == token }) else {
        throw Self.unknown("actor", token, field, theCase.actors.map(\.id.raw))
      }
      return Case.Actor.ID(token)
    }
    let reading = NewActorReading(title, theCase, suggested)
    let chosen = field == "speaker" ? form["newKind"] : nil
    let kind = chosen.flatMap { Case.Actor.Kind(rawValue: $0) } ?? reading.kind
    // Where the form names a side, that is the one.
    let isOnSide =
      kind == .unnamed && (field != "speaker" || (form["speaksFor"] ?? "").isEmpty)
    return new.actor(title, kind: kind, partOf: isOnSide ? reading.sides : [])
  }

  /// For whom the form says that someone speaks; behind `+party:` or a plus sign, one who is entered with it.
  /// - Throws: ``Problem`` where the case holds no such party, state, organisation or group.
  private mutating func side(_ token: String) throws -> Case.Actor {
    let isParty = token.hasPrefix("+party:")
    if let title = NewEntries.title(isParty ? "+" + token.dropFirst(7) : token) {
      let read = NewActorReading(title, theCase).kind
      // A name that could be a person's is that of a side here.
      let kind = read == .person || read == .unnamed ? .group : read
      let id = new.actor(title, kind: kind)
      if isParty, !theCase.header.parties.contains(id) { new.theCase.header.parties.append(id) }
      if let side = theCase.actors.first(where: { $0.id == id && $0.canBeSpokenFor }) {
        return side
      }
    }
    let sides = theCase.actors.filter(\.canBeSpokenFor)
    guard let side = sides.first(where: { $0.id.raw == token }) else {
      throw Self.unknown("party", token, "speaksFor", sides.map(\.id.raw))
    }
    return side
  }

  /// Has those of the speakers whose words count for no party speak for the one that the form names; someone
  /// not named, who speaks for no one, becomes part of it.
  /// - Throws: ``Problem`` where the case holds no such party, state, organisation or group.
  mutating func link(_ speakers: [Case.Actor.ID]) throws {
    guard let named = form["speaksFor"], !named.isEmpty, named != "none" else { return }
    let side = try side(named)
    let parties = Set(theCase.header.parties)
    let index = CaseIndex(theCase)
    for speaker in speakers {
      let voices = index.spokenFor(by: speaker, on: nil)
      guard let place = index.position(.actors, speaker.raw), speaker != side.id,
        parties.isDisjoint(with: voices), !voices.contains(side.id)
      else { continue }
      let name = theCase.actors[place].name
      if theCase.actors[place].kind == .unnamed, !NewActorReading.isSpokesperson(name) {
        if !theCase.actors[place].partOf.contains(side.id) {
          new.theCase.actors[place].partOf.append(side.id)
          new.added.append("“\(name)” on the side of “\(side.name)”")
        }
        continue
      }
      var link = Case.Actor.SpeaksFor(side.id)
      link.evidence.basis = new.signature.who
      new.theCase.actors[place].speaksFor.append(link)
      new.added.append("“\(name)” speaking for “\(side.name)”")
    }
  }

  /// What the fields `prefix + about`, `option` and `value` name; nil where nothing is named.
  /// - Throws: ``Problem`` where they name nothing of the case, or the value cannot be read.
  mutating func subject(_ prefix: String = "") throws -> Subject? {
    let field = prefix + "about"
    let asked = form["new-\(field)"].flatMap { NewEntries.title("+" + $0) }.map { "+issue:" + $0 }
    guard let token = form[field].flatMap({ $0.isEmpty || $0 == "+" ? nil : $0 }) ?? asked else {
      return nil
    }
    let parts = token.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Problem.badRequest("`\(token.shortened(to: 60))` names no subject", field: field)
    }
    let (kind, id) = (parts[0], parts[1])
    switch kind {
    case "issue":
      // With its option behind it, where one list offers both.
      let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
      let issue = try issue(parts.first ?? "", field)
      guard parts.count == 2, let place = theCase.issues.firstIndex(where: { $0.id == issue })
      else {
        return .issue(issue, try answer(to: issue, prefix))
      }
      return .issue(issue, .options([try option(parts[1], of: place, field)]))
    case "+issue":
      let issue = try issue("+" + id, field)
      return .issue(issue, try answer(to: issue, prefix))
    case "+milestone": return .milestone(new.milestone(id))
    default:
      guard let (section, make) = Self.sections[kind] else {
        throw Problem.badRequest("`\(kind.shortened(to: 40))` is no kind of subject", field: field)
      }
      let index = CaseIndex(theCase)
      guard index.position(section, id) != nil else {
        throw Self.unknown(section.noun, id, field, index.ids(section))
      }
      return make(id)
    }
  }

  private static let sections: [String: (Case.Section, @Sendable (String) -> Subject)] = [
    "milestone": (.milestones, { .milestone(Case.Milestone.ID($0)) }),
    "meeting": (.meetings, { .meeting(Case.Meeting.ID($0)) }),
    "commitment": (.commitments, { .commitment(Case.Commitment.ID($0)) }),
    "constraint": (.constraints, { .constraint(Case.Constraint.ID($0), reading: nil) }),
    "draft": (.drafts, { .draft(Case.Draft.ID($0), clause: nil) }),
    "interest": (.interests, { .interest(Case.Interest.ID($0)) }),
    "actor": (.actors, { .actor(Case.Actor.ID($0)) }),
    "statement": (.statements, { .statement(Case.Statement.ID($0)) }),
    "requirement": (.statements, { .requirement(Case.Statement.ID($0)) }),
  ]

  private mutating func issue(_ token: String, _ field: String) throws -> Case.Issue.ID {
    guard let title = NewEntries.title(token) else {
      guard theCase.issues.contains(where: { $0.id.raw == token }) else {
        throw Self.unknown("issue", token, field, theCase.issues.map(\.id.raw))
      }
      return Case.Issue.ID(token)
    }
    let form = form
    return new.issue(title) { issue in
      // What is asked of a new issue is the one the statement is about, and none that a condition names.
      guard field == "about" else { return }
      if form["newIssueKind"] == Case.Issue.Kind.factual.rawValue { issue.kind = .factual }
      guard form["newIssue"] == "quantity" else { return }
      issue.value = .quantity
      let unit = form["unit"]?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
      issue.unit = unit.isEmpty ? nil : unit
    }
  }

  private mutating func answer(to issue: Case.Issue.ID, _ prefix: String) throws -> Answer {
    guard let place = theCase.issues.firstIndex(where: { $0.id == issue }) else { return .none }
    if let typed = form[prefix + "value"], !typed.isEmpty {
      do {
        return .value(
          try AnswerValue(
            typed: typed, for: theCase.issues[place], actors: theCase.actors, context: dates))
      } catch {
        throw Problem.badRequest(error.reason, hint: error.hint, field: prefix + "value")
      }
    }
    var options: [Slug] = []
    for token in form.all(prefix + "option") {
      if token == "any" { return .any }
      let option = try option(token, of: place, prefix + "option")
      if !options.contains(option) { options.append(option) }
    }
    return options.isEmpty ? .none : .options(options)
  }

  private mutating func option(_ token: String, of place: Int, _ field: String) throws -> Slug {
    if let title = NewEntries.title(token) { return new.option(title, ofIssueAt: place) }
    let options = theCase.issues[place].options
    guard let known = options.first(where: { $0.id.raw == token }) else {
      throw Self.unknown("option", token, field, options.map(\.id.raw))
    }
    return known.id
  }

  /// What dates in the form are counted from: the day the document was published.
  var dates: DateContext {
    let source = theCase.sources.first { $0.id.raw == form["source"] }
    return DateContext(published: source?.published)
  }

  /// The date that the field's words name, with the words.
  /// - Throws: ``Problem`` where they name none.
  func date(_ field: String) throws -> Dating? {
    guard let typed = form[field], !typed.allSatisfy(\.isWhitespace) else { return nil }
    do {
      return try Dating(typed: typed, dates, isAhead: ["due", "until"].contains(field))
    } catch {
      throw Problem.badRequest(error.reason, hint: error.hint, field: field)
    }
  }

  static func unknown(
    _ noun: String, _ id: String, _ field: String, _ known: [String]
  ) -> Problem {
    Problem.badRequest(
      "the case holds no \(noun) `\(id.shortened(to: 60))`",
      hint: suggestion(for: id, among: known) ?? "someone may have removed it", field: field)
  }
}

extension Dating {
  /// The date that someone typed, in the words of a text or in the file's own notation; nil where the words
  /// are something else.
  /// - Parameter isAhead: it is a day to come, so that a weekday is the next one.
  /// - Throws: ``TypedValueError`` where the words name no date, or several.
  init?(typed: String, _ context: DateContext, isAhead: Bool) throws(TypedValueError) {
    try self.init(typed: typed, context)
    // The day by which something is to be done is that day.
    if isAhead, value.text.hasPrefix("../"),
      let last = try? EDTFDate(String(value.text.dropFirst(3)))
    {
      value = last
    }
    guard isAhead, let published = context.published, value.latest < published.earliest,
      let next = try? Dating(typed: "next " + typed, context),
      next.value.earliest > published.latest
    else { return }
    (value, rule) = (next.value, next.rule)
  }

  private init?(typed: String, _ context: DateContext) throws(TypedValueError) {
    var issue = Case.Issue()
    issue.value = .date
    guard case .date(let dating) = try AnswerValue(typed: typed, for: issue, context: context)
    else {
      return nil
    }
    self = dating
  }
}
