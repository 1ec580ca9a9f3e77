package import CaseModel

/// A number with what bounds it and what it counts, as a text gives it.
package struct QuantityMention: Hashable, Sendable {
  /// Of the number with its bound and unit, in code points of the text.
  package var place: Range<Int>
  /// In the unit that was asked for where the text's unit is the same or a multiple of it.
  package var quantity: Quantity
  /// The text's unit is the one that was asked for; true where it gives none.
  package var fitsUnit: Bool
}
