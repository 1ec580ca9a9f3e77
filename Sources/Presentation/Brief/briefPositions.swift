internal import CaseModel
internal import StateOfPlay

/// Where each party stands: a matrix of what several have spoken on, and the rest in lines.
extension ViewContext {
  /// - Parameter threatened: issues on which something was threatened, which stands under Preconditions.
  func positionBlocks(
    _ view: PositionsView, _ thirds: [ThirdParty], threatened: Set<Case.Issue.ID>
  ) -> [Document.Block] {
    var (spoken, silent) = (view, view)
    spoken.rows.removeAll { row in row.cells.allSatisfy(\.isEmpty) }
    silent.rows.removeAll { row in
      !row.cells.allSatisfy(\.isEmpty) || threatened.contains(row.issue)
    }
    let (shared, single) = splitByVoices(spoken)
    var blocks: [Document.Block] = [.heading("Where each party stands")]
    if shared.rows.isEmpty, !view.rows.isEmpty {
      blocks.append(.paragraph("On no issue have two parties stated a position yet."))
    } else {
      blocks += matrices(shared, mostAnswers: 2, isBrief: true)
    }
    blocks += singleVoices(single, thirds)
    blocks += memberBlocks(view)
    if !silent.rows.isEmpty {
      let titles = silent.rows.map(\.title).joined(separator: "; ")
      // Others may have spoken whom the filter leaves out.
      let whose = lens.parties.isEmpty ? "No party's position" : "No position of these parties"
      blocks.append(.remark(Inline("\(whose) is on record for: \(titles).")))
    }
    return blocks + [.remark(Self.legend)]
  }

  /// Issues on which two of the case's parties or more have spoken, and the others.
  private func splitByVoices(
    _ view: PositionsView
  ) -> (shared: PositionsView, single: PositionsView) {
    let parties = Set(index.theCase.header.parties)
    func voices(_ row: PositionsView.Row) -> Int {
      row.cells.count { parties.contains($0.party) && !$0.isEmpty }
    }
    // Where a filter chooses parties, that the others are not shown says nothing of them.
    guard lens.parties.isEmpty else {
      var none = view
      none.rows = []
      return (view, none)
    }
    var (shared, single) = (view, view)
    shared.rows.removeAll { voices($0) < 2 }
    // What one side alone had asked is over with the issue.
    single.rows.removeAll { voices($0) >= 2 || $0.ended != nil }
    return (shared, single)
  }

  /// ` if first: a number is back (done without it 22 November 2025)`: the party asked for something,
  /// and took the step all the same, which is no yes of the day on which it asked.
  private func doneWithoutWords(_ answer: PositionsView.OptionPosition) -> String {
    requirementsWords(answer.requirements.filter { $0.met?.reason == .overtaken })
  }

  /// ` (the presidency refuses, 28 November 2025 [b])`: what one who is no party answers to what one side
  /// alone asks for.
  private func thirdAnswer(
    to answer: PositionsView.OptionPosition, on issue: Case.Issue.ID, _ thirds: [ThirdParty]
  ) -> Inline {
    var line = Inline("")
    for third in thirds {
      let given = third.offers.first { offer in
        guard !offer.askedBy.isEmpty,
          case .issue(let id, .options(let options))? = index.statement(offer.statement)?.about
        else { return false }
        return id == issue && options.contains { $0.raw == answer.answer }
      }
      guard let given else { continue }
      let date = given.said.map { ", \($0.words)" } ?? ""
      line += Inline(
        " (\(index.running(third.actor)) \(given.act == .accept ? "accepts" : "refuses")\(date) ")
      line += references([given.statement]) + Inline(")")
    }
    return line
  }

  /// What only one party has spoken on, a line for each party.
  private func singleVoices(
    _ view: PositionsView, _ thirds: [ThirdParty]
  ) -> [Document.Block] {
    var items: [Inline] = []
    for party in view.parties {
      let spoken = view.rows.compactMap { row in
        row.cells.first { $0.party == party && !$0.isEmpty }.map { (row, $0) }
      }
      guard !spoken.isEmpty else { continue }
      var line = Inline("\(index.name(party)) alone", .strong)
      for (position, (row, cell)) in spoken.enumerated() {
        line += Inline(position == 0 ? ": " : "; ") + Inline(row.title) + Inline(" — ")
        let current = cell.answers.filter { !$0.isSuperseded }
        let words = current.prefix(2).map { answer in
          "\(isWithdrawn(answer) ? "−" : answer.glyphs) \(answer.title)\(answer.isRedLine ? " — red line" : "")\(requirementsWords(answer.standing))\(voiceWords(answer))\(doneWithoutWords(answer))"
        }
        let lines = cell.answers.filter { $0.isSuperseded && $0.isRedLine }
          .map { ", red line at \($0.title)" }
        // Words of one side alone are often old ones.
        let date = cell.newest.map { ", \($0.wordsOfDay) " } ?? " "
        line += Inline(
          words.joined(separator: ", ") + (current.count > 2 ? ", …" : "") + lines.joined() + date)
        line += references(current.flatMap(\.decidedBy), limit: 2)
        for answer in current.prefix(2) { line += thirdAnswer(to: answer, on: row.issue, thirds) }
      }
      items.append(line)
    }
    guard !items.isEmpty else { return [] }
    return [.paragraph("Issues on which only one side has stated a position:"), .items(items)]
  }
}
