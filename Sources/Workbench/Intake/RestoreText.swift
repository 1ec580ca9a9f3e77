internal import CaseModel
internal import Presentation

/// The form on a document's page by which its text, which the case does not hold, is put back.
struct RestoreText {
  let request: PageRequest
  let source: Case.Source

  var html: HTML {
    guard request.mode.writing == .allowed else { return request.refusalRemark }
    return """
      <form class="intake restore" method="post" enctype="multipart/form-data" action="/documents/new">\
      \(request.writeFields(back: "/documents/\(source.id)"))\
      <input type="hidden" name="source" value="\(source.id)">
      <div class="drop"><p class="drop-words">Choose the file that the text was taken from. It is \
      compared with the digest that was kept, and every quotation with it.</p>
      <label class="only-read" for="restore-file">The file with the text</label>
      <input type="file" id="restore-file" name="file" required>
      <ul class="chosen" aria-live="polite"></ul>
      <button type="submit">Put the text back</button></div>
      </form>

      """
  }
}
