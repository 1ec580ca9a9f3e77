internal import CaseModel
internal import Foundations

/// Reads a GENIUS profile as one party of a scenario.
///
/// The rules, which other readers of these files get wrong:
/// - a discrete item is worth its evaluation divided by the largest of its issue;
/// - an integer is worth slope × (number − lower bound) + offset, a real number
///   slope × number + offset, both no less than 0 and no more than 1;
/// - weights are taken as they stand, and found by the issue's index, never by position; one whose
///   index is that of an objective is no issue's;
/// - reservation and discount lie on 0…1 and are 0 and 1 where absent.
struct GeniusProfile {
  let domain: GeniusDomain
  /// The ids of the domain's issues and of their items, in order.
  let ids: [(issue: Slug, options: [Slug])]
  var numbers = ForeignNumber()
  /// What the reader should know, in words.
  private(set) var remarks: [String] = []

  typealias Party = Case.Scenario.Party

  mutating func party(
    _ root: XMLTree, id: Slug, title: String, _ reader: inout NodeReader
  ) -> Party? {
    guard root.name == "utility_space" else {
      reader.fail(
        .notGenius, at: root.place,
        "`<\(root.name.shortened(to: 40))>` does not begin a profile",
        hint: "a profile begins with <utility_space>")
      return nil
    }
    let kind = (root["type"] ?? "any").lowercased()
    guard !kind.contains("nonlinear"), !kind.contains("constraint"), !root.holds("hyperRectangle")
    else {
      reader.fail(
        .notAdditive, at: root.place,
        "this profile is not additive (`\(kind.shortened(to: 40))`)",
        hint: "only profiles with a weight and evaluations for each issue can be read")
      return nil
    }
    guard let own = GeniusDomain(root, &numbers, &reader) else { return nil }
    var party = Party(id: id)
    party.title = title
    party.scale = .largest
    let weights = weights(root, &reader)
    for (place, issue) in domain.issues.enumerated() {
      guard let match = match(issue, in: own, &reader) else { continue }
      if let weight = weights[match.index] {
        party.weights[ids[place].issue] = .init(weight)
      } else {
        party.weights[ids[place].issue] = .init(Amount(0))
        remarks.append("\(title): “\(issue.name)” has no weight and counts 0.")
      }
      value(issue, place, match.element, &party, &reader)
    }
    for issue in own.issues
    where !domain.issues.contains(where: { matches($0, issue) }) {
      reader.fail(
        .unknownIssue, at: issue.element.place,
        "the domain has no issue “\(issue.name)” (index \(issue.index))",
        hint: "the domain's issues are "
          + domain.issues.map { "\($0.index) \($0.name)" }.alternatives)
    }
    if !reader.hasErrors,
      domain.issues.indices.allSatisfy({ party.weights[ids[$0].issue]?.value == Amount(0) })
    {
      reader.fail(
        .noWeights, at: root.place, "the weights of this profile sum to zero",
        hint: "each <weight> names its issue by `index`; give one of them a `value` above 0")
    }
    party.reservation = bounded(root, "reservation", &reader).map { .init($0) }
    party.discount = bounded(root, "discount_factor", &reader)
    var keys = ForeignKeys()
    root.noteUnknown(&keys)
    remarks += keys.remarks(in: "the profile of \(title)")
    return reader.hasErrors ? nil : party
  }

  private func matches(_ one: GeniusDomain.Issue, _ other: GeniusDomain.Issue) -> Bool {
    one.name.lowercased() == other.name.lowercased()
  }

  /// By name and index; the name alone where two files number differently.
  private func match(
    _ issue: GeniusDomain.Issue, in own: GeniusDomain, _ reader: inout NodeReader
  ) -> GeniusDomain.Issue? {
    let named = own.issues.filter { matches($0, issue) }
    if let both = named.first(where: { $0.index == issue.index }) { return both }
    if named.count == 1 { return named[0] }
    let there = own.issues.first { $0.index == issue.index }
    reader.fail(
      .missingIssue, at: there?.element.place ?? .nowhere,
      "this profile has no issue “\(issue.name)” (index \(issue.index))"
        + (there.map { "; that index is “\($0.name)” here" } ?? ""),
      hint: "profile and domain must name their issues alike")
    return nil
  }

  /// By index; objectives' weights too, which nothing asks for.
  private mutating func weights(_ root: XMLTree, _ reader: inout NodeReader) -> [Int: Amount] {
    var weights: [Int: Amount] = [:]
    let objectives = Set(root.all("objective").compactMap { $0["index"].flatMap { Int($0) } })
    let issues = Set(root.all("issue").compactMap { $0["index"].flatMap { Int($0) } })
    for element in root.all("weight") {
      guard let index = (element["index"]?.trimmed).flatMap({ Int($0) }) else {
        reader.fail(.missingKey, at: element.place, "this weight has no `index`")
        continue
      }
      guard let value = numbers.read(element["value"], "this weight", at: element.place, &reader)
      else { continue }
      if !issues.contains(index) {
        if !objectives.contains(index) {
          reader.fail(
            .unknownIssue, at: element.place, "there is no issue with the index \(index)",
            hint: "a weight names an issue by the issue's `index`")
        }
        continue
      }
      if value < Amount(0) {
        reader.fail(
          .negativeWeight, at: element.place, "a weight is negative: \(value.text)",
          hint: "reverse the evaluations of its issue instead")
      }
      if weights.updateValue(value, forKey: index) != nil {
        reader.fail(
          .duplicateKey, at: element.place, "the issue with index \(index) has two weights",
          hint: "remove one of them")
      }
    }
    return weights
  }

