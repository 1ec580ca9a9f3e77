internal import CaseModel
internal import CaseStore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation

/// What was done, for the page that asked: in words, and where it goes on.
struct CodingAnswer: Encodable {
  var said: String
  /// The statement made or changed.
  var statement: String?
  /// What `u` and `U` would do next, in words.
  var undo: String?
  var redo: String?
  /// Entries that the statement gives reason to make.
  var followUps: [FollowUp] = []
  /// Other suggestions that changed with it.
  var others: [ChangedSuggestion] = []
}

/// Why nothing was done, for a page's script.
struct CodingRefusal: Encodable {
  var message: String
  var hint: String?
  var field: String?
  /// Only rules object: sent with `anyway`, it is saved.
  var canBeSaved = false
}

extension Site {
  /// Changes the case in one group of revisions, and says what was done: as data where a script asks, else
  /// by leading back to the page.
  func code(
    _ posted: Action.Posted,
    _ change: @escaping @Sendable (StoredCase, Signature, EDTFDate) throws -> Coded
  ) async throws -> Response {
    guard let store = keeper.store else { throw Problem.forbidden("the case is read-only here") }
    let moment = host.now()
    let given = posted.form["by"] ?? ""
    do {
      let answer = try await pool.run(.change) { _ in
        let signature = try Signature(given, in: try store.theCase())
        let who = signature.analyst.id.raw
        // What cannot be done is found before anyone becomes an analyst of the case.
        if signature.isNew {
          _ = try change(try store.stored(), signature, EDTFDate(moment.day))
          try Self.add(signature, to: store, at: moment)
        }
        var done = Coded(theCase: Case(Case.Header()), message: "")
        try store.update(by: who, at: moment, message: "coding") { stored in
          let known = try Signature(given, in: stored.theCase)
          done = try change(stored, known, EDTFDate(moment.day))
          var update = CaseUpdate(done.theCase)
          update.message = done.message
          return update
        }
        var answer = try Self.answer(
          done.said ?? "Saved \(done.message).", done.statement, store, who)
        answer.followUps = done.followUps
        if !done.others.isEmpty {
          answer.others = ChangedSuggestion.all(done.others, try store.stored())
        }
        return answer
      }
      return try respond(answer, posted, given)
    } catch let faults as FormError {
      return try refuse(faults, posted)
    }
  }

  /// What a change makes of the case.
  struct Coded {
    var theCase: Case
    /// For the history.
    var message: String
    var said: String?
    var statement: String?
    var followUps: [FollowUp] = []
    /// The statements of other suggestions that changed with it.
    var others: [Case.Statement.ID] = []
  }

  static func answer(
    _ said: String, _ statement: String?, _ store: DragomanFile, _ who: String
  ) throws -> CodingAnswer {
    let line = try store.undoLine(of: who)
    return CodingAnswer(
      said: said, statement: statement, undo: line.undo?.message, redo: line.redo?.change.message)
  }

  func respond(
    _ answer: CodingAnswer, _ posted: Action.Posted, _ given: String
  ) throws -> Response {
    var response =
      posted.isLive
      ? try json(answer, .ok) : redirect(to: posted.form["back"] ?? "/history")
    if let name = Signature.name(given) { response.headers[.setCookie] = host.analystCookie(name) }
    return response
  }

  private func refuse(_ faults: FormError, _ posted: Action.Posted) throws -> Response {
    let findings = faults.findings.prefix(4)
    let message = findings.map { "\($0.message.capitalisedFirst)." }.joined(separator: " ")
    guard posted.isLive else {
      throw Problem(
        status: .conflict, message: message.isEmpty ? "the entry breaks a rule" : message,
        hint: findings.first?.hint)
    }
    return try json(
      CodingRefusal(
        message: message, hint: findings.first?.hint,
        field: findings.first?.path.fieldName, canBeSaved: faults.canBeSaved),
      .conflict)
  }

  func json(_ value: some Encodable, _ status: HTTPResponse.Status) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return host.response(
      bytes: Array(try encoder.encode(value)), kind: "application/json", status: status)
  }

  /// Why nothing was written, as data.
  func unwrittenData(_ problem: Problem) -> Response {
    let refusal = CodingRefusal(
      message: problem.message.capitalisedFirst + ".", hint: problem.hint, field: problem.field)
    return (try? json(refusal, problem.status))
      ?? host.response(bytes: [], kind: "application/json", status: problem.status)
  }
}

extension EntryPath {
  /// Of a field of an entry the field's key.
  fileprivate var fieldName: String? {
    let keys = steps.compactMap { step -> String? in
      if case .key(let key) = step { key } else { nil }
    }
    return keys.dropFirst().first
  }
}
