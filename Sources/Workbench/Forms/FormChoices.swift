internal import CaseModel
internal import StateOfPlay

/// What a reference in a form can name: the entries of the case and their parts, with titles.
struct FormChoices {
  struct Choice {
    var id: String
    var title: String
    /// Of what it is a part, as the issue of an option.
    var owner: String?
  }

  /// More than these are looked for by typing.
  static let mostInList = 120

  private let theCase: Case
  private let index: CaseIndex
  private var made: [String: [Choice]] = [:]

  init(_ index: CaseIndex) { (theCase, self.index) = (index.theCase, index) }

  /// What ids of the kind `target` can be, in the order in which they are listed everywhere.
  mutating func all(_ target: String) -> [Choice] {
    if let made = made[target] { return made }
    let choices = list(target)
    made[target] = choices
    return choices
  }

  private func list(_ target: String) -> [Choice] {
    switch target {
    case "options":
      [Choice(id: "any", title: "any option")]
        + theCase.issues.flatMap { issue in
          issue.options.map { Choice(id: $0.id.raw, title: $0.title, owner: issue.id.raw) }
        }
    case "members":
      theCase.issues.flatMap { issue in
        issue.members.map {
          Choice(id: $0.id.raw, title: $0.name ?? $0.id.raw, owner: issue.id.raw)
        }
      } + all(.actors)
    case "readings":
      theCase.constraints.flatMap { act in
        act.readings.map {
          Choice(id: $0.id.raw, title: $0.title ?? $0.id.raw, owner: act.id.raw)
        }
      }
    case "clauses":
      theCase.drafts.flatMap { draft in
        draft.clauses.map {
          Choice(id: $0.id.raw, title: $0.title ?? $0.text ?? $0.id.raw, owner: draft.id.raw)
        }
      }
    case "who": all(.analysts) + all(.actors)
    default: Case.Section(rawValue: target).map(all) ?? []
    }
  }

  private func all(_ section: Case.Section) -> [Choice] {
    EntryOrder.usual.ids(section, index).map { Choice(id: $0, title: title(section, $0)) }
  }

  private func title(_ section: Case.Section, _ id: String) -> String {
    switch section {
    case .actors: index.name(Case.Actor.ID(id))
    case .statements: index.said(Case.Statement.ID(id)).map { "\($0.gist) (\($0.origin))" } ?? id
    case .analysts: theCase.analysts.first { $0.id.raw == id }?.name ?? id
    default: index.title(section, id)
    }
  }
}
