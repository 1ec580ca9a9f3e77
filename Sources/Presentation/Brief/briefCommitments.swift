internal import CaseModel
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
    if unreported > 0 {
      let which = unreported == view.rows.count ? "any of them" : "\(unreported) of them"
      blocks.append(.remark(Inline("There is no report on the state of \(which).")))
    }
    return blocks
  }

  private func commitment(_ row: CommitmentsView.Line) -> Inline {
    var line = Inline(row.what)
    if let owed = row.owed { line += Inline(", \(owed)\(row.each ? " each" : "")", .strong) }
    let whom =
      row.creditors.isEmpty
      ? ""
      : Set(row.creditors) == Set(row.debtors)
        ? ", to each other"
        : " to "
          + index.names(row.creditors)
    var words = ["\(index.names(row.debtors))\(whom)"]
    if let agreed = row.agreed { words.append(agreed.words) }
    if row.due != CommitmentsView.Due() { words.append("due \(dueWords(row.due))") }
    if row.isDisputed { words.append("disputed") }
    if !row.accounts.isEmpty {
      words.append(accountWords(row.isDisputed ? row.accounts : Array(row.accounts.suffix(1))))
    }
    if let done = row.done { words.append("\(done) done") }
    line += Inline(" (\(words.joined(separator: "; "))", .faint)
    if row.isOverdue == true { line += Inline("; overdue", .warning) }
    return line + Inline(") ", .faint)
      + grounds(row.tellers.flatMap(\.statements), basis: row.basis, limit: 3)
  }
}
