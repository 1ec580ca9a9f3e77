internal import CaseModel
internal import StateOfPlay

/// How much of a settlement hangs on numbers no one is sure of, and what dividing issues would bring.
extension ViewContext {
  func robustnessBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    guard view.robustness != nil || !view.flips.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Sensitivity to uncertain inputs")]
    if let drawn = view.robustness {
      blocks.append(
        .paragraph(
          Inline("Some package is acceptable to all in \(words.share(drawn.open)).", .strong)
            + Inline(" Drawn \(drawn.draws) times, seed \(drawn.seed): \(drawn.varied).")))
      var table = Table(
        "Packages by how often each is the Nash solution",
        [
          .init("Package", weight: 0), .init("Contents", weight: 3),
          .init("Share of draws", weight: 0),
        ])
      table.emptyWords = "In no draw was any package acceptable to all."
      let shown = Set(view.points.flatMap(\.packages))
      for line in drawn.nash.prefix(6) {
        table.rows.append([
          [Inline(line.package)],
          [
            Inline(
              shown.contains(line.package) ? "as described above" : words.difference(line.package))
          ],
          [Inline(words.share(line.share))],
        ])
      }
      blocks.append(.table(table))
      if !drawn.influences.isEmpty {
        blocks.append(.paragraph(Inline("What would be most useful to clarify:", .strong)))
        blocks.append(
          .items(
            drawn.influences.prefix(5).map { line in
              Inline(words.number(line.number), .strong)
                + Inline(
                  ": knowing it exactly would identify the right package in \(SettlementWords.percent(line.gain)) more of the draws"
                )
            }))
      }
    }
    if !view.flips.isEmpty {
      blocks.append(
        .paragraph(
          Inline(
            "What would have to be wrong for another package to be the Nash solution:", .strong)))
      blocks.append(.items(view.flips.prefix(5).map(words.flip)))
    }
    if view.robustness != nil {
      blocks.append(
        .remark(
          "A share shows how far a result depends on what the analyst left uncertain, not how likely it is."
        ))
    }
    return blocks
  }

  func divisionBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    guard let division = view.division else { return [] }
    var table = Table(
      "Each issue as an item to divide, with its value in points to each party",
      [.init("Issue")] + view.parties.map { .init($0.name, isNumber: true, weight: 0) }
        + (division.adjustedWinner == nil ? [] : [.init("Adjusted Winner gives it to")]))
    table.hasRowHeads = true
    for (position, issue) in division.issues.enumerated() {
      var row = [[Inline(words.issue(issue))]]
      row += division.points.map { [Inline(SettlementWords.number($0[position]))] }
      if let share = division.adjustedWinner?[position], view.parties.count == 2 {
        let whole =
          share.value == 1
          ? view.parties[0].name
          : share.value == 0
            ? view.parties[1].name
            : "\(SettlementWords.percent(share.value)) \(view.parties[0].name), the rest \(view.parties[1].name)"
        row.append([Inline(whole)])
      }
      table.rows.append(row)
    }
    var blocks: [Document.Block] = [.heading("If issues were divided"), .table(table)]
    if let satisfied = division.satisfaction, let first = satisfied.first {
      blocks.append(
        .paragraph(
          Inline(
            "By Adjusted Winner each gets \(SettlementWords.percent(first.value)) of its own points: neither envies the other, and no division is better for both."
          )))
    }
    blocks += [
      .items(
        division.assignments.prefix(4).map { owners in
          Inline("Whole issues, the largest product: ", .strong)
            + Inline(
              zip(division.issues, owners).map { "\(words.issue($0)) to \(words.party($1))" }
                .joined(separator: "; ") + ".")
        })
    ]
    return blocks
  }
}
