internal import CaseModel
internal import StateOfPlay

/// Packages and changes of them in words.
extension SettlementWords {
  /// Its name and what it is, then what it holds.
  func heading(_ package: SettlementView.PackageLine) -> Inline {
    let points = view.points.filter { $0.packages.contains(package.key) }.map(\.solution.title)
    var marks = points
    if !package.isFeasible {
      marks.append(breach(package))
    } else if !package.isAcceptable {
      marks.append("not acceptable to all")
    } else if !package.isEfficient {
      marks.append(
        "acceptable to all, but not efficient: all could gain \(Self.percent(package.commonGain)) of their range"
      )
    } else if points.isEmpty {
      marks.append("acceptable to all, efficient")
    }
    return Inline(
      name(package.key).capitalisedFirst + " (\(marks.joined(separator: "; "))): ", .strong)
      + Inline(difference(package.key) + ".")
  }

  /// What each party gets, which lines bind, and how sure it is.
  func lines(_ package: SettlementView.PackageLine) -> [Inline] {
    var lines = zip(view.parties, package.parties).map { party, part -> Inline in
      let margin = part.margin.value
      let distance =
        margin == 0
        ? "exactly its reservation value"
        : "\(Self.number(margin.magnitude)) \(margin > 0 ? "above" : "below") its reservation value"
      var line =
        Inline("\(party.name) gets \(Self.number(part.utility.value)), ", .strong)
        + (margin < 0 ? Inline(distance, .warning) : Inline(distance))
      if part.least != part.most {
        line += Inline(
          " (\(part.isTight ? "" : "about ")\(Self.signed(part.least.value)) to \(Self.signed(part.most.value)) over the ranges)"
        )
      }
      if let lost = part.givenUp {
        line += Inline(
          lost.value == 0
            ? "; its best package"
            : lost.value < 0
              ? "; \(Self.number(-lost.value)) more than in any package that respects all red lines and links"
              : "; \(Self.number(lost.value)) less than its best")
      }
      return line + Inline(ways(part) + ".")
    }
    if let base, base != package.key, !package.binding.isEmpty,
      view.package(base)?.binding.map({ [$0.constraint, $0.change.to] })
        == package.binding.map({ [$0.constraint, $0.change.to] })
    {
      lines.append(
        Inline("Binding constraints: ", .strong) + Inline("the same as in \(name(base))."))
    } else if !package.binding.isEmpty {
      var seen: Set<String> = []
      let first = package.binding.filter { seen.insert($0.constraint).inserted }.prefix(4)
      for binding in first {
        let gainers = zip(view.parties, binding.gains).filter { $1.value > 0 }.map(\.0.name)
        lines.append(
          Inline("Binding constraint: ", .strong) + constraint(binding.constraint)
            + Inline(
              "; without it \(list(gainers)) would gain \(way(binding.change))."
            ))
      }
    }
    // What crosses a red line does so in every draw.
    if let shares = package.shares, package.isFeasible {
      lines.append(
        Inline("Sensitivity: ", .strong)
          + Inline(
            "acceptable to all in \(share(shares.acceptable)), efficient in \(Self.percent(shares.efficient)), the Nash package in \(Self.percent(shares.nash))."
          ))
    }
    return lines
  }

  /// "from Ceasefire: “lasting”", "with “Peacekeepers”"
  private func way(_ change: SettlementView.Change) -> String {
    let isArticle = view.issues.first { $0.id == change.issue }.map(Self.isArticle) ?? false
    return (isArticle ? "" : "from ") + choice(change.to, of: change.issue)
  }

  /// On which issues a party has its way, and on which it yields all.
  private func ways(_ part: SettlementView.PartyPart) -> String {
    let moving = zip(view.issues, part.issues).filter { $1.best > $1.worst }
    let won = moving.filter { $1.adds == $1.best }.map { "“\($0.0.title)”" }
    let lost = moving.filter { $1.adds == $1.worst }.map { "“\($0.0.title)”" }
    var text = ""
    if !won.isEmpty { text += "; gets its way on \(list(won))" }
    if !lost.isEmpty { text += "; yields on \(list(lost))" }
    return text
  }

  /// "Ceasefire: “lasting” for “short”"
  func change(_ change: SettlementView.Change) -> String {
    self.change(change.issue, from: change.from, to: change.to)
  }

  private func change(_ issue: String, from: String, to: String) -> String {
    if let line = view.issues.first(where: { $0.id == issue }), Self.isArticle(line) {
      return choice(to, of: issue)
    }
    return "\(self.issue(issue)): “\(option(to, of: issue))” for “\(option(from, of: issue))”"
  }

  /// "Ukraine +0.1, Russia −0.05"
  func gains(_ gains: [SettlementView.Figure]) -> String {
    zip(view.parties, gains).map { "\($0.name) \(Self.signed($1.value))" }.joined(separator: ", ")
  }

  func move(_ move: SettlementView.Move) -> Inline {
    Inline(move.changes.map(change).joined(separator: "; and "), .strong)
      + Inline(" (\(gains(move.gains)))")
  }

  func logroll(_ trade: SettlementView.Logroll) -> Inline {
    let yielding = zip(view.parties, trade.byFirst).filter { $1.value < 0 }.map(\.0.name)
    return Inline("\(change(trade.first)), together with \(change(trade.second))", .strong)
      + Inline(
        ": \(list(yielding)) \(yielding.count == 1 ? "yields" : "yield") on the first and \(yielding.count == 1 ? "gains" : "gain") on the second (together \(gains(trade.together)))"
      )
  }

  func step(from: String, to: String) -> Inline {
    guard let before = view.package(from), let after = view.package(to) else { return Inline(to) }
    let changed = view.issues.indices.filter { before.options[$0] != after.options[$0] }
    let words = changed.map {
      change(view.issues[$0].id, from: before.options[$0], to: after.options[$0])
    }
    let gained = zip(view.parties, zip(before.parties, after.parties)).map {
      "\($0.name) \(Self.signed($1.1.utility.value - $1.0.utility.value))"
    }
    return Inline(words.joined(separator: "; and "), .strong)
      + Inline(" (\(gained.joined(separator: ", ")))")
  }

  func flip(_ flip: SettlementView.Flip) -> Inline {
    let ways = [
      flip.below.map { "\(Self.number($0)) or less" },
      flip.above.map { "\(Self.number($0)) or more" },
    ]
    .compactMap { $0 }
    return Inline(number(flip.number), .strong)
      + Inline(": \(ways.joined(separator: ", or ")), where it is \(Self.number(flip.weight))")
  }
}
