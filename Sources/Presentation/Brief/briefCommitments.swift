internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// What was promised, agreed in principle or expected, each with its state by account.
extension ViewContext {
  func commitmentBlocks(_ view: CommitmentsView) -> [Document.Block] {
    var blocks: [Document.Block] = [.heading("Promised, agreed in principle, expected")]
    guard !view.rows.isEmpty else {
      return blocks + [.paragraph("No commitment is on record.")]
    }
    let items = Case.Commitment.Strength.allCases.flatMap { strength in
      view.rows.filter { $0.strength == strength }.map { row in
        Inline("\(strength.words.capitalisedFirst): ", .faint) + commitment(row)
      }
    }
    blocks.append(.items(items))
    if !view.findings.isEmpty {
      blocks.append(
        .items(
          view.findings.map { finding in
            Inline("\(finding.words) ", .warning) + references(finding.evidence, limit: 4)
          }))
    }
    let unreported = view.rows.count { $0.accounts.isEmpty }
    if unreported == view.rows.count {
      let which = unreported == 1 ? "it" : "any of them"
      blocks.append(.remark(Inline("There is no report on the state of \(which).")))
    } else if unreported > 0 {
      let most = 4
      let titles = view.rows.filter(\.accounts.isEmpty).map { "“\($0.what)”" }
      let which = titles.count > most ? "\(titles.count) of them" : titles.listed("or")
      blocks.append(.remark(Inline("There is no report on the state of \(which).")))
    }
    return blocks
  }

  /// `10 persons done`, where none of the accounts shown gives the amount; of several each has its own.
  func doneWords(_ row: CommitmentsView.Line, _ shown: [CommitmentAccount]) -> String? {
    shown.allSatisfy { $0.done == nil } ? row.done.map { "\($0) done" } : nil
  }

  private func commitment(_ row: CommitmentsView.Line) -> Inline {
    var line = Inline(row.what)
    if let owed = row.owed, !row.what.states(owed) {
      line += Inline(", \(owed)\(row.each ? " each" : "")", .strong)
    }
    let whom =
      row.creditors.isEmpty
      ? ""
      : Set(row.creditors) == Set(row.debtors)
        ? ", to each other"
        : " to "
          + index.names(row.creditors)
    var words = ["\(index.names(row.debtors))\(whom)"]
    if let agreed = row.agreed { words.append(agreed.words) }
    if row.due != CommitmentsView.Due() {
      let isKept = row.due.until != nil || row.due.order == .until
      words.append("\(isKept ? "" : "due ")\(dueWords(row.due))")
    }
    words += row.waitsFor.map { waitingWords($0, ending: "").text }
    if row.isDisputed { words.append("disputed") }
    let shown = row.shownAccounts
    if !shown.isEmpty { words.append(accountWords(shown, of: row.commitment)) }
    if let late = lateWords(row) { words.append(late) }
    if let done = doneWords(row, shown) { words.append(done) }
    line += Inline(" (\(words.joined(separator: "; "))", .faint)
    if row.isOverdue == true { line += Inline("; overdue", .warning) }
    // What it rests on, then what its state rests on.
    let promise = row.reporters.flatMap(\.statements)
    let reported = shown.flatMap(\.evidence).reduce(into: [Case.Statement.ID]()) { found, id in
      if !promise.contains(id), !found.contains(id) { found.append(id) }
    }
    return line + Inline(") ", .faint)
      + grounds(
        Array(promise.prefix(reported.isEmpty ? 3 : 2)) + reported, basis: row.basis, limit: 4)
  }
}

extension String {
  /// It holds the amount already, in figures or, of a small whole number, in words.
  fileprivate func states(_ amount: String) -> Bool {
    let own = lowercased()
    let words = amount.lowercased()
    if own.contains(words) { return true }
    let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let number = Int(parts[0]), let spelled = number.spelledOut else {
      return false
    }
    // "forty trucks a day" for "40 trucks per day".
    let unit = parts[1].split(separator: " ").first.map(String.init) ?? parts[1]
    return own.contains("\(spelled) \(unit)")
  }
}
