extension Sequence<String> {
  /// "a", "a and b", "a, b and c"; `nothing` for none.
  package func listed(_ conjunction: String = "and", orNothing nothing: String = "") -> String {
    let names = Array(self)
    guard let last = names.last else { return nothing }
    if names.count == 1 { return last }
    return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension Array where Element == String {
  /// "`a`, `b` or `c`", for messages; cut after a dozen.
  package var alternatives: String {
    let shown = prefix(12).map { "`\($0)`" }
    if count > 12 { return shown.joined(separator: ", ") + ", …" }
    return shown.listed("or", orNothing: "nothing")
  }
}
