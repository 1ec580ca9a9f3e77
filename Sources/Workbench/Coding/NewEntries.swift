internal import CaseModel
internal import Extraction
internal import Foundations

/// Entries that a form names by what they are called, and the case does not hold yet: they are entered with what
/// the form makes. What is called so already is taken.
struct NewEntries {
  var theCase: Case
  let signature: Signature
  let day: EDTFDate
  /// What was entered, for the history.
  var added: [String] = []

  init(_ theCase: Case, _ signature: Signature, on day: EDTFDate) {
    (self.theCase, self.signature, self.day) = (theCase, signature, day)
  }

  /// What stands behind a plus sign; nil where none does, or nothing behind it.
  static func title(_ token: String) -> String? {
    guard token.hasPrefix("+") else { return nil }
    let words = line(token.dropFirst())
    return words.isEmpty ? nil : words
  }

  private static func line(_ words: some StringProtocol) -> String {
    words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var provenance: Provenance { Provenance(entered: day, by: signature.who) }

  /// On the word of the one who enters it, as no document is named yet.
  private var evidence: Evidence {
    var evidence = Evidence()
    evidence.basis = signature.who
    return evidence
  }

  /// - Parameter isCalled: whether an entry has the title already.
  private mutating func add<Entry: SectionEntry>(
    _ path: WritableKeyPath<Case, [Entry]>, _ title: String, isCalled: (Entry) -> Bool,
    _ make: (_ id: String) -> Entry
  ) -> String {
    if let known = theCase[keyPath: path].first(where: isCalled)?.entryID { return known }
    let id = NewID.make(named: title, Entry.section, theCase)
    theCase[keyPath: path].append(make(id))
    added.append("new \(Entry.section.noun) “\(title)”")
    return id
  }

  mutating func actor(
    _ title: String, kind: Case.Actor.Kind, partOf sides: [Case.Actor.ID] = []
  ) -> Case.Actor.ID {
    let provenance = provenance
    let id = add(\.actors, title, isCalled: { $0.name == title || $0.aliases.contains(title) }) {
      var actor = Case.Actor()
      (actor.id, actor.name, actor.kind) = (Case.Actor.ID($0), title, kind)
      (actor.partOf, actor.provenance) = (sides, provenance)
      return actor
    }
    return Case.Actor.ID(id)
  }

  /// - Parameter make: gives it what the form says of it beside its title.
  mutating func issue(
    _ title: String, _ make: (inout Case.Issue) -> Void = { _ in }
  ) -> Case.Issue.ID {
    let provenance = provenance
    let id = add(\.issues, title, isCalled: { $0.title == title }) {
      var issue = Case.Issue()
      (issue.id, issue.title, issue.provenance) = (Case.Issue.ID($0), title, provenance)
      make(&issue)
      return issue
    }
    return Case.Issue.ID(id)
  }

  mutating func milestone(_ words: String) -> Case.Milestone.ID {
    let (title, provenance, evidence) = (Self.line(words), provenance, evidence)
    let id = add(\.milestones, title, isCalled: { $0.title == title }) {
      var milestone = Case.Milestone()
      (milestone.id, milestone.title) = (Case.Milestone.ID($0), title)
      (milestone.provenance, milestone.evidence) = (provenance, evidence)
      return milestone
    }
    return Case.Milestone.ID(id)
  }

  /// - Parameter place: of its issue.
  mutating func option(_ title: String, ofIssueAt place: Int) -> Slug {
    let options = theCase.issues[place].options
    if let known = options.first(where: { $0.title == title || $0.aliases.contains(title) }) {
      return known.id
    }
    var option = Case.Issue.Option()
    (option.id, option.title) = (Self.slug(title, "option", options.map(\.id.raw)), title)
    theCase.issues[place].options.append(option)
    added.append("new option “\(title)”")
    return option.id
  }

  /// - Parameter place: of its issue.
  mutating func member(_ title: String, ofIssueAt place: Int) -> Slug {
    let members = theCase.issues[place].members
    if let known = members.first(where: { $0.name == title || $0.aliases.contains(title) }) {
      return known.id
    }
    let member = Case.Issue.Member(
      id: Self.slug(title, "member", members.map(\.id.raw)), name: title)
    theCase.issues[place].members.append(member)
    added.append("new member “\(title)”")
    return member.id
  }

  private static func slug(_ title: String, _ noun: String, _ known: [String]) -> Slug {
    let stem = NewID.stem(title) ?? noun
    let taken = Set(known)
    return Slug(
      (1...).lazy.map { $0 == 1 && stem != noun ? stem : "\(stem)-\($0)" }
        .first { !taken.contains($0) } ?? stem)
  }

  // MARK: For references in forms

  /// What a title is enough for; other entries need more than a field can ask.
  static let targets: Set<String> = [
    "actors", "analysts", "who", "issues", "options", "members", "milestones", "meetings",
    "commitments", "drafts",
  ]

  /// The id of what is called `title`, entered where the case does not hold it.
  ///
  /// - Parameter owner: the issue of an option or a member.
  /// - Returns: nil where a title is not enough, or the owner is not named.
  mutating func reference(_ target: String, _ title: String, of owner: String?) -> String? {
    let place = theCase.issues.firstIndex { $0.id.raw == owner }
    let (provenance, evidence) = (provenance, evidence)
    switch target {
    case "actors": return actor(title, kind: NewActorReading(title, theCase).kind).raw
    case "analysts", "who":
      return add(\.analysts, title, isCalled: { $0.name == title }) {
        Case.Analyst(id: Case.Analyst.ID($0), name: title)
      }
    case "issues": return issue(title).raw
    case "milestones": return milestone(title).raw
    case "options": return place.map { option(title, ofIssueAt: $0).raw }
    case "members": return place.map { member(title, ofIssueAt: $0).raw }
    case "meetings":
      return add(\.meetings, title, isCalled: { $0.title == title }) {
        var meeting = Case.Meeting()
        (meeting.id, meeting.title, meeting.status) = (Case.Meeting.ID($0), title, .proposed)
        (meeting.provenance, meeting.evidence) = (provenance, evidence)
        return meeting
      }
    case "commitments":
      return add(\.commitments, title, isCalled: { $0.what == title }) {
        var commitment = Case.Commitment()
        (commitment.id, commitment.what) = (Case.Commitment.ID($0), title)
        (commitment.provenance, commitment.evidence) = (provenance, evidence)
        return commitment
      }
    case "drafts":
      return add(\.drafts, title, isCalled: { $0.title == title }) {
        var draft = Case.Draft()
        (draft.id, draft.title) = (Case.Draft.ID($0), title)
        (draft.provenance, draft.evidence) = (provenance, evidence)
        return draft
      }
    default: return nil
    }
  }
}
