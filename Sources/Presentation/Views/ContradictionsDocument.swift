public import CaseModel
public import StateOfPlay

extension ViewContext {
  public func document(_ view: ContradictionsView) -> Document {
    var blocks = opening
    if view.groups.isEmpty {
      blocks.append(.paragraph("No statements on record contradict each other."))
    }
    for kind in ContradictionsView.Kind.allCases {
      let groups = view.groups.filter { $0.kind == kind }
      guard !groups.isEmpty else { continue }
      blocks.append(.heading("Contradictions: \(kind.words)"))
      for group in groups { blocks += groupBlocks(group) }
    }
    if !view.variants.isEmpty {
      blocks.append(.heading("Variants: reported differently and compatible, or perhaps a change"))
      for group in view.variants { blocks += groupBlocks(group) }
    }
    if !view.accounts.isEmpty {
      blocks.append(.heading("Who reports what of what happened"))
      for account in view.accounts {
        blocks.append(
          .paragraph(
            Inline(account.title, .strong)
              + (account.isContradicted ? Inline(" — contradicted", .warning) : Inline(""))))
        blocks.append(.items(account.sides.map { sideWords($0) }))
      }
    }
    blocks.append(.remark(Inline("Rule: \(view.rule)")))
    blocks.append(.remark(footer))
    return Document("\(title): contradictions", blocks)
  }

  func groupBlocks(_ group: ContradictionsView.Group) -> [Document.Block] {
    var head = Inline(group.title, .strong)
    if let actor = group.actor { head += Inline(", \(index.name(actor))") }
    head += Inline(" — \(verdictWords(group))", .faint)
    return [.paragraph(head), .items(group.sides.map { sideWords($0) })]
  }

  func sideWords(_ side: ContradictionsView.Side) -> Inline {
    var line = Inline("\(side.answer): ")
    for (position, teller) in side.statements.enumerated() {
      if position > 0 { line += Inline("; ") }
      line += Inline(
        "\(index.names(teller.speakers))\(reporters(teller)) in \(teller.source)\(teller.isDoubted ? ", doubted" : "") "
      )
      line += references([teller.statement])
    }
    return line
  }

  /// Whoever reports what is said to be another's words.
  private func reporters(_ teller: ContradictionsView.Reporter) -> String {
    teller.via.isEmpty ? "" : ", as reported by \(index.names(teller.via)),"
  }

  private func verdictWords(_ group: ContradictionsView.Group) -> String {
    var words = group.verdict.words
    if let by = group.verdictBy { words += ", says \(index.name(by))" }
    if let taken = group.taken {
      words += ", and takes \(taken.map(\.raw).joined(separator: ", "))"
    }
    if let reason = group.reason { words += ": \(reason)" }
    return words
  }
}

extension Case.Verdict.Kind {
  public var words: String {
    switch self {
    case .open: "open"
    case .explained: "explained"
    case .oneWrong: "one is wrong"
    case .bothPartial: "each tells a part"
    }
  }
}
