internal import HTTPTypes
internal import Hummingbird
internal import Presentation

extension Site {
  /// The routes of ``Route/all`` behind the gate, and nothing else.
  func router() -> Router<SiteContext> {
    let router = Router(
      context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(
      middleware: Gate(host: host, isOpen: Route.isOpen) { error, isData, session in
        self.answer(error, asData: isData, session: session)
      })
    for route in Route.all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await self.respond(to: route, request, context)
      }
    }
    return router
  }

  private func respond(
    to route: Route, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    switch route.kind {
    case .page(let page, let face): return try await answer(page, face, request, context)
    case .action(let action): return try await perform(action, request)
    case .asset: return try host.asset(request, context)
    case .help:
      guard let session = session(of: request) else { throw SignInNeededError() }
      return shell(title: Help.title, name: "help", Help.main, session)
    case .upload: return try await receive(request)
    case .intake: return try await intake(request, context)
    case .original: return try await original(request, context)
    case .home:
      if let query = Query(request.uri.query ?? ""), let token = query["token"] {
        return await host.signIn(token: token)
      }
      guard session(of: request) != nil else { return host.signInPage(status: .unauthorized) }
      return redirect(to: "/positions")
    }
  }

  private func perform(_ action: Action, _ request: Request) async throws -> Response {
    let posted = try await host.posted(
      request, to: action.path, isOpen: action.isOpen, largest: action.largestForm)
    guard action.changesCase else { return try await action.run(self, posted) }
    guard let session = posted.session else { throw SignInNeededError() }
    do {
      if let refusal = mode(of: session).writing.refusal { throw refusal }
      // What another program has made of the case file comes first.
      if keeper.filePath != nil { _ = try await snapshot() }
      return try await action.run(self, posted)
    } catch {
      return posted.isLive
        ? unwrittenData(Problem(error)) : unwritten(Problem(error), posted, session)
    }
  }
}
