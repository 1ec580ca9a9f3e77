internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Presentation

/// Makes a `.dragoman` copy of a case in YAML or JSON, with its texts, and goes on with it: for one that may
/// not be written, or whose history is to be kept.
struct WritableCopy: Sendable {
  /// Where the copy is to lie, the file it is made of, and what serves it from then on.
  struct Place: Sendable {
    var path: String
    var origin: String
    var open: @Sendable () throws -> BaseAddress
  }

  /// The folder of a case file and a name there that is free: `NAME.dragoman`.
  static func beside(_ path: String) -> String {
    let file = URL(fileURLWithPath: path)
    let stem = file.deletingPathExtension().lastPathComponent
    return CaseFolder(path: file.deletingLastPathComponent().path).free(stem)
  }
}

extension Site {
  /// The only case of a server; one in YAML or JSON may be left for a copy that takes changes.
  static func alone(_ keeper: any CaseProvider, on host: SiteHost) -> Site {
    guard let file = keeper.filePath else { return Site(keeper, on: host) }
    let movable = MovableCaseProvider(keeper)
    return Site(
      movable, on: host,
      copying: {
        let path = WritableCopy.beside(file)
        return WritableCopy.Place(path: path, origin: file) {
          movable.move(to: try DragomanFile.open(path))
          return .none
        }
      })
  }

  func copyToWrite(_ posted: Action.Posted) async throws -> Response {
    guard keeper.filePath != nil else {
      throw Problem.conflict("this case takes changes already", hint: "load the page again")
    }
    guard !options.isReadOnly, !options.redact, let copying else {
      throw Problem.forbidden(
        "no copy is made: the server was started for reading only, or leaves out what is confidential",
        hint: "start it so that it may be written to, with nothing left out")
    }
    let moment = host.now()
    let who = Signature.name(posted.form["by"] ?? "") ?? "dragoman"
    let snapshot = try await snapshot()
    let base = try await pool.run(.change) { _ in
      let place = try copying()
      let name = URL(fileURLWithPath: place.origin).lastPathComponent
      try DragomanFile.create(
        snapshot.theCase, texts: snapshot.texts, at: place.path, by: who, on: moment,
        message: "made from \(name)")
      return try place.open()
    }
    let back = safe(posted.form["back"] ?? "/positions")
    // The address may name the case as it was called.
    let inner = back.hasPrefix(self.base.text) ? String(back.dropFirst(self.base.text.count)) : back
    return Response(
      status: .seeOther, headers: [.location: base.address(inner.isEmpty ? "/positions" : inner)])
  }
}

extension Action {
  static let writableCopy = Action(path: "/writable-copy") { site, posted in
    try await site.copyToWrite(posted)
  }
}

extension PageRequest {
  /// The way to a copy that takes changes, where the case itself does not.
  var writableCopy: HTML {
    guard mode.writing == .caseFile, mode.mayCopy else { return HTML() }
    return copyForm(
      """
      A file in YAML or JSON that cannot be written here is read only. The copy, a <code>.dragoman</code> file with \
      the same texts, takes changes and keeps their history; it is put beside the file, which stays as it is.
      """)
  }

  /// The same, for one whose file takes the changes and keeps no history.
  var copyWithHistory: HTML {
    guard let file = mode.writesTo, mode.mayCopy else { return HTML() }
    return copyForm(
      """
      Changes are written to \(file) at once, and can be undone as long as the program runs; a file in YAML or JSON \
      keeps no history. The copy, a <code>.dragoman</code> file with the same texts, keeps it from now on; it is put \
      beside the file, which stays as it is.
      """)
  }

  private func copyForm(_ why: HTML) -> HTML {
    """
      <form class="write-form copy-to-write" method="post" action="/writable-copy">\(PageFrame.token)\
      <input type="hidden" name="back" value="\(address.href)">\
      <input type="hidden" name="by" value="\(PageFrame.analyst)">
      <p><button type="submit">Open a writable copy</button> \(why)</p></form>

      """
  }
}
