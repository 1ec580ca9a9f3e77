/// What is known of a source's text beside its record.
public enum TextState: Sendable, Hashable {
  case loaded(SourceText)
  case withheld
  /// The file named is not there.
  case missing
  /// It is there and cannot be read, and why.
  case unreadable(String)

  /// The text, where it is at hand.
  public var text: SourceText? {
    if case .loaded(let text) = self { return text }
    return nil
  }
}

/// The texts of a case's sources, which are no part of the case itself.
public struct CaseTexts: Sendable {
  /// What became of each source's text, by the source's id.
  public var states: [Case.Source.ID: TextState]
  /// Where a text's file is a link to one elsewhere, that file.
  public var links: [Case.Source.ID: String]

  /// Texts by source.
  public init(
    _ states: [Case.Source.ID: TextState] = [:], links: [Case.Source.ID: String] = [:]
  ) {
    self.states = states
    self.links = links
  }

  /// What became of a source's text; withheld where nothing is known of it.
  public subscript(source: Case.Source.ID) -> TextState { states[source] ?? .withheld }
}
