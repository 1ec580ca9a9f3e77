package import CaseModel

/// A date, a window or a length of time that a text names.
package struct DateMention: Hashable, Sendable {
  /// What the words around a date make of it.
  package enum Role: String, Sendable, CaseIterable {
    case at
    /// A last day: `by 1 June`, `no later than`, `at the latest`.
    case by
    /// Something must come about earlier than the date itself.
    case before
    /// A first day, from which something holds: `since 2014`, `from 1 July`.
    case since
    case after
    /// The last day on which something holds.
    case until
    /// At a distance from now or from a day named: `in two weeks`.
    case `in`
    /// At any time up to a distance: `within ten days`.
    case within
    /// A length of time: `for 30 days`, `a 60-day truce`.
    case lasting
  }

  /// Of the date's words, in code points of the text; a preposition is not one of them unless it opens
  /// a window (`from 9 to 16 May`).
  package var place: Range<Int>
  package var role: Role
  /// Nil for a length, and where the words need a day of publication and there is none.
  package var dating: Dating?
  /// How long, for `lasting`, `within` and `in`; the unit is one of `minute`, `hour`, `day`, `week`,
  /// `month`, `year`.
  package var length: Quantity?
}
