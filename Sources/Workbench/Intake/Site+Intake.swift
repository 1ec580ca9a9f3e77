internal import CaseModel
internal import CaseStore
internal import Documents
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation
internal import StateOfPlay
internal import Synchronization

extension Site {
  /// Takes documents in as a form with files sends them, reads them, and leads to what is asked of each.
  func receive(_ request: Request) async throws -> Response {
    guard let type = request.headers[.contentType], let boundary = MultipartForm.boundary(of: type)
    else {
      throw Problem(status: .unsupportedMediaType, message: "a form with files is expected here")
    }
    guard let session = session(of: request) else { throw SignInNeededError() }
    guard let place = host.uploads.place() else {
      throw Problem(
        status: .serviceUnavailable, message: "other documents are on their way in just now",
        hint: "try again in a moment")
    }
    defer { withExtendedLifetime(place) {} }
    let form = try await self.form(request, boundary)
    try host.check(form.field("form-token"), session)
    do {
      if let refusal = mode(of: session).writing.refusal { throw refusal }
      if let id = form.field("source"), !id.isEmpty {
        return try await restore(Case.Source.ID(id), form, request)
      }
      let sent = try Upload.documents(of: form)
      let snapshot = try await snapshot()
      let number = session.number
      var documents: [IncomingDocument] = []
      // Each has its own time.
      for (name, bytes) in sent {
        documents.append(
          try await pool.run(.document) { _ in IncomingDocument(name: name, bytes: bytes) })
      }
      let upload = try await pool.run(.document) { [documents] _ in
        var upload = Upload(documents, session: number)
        upload.compare(with: snapshot.theCase, snapshot.texts)
        return upload
      }
      host.shelf.keep(upload, at: host.clock())
      return redirect(to: "/documents/intake/\(upload.id)")
    } catch {
      let problem = Problem(error)
      return try await intakePage(.newDocument, "Bring in documents", session, request, problem) {
        IntakeForms($0).sending(problem)
      }
    }
  }

