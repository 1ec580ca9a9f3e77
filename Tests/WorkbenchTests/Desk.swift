import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import StateOfPlay
import TestSupport

@testable import Workbench

/// The worked example as a `.dragoman` file in a folder of its own, served; it goes with the test.
final class Desk: Sendable {
  private let own: TemporaryFolder
  var folder: URL { own.url }
  let path: String
  let store: DragomanFile
  let site: TestSite

  static let start = Moment(milliseconds: 1_772_359_200_000)

  init(
    _ theCase: Case? = nil, texts: CaseTexts = CaseTexts(),
    access: DragomanFile.Access = .readWrite,
    options: Workbench.Options = .init()
  ) throws {
    own = try TemporaryFolder()
    path = own.place("case.dragoman")
    let file = try ExampleCase.istanbul()
    try DragomanFile.create(
      theCase ?? file.theCase, texts: theCase == nil ? file.texts : texts, at: path,
      by: "anna", on: Self.start, message: "begin")
    store = try DragomanFile.open(path, access)
    site = TestSite(StoreCaseProvider(store), options: options)
  }

  /// As another program that has the file open.
  func another() throws -> DragomanFile { try DragomanFile.open(path) }

  /// The statements of the first contradiction on record.
  func conflict() throws -> [String] {
    let group = contradictions(try store.theCase()).groups.first
    return Set(group?.sides.flatMap { $0.statements.map(\.statement.raw) } ?? []).sorted()
  }

  /// Posts a form with this session's token, by Berta unless it says otherwise.
  func post(
    _ path: String, cookie: String, _ form: [(String, String)]
  ) async throws -> TestSite.Answer {
    let token = try await site.formToken(cookie: cookie)
    let who = form.contains { $0.0 == "by" } ? [] : [("by", "Berta Vogel")]
    return try await site.post(
      path, cookie: cookie, [("form-token", token)] + who + form)
  }

  /// The verdict's form as it stands in its page, with the fields that the page fills in.
  func verdictForm(cookie: String) async throws -> [(String, String)] {
    let query = try conflict().map { "statement=\($0)" }.joined(separator: "&")
    let page = try await site.get("/contradictions/verdict?\(query)", cookie: cookie).text
    let form = page.components(separatedBy: "action=\"/verdicts\"").last ?? ""
    return form.components(separatedBy: "</form>")[0].matches(
      of: /type="hidden" name="([a-z-]+)" value="([^"]*)"/
    ).map { (String($0.1), String($0.2)) }.filter { $0.0 != "form-token" }
  }
}
