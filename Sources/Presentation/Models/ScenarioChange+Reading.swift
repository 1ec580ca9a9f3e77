internal import CaseModel
package import StateOfPlay

extension ScenarioChange {
  /// How changes of a scenario are written, at a flag and in an address.
  package static let form =
    "write PARTY.weight.ISSUE=0.4, PARTY.value.ISSUE.OPTION=0.4..0.6, PARTY.reservation=0.3, PARTY.redline.1=off or link.1=off"

  /// Reads a change as it is written.
  /// - Throws: ``ModelError`` where it is not one; whether the scenario has what it names is not looked at.
  package init(_ text: String) throws(ModelError) {
    func fault(_ message: String, _ hint: String = Self.form) -> ModelError {
      ModelError(.setting, message, hint: hint)
    }
    guard let sign = text.firstIndex(of: "=") else { throw fault("`\(text)` changes nothing") }
    let name = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    let parts = name.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    func counted(_ number: String, _ noun: String) throws(ModelError) -> Int {
      guard let number = Int(number) else {
        throw fault("there is no \(noun) `\(number)`", "they are counted from 1")
      }
      return number
    }
    if value == "off", parts.count == 2, parts[0] == "link" {
      self = .withoutLink(number: try counted(parts[1], "link"))
      return
    }
    if value == "off", parts.count == 3, parts[1] == "redline" {
      self = .withoutRedLine(party: parts[0], number: try counted(parts[2], "red line"))
      return
    }
    func number() throws(ModelError) -> Value {
      let ends = value.replacing("..", with: " ").split(separator: " ").map { Amount(String($0)) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1] else {
        throw fault("`\(value)` is not a number")
      }
      guard let range = Value(from: low, to: high) else {
        throw fault("the range `\(value)` runs backwards")
      }
      return range
    }
    switch (parts.count > 1 ? parts[1] : "", parts.count) {
    case ("reservation", 2): self = .reservation(party: parts[0], to: try number())
    case ("weight", 3): self = .weight(party: parts[0], issue: parts[2], to: try number())
    case ("value", 4):
      self = .value(party: parts[0], issue: parts[2], option: parts[3], to: try number())
    default: throw fault("`\(name)` is not a number of a scenario")
    }
  }
}
