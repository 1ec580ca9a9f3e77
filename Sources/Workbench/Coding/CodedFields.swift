internal import CaseModel
internal import Extraction
internal import StateOfPlay

/// A statement, or what a suggestion proposes, as the popover takes it up.
struct CodedFields: Encodable {
  struct Item: Encodable {
    var token: String
    var title: String
  }

  /// An actor that comes into the case with a suggestion.
  struct Fresh: Encodable {
    var id: String
    var title: String
    /// Whom it speaks for, or on whose side it is.
    var of: [String]
    var kind: String

    init(_ id: Case.Actor.ID, _ title: String, _ kind: Case.Actor.Kind, _ of: [Case.Actor.ID]) {
      (self.id, self.title, self.kind, self.of) = (id.raw, title, kind.rawValue, of.map(\.raw))
    }

    /// Nil where the rules of a suggestion bring no such actor.
    init?(_ id: Case.Actor.ID, _ rules: [String]) {
      for case .actor(id, let name, let kind, let sides)? in rules.map(NewEntry.init(rule:)) {
        self.init(id, name, kind, sides)
        return
      }
      return nil
    }
  }

  /// What has to come first, as it is kept by its number, or made again where nothing is lost by that.
  struct Condition: Encodable {
    var token: String
    var title: String
    /// The step without how it binds.
    var own: String
    var about: String?
    var kind: String
  }

  var id: String?
  var candidate: String?
  var expected: Int?
  var speaker: [String]
  var to: [String]
  var via: [String]
  var of: [String]
  var act: String
  var about: Item?
  var option: [String]
  var value: String?
  var stance: String?
  var gist: String
  var conditions: [Condition]
  var date: String?
  var due: String?
  var until: String?
  var hedge: String?
  var redLine: Bool
  var verbatim: Bool
  var confidential: Bool
  var spans: [CodingChoices.Span]
  var proposedBy: String?
  var fresh: [Fresh] = []
  /// Of an issue that comes with a suggestion: `quantity`, and what is counted.
  var newIssue: String?
  var unit: String?

  init(_ statement: Case.Statement, _ index: CaseIndex) {
    id = statement.id.raw
    speaker = statement.speaker.map(\.raw)
    to = statement.to.map(\.raw)
    via = statement.via.map(\.raw)
    of = statement.of.map(\.raw)
    act = statement.act.rawValue
    option = []
    about = statement.about.map { Item(token: $0.token ?? "keep", title: $0.title(index)) }
    if case .issue(let id, _) = statement.about { about?.title = index.title(.issues, id.raw) }
    if case .issue(let id, let answer) = statement.about {
      switch answer {
      case .none: break
      case .any: option = ["any"]
      case .options(let options): option = options.map(\.raw)
      case .value(let given): value = given.title(in: index.issue(id), index)
      }
    }
    stance = statement.stance?.rawValue
    gist = statement.gist
    conditions = statement.requires.enumerated().map { number, requirement in
      Condition(
        token: "\(number)",
        title: "\(CodingWords.word(requirement.kind)) \(requirement.step.title(index))",
        own: requirement.step.title(index),
        about: requirement == Requirement(requirement.step, requirement.kind)
          ? requirement.step.subject.stepToken : nil,
        kind: requirement.kind.rawValue)
    }
    date = statement.date.map { $0.text ?? $0.value.words }
    due = statement.due.map { $0.text ?? $0.value.words }
    until = statement.until.map { $0.text ?? $0.value.words }
    hedge = statement.hedge
    redLine = statement.redLine
    verbatim = statement.verbatim
    confidential = statement.provenance.confidential
    spans = statement.quote.spans.map { CodingChoices.Span(start: $0.start, end: $0.end) }
  }

  /// Names what a suggestion brings with it and the case does not hold yet.
  mutating func name(_ new: [NewEntry], _ index: CaseIndex) {
    for entry in new {
      switch entry {
      case .actor(let id, let name, let kind, let sides) where index.actor(id) == nil:
        fresh.append(Fresh(id, name, kind, sides))
      case .issue(let id, let title, let kind, let unit)
      where index.issue(id) == nil && about?.token == "issue:\(id)":
        about = Item(token: "+issue:\(title)", title: title)
        if kind == .quantity { (newIssue, self.unit) = (kind.rawValue, unit) }
      case .milestone(let id, let title) where index.milestone(id) == nil:
        for place in conditions.indices where conditions[place].about == "milestone:\(id)" {
          let kind = Requirement.Kind(rawValue: conditions[place].kind) ?? .before
          conditions[place].title = "\(CodingWords.word(kind)) \(title)"
          conditions[place].about = "+milestone:\(title)"
        }
      case .actor, .issue, .milestone: break
      }
    }
  }
}

extension Subject {
  /// As a condition of the coding form names it, with its answer where that is one option.
  fileprivate var stepToken: String? {
    switch self {
    case .issue(let id, .options(let options)):
      options.count == 1 ? "issue:\(id)/\(options[0])" : nil
    case .issue(_, .value): nil
    default: token
    }
  }

  /// As the coding form names it; nil for what it only keeps as it is.
  var token: String? {
    switch self {
    case .issue(let id, _): "issue:\(id)"
    case .milestone(let id): "milestone:\(id)"
    case .meeting(let id): "meeting:\(id)"
    case .commitment(let id): "commitment:\(id)"
    case .constraint(let id, nil): "constraint:\(id)"
    case .draft(let id, nil): "draft:\(id)"
    case .interest(let id): "interest:\(id)"
    case .actor(let id): "actor:\(id)"
    case .statement(let id): "statement:\(id)"
    case .requirement(let id): "requirement:\(id)"
    case .delegation, .constraint, .draft, .together: nil
    }
  }
}
