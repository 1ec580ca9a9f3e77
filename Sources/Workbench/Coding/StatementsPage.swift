internal import CaseModel
internal import CaseStore
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// The statements of a filter, and what may be done to all of them at once.
  static let statements = Page(
    name: "statements", path: "/statements",
    own: StatementFilter.names + ["field", "order"]
      + BulkChange.Field.allCases.map { "value.\($0.rawValue)" },
    lens: [],
    place: Place(
      group: .record, title: "Statements", key: "k",
      summary:
        "All statements, to be filtered; where the case may be written, one change to all that a filter shows."
    ),
    content: { request in
      Content(title: "Statements", main: try StatementsPage(request).html())
    },
    json: { request in
      let found = StatementFilter(request.address.own).statements(of: request.lensed.theCase)
      return try request.frame.json(found.map(\.id))
    })
}

/// A list of statements with its filter, and the change that is thought of, seen before it is made.
struct StatementsPage {
  let request: PageRequest
  let filter: StatementFilter
  let found: [Case.Statement]

  /// Statements shown in one list; the rest are counted.
  private static let most = 500
  /// Shown of a change before it is made.
  private static let examples = 5

  init(_ request: PageRequest) throws {
    self.request = request
    filter = StatementFilter(request.address.own)
    let all = filter.statements(of: request.lensed.theCase)
    // By document and place in it, as entered, or by the day of the words.
    found =
      request.address.own["order"] == EntryOrder.entered.rawValue
      ? all : EntryOrder.byDate(all, request.index)
  }

  func html() throws -> HTML {
    """
    <article class="dragoman wide statements"><header><h1>Statements</h1></header>
    \(filterForm)
    <p role="status"><strong>\(found.count.counted("statement"))</strong>\
    \(filter.query.items.isEmpty ? "" : " by this filter")</p>
    \(request.mode.writing == .allowed && !found.isEmpty ? try bulk() : HTML())\
    <div class="table stacked"><table><caption>Statements</caption><thead><tr><th scope="col">In one line</th>\
    <th scope="col">Said</th><th scope="col">Speaker</th><th scope="col">Act</th><th scope="col">About</th>\
    <th scope="col">Stance</th></tr></thead><tbody>
    \(found.prefix(Self.most).html(row))</tbody></table></div>
    \(found.count > Self.most ? "<p class=\"remark\">\(found.count - Self.most) more: narrow the filter to see them.</p>" : HTML())
    </article>

    """
  }

  private func row(_ statement: Case.Statement) -> HTML {
    """
    <tr><th scope="row" dir="auto"><a href="\(request.link(statement.id))" title="\(statement.id)">\(statement.gist)</a></th>\
    <td data-column="Said">\(request.index.saidWords(statement))</td>\
    <td data-column="Speaker" dir="auto">\(request.index.names(statement.speaker))</td>\
    <td data-column="Act">\(FormWords.word(statement.act.rawValue))</td>\
    <td data-column="About" dir="auto">\(statement.about?.title(request.index) ?? "—")</td>\
    <td data-column="Stance">\(statement.stance?.rawValue ?? "—")</td></tr>

    """
  }

  private var filterForm: HTML {
    let theCase = request.lensed.theCase
    return """
      <form class="panel row" method="get" action="/statements">
      \(select("document", "Document", theCase.sources.map { ($0.id.raw, $0.title) }))
      \(select("speaker", "Speaker", theCase.actors.map { ($0.id.raw, $0.name) }))
      \(select("act", "Act", Self.acts))
      \(select("on", "Issue", theCase.issues.map { ($0.id.raw, $0.title) }))
      \(select("stance", "Stance", Self.stances))
      <label>Listed <select name="order"><option value="">by date and speaker</option>\
      <option value="entered"\(" selected" as HTML, when: request.address.own["order"] == "entered")>as entered, by document</option>\
      </select></label>
      <label>Words <input name="words" value="\(filter.query["words"] ?? "")" size="16"></label>
      <button type="submit">Filter</button> <a href="/statements">All</a></form>

      """
  }

  private static let acts = Case.Statement.Act.allCases.map {
    ($0.rawValue, FormWords.word($0.rawValue))
  }
  private static let stances =
    Case.Statement.Stance.allCases.map { ($0.rawValue, $0.rawValue) } + [("none", "none")]

  private func select(
    _ name: String, _ label: String, _ choices: [(id: String, title: String)],
    chosen: String? = nil
  ) -> HTML {
    let chosen = chosen ?? request.address.own[name]
    return """
      <label>\(label) <select name="\(name)"><option value="">any</option>\(choices.html { choice in
        choice.id == chosen
          ? "<option value=\"\(choice.id)\" selected>\(choice.title)</option>"
          : "<option value=\"\(choice.id)\">\(choice.title)</option>"
      })</select></label>
      """
  }

