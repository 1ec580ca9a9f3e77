import CaseModel
import Foundations
import Interchange
import Presentation
import StateOfPlay
import TestSupport

/// The rule of a view and the columns of its data.
enum ViewFacts {
  static func of(_ view: any DerivedView.Type) throws -> (rule: String?, columns: [String]) {
    guard let plain = view as? any PlainView.Type else { return (nil, []) }
    return try facts(plain)
  }

  private static func facts<View: PlainView>(
    _: View.Type
  ) throws -> (rule: String?, columns: [String]) {
    let theCase = try ExampleCase.istanbul().theCase
    let view = try View.make(ViewSubject(theCase, Lens()), Checkpoint())
    let frame = ViewContext(theCase, Lens(), caseHash: "h", version: "test")
    let columns = view.data(in: frame).first?.columns.map(\.title) ?? []
    return (view.rule, View.self == Brief.self ? [] : columns)
  }
}
