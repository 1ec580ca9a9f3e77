internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import StateOfPlay
internal import Synchronization

extension Site {
  /// The case as it stands now.
  func snapshot() async throws -> Snapshot {
    let keeper = keeper
    if let current = try await pool.run(.file, { _ in try keeper.current() }) { return current }
    return try await pool.run { _ in try keeper.reload() }
  }

  func look(_ snapshot: Snapshot, _ lens: Lens) async throws -> LensedCase {
    let name = "\(snapshot.name) \(lens.redact) \(ViewAddress(path: "", lens: lens).href)"
    let version = version
    return try await looks.value(name) { [pool, latest] in
      try await pool.run { _ in
        let look = LensedCase(snapshot, lens, version: version, after: latest.look(lens))
        latest.note(look)
        return look
      }
    }
  }

  func answer(
    _ page: Page, _ face: Route.Face, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    guard let session = session(of: request) else { throw SignInNeededError() }
    guard let query = Query(request.uri.query ?? "") else {
      throw Problem.badRequest("the address cannot be read")
    }
    let snapshot = try await snapshot()
    var bare = Lens()
    bare.redact = mode(of: session).isRedacted
    let parameters = Self.parameters(of: page, context)
    guard parameters.count == page.parameterNames.count else {
      throw Problem.notFound("there is no such page")
    }
    // Names are looked up in the case without what is confidential.
    let everything = try await look(snapshot, bare)
    title.withLock { $0 = everything.theCase.header.title }
    let path = Self.path(of: page, parameters)
    do {
      return try await answer(
        page, face, request, session, query, snapshot, everything, path, parameters)
    } catch let problem as Problem
      where face == .html && request.headers[.dragomanLive] == nil
    {
      let asked = PageRequest(
        lensed: everything, store: keeper.store,
        address: ViewAddress(path: path, meantBy: query, index: everything.index),
        parameters: parameters, mode: mode(of: session), checkpoint: Checkpoint(),
        wrong: PageRequest.Wrong(query: query, problem: problem))
      let rendered = try await pool.run { [base] _ in try Self.refusal(page, asked, problem, base) }
      guard let lease = outgoing.lease(rendered.size) else { throw StoppedWorkError.tooMuch }
      var response = rendered.response(
        formToken: session.formToken, analyst: analyst(of: request, snapshot.stored), lease)
      response.status = problem.status
      return response
    }
  }

  /// The page without what it would show: why, and the boxes with what was typed.
  private static func refusal(
    _ page: Page, _ request: PageRequest, _ problem: Problem, _ base: BaseAddress
  ) throws -> RenderedPage {
    let form = problem.correction(of: page, request.wrong?.query ?? Query(), request.address)
    let content = Page.Content(
      title: problem.title, main: problem.article(form), place: page.place == nil ? nil : page.name)
    return RenderedPage(
      page: try PageFrame(request: request, page: page, content: content).html(), on: base)
  }

  private func answer(
    _ page: Page, _ face: Route.Face, _ request: Request, _ session: Sessions.Session,
    _ query: Query, _ snapshot: Snapshot, _ everything: LensedCase, _ path: String,
    _ parameters: [String: String]
  ) async throws -> Response {
    let own = page.own + (face == .csv ? [ViewAddress.byteOrderMark] : [])
    var address = try ViewAddress(path: path, query: query, own: own, index: everything.index)
    // A view has one address, so that links can be compared and pages kept.
    if face == .html, address.href != "\(path)\(request.uri.query.map { "?\($0)" } ?? "")",
      request.headers[.dragomanLive] == nil
    {
      return redirect(to: address.href)
    }
    address.lens.redact = everything.lens.redact
    var mode = mode(of: session)
    let past = try await past(snapshot, &address.lens, &mode)
    let lensed = try await look(past ?? snapshot, address.lens)
    let store = keeper.store
    let make: @Sendable (Checkpoint) throws -> RenderedPage = { [address, mode, base] checkpoint in
      let request = PageRequest(
        lensed: lensed, store: store, address: address, parameters: parameters, mode: mode,
        checkpoint: checkpoint)
      return try Self.render(page, face, request, base)
    }
    let isLive = request.headers[.dragomanLive] != nil
    let rendered: RenderedPage
    if isLive {
      // Of the questions one reader asks of one page, the newest wins.
      rendered = try await pool.run(page.work, lane: "\(session.number) \(page.name)", make)
    } else {
      let name = "\(snapshot.name) \(face.rawValue) \(mode) \(address.href)"
      rendered = try await pages.value(name) { [pool] in
        try await pool.run(page.work, make)
      }
    }
    guard let lease = outgoing.lease(rendered.size) else { throw StoppedWorkError.tooMuch }
    return rendered.response(
      formToken: session.formToken, analyst: analyst(of: request, snapshot.stored), lease)
  }

