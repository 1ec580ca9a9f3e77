internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// The remarks on an entry, and the form for another.
struct Notes {
  let visit: Visit
  let view: EntryView

  var html: HTML {
    var html = HTML()
    let canBear = EntryReference.sections.contains(view.section)
    guard !view.notes.isEmpty || canBear else { return html }
    html += "<section class=\"notes\"><h2>Notes</h2>\n"
    if !view.notes.isEmpty { html += "<ul>\(view.notes.html(line))</ul>\n" }
    if canBear { html += form }
    return html + "</section>\n"
  }

  private func line(_ note: EntryView.NoteLine) -> HTML {
    var about: [String] = []
    if let by = note.by { about.append(visit.index.name(by)) }
    if let entered = note.entered { about.append(entered.words) }
    let signed: HTML =
      about.isEmpty ? HTML() : " <span class=\"faint\">— \(about.joined(separator: ", "))</span>"
    return """
      <li dir="auto"><span class="note">\(note.text)</span>\(signed)\
      \(" <strong class=\"warning\">confidential</strong>", when: note.isConfidential)</li>

      """
  }

  private var form: HTML {
    guard visit.mode.writing == .allowed else { return visit.refusalRemark }
    return """
      <details class="write"\("" as HTML)><summary>Add a note</summary>
      <form class="write-form" method="post" action="/notes">
      <input type="hidden" name="section" value="\(view.section.rawValue)">\
      <input type="hidden" name="id" value="\(view.id)">
      <label class="words">Note<textarea name="text" rows="3" maxlength="10000" required dir="auto">\
      </textarea></label>
      <label class="tick"><input type="checkbox" name="confidential" value="yes"> \
      <span>Confidential: left out in room mode and by --redact</span></label>
      <p class="row">\(visit.writeFields(back: visit.address.href))\
      <button type="submit">Add the note</button></p>
      </form></details>
      """
  }
}
