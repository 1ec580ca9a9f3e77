package import CaseModel
package import StateOfPlay

/// What a view is made from.
package struct ViewSubject: Sendable {
  package let theCase: Case
  package let lens: Lens
  package let texts: CaseTexts
  /// Everything that is derived from the case through the lens, made once for all views.
  package let state: DerivedState

  /// - Parameter before: what was derived from the previous version of the case; what still holds of it
  ///   is kept, if the lens is the same.
  package init(
    _ theCase: Case, _ lens: Lens, texts: CaseTexts = CaseTexts(),
    after before: DerivedState? = nil
  ) {
    self.theCase = theCase
    self.lens = lens
    self.texts = texts
    state =
      before.flatMap { $0.lens == lens ? $0.succeeding(theCase, texts: texts) : nil }
      ?? DerivedState(theCase, lens, texts: texts)
  }
}
