internal import CaseModel
internal import Foundations
internal import StateOfPlay

extension ViewContext {
  /// Why an entry that the case has is not shown; nil where the case has none of that id.
  package func notYet(_ id: String) -> (message: String, hint: String)? {
    guard let asOf = lens.asOf,
      Case.Section.allCases.contains(where: { index.position($0, id) != nil })
    else { return nil }
    return (
      "nothing of `\(id.shortened(to: 60))` is on record as of \(asOf.words)",
      "choose a later as-of date, or none"
    )
  }
}
