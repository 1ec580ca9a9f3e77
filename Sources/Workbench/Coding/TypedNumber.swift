internal import CaseModel
internal import Foundations

/// A number with its range as a person writes it: `0.5`, `0.4–0.6`, `0.4 to 0.6`, `0,4-0,6`, `0.5 (0.4–0.6)`.
enum TypedNumber {
  static func text(_ number: Case.Scenario.Number?) -> String {
    guard let number else { return "" }
    let range = number.from.flatMap { from in number.to.map { "\(from.text)–\($0.text)" } }
    guard let value = number.value?.text else { return range ?? "" }
    return range.map { "\(value) (\($0))" } ?? value
  }

  /// - Throws: ``Problem`` where it is neither a number nor a range.
  static func read(_ text: String, field: String) throws -> Case.Scenario.Number {
    let parts = plain(text).replacing(")", with: "").split(separator: "(", maxSplits: 1)
      .map { $0.filter { !$0.isWhitespace } }
    let ends = (parts.last ?? "").split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "…" }
      .map { Amount(String($0)) }
    var number = Case.Scenario.Number()
    if parts.count == 2 { number.value = Amount(String(parts[0])) }
    switch (parts.count, ends.count) {
    case (1, 1): number.value = ends[0]
    case (1...2, 2): (number.from, number.to) = (ends[0], ends[1])
    default: break
    }
    let isWhole =
      parts.count == 2
      ? number.value != nil && number.from != nil && number.to != nil
      : number.value != nil || (number.from != nil && number.to != nil)
    guard isWhole else {
      throw Problem.badRequest(
        "“\(text.shortened(to: 40))” is not a number or a range",
        hint: "write 0.5, 0.4–0.6 or 0.5 (0.4–0.6)",
        field: field)
    }
    return number
  }

  /// With the dash of a range and the point of a decimal, however they were typed.
  private static func plain(_ text: String) -> String {
    text.replacing("−", with: "-")
      .replacing(/([0-9]),([0-9]{1,2})(?![0-9])/) { "\($0.output.1).\($0.output.2)" }
      .replacing(/([0-9])\s*(?:-|—|‒|to\b)\s*/) { "\($0.output.1)–" }
  }
}
