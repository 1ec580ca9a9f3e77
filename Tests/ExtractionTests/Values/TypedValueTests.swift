import CaseModel
import Foundations
import Extraction
import Foundations
import TestSupport
import Testing

@Suite struct TypedValueTests {
  private static func issue(_ kind: Case.Issue.ValueKind, unit: String? = nil) -> Case.Issue {
    var issue = Case.Issue(id: "issue", title: "An issue")
    issue.value = kind
    issue.unit = unit
    return issue
  }

  private static var regions: Case.Issue {
    var issue = issue(.set)
    issue.members = [
      .init(id: "north", name: "Northern district"), .init(id: "south", name: "South bank"),
      .init(id: "crimea", name: "Crimea"), .init(id: "kherson", name: "Kherson oblast"),
    ]
    issue.members[2].aliases = ["Крим", "Крым"]
    return issue
  }

  private static func sample<Element>(_ list: [Element], _ random: inout SplitMix64) -> Element {
    list[Int(random.next() % UInt64(list.count))]
  }

  /// What the program prints of a quantity is read as that quantity.
  @Test func printedQuantities() throws {
    var random = SplitMix64(seed: 20)
    let units = [
      nil, "percent", "hour", "m³/s", "million florins", "person", "family", "km", "euro",
    ]
    for _ in 0..<3000 {
      let places = random.next() % 4
      var number = String(random.next() % 1_000_000)
      if places > 0 { number += "." + String(1 + random.next() % 99) }
      let amount = try #require(Amount(number))
      let unit = Self.sample(units, &random)
      var quantity = Quantity(
        amount,
        Self.sample([.equal, .about, .atLeast, .atMost, .less, .more] as [Comparator], &random),
        unit: unit)
      if random.next() % 3 == 0 {
        let upper = try #require(Amount(String(1_000_000 + random.next() % 1_000_000)))
        quantity = Quantity(amount, to: upper, unit: unit)
      }
      let read = try AnswerValue(typed: quantity.words, for: Self.issue(.quantity, unit: unit))
      #expect(read == .quantity(quantity), "\(quantity.words)")
    }
  }

  @Test(arguments: [
    "2025-05-16", "2025-05", "2022", "2022-23", "2022-03~", "2022-03?", "2025-05-12/2025-05-15",
    "2022-03/..", "2025-04-28/2025-05-02", "202X", "../2025-05-16", "2022-03%", "2022-03/2022-05",
  ])
  func printedDates(_ text: String) throws {
    let date = try EDTFDate(text)
    let read = try AnswerValue(typed: date.words, for: Self.issue(.date))
    guard case .date(let dating) = read else {
      Issue.record("no date")
      return
    }
    #expect(dating.value == date, "\(date.words): \(dating.value.text)")
  }

  @Test(arguments: [
    ("Kherson and Crimea", "crimea, kherson"), ("Kherson, among others", "kherson, …"),
    ("parts of the south bank such as Kherson", "kherson, south, …"), ("Криму", "crimea"),
    ("all but Crimea", "kherson, north, south except crimea"),
    ("all four districts", "crimea, kherson, north, south"),
    ("the Northern district", "north"), ("kherson, crimea, …", "crimea, kherson, …"),
    ("north, south except crimea", "north, south except crimea"),
  ])
  func sets(_ typed: String, _ key: String) throws {
    #expect(try AnswerValue(typed: typed, for: Self.regions).key == key)
  }

  @Test func faults() {
    func fault(_ text: String, _ issue: Case.Issue) -> String {
      do {
        return "read as \(try AnswerValue(typed: text, for: issue).words)"
      } catch {
        return error.reason
      }
    }
    let percent = Self.issue(.quantity, unit: "percent")
    #expect(fault("", percent) == "nothing is written")
    #expect(fault("several", percent).hasPrefix("there is no number"))
    #expect(
      fault("5 and 7 percent of 9", percent) == "there are 3 numbers, and one quantity is wanted")
    #expect(fault("5 hours", percent) == "`5 hours` is in another unit than the issue's, percent")
    #expect(fault("Thursday", Self.issue(.date)) == "`Thursday` needs a day to count from")
    #expect(fault("30 days", Self.issue(.date)) == "it is a length, and no date")
    #expect(fault("the moon", Self.regions) == "`the moon` names none of what the issue may hold")
    #expect(
      fault("99999999999999999999 hours", Self.issue(.quantity)).hasPrefix("there is no number"))
  }
}
