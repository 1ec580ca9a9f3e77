package import CaseModel

extension Case.Section {
  /// What one entry of it is called to a person: a suggestion is a candidate in the file alone.
  package var word: String { self == .candidates ? "suggestion" : noun }
}

extension RecordName {
  /// The same with the id of the entry: `statement osw-07`; `suggestion` or `note`, whose key is a number of
  /// the file and says nothing.
  package var words: String {
    if case .entry(let section, let key) = self, section == .candidates || key.hasPrefix("#") {
      return section.word
    }
    return description
  }
}
