internal import CaseModel
internal import Foundations
internal import StateOfPlay

/// Names and dates as they stand within a sentence.
extension CaseIndex {
  /// The actor's name within a sentence: "the National Assembly".
  func running(_ id: Case.Actor.ID) -> String { name(id).withLowerArticle }

  /// The names within a sentence: "the Union, Qasir and the Presidency".
  func running(_ ids: [Case.Actor.ID]) -> String { ids.map { running($0) }.listed() }
}

extension String {
  /// With the article in front of a name as it stands within a sentence.
  var withLowerArticle: String {
    let articles = ["The ", "A ", "An ", "Some ", "Two ", "Another "]
    guard articles.contains(where: hasPrefix) else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}

extension EDTFDate {
  /// `on 12 June 2026`, `in June 2026`; a longer time as it is.
  var wordsOfDay: String {
    guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || ($0 &- UInt8(ascii: "0")) < 10 }) else {
      return words
    }
    return text.utf8.count == 10 ? "on \(words)" : "in \(words)"
  }
}
