import CaseModel
import Presentation
import TestSupport
import Testing

/// Dates as people write them.
@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("16 May 2025", "2025-05-16"), ("16th May 2025", "2025-05-16"), ("May 16, 2025", "2025-05-16"),
    ("the 16th of May 2025", "2025-05-16"), ("16 may 2025", "2025-05-16"),
    ("  16  May 2025 ", "2025-05-16"), ("16. May 2025", "2025-05-16"),
    ("May 2025", "2025-05"), ("Sept. 2024", "2024-09"), ("Jan 2024", "2024-01"), ("2025", "2025"),
    ("16.5.2025", "2025-05-16"), ("16.05.2025", "2025-05-16"), ("5.2025", "2025-05"),
    ("16/5/2025", "2025-05-16"), ("5/16/2025", "2025-05-16"), ("4/4/2024", "2024-04-04"),
    ("2025/05/16", "2025-05-16"), ("2025-5-6", "2025-05-06"), ("2025.05.16", "2025-05-16"),
    ("2025-05-16", "2025-05-16"), ("2025-05", "2025-05"), ("2022-03~", "2022-03~"),
    ("2022-03/2022-04", "2022-03/2022-04"), ("autumn 2022", "2022-23"), ("fall 2022", "2022-23"),
    ("about March 2022", "2022-03~"), ("circa 2022", "2022~"), ("since March 2022", "2022-03/.."),
    ("until 3 June 2025", "../2025-06-03"), ("12–15 May 2025", "2025-05-12/2025-05-15"),
    ("12 to 15 May 2025", "2025-05-12/2025-05-15"),
    ("12 May – 3 June 2025", "2025-05-12/2025-06-03"),
    ("May – June 2025", "2025-05/2025-06"),
  ])
  func isRead(_ written: String, _ notation: String) throws {
    #expect(try WrittenDate.read(written).text == notation)
  }

  @Test(arguments: [
    "", "yesterday", "soon", "May", "16 May", "31 February 2025", "30.2.2024", "5/6/2025", "16 Mai",
    "2025-13", "16 17 May 2025", "May May 2025", "1.2.3.4", "99/99/9999", "0 May 2025",
    "12–15", "since", "about", "a 2025", "٣ May 2025", "16.5.25",
  ])
  func isRefused(_ written: String) {
    #expect(throws: WrittenDate.Fault.self) { try WrittenDate.read(written) }
  }

  @Test func whatHasTwoReadingsIsSaidToHaveThem() {
    let fault = #expect(throws: WrittenDate.Fault.self) { try WrittenDate.read("5/6/2025") }
    #expect(fault?.reason.contains("two ways") == true)
  }

  /// What the program prints of a date to the day or coarser, a reader can type.
  @Test func whatIsPrintedIsRead() throws {
    var random = SplitMix64(seed: 11)
    func day() -> String {
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let year = Int.random(in: 1950...2040, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "\(year)"
      case 1: return "\(year)-\(padded(month))"
      case 2: return "\(year)-2\(Int.random(in: 1...4, using: &random))"
      default: return "\(year)-\(padded(month))-\(padded(Int.random(in: 1...28, using: &random)))"
      }
    }
    for _ in 0..<4000 {
      var text = day()
      switch Int.random(in: 0..<8, using: &random) {
      case 0: text += ["~", "?", "%"].randomElement(using: &random) ?? ""
      case 1: text += "/.."
      case 2: text = "../" + text
      case 3: text += "/"
      case 4: text = "/" + text
      case 5: text += "/" + day()
      default: break
      }
      guard let date = try? EDTFDate(text) else { continue }
      let read = try WrittenDate.read(date.words)
      #expect(
        (read.begins, read.ends) == (date.begins, date.ends), "\(text): \(date.words), \(read.text)"
      )
    }
  }
}
