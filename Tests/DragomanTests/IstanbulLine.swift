import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// One line of what the worked case must show.
///
/// A line is a list of claims on the views. All must hold of the case as it is; and once any of the
/// data that the line rests on is taken away or changed, at least one must fail, so that no line can
/// hold whatever the coding says.
struct IstanbulLine {
  static let theCase: Result<Case, any Error> = Result {
    try CaseFile.open(Program.root.appendingPathComponent("Examples/istanbul").path).theCase
  }

  struct Claim {
    var words: String
    var holds: Bool

    init(_ words: String, _ holds: Bool) {
      self.words = words
      self.holds = holds
    }
  }

  var claims: (Case) throws -> [Claim]
  var restsOn: [(words: String, spoil: (inout Case) -> Void)]

  func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let theCase = try Self.theCase.get()
    for claim in try claims(theCase) {
      #expect(claim.holds, "\(claim.words)", sourceLocation: sourceLocation)
    }
    #expect(!restsOn.isEmpty, sourceLocation: sourceLocation)
    for (words, spoil) in restsOn {
      var spoiled = theCase
      spoil(&spoiled)
      #expect(spoiled != theCase, "\(words) changes nothing", sourceLocation: sourceLocation)
      let stillHolds = try claims(spoiled).allSatisfy(\.holds)
      #expect(!stillHolds, "the line holds even \(words)", sourceLocation: sourceLocation)
    }
  }
}

extension Case {
  mutating func drop(_ ids: Statement.ID...) {
    statements.removeAll { ids.contains($0.id) }
  }

  mutating func change(_ id: Statement.ID, _ edit: (inout Statement) -> Void) {
    guard let position = statements.firstIndex(where: { $0.id == id }) else { return }
    edit(&statements[position])
  }

  /// The documents that statements stand in.
  func sources(of ids: [Statement.ID]) -> Set<Source.ID> {
    Set(statements.filter { ids.contains($0.id) }.map(\.source))
  }

  func cell(
    _ issue: Issue.ID, _ party: Actor.ID, asOf date: String? = nil
  ) throws -> PositionsView.Cell {
    var lens = Lens()
    lens.asOf = try date.map { try EDTFDate($0) }
    lens.issues = [issue]
    let row = try #require(positions(self, lens).rows.first { $0.issue == issue })
    return try #require(row.cells.first { $0.party == party })
  }

  func provenance(_ id: Statement.ID) throws -> EntryView.Provenance {
    let views = entries(self, id: id.raw, texts: CaseTexts())
    return try #require(views.compactMap(\.statement).first)
  }
}

extension PositionsView.Cell {
  subscript(answer: String) -> PositionsView.OptionPosition? {
    answers.first { $0.answer == answer }
  }

  func telling(_ id: Case.Statement.ID) -> PositionStatement? {
    statements.first { $0.statement == id }
  }
}

extension ContradictionsView {
  func group(
    _ issue: Case.Issue.ID, of actor: Case.Actor.ID? = nil, in groups: KeyPath<Self, [Group]>
  ) -> Group? {
    self[keyPath: groups].first { $0.issue == issue && $0.actor == actor }
  }
}

extension ContradictionsView.Group {
  /// The statements of each side.
  var reporters: [Set<Case.Statement.ID>] { sides.map { Set($0.statements.map(\.statement)) } }
}
