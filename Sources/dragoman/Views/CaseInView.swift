import CaseModel
import Interchange
import Presentation
import StateOfPlay

/// A case opened and the lens to see it through.
struct CaseInView {
  let file: OpenedCase
  let lens: Lens

  var theCase: Case { file.theCase }

  /// What is around every view of it.
  var frame: Frame {
    Frame(theCase, lens, caseHash: theCase.canonicalHash, version: Dragoman.version)
  }

  /// The view, made under watch.
  func view<View: PlainView>(_: View.Type, _ work: WorkOptions) throws -> View {
    try work.watch(View.declaration.command) {
      try View.make(ViewSubject(theCase, lens, texts: file.texts), $0)
    }
  }
}
