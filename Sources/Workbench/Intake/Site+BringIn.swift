internal import CaseModel
internal import CaseStore
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation
internal import Synchronization

extension Site {
  /// Adds documents and puts texts back as one change, with the statements they seem to make where that is
  /// asked for; leads to the first of them.
  func bring(
    in entries: [DocumentDraft.Entry],
    _ restored: [(source: Case.Source.ID, bytes: [UInt8])], _ posted: Action.Posted
  ) async throws -> Response {
    guard posted.form["propose"] == "yes", !entries.isEmpty, let store = keeper.store else {
      return try await bring(in: entries, restored, nil, posted)
    }
    return try await reading { checkpoint in
      let stored = try store.stored()
      let (update, ids) = try Self.update(of: stored.theCase, entries, restored)
      var texts = stored.texts
      for (id, entry) in zip(ids.suffix(entries.count), entries) {
        texts.states[id] = .loaded(entry.text)
      }
      return try PreparedSuggestions(
        for: ids.suffix(entries.count), in: update.theCase, texts, checkpoint)
    } _: { suggestions in
      try await bring(in: entries, restored, suggestions, posted)
    }
  }

  private func bring(
    in entries: [DocumentDraft.Entry],
    _ restored: [(source: Case.Source.ID, bytes: [UInt8])], _ prepared: PreparedSuggestions?,
    _ posted: Action.Posted
  ) async throws -> Response {
    let added = Mutex<[Case.Source.ID]>([])
    let names = entries.map(\.title) + restored.map(\.source.raw)
    let count = prepared?.suggestions.count ?? 0
    let message =
      (names.count == 1
        ? "document \(names[0].shortened(to: 100))" : names.count.counted("document"))
      + (count > 0 ? " with \(count.counted("suggestion"))" : "")
    var response = try await write(posted) { _, _, _, _ in
      .entry { store, who, moment in
        var ids: [Case.Source.ID] = []
        try store.update(by: who, at: moment, message: message) { stored in
          var update = try Self.update(of: stored.theCase, entries, restored)
          if let prepared {
            update.update.theCase = try prepared.added(to: update.update.theCase)
          }
          ids = update.ids
          return update.update
        }
        added.withLock { $0 = ids }
      }
    }
    guard response.status == .seeOther else { return response }
    let ids = added.withLock { $0 }
    if let prepared, let first = ids.first(where: { prepared.count(of: $0) > 0 }) ?? ids.last,
      count > 0 || ids.count == 1
    {
      response.headers[.location] = base.address(
        "/documents/\(first)?proposed=\(prepared.count(of: first))")
    } else if ids.count == 1 {
      response.headers[.location] = base.address("/documents/\(ids[0])")
    }
    return response
  }

  /// The case with everything that was asked for.
  private static func update(
    of stored: Case, _ entries: [DocumentDraft.Entry],
    _ restored: [(source: Case.Source.ID, bytes: [UInt8])]
  ) throws -> (update: CaseUpdate, ids: [Case.Source.ID]) {
    var theCase = stored
    var texts: [String: [UInt8]] = [:]
    var ids: [Case.Source.ID] = []
    var originals: [String: CaseUpdate.Original] = [:]
    do {
      if !restored.isEmpty {
        let change = try theCase.attaching(restored)
        theCase = change.theCase
        for (file, bytes) in change.texts { texts[file] = bytes }
        ids += restored.map(\.source)
      }
      for entry in entries {
        ids.append(try entry.add(to: &theCase, &texts))
        if let file = theCase.sources.last?.text.file { originals[file] = entry.original }
      }
    } catch let fault as CaseFileError {
      throw Problem.conflict(fault.message, hint: fault.hint)
    }
    var update = CaseUpdate(theCase)
    (update.texts, update.originals) = (texts, originals)
    return (update, ids)
  }
}
