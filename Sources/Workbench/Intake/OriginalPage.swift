internal import CaseModel
internal import CaseStore
internal import Documents
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation

extension Page {
  /// What of a document's original became its text, and what was left out.
  static let textRange = Page(
    name: "text-range", path: "/documents/{id}/range", lens: [],
    content: { request in
      if let refusal = request.mode.writing.refusal { throw refusal }
      let (source, kept, read) = try request.original()
      return Content(
        title: "What became the text", main: OriginalPage(request, source, kept, read).html,
        place: "documents")
    })
}

/// The parts of an original, those taken and those not, to be chosen otherwise.
private struct OriginalPage {
  let request: PageRequest
  let source: Case.Source
  let kept: TextOriginal
  let read: ReadDocument

  init(
    _ request: PageRequest, _ source: Case.Source, _ kept: TextOriginal, _ read: ReadDocument
  ) {
    (self.request, self.source, self.kept, self.read) = (request, source, kept, read)
  }

  static let prefix = "t-"

  var html: HTML {
    let document = IncomingDocument(name: kept.name, bytes: [], read: read)
    var draft = DocumentDraft(document)
    let chosen = kept.chosen ?? Set(1...max(1, read.parts.count))
    draft.first = "\(chosen.min() ?? 1)"
    draft.last = "\(chosen.max() ?? read.parts.count)"
    draft.isWhole = chosen.contains { number in
      read.parts.indices.contains(number - 1) && read.parts[number - 1].cut != nil
    }
    return """
      <article class="dragoman wide"><header>
      <p class="kicker"><a href="\(request.link("/documents/\(source.id)"))" dir="auto">\(source.title)</a></p>
      <h1>What became the text</h1>
      <p>These are the paragraphs of the original\(kept.name.map { ", \($0)" } ?? ""). Those in grey are not \
      in the text. Where you take more or fewer, every quote moves with its words; it is one change, undone \
      as one.</p></header>
      <form class="intake" method="post" action="/documents/range">\(PageFrame.token)
      <input type="hidden" name="source" value="\(source.id)">
      <input type="hidden" name="back" value="/documents/\(source.id)">
      \(IntakeParts(read: read, draft: draft, prefix: Self.prefix, problem: nil).html)
      <p class="finish">\(request.writeFields(back: "/documents/\(source.id)"))
      <button type="submit">Take these paragraphs</button></p></form></article>

      """
  }
}

extension PageRequest {
  /// The original of the document that the address names, read.
  fileprivate func original() throws -> (Case.Source, TextOriginal, ReadDocument) {
    guard let source = index.source(Case.Source.ID(parameters["id"] ?? "")) else {
      throw Problem.notFound("the case holds no such document")
    }
    guard let store, let kept = lensed.snapshot.stored?.original(of: source),
      let bytes = try store.bytes(of: kept)
    else {
      throw Problem.notFound(
        "the original of this document was not kept",
        hint: "it was added as a text, or by an earlier version of this program")
    }
    return (source, kept, try Site.read(kept, bytes))
  }
}

extension Site {
  /// - Throws: ``Problem`` where it can no longer be read.
  static func read(_ kept: TextOriginal, _ bytes: [UInt8]) throws -> ReadDocument {
    let document = IncomingDocument(name: kept.name, bytes: bytes, encoding: kept.encoding)
    guard let read = document.document else {
      throw Problem.conflict(
        "the original cannot be read", hint: "it can still be saved, from the document's page")
    }
    return read
  }

  /// An original as it came, to be saved.
  func original(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let session = session(of: request) else { throw SignInNeededError() }
    guard !mode(of: session).isRedacted else {
      throw Problem.forbidden(
        "confidential entries are left out here, and an original shows all words")
    }
    let snapshot = try await snapshot()
    let id = context.parameters.get("id") ?? ""
    guard let store = keeper.store,
      let source = snapshot.theCase.sources.first(where: { $0.id.raw == id }),
      let kept = snapshot.stored?.original(of: source),
      let bytes = try await pool.run(.file, { _ in try store.bytes(of: kept) })
    else { throw Problem.notFound("the original of this document was not kept") }
    guard outgoing.lease(bytes.count) != nil else { throw StoppedWorkError.tooMuch }
    // Never shown in the browser: it is another's page.
    var response = host.response(bytes: bytes, kind: "application/octet-stream")
    response.headers[.contentDisposition] =
      "attachment; filename*=UTF-8''\(Query.encoded(kept.name ?? "\(id).txt").replacing("/", with: "_"))"
    return response
  }

  /// Takes a text again from its original.
  func widen(_ posted: Action.Posted) async throws -> Response {
    guard let store = keeper.store else { throw Problem.forbidden("the case is read-only here") }
    let id = Case.Source.ID(posted.form["source"] ?? "")
    return try await reading { _ in
      let stored = try store.stored()
      guard let source = stored.theCase.sources.first(where: { $0.id == id }),
        let kept = stored.original(of: source), let bytes = try store.bytes(of: kept)
      else { throw Problem.notFound("the original of this document was not kept") }
      let read = try Self.read(kept, bytes)
      let count = read.parts.count
      let was = Set((kept.chosen ?? Set(1...max(1, count))).map { $0 - 1 })
      let draft = DocumentDraft(
        posted.form, "t-", IncomingDocument(name: kept.name, bytes: [], read: read))
      let chosen = try draft.chosen(of: read, "t-")
      return (
        source, try WidenedText(read, was: was, chosen: chosen, source),
        CaseUpdate.Original(
          name: kept.name, bytes: bytes, parts: chosen.map { $0 + 1 }, encoding: kept.encoding)
      )
    } _: { source, widened, original in
      var message = "text of document \(id)"
      if widened.new.text.count > widened.old.text.count { message += " widened" }
      if widened.new.text.count < widened.old.text.count { message += " cut" }
      let words = message
      return try await write(posted) { _, _, _, _ in
        .entry { store, who, moment in
          try store.update(by: who, at: moment, message: words) { stored in
            // What it was made for must still be so.
            guard stored.theCase.sources.first(where: { $0.id == id }) == source else {
              throw OutdatedReadingError()
            }
            let placed = stored.theCase.placed(in: stored.texts)
            var update = CaseUpdate(try widened.moved(placed, id))
            if let file = source.text.file {
              update.texts[file] = widened.new.text.bytes
              update.originals[file] = original
            }
            return update
          }
        }
      }
    }
  }
}

extension Action {
  static let widen = Action(path: "/documents/range", changesCase: true) { site, posted in
    try await site.widen(posted)
  }
}
