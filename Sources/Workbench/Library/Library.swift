internal import CaseModel
internal import CaseStore
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation

/// Several cases served by one program: the page that lists them, what begins a new one, and the way to
/// each.
///
/// Every case is a ``Site`` of its own at `/c/NAME`, behind the same gate.
final class Library: Sendable {
  let host: SiteHost
  let folder: CaseFolder
  let cases: OpenCases

  init(_ folder: String, limits: ReadLimits, on host: SiteHost) {
    self.host = host
    self.folder = CaseFolder(path: folder)
    cases = OpenCases(self.folder, on: host, limits: limits)
  }

  /// The routes of ``LibraryRoute/all`` behind the gate.
  func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(
      middleware: Gate(host: host, isOpen: LibraryRoute.isOpen) { error, isData, session in
        self.refusal(error, asData: isData, session)
      })
    for route in LibraryRoute.all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await self.respond(to: route, request, context)
      }
    }
    // So that an address of a case that cannot be opened is answered behind the gate.
    router.on("\(LibraryRoute.cases)**", method: .get) { request, _ in
      try await self.unopened(request)
    }
    router.on("\(LibraryRoute.cases)**", method: .post) { request, _ in
      try await self.unopened(request)
    }
    return router
  }

  private func respond(
    to route: LibraryRoute, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    switch route.kind {
    case .asset: return try host.asset(request, context)
    case .start:
      if let token = Query(request.uri.query ?? "")?["token"] {
        return await host.signIn(token: token)
      }
      guard host.session(of: request) != nil else {
        return host.signInPage(status: .unauthorized)
      }
      return redirect(to: LibraryRoute.home)
    case .home:
      let session = try session(of: request)
      return page(try await home(session), session)
    case .form:
      let session = try session(of: request)
      return page(newCasePage(NewCaseForm(), nil), session)
    case .search:
      let session = try session(of: request)
      let asked = Query(request.uri.query ?? "")?["q"] ?? ""
      return page(try await search(asked, session), session)
    case .action(let action): return try await perform(action, request)
    }
  }

  private func session(of request: Request) throws -> Sessions.Session {
    guard let session = host.session(of: request) else { throw SignInNeededError() }
    return session
  }

  private func perform(_ action: LibraryAction, _ request: Request) async throws -> Response {
    let posted = try await host.posted(request, to: action.path, isOpen: action.isOpen)
    do {
      if action.writes { try checkWritable() }
      switch try await action.run(self, posted, host.analyst(of: request)) {
      case .signedIn(let token): return await host.signIn(token: token)
      case .signedOut:
        var response = redirect(to: "/")
        response.headers[.setCookie] = host.cookie("", maxAge: 0)
        return response
      case .goTo(let address): return redirect(to: address)
      }
    } catch {
      guard action.writes, let session = posted.session else { throw error }
      let problem = Problem(error)
      return page(newCasePage(NewCaseForm(posted.form), problem), session, status: problem.status)
    }
  }

  /// - Throws: ``Problem`` where nothing may be written into the folder, and why.
  func checkWritable() throws {
    if host.options.isReadOnly {
      throw Problem.forbidden(
        "the server was started for reading only, so no case can be made here",
        hint: "start it without --read-only")
    }
    guard folder.isWritable else {
      throw Problem.forbidden(
        "nothing can be written into the folder `\(folder.name)`",
        hint: "start the program with --library and a folder of your own")
    }
  }

  /// Makes the file, whole or not at all.
  /// - Returns: the address of the new case.
  func create(
    _ new: CaseToCreate, by who: String?, message: String
  ) async throws -> String {
    let (folder, moment) = (folder, host.now())
    let path = try await host.pool.run(.change) { _ in
      let path = folder.free(new.name)
      try DragomanFile.create(
        new.theCase, texts: new.texts, at: path, by: who ?? "dragoman", on: moment,
        message: message)
      return path
    }
    guard let entry = try folder.entries().first(where: { $0.path == path }) else {
      return LibraryRoute.home
    }
    return LibraryRoute.base(of: entry.name) + "/positions"
  }

  private func redirect(to address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }

  /// Why a case is not to be had, once its name is known not to open.
  private func unopened(_ request: Request) async throws -> Response {
    let name = LibraryRoute.split(request.uri.path)?.name ?? ""
    let cases = cases
    guard try await host.pool.run(.file, { _ in try cases.held(name) }) != nil else {
      throw Problem.notFound(
        "there is no case at this address", hint: "it may have been moved or renamed")
    }
    throw Problem.notFound("there is no such page")
  }

  func refusal(
    _ error: any Error, asData: Bool, _ session: Sessions.Session?
  ) -> Response {
    if error is SignInNeededError, !asData { return host.signInPage(status: .unauthorized) }
    let problem = Problem(error)
    guard !asData, let session else {
      return host.response(problem.plainPage(back: host.start), status: problem.status)
    }
    return page(
      LibraryPage(title: problem.title, main: problem.libraryArticle), session,
      status: problem.status)
  }

  func page(
    _ page: LibraryPage, _ session: Sessions.Session, status: HTTPResponse.Status = .ok
  ) -> Response {
    let mode = PageRequest.Mode(
      writing: host.options.isReadOnly || !folder.isWritable ? .readOnly : .allowed,
      isRedacted: host.options.redact || session.isInRoom, isInRoom: session.isInRoom)
    return host.response(
      bytes: Array(page.html(mode, folder: folder.name).withToken(session.formToken).utf8),
      kind: "text/html; charset=utf-8", status: status)
  }
}

extension HTML {
  fileprivate func withToken(_ token: String) -> String {
    text.replacing(PageFrame.formToken.text, with: token)
  }
}

extension Problem {
  fileprivate var libraryArticle: HTML {
    """
    <article class="dragoman problem"><header><h1>\(title)</h1></header>
    <p role="alert" dir="auto">\(message.capitalisedFirst).</p>
    \(hint.map { "<p dir=\"auto\">\($0.capitalisedFirst).</p>\n" as HTML })\
    <p><a href="\(LibraryRoute.home)">To the cases</a></p></article>

    """
  }
}
