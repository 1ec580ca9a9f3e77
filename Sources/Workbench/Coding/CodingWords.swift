internal import CaseModel
internal import StateOfPlay

/// What the words of the coding form mean, in one line each.
enum CodingWords {
  /// What the words of a passage do, for those who do not know the list.
  static func meaning(of act: Case.Statement.Act) -> String {
    switch act {
    case .state: "says where it stands, or what is so"
    case .deny: "says that something is not so"
    case .demand: "asks the other side for something"
    case .propose: "suggests what both sides could do"
    case .offer: "would do something itself"
    case .accept: "agrees to what is proposed"
    case .reject: "refuses what is proposed"
    case .condition: "names what has to come first"
    case .concede: "gives up part of what it asked for"
    case .withdraw: "takes back what it said before"
    case .commit: "promises to do something"
    case .threaten: "announces harm unless something is done"
    case .accuse: "blames someone for something done"
    case .takeNote: "acknowledges without agreeing"
    case .silent: "is reported not to answer"
    case .ask: "asks a question"
    case .confirm: "says that a report is right"
    case .assess: "judges how things are going"
    }
  }

  /// How the speaker stands to the option.
  static func meaning(of stance: Case.Statement.Stance) -> String {
    switch stance {
    case .for: "wants this answer"
    case .against: "does not want this answer"
    case .open: "could accept it"
    case .unclear: "the words leave it open to reading"
    }
  }

  /// How a condition binds, as the form offers it.
  static func word(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .before: "only after"
    case .exchange: "in exchange for"
    case .trigger: "if"
    }
  }

  /// Why a statement moves no party's position, where the speaker is neither a party nor speaks for one.
  static func uncounted(_ statement: Case.Statement, _ index: CaseIndex) -> String? {
    guard !(statement.about?.issues ?? []).isEmpty else { return nil }
    let parties = Set(index.theCase.header.parties)
    guard !parties.isEmpty else {
      return "Counts for no party: the case does not say who its parties are."
    }
    let date = index.said(statement)
    guard
      statement.speaker.allSatisfy({
        parties.isDisjoint(with: index.spokenFor(by: $0, on: date))
      })
    else { return nil }
    let names = statement.speaker.map { index.actor($0)?.name ?? $0.raw }
    let verb = names.count == 1 ? "speaks" : "speak"
    return """
      Counts for no party: \(names.joined(separator: " and ")) \(verb) for none. \
      Say under “Speaks for” whose position the words express.
      """
  }
}
