internal import CaseModel
internal import Extraction
internal import Presentation
internal import StateOfPlay

/// Everything a statement may name, with the words it is found by: what stands behind the ranked lists.
struct CodingBook: Encodable {
  struct Name: Encodable {
    var id: String
    var title: String
    /// Other words by which it is found.
    var more: [String] = []
    /// What it means, in one line.
    var meaning: String?
    /// It is not a party, speaks for none, and is not an outlet: its words count for no position yet.
    var isUncounted: Bool?
    /// What a gist says of one who does it, and of several.
    var verbs: [String]?
  }

  struct Issue: Encodable {
    var id: String
    var title: String
    var more: [String]
    /// `option`, `quantity`, `date` or `set`.
    var value: String
    /// What a value is typed like.
    var hint: String?
    var options: [Name]
  }

  struct Subject: Encodable {
    /// As the form names it, `milestone:results`.
    var token: String
    var title: String
    var kind: String
    /// Others may wait for it.
    var isStep: Bool
  }

  var actors: [Name]
  /// Whose positions the case compares.
  var parties: [Name]
  /// Others for whom persons may speak.
  var bodies: [Name]
  var issues: [Issue]
  var subjects: [Subject]
  var acts: [Name]
  var stances: [Name]

  init(_ theCase: Case) {
    let index = CaseIndex(theCase)
    let sides = Set(theCase.header.parties)
    actors = theCase.actors.map { actor in
      Name(
        id: actor.id.raw, title: actor.name, more: actor.aliases + actor.offices.map(\.title),
        isUncounted: actor.kind != .outlet && actor.speaksFor.isEmpty && !sides.contains(actor.id)
          && sides.isDisjoint(with: index.sides(ofUnnamed: actor.id)) ? true : nil)
    }
    parties = theCase.header.parties.map {
      Name(id: $0.raw, title: index.actor($0)?.name ?? $0.raw)
    }
    bodies = theCase.actors.filter { $0.canBeSpokenFor && !sides.contains($0.id) }.map {
      Name(id: $0.id.raw, title: $0.name, more: $0.aliases)
    }
    issues = theCase.issues.map { issue in
      Issue(
        id: issue.id.raw, title: issue.title, more: issue.keywords, value: issue.value.rawValue,
        hint: issue.value == .option ? nil : Self.hint(issue),
        options: issue.options.map { Name(id: $0.id.raw, title: $0.title, more: $0.aliases) })
    }
    let sections: [(Case.Section, Bool)] = [
      (.milestones, true), (.meetings, true), (.commitments, true), (.drafts, true),
      (.constraints, false), (.interests, false), (.actors, false),
    ]
    subjects = sections.flatMap { section, isStep in
      index.ids(section).map { id in
        Subject(
          token: "\(section.noun):\(id)", title: index.title(section, id), kind: section.noun,
          isStep: isStep)
      }
    }
    subjects += theCase.statements.map { statement in
      Subject(
        token: "statement:\(statement.id)",
        title:
          "\(index.names(statement.speaker).shortened(to: 60)), \(index.saidInShort(statement)): \(statement.gist)",
        kind: "reply to", isStep: false)
    }
    acts = Case.Statement.Act.allCases.map {
      Name(
        id: $0.rawValue, title: FormWords.word($0.rawValue), meaning: CodingWords.meaning(of: $0),
        verbs: [Gist.verb($0, several: false), Gist.verb($0, several: true)])
    }
    stances = Case.Statement.Stance.allCases.map {
      Name(id: $0.rawValue, title: $0.rawValue, meaning: CodingWords.meaning(of: $0))
    }
  }

  private static func hint(_ issue: Case.Issue) -> String {
    do {
      _ = try AnswerValue(typed: "", for: issue)
      return ""
    } catch {
      return error.hint
    }
  }
}
