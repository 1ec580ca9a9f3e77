internal import CaseModel
internal import CaseStore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

extension Action {
  /// What an analyst holds of statements that cannot all be right.
  static let verdict = Action(path: "/verdicts", changesCase: true) { site, posted in
    try await site.write(posted) { theCase, _, signature, day in
      try CaseEdit.verdict(posted.form, theCase, signature, on: day)
    }
  }

  /// A remark on an entry.
  static let note = Action(path: "/notes", changesCase: true) { site, posted in
    try await site.write(posted) { theCase, _, signature, day in
      try CaseEdit.note(posted.form, theCase, signature, on: day)
    }
  }

  /// Takes a change back, by a new one.
  static let undo = Action(path: "/undo", changesCase: true) { site, posted in
    try await site.write(posted) { _, _, _, _ in try CaseEdit.undo(posted.form) }
  }
}

extension Site {
  /// Carries out what a form asks for, and leads back to the page it came from.
  func write(
    _ posted: Action.Posted,
    _ work: @escaping @Sendable (Case, CaseTexts, Signature, EDTFDate) throws -> CaseEdit
  ) async throws -> Response {
    guard let store = keeper.store else { throw Problem.forbidden("the case is read-only here") }
    let moment = host.now()
    let given = posted.form["by"] ?? ""
    do {
      try await pool.run(.change) { _ in
        let stored = try store.stored()
        let theCase = stored.theCase
        let signature = try Signature(given, in: theCase)
        let work = try work(theCase, stored.texts, signature, EDTFDate(moment.day))
        if signature.isNew, work.namesAnalyst { try Self.add(signature, to: store, at: moment) }
        try work.carryOut(
          store,
          by: signature.isNew && !work.namesAnalyst
            ? signature.analyst.name
            : signature.analyst.id.raw, at: moment)
      }
    } catch let fault as StoreError {
      guard let stale = fault.stale else { throw fault }
      return stalePage(fault, stale, posted)
    }
    var response = redirect(to: posted.form["back"] ?? "/history")
    if let name = Signature.name(given) { response.headers[.setCookie] = host.analystCookie(name) }
    return response
  }

  /// The analyst becomes one of the case's, by a change of its own: so that undoing what was written
  /// first does not take away whom later entries name.
  static func add(
    _ signature: Signature, to store: DragomanFile, at moment: Moment
  ) throws {
    let analyst = signature.analyst
    do {
      try store.write(
        analyst, expectedRevision: nil, by: analyst.id.raw, at: moment,
        message: "analyst \(analyst.name)")
    } catch let fault {
      // The same form sent twice.
      guard fault.kind == .stale, try store.theCase().analysts.contains(analyst) else {
        throw fault
      }
    }
  }

  /// The name given last in this browser, else the one the file names; empty where there is none.
  func analyst(of request: Request, _ stored: StoredCase?) -> String {
    if let name = host.analyst(of: request) { return name }
    guard let id = stored?.analyst else { return "" }
    return stored?.theCase.analysts.first { $0.id.raw == id }?.name ?? id
  }
}

extension SiteHost {
  private var analystCookieName: String { "\(cookieName)-analyst" }

  /// Kept in the browser, so that the name is asked once.
  func analystCookie(_ name: String) -> String {
    Cookie.ownPages(analystCookieName, Query.encoded(name), maxAge: 31_536_000)
  }

  /// The name given last in this browser; nil where none was.
  func analyst(of request: Request) -> String? {
    (request.cookies[analystCookieName]?.value.removingPercentEncoding).flatMap(Signature.name)
  }
}

extension Problem {
  /// What the store says, in its own words.
  init(_ fault: StoreError) {
    let status: HTTPResponse.Status =
      switch fault.kind {
      case .busy, .full, .replaced, .notFound, .damaged, .newer, .notOurs, .failed:
        .serviceUnavailable
      case .readOnly: .forbidden
      case .stale, .refused, .exists: .conflict
      }
    self.init(
      status: status, message: fault.message, hint: fault.hint ?? fault.remedy?.pageWords)
  }
}
