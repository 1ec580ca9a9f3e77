extension String {
  package var withArticle: String {
    guard let first = unicodeScalars.first else { return self }
    return ("aeiou".unicodeScalars.contains(first) ? "an " : "a ") + self
  }

  package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With the article in front of a name as it stands within a sentence.
  package var withLowerArticle: String {
    let articles = ["The ", "A ", "An ", "Some ", "Two ", "Another "]
    return articles.contains(where: hasPrefix) ? lowercasedFirst : self
  }
}
