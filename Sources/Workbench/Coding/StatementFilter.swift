internal import CaseModel

/// Which statements a list shows.
struct StatementFilter: Sendable, Hashable {
  static let names = ["document", "speaker", "act", "on", "option", "stance", "coder", "words"]

  var query: Query

  /// Of an address or a form, what chooses statements.
  init(_ query: Query) {
    self.query = Query(query.items.filter { Self.names.contains($0.name) && !$0.value.isEmpty })
  }

  /// In the order of the case.
  func statements(of theCase: Case) -> [Case.Statement] {
    theCase.statements.filter(admits)
  }

  private func admits(_ statement: Case.Statement) -> Bool {
    query.items.allSatisfy { item in
      switch item.name {
      case "document": statement.source.raw == item.value
      case "speaker": statement.speaker.contains { $0.raw == item.value }
      case "act": statement.act.rawValue == item.value
      case "stance": (statement.stance?.rawValue ?? "none") == item.value
      case "coder": statement.provenance.by?.raw == item.value
      case "on": statement.about?.issues.contains { $0.raw == item.value } ?? false
      case "option":
        statement.about?.parts.contains { part in
          guard case .issue(_, .options(let options)) = part else { return false }
          return options.contains { $0.raw == item.value }
        } ?? false
      case "words": statement.gist.lowercased().contains(item.value.lowercased())
      default: true
      }
    }
  }
}

/// One change made to every statement of a list.
struct BulkChange: Sendable, Hashable {
  enum Field: String, CaseIterable, Sendable {
    case speaker, act, about, stance, confidential, delete

    var words: String {
      switch self {
      case .speaker: "Speaker"
      case .act: "Act"
      case .about: "What it is about"
      case .stance: "Stance"
      case .confidential: "Confidential"
      case .delete: "Remove them"
      }
    }
  }

  var field: Field
  /// As the form has it: an id, a word, or a subject's token; empty for none.
  var value: String

  /// - Throws: ``Problem`` where the form does not say what is to be changed, or the value is none.
  init(_ form: Query, _ theCase: Case) throws {
    guard let field = form["field"].flatMap({ Field(rawValue: $0) }) else {
      throw Problem.badRequest("choose what is to be changed", field: "field")
    }
    self.field = field
    value = form["value.\(field.rawValue)"] ?? ""
    let isKnown: Bool
    switch field {
    case .speaker: isKnown = theCase.actors.contains { $0.id.raw == value }
    case .act: isKnown = Case.Statement.Act(rawValue: value) != nil
    case .stance: isKnown = value == "none" || Case.Statement.Stance(rawValue: value) != nil
    case .confidential: isKnown = value == "yes" || value == "no"
    case .about: isKnown = try value == "none" || subject(theCase) != nil
    case .delete: isKnown = true
    }
    guard isKnown else {
      throw Problem.badRequest(
        "choose what \(field.words.lowercased()) is to become", field: "value.\(field.rawValue)")
    }
  }

  private func subject(_ theCase: Case) throws -> Subject? {
    var names = CodedNames(
      Query([.init(name: "about", value: value)]), theCase, try Signature("analyst", in: theCase),
      on: EDTFDate(CivilDay(number: 0)))
    return try names.subject()
  }

  /// The case with the change made to each of the statements; what is so already stays.
  func applied(to ids: Set<Case.Statement.ID>, of theCase: Case) throws -> Case {
    var changed = theCase
    if field == .delete {
      changed.statements.removeAll { ids.contains($0.id) }
      return changed
    }
    let about = field == .about && value != "none" ? try subject(theCase) : nil
    for place in changed.statements.indices where ids.contains(changed.statements[place].id) {
      switch field {
      case .speaker: changed.statements[place].speaker = [Case.Actor.ID(value)]
      case .act:
        changed.statements[place].act =
          Case.Statement.Act(rawValue: value) ?? changed.statements[place].act
      case .stance: changed.statements[place].stance = Case.Statement.Stance(rawValue: value)
      case .about: changed.statements[place].about = about
      case .confidential: changed.statements[place].provenance.confidential = value == "yes"
      case .delete: break
      }
    }
    return changed
  }
}
