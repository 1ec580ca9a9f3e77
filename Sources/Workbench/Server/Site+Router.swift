internal import HTTPTypes
internal import Hummingbird
internal import Presentation

extension Site {
  /// The routes of ``Route/all`` behind the gate, and nothing else.
  func router() -> Router<SiteContext> {
    let router = Router(
      context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: Gate(site: self))
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
    case .asset: return try asset(request, context)
    case .help:
      guard let session = session(of: request) else { throw SignInNeededError() }
      return shell(title: Help.title, name: "help", Help.main, session)
    case .home:
      if let query = Query(request.uri.query ?? ""), let token = query["token"] {
        return await signIn(token: token)
      }
      guard session(of: request) != nil else { return signInPage(status: .unauthorized) }
      return redirect(to: "/positions")
    }
  }

  private func perform(_ action: Action, _ request: Request) async throws -> Response {
    guard
      request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else {
      throw Problem(status: .unsupportedMediaType, message: "a form is expected here")
    }
    let body = try await request.body.collect(upTo: action.largestForm.bytes)
    guard let form = Query(String(buffer: body), most: action.largestForm.items) else {
      throw Problem.badRequest("the form cannot be read")
    }
    let id = sessionID(of: request) ?? ""
    let session = sessions.find(id, at: clock())
    let isLive = request.headers[.dragomanLive] != nil
    if !action.isOpen {
      guard let session else { throw SignInNeededError() }
      guard Secret.isSame(form["form-token"] ?? "", session.formToken) else {
        throw Problem.forbidden(
          "the form is not one of this session", hint: "load the page again and send it again")
      }
    }
    if action.changesCase {
      guard let session else { throw SignInNeededError() }
      let posted = Action.Posted(
        path: action.path, form: form, sessionID: id, session: session, isLive: isLive)
      do {
        if let refusal = mode(of: session).writing.refusal { throw refusal }
        return try await action.run(self, posted)
      } catch {
        return isLive
          ? unwrittenData(Problem(error)) : unwritten(Problem(error), posted, session)
      }
    }
    return try await action.run(
      self, .init(path: action.path, form: form, sessionID: id, session: session))
  }

  private func asset(_ request: Request, _ context: SiteContext) throws -> Response {
    guard let name = context.parameters.get("name"), let asset = assets[name] else {
      throw Problem.notFound("there is no such page")
    }
    var headers: HTTPFields = [
      .contentType: asset.kind, .eTag: asset.tag, .cacheControl: "private, no-cache",
    ]
    if request.headers[.ifNoneMatch] == asset.tag {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
