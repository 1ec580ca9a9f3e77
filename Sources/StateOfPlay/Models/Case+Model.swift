internal import CaseModel
internal import Foundations

extension Case {
  /// The model asked for, or the only one.
  ///
  /// - Parameters:
  ///   - question: what names the model where there are several.
  ///   - none: what is said of a case without any, with `hint`.
  func model<Model: IdentifiedEntry>(
    _ id: EntryID<Model>?, among models: [Model], _ question: ModelQuestion, none: String,
    hint: String
  ) throws(ModelError) -> Model {
    let known = models.map(\.id.raw)
    guard let id else {
      guard let first = models.first else { throw ModelError(none, hint: hint) }
      guard models.count == 1 else {
        throw ModelError(
          question, "the case has \(models.count) \(Model.section.rawValue)",
          hint: "name one: \(known.alternatives)")
      }
      return first
    }
    guard let found = models.first(where: { $0.id == id }) else {
      throw ModelError(
        question, "unknown \(Model.section.noun) `\(id)`",
        hint: suggestion(for: id.raw, among: known)
          ?? (known.isEmpty ? "the case has none" : "the case has \(known.alternatives)"))
    }
    return found
  }
}