  private mutating func value(
    _ issue: GeniusDomain.Issue, _ place: Int, _ element: XMLTree, _ party: inout Party,
    _ reader: inout NodeReader
  ) {
    let id = ids[place].issue
    switch issue.kind {
    case .discrete(let values):
      var evaluations: [String: (Amount, Place)] = [:]
      for item in element.children("item") {
        guard let value = item["value"]?.trimmed else { continue }
        guard values.contains(value) else {
          reader.fail(
            .unknownOption, at: item.place, "the domain has no “\(value)” on “\(issue.name)”",
            hint: "it has " + values.alternatives)
          continue
        }
        guard
          let number = numbers.read(
            item["evaluation"], "the evaluation of “\(value)” on “\(issue.name)”", at: item.place,
            &reader)
        else { continue }
        if number < Amount(0) {
          reader.fail(
            .negativeValue, at: item.place, "the evaluation of “\(value)” is negative",
            hint: "evaluations are divided by the largest, so they must not be negative")
        }
        evaluations[value] = (number, item.place)
      }
      var options = NameMap<Case.Scenario.Number>()
      for (position, value) in values.enumerated() {
        guard let number = evaluations[value]?.0 else {
          if !reader.hasErrors {
            reader.fail(
              .missingOption, at: element.place,
              "“\(value)” of “\(issue.name)” has no evaluation",
              hint: "add an item with that value and its evaluation")
          }
          continue
        }
        options[ids[place].options[position]] = .init(number)
      }
      party.values[id] = options
    case .integer(let lower, _):
      line(issue, id, element, integerFrom: lower, &party, &reader)
    case .real:
      line(issue, id, element, integerFrom: nil, &party, &reader)
    }
  }

  private mutating func line(
    _ issue: GeniusDomain.Issue, _ id: Slug, _ element: XMLTree, integerFrom lower: Amount?,
    _ party: inout Party, _ reader: inout NodeReader
  ) {
    guard let evaluator = element.children("evaluator").first else {
      return reader.fail(
        .missingKey, at: element.place, "“\(issue.name)” has no <evaluator>",
        hint: "an integer issue has one with slope and offset, a real one with parameters")
    }
    func number(_ key: String, _ reader: inout NodeReader, or other: String? = nil) -> Amount? {
      numbers.read(
        evaluator[key] ?? other.flatMap { evaluator[$0] },
        "`\(key)` of the evaluator of “\(issue.name)”", at: evaluator.place, &reader)
    }
    var line = Case.Scenario.Line()
    line.clamped = true
    let shape = evaluator["ftype"]?.lowercased() ?? "linear"
    switch (lower, shape) {
    case (let lower?, _):
      guard let slope = number("slope", &reader, or: "parameter1"),
        let offset = number("offset", &reader, or: "parameter0")
      else { return }
      (line.slope, line.offset, line.origin) = (slope, offset, lower)
    case (nil, "linear"):
      guard let slope = number("parameter1", &reader, or: "slope"),
        let offset = number("parameter0", &reader, or: "offset")
      else { return }
      (line.slope, line.offset) = (slope, offset)
    case (nil, "constant"):
      guard let offset = number("parameter0", &reader, or: "offset") else { return }
      line.offset = offset
      line.clamped = false
    case (nil, "triangular"):
      guard let foot = number("parameter0", &reader), let end = number("parameter1", &reader),
        let top = number("parameter2", &reader)
      else { return }
      guard foot < top, top < end else {
        return reader.fail(
          .badRange, at: evaluator.place, "the triangle over “\(issue.name)” has no slopes",
          hint: "parameter0 < parameter2 < parameter1: foot, top, other foot")
      }
      party.values[id] = NameMap([
        (foot.text, .init(Amount(0))), (top.text, .init(Amount(1))), (end.text, .init(Amount(0))),
      ])
      return
    default:
      return reader.fail(
        .unknownWord, at: evaluator.place,
        "the evaluator of “\(issue.name)” is `\(shape.shortened(to: 40))`",
        hint: "linear, constant and triangular ones can be read")
    }
    party.lines[id] = line
  }

  /// A number of 0…1 in an element of its own; nil where there is none.
  private mutating func bounded(
    _ root: XMLTree, _ name: String, _ reader: inout NodeReader
  ) -> Amount? {
    guard let element = root.all(name).first else { return nil }
    guard let value = numbers.read(element["value"], "`\(name)`", at: element.place, &reader)
    else { return nil }
    if value < Amount(0) || Amount(1) < value {
      reader.fail(
        .offScale, at: element.place, "`\(name)` is \(value.text), outside the scale of 0 to 1",
        hint: "it is a share of the best package, as utilities are")
    }
    return value
  }
}
