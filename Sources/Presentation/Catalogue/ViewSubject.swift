package import CaseModel
package import StateOfPlay

/// What a view is made from.
package struct ViewSubject: Sendable {
  package let theCase: Case
  package let lens: Lens
  package let texts: CaseTexts

  package init(_ theCase: Case, _ lens: Lens, texts: CaseTexts = CaseTexts()) {
    self.theCase = theCase
    self.lens = lens
    self.texts = texts
  }
}
