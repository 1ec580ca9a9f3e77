internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Which packages all could accept, by each scenario an analyst has made: in words, with how sure
/// each is, and what the numbers rest on.
extension ViewContext {
  func settlementBlocks(_ brief: Brief) -> [Document.Block] {
    guard !brief.settlements.isEmpty || !brief.unjudged.isEmpty else { return [] }
    var blocks: [Document.Block] = [.heading("Packages acceptable to all, and sensitivity")]
    for found in brief.settlements {
      if found.restsOnExcluded == true {
        blocks.append(
          .remark(
            "“\(found.title)” depends on entries that the current filters exclude; `dragoman settle` shows it nevertheless."
          ))
        continue
      }
      guard let view = found.view else {
        blocks.append(
          .remark(Inline("“\(found.title)” cannot be calculated: \(found.fault ?? "")", .warning)))
        continue
      }
      let words = SettlementWords(view: view, index: index)
      blocks.append(.paragraph(hypothesis(view, words)))
      blocks.append(.items(settlementItems(view, words)))
      if !view.omitted.isEmpty { blocks.append(.remark(Inline(omitted(view)))) }
    }
    for title in brief.unjudged {
      blocks.append(
        .remark(
          "“\(title)” was drafted by rule and is not shown here until an analyst has set a number of it."
        ))
    }
    return blocks
  }

  /// How many issues are left out, for which reasons. The page of the settlement names them; the brief has four
  /// pages.
  private func omitted(_ view: SettlementView) -> String {
    let reasons = view.omitted.byReason.map { "\($0.reason.words) (\($0.titles.count))" }
    return
      "Issues of the case left out of it: \(reasons.joined(separator: "; ")). `dragoman settle` and the page Settlement name them."
  }

  /// That it is someone's model and no finding, whether there is a zone and how large it is.
  private func hypothesis(_ view: SettlementView, _ words: SettlementWords) -> Inline {
    let whose = view.by.map { " (by \(index.name($0)))" } ?? ""
    var line =
      Inline("\(view.title). ", .strong)
      + Inline(
        "An analyst's hypothesis\(whose), not a finding and not a forecast: if the numbers are right, "
      )
    let all = "\(view.packageCount.withGroupedDigits) packages"
    let (feasible, acceptable) = (view.zone.feasible, view.zone.acceptable)
    if view.zone.isEmpty {
      line += Inline("none of \(all) is acceptable to all", .strong)
    } else {
      line += Inline(
        "\(words.count(acceptable)) of \(all) \(acceptable.isOne ? "is" : "are") acceptable to all",
        .strong)
    }
    line += Inline(
      "; red lines and links leave \(feasible.isNone ? "none" : words.count(feasible)) feasible.")
    if let drawn = view.robustness {
      line += Inline(
        " In \(words.share(drawn.open)) some package is acceptable to all (\(drawn.draws) draws, seed \(drawn.seed)).",
        .faint)
    } else if !view.zone.isEmpty {
      line += Inline(
        " How sensitive this is to the uncertain numbers was not calculated here.", .faint)
    }
    return line
  }

  private func settlementItems(_ view: SettlementView, _ words: SettlementWords) -> [Inline] {
    var items = emptyItems(view, words) + recommendedItems(view, words)
    if let drafts = draftsItem(view, words) { items.append(drafts) }
    let flip = view.flips.first.map { nearest($0, words) }
    let worth = view.robustness?.influences.first.map {
      Inline("Most useful to clarify: ") + Inline(words.number($0.number), .strong) + Inline(".")
    }
    switch (flip, worth) {
    case (let flip?, let worth?): items.append(flip + Inline(" ") + worth)
    case (let line?, nil), (nil, let line?): items.append(line)
    case (nil, nil): break
    }
    items.append(basisItem(view))
    return items
  }

  /// "The smallest change to another Nash package: Ukraine's weight of “Ceasefire” at 0.14, …"
  private func nearest(_ flip: SettlementView.Flip, _ words: SettlementWords) -> Inline {
    let ways = [flip.below, flip.above].compactMap { $0 }
    let nearest = ways.min { abs($0 - flip.weight) < abs($1 - flip.weight) } ?? flip.weight
    return Inline("The smallest change to another Nash package: ")
      + Inline(words.number(flip.number), .strong)
      + Inline(
        " at \(SettlementWords.number(nearest)), not \(SettlementWords.number(flip.weight)).")
  }

