import CaseModel
import Extraction
import Interchange
import Testing

@Suite struct QuantityGoldTests {
  private static func score(_ items: [QuantityGold.Item], _ name: String) -> Double {
    var right = 0
    for item in items {
      let found = QuantityReader.mentions(in: SpanText(item.words), unit: item.unit)
      if found.contains(where: { $0.quantity.words == item.quantity }) {
        right += 1
      } else {
        print(
          "  \(item.words) [\(item.unit ?? "")]: \(item.quantity), got \(found.map(\.quantity.words))"
        )
      }
    }
    print("quantities, \(name): \(right) of \(items.count)")
    return Double(right) / Double(items.count)
  }

  @Test func developed() { #expect(Self.score(QuantityGold.developed, "developed on") >= 0.95) }
  @Test func keptBack() { #expect(Self.score(QuantityGold.keptBack, "kept back") >= 0.8) }

  /// The quantities that a person coded in the worked cases stand among those read from their quotes; a
  /// quarter of the quotes name no number, or bound it by what stands elsewhere.
  @Test(arguments: ["sarn", "corvane"]) func workedCase(_ name: String) throws {
    let file = try CaseFile.open(WorkedCases.path(name))
    var (right, total) = (0, 0)
    for statement in file.theCase.statements {
      guard case .issue(let id, .value(.quantity(var wanted)))? = statement.about,
        let issue = file.theCase.issues.first(where: { $0.id == id }),
        let source = file.theCase.sources.first(where: { $0.id == statement.source }),
        source.language == "en", let text = file.texts[source.id].text,
        let words = statement.quote.words(in: text)
      else { continue }
      wanted.within = nil
      let span = SpanText(words)
      let dates = DateReader.mentions(in: span).filter { $0.length == nil }.map(\.place)
      let found = QuantityReader.mentions(
        in: span, unit: wanted.unit ?? issue.unit, leavingOut: dates)
      total += 1
      let isFound = found.contains {
        var quantity = $0.quantity
        quantity.within = nil
        return $0.fitsUnit && quantity == wanted
      }
      if isFound {
        right += 1
      } else {
        print("  \(words): \(wanted.words), got \(found.map(\.quantity.words))")
      }
    }
    print("quantities coded in \(name): \(right) of \(total)")
    #expect(Double(right) >= 0.65 * Double(total))
  }
}
