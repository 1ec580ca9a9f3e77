internal import CaseModel

/// The issues of a GENIUS domain, or of a profile, which repeats them.
///
/// GENIUS (Lin et al. 2014, doi:10.1111/j.1467-8640.2012.00463.x) keeps a domain and, for each party,
/// a profile as XML. Issues may be nested in objectives, and are known by an index, which may start at
/// any number, and a name.
struct GeniusDomain {
  struct Issue {
    enum Kind {
      case discrete([String])
      case integer(lower: Amount, upper: Amount)
      case real(lower: Amount, upper: Amount)
    }

    let index: Int
    let name: String
    let kind: Kind
    let element: XMLTree
  }

  var name: String?
  var issues: [Issue] = []

  static func isDomain(_ root: XMLTree) -> Bool {
    root.name == "negotiation_template"
      || (root.name == "utility_space" && !root.holds("weight") && !root.holds("evaluator"))
  }

  static func isGenius(_ root: XMLTree) -> Bool {
    root.name == "negotiation_template" || root.name == "utility_space"
  }

  /// - Parameter numbers: counts what had to be rounded.
  init?(_ root: XMLTree, _ numbers: inout ForeignNumber, _ reader: inout NodeReader) {
    guard Self.isGenius(root) else {
      reader.fail(
        .notGenius, at: root.place,
        "`<\(root.name.shortened(to: 40))>` does not begin a GENIUS file",
        hint: "a domain begins with <negotiation_template>, a profile with <utility_space>")
      return nil
    }
    collect(root, &numbers, &reader)
    if issues.isEmpty, !reader.hasErrors {
      reader.fail(
        .noIssues, at: root.place, "there is no <issue> in this file",
        hint: "a domain lists each issue with its items or its range")
    }
    if reader.hasErrors { return nil }
  }

  private mutating func collect(
    _ element: XMLTree, _ numbers: inout ForeignNumber, _ reader: inout NodeReader
  ) {
    for child in element.children {
      switch child.name {
      case "issue": read(child, &numbers, &reader)
      case "objective", "utility_space":
        if name == nil, child.name == "objective" { name = child["name"]?.trimmed }
        collect(child, &numbers, &reader)
      default: break
      }
    }
  }

  private mutating func read(
    _ element: XMLTree, _ numbers: inout ForeignNumber, _ reader: inout NodeReader
  ) {
    guard let name = element["name"]?.trimmed, !name.isEmpty else {
      return reader.fail(.missingKey, at: element.place, "this issue has no `name`")
    }
    guard let text = element["index"]?.trimmed, let index = Int(text) else {
      return reader.fail(
        .missingKey, at: element.place, "the issue “\(name)” has no `index` that is a number",
        hint: "weights name issues by their index")
    }
    if let other = issues.first(where: { $0.index == index }) {
      return reader.fail(
        .duplicateID, at: element.place,
        "the issues “\(other.name)” and “\(name)” have the same index, \(index)",
        hint: "give each its own")
    }
    guard let kind = kind(of: element, name, &numbers, &reader) else { return }
    issues.append(Issue(index: index, name: name, kind: kind, element: element))
  }

  private func kind(
    of element: XMLTree, _ name: String, _ numbers: inout ForeignNumber,
    _ reader: inout NodeReader
  ) -> Issue.Kind? {
    let word = element["vtype"] ?? element["type"] ?? element["etype"] ?? "discrete"
    switch word.lowercased() {
    case "discrete":
      var values: [String] = []
      for item in element.children("item") {
        guard let value = item["value"]?.trimmed else {
          reader.fail(.missingKey, at: item.place, "this item of “\(name)” has no `value`")
          continue
        }
        if values.contains(value) {
          reader.fail(
            .duplicateID, at: item.place, "“\(name)” lists “\(value)” twice",
            hint: "remove one of them")
          continue
        }
        values.append(value)
      }
      if values.isEmpty, !reader.hasErrors {
        reader.fail(
          .emptyIssue, at: element.place, "there is nothing to choose from on “\(name)”",
          hint: "list its items, or remove the issue")
      }
      return values.isEmpty ? nil : .discrete(values)
    case "integer", "real":
      let range = element.children("range").first
      func bound(_ key: String) -> Amount? {
        numbers.read(
          element[key] ?? range?[key], "the \(key) of “\(name)”",
          at: range?.place ?? element.place, &reader)
      }
      guard let lower = bound("lowerbound"), let upper = bound("upperbound") else { return nil }
      guard lower <= upper else {
        reader.fail(
          .backwardRange, at: element.place,
          "the range of “\(name)” runs backwards, from \(lower.text) to \(upper.text)",
          hint: "swap the bounds")
        return nil
      }
      if word.lowercased() == "real" { return .real(lower: lower, upper: upper) }
      guard lower.places == 0, upper.places == 0 else {
        reader.fail(
          .badRange, at: element.place, "the range of the integer issue “\(name)” has fractions",
          hint: "make the issue real, or round the bounds")
        return nil
      }
      return .integer(lower: lower, upper: upper)
    default:
      reader.fail(
        .unknownWord, at: element.place,
        "“\(name)” is of the type `\(word.shortened(to: 40))`",
        hint: "issues are discrete, integer or real")
      return nil
    }
  }
}

extension XMLTree {
  /// Whether an element of that name stands anywhere within.
  func holds(_ name: String) -> Bool {
    children.contains { $0.name == name || $0.holds(name) }
  }

  /// Names what a GENIUS file holds beyond what is read here, wherever it stands.
  func noteUnknown(_ keys: inout ForeignKeys) {
    let known = Self.known[name] ?? ([], [])
    keys.note(self, attributes: known.attributes, elements: known.elements)
    for child in children where known.elements.contains(child.name) { child.noteUnknown(&keys) }
  }

  private static let known: [String: (attributes: Set<String>, elements: Set<String>)] = {
    let space: Set<String> = [
      "utility_space", "objective", "issue", "weight", "reservation", "discount_factor",
    ]
    let kinds: Set<String> = ["index", "name", "description", "type", "etype", "vtype"]
    return [
      "negotiation_template": (["type", "number_of_issues"], space),
      "utility_space": (["type", "number_of_issues"], space),
      "objective": (kinds, ["objective", "issue", "weight"]),
      "issue": (kinds.union(["lowerbound", "upperbound"]), ["item", "range", "evaluator"]),
      "item": (["index", "value", "description", "evaluation"], []),
      "range": (["lowerbound", "upperbound"], []),
      "evaluator": (
        ["ftype", "slope", "offset", "parameter0", "parameter1", "parameter2"], []
      ),
      "weight": (["index", "value"], []), "reservation": (["value"], []),
      "discount_factor": (["value"], []),
    ]
  }()

  /// Every element of that name within, in order.
  func all(_ name: String) -> [XMLTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }
}
