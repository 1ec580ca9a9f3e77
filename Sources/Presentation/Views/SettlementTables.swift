internal import CaseModel
package import StateOfPlay

extension ViewContext {
  /// Packages side by side, and what each party makes of them.
  func packageTables(_ view: SettlementView, _ words: SettlementWords) -> [Document.Block] {
    let named = Set(view.points.flatMap(\.packages))
    let shown = view.packages.filter { named.contains($0.key) || $0.title != nil }
    guard !shown.isEmpty, shown.count <= 8 else { return [] }
    var table = Table(
      "Contents of each package, and its value to each party (reservation values in brackets)",
      [.init("Issue", weight: 1)]
        + shown.map { .init($0.title ?? $0.key, weight: 1) })
    table.hasRowHeads = true
    for (position, issue) in view.issues.enumerated() {
      table.rows.append(
        [[Inline(issue.title)]]
          + shown.map { [Inline(words.option($0.options[position], of: issue.id))] })
    }
    for (position, party) in view.parties.enumerated() {
      table.rows.append(
        [[Inline("\(party.name) (\(SettlementWords.number(party.reservation.value)))", .strong)]]
          + shown.map { package in
            let part = package.parties[position]
            let text = SettlementWords.number(part.utility.value)
            return [part.margin.value < 0 ? Inline(text + " ✗", .warning) : Inline(text)]
          })
    }
    return [.heading("Side by side"), .table(table)]
  }

  /// What the result rests on: red lines and links, numbers, and what to look at again.
  func inputBlocks(_ view: SettlementView, _ words: SettlementWords) -> [Document.Block] {
    var blocks: [Document.Block] = [.heading("Basis")]
    if !view.constraints.isEmpty {
      blocks.append(
        .items(
          view.constraints.map { line in
            Inline(line.party.map { "\(words.party($0)) never: " } ?? "Link: ", .strong)
              + Inline(line.words) + words.grounds(line.grounds) + Inline(" (\(line.id))", .faint)
          }))
    }
    var table = Table(
      "Weights of the issues, and reservation values",
      [.init("Number", weight: 2)] + [
        .init("Value", isNumber: true, weight: 0), .init("Range", weight: 0),
        .init("Rests on", weight: 2),
      ])
    for line in view.numbers where line.option == nil {
      let range = line.from.flatMap { low in
        line.to.map { "\(SettlementWords.number(low))–\(SettlementWords.number($0))" }
      }
      var basis = words.grounds(line.grounds)
      if basis.spans.first?.text == " " { basis.spans.removeFirst() }
      if basis.isEmpty, let by = line.grounds.basis { basis = Inline(index.name(by), .faint) }
      if let note = line.note { basis += Inline(": \(note)", .faint) }
      table.rows.append([
        [Inline(words.number(line.id))], [Inline(SettlementWords.number(line.value))],
        [Inline(range ?? "", .faint)], [basis],
      ])
    }
    blocks.append(.table(table))
    if !view.audit.isEmpty {
      blocks.append(.heading("Points to review"))
      blocks.append(
        .items(
          view.audit.map { line in
            Inline(line.words.capitalisedFirst + (line.hint.map { "; \($0)" } ?? ""))
              + Inline(" (\(line.place ?? "\(line.path)"))", .faint)
          }))
    }
    if !view.notes.isEmpty { blocks.append(.items(view.notes.map { Inline($0) })) }
    if !view.omitted.isEmpty {
      blocks += [.heading("Issues left out of the scenario"), .items(omittedItems(view))]
    }
    return blocks
  }

  /// The issues of the case that a scenario does not have, by reason.
  package func omittedItems(_ view: SettlementView) -> [Inline] {
    view.omitted.byReason.map { reason, titles in
      Inline("\(reason.words.capitalisedFirst): ", .strong)
        + Inline("\(titles.joined(separator: "; ")).")
    }
  }

  /// The packages as data: one a row, with what each party makes of it.
  package func data(_ view: SettlementView) -> Table {
    var names = ["scenario", "package", "named"]
    names += view.issues.map(\.id)
    names += view.parties.flatMap { ["\($0.id)_utility", "\($0.id)_margin"] }
    names += [
      "feasible", "acceptable", "efficient", "breaks", "share_acceptable", "share_efficient",
      "share_nash",
    ]
    var table = Table("", names.map { Table.Column($0) })
    for package in view.packages {
      let points = view.points.filter { $0.packages.contains(package.key) }.map(\.solution.rawValue)
      var cells = [view.scenario.raw, package.key, points.joined(separator: " ")]
      cells += package.options
      cells += package.parties.flatMap { [$0.utility.exact, $0.margin.exact] }
      cells += [
        "\(package.isFeasible)", "\(package.isAcceptable)", "\(package.isEfficient)",
        package.broken.joined(separator: " "),
      ]
      cells += [package.shares?.acceptable, package.shares?.efficient, package.shares?.nash].map {
        $0.map { "\(Double($0.count) / Double(max(1, $0.of)))" } ?? ""
      }
      table.rows.append(cells.map { [Inline($0)] })
    }
    return table
  }
}
