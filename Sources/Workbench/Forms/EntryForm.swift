internal import CaseModel
internal import Presentation

/// The form of one entry on a page, with what is filled in and what is wrong with it.
struct EntryForm {
  let edit: EntryEdit
  var tree: FormTree
  var faults = FormError(findings: [], canBeSaved: false)
  /// Where the page came from.
  let back: String

  func html(_ request: PageRequest) -> HTML {
    var renderer = FormRenderer(FormChoices(request.index), faults: faults.findings)
    renderer.makesID = edit.key == nil && edit.section != nil
    let fields = renderer.fields(edit.shape, tree)
    return """
      <form class="write-form entry-form" method="post" action="/entries">
      <input type="hidden" name="section" value="\(edit.section?.rawValue ?? "case")">\
      <input type="hidden" name="key" value="\(edit.key ?? "")">\
      <input type="hidden" name="expected" value="\(edit.expected.map { String($0) } ?? "")">
      <button type="submit" name="do" value="save" class="first" tabindex="-1" aria-hidden="true">Save</button>
      \(summary(request))\(fields)\(renderer.lists())
      <p class="row save">\(request.writeFields(back: back))\
      <button type="submit" name="do" value="save">Save</button> \
      \(anyway)<a href="\(back)">Cancel</a></p>
      \(removal)</form>

      """
  }

  /// What is wrong, before the fields, so that no one has to look for it.
  private func summary(_ request: PageRequest) -> HTML {
    guard !faults.findings.isEmpty else { return HTML() }
    if faults.isRemoval {
      return EntriesInTheWay(faults.findings, noun: edit.noun, request).html
    }
    let lines = faults.findings.html { finding in
      let (message, hint) = FormWords.plain(finding)
      return """
        <li dir="auto">\(finding.path.steps.isEmpty ? HTML() : "<b>\(place(finding.path))</b>: ")\
        \(message)\(hint.map { " (\($0))" } ?? "")</li>

        """
    }
    return """
      <div class="faults" role="alert" tabindex="-1"><p>Nothing was saved yet:</p>
      <ul>\(lines)</ul></div>

      """
  }

  private func place(_ path: EntryPath) -> String {
    path.steps.map { step in
      switch step {
      case .key(let name): FormWords.label(name)
      case .id(let id): id
      case .index(let index): String(index + 1)
      }
    }.joined(separator: ", ")
  }

  private var anyway: HTML {
    guard faults.canBeSaved else { return HTML() }
    return """
      <label class="tick"><input type="checkbox" name="anyway" value="yes"> \
      <span>\(faults.isRemoval ? "Remove it nevertheless" : "Save despite these findings")</span></label> 
      """
  }

  private var removal: HTML {
    guard edit.key != nil else { return HTML() }
    return """
      <p class="row"><button type="submit" name="do" value="delete" formnovalidate class="quiet">\
      Remove this \(edit.noun)</button></p>

      """
  }
}
