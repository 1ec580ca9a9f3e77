package import CaseModel
package import StateOfPlay

extension SearchChoice {
  /// The names of its parts, in a flag and in an address.
  package static let names = ["kind", "speaker", "from", "to"]

  /// Takes the choice from the texts given under each name.
  ///
  /// - Throws: ``LensError`` where a text cannot be meant of the case.
  package init(_ given: (String) -> [String], _ index: CaseIndex) throws(LensError) {
    self.init()
    for name in given("kind") {
      guard let kind = SearchView.Kind(rawValue: name) else {
        throw LensError(
          option: "kind",
          reason: .unknownKind(name, known: SearchView.Kind.allCases.map(\.rawValue)))
      }
      kinds.append(kind)
    }
    for speaker in given("speaker") {
      guard index.position(.actors, speaker) != nil else {
        throw LensError(
          option: "speaker", reason: .unknown(speaker, .actors, known: index.ids(.actors)))
      }
      speakers.append(Case.Actor.ID(speaker))
    }
    from = try Self.date(given, "from")
    to = try Self.date(given, "to")
  }

  private static func date(
    _ given: (String) -> [String], _ name: String
  ) throws(LensError) -> EDTFDate? {
    guard let text = given(name).last, !text.isEmpty else { return nil }
    do { return try LensValue.date(text) } catch { throw LensError(option: name, reason: error) }
  }
}
