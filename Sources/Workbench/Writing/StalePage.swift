internal import CaseModel
internal import CaseStore
internal import Hummingbird
internal import Presentation
internal import StateOfPlay

extension Site {
  /// What a person sees whose edit began from an earlier state: both versions, and the way to put the
  /// own one in place of the newer all the same.
  func stalePage(_ fault: StoreError, _ stale: StaleEdit, _ posted: Action.Posted) -> Response {
    let now = stale.current?.after
    let back = safe(posted.form["back"] ?? "/history")
    if let page = sidesPage(stale, posted, back) { return page }
    let lines = FieldChange.between(now, stale.yours, all: true) ?? []
    let table: HTML =
      """
      <div class="table"><table role="table"><caption>Both versions</caption>
      <thead><tr><th scope="col">Field</th><th scope="col">In the file now</th>\
      <th scope="col">Yours</th></tr></thead><tbody>
      \(lines.html { line in
        """
        <tr\(" class=\"differs\"", when: line.before != line.after)><th scope="row">\(line.field)</th>\
        <td dir="auto">\(line.before ?? "—")</td><td dir="auto">\(line.after ?? "—")</td></tr>

        """
      })</tbody></table></div>
      """
    // The same form again, on the newer state.
    var again = posted.form
    again.items.removeAll { ["form-token", "key", "expected"].contains($0.name) }
    if now != nil, let current = stale.current {
      again.add("key", current.name.key)
      again.add("expected", String(current.number))
    }
    let form: HTML = """
      <form class="versions" method="post" action="\(posted.path)">\
      <input type="hidden" name="form-token" value="\(posted.session?.formToken ?? "")">\
      \(again.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <p><button type="submit">Overwrite with my version</button> \
      <a href="\(back)">Keep the other version</a></p></form>
      """
    let main: HTML = """
      <article class="dragoman"><header><h1>Edit conflict</h1></header>
      <p dir="auto">\(fault.message.capitalisedFirst). Nothing was written.</p>
      \(table)\(form)</article>

      """
    guard let session = posted.session else {
      return response(PageFrame.plain(title: "Edit conflict", table), status: .conflict)
    }
    return shell(title: "Edit conflict", main, session, status: .conflict)
  }

  /// The same for an entry's form: both versions by field, with a choice for each; nil for other forms, and
  /// where one of the two is gone.
  private func sidesPage(
    _ stale: StaleEdit, _ posted: Action.Posted, _ back: String
  ) -> Response? {
    guard posted.path == Action.entry.path, let session = posted.session,
      let edit = try? EntryEdit(posted.form), let store = keeper.store,
      let theCase = try? store.theCase(), edit.standing(in: theCase) != nil,
      let current = stale.current, let group = stale.currentGroup
    else { return nil }
    let index = CaseIndex(theCase)
    let before = try? store.history(of: stale.name).compactMap(\.revisions.first)
      .first { $0.number == stale.expected }?.after
    guard let versions = TwoVersions(stale, before: before, edit.shape, index) else {
      return nil
    }
    var again = posted.form
    again.items.removeAll {
      ["form-token", "key", "expected", "do"].contains($0.name)
        || $0.name.hasPrefix(TwoVersions.prefix)
    }
    again.add("key", edit.key)
    again.add("expected", String(current.number))
    let who = index.name(Who(group.who))
    let title =
      edit.section.flatMap { section in edit.key.map { index.title(section, $0) } }
      ?? theCase.header.title
    let main: HTML = """
      <article class="dragoman"><header><h1>Two versions</h1></header>
      <p dir="auto">While you had the form open, \(who) saved another version of \(edit.noun) “\(title)”, on \
      \(EDTFDate(group.made.day).words). Nothing of yours is lost, and nothing of it is saved yet: choose for each field.</p>
      <form class="write-form versions" method="post" action="\(posted.path)">\
      <input type="hidden" name="form-token" value="\(session.formToken)">\
      \(again.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      \(versions.lines.isEmpty ? "<p>Both versions say the same.</p>" : versions.table(who))\
      <p class="row"><button type="submit" name="do" value="save">Save what is chosen</button> \
      <a href="\(back)">Leave it as \(who) saved it</a></p></form></article>

      """
    return shell(title: "Two versions", main, session, status: .conflict)
  }

  /// What a person sees whose form was refused: why, and what was typed, to be put right or copied.
  func unwritten(
    _ problem: Problem, _ posted: Action.Posted, _ session: Sessions.Session
  ) -> Response {
    let typed = ["text", "reason"].filter { posted.form[$0]?.isEmpty == false }
    // Where nothing may be written at all, the words are there to be copied.
    let isFinal = problem.status == .forbidden
    let hidden = posted.form.items.filter {
      !typed.contains($0.name) && !["form-token", "by"].contains($0.name)
    }
    let boxes = typed.html { name in
      """
      <label class="words">What you wrote<textarea name="\(name)" rows="4" dir="auto"\
      \(" readonly", when: isFinal)>\(posted.form[name] ?? "")</textarea></label>

      """
    }
    let back = safe(posted.form["back"] ?? "/positions")
    let form: HTML =
      isFinal
      ? "<div class=\"write-form\">\(boxes)</div>"
      : """
      <form class="write-form" method="post" action="\(posted.path)">
      <input type="hidden" name="form-token" value="\(session.formToken)">\
      \(hidden.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      \(boxes)<p class="row"><label class="who">Your name <input name="by" \
      value="\(posted.form["by"] ?? "")" required maxlength="200" autocomplete="name" size="18"></label>
      <button type="submit">Send again</button></p></form>

      """
    return shell(
      title: problem.title,
      problem.article(
        "\(typed.isEmpty ? HTML() : form)<p><a href=\"\(back)\">Back to the page</a></p>\n"),
      session, status: problem.status)
  }
}
