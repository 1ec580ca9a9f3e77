import CaseModel

/// Text that an option gives and the case keeps.
enum OptionText {
  /// The words without blanks at either end.
  /// - Throws: where nothing else is in them.
  static func notBlank(_ text: String, _ option: String) throws(UsageError) -> String {
    let words = text.trimmedUnseen
    guard !words.isEmpty else {
      throw UsageError("\(option) is empty", hint: "give it a text, or leave \(option) out")
    }
    return words
  }

  /// The path of a file in the folder of another, written as that one is.
  static func beside(_ path: String, _ name: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }
}
