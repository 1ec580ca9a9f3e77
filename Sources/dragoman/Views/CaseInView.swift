import CaseModel
import Interchange
import Presentation
import StateOfPlay

/// A case opened and the lens to see it through.
struct CaseInView {
  /// As it was opened, or as it was known at the date asked about.
  let file: OpenedCase
  let lens: Lens
  /// The same as views are made from it.
  private let shown: OpenedCase

  init(file: OpenedCase, lens: Lens) {
    self.file = file
    self.lens = lens
    shown = file.seen(through: lens)
  }

  var theCase: Case { shown.theCase }
  var texts: CaseTexts { shown.texts }

  /// What is around every view of it.
  var frame: ViewContext {
    ViewContext(
      theCase, lens, texts: texts, caseHash: file.theCase.canonicalHash, version: Dragoman.version)
  }

  /// The view, made under watch.
  func view<View: PlainView>(_: View.Type, _ work: WorkOptions) throws -> View {
    try work.watch(View.declaration.command) {
      try View.make(ViewSubject(theCase, lens, texts: texts), $0)
    }
  }

  /// Says for the faces of data that the lens leaves nothing; the others say it themselves.
  func noteWhereEmpty(_ output: OutputOptions) {
    if output.format == .json || output.format == .csv { noteWhereEmpty() }
  }

  func noteWhereEmpty() {
    guard
      let emptied = EmptiedLens(CaseIndex(file.theCase.cut(by: lens)), lens)
    else { return }
    Console.note(emptied.words)
  }
}
