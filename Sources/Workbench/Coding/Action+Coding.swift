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
        theCase: coded.theCase, message: coded.message, said: coded.said,
        statement: coded.statement.id.raw,
        followUps: FollowUp.all(coded.statement, coded.theCase), others: coded.others)
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
      let gist = theCase.statements.remove(at: place).gist.shortened(to: 100)
      if posted.form["anyway"] != "yes" {
        do {
          try RuleCheck.check(before: stored.theCase, after: theCase, stored.texts)
        } catch let faults as FormError {
          throw FormError(findings: faults.findings, canBeSaved: true)
        }
      }
      return Site.Coded(
        theCase: theCase, message: "statement \(id) removed", said: "Removed: “\(gist)”.")
    }
  }

  /// Accepts or rejects what was suggested.
  static let candidates = Action(path: "/coding/candidates", changesCase: true) { site, posted in
    try await site.code(posted) { stored, signature, day in
      if posted.form["do"] == "rejectAll" {
        return try rejectAll(posted.form, stored, signature, day)
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
          theCase: theCase.renewed(statement.source, since: stored.theCase, stored.texts),
          message:
            "statement \(statement.id), suggested by \(candidate.proposedBy ?? "an unnamed program")",
          said: "Accepted: “\(statement.gist.shortened(to: 100))”."
            + CodingWords.uncountedNote(statement, CaseIndex(theCase)),
          statement: statement.id.raw)
      default:
        throw Problem.badRequest("the form does not say whether to accept or to reject")
      }
    }
  }

  /// Rejects the suggestions of a document that its page shows, as one change: those that the form names, and
  /// where it names none, all that are shown now.
  private static func rejectAll(
    _ form: Query, _ stored: StoredCase, _ signature: Signature, _ day: EDTFDate
  ) throws -> Site.Coded {
    var theCase = stored.theCase
    let source = form["source"] ?? ""
    let named = Set(form.all("candidate"))
    let waiting = stored.offered(
      of: Case.Source.ID(source), in: theCase.placed(in: stored.texts)
    ).filter { named.isEmpty || named.contains($0.key) }.map(\.place)
    guard !waiting.isEmpty else {
      throw Problem.conflict("no suggestion waits in this document", hint: "load the page again")
    }
    for place in waiting { theCase = theCase.rejecting(at: place, by: signature.analyst, on: day) }
    let count = waiting.count.counted("suggestion")
    let title = theCase.sources.first { $0.id.raw == source }?.title ?? source
    return Site.Coded(
      theCase: theCase, message: "\(count) of “\(title)” rejected",
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
      let before = try store.theCase()
      let signature = try Signature(given, in: before)
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
      let message = try plain(change, store, [before, try store.theCase()])
      return try Site.answer("\(isRedo ? "Redid" : "Undid"): \(message).", nil, store, who)
    }
    return try site.respond(answer, posted, given)
  }

  /// What a change did: of one that made, changed or removed one statement the gist of that, by which a person
  /// knows it; of any other its line in the history.
  private static func plain(
    _ change: RevisionGroup, _ store: DragomanFile, _ cases: [Case]
  ) throws -> String {
    let most = 40
    guard change.count <= most,
      let revisions = try store.group(change.number, skipping: 0, limit: most)?.revisions
    else { return change.message }
    let coded = revisions.filter { $0.name.kind == Case.Section.statements.rawValue }
    guard coded.count == 1, let one = coded.first else { return change.message }
    // With a new one its names are entered; a suggestion that it was made of is decided.
    let isCoding = revisions.allSatisfy { revision in
      revision == one || revision.name.kind == Case.Section.candidates.rawValue
        || one.before == nil && revision.after != nil
    }
    guard isCoding else { return change.message }
    let id = one.name.key.prefix { $0 != "~" }
    let statement = cases.lazy.compactMap { theCase in
      theCase.statements.first { $0.id.raw == id }
    }.first
    guard let gist = statement?.gist ?? one.gist else { return change.message }
    return "“\(gist.shortened(to: 100))”" + (one.after == nil ? " removed" : "")
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
      let before = try everything.state()
      // What is made of the case as it is is kept, as far as it holds, for the case as it would be.
      _ = (try before.positions(checkpoint), try before.changes(checkpoint))
      let after = before.succeeding(
        coded.theCase.placed(in: snapshot.texts), texts: snapshot.texts)
      return try CodingPreview(
        before: before, after: after, coded.statement,
        isForNoParty: posted.form["speaksFor"] == "none", checkpoint)
    }
    return try site.json(preview, .ok)
  }
}
