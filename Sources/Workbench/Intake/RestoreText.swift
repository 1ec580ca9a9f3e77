internal import CaseModel
internal import Presentation

/// On the page of a document whose text the case withholds: the form by which the text is put back.
struct RestoreText {
  let request: PageRequest
  let page: Page

  /// Nothing on other pages, and where nothing may be written.
  var html: HTML {
    guard page.name == "document", request.mode.writing == .allowed,
      let source = request.index.source(Case.Source.ID(request.parameters["id"] ?? "")),
      source.text.withheld
    else { return HTML() }
    return """
      <section class="next" aria-label="Put the text back">
      <h2>Put the text back</h2>
      <p>Choose the file that the text was taken from, or drop it here. It is compared with the digest \
      that was kept, and every quotation is proved against it.</p>
      <form class="intake restore" method="post" enctype="multipart/form-data" action="/documents/new" \
      data-most="\(Upload.largest)">
      <input type="hidden" name="source" value="\(source.id)">
      <div class="drop"><p class="drop-words"><label for="restore-file">The file with the text</label></p>
      <input type="file" id="restore-file" name="file" required>
      <ul class="chosen" aria-live="polite"></ul></div>
      <p class="row">\(request.writeFields(back: "/documents/\(source.id)"))
      <button type="submit">Put the text back</button></p>
      </form></section>

      """
  }
}
