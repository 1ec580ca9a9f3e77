internal import CaseModel
internal import CaseStore
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Two actors or two issues made one, or one made two.
  static let merge = Page(
    name: "merge", path: "/coding/merge",
    own: ["section", "other", "kept", "split", "title", "statement"], lens: [],
    content: { request in
      if let refusal = request.mode.writing.refusal { throw refusal }
      return Content(
        title: "Merge and split", main: try MergePage(request: request).html(), place: "record")
    })
}

/// What a form asks to be merged or split.
struct MergeOrder: Sendable {
  var section: Case.Section
  var form: Query

  init(_ form: Query) throws {
    guard let section = form["section"].flatMap({ Case.Section(rawValue: $0) }),
      [.actors, .issues].contains(section)
    else { throw Problem.badRequest("only actors and issues are merged and split") }
    (self.section, self.form) = (section, form)
  }

  var isSplit: Bool { form["split"] != nil }
  var isWhole: Bool { isSplit ? form["title"] != nil : form["other"] != nil && form["kept"] != nil }

  /// - Throws: ``Problem`` where the case cannot bear it.
  func carriedOut(on theCase: Case, _ provenance: Provenance) throws -> (MergedCase, String) {
    do {
      if isSplit { return try split(theCase, provenance) }
      let (other, kept) = (form["other"] ?? "", form["kept"] ?? "")
      let message = "\(section.noun) \(other) merged into \(kept)"
      return section == .actors
        ? (try theCase.merging(Case.Actor.ID(other), into: Case.Actor.ID(kept)), message)
        : (try theCase.merging(Case.Issue.ID(other), into: Case.Issue.ID(kept)), message)
    } catch let fault as MergeError {
      throw Problem.conflict(fault.message, hint: fault.hint)
    }
  }

