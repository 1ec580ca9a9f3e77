package import CaseModel

/// An actor that a text speaks of, by whatever words.
package struct ActorMention: Hashable, Sendable {
  /// How the words point at the actor.
  package enum Form: String, Sendable, CaseIterable {
    case name
    /// A capital or a seat of government, said for the government.
    case seat
    /// A post: `the Ukrainian president`.
    case office
    /// `the Russian side`, `the government in Tashel`, a delegation.
    case side
    /// `both sides`, `the two delegations`.
    case joint
    /// Someone without a name, of a side or of none.
    case unnamed
    case pronoun
  }

  /// In code points of the text; a title and an article are part of it.
  package var place: Range<Int>
  /// Entries of the case that are meant; empty where the case has none.
  package var actors: [Case.Actor.ID]
  package var form: Form
  /// An actor to be added, where the case has none that is meant.
  package var proposed: ProposedActor?
  /// The words name a place here, as in `in Kyiv`, and no one who speaks.
  package var isPlace = false
  /// The side of a post with a possessive: of `her deputy` the side that she belongs to.
  package var sides: [Case.Actor.ID] = []
}

/// An actor that could be added to the case.
package struct ProposedActor: Hashable, Sendable {
  package var name: String
  package var kind: Case.Actor.Kind
  /// Whose it is: the side of an unnamed official, the state of a minister.
  package var of: [Case.Actor.ID]
  /// The post that the text gives it.
  package var office: String?
}
