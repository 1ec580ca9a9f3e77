import Foundations
import Testing

@testable import GraphModel

@Suite struct FormulaTests {
  private let names = ["a", "b", "c", "withdraw troops", "b-2", "if only"]

  private func error(_ text: String) -> Formula.SyntaxError? {
    do {
      _ = try Formula(text, options: names)
      return nil
    } catch { return error as? Formula.SyntaxError }
  }

  /// Statements with the same meaning, spelled differently.
  @Test(arguments: [
    ["a or not b and c", "a or ((not b) and c)", "a | !b & c", "1 | -2 & 3", "A ∨ ¬B ∧ C"],
    ["a if b", "if b then a", "b -> a", "a <- b", "not b or a", "b => a", "a ← b", "b → a"],
    ["a iff b or c", "(a <-> (b | c))", "not a iff not (b or c)", "a ↔ (b || c)"],
    ["a if b and c", "not (b and c) or a", "if (b && c) then a"],
    ["not not a", "a", "((a))", "--a"],
    [
      "withdraw troops and b-2", "4 & 5", "\"withdraw troops\" & \"b-2\"",
      "Withdraw  Troops and b-2",
    ],
    ["\"if only\" or a", "6 or 1"],
    ["b-2", "5"], ["- b-2", "not 5"], ["a ->b", "b or not a"],
  ])
  func meaning(_ spellings: [String]) throws {
    let first = try Formula(spellings[0], options: names)
    var both: Set<Bool> = []
    for values in UInt64(0)..<64 {
      both.insert(first.holds(values))
      for other in spellings.dropFirst() {
        #expect(
          try Formula(other, options: names).holds(values) == first.holds(values), "\(other)")
      }
    }
    #expect(both.count == 2)
  }

  @Test func implicationIsMaterial() throws {
    let formula = try Formula("a if b", options: names)
    #expect([0b00, 0b01, 0b10, 0b11].map { formula.holds($0) } == [true, true, false, true])
  }

  @Test(arguments: [
    ("", 1, "name an option"), ("a and", 6, "name an option here"), ("(a or b", 1, "add )"),
    ("a)", 2, "remove it"), ("a or bb", 6, "did you mean"), ("a b", 1, "write and, or"),
    ("a if b if c", 8, "parentheses"), ("a iff b -> c", 9, "parentheses"),
    ("if a", 5, "if b then a"),
    ("a ? b", 3, "use not, and, or"), ("\"a", 1, "end the name"), ("7", 1, "count from 1 to 6"),
    ("zzzzzz", 1, "the options are"), ("a then b", 3, "if b then a"), ("a (b)", 3, "write and, or"),
    ("withdraw trops", 1, "did you mean \"withdraw troops\"?"), ("0", 1, "count from 1 to 6"),
  ])
  func faults(_ text: String, _ column: Int, _ hint: String) throws {
    let found = try #require(error(text))
    #expect(found.column == column, "\(text): \(found)")
    #expect(found.hint.contains(hint), "\(text): \(found)")
    #expect(!found.message.isEmpty)
  }

  @Test func depthIsLimited() throws {
    let fine = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200)
    #expect(error(fine) == nil)
    #expect(error(String(repeating: "(", count: 100_000))?.message.contains("200") == true)
    #expect(error(String(repeating: "not ", count: 100_000) + "a") == nil)
    #expect(error(String(repeating: "a or ", count: 20_000) + "a") == nil)
  }

  /// Whatever the text, there is a formula or an error with a column inside the text.
  @Test func anyTextIsAnswered() {
    let pieces = [
      "a", "b", "(", ")", "not ", " and ", "if ", " then ", " iff ", "->", "<-", "\"", "-", "<",
      "é", "\u{0}", " ", "7", "🙂",
    ]
    var source = SplitMix64(seed: 5, index: 0)
    var good = 0
    for _ in 0..<20_000 {
      let text = (0..<source.below(9)).map { _ in pieces[source.below(pieces.count)] }.joined()
      if let found = error(text) {
        #expect(found.column >= 1 && found.column <= text.count + 1, "\(text)")
      } else {
        good += 1
      }
    }
    #expect(good > 100)
  }

  @Test func threeValues() throws {
    var source = SplitMix64(seed: 6, index: 0)
    for _ in 0..<300 {
      let text = Expression.random(options: 3, depth: 4, &source).text(["a", "b", "c"], &source)
      let formula = try Formula(text, options: ["a", "b", "c"])
      for known in UInt64(0)..<8 {
        for values in UInt64(0)..<8 {
          guard let sure = formula.holds(values, known: known) else { continue }
          for rest in UInt64(0)..<8 {
            #expect(formula.holds(values & known | rest & ~known) == sure)
          }
        }
        if known == 7 { #expect((0..<8).allSatisfy { formula.holds($0, known: 7) != nil }) }
      }
    }
  }
}