  /// Why no package is acceptable to all, and what would have to give way.
  private func emptyItems(_ view: SettlementView, _ words: SettlementWords) -> [Inline] {
    guard let why = view.obstruction else { return [] }
    var items = why.conflicts.filter { !$0.isEmpty }.prefix(2).map { set in
      Inline("No package satisfies all of these: ", .strong)
        + words.constraints(set, joinedBy: "; ") + Inline(".")
    }
    if !why.openings.isEmpty {
      var line = Inline("It would become possible if one were given up: ", .strong)
      for (position, opening) in why.openings.prefix(4).enumerated() {
        line += Inline(position > 0 ? "; or " : "")
        line += words.constraints(opening, joinedBy: " and ")
      }
      let more = why.openings.count - 4
      items.append(line + Inline(more > 0 ? "; and \(more) more ways." : "."))
    }
    return items
  }

  /// The named packages, each once: by what it differs in from the draft on record or from the first.
  private func recommendedItems(_ view: SettlementView, _ words: SettlementWords) -> [Inline] {
    var keys: [String] = []
    for key in view.points.flatMap(\.packages) where !keys.contains(key) { keys.append(key) }
    let drafts = view.packages.filter { $0.title != nil && !keys.contains($0.key) }
    let most = 4
    var items = keys.prefix(most).enumerated().compactMap { position, key -> Inline? in
      guard let package = view.package(key) else { return nil }
      let points = view.points.filter { $0.packages.contains(key) }.map(\.solution.title)
      let described = position == 0 ? drafts.first?.key : keys.first
      var line = Inline(
        "\(words.name(key).capitalisedFirst) (\(points.joined(separator: ", ")))", .strong)
      line += Inline(": \(words.difference(key, from: described))")
      let worth = zip(view.parties, package.parties).map {
        "\($0.name) \(SettlementWords.signed($1.margin.value))"
      }
      line += Inline("; above each party's reservation value: \(worth.joined(separator: ", "))")
      if let shares = package.shares {
        line += Inline(
          ". Acceptable to all in \(words.share(shares.acceptable)), the Nash package in \(words.share(shares.nash))"
        )
      }
      return line + Inline(".")
    }
    if keys.count > most {
      items.append(
        Inline("\(keys.count - most) more tie with these; `dragoman settle` lists them."))
    }
    return items
  }

  /// What stands in the way of each draft on record.
  private func draftsItem(_ view: SettlementView, _ words: SettlementWords) -> Inline? {
    let named = Set(view.points.flatMap(\.packages))
    let drafts = view.packages.filter { $0.title != nil && !named.contains($0.key) }
    guard !drafts.isEmpty else { return nil }
    var line = Inline("On record: ", .strong)
    for (position, package) in drafts.enumerated() {
      line += Inline(position > 0 ? "; " : "")
      line += Inline("\(words.name(package.key)) ")
      if !package.isFeasible {
        line += Inline(words.breach(package, listing: 2))
        continue
      }
      let short = zip(view.parties, package.parties).filter { $1.margin.value < 0 }.map {
        "\($0.name) \(SettlementWords.number(-$1.margin.value))"
      }
      line += Inline(
        short.isEmpty
          ? package.isEfficient
            ? "could be accepted by all" : "could be accepted by all, and improved for all"
          : "leaves \(words.list(short)) below \(short.count == 1 ? "its reservation value" : "their reservation values")"
      )
    }
    return line + Inline(".")
  }

  /// How many of the numbers are whose.
  private func basisItem(_ view: SettlementView) -> Inline {
    let all = view.parties.reduce(0) { $0 + $1.numbers }
    let tied = view.parties.reduce(0) { $0 + $1.tied }
    let standard = view.parties.reduce(0) { $0 + $1.defaults }
    var analysts = view.by.map { [index.name($0)] } ?? []
    for number in view.numbers where number.grounds.statements.isEmpty {
      if let name = number.grounds.basis.map({ index.name($0) }), !analysts.contains(name) {
        analysts.append(name)
      }
    }
    let whose = analysts.isEmpty ? "the analyst" : analysts.joined(separator: ", ")
    var line = Inline("What the numbers rest on: ", .strong)
    line += Inline(
      "of \(all.counted("number")) \(tied) \(tied == 1 ? "is" : "are") tied to statements, \(all - tied - standard) \(all - tied - standard == 1 ? "rests" : "rest") on \(whose) alone, "
    )
    return line
      + Inline(
        standard == 0
          ? "none is a default"
          : "\(standard) \(standard == 1 ? "is a default" : "are defaults"), no one's judgement",
        standard == 0 ? .plain : .warning) + Inline(".")
  }
}
