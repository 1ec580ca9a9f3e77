internal import CaseModel
internal import CaseStore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation
internal import StateOfPlay
internal import Synchronization

/// One case as the routes see it: the file, what was made of it lately, and the server it is on.
final class Site: Sendable {
  let host: SiteHost
  let keeper: any CaseProvider
  /// Before every address of the case.
  let base: BaseAddress
  /// Where a copy that takes changes is to lie; nil where none is made.
  let copying: (@Sendable () throws -> WritableCopy.Place)?
  let looks = PageCache<LensedCase>(capacity: 24)
  /// What was looked at last, so that after a save only what it affects is derived again.
  let latest = LatestLooks()
  /// The case as it was known on other days.
  let pasts = PageCache<Snapshot>(capacity: 4)
  /// By weight, in bytes.
  let pages = PageCache<RenderedPage>(capacity: 64_000_000) { $0.size }
  /// The case's title as it was last read, for pages that say why there is nothing else.
  let title = Mutex<String?>(nil)

  init(
    _ keeper: any CaseProvider, on host: SiteHost, base: BaseAddress = .none,
    copying: (@Sendable () throws -> WritableCopy.Place)? = nil
  ) {
    (self.keeper, self.host, self.base, self.copying) = (keeper, host, base, copying)
  }

  var options: Workbench.Options { host.options }
  var version: String { host.version }
  var sessions: Sessions { host.sessions }
  var outgoing: OutgoingLimit { host.outgoing }
  var pool: AnalysisPool { host.pool }

  func session(of request: Request) -> Sessions.Session? { host.session(of: request) }

  // MARK: Answers

  func response(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
    host.response(
      bytes: Array(base.page(page).utf8), kind: "text/html; charset=utf-8", status: status)
  }

  /// To a page of the case.
  func redirect(to address: String) -> Response {
    Response(status: .seeOther, headers: [.location: base.address(safe(address))])
  }

  /// The address where it is surely one of this server's, else the home page.
  func safe(_ address: String) -> String {
    address.isOwnAddress ? address : "/positions"
  }

  /// - Parameter session: one that may see the case's title; nil if the request has none.
  func answer(
    _ error: any Error, asData: Bool, session: Sessions.Session? = nil
  ) -> Response {
    if error is SignInNeededError, !asData { return host.signInPage(status: .unauthorized) }
    let problem = Problem(error)
    if asData {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return host.response(
        bytes: Array((try? encoder.encode(problem.diagnostic)) ?? Data()), kind: "application/json",
        status: problem.status)
    }
    guard let session else {
      return host.response(problem.plainPage(back: host.start), status: problem.status)
    }
    return shell(title: problem.title, problem.article(), session, status: problem.status)
  }

  /// A page that shows nothing of the case but its title, in the frame of all others.
  func shell(
    title: String, name: String = "notice", _ main: HTML, _ session: Sessions.Session,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    response(
      PageShell(
        title: title, name: name, brand: self.title.withLock { $0 },
        badges: PageFrame.badges(mode(of: session)), isInLibrary: host.isLibrary, main: main
      ).html, status: status)
  }
}

extension Problem {
  /// What any error is to the person who asked. What only the program's maker could read is not
  /// shown.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case is SignInNeededError:
      self.init(
        status: .unauthorized, message: "there is no session, or it has ended",
        hint: "sign in with the token that `dragoman serve` printed")
    case let error as any HTTPResponseError:
      switch error.status {
      case .notFound: self = .notFound("there is no such page")
      case .contentTooLarge:
        self.init(
          status: .contentTooLarge, message: "the form is too large",
          hint: "go back in the browser: what you typed is still in the form, and can be shortened")
      default: self.init(status: error.status, message: "the request is not supported")
      }
    case let fault as StoreError: self.init(fault)
    case let fault as CaseFileError:
      self.init(
        status: .serviceUnavailable, message: "the case cannot be read: \(fault.message)",
        hint: fault.hint ?? "correct it or restore a copy, and load the page again")
    case let fault as UnreadableFileError:
      self.init(
        status: .serviceUnavailable,
        message: "the case file cannot be read: "
          + fault.unreadable.findings.prefix(2).map { finding in
            (finding.place.map { "line \($0.line): " } ?? "") + finding.message
          }.joined(separator: "; "),
        hint: "correct it, and load the page again; `dragoman check` shows every fault")
    case let stopped as StoppedWorkError:
      switch stopped {
      case .timeout:
        self.init(
          status: .serviceUnavailable, message: "the computation took too long and was stopped",
          hint: "narrow the filters, or use the command line, which allows more time")
      case .tooMuch:
        self.init(
          status: .serviceUnavailable, message: "there are too many requests at once",
          hint: "try again in a moment")
      case .cancelled, .overtaken:
        self.init(status: .conflict, message: "a newer request replaced this one")
      }
    default:
      self.init(
        status: .internalServerError,
        message: "the program failed on this request, and nothing was changed"
      )
    }
  }

  var title: String {
    switch status {
    case .notFound: "Not found"
    case .forbidden, .misdirectedRequest: "Refused"
    case .badRequest, .uriTooLong, .contentTooLarge: "Invalid request"
    case .tooManyRequests: "Too many attempts"
    case .conflict: "Edit conflict"
    case .serviceUnavailable: "Temporarily unavailable"
    default: "Something went wrong"
    }
  }
}

extension Cookie {
  /// A cookie that goes to pages of this server alone and that no script can read.
  static func ownPages(_ name: String, _ value: String, maxAge: Int? = nil) -> String {
    Cookie(name: name, value: value, maxAge: maxAge, path: "/", httpOnly: true, sameSite: .strict)
      .description
  }
}

extension String {
  /// Surely an address of this server, as a redirect or a link on a page may be given one by anybody.
  var isOwnAddress: Bool {
    // Two slashes would lead to another server, and browsers take a backslash for one and leave out tabs.
    hasPrefix("/") && !hasPrefix("//")
      && utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
  }
}