  private func form(_ request: Request, _ boundary: String) async throws -> MultipartForm {
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Upload.largest + 1_000_000)
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw Problem(
        status: .contentTooLarge,
        message: "these documents are larger than \(Upload.largest / 1_000_000) MB together",
        hint: "bring them in in several goes, or split what is larger by itself")
    }
    return try await pool.run(.document) { _ in
      do { return try MultipartForm([UInt8](buffer: body), boundary: boundary) } catch {
        throw Problem.badRequest(
          "the form cannot be read", hint: "load the page again and send it again")
      }
    }
  }

  /// What is asked of the documents that wait.
  func intake(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let session = session(of: request) else { throw SignInNeededError() }
    let upload = try host.shelf.upload(
      context.parameters.get("id") ?? "", session: session.number)
    let drafts = upload.documents.map { DocumentDraft($0) }
    return try await intakePage(.newDocument, "What these documents are", session, request) {
      IntakeForms($0).asking(upload, drafts)
    }
  }

  /// What a form says of documents that wait: they are added, read otherwise, or thrown away.
  func describe(_ posted: Action.Posted) async throws -> Response {
    guard let session = posted.session else { throw SignInNeededError() }
    var upload = try host.shelf.upload(posted.form["upload"] ?? "", session: session.number)
    var drafts = upload.documents.enumerated().map { index, document in
      DocumentDraft(posted.form, IntakeForms.prefix(index), document)
    }
    let wanted = posted.form.items.last { $0.name == "do" }?.value ?? "save"
    let parts = wanted.split(separator: " ").map(String.init)
    let index = upload.documents.indices.first { IntakeForms.prefix($0) == parts.dropFirst().first }
    var problem: Problem?
    switch (parts.first, index) {
    case ("discard", _):
      host.shelf.remove(upload.id)
      return redirect(to: "/documents")
    case ("read", let index?):
      let encoding = posted.form[IntakeForms.prefix(index) + "encoding"] ?? ""
      upload = try await reread(upload, index, encoding.isEmpty ? nil : encoding)
      let old = drafts[index]
      drafts[index] = DocumentDraft(upload.documents[index])
      (drafts[index].publisher, drafts[index].date) = (old.publisher, old.date)
    case ("whole", let index?):
      let count = upload.documents[index].document?.parts.count ?? 1
      (drafts[index].first, drafts[index].last, drafts[index].isWhole) = ("1", "\(count)", true)
    default:
      do { return try await add(upload, drafts, posted) } catch let error as StoreError
        where error.stale != nil
      {
        throw error
      } catch {
        problem = Problem(error)
      }
    }
    let (shown, filled, wrong) = (upload, drafts, problem)
    let proposes = posted.form["propose"] == "yes"
    return try await intakePage(
      .newDocument, "What these documents are", session, nil, problem,
      analyst: posted.form["by"] ?? ""
    ) {
      IntakeForms($0).asking(shown, filled, wrong, proposes: proposes)
    }
  }

  private func reread(
    _ upload: Upload, _ index: Int, _ encoding: String?
  ) async throws -> Upload {
    let snapshot = try await snapshot()
    let again = try await pool.run(.document) { _ in
      var upload = upload
      upload.documents[index] = upload.documents[index].reread(in: encoding)
      upload.compare(with: snapshot.theCase, snapshot.texts)
      return upload
    }
    host.shelf.keep(again, at: host.clock())
    return again
  }

  /// One change of the case, with everything that was asked for, or none.
  private func add(
    _ upload: Upload, _ drafts: [DocumentDraft], _ posted: Action.Posted
  ) async throws -> Response {
    var entries: [DocumentDraft.Entry] = []
    var restored: [(source: Case.Source.ID, bytes: [UInt8])] = []
    for (index, document) in upload.documents.enumerated() {
      if let text = document.restores {
        restored.append(text)
      } else if document.document != nil, !drafts[index].isLeftOut {
        entries.append(try drafts[index].entry(document, IntakeForms.prefix(index)))
      }
    }
    guard !entries.isEmpty || !restored.isEmpty else {
      throw Problem.badRequest(
        "every document is left out", hint: "take one of them, or discard all")
    }
    let response = try await bring(in: entries, restored, posted)
    host.shelf.remove(upload.id)
    return response
  }

  /// Puts back the text of one document, as its page asks for it.
  private func restore(
    _ id: Case.Source.ID, _ form: MultipartForm, _ request: Request
  ) async throws -> Response {
    guard let (name, bytes) = try Upload.documents(of: form).first else {
      throw Problem.badRequest("there is no document in the form")
    }
    let snapshot = try await snapshot()
    let text = try await pool.run(.document) { _ in
      let document = IncomingDocument(name: name, bytes: bytes)
      let recorded = snapshot.theCase.sources.first { $0.id == id }?.text.sha256
      // Where none is the one, the first is compared, so that the first difference can be named.
      return document.forms.first { SHA256Digest(of: $0) == recorded } ?? document.forms[0]
    }
    var fields = Query()
    fields.add("by", form.field("by"))
    fields.add("back", "/documents/\(id)")
    return try await bring(
      in: [], [(id, text)],
      Action.Posted(
        path: "/documents/new", form: fields, sessionID: "", session: session(of: request)))
  }

  /// A page of the intake: made for one session, and never kept.
  private func intakePage(
    _ page: Page, _ title: String, _ session: Sessions.Session, _ asked: Request?,
    _ problem: Problem? = nil, analyst given: String? = nil,
    _ main: @escaping @Sendable (PageRequest) -> HTML
  ) async throws -> Response {
    let snapshot = try await snapshot()
    var bare = Lens()
    bare.redact = mode(of: session).isRedacted
    let lensed = try await look(snapshot, bare)
    self.title.withLock { $0 = lensed.theCase.header.title }
    let request = PageRequest(
      lensed: lensed, store: keeper.store, address: ViewAddress(path: page.path), parameters: [:],
      mode: mode(of: session), checkpoint: Checkpoint())
    let rendered = try await pool.run(.view) { [base] _ in
      let content = Page.Content(title: title, main: main(request), place: "documents")
      return RenderedPage(
        page: try PageFrame(request: request, page: page, content: content).html(), on: base)
    }
    guard let lease = outgoing.lease(rendered.size) else { throw StoppedWorkError.tooMuch }
    let name = given ?? asked.map { analyst(of: $0, snapshot.stored) } ?? ""
    var response = rendered.response(formToken: session.formToken, analyst: name, lease)
    if let problem { response.status = problem.status }
    return response
  }
}

extension Action {
  /// What documents that wait are.
  static let intake = Action(
    path: "/documents/intake", changesCase: true, largestForm: (bytes: 1_000_000, items: 2000)
  ) { site, posted in
    try await site.describe(posted)
  }
}
