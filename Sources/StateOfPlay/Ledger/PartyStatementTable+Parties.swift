internal import CaseModel

extension PartyStatementTable {
  /// All whose words are read as a party's, and how many of them are parties of the case or of an
  /// issue: these come first.
  static func parties(_ filtered: FilteredCase) -> (parties: [Case.Actor.ID], shown: Int) {
    let issues = filtered.theCase.issues.filter { $0.kind == .negotiable }
    var parties: [Case.Actor.ID] = []
    var known: Set<Case.Actor.ID> = []
    for party in filtered.theCase.header.parties + issues.flatMap(\.parties)
    where known.insert(party).inserted { parties.append(party) }
    let (shown, all) = (parties.count, known)
    // Others who must take a step are read as parties are.
    for actor in issues.flatMap(\.options).flatMap(\.takenBy) + issues.flatMap(\.consent)
      + filtered.theCase.header.consent + filtered.theCase.drafts.flatMap(\.consent)
    {
      let party = filtered.principal(of: actor, among: all)
      if known.insert(party).inserted { parties.append(party) }
    }
    return (parties, shown)
  }
}
