package import CaseModel
package import StateOfPlay

/// What a view is made from.
package struct ViewSubject: Sendable {
  package let theCase: Case
  package let lens: Lens
  package let texts: CaseTexts
  /// Everything that is derived from the case through the lens, made once for all views.
  package let state: DerivedState

  package init(_ theCase: Case, _ lens: Lens, texts: CaseTexts = CaseTexts()) {
    self.theCase = theCase
    self.lens = lens
    self.texts = texts
    state = DerivedState(theCase, lens, texts: texts)
  }
}
