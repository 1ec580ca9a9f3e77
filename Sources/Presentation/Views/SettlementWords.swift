internal import CaseModel
package import StateOfPlay

/// Puts the parts of a settlement into words.
struct SettlementWords {
  let view: SettlementView
  let index: CaseIndex

  /// `0.714`, `12`, `-0.05`: to three places.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let thousandths = Int((value.magnitude * 1000).rounded())
    var text = "\(thousandths / 1000)"
    if thousandths % 1000 > 0 {
      var digits = String(thousandths % 1000 + 1000).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      text += ".\(digits)"
    }
    return (value < 0 && thousandths > 0 ? "−" : "") + text
  }

  static func signed(_ value: Double) -> String {
    let text = number(value)
    return text == "0" || text.hasPrefix("−") ? text : "+" + text
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  static func percent(_ share: SettlementView.Share) -> String {
    percent(Double(share.count) / Double(max(1, share.of)))
  }

  /// `83 % of draws (77–88 %)`
  func share(_ share: SettlementView.Share) -> String {
    let (low, high) = (Int((share.low * 100).rounded()), Int((share.high * 100).rounded()))
    return "\(Self.percent(share)) of draws (\(low)–\(high) %)"
  }

  func list(_ names: [String]) -> String {
    guard let last = names.last else { return "nobody" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: The whole

  /// Whether there is a zone, and how large.
  var lead: Inline {
    let whose = view.by.map { " (a hypothesis of \(index.name($0)))" } ?? ""
    let line = Inline("If the numbers are right\(whose), ")
    let all = "\(Self.grouped(view.packageCount)) packages"
    guard !view.zone.isEmpty else {
      let feasible =
        view.zone.feasible.atMost == "0"
        ? "; red lines and links leave none of them standing"
        : "; \(count(view.zone.feasible)) break no red line and no link"
      return line + Inline(acceptance, .strong)
        + Inline(" (there are \(all)\(feasible)).")
    }
    return line + Inline(acceptance, .strong)
      + Inline(
        "; \(count(view.zone.feasible)) break no red line and no link. Of the acceptable ones \(Self.grouped("\(view.frontier.acceptableCount)")) \(view.frontier.acceptableCount == 1 ? "outcome" : "outcomes") cannot be bettered for one without costing another."
      )
  }

  /// "33 of 2,592 packages are acceptable to all"
  var acceptance: String {
    guard !view.zone.isEmpty else { return "no package is acceptable to all" }
    let found = count(view.zone.acceptable)
    return
      "\(found) of \(Self.grouped(view.packageCount)) packages \(found == "1" ? "is" : "are") acceptable to all"
  }

  /// That the result rests on numbers nobody stands for.
  var doubt: Inline? {
    let standard = view.parties.reduce(0) { $0 + $1.defaults }
    guard standard > 0 else { return nil }
    let all = view.parties.reduce(0) { $0 + $1.numbers }
    return Inline("\(standard) of the \(all) numbers are defaults, nobody's judgement.", .warning)
  }

  func count(_ count: SettlementView.Count) -> String {
    count.isExact
      ? Self.grouped(count.atLeast)
      : "\(Self.grouped(count.atLeast)) to \(Self.grouped(count.atMost))"
  }

  /// Thousands apart, where the text is a whole number.
  static func grouped(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return text }
    var result = ""
    for (position, digit) in text.enumerated() {
      if position > 0, (text.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  // MARK: Names

  func party(_ id: String) -> String { view.parties.first { $0.id == id }?.name ?? id }
  func parties(_ ids: [String]) -> String { list(ids.map(party)) }
  func issue(_ id: String) -> String { view.issues.first { $0.id == id }?.title ?? id }

  func option(_ id: String, of issue: String) -> String {
    view.issues.first { $0.id == issue }?.options.first { $0.id == id }?.title ?? id
  }

  /// What a reader calls a package: its title, else its key.
  func name(_ key: String) -> String {
    view.package(key)?.title.map { "“\($0)”" } ?? "package \(key)"
  }

  /// "Ceasefire: lasting; …"
  func choices(_ key: String) -> String {
    guard let package = view.package(key) else { return key }
    let parts = zip(view.issues, package.options).compactMap { issue, option -> String? in
      // What a package leaves out need not be told.
      if issue.options.contains(where: { $0.id == option && $0.isLeftOut }) { return nil }
      let isArticle = issue.options.count == 2 && issue.options.contains(where: \.isLeftOut)
      return isArticle ? issue.title : "\(issue.title): \(self.option(option, of: issue.id))"
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }

  /// What a package holds; where it differs little from the first Nash package, in what.
  func difference(_ key: String) -> String {
    guard let first = view.points.first(where: { $0.solution == .nash })?.packages.first,
      first != key, let base = view.package(first), let package = view.package(key)
    else { return choices(key) }
    let changed = view.issues.indices.filter { base.options[$0] != package.options[$0] }
    guard changed.count * 2 <= view.issues.count else { return choices(key) }
    let parts = changed.map {
      "\(view.issues[$0].title): \(option(package.options[$0], of: view.issues[$0].id))"
    }
    return "as \(name(first)), but \(parts.joined(separator: "; "))"
  }

  func constraint(_ id: String) -> Inline {
    if let line = view.constraints.first(where: { $0.id == id }) {
      let whose = line.party.map { "\(party($0))'s red line" } ?? "the link"
      return Inline("\(whose) “\(line.words)”") + grounds(line.grounds)
    }
    let owner = String(id.prefix { $0 != "." })
    let least = view.parties.first { $0.id == owner }?.reservation.value ?? 0
    return Inline("\(party(owner))'s reservation value \(Self.number(least))")
  }

  func constraints(_ ids: [String], joinedBy joint: String) -> Inline {
    var line = Inline("")
    for (position, id) in ids.enumerated() {
      if position > 0 { line += Inline(joint) }
      line += constraint(id)
    }
    return line
  }

  /// " [osw-07]", " (basis: Ana)" or " (default)".
  func grounds(_ grounds: SettlementView.Grounds) -> Inline {
    if grounds.isDefault { return Inline(" (default)", .warning) }
    if !grounds.statements.isEmpty {
      var text = grounds.statements.prefix(4).map(\.raw).joined(separator: ", ")
      if grounds.statements.count > 4 { text += " +\(grounds.statements.count - 4)" }
      return Inline(" ") + Inline("[\(text)]", links: grounds.statements.prefix(4).map(\.raw))
    }
    guard let basis = grounds.basis, basis != view.by else { return Inline("") }
    return Inline(" (basis: \(index.name(basis)))", .reference)
  }

  /// "Ukraine's weight of “Ceasefire”"
  func number(_ id: String) -> String {
    guard let line = view.numbers.first(where: { $0.id == id }) else { return id }
    let whose = party(line.party)
    guard let issue = line.issue else { return "\(whose)'s reservation value" }
    guard let option = line.option else { return "\(whose)'s weight of “\(self.issue(issue))”" }
    return "\(whose)'s value of “\(self.option(option, of: issue))” on “\(self.issue(issue))”"
  }

  // MARK: Packages

  /// Its name and what it is, then what it holds.
  func heading(_ package: SettlementView.PackageLine) -> Inline {
    let points = view.points.filter { $0.packages.contains(package.key) }.map(\.solution.title)
    var marks = points
    if !package.isFeasible {
      marks.append("breaks \(list(package.broken))")
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
      + Inline(choices(package.key) + ".")
  }

  /// What each party gets, which lines bind, and how sure it is.
  func lines(_ package: SettlementView.PackageLine) -> [Inline] {
    var lines = zip(view.parties, package.parties).map { party, part -> Inline in
      let margin = part.margin.value
      let distance =
        margin == 0
        ? "just what it would accept"
        : "\(Self.number(margin.magnitude)) \(margin > 0 ? "above" : "below") the least it takes"
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
            ? "; its best package" : "; \(Self.number(lost.value)) less than its best")
      }
      return line + Inline(ways(part) + ".")
    }
    if !package.binding.isEmpty {
      var seen: Set<String> = []
      let first = package.binding.filter { seen.insert($0.constraint).inserted }.prefix(4)
      for binding in first {
        let gainers = zip(view.parties, binding.gains).filter { $1.value > 0 }.map(\.0.name)
        lines.append(
          Inline("What binds: ", .strong) + constraint(binding.constraint)
            + Inline(
              "; without it \(list(gainers)) would gain by “\(option(binding.change.to, of: binding.change.issue))”."
            ))
      }
    }
    if let shares = package.shares {
      lines.append(
        Inline("How sure: ", .strong)
          + Inline(
            "acceptable to all in \(share(shares.acceptable)), efficient in \(Self.percent(shares.efficient)), the Nash package in \(Self.percent(shares.nash))."
          ))
    }
    return lines
  }

  /// On which issues a party has its way, and on which it yields all.
  private func ways(_ part: SettlementView.PartyPart) -> String {
    let moving = zip(view.issues, part.issues).filter { $1.best > $1.worst }
    let won = moving.filter { $1.adds == $1.best }.map(\.0.title)
    let lost = moving.filter { $1.adds == $1.worst }.map(\.0.title)
    var text = ""
    if !won.isEmpty { text += "; its way on \(list(won))" }
    if !lost.isEmpty { text += "; yields on \(list(lost))" }
    return text
  }

  // MARK: Changes

  /// "Ceasefire: “lasting” for “short”"
  func change(_ change: SettlementView.Change) -> String {
    self.change(change.issue, from: change.from, to: change.to)
  }

  private func change(_ issue: String, from: String, to: String) -> String {
    "\(self.issue(issue)): “\(option(to, of: issue))” for “\(option(from, of: issue))”"
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
    return Inline("\(change(trade.first)), with \(change(trade.second))", .strong)
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

extension SettlementView.Solution {
  /// Its name, with the variant.
  package var title: String {
    switch self {
    case .nash: "Nash"
    case .nashFromMinimum: "Nash, from the least each gets in any case"
    case .kalaiSmorodinsky: "Kalai–Smorodinsky"
    case .kalaiSmorodinskyBySpread: "Kalai–Smorodinsky by the smallest spread"
    case .egalitarian: "egalitarian"
    case .utilitarian: "utilitarian"
    }
  }
}
