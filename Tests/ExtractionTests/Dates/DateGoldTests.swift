import CaseModel
import Extraction
import Testing

@Suite struct DateGoldTests {
  /// What a reader of the program gets for a sentence: every date as its words, role and value.
  static func answers(_ item: DateGold.Item) throws -> [String] {
    let published = try EDTFDate(item.published)
    let scalars = Array(item.sentence.unicodeScalars)
    return DateReader.mentions(in: SpanText(item.sentence), DateContext(published: published)).map {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[$0.place])
      var value = $0.dating?.value.text ?? "?"
      if $0.role == .lasting, let length = $0.length {
        value = length.comparator == .equal ? "" : "\(length.comparator.rawValue) "
        value += length.quantity.text + (length.to.map { "-\($0.text)" } ?? "")
        value += " \(length.unit ?? "")"
      }
      return "\(String(words))|\($0.role.rawValue)|\(value)"
    }
  }

  private static func score(_ items: [DateGold.Item], _ name: String) throws -> Double {
    var right = 0
    for item in items {
      let found = try answers(item)
      if found.contains("\(item.words)|\(item.role)|\(item.value)") {
        right += 1
      } else {
        print(
          "  \(item.sentence)\n    wanted \(item.words)|\(item.role)|\(item.value), got \(found)")
      }
    }
    print("dates, \(name): \(right) of \(items.count)")
    return Double(right) / Double(items.count)
  }

  @Test func developed() throws {
    #expect(try Self.score(DateGold.developed, "developed on") >= 0.95)
  }

  @Test func second() throws {
    #expect(try Self.score(DateGold.second, "second set") >= 45.0 / 56)
  }

  /// 45 of 56 is the bar.
  @Test func keptBack() throws {
    #expect(try Self.score(DateGold.keptBack, "kept back") >= 45.0 / 56)
  }
}
