/// Every key a subject, step or requirement can hold, before it is known which it is.
struct SubjectForm: FieldShaped {
  var issue: Case.Issue.ID?
  var options: [Slug] = []
  var any = false
  var value: AnswerValue?
  var milestone: Case.Milestone.ID?
  var meeting: Case.Meeting.ID?
  var delegation: Case.Actor.ID?
  var commitment: Case.Commitment.ID?
  var constraint: Case.Constraint.ID?
  var reading: Slug?
  var draft: Case.Draft.ID?
  var clause: Slug?
  var interest: Case.Interest.ID?
  var actor: Case.Actor.ID?
  var statement: Case.Statement.ID?
  var requirement: Case.Statement.ID?
  var together: [Subject] = []

  init() {}

  static let noun = "subject"
  static let fields: [Field<SubjectForm>] = [
    .optional("issue", \.issue, "The issue"),
    .defaulted("option", \.optionChoice, OptionChoice.none, "Its option, a list of them, or any"),
    .optional("value", \.value, "A value, if the issue's answers are values"),
    .optional("milestone", \.milestone, "A milestone"),
    .optional("meeting", \.meeting, "A meeting"),
    .optional("delegation", \.delegation, "The party whose delegation to the meeting is meant"),
    .optional("commitment", \.commitment, "A commitment"),
    .optional("constraint", \.constraint, "A legal constraint"),
    .optional("reading", \.reading, "One reading of the constraint").referring(to: "readings"),
    .optional("draft", \.draft, "A draft"),
    .optional("clause", \.clause, "One clause of the draft").referring(to: "clauses"),
    .optional("interest", \.interest, "An interest"),
    .optional("actor", \.actor, "An actor"),
    .optional("statement", \.statement, "The statement it replies to"),
    .optional(
      "requirement", \.requirement,
      "The statement whose condition is meant, to accept or reject the condition itself"),
    .list("together", \.together, "Several subjects as one package, all or nothing"),
  ]

  var optionChoice: OptionChoice {
    get { any ? .any : options.isEmpty ? .none : .some(options) }
    set {
      switch newValue {
      case .none: (any, options) = (false, [])
      case .any: (any, options) = (true, [])
      case .some(let chosen): (any, options) = (false, chosen)
      }
    }
  }

  var answer: Answer {
    if let value { return .value(value) }
    if any { return .any }
    return options.isEmpty ? .none : .options(options)
  }

  mutating func set(_ answer: Answer) {
    switch answer {
    case .none: break
    case .any: any = true
    case .options(let chosen): options = chosen
    case .value(let given): value = given
    }
  }

  func validate(_ node: Node, _ reader: inout NodeReader) {
    let heads = [
      issue != nil, milestone != nil, meeting != nil, commitment != nil, constraint != nil,
      draft != nil, interest != nil, actor != nil, statement != nil, requirement != nil,
      !together.isEmpty,
    ].count { $0 }
    if heads != 1 {
      reader.fail(
        .badSubject, at: node.place,
        heads == 0 ? "this subject is empty" : "this is about \(heads) things at once",
        hint: "name one: issue, milestone, meeting, commitment, constraint, draft, interest, "
          + "actor, statement or requirement"
          + (heads == 0 ? "" : "; a package of several is a list under `together`"))
      return
    }
    if together.contains(where: \.isPackage) {
      reader.fail(
        .badSubject, at: node.place, "a package cannot contain another package",
        hint: "list all their subjects under one `together`")
    }
    func check(_ name: String, _ isSet: Bool, needs owner: String, _ ownerIsSet: Bool) {
      guard isSet, !ownerIsSet else { return }
      reader.fail(
        .badSubject, at: node.place, "`\(name)` belongs to \(owner.withArticle)",
        hint: "name the \(owner) beside it")
    }
    check("option", any || !options.isEmpty, needs: "issue", issue != nil)
    check("value", value != nil, needs: "issue", issue != nil)
    check("delegation", delegation != nil, needs: "meeting", meeting != nil)
    check("reading", reading != nil, needs: "constraint", constraint != nil)
    check("clause", clause != nil, needs: "draft", draft != nil)
    if value != nil, any || !options.isEmpty {
      reader.fail(
        .badSubject, at: node.place, "an answer is an option or a value, not both",
        hint: "leave out `option` or `value`")
    }
  }

