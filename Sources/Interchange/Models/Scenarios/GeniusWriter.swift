package import CaseModel
internal import Foundation
internal import Foundations

/// A scenario as GENIUS files: a domain, and a profile for each party.
///
/// Utilities come out as they are, exactly. Where a party's best package is worth more than 1, all
/// its weights and its reservation value are divided by one number, which is said.
package struct GeniusExport: Sendable {
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The domain first.
  package let files: [File]
  /// What GENIUS cannot hold, in words; empty where nothing is lost.
  package let losses: [String]
  /// What was changed without loss, in words.
  package let remarks: [String]

  /// - Throws: ``CaseFileError`` where a party is not additive, or a utility is negative.
  package init(_ scenario: Case.Scenario) throws(CaseFileError) {
    var writer = GeniusWriter(scenario: scenario)
    let forms = try writer.forms()
    var files = [File(name: "domain.xml", bytes: writer.domain(forms))]
    for party in scenario.parties {
      files.append(
        File(name: "\(party.id).xml", bytes: try writer.profile(of: party, forms)))
    }
    self.files = files
    losses = writer.losses
    remarks = writer.remarks
  }
}

private struct GeniusWriter {
  typealias Scenario = Case.Scenario

  enum Form {
    /// Names of the items, with what values name them by.
    case discrete([(name: String, key: String)])
    case integer(Amount, Amount)
    case real(Amount, Amount)
  }

  let scenario: Scenario
  private(set) var remarks: [String] = []
  /// A range becomes items up to so many numbers.
  private static let mostItems = 1000

  init(scenario: Scenario) { self.scenario = scenario }

  var losses: [String] {
    func count(_ count: Int, _ noun: String, _ many: String? = nil) -> [String] {
      count == 0 ? [] : [count.counted(noun, many)]
    }
    let numbers = scenario.parties.flatMap { party in
      party.weights.pairs.map(\.value) + party.values.pairs.flatMap { $0.value.pairs.map(\.value) }
        + (party.reservation.map { [$0] } ?? [])
    }
    return count(scenario.links.count, "link")
      + count(scenario.parties.reduce(0) { $0 + $1.redLines.count }, "red line")
      + count(scenario.parties.reduce(0) { $0 + $1.interactions.count }, "interaction")
      + count(scenario.parties.reduce(0) { $0 + $1.orderings.count }, "ordering")
      + count(
        numbers.count { $0.from != nil && $0.from != $0.to }, "range of an uncertain number",
        "ranges of uncertain numbers")
      + count(scenario.packages.count, "named package")
  }

  func forms() throws(CaseFileError) -> [Form] {
    for party in scenario.parties where party.utility != .additive {
      throw CaseFileError(
        "`\(party.id)` is of the kind `\(party.utility.rawValue)`, which GENIUS does not have",
        hint: "only additive parties can be exported")
    }
    var forms: [Form] = []
    for issue in scenario.issues {
      guard let range = issue.range else {
        forms.append(.discrete(issue.options.map { ($0.title ?? $0.id.raw, $0.id.raw) }))
        continue
      }
      let isLine = scenario.parties.allSatisfy { $0.lines[issue.name]?.clamped == true }
      if range.continuous, isLine {
        forms.append(.real(range.from, range.to))
      } else if range.step == Amount(1), range.from.places == 0, range.to.places == 0, isLine {
        forms.append(.integer(range.from, range.to))
      } else if let count = range.count, count <= Self.mostItems, let step = range.step {
        var items: [(String, String)] = []
        var number = range.from.decimal
        for _ in 0..<count {
          let text = NSDecimalNumber(decimal: number).stringValue
          items.append((text, text))
          number += step.decimal
        }
        forms.append(.discrete(items))
      } else {
        throw CaseFileError(
          "`\(issue.name)` is a range that GENIUS cannot express",
          hint: range.continuous
            ? "give every party a straight line, no less than 0 and no more than 1, or a step"
            : "it has more than \(Self.mostItems) numbers; take a larger step")
      }
    }
    return forms
  }

