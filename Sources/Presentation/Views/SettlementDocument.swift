internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// In a line, how much room for agreement there is: "33 of 2,592 packages are acceptable to all".
  package func acceptance(_ view: SettlementView) -> String {
    SettlementWords(view: view, index: index).acceptance
  }

  /// What a number of the scenario is and what it rests on: "Ukraine's weight of “Ceasefire”".
  package func words(_ number: SettlementView.NumberLine, of view: SettlementView) -> String {
    SettlementWords(view: view, index: index).number(number.id)
  }

  /// Which packages all could accept: in words first, then what was asked, then tables.
  package func document(_ view: SettlementView) -> Document {
    let words = SettlementWords(view: view, index: index)
    var blocks = opening
    if let description = view.description { blocks.append(.paragraph(Inline(description))) }
    if !view.leftOut.isEmpty {
      blocks.append(
        .remark(
          Inline("The scenario depends on entries that the current filters exclude: ", .warning)
            + references(view.leftOut, limit: 12)))
    }
    blocks += supposition(view.changes)
    blocks.append(.paragraph(words.lead))
    if !view.omitted.isEmpty {
      blocks.append(
        .remark(
          "\(view.omitted.count.counted("issue")) of the case \(view.omitted.count == 1 ? "is" : "are") not in the scenario; \(view.omitted.count == 1 ? "it is" : "they are") named with the reasons under “Issues left out of the scenario”."
        ))
    }
    if let doubt = words.doubt { blocks.append(.remark(doubt)) }
    if let grid = words.grid { blocks.append(.remark(grid)) }
    blocks += obstructionBlocks(view, words)
    blocks += pointBlocks(view, words)
    if let picture = outcomePicture(view) { blocks.append(.picture(picture)) }
    blocks += askedBlocks(view, words)
    blocks += moveBlocks(view, words)
    blocks += comparisonBlocks(view, words)
    blocks += robustnessBlocks(view, words)
    blocks += divisionBlocks(view, words)
    blocks += certificateBlocks(view, words)
    blocks += packageTables(view, words)
    blocks += inputBlocks(view, words)
    blocks.append(.rule(view.rule))
    blocks.append(.remark(footer))
    return Document("\(view.title): possible agreements", blocks)
  }

  // MARK: The zone

  private func obstructionBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    guard let found = view.obstruction else { return [] }
    var blocks: [Document.Block] = [.heading("Why no package is acceptable to all")]
    if found.conflicts.contains(where: \.isEmpty) {
      blocks.append(.paragraph("There is no package at all, whatever is given up."))
    }
    blocks.append(
      .items(
        found.conflicts.filter { !$0.isEmpty }.map { set in
          Inline("No package satisfies all of these: ", .strong)
            + words.constraints(set, joinedBy: "; ") + Inline(".")
        }))
    if !found.openings.isEmpty {
      blocks.append(
        .paragraph(Inline("It would become possible if one of these were given up:", .strong)))
      var items = found.openings.map { words.constraints($0, joinedBy: " and ") + Inline(".") }
      if !found.isComplete { items.append(Inline("There may be more.", .faint)) }
      blocks.append(.items(items))
    }
    if let miss = found.nearestMiss, let first = miss.packages.first {
      let short = zip(view.parties, miss.shortfalls).filter { $1.value > 0 }.map {
        "\($0.name) by \(SettlementWords.number($1.value))"
      }
      blocks.append(
        .paragraph(
          Inline("The nearest miss is \(words.name(first)): ", .strong)
            + Inline(words.choices(first) + ". Below the reservation value of: ")
            + Inline(short.isEmpty ? "no one." : short.joined(separator: ", ") + ".")))
    }
    return blocks
  }

  // MARK: Named points

  private func pointBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    let named = view.points.filter { !$0.packages.isEmpty }
    guard !named.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Notable packages")]
    var shown: Set<String> = []
    for key in named.flatMap(\.packages) where shown.insert(key).inserted {
      guard let package = view.package(key) else { continue }
      blocks.append(.paragraph(words.heading(package)))
      blocks.append(.items(words.lines(package)))
    }
    for point in named where Int(point.ties).map({ $0 > point.packages.count }) ?? true {
      blocks.append(
        .remark(
          Inline(
            "\(point.solution.title): \(point.ties) packages tie; \(point.packages.count) are listed."
          ))
      )
    }
    for point in named where !point.allGain && point.solution == .nash {
      let groups = point.gainers.map { words.parties($0) }.joined(separator: ", or ")
      blocks.append(
        .remark(
          Inline(
            "No acceptable package leaves every party above its reservation value. Nash multiplies the gains of those who can gain: \(groups.isEmpty ? "no one" : groups).",
            .warning)))
    }
    return blocks
  }

  /// Packages that were asked about and are no named point.
  private func askedBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    let named = Set(view.points.flatMap(\.packages))
    let asked = view.packages.filter {
      !named.contains($0.key) && ($0.title != nil || view.asked.contains($0.key))
    }
    guard !asked.isEmpty else { return [] }
    return [.heading("Drafts and requested packages")]
      + asked.flatMap { package -> [Document.Block] in
        [.paragraph(words.heading(package)), .items(words.lines(package))]
      }
  }

  // MARK: Moves

  private func moveBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    var blocks: [Document.Block] = []
    if let moves = view.moves {
      blocks.append(.heading("What to change in \(words.name(moves.from))"))
      let accepted = moves.toAcceptable.first?.changes.count
      let acceptable =
        switch accepted {
        case nil: "No change makes it acceptable to all."
        case 0?: "All could accept it as it stands."
        case let count?: "All could accept it after \(count.counted("change")):"
        }
      blocks.append(.paragraph(Inline(acceptable, .strong)))
      blocks.append(.items(moves.toAcceptable.filter { !$0.changes.isEmpty }.map(words.move)))
      var better = "No change is better for someone and worse for no one."
      if let count = moves.toBetter.first?.changes.count {
        better = "Better for someone and worse for no one, by \(count.counted("change")):"
      }
      blocks.append(.paragraph(Inline(better, .strong)))
      blocks.append(.items(moves.toBetter.map(words.move)))
      if !moves.logrolls.isEmpty {
        blocks.append(
          .paragraph(Inline("Trades, each half of which someone would refuse alone:", .strong)))
        blocks.append(.items(moves.logrolls.map(words.logroll)))
      }
    }
    if let text = view.singleText {
      blocks.append(.heading("A single text, draft by draft"))
      let steps = zip(text.drafts, text.drafts.dropFirst()).map { words.step(from: $0, to: $1) }
      blocks.append(
        .paragraph(
          Inline(
            steps.isEmpty
              ? "\(words.name(text.drafts.first ?? "")) is efficient: no draft is better for one party without being worse for another."
              : "From \(words.name(text.drafts.first ?? "")), no step makes any party worse off\(text.endsEfficient ? "; the last is Pareto-efficient" : "")."
          )))
      blocks.append(.items(steps))
    }
    return blocks.filter { block in
      if case .items(let items) = block { !items.isEmpty } else { true }
    }
  }

  private func comparisonBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    guard let pair = view.comparison else { return [] }
    let gains = zip(view.parties, pair.gains)
    let better = gains.filter { $1.value > 0 }.map(\.0.name)
    let worse = gains.filter { $1.value < 0 }.map(\.0.name)
    let verdict =
      switch (better.isEmpty, worse.isEmpty) {
      case (true, true): "every party is indifferent between the two"
      case (false, true):
        "\(words.name(pair.second)) is better for \(words.list(better)) and worse for no one"
      case (true, false):
        "\(words.name(pair.first)) is better for \(words.list(worse)) and worse for no one"
      case (false, false):
        "\(words.name(pair.second)) is better for \(words.list(better)), \(words.name(pair.first)) for \(words.list(worse))"
      }
    return [
      .heading("\(words.name(pair.first)) against \(words.name(pair.second))"),
      .paragraph(Inline(verdict.capitalisedFirst + ".", .strong)),
      .items(
        pair.changes.map { Inline(words.change($0)) } + [Inline(words.gains(pair.gains))]),
    ]
  }

  private func certificateBlocks(
    _ view: SettlementView, _ words: SettlementWords
  ) -> [Document.Block] {
    guard !view.certificates.isEmpty else { return [] }
    return [.heading("Certificates")]
      + view.certificates.flatMap { line -> [Document.Block] in
        let of = line.package.isEmpty ? "" : "\(words.name(line.package)): "
        return [
          .paragraph(Inline(of + line.claim, .strong)), .items(line.reasons.map { Inline($0) }),
        ]
      }
  }
}