  private func split(_ theCase: Case, _ provenance: Provenance) throws -> (MergedCase, String) {
    let title = (form["title"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !title.isEmpty else {
      throw Problem.badRequest("the new one has no name", hint: "write one", field: "title")
    }
    let chosen = Set(form.all("statement").map { Case.Statement.ID($0) })
    let old = form["split"] ?? ""
    let id = NewID.make(named: title, section, theCase)
    let message = "\(section.noun) \(id) split from \(old)"
    if section == .issues {
      return (
        try theCase.splitting(Case.Issue.ID(old), as: Case.Issue.ID(id), title, chosen), message
      )
    }
    var actor = Case.Actor()
    (actor.id, actor.name, actor.provenance) = (Case.Actor.ID(id), title, provenance)
    return (try theCase.splitting(Case.Actor.ID(old), as: actor, chosen), message)
  }
}

private struct MergePage {
  let request: PageRequest

  func html() throws -> HTML {
    let own = request.address.own
    let order = try MergeOrder(own)
    return """
      <article class="dragoman merge"><header><h1>\(order.isSplit ? "Split" : "Merge") \
      \(order.section.rawValue)</h1></header>
      \(order.isSplit ? try splitting(order) : try merging(order))</article>

      """
  }

  private func options(_ section: Case.Section, _ chosen: String?) -> HTML {
    let ids = EntryOrder.title.ids(section, request.index)
    let titles = ids.map { request.index.title(section, $0) }
    // Those with the same title, as two to be merged may have, are distinguished by their ids.
    let counts = Dictionary(titles.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(ids, titles).html { id, title in
      let words = counts[title] == 1 ? title : "\(title) (\(id))"
      return id == chosen
        ? "<option value=\"\(id)\" selected>\(words)</option>"
        : "<option value=\"\(id)\">\(words)</option>"
    }
  }

  private func merging(_ order: MergeOrder) throws -> HTML {
    let own = request.address.own
    return """
      <p>Every entry that refers to the first will refer to the second, which keeps the names of both. It is \
      one change, undone as one.</p>
      <form class="write-form" method="get" action="/coding/merge">
      <input type="hidden" name="section" value="\(order.section.rawValue)">
      <p class="row"><label>This one <select name="other">\(options(order.section, own["other"]))</select></label>
      <label>becomes <select name="kept">\(options(order.section, own["kept"]))</select></label>
      <button type="submit">Show what that changes</button></p></form>
      \(order.isWhole ? try confirmation(order) : HTML())
      <p><a href="/coding/merge?section=\(order.section.rawValue)&amp;split=\(own["kept"] ?? own["other"] ?? request.index.ids(order.section).first ?? "")">Split one instead</a></p>
      """
  }

  private func splitting(_ order: MergeOrder) throws -> HTML {
    let own = request.address.own
    let id = own["split"] ?? ""
    let chosen = Set(own.all("statement"))
    let named = request.lensed.theCase.statements.filter { statement in
      order.section == .issues
        ? statement.about?.issues.contains { $0.raw == id } ?? false
        : (statement.speaker + statement.to + statement.via + statement.of).contains {
          $0.raw == id
        }
    }
    return """
      <p>The statements chosen go to a new \(order.section.noun) with a name of its own; the others stay. It is \
      one change, undone as one.</p>
      <form class="write-form" method="get" action="/coding/merge">
      <input type="hidden" name="section" value="\(order.section.rawValue)">
      <p class="row"><label>Split <select name="split" data-asks>\(options(order.section, id))</select></label>
      <label>New one is called <input name="title" value="\(own["title"] ?? "")" required></label></p>
      <fieldset><legend>Statements that go to the new one</legend><ul class="items">\(named.html { statement in
        "<li><label><input type=\"checkbox\" name=\"statement\" value=\"\(statement.id)\"\(" checked" as HTML, when: chosen.contains(statement.id.raw))> <span dir=\"auto\" title=\"\(statement.id)\">\(request.index.names(statement.speaker)): \(statement.gist)</span></label></li>\n"
      })</ul></fieldset>
      <p class="row"><button type="submit">Show what that changes</button></p></form>
      \(order.isWhole ? try confirmation(order) : HTML())
      """
  }

  private func confirmation(_ order: MergeOrder) throws -> HTML {
    let (merged, message): (MergedCase, String)
    do {
      (merged, message) = try order.carriedOut(on: request.lensed.snapshot.theCase, Provenance())
    } catch let problem as Problem {
      // The form above stays as it was filled in.
      return """
        <p class="fault" role="alert">\(problem.message.capitalisedFirst)\
        \(problem.hint.map { ": \($0)" } ?? "").</p>

        """
    }
    var counts: [(section: Case.Section, count: Int)] = []
    for touched in merged.touched {
      if counts.last?.section == touched.section {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((touched.section, 1))
      }
    }
    return """
      <form class="write-form" method="post" action="/coding/merge">
      <h2>What would change: \(message)</h2>
      <p role="status">\(counts.isEmpty ? "No other entry names it." : "Rewritten: \(counts.map { $0.count.counted($0.section.noun) }.joined(separator: ", ")).")</p>
      <p class="reference">\(merged.touched.prefix(8).compactMap(\.id).joined(separator: ", "))</p>
      \(request.address.own.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <p class="row">\(request.writeFields(back: "/record#\(order.section.rawValue)"))
      <button type="submit">\(order.isSplit ? "Split" : "Merge") them</button></p></form>

      """
  }
}

extension Action {
  static let merge = Action(
    path: "/coding/merge", changesCase: true, largestForm: (bytes: 1_000_000, items: 20_000)
  ) { site, posted in
    try await site.code(posted) { stored, signature, day in
      let order = try MergeOrder(posted.form)
      let (merged, message) = try order.carriedOut(
        on: stored.theCase, Provenance(entered: day, by: signature.who))
      return Site.Coded(
        theCase: merged.theCase, message: message, said: "\(message.capitalisedFirst).")
    }
  }
}
