internal import CaseModel
internal import CaseStore
internal import Extraction
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import StateOfPlay

extension Action {
  static let codingActions: [Action] = [
    coding, codingRemoval, candidates, undoOwn, preview, bulk, merge, scenarioNumbers,
    scenarioDraft, proposals, conflict,
  ]

  private static let largest = (bytes: 1_000_000, items: 20_000)

  /// Makes a statement, or changes one; what it names and the case did not hold is entered with it.
  static let coding = Action(
    path: "/coding/statements", changesCase: true, largestForm: largest
  ) { site, posted in
    try await site.code(posted) { stored, signature, day in
      let coded = try CodingForm(form: posted.form, signature: signature, day: day).coded(stored)
      return Site.Coded(
        theCase: coded.theCase, message: coded.message,
        said: coded.isThere ? "\(coded.message.capitalisedFirst) is there already." : nil,
        statement: coded.statement.id.raw,
        followUps: FollowUp.all(coded.statement, coded.theCase))
    }
  }

  /// Takes a statement out of the case.
  static let codingRemoval = Action(path: "/coding/removal", changesCase: true) { site, posted in
    try await site.code(posted) { stored, _, _ in
      let id = posted.form["id"] ?? ""
      var theCase = stored.theCase
      guard let place = theCase.statements.firstIndex(where: { $0.id.raw == id }) else {
        throw Problem.conflict(
          "statement `\(id.shortened(to: 60))` is no longer in the case",
          hint: "load the page again")
      }
      theCase.statements.remove(at: place)
      if posted.form["anyway"] != "yes" {
        do {
          try RuleCheck.check(before: stored.theCase, after: theCase, stored.texts)
        } catch let faults as FormError {
          throw FormError(findings: faults.findings, canBeSaved: true)
        }
      }
      return Site.Coded(
        theCase: theCase, message: "statement \(id) removed", said: "Removed statement \(id).")
    }
  }

  /// Accepts or rejects what was suggested.
  static let candidates = Action(path: "/coding/candidates", changesCase: true) { site, posted in
    try await site.code(posted) { stored, signature, day in
      if posted.form["do"] == "rejectAll" {
        return try rejectAll(of: posted.form["source"] ?? "", stored, signature, day)
      }
      let place = try CodingForm.waiting(posted.form["candidate"] ?? "", stored)
      switch posted.form["do"] {
      case "reject":
        let id = stored.theCase.candidates[place].statement.id
        return Site.Coded(
          theCase: stored.theCase.rejecting(at: place, by: signature.analyst, on: day),
          message: "suggestion \(id) rejected", said: "Rejected the suggestion.")
      case "accept":
        let candidate = stored.theCase.candidates[place]
        var statement = candidate.statement
        if statement.id.raw.isEmpty
          || stored.theCase.statements.contains(where: { $0.id == statement.id })
        {
          statement.id = Case.Statement.ID(
            NewID.make(for: statement.node(), .statements, stored.theCase))
        }
        let theCase = stored.theCase.accepting(
          at: place, as: statement, by: signature.analyst, on: day)
        if posted.form["anyway"] != "yes" {
          try RuleCheck.check(
            statement.id, before: stored.theCase, after: signature.entered(into: theCase),
            stored.texts)
        }
        return Site.Coded(
          theCase: theCase,
          message:
            "statement \(statement.id), suggested by \(candidate.proposedBy ?? "an unnamed program")",
          said: "Accepted as statement \(statement.id).", statement: statement.id.raw)
      default:
        throw Problem.badRequest("the form does not say whether to accept or to reject")
      }
    }
  }

  /// Rejects every suggestion of a document that waits, as one change.
  private static func rejectAll(
    of source: String, _ stored: StoredCase, _ signature: Signature, _ day: EDTFDate
  ) throws -> Site.Coded {
    var theCase = stored.theCase
    let waiting = theCase.candidates.indices.filter {
      theCase.candidates[$0].status == .waiting && theCase.candidates[$0].statement.source.raw == source
    }
    guard !waiting.isEmpty else {
      throw Problem.conflict("no suggestion waits in this document", hint: "load the page again")
    }
    for place in waiting { theCase = theCase.rejecting(at: place, by: signature.analyst, on: day) }
    let count = waiting.count.counted("suggestion")
    return Site.Coded(
      theCase: theCase, message: "\(count) of \(source) rejected",
      said: "Rejected \(count). Undo brings them back.")
  }

  /// Takes back the newest change of the person, or puts in again what was taken back.
  static let undoOwn = Action(path: "/coding/undo", changesCase: true) { site, posted in
    guard let store = site.keeper.store else {
      throw Problem.forbidden("the case is read-only here")
    }
    let moment = site.host.now()
    let given = posted.form["by"] ?? ""
    let isRedo = posted.form["do"] == "redo"
    let answer = try await site.pool.run(.change) { _ in
      let signature = try Signature(given, in: try store.theCase())
      let who = signature.analyst.id.raw
      let line = try store.undoLine(of: who)
      guard let change = isRedo ? line.redo?.change : line.undo else {
        throw Problem.conflict(
          isRedo ? "there is nothing to redo" : "there is nothing of yours to undo")
      }
      let group = isRedo ? line.redo?.by.number ?? change.number : change.number
      try store.undo(
        group, by: who, at: moment,
        message: "\(isRedo ? "redo" : "undo") \(change.number): \(change.message)")
      return try Site.answer(
        "\(isRedo ? "Redid" : "Undid"): \(change.message).", nil,
        store, who)
    }
    return try site.respond(answer, posted, given)
  }

  /// What the entry would change, said before it is saved; nothing is written.
  static let preview = Action(path: "/coding/preview", changesCase: true, largestForm: largest) {
    site, posted in
    guard let store = site.keeper.store, let session = posted.session else {
      throw Problem.forbidden("the case is read-only here")
    }
    let snapshot = try await site.snapshot()
    let everything = try await site.look(snapshot, Lens())
    let moment = site.host.now()
    let lane = "\(session.number) preview"
    let preview = try await site.pool.run(.view, lane: lane) { checkpoint in
      let stored = try store.stored()
      let signature = try Signature(
        posted.form["by"].flatMap { $0.isEmpty ? nil : $0 } ?? "analyst", in: stored.theCase)
      var form = posted.form
      // The gist is written last, and changes nothing that is derived.
      if form["gist"]?.isEmpty ?? true { form.items.append(.init(name: "gist", value: "…")) }
      form.items.removeAll { $0.name == "gist" && $0.value.isEmpty }
      let coded = try CodingForm(form: form, signature: signature, day: EDTFDate(moment.day))
        .coded(stored, checking: false)
      let before = try everything.value("coding before") {
        DerivedState(snapshot.theCase, Lens(), texts: snapshot.texts)
      }
      let after = DerivedState(
        coded.theCase.placed(in: snapshot.texts), Lens(), texts: snapshot.texts)
      return try CodingPreview(before: before, after: after, coded.statement, checkpoint)
    }
    return try site.json(preview, .ok)
  }
}
