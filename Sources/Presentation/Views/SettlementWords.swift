internal import CaseModel
internal import Foundations
package import StateOfPlay

/// Puts the parts of a settlement into words.
struct SettlementWords {
  let view: SettlementView
  let index: CaseIndex

  /// `0.714`, `1,200`, `−0.05`: to three places.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let thousandths = Int((value.magnitude * 1000).rounded())
    var text = (thousandths / 1000).grouped
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
    names.listed(orNothing: "no one")
  }

  // MARK: The whole

  /// Whether there is a zone, and how large.
  var lead: Inline {
    let whose = view.by.map { " (a hypothesis of \(index.name($0)))" } ?? ""
    let line = Inline("If the numbers are right\(whose), ")
    let all = "\(view.packageCount.withGroupedDigits) packages"
    guard !view.zone.isEmpty else {
      let feasible =
        view.zone.feasible.isNone
        ? "; red lines and links leave none of them feasible"
        : "; \(count(view.zone.feasible)) break no red line and no link"
      return line + Inline(acceptance, .strong)
        + Inline(" (there are \(all)\(feasible)).")
    }
    return line + Inline(acceptance, .strong)
      + Inline(
        "; \(count(view.zone.feasible)) break no red line and no link. Of the acceptable ones \(view.frontier.acceptableCount.grouped) \(view.frontier.acceptableCount == 1 ? "outcome is" : "outcomes are") Pareto-efficient."
      )
  }

  /// "33 of 2,592 packages are acceptable to all"
  var acceptance: String {
    guard !view.zone.isEmpty else { return "no package is acceptable to all" }
    let found = view.zone.acceptable
    return
      "\(count(found)) of \(view.packageCount.withGroupedDigits) packages \(found.isOne ? "is" : "are") acceptable to all"
  }

  /// That the result rests on numbers no one stands for.
  var doubt: Inline? {
    let standard = view.parties.reduce(0) { $0 + $1.defaults }
    guard standard > 0 else { return nil }
    let all = view.parties.reduce(0) { $0 + $1.numbers }
    return Inline(
      "\(standard) of the \(all) numbers \(standard == 1 ? "is a default" : "are defaults"), no one's judgement.",
      .warning)
  }

  /// That an issue may be any number, and what lies between those used.
  var grid: Inline? {
    let open = view.issues.filter(\.isContinuous)
    guard !open.isEmpty else { return nil }
    let issues = open.map { "“\($0.title)” (calculated at \($0.optionCount) of them)" }
    let losses = view.parties.map { "\(Self.number($0.gridLoss.value)) more to \($0.name)" }
    return Inline(
      "Any number can be chosen on \(list(issues)). One in between is worth at most \(list(losses)) than the nearest of these\(view.zone.isDecided ? "" : ", and might yet be acceptable to all")."
    )
  }

  func count(_ count: SettlementView.Count) -> String {
    count.isExact
      ? count.atLeast.withGroupedDigits
      : "\(count.atLeast.withGroupedDigits) to \(count.atMost.withGroupedDigits)"
  }

  // MARK: Names

  func party(_ id: String) -> String { view.parties.first { $0.id == id }?.name ?? id }
  func parties(_ ids: [String]) -> String { list(ids.map(party)) }
  func issue(_ id: String) -> String { view.issues.first { $0.id == id }?.title ?? id }

  func option(_ id: String, of issue: String) -> String {
    view.issues.first { $0.id == issue }?.options.first { $0.id == id }?.title ?? id
  }

  /// Whether it is a part of a package or none, and nothing else.
  static func isArticle(_ issue: SettlementView.IssueLine) -> Bool {
    issue.options.count == 2 && issue.options.contains(where: \.isLeftOut)
  }

  /// "Ceasefire: “lasting”"; of an article, "with “Ceasefire”" or "without" it.
  func choice(_ option: String, of id: String) -> String {
    guard let issue = view.issues.first(where: { $0.id == id }), Self.isArticle(issue) else {
      return "\(self.issue(id)): “\(self.option(option, of: id))”"
    }
    let isOut = issue.options.contains { $0.id == option && $0.isLeftOut }
    return "\(isOut ? "without" : "with") “\(issue.title)”"
  }

  /// What a reader calls a package: its title, else its key.
  func name(_ key: String) -> String {
    view.package(key)?.title.map { "“\($0)”" } ?? "package \(key)"
  }

  /// "Ceasefire: lasting; …"
  func choices(_ key: String) -> String {
    guard let package = view.package(key) else { return key }
    let parts = zip(view.issues, package.options).compactMap { issue, option -> String? in
      // What a package leaves out is not listed.
      if issue.options.contains(where: { $0.id == option && $0.isLeftOut }) { return nil }
      return Self.isArticle(issue)
        ? issue.title : "\(issue.title): \(self.option(option, of: issue.id))"
    }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }

  /// The contents of a package: if it differs little from the one described in full, the
  /// differences.
  func difference(_ key: String) -> String { difference(key, from: base) }

  /// The package described in full, to which others are compared.
  var base: String? {
    view.points.first { $0.solution == .nash }?.packages.first
      ?? view.points.flatMap(\.packages).first
  }

  func difference(_ key: String, from other: String?) -> String {
    guard let other, other != key, let base = view.package(other),
      let package = view.package(key)
    else { return choices(key) }
    let changed = view.issues.indices.filter { base.options[$0] != package.options[$0] }
    guard changed.count * 3 <= view.issues.count * 2 else { return choices(key) }
    let parts = changed.map { position -> String in
      let issue = view.issues[position]
      let choice = package.options[position]
      return Self.isArticle(issue)
        ? self.choice(choice, of: issue.id) : "\(issue.title): \(option(choice, of: issue.id))"
    }
    return "as \(name(other)), but \(parts.joined(separator: "; "))"
  }

  /// "crosses Ukraine's red lines “…” and “…”, breaks the link “…”"
  /// More than `most` lines of a party are counted.
  func breach(_ package: SettlementView.PackageLine, listing most: Int = 8) -> String {
    let lines = package.broken.compactMap { id in view.constraints.first { $0.id == id } }
    var parts = view.parties.compactMap { party -> String? in
      let own = lines.filter { $0.party == party.id }.map { "“\($0.words)”" }
      guard !own.isEmpty else { return nil }
      if own.count > most { return "crosses \(own.count) of \(party.name.possessive) red lines" }
      return
        "crosses \(party.name.possessive) red \(own.count == 1 ? "line" : "lines") \(list(own))"
    }
    let links = lines.filter { $0.party == nil }.map { "“\($0.words)”" }
    if !links.isEmpty {
      parts.append("breaks the \(links.count == 1 ? "link" : "links") \(list(links))")
    }
    return parts.isEmpty ? "contains nothing" : parts.joined(separator: ", ")
  }

  func constraint(_ id: String) -> Inline {
    if let line = view.constraints.first(where: { $0.id == id }) {
      let whose = line.party.map { "\(party($0).possessive) red line" } ?? "the link"
      return Inline("\(whose) “\(line.words)”") + grounds(line.grounds)
    }
    let owner = String(id.prefix { $0 != "." })
    let least = view.parties.first { $0.id == owner }?.reservation.value ?? 0
    return Inline("\(party(owner).possessive) reservation value \(Self.number(least))")
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
    guard let issue = line.issue else { return "\(whose.possessive) reservation value" }
    guard let option = line.option else {
      return "\(whose.possessive) weight of “\(self.issue(issue))”"
    }
    return
      "\(whose.possessive) value of “\(self.option(option, of: issue))” on “\(self.issue(issue))”"
  }
}

extension SettlementView.Solution {
  /// Its name, with the variant.
  package var title: String {
    switch self {
    case .nash: "Nash"
    case .nashFromMinimum: "Nash, from the minimum each gets in any case"
    case .kalaiSmorodinsky: "Kalai–Smorodinsky"
    case .kalaiSmorodinskyBySpread: "Kalai–Smorodinsky by the smallest spread"
    case .egalitarian: "egalitarian"
    case .utilitarian: "utilitarian"
    }
  }
}

extension SettlementView.Count {
  var isNone: Bool { atMost == "0" }
  var isOne: Bool { isExact && atMost == "1" }
}
