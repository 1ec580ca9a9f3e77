import CaseModel
import Extraction
import Interchange
import Testing

@Suite struct ActGoldTests {
  /// An idea that deserves a look is left open; what people deserve is demanded or stated.
  @Test func whatIsDeserved() {
    #expect(ActReader.read("said the idea “deserves a look”").stance == .open)
    #expect(ActReader.read("said that every nurse deserves a fair wage").stance != .open)
    #expect(ActReader.read("said that the valley deserves a lasting truce").stance != .open)
  }

  /// The least that someone accepts is a limit, and a minimum wage is none.
  @Test(arguments: [
    "There is no room in the budget for fifty", "We see no room for a fourth round",
  ])
  func noRoomIsARefusal(_ words: String) {
    let reading = ActReader.read(words)
    #expect(reading.act == .reject && reading.stance == .against)
  }

  @Test func aMinimumIsALimit() {
    #expect(ActReader.read("Thirty days is our minimum for a truce.").redLine)
    #expect(!ActReader.read("They discussed our minimum wage of 14 euros.").redLine)
  }

  private static func words(_ range: Range<Int>, of text: String) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: Array(text.unicodeScalars)[range])
    return String(words)
  }

  private static func faults(_ item: ActGold.Item) -> [String] {
    let reading = ActReader.read(item.text)
    var faults: [String] = []
    if reading.act.rawValue != item.act { faults.append("act \(reading.act.rawValue)") }
    if (reading.stance?.rawValue ?? "") != item.stance {
      faults.append("stance \(reading.stance?.rawValue ?? "none")")
    }
    if reading.redLine != (item.marks == "red") { faults.append("red line \(reading.redLine)") }
    if reading.drops != (item.marks == "drops") { faults.append("drops \(reading.drops)") }
    if (reading.change == .reaffirmed) != (item.marks == "re") { faults.append("reaffirmed") }
    if item.marks.hasPrefix("hedge:"), reading.hedge != String(item.marks.dropFirst(6)) {
      faults.append("hedge \(reading.hedge ?? "none")")
    }
    if item.condition.isEmpty {
      if !reading.conditions.isEmpty { faults.append("a condition") }
    } else if !reading.conditions.contains(where: {
      $0.kind.rawValue == item.condition && words($0.awaited, of: item.text) == item.awaited
    }) {
      faults.append(
        "conditions \(reading.conditions.map { "\($0.kind.rawValue) \(words($0.awaited, of: item.text))" })"
      )
    }
    return faults
  }

  private static func score(_ items: [ActGold.Item], _ name: String) -> Double {
    var right = 0
    for item in items {
      let faults = faults(item)
      if faults.isEmpty { right += 1 } else { print("  \(item.text)\n    \(faults)") }
    }
    print("acts, \(name): \(right) of \(items.count)")
    return Double(right) / Double(items.count)
  }

  @Test func developed() { #expect(Self.score(ActGold.developed, "developed on") >= 0.9) }
  @Test func keptBack() { #expect(Self.score(ActGold.keptBack, "kept back") >= 0.7) }

  /// The act that a person coded, read from the quote with its sentence; 0.6 is the bar.
  @Test(arguments: ["sarn", "corvane", "istanbul"]) func workedCase(_ name: String) throws {
    guard let worked = try WorkedCases.open(name) else { return }
    var (right, among, total) = (0, 0, 0)
    var confusion: [String: Int] = [:]
    var (explicit, explicitRight) = (0, 0)
    for statement in worked.statements where statement.language == "en" {
      let isAuthor = statement.isAuthor
      let reading = ActReader.read(statement.sentence, isAuthor: isAuthor)
      let own = ActReader.read(statement.words, isAuthor: isAuthor)
      let act = own.act == .state ? reading.act : own.act
      total += 1
      if !isAuthor {
        explicit += 1
        if act == statement.entry.act { explicitRight += 1 }
      }
      if act == statement.entry.act {
        right += 1
      } else {
        confusion["\(statement.entry.act.rawValue) as \(act.rawValue)", default: 0] += 1;
        if name != "istanbul" {
          print(
            "X", statement.entry.act.rawValue, "as", act.rawValue, "::", statement.words, "::",
            statement.words == statement.sentence ? "" : statement.sentence)
        }
      }
      if (own.ranking + reading.ranking).prefix(5).contains(statement.entry.act) { among += 1 }
    }
    print(
      "acts coded in \(name): \(right) of \(total), among those that words speak for \(among); "
        + "not the author's own: \(explicitRight) of \(explicit)")
    for (pair, count) in confusion.sorted(by: { $0.value > $1.value }).prefix(14) {
      print("   \(count) \(pair)")
    }
    #expect(Double(right) >= 0.45 * Double(total))
  }
}
