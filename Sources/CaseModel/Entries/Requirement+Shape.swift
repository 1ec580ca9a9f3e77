/// What a requirement holds beside its step.
private struct RequirementForm: FieldShaped {
  var kind = Requirement.Kind.before
  var party: Case.Actor.ID?
  var stance: Case.Statement.Stance?
  var met: Requirement.Met?
  var giver: [Case.Actor.ID] = []
  var due: Dating?
  var inferred: Who?

  static let noun = "requirement"
  static let fields: [Field<RequirementForm>] = [
    .required("kind", \.kind, "Before, exchange or trigger"),
    .optional("party", \.party, "For a trigger: the party whose stance triggers it"),
    .optional("stance", \.stance, "For a trigger: the stance that triggers it"),
    .optional(
      "met", \.met,
      "Done or agreed: when it counts as met. Absent: done for actions, agreed for terms"),
    .list("giver", \.giver, orOne: true, "In an exchange: who gives what is required"),
    .optional("due", \.due, "By when it must be met"),
    .optional("inferred", \.inferred, "Who infers it from the words"),
  ]
}

extension Requirement: Shaped {
  private static let ownKeys = Set(RequirementForm.fields.map(\.name))

  /// Reads it from a node; nil, with a finding, where that cannot be.
  public static func read(_ node: Node, _ reader: inout NodeReader) -> Requirement? {
    guard case .map(let pairs) = node.content else {
      reader.fail(.wrongType, at: node.place, "expected a requirement, found \(node.kindInWords)")
      return nil
    }
    let own = ownKeys
    let form = RequirementForm.read(
      Node(.map(pairs.filter { own.contains($0.key) }), at: node.place), &reader)
    let step = Step.read(
      Node(.map(pairs.filter { !own.contains($0.key) }), at: node.place), &reader)
    guard let form, let step else { return nil }
    var requirement = Requirement(step, form.kind)
    requirement.party = form.party
    requirement.stance = form.stance
    (requirement.met, requirement.giver, requirement.due) = (form.met, form.giver, form.due)
    requirement.inferred = form.inferred
    return requirement
  }

  private var form: RequirementForm {
    var form = RequirementForm()
    form.kind = kind
    form.party = party
    form.stance = stance
    (form.met, form.giver, form.due) = (met, giver, due)
    form.inferred = inferred
    return form
  }

  /// Its form in the file.
  public func node() -> Node {
    guard case .map(let first) = step.node().content, case .map(let rest) = form.node().content
    else { return .null }
    return .map(first + rest)
  }

  /// Its form for JSON Schema.
  public static func schema(_ book: inout SchemaBook) -> Node {
    book.reference("requirement") { book in
      let properties = SubjectForm.properties(&book) + RequirementForm.properties(&book)
      return SchemaBook.object(
        ("type", .text("object")), ("properties", .map(properties)),
        ("additionalProperties", .literal("false")), ("required", .list([.text("kind")])))
    }
  }

  /// Visits the ids of other entries in it, in the order of the file.
  public mutating func walk(_ walker: inout ReferenceWalker) {
    step.walk(&walker)
    var form = form
    form.walk(&walker)
    (party, giver) = (form.party, form.giver)
    inferred = form.inferred
  }
}
