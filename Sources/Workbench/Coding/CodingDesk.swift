internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// What a document's page has in addition to the text where it may be coded: what was done last with the ways back,
/// and a plain form that needs no script.
struct CodingDesk {
  let request: PageRequest
  let source: Case.Source

  /// What was proposed for the document a moment ago, where the address says so.
  private var arrival: String? {
    proposed.map { ProposalWords(request.lensed.theCase, source.id).said(of: $0) }
  }

  var proposed: Int? {
    request.address.own["proposed"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Named beforehand, as each would be asked for only once the one that imports it is there.
  private static let scripts = EmbeddedAssets.all.map(\.0).filter {
    $0.hasPrefix("coding") && $0.hasSuffix(".js")
  }.sorted()

  /// The name, undo and redo, and what was done.
  var bar: HTML {
    """
    \(Self.scripts.html { "<link rel=\"modulepreload\" href=\"/assets/\($0)\">\n" })\
    <form class="coding-bar" method="post" action="/coding/undo">\
    \(request.writeFields(back: request.address.staying.href))
    <button type="button" class="code" hidden>Record this passage</button>
    <button name="do" value="undo" class="quiet">Undo</button>
    <button name="do" value="redo" class="quiet">Redo</button>
    <input type="hidden" name="source" value="\(source.id)">
    <button name="do" value="propose" class="quiet" formaction="/coding/proposals">Propose statements</button>
    <span class="said" role="status">\(arrival ?? "")</span><span class="waits" role="alert"></span></form>

    """
  }

  var form: HTML {
    let theCase = request.lensed.theCase
    return """
      <details class="more plain-coding"><summary>Add a statement by form</summary>
      <form class="write-form" method="post" action="/coding/statements">
      <input type="hidden" name="source" value="\(source.id)">
      <p><label>The words, as they stand in the text<br><textarea name="exact" rows="3" required dir="auto"></textarea></label></p>
      <p class="row"><label>Which occurrence <input name="nth" inputmode="numeric" size="4"></label>
      <label>Speaker <select name="speaker" data-new="new-speaker"><option value="">Choose</option>\
      \(theCase.actors.html { "<option value=\"\($0.id)\">\($0.name)</option>" })\
      <option value="+">Someone new …</option></select></label> \(FormRenderer.newTitle("new-speaker", "speaker"))
      <label>Act <select name="act">\
      \(Case.Statement.Act.allCases.html { "<option value=\"\($0.rawValue)\">\(FormWords.word($0.rawValue))</option>" })\
      </select></label></p>
      <p class="row"><label>About <select name="about" data-new="new-about"><option value="">Nothing named</option>\
      \(theCase.issues.html(subjects))<option value="+">A new issue …</option></select></label> \
      \(FormRenderer.newTitle("new-about", "issue"))
      <label>Value, for an issue that is answered by one <input name="value" size="24"></label>
      <label>Stance <select name="stance"><option value=""></option>\
      \(Case.Statement.Stance.allCases.html { "<option>\($0.rawValue)</option>" })</select></label></p>
      <p><label>In one line, in your own words<br><textarea name="gist" rows="2" required></textarea></label></p>
      <p class="row"><label><input type="checkbox" name="verbatim" value="yes"> The speaker's own words</label>
      \(request.writeFields(back: request.address.staying.href))
      <button type="submit">Save the statement</button></p></form></details>

      """
  }

  private func subjects(_ issue: Case.Issue) -> HTML {
    """
    <option value="issue:\(issue.id)">\(issue.title)</option>\
    \(issue.options.html { option in
      "<option value=\"issue:\(issue.id)/\(option.id)\">\(issue.title): \(option.title)</option>"
    })
    """
  }
}

extension ViewAddress {
  /// The document's page as one comes back to it.
  var staying: ViewAddress { asking("proposed", nil).asking(KnownParts.question, nil) }
}