  var subject: Subject? {
    if let issue { return .issue(issue, answer) }
    if let milestone { return .milestone(milestone) }
    if let meeting {
      return delegation.map { .delegation(meeting, party: $0) } ?? .meeting(meeting)
    }
    if let commitment { return .commitment(commitment) }
    if let constraint { return .constraint(constraint, reading: reading) }
    if let draft { return .draft(draft, clause: clause) }
    if let interest { return .interest(interest) }
    if let actor { return .actor(actor) }
    if let statement { return .statement(statement) }
    if let requirement { return .requirement(requirement) }
    return together.isEmpty ? nil : .together(together)
  }

  init(_ subject: Subject) {
    switch subject {
    case .issue(let id, let answer):
      issue = id
      set(answer)
    case .milestone(let id): milestone = id
    case .meeting(let id): meeting = id
    case .delegation(let id, let party): (meeting, delegation) = (id, party)
    case .commitment(let id): commitment = id
    case .constraint(let id, let reading): (constraint, self.reading) = (id, reading)
    case .draft(let id, let clause): (draft, self.clause) = (id, clause)
    case .interest(let id): interest = id
    case .actor(let id): actor = id
    case .statement(let id): statement = id
    case .requirement(let id): requirement = id
    case .together(let parts): together = parts
    }
  }

  mutating func walk(_ walker: inout ReferenceWalker) {
    if let issue = issue?.raw {
      for index in options.indices {
        walker.inside(.key("option")) { $0.visit(&options[index].raw, .option(issue: issue)) }
      }
      if case .set(var set)? = value {
        for index in set.members.indices {
          walker.inside(.key("value")) { $0.visit(&set.members[index].raw, .member(issue: issue)) }
        }
        for index in set.except.indices {
          walker.inside(.key("value")) { $0.visit(&set.except[index].raw, .member(issue: issue)) }
        }
        value = .set(set)
      }
    }
    if let owner = constraint?.raw, var id = reading {
      walker.inside(.key("reading")) { $0.visit(&id.raw, .reading(constraint: owner)) }
      reading = id
    }
    if let owner = draft?.raw, var id = clause {
      walker.inside(.key("clause")) { $0.visit(&id.raw, .clause(draft: owner)) }
      clause = id
    }
    walkFields(&walker)
  }
}

/// The `option` of a subject: one, several, or `any`.
enum OptionChoice: Shaped {
  case none, any
  case some([Slug])

  /// The options are the subject's to walk, which knows their issue.
  static var holdsReferences: Bool { false }

  static func read(_ node: Node, _ reader: inout NodeReader) -> OptionChoice? {
    if node.scalar == "any" { return .any }
    guard case .list(let items) = node.content else {
      return Slug.read(node, &reader).map { .some([$0]) }
    }
    let options = items.compactMap { Slug.read($0, &reader) }
    return options.isEmpty ? OptionChoice.none : .some(options)
  }

  func node() -> Node {
    switch self {
    case .none: .null
    case .any: .text("any")
    case .some(let options):
      // An option whose id is `any` needs its brackets, to be distinguished from any option.
      options.count == 1 && options[0] != "any"
        ? options[0].node() : .list(options.map { $0.node() })
    }
  }

  static func schema(_ book: inout SchemaBook) -> Node {
    let id = Slug.schema(&book).referring(to: "options")
    return .map([
      .init(
        "anyOf", .list([id, SchemaBook.object(("type", .text("array")), ("items", id))]))
    ])
  }
}

extension Subject {
  fileprivate var isPackage: Bool {
    if case .together = self { return true }
    return false
  }
}
