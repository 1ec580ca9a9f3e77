internal import CaseModel
internal import Foundations

/// An issue of another program's file while its parties' values are read: its names there, and the
/// ids made of them.
struct ForeignIssue {
  typealias Scenario = Case.Scenario

  let name: String
  let id: Slug
  /// Empty for a range.
  private(set) var options: [(name: String, id: Slug)] = []
  var range: Scenario.Issue.Range?

  init(_ name: String, id: Slug) { (self.name, self.id) = (name, id) }

  /// The issue as a scenario's.
  var entry: Scenario.Issue {
    var entry = Scenario.Issue(id: id, options: options.map { .init(id: $0.id, title: $0.name) })
    entry.title = name
    entry.range = range
    return entry
  }

  /// What can be chosen, from a list of scalars.
  mutating func readOptions(_ items: [Node], _ reader: inout NodeReader) {
    var ids = ForeignNames()
    var seen: Set<String> = []
    for (position, item) in items.enumerated() {
      guard let text = item.scalar else {
        reader.fail(.wrongType, at: item.place, "expected a value, found \(item.kindInWords)")
        continue
      }
      guard seen.insert(text).inserted else {
        reader.fail(
          .duplicateID, at: item.place, "“\(name)” lists “\(text.shortened(to: 60))” twice",
          hint: "remove one of them")
        continue
      }
      options.append((text, ids.id(text, otherwise: "option-\(position + 1)")))
    }
  }

  /// The option of that name, or of that number where names are numbers.
  func option(called text: String) -> Slug? {
    if let option = options.first(where: { $0.name == text }) { return option.id }
    guard let number = ForeignNumber.decimal(text) else { return nil }
    return options.first { ForeignNumber.decimal($0.name) == number }?.id
  }

  /// What each option is worth, from a map that must name them all.
  func readValues(
    _ pairs: [Node.Pair], at place: Place, _ numbers: inout ForeignNumber,
    _ reader: inout NodeReader
  ) -> NameMap<Scenario.Number> {
    var ids: [String: Slug] = [:]
    for option in options { ids[option.name] = option.id }
    var values: [String: Scenario.Number] = [:]
    for pair in pairs {
      guard let id = ids[pair.key] else {
        reader.fail(
          .unknownOption, at: pair.keyPlace,
          "the domain has no “\(pair.key.shortened(to: 60))” on “\(name)”",
          hint: "it has " + options.map(\.name).alternatives)
        continue
      }
      values[id.raw] = numbers.read(
        pair.value.scalar, "the value of “\(pair.key)”", at: pair.value.place, &reader
      ).map { .init($0) }
    }
    if let missing = options.first(where: { values[$0.id.raw] == nil }), !reader.hasErrors {
      reader.fail(
        .missingOption, at: place, "“\(missing.name)” of “\(name)” has no value",
        hint: "add it to the map")
    }
    return NameMap(
      options.compactMap { option in values[option.id.raw].map { (option.id.raw, $0) } })
  }
}

extension [ForeignIssue] {
  /// That a map names no issue but these.
  func refuseOthers(_ node: Node?, _ reader: inout NodeReader) {
    guard case .map(let pairs)? = node?.content else { return }
    for pair in pairs where !contains(where: { $0.name == pair.key }) {
      reader.fail(
        .unknownIssue, at: pair.keyPlace,
        "the domain has no issue “\(pair.key.shortened(to: 60))”",
        hint: "it has " + map(\.name).alternatives)
    }
  }
}

extension Case.Scenario.Party {
  /// Takes an issue's weight, which must not be negative.
  mutating func readWeight(
    _ node: Node?, of issue: ForeignIssue, at place: Place, _ numbers: inout ForeignNumber,
    _ reader: inout NodeReader
  ) {
    let place = node?.place ?? place
    guard
      let weight = numbers.read(
        node?.scalar, "the weight of “\(issue.name)”", at: place, &reader)
    else { return }
    if weight < Amount(0) {
      reader.fail(
        .negativeWeight, at: place, "a weight is negative: \(weight.text)",
        hint: "reverse the values of its issue instead")
    }
    weights[issue.id] = .init(weight)
  }

  /// That some issue matters at all.
  func refuseWeightless(at place: Place, _ reader: inout NodeReader) {
    if !reader.hasErrors, weights.pairs.allSatisfy({ $0.value.value == Amount(0) }) {
      reader.fail(
        .noWeights, at: place, "the weights sum to zero, so no issue matters to this party",
        hint: "give one issue a weight above 0")
    }
  }
}
