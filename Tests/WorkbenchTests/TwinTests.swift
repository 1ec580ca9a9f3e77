import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// Beside every page with a table its data, at the same address.
@Suite struct TwinTests {
  private static let pages = Route.all.compactMap { route -> Page? in
    if case .page(let page, .html) = route.kind, page.file == nil, !forms.contains(page.name),
      !page.path.hasPrefix("/coding/")
    {
      page
    } else {
      nil
    }
  }

  /// Where the record is changed: what they show has twins of its own.
  private static let forms: Set<String> = [
    "record", "edit", "new-document", "statements", "merge", "numbers", "text-range", "conflict",
  ]

  @Test(arguments: TwinTests.pages.map(\.name))
  func everyPageHasBothTwins(_ name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    for ending in ["json", "csv"] {
      let twin = Route.all.filter { $0.method == .get && $0.path == "\(page.path).\(ending)" }
      #expect(twin.count == 1, "\(page.path).\(ending)")
    }
  }

  /// The page itself says where they are, with the query it was asked with.
  @Test(
    arguments: PageTests.addresses.filter { address in
      let path = address.prefix { $0 != "?" }
      return !path.hasSuffix(".json") && !path.hasSuffix(".csv") && !path.contains("/export/")
        && !path.hasSuffix(".html") && !PageTests.isFile(path) && address != "/help"
        && address != "/record" && !address.hasPrefix("/statements?") && address != "/statements"
        && !address.hasPrefix("/coding/") && !address.hasPrefix("/scenarios/numbers")
        && !address.hasPrefix("/documents/new")
    })
  func everyPageLeadsToItsTwins(_ address: String) async throws {
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let cookie = try await site.signIn()
    let page = try await site.get(address, cookie: cookie)
    for (ending, kind) in [("json", "application/json"), ("csv", "text/csv")] {
      let parts = address.split(separator: "?", maxSplits: 1)
      let twin = "\(parts[0]).\(ending)" + (parts.count > 1 ? "?\(parts[1])" : "")
      #expect(page.text.contains("href=\"\(twin.replacing("&", with: "&amp;"))\""), "\(twin)")
      let answer = try await site.get(twin, cookie: cookie)
      if answer.status == 400, address.contains("nonsense") { continue }
      #expect(answer.status == 200 && answer.headers[.contentType]?.hasPrefix(kind) == true)
      if ending == "csv" {
        let head = answer.text.prefix { $0 != "\r\n" }
        #expect(!head.isEmpty, "\(twin) names its columns")
      }
    }
  }
}
