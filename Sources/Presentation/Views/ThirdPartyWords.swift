internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// Who has a part in the talks without being a party, since when, and what each has offered or asked for.
  func thirdPartyTable(_ thirds: [ThirdParty], mostOffers: Int) -> Table {
    var table = Table(
      "Third parties, their roles, and what they offer and ask for",
      [
        Table.Column("Who"), Table.Column("Role", weight: 2),
        Table.Column(
          "Offers, promises, threats, demands, answers and acts, the newest first; else its last words",
          weight: 5),
      ])
    table.hasRowHeads = true
    table.emptyWords = "No third party is on record."
    for third in thirds {
      var roles = third.roles.map { role in
        Inline(roleWords(role) + " ") + grounds(role.evidence, basis: role.basis, limit: 2)
      }
      if roles.isEmpty { roles = [Inline("no role recorded", .faint)] }
      var offers = third.offers.prefix(mostOffers).map { offer in
        var line = Inline(offer.gist)
        if let said = offer.said { line += Inline(" (\(said.words))", .faint) }
        if !offer.askedBy.isEmpty {
          line += Inline(", asked for by \(index.running(offer.askedBy))")
        }
        if let until = offer.until {
          line += Inline(
            offer.hasLapsed ? ", lapsed \(until.words)" : ", open until \(until.words)",
            offer.hasLapsed ? .faint : .strong)
        }
        return line + Inline(" ") + references([offer.statement])
      }
      let more = third.offers.count - mostOffers
      if more > 0 { offers.append(Inline("and \(more) more", .faint)) }
      if offers.isEmpty { offers = [Inline("nothing on record", .faint)] }
      table.rows.append([[Inline(index.name(third.actor), .strong)], roles, offers])
    }
    return table
  }

  /// `mediator since March 2022`, `host, March 2022`
  private func roleWords(_ role: ThirdParty.Role) -> String {
    switch (role.from, role.to) {
    case (let from?, let to?) where from == to: "\(role.role.words), \(from.words)"
    case (let from?, let to?): "\(role.role.words), \(from.words) to \(to.words)"
    case (let from?, nil): "\(role.role.words) since \(from.words)"
    case (nil, let to?): "\(role.role.words) until \(to.words)"
    case (nil, nil): role.role.words
    }
  }
}
