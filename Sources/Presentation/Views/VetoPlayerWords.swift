internal import CaseModel
internal import StateOfPlay

extension ViewContext {
  /// Those who are no party and must consent or can stop an agreement, apart from the parties.
  func vetoTable(_ players: [VetoPlayer]) -> Table {
    var table = Table(
      "Veto players: not parties, but able to block an agreement",
      [
        Table.Column("Who"), Table.Column("Must consent to", weight: 2),
        Table.Column("What it has said", weight: 4),
      ])
    table.hasRowHeads = true
    table.emptyWords = "No one whose consent is needed is on record."
    for player in players {
      table.rows.append([
        [Inline(index.name(player.actor), .strong)], player.consents.map { consentWords($0) },
        vetoLines(player),
      ])
    }
    return table
  }

  private func consentWords(_ consent: VetoPlayer.Consent) -> Inline {
    switch consent.kind {
    case .everything: Inline("any settlement")
    case .issue: Inline("“\(consent.title)”")
    case .draft: Inline("the text “\(consent.title)”")
    }
  }

  /// `The floor leader, not in its name: Pay: ✗ > 4 percent [s4]`: a line for each who belongs to
  /// it and says what it does not.
  private func vetoMembers(_ player: VetoPlayer) -> [Inline] {
    let (words, answers) = (player.members ?? [], player.memberAnswers ?? [])
    return (words.map(\.member.member) + answers.map(\.member)).uniqued.map { member in
      let parts =
        words.filter { $0.member.member == member }.map {
          Inline("\($0.title): ") + memberWords($0.member)
        } + answers.filter { $0.member == member }.map { memberAnswer($0) }
      var line = Inline("\(index.name(member)), not in its name: ")
      for (place, part) in parts.enumerated() {
        line += Inline(place == 0 ? "" : "; ")
        line += part
      }
      return line
    }
  }

  /// A line for each issue it has spoken on, and one for those on which there is no evidence.
  private func vetoLines(_ player: VetoPlayer) -> [Inline] {
    var lines: [Inline] = []
    var silent: [String] = []
    for words in player.words {
      let current = words.cell.answers.filter { !$0.isSuperseded }
      guard !current.isEmpty else {
        silent.append(words.title)
        continue
      }
      var line = Inline("\(words.title): ")
      for (position, answer) in current.prefix(3).enumerated() {
        line += Inline(position > 0 ? "; " : "")
        line += Inline("\(answer.glyphs) \(answer.title)")
        let required = answer.requirements.filter { $0.kind != .trigger }
        if !required.isEmpty { line += Inline(requirementsWords(required), .condition) }
        line += Inline(voiceWords(answer), .warning)
      }
      if current.count > 3 { line += Inline("; and \(current.count - 3) more") }
      if let newest = words.cell.newest { line += Inline(", \(newest.words)", .faint) }
      lines.append(line + Inline(" ") + references(current.flatMap(\.decidedBy), limit: 3))
    }
    if !silent.isEmpty {
      let most = 6
      var titles = silent.prefix(most).joined(separator: "; ")
      if silent.count > most { titles += "; and \(silent.count - most) more" }
      lines.append(Inline("no evidence on: \(titles)", .faint))
    }
    if lines.isEmpty { lines.append(Inline("no evidence", .faint)) }
    return lines + vetoMembers(player)
  }
}
