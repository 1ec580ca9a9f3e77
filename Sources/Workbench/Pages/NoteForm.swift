internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// The form for a note on an entry; nothing where the entry takes none.
struct NoteForm {
  let request: PageRequest
  let view: EntryView

  var html: HTML {
    guard EntryReference.sections.contains(view.section) else { return HTML() }
    guard request.mode.writing == .allowed else { return request.refusalRemark }
    return """
      <details class="write"\("" as HTML)><summary>Add a note</summary>
      <form class="write-form" method="post" action="/notes">
      <input type="hidden" name="section" value="\(view.section.rawValue)">\
      <input type="hidden" name="id" value="\(view.id)">
      <label class="words">Note<textarea name="text" rows="3" maxlength="10000" required dir="auto">\
      </textarea></label>
      <label class="tick"><input type="checkbox" name="confidential" value="yes"> \
      <span>Confidential: left out in room mode</span></label>
      <p class="row">\(request.writeFields(back: request.address.href))\
      <button type="submit">Add the note</button></p>
      </form></details>
      """
  }
}
