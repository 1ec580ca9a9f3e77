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
          && parties.isDisjoint(with: index.sides(ofUnnamed: $0))
      })
    else { return nil }
    // What happened is reported by many who have no position.
    let isOfFact = (statement.about?.issues ?? []).allSatisfy { index.issue($0)?.kind == .factual }
    if isOfFact { return nil }
    let names = statement.speaker.map { index.actor($0)?.name ?? $0.raw }
    let verb = names.count == 1 ? "speaks" : "speak"
    let roles = statement.speaker.flatMap { index.actor($0)?.roles.map(\.role) ?? [] }
    if let role = roles.first,
      statement.speaker.allSatisfy({ !(index.actor($0)?.roles ?? []).isEmpty })
    {
      return """
        Counts for no party: \(names.joined(separator: " and ")) \(names.count == 1 ? "takes" : "take") part as \
        \(Self.part(role)), and is shown among the third parties.
        """
    }
    let others = statement.speaker.flatMap { index.spokenFor(by: $0, on: date) }
      .filter { !statement.speaker.contains($0) }
    guard others.isEmpty else {
      return """
        Counts for no party: \(names.joined(separator: " and ")) \(verb) for \(index.names(others)), \
        which is not a party.
        """
    }
    return """
      Counts for no party: \(names.joined(separator: " and ")) \(verb) for none. \
      Say under “Speaks for” whose position the words express.
      """
  }

  private static func part(_ role: Case.Actor.Role.Name) -> String {
    switch role {
    case .outside: "a third party"
    case .observer: "an observer"
    default: "a \(role.rawValue)"
    }
  }

  /// What is said where a statement was recorded and counts for no position; empty where it counts.
  static func uncountedNote(
    _ statement: Case.Statement, _ index: CaseIndex, isForNoParty: Bool = false
  ) -> String {
    if statement.about == nil { return " About no issue: counts for no position." }
    return isForNoParty ? "" : uncounted(statement, index).map { " " + $0 } ?? ""
  }

  /// That those named as whose position it is gain nothing by it, where the statement only names them.
  static func unmoved(_ statement: Case.Statement, _ index: CaseIndex) -> String? {
    let date = index.said(statement)
    let own = Set(
      statement.speaker.flatMap { index.spokenFor(by: $0, on: date) + index.sides(ofUnnamed: $0) })
    let named = statement.of.filter {
      own.isDisjoint(with: index.spokenFor(by: $0, on: date))
    }
    guard !named.isEmpty else { return nil }
    switch statement.act {
    case .assess, .accuse: return nil
    // What others say that someone wants is held against that one's own words.
    case .state, .confirm, .deny: if statement.stance != nil { return nil }
    default: if statement.change == .withdrawn { return nil }
    }
    let names = index.names(named)
    return """
      “Whose position” adds nothing to the position of \(names): it says whom the words are about. Only \
      what a speaker for \(names), or someone on that side, says counts.
      """
  }
}
