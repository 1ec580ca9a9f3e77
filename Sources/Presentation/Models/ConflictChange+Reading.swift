package import StateOfPlay

extension ConflictChange {
  /// Reads a change as it is written at a flag or in an address: `MAKER: FORMULA`, `MAKER: without 2` or
  /// `never FORMULA`.
  /// - Throws: ``ModelError`` where it is not one; whether the conflict has what it names is not looked at.
  package init(_ text: String) throws(ModelError) {
    let trimmed = text.withoutOuterSpace
    if trimmed.hasPrefix("never ") {
      self = .never(formula: String(trimmed.dropFirst(6)).withoutOuterSpace)
      return
    }
    guard let colon = trimmed.firstIndex(of: ":") else {
      throw ModelError(
        .change, "`\(text)` is not a change of the model",
        hint: "write `MAKER: FORMULA`, `MAKER: without 2` or `never FORMULA`")
    }
    let maker = String(trimmed[..<colon]).withoutOuterSpace
    let rest = String(trimmed[trimmed.index(after: colon)...]).withoutOuterSpace
    guard rest.hasPrefix("without ") else {
      self = .wants(maker: maker, formula: rest)
      return
    }
    guard let number = Int(String(rest.dropFirst(8)).withoutOuterSpace) else {
      throw ModelError(
        .change, "`\(maker)` has no preference with that number", hint: "they are counted from 1")
    }
    self = .without(maker: maker, preference: number)
  }
}

extension String {
  fileprivate var withoutOuterSpace: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
