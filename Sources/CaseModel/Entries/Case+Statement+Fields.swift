// The fields of a statement, as they are read and written: each by way of the box that holds it.

extension Case.Statement {
  /// The statement's id.
  @inlinable public var id: ID {
    _read { yield content.id }
    _modify { yield &content.id }
  }
  /// The source that contains it.
  @inlinable public var source: Case.Source.ID {
    _read { yield content.source }
    _modify { yield &content.source }
  }
  /// The exact words, by their position in the source.
  @inlinable public var quote: Quote {
    _read { yield content.quote }
    _modify { yield &content.quote }
  }
  /// The reading in the analyst's own words, one line.
  @inlinable public var gist: String {
    _read { yield content.gist }
    _modify { yield &content.gist }
  }
  /// Who says or holds it.
  @inlinable public var speaker: [Case.Actor.ID] {
    _read { yield content.speaker }
    _modify { yield &content.speaker }
  }
  /// To whom.
  @inlinable public var to: [Case.Actor.ID] {
    _read { yield content.to }
    _modify { yield &content.to }
  }
  /// Who reported it, nearest the speaker first; the source's publisher is implied.
  @inlinable public var via: [Case.Actor.ID] {
    _read { yield content.via }
    _modify { yield &content.via }
  }
  /// The occasion.
  @inlinable public var at: Case.Meeting.ID? {
    _read { yield content.seldom.content.at }
    _modify { yield &content.seldom.content.at }
  }
  /// When the speaker spoke or held it.
  @inlinable public var date: Dating? {
    _read { yield content.date }
    _modify { yield &content.date }
  }
  /// When the last reporter said so; absent, the source's date.
  @inlinable public var told: Dating? {
    _read { yield content.seldom.content.told }
    _modify { yield &content.seldom.content.told }
  }
  /// What it does.
  @inlinable public var act: Act {
    _read { yield content.act }
    _modify { yield &content.act }
  }
  /// The actor whose position, action or requirement it concerns.
  @inlinable public var of: [Case.Actor.ID] {
    _read { yield content.of }
    _modify { yield &content.of }
  }
  /// The change of position it claims.
  @inlinable public var change: ClaimedChange? {
    _read { yield content.seldom.content.change }
    _modify { yield &content.seldom.content.change }
  }
  /// What it is about.
  @inlinable public var about: Subject? {
    _read { yield content.about }
    _modify { yield &content.about }
  }
  /// What it says about the option, if the act does not show it.
  @inlinable public var stance: Stance? {
    _read { yield content.stance }
    _modify { yield &content.stance }
  }
  /// What the step in question waits for; `none` if the words say that nothing is required.
  @inlinable public var requires: [Requirement] {
    _read { yield content.requires }
    _modify { yield &content.requires }
  }
  /// The words say that the step waits for nothing: `requires: none`.
  @inlinable public var requiresNone: Bool {
    _read { yield content.requiresNone }
    _modify { yield &content.requiresNone }
  }
  /// Earlier words of the speaker's own that these take back.
  @inlinable public var drops: [ID] {
    _read { yield content.seldom.content.drops }
    _modify { yield &content.seldom.content.drops }
  }
  /// By when the words want it done.
  @inlinable public var due: Dating? {
    _read { yield content.seldom.content.due }
    _modify { yield &content.seldom.content.due }
  }
  /// The last day on which the words are valid, as an offer's or a truce's.
  @inlinable public var until: Dating? {
    _read { yield content.seldom.content.until }
    _modify { yield &content.seldom.content.until }
  }
  /// Marks a limit stated as such.
  @inlinable public var redLine: Bool {
    _read { yield content.redLine }
    _modify { yield &content.redLine }
  }
  /// The speaker's own words, in quotation marks.
  @inlinable public var verbatim: Bool {
    _read { yield content.verbatim }
    _modify { yield &content.verbatim }
  }
  /// The Admiralty grade of the single statement: 1 confirmed … 5 improbable, 6 cannot be judged.
  @inlinable public var credibility: Credibility? {
    _read { yield content.credibility }
    _modify { yield &content.credibility }
  }
  /// The text's own reservation, as "reportedly".
  @inlinable public var hedge: String? {
    _read { yield content.hedge }
    _modify { yield &content.hedge }
  }
  /// Why the analyst doubts the text; a doubted statement decides nothing.
  @inlinable public var doubted: String? {
    _read { yield content.seldom.content.doubted }
    _modify { yield &content.seldom.content.doubted }
  }
  /// What proposed it, where a suggestion was accepted.
  @inlinable public var proposedBy: String? {
    _read { yield content.seldom.content.proposedBy }
    _modify { yield &content.seldom.content.proposedBy }
  }
  /// Who entered it, when, and whether it is confidential.
  @inlinable public var provenance: Provenance {
    _read { yield content.provenance }
    _modify { yield &content.provenance }
  }
}
