import CaseModel
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Workbench

/// A case that stays as it is.
struct FixedKeeper: CaseProvider {
  let snapshot: Snapshot

  init(_ theCase: Case, texts: CaseTexts = CaseTexts(), hash: String = "test") {
    snapshot = Snapshot(theCase, texts: texts, hash: hash)
  }

  func current() throws -> Snapshot? { snapshot }
  func reload() throws -> Snapshot { snapshot }
}

/// The site as a browser meets it, without sockets: real routes, real gate, a clock of its own.
final class TestSite: Sendable {
  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var text: String
  }

  static let token = "the-right-token"
  static let host = "127.0.0.1:8010"

  private let responder: Front

  init(_ keeper: any CaseProvider, options: Workbench.Options = .init()) {
    box = Box()
    let site = Site.alone(keeper, on: Self.host(options, start: "/positions", box))
    responder = .site(site.router().buildResponder())
  }

  /// Every case in a folder.
  init(library folder: String, options: Workbench.Options = .init()) {
    box = Box()
    let library = Library(
      folder, limits: ReadLimits(), on: Self.host(options, start: LibraryRoute.home, box))
    responder = .library(library, library.router().buildResponder())
  }

  private static func host(_ options: Workbench.Options, start: String, _ box: Box) -> SiteHost {
    SiteHost(
      options: options, version: "test", startToken: Self.token, start: start,
      log: { line in box.lines.withLock { $0.append(line) } },
      clock: { box.now.withLock { $0 } },
      now: { Moment(milliseconds: 1_772_359_200_000) })
  }

  /// Of a library: the cases that are open.
  var openCases: [String] {
    if case .library(let library, _) = responder { return library.cases.openNames }
    return []
  }

  private final class Box: Sendable {
    let now = Mutex(Duration.zero)
    let lines = Mutex([AccessLine]())
  }

  private let box: Box

  var log: [AccessLine] { box.lines.withLock { $0 } }
  func wait(_ time: Duration) { box.now.withLock { $0 += time } }

  func send(
    _ method: HTTPRequest.Method = .get, _ path: String, host: String? = TestSite.host,
    headers: HTTPFields = [:], body: String = "", bytes: [UInt8]? = nil
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: path, headerFields: headers)
    let request = Request(
      head: head,
      body: RequestBody(buffer: bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: body)))
    let context = SiteContext(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    )
    let response = try await responder.respond(to: request, context: context)
    let collected = Collected()
    try await response.body.write(Collector(collected: collected))
    return Answer(
      status: response.status.code, headers: response.headers, text: collected.text)
  }

  /// Shows the token; gives the cookie to send along.
  func signIn() async throws -> String {
    let answer = try await send(.get, "/?token=\(Self.token)")
    let cookie = answer.headers[.setCookie] ?? ""
    return String(cookie.prefix { $0 != ";" })
  }

  func get(_ path: String, cookie: String, headers: HTTPFields = [:]) async throws -> Answer {
    var headers = headers
    headers[.cookie] = cookie
    return try await send(.get, path, headers: headers)
  }

  /// A form as a page of ours sends it.
  func post(
    _ path: String, cookie: String, _ form: [(String, String)], headers: HTTPFields = [:]
  ) async throws -> Answer {
    var fields: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .cookie: cookie,
    ]
    if headers.isEmpty {
      fields[.origin] = "http://\(Self.host)"
      fields[.secFetchSite] = "same-origin"
    }
    fields.append(contentsOf: headers)
    let body = Query(form.map { Query.Item(name: $0.0, value: $0.1) }).text
    return try await send(.post, path, headers: fields, body: body)
  }

  /// A part of a form with files.
  struct Part {
    var name: String
    var fileName: String?
    var bytes: [UInt8]

    static func field(_ name: String, _ value: String) -> Part {
      Part(name: name, bytes: Array(value.utf8))
    }

    static func file(_ name: String, _ bytes: [UInt8]) -> Part {
      Part(name: "file", fileName: name, bytes: bytes)
    }
  }

  static func multipart(_ parts: [Part], boundary: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      let file = part.fileName.map { "; filename=\"\($0)\"\r\nContent-Type: application/x" } ?? ""
      bytes += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(file)\r\n\r\n".utf8
      )
      bytes += part.bytes + [0x0D, 0x0A]
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }

  /// A form with files as a page of ours sends it.
  func upload(_ path: String, cookie: String, _ parts: [Part]) async throws -> Answer {
    try await send(
      .post, path,
      headers: [
        .contentType: "multipart/form-data; boundary=----Test7", .cookie: cookie,
        .origin: "http://\(Self.host)", .secFetchSite: "same-origin",
      ], bytes: Self.multipart(parts, boundary: "----Test7"))
  }

  /// The token that forms of this session bear, as it stands in a page.
  func formToken(cookie: String) async throws -> String {
    let isLibrary = if case .library = responder { true } else { false }
    let page = try await get(
      isLibrary ? LibraryRoute.home : "/positions", cookie: cookie
    ).text
    let mark = "name=\"form-token\" value=\""
    guard let range = page.range(of: mark) else { return "" }
    return String(page[range.upperBound...].prefix { $0 != "\"" })
  }
}

private final class Collected: Sendable {
  private let buffer = Mutex(ByteBuffer())
  var text: String { buffer.withLock { String(buffer: $0) } }
  func append(_ more: ByteBuffer) { buffer.withLock { _ = $0.writeImmutableBuffer(more) } }
}

private struct Collector: ResponseBodyWriter {
  let collected: Collected
  mutating func write(_ buffer: ByteBuffer) async throws { collected.append(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
