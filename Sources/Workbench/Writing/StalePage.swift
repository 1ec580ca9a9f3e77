internal import CaseModel
internal import CaseStore
internal import Hummingbird
internal import Presentation

extension Site {
  /// What a person sees whose edit began from an earlier state: both versions, and the way to put the
  /// own one in place of the newer all the same.
  func stalePage(_ fault: StoreError, _ stale: StaleEdit, _ posted: Action.Posted) -> Response {
    let now = stale.current?.after
    let back = safe(posted.form["back"] ?? "/history")
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
      <form method="post" action="\(posted.path)">\
      <input type="hidden" name="form-token" value="\(posted.session?.formToken ?? "")">\
      \(again.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <p><button type="submit">Overwrite with my version</button> \
      <a href="\(back)">Keep the other version</a></p></form>
      """
    return response(
      PageFrame.plain(
        title: "Edit conflict",
        """
        <p dir="auto">\(fault.message.capitalisedFirst). Nothing was written.</p>
        \(table)\(form)
        """), status: .conflict)
  }
}
