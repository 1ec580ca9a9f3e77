package import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  package func document(_ view: ContradictionsView) -> Document {
    var blocks: [Document.Block] = [.paragraph(Inline(summary(view)))] + opening
    if !view.groups.isEmpty { blocks.append(.slot("writing")) }
    for kind in ContradictionsView.Kind.allCases {
      let groups = view.groups.filter { $0.kind == kind }
      guard !groups.isEmpty else { continue }
      blocks.append(.heading("\(kind.words.capitalisedFirst) (\(groups.count))"))
      blocks += groups.prefix(mostShown).map { group in
        .part(
          Document.Part(
            conflictTitle(group), anchor: group.anchor,
            conflictSides(group) + [.slot("verdict-\(group.anchor)")]))
      }
      blocks += restWords(groups.count)
    }
    blocks += coderBlocks(view.coders)
    blocks += listed(
      "Variants: different but compatible accounts, or perhaps a change",
      view.variants.map { (conflictTitle($0), $0.sides, verdictWords($0)) })
    blocks += listed(
      "Accounts of what happened, by source",
      view.accounts.map { account in
        var title = Inline(account.title)
        if account.isContradicted {
          title += Inline(" — ") + Inline("accounts differ", .contested)
        }
        return (title, account.sides, nil)
      })
    blocks += [.rule(view.rule), .remark(footer)]
    var document = Document("\(title): contradictions", blocks)
    document.isWide = true
    return document
  }

  /// One contradiction: its sides beside each other, and what an analyst holds of it.
  package func document(_ group: ContradictionsView.Group) -> Document {
    var title = group.title
    if let actor = group.actor { title += ", \(index.running(actor))" }
    var document = Document(
      title,
      [.paragraph(Inline(group.verdict.words, .verdict(group.verdict)))] + conflictSides(group)
        + [.slot("verdict")])
    document.kicker = Inline("Contradictions", to: .place("contradictions", group.anchor))
    document.isWide = true
    return document
  }

  private func summary(_ view: ContradictionsView) -> String {
    guard !view.groups.isEmpty else {
      return "No statements on record contradict each other."
    }
    let open = view.groups.count { $0.verdict == .open }
    let verdicts = open == 0 ? "each with a verdict" : "\(open) without a verdict"
    let variants = view.variants.count.counted(
      "account differs and is compatible", "accounts differ and are compatible")
    return "\(view.groups.count.counted("contradiction")), \(verdicts). \(variants)."
  }

  /// What is left out where not all is shown.
  func restWords(_ count: Int) -> [Document.Block] {
    guard count > mostShown else { return [] }
    return [
      .remark(
        Inline(
          "\(mostShown) of \(count) are shown; choose an issue or a party to see the others."))
    ]
  }

  private func listed(
    _ title: String,
    _ items: [(title: Inline, sides: [ContradictionsView.Side], verdict: Inline?)]
  ) -> [Document.Block] {
    guard !items.isEmpty else { return [] }
    return [
      .folded(
        "\(title) (\(items.count))",
        items.prefix(mostShown).flatMap { item -> [Document.Block] in
          [
            .paragraph(item.title.strong),
            .items(item.sides.map { sideWords($0) } + [item.verdict].compactMap(\.self)),
          ]
        } + restWords(items.count))
    ]
  }

  private func conflictTitle(_ group: ContradictionsView.Group) -> Inline {
    var title = Inline(group.title)
    if let actor = group.actor { title += Inline(", \(index.running(actor))") }
    return title + Inline(" — ") + Inline(group.verdict.words, .verdict(group.verdict))
  }

  private func conflictSides(_ group: ContradictionsView.Group) -> [Document.Block] {
    let taken = Set(group.taken ?? [])
    var blocks: [Document.Block] = [
      .pair(
        group.sides.map { side in
          let ids = side.statements.map(\.statement)
          return Document.Side(
            Inline(side.words(isRefusal: isOnPosition(group))),
            isTaken: ids.contains(where: taken.contains), cards(ids))
        })
    ]
    if !group.givenUp.isEmpty {
      blocks.append(.paragraph(Inline("Said before and given up since", .strong)))
      blocks.append(.items(group.givenUp.map { sideWords($0) }))
    }
    if let words = verdictWords(group) { blocks.append(.paragraph(words)) }
    return blocks
  }

  /// Whose verdict it is, and why; nil where there is none.
  private func verdictWords(_ group: ContradictionsView.Group) -> Inline? {
    guard group.verdict != .open || group.reason != nil else { return nil }
    let by = group.verdictBy.map { index.name($0) } ?? "An analyst"
    // A judgement of today may be on what was said long before.
    let entered = group.verdictEntered.map { ", \($0.words)" } ?? ""
    return Inline("\(by)\(entered): ", .strong)
      + Inline(group.verdict.words + (group.reason.map { ". \($0)" } ?? ""))
  }

  func sideWords(_ side: ContradictionsView.Side) -> Inline {
    var line = Inline("\(side.words()): ")
    for (position, reporter) in side.statements.enumerated() {
      if position > 0 { line += Inline("; ") }
      line += Inline(
        "\(index.names(reporter.speakers))\(reporters(reporter)) in \(sourceName(reporter.source))\(reporter.isDoubted ? ", doubted" : "") "
      )
      line += references([reporter.statement])
    }
    return line
  }

  /// Those who report what is said to be another's words.
  private func reporters(_ reporter: ContradictionsView.Reporter) -> String {
    reporter.via.isEmpty ? "" : ", as reported by \(index.running(reporter.via)),"
  }
}

extension Case.Verdict.Kind {
  package var words: String {
    switch self {
    case .open: "open"
    case .explained: "explained"
    case .oneWrong: "one is wrong"
    case .bothPartial: "both partly right"
    }
  }
}

extension ContradictionsView.Group {
  /// In order of the sides.
  package var statements: [Case.Statement.ID] { sides.flatMap { $0.statements.map(\.statement) } }

  /// The place on the page of all contradictions.
  package var anchor: String {
    let ids = Set(statements).sorted().map(\.raw).joined(separator: " ")
    return "c-\(SHA256Digest(of: ids.utf8).hex.prefix(12))"
  }
}