  /// The case as its file held it at the end of the lens's date of entry; nil where no date is
  /// asked about, or the case has no history and entries say themselves when they were entered.
  private func past(
    _ snapshot: Snapshot, _ lens: inout Lens, _ mode: inout PageRequest.Mode
  ) async throws -> Snapshot? {
    guard let day = lens.knownAt?.latest, let store = keeper.store else { return nil }
    guard !mode.isRedacted else {
      throw Problem.forbidden(
        "confidential entries are left out here, and an earlier state may show them",
        hint: "remove the date of entry, or leave room mode")
    }
    lens.knownFrom = .history
    if mode.writing == .allowed { mode.writing = .past }
    return try await pasts.value("\(snapshot.name) \(day.iso)") { [pool] in
      try await pool.run { _ in Snapshot(try store.stored(knownAt: day)) }
    }
  }

  /// What of the server and of a session a page shows.
  func mode(of session: Sessions.Session) -> PageRequest.Mode {
    var mode = PageRequest.Mode(
      isRedacted: options.redact || session.isInRoom, isInRoom: session.isInRoom,
      isInLibrary: host.isLibrary)
    mode.writing =
      switch keeper.store {
      case nil: .caseFile
      case let store? where options.isReadOnly || store.access == .readOnly: .readOnly
      case let store? where !store.damageFound.isEmpty: .damaged
      default: mode.isRedacted ? .redacted : .allowed
      }
    mode.mayCopy = copying != nil && !options.isReadOnly && !mode.isRedacted
    if mode.writing == .allowed, let path = keeper.filePath {
      mode.writesTo = URL(fileURLWithPath: path).lastPathComponent
    }
    mode.isDamaged = keeper.store?.damageFound.isEmpty == false
    return mode
  }

  private static func render(
    _ page: Page, _ face: Route.Face, _ request: PageRequest, _ base: BaseAddress
  ) throws -> RenderedPage {
    switch face {
    case .html:
      if let file = page.file {
        let made = try file(request)
        return RenderedPage(made.text, kind: made.kind, fileName: made.name)
      }
      let content = try page.content(request)
      return RenderedPage(
        page: try PageFrame(request: request, page: page, content: content).html(), on: base)
    case .saved:
      guard let document = page.document else { throw Problem.notFound("there is no such page") }
      let made = try document(request)
      return RenderedPage(
        HTMLFace().render(request.frame.withCitations(made)),
        kind: "text/html; charset=utf-8", fileName: "\(request.fileName(of: made)).html")
    case .json:
      guard let json = page.json else { throw Problem.notFound("there is no such page") }
      return RenderedPage(try json(request), kind: "application/json")
    case .csv:
      guard let csv = page.csv else { throw Problem.notFound("there is no such page") }
      let isForSpreadsheets = request.address.own[ViewAddress.byteOrderMark] != nil
      return RenderedPage(
        (isForSpreadsheets ? CSVFace.byteOrderMark : "") + (try csv(request)),
        kind: "text/csv; charset=utf-8",
        fileName: isForSpreadsheets ? "\(page.name).csv" : nil)
    }
  }

  /// The path's parameters; what is no id is none of ours.
  private static func parameters(
    of page: Page, _ context: SiteContext
  ) -> [String: String] {
    var found: [String: String] = [:]
    for name in page.parameterNames {
      if let value = context.parameters.get(name), Slug.isSlug(value) { found[name] = value }
    }
    return found
  }

  /// The page's own address, made from its pattern and never from what was asked for.
  private static func path(of page: Page, _ parameters: [String: String]) -> String {
    var path = page.path
    for (name, value) in parameters { path = path.replacing("{\(name)}", with: value) }
    return path
  }
}

extension PageRequest {
  /// What a file of the page is called: its address, and that of one entry by its title, as no one
  /// knows a file by an id.
  fileprivate func fileName(of document: Document) -> String {
    let path = address.path.split(separator: "/").joined(separator: "-")
    guard !parameters.isEmpty else { return path }
    return Slug.from(document.title.shortened(to: 70))?.raw ?? path
  }
}

extension Page {
  var parameterNames: [String] {
    path.split(separator: "/").compactMap { part in
      part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
    }
  }
}

extension HTTPField.Name {
  /// Set by the workbench's own script where an answer replaces a part of the page.
  static let dragomanLive = named("Dragoman-Live")
}