  func domain(_ forms: [Form]) -> [UInt8] {
    var lines = ["<negotiation_template>", "  <utility_space number_of_issues=\"\(forms.count)\">"]
    lines.append("    <objective \(objective)>")
    for (index, form) in forms.enumerated() {
      lines += issue(index, form, indent: "      ") { _ in
        ""
      } evaluator: {
        ""
      }
    }
    lines += ["    </objective>", "  </utility_space>", "</negotiation_template>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private var objective: String {
    "description=\"\" etype=\"objective\" index=\"0\" name=\"\(scenario.title.inXML)\" type=\"objective\""
  }

  private func issue(
    _ index: Int, _ form: Form, indent: String, item: (String) -> String, evaluator: () -> String
  ) -> [String] {
    let issue = scenario.issues[index]
    let name = (issue.title ?? issue.name.raw).inXML
    func head(_ kind: String, _ more: String) -> String {
      "\(indent)<issue etype=\"\(kind)\" index=\"\(index + 1)\" name=\"\(name)\" type=\"\(kind)\""
        + " vtype=\"\(kind)\"\(more)>"
    }
    let end = "\(indent)</issue>"
    switch form {
    case .discrete(let items):
      return [head("discrete", "")]
        + items.enumerated().map { position, option in
          "\(indent)  <item description=\"\" index=\"\(position + 1)\" value=\"\(option.name.inXML)\""
            + "\(item(option.key))/>"
        } + [end]
    case .integer(let lower, let upper), .real(let lower, let upper):
      let bounds = "lowerbound=\"\(lower.text)\" upperbound=\"\(upper.text)\""
      let kind = if case .integer = form { "integer" } else { "real" }
      let rule = evaluator()
      return [head(kind, " \(bounds)"), "\(indent)  <range \(bounds)/>"]
        + (rule.isEmpty ? [] : ["\(indent)  \(rule)"]) + [end]
    }
  }

  mutating func profile(
    of party: Scenario.Party, _ forms: [Form]
  ) throws(CaseFileError) -> [UInt8] {
    let title = party.title ?? party.id.raw
    var weights: [Decimal] = []
    var worths: [[String: Decimal]] = []
    var lines: [String] = []
    for (index, form) in forms.enumerated() {
      let issue = scenario.issues[index]
      let weight = party.weights[issue.name]?.value?.decimal ?? 1
      guard case .discrete(let items) = form else {
        let line = party.lines[issue.name] ?? Scenario.Line()
        weights.append(weight)
        worths.append([:])
        lines.append(evaluator(line, form))
        continue
      }
      var own: [String: Decimal] = [:]
      for item in items {
        let worth = worth(of: item.key, issue, party)
        if worth < 0 {
          throw CaseFileError(
            "`\(item.key)` of `\(issue.name)` is worth less than 0 to `\(party.id)`",
            hint:
              "GENIUS divides by the largest value, so none can be negative; add the same number to all"
          )
        }
        own[item.key] = worth
      }
      let largest = own.values.max() ?? 0
      weights.append(party.scale == .largest ? weight : weight * largest)
      worths.append(own)
      lines.append("")
    }
    let total = weights.reduce(0, +)
    let divisor = total <= 1 ? 1 : divisor(total, weights, party.reservation?.value?.decimal ?? 0)
    if divisor != 1 {
      remarks.append(
        "\(title): weights and reservation value divided by \(NSDecimalNumber(decimal: divisor).stringValue), as utilities are limited to 1 there."
      )
    }
    var text = ["<utility_space number_of_issues=\"\(forms.count)\" type=\"any\">"]
    text.append("  <objective \(objective)>")
    for (index, form) in forms.enumerated() {
      text += issue(index, form, indent: "    ") { key in
        " evaluation=\"\(NSDecimalNumber(decimal: worths[index][key] ?? 0).stringValue)\""
      } evaluator: {
        lines[index]
      }
    }
    for (index, weight) in weights.enumerated() {
      text.append(
        "    <weight index=\"\(index + 1)\" value=\"\(NSDecimalNumber(decimal: weight / divisor).stringValue)\"/>"
      )
    }
    text.append("  </objective>")
    let reservation = (party.reservation?.value?.decimal ?? 0) / divisor
    text.append("  <reservation value=\"\(NSDecimalNumber(decimal: reservation).stringValue)\"/>")
    if let discount = party.discount {
      text.append("  <discount_factor value=\"\(discount.text)\"/>")
    }
    text += ["</utility_space>", ""]
    return Array(text.joined(separator: "\n").utf8)
  }

  /// The total where it divides everything without a remainder, else the next power of ten, so that
  /// equal utilities stay equal.
  private func divisor(_ total: Decimal, _ weights: [Decimal], _ reservation: Decimal) -> Decimal {
    let isExact = (weights + [reservation]).allSatisfy { number in
      let quotient = number / total
      return quotient * total == number
        && NSDecimalNumber(decimal: quotient).stringValue.utf8.count <= 17
    }
    if isExact { return total }
    var power = Decimal(1)
    while power < total { power *= 10 }
    return power
  }

  private func evaluator(_ line: Scenario.Line, _ form: Form) -> String {
    let slope = line.slope.decimal
    var offset = line.offset.decimal - slope * line.origin.decimal
    if case .integer(let lower, _) = form {
      offset += slope * lower.decimal
      return
        "<evaluator ftype=\"linear\" offset=\"\(NSDecimalNumber(decimal: offset).stringValue)\""
        + " slope=\"\(line.slope.text)\"/>"
    }
    return
      "<evaluator ftype=\"linear\" parameter0=\"\(NSDecimalNumber(decimal: offset).stringValue)\""
      + " parameter1=\"\(line.slope.text)\"/>"
  }

  /// Of an option, or of a number by its line or by the numbers around it.
  private func worth(of key: String, _ issue: Scenario.Issue, _ party: Scenario.Party) -> Decimal {
    if let own = party.values[issue.name]?[key]?.value { return own.decimal }
    guard let number = Amount(key), issue.range != nil else { return 0 }
    if let line = party.lines[issue.name] {
      let worth =
        line.slope.decimal * (number.decimal - line.origin.decimal) + line.offset.decimal
      return line.clamped ? min(1, max(0, worth)) : worth
    }
    let known = (party.values[issue.name]?.pairs ?? []).compactMap { pair in
      Amount(pair.name).flatMap { at in pair.value.value.map { (at: at, worth: $0) } }
    }.sorted { $0.at < $1.at }
    guard let next = known.first(where: { number <= $0.at }) else {
      return known.last?.worth.decimal ?? 0
    }
    guard let last = known.last(where: { $0.at <= number }), last.at < next.at else {
      return next.worth.decimal
    }
    let share =
      (number.decimal - last.at.decimal) / (next.at.decimal - last.at.decimal)
    return last.worth.decimal + (next.worth.decimal - last.worth.decimal) * share
  }
}

extension String {
  /// As an attribute's value.
  fileprivate var inXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text += "&#10;"
      case _ where scalar.value < 0x20: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
