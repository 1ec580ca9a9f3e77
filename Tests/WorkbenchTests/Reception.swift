import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// A case in which nothing is yet, and someone who brings documents in.
final class Reception: Sendable {
  let desk: Desk
  let cookie: String

  init(_ theCase: Case? = nil, options: Workbench.Options = .init()) async throws {
    desk = try Desk(
      theCase ?? Case(Case.Header(id: "talks", title: "Talks", parties: [])), options: options)
    cookie = try await desk.site.signIn()
  }

  func send(_ parts: TestSite.Part...) async throws -> TestSite.Answer {
    let token = try await desk.site.formToken(cookie: cookie)
    return try await desk.site.upload(
      "/documents/new", cookie: cookie, [.field("form-token", token)] + parts)
  }

  /// The form that asks what the documents are.
  func asked(_ parts: TestSite.Part...) async throws -> (page: String, upload: String) {
    let token = try await desk.site.formToken(cookie: cookie)
    let sent = try await desk.site.upload(
      "/documents/new", cookie: cookie, [.field("form-token", token)] + parts)
    let location = try #require(sent.headers[.location])
    let page = try await desk.site.get(location, cookie: cookie)
    #expect(page.status == 200)
    return (page.text, String(location.split(separator: "/").last ?? ""))
  }

  func save(_ upload: String, _ fields: [(String, String)]) async throws -> TestSite.Answer {
    try await desk.post("/documents/intake", cookie: cookie, [("upload", upload)] + fields)
  }

  /// The fields of one document as a form has them.
  static func fields(
    _ number: Int = 1, title: String = "A talk", publisher: String = "", date: String = "",
    first: Int? = nil, last: Int? = nil, _ more: [String: String] = [:]
  ) -> [(String, String)] {
    [
      ("title", title), ("publisher", publisher), ("date", date), ("language", "en"),
      ("kind", "report"), ("grade", "B"), ("first", first.map(String.init) ?? more["first"]),
      ("last", last.map(String.init) ?? more["last"]),
    ].compactMap { name, value in value.map { (name, $0) } }.map {
      ("d\(number)-\($0.0)", more[$0.0] ?? $0.1)
    }
      + more.filter { ["whole", "out", "encoding"].contains($0.key) }
      .map { ("d\(number)-\($0.key)", $0.value) }
  }

  var sources: [Case.Source] {
    get throws { try desk.store.theCase().sources }
  }

  func text(_ source: Case.Source) throws -> String {
    try desk.store.stored().texts[source.id].text.map {
      String(decoding: $0.bytes, as: UTF8.self)
    } ?? ""
  }
}