  // MARK: All at once

  private func bulk() throws -> HTML {
    let theCase = request.lensed.theCase
    let own = request.address.own
    let subjects = theCase.issues.flatMap { issue in
      [(id: "issue:\(issue.id)", title: issue.title)]
        + issue.options.map {
          (id: "issue:\(issue.id)/\($0.id)", title: "\(issue.title): \($0.title)")
        }
    }
    let choice: HTML = """
      <details class="more bulk"\(" open" as HTML, when: own["field"] != nil)>\
      <summary>Change all \(found.count)</summary>
      <form class="write-form" method="get" action="/statements">
      \(filter.query.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <p class="row"><label>Change <select name="field">\(BulkChange.Field.allCases.html { field in
        field.rawValue == own["field"]
          ? "<option value=\"\(field.rawValue)\" selected>\(field.words)</option>"
          : "<option value=\"\(field.rawValue)\">\(field.words)</option>"
      })</select></label></p><p class="row">
      \(select("value.speaker", "Speaker becomes", theCase.actors.map { ($0.id.raw, $0.name) }))
      \(select("value.act", "Act becomes", Self.acts))
      \(select("value.about", "About becomes", subjects + [("none", "nothing")]))
      \(select("value.stance", "Stance becomes", Self.stances))
      \(select("value.confidential", "Confidential becomes", [("yes", "yes"), ("no", "no")]))
      <button type="submit">Show what that changes</button></p></form>

      """
    guard own["field"] != nil else { return choice + "</details>\n" }
    let change = try BulkChange(own, theCase)
    let ids = Set(found.map(\.id))
    let after = CaseIndex(try change.applied(to: ids, of: theCase))
    let changed = found.filter { after.statement($0.id) != $0 }
    return choice + """
      <form class="write-form" method="post" action="/coding/bulk">
      <h2>\(changed.count == 0 ? "Nothing would change" : "\(changed.count.counted("statement")) would change")</h2>
      \(list(changed, after))
      \(own.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <input type="hidden" name="shown" value="\(Self.digest(found))">
      <p class="row">\(request.writeFields(back: "/statements?\(filter.query.text)"))
      \(changed.isEmpty ? HTML() : "<button type=\"submit\">Change \(changed.count.counted("statement"))</button>")</p>
      </form></details>

      """
  }

  private func list(_ changed: [Case.Statement], _ after: CaseIndex) -> HTML {
    """
    <ul>\(changed.prefix(Self.examples).html { statement in
      let now = after.statement(statement.id)
      return "<li dir=\"auto\" title=\"\(statement.id)\">“\(statement.gist.shortened(to: 60))”: \(words(statement)) → \(now.map(words) ?? "removed")</li>\n"
    })</ul>
    \(changed.count > Self.examples ? "<p class=\"remark\">and \(changed.count - Self.examples) more</p>" : HTML())
    """
  }

  private func words(_ statement: Case.Statement) -> String {
    let stance = statement.stance.map { ", \($0.rawValue)" } ?? ""
    let hidden = statement.provenance.confidential ? ", confidential" : ""
    return
      "\(request.index.names(statement.speaker)), \(FormWords.word(statement.act.rawValue)), "
      + "\(statement.about?.title(request.index) ?? "nothing")\(stance)\(hidden)"
  }

  /// The same for the same statements as they were shown.
  static func digest(_ statements: [Case.Statement]) -> String {
    SHA256Digest(of: statements.map { $0.node().json }.joined(separator: "\n").utf8).hex
  }
}

extension Action {
  /// Makes one change to all statements of a filter, as they were shown.
  static let bulk = Action(path: "/coding/bulk", changesCase: true) { site, posted in
    try await site.code(posted) { stored, _, _ in
      let theCase = stored.theCase.placed(in: stored.texts)
      let filter = StatementFilter(posted.form)
      let found = filter.statements(of: theCase)
      guard StatementsPage.digest(found) == posted.form["shown"] else {
        throw Problem.conflict(
          "the statements of this filter are no longer those you saw, and nothing was written",
          hint: "look at the list again")
      }
      let change = try BulkChange(posted.form, stored.theCase)
      let after = try change.applied(to: Set(found.map(\.id)), of: stored.theCase)
      do {
        try RuleCheck.check(before: stored.theCase, after: after, stored.texts)
      } catch let faults as FormError where posted.form["anyway"] != "yes" {
        throw faults
      } catch {}
      let what = "\(change.field.words.lowercased()) of \(found.count.counted("statement"))"
      return Site.Coded(theCase: after, message: what, said: "Changed: \(what).")
    }
  }
}
