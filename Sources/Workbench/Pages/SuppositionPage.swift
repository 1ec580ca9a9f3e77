internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What would follow if a party accepted an answer.
  static let supposition = Page(
    name: "suppose", path: "/suppose", own: ["party-to", "accepts"], lens: LensOption.evidence,
    place: Place(
      group: .agreements, title: "Suppose a party accepted", key: "u",
      summary: "What would follow for possible agreements, preconditions and stable outcomes."),
    content: { request in
      let question = SuppositionQuestion(request)
      let document = try question.document()
      return Content(
        title: "Suppose a party accepted",
        main: request.fragment(document, slots: ["question": question.form]))
    },
    json: { request in
      guard let view = try SuppositionQuestion(request).view() else {
        return try request.frame.json([String: String]())
      }
      return try request.frame.json(view)
    },
    csv: { request in CSVFace().render(try SuppositionQuestion(request).document().tables) },
    document: { try SuppositionQuestion($0).document() })
}

/// Who is to accept what, chosen from what the case has.
private struct SuppositionQuestion {
  let request: PageRequest

  init(_ request: PageRequest) { self.request = request }

  private var index: CaseIndex { request.index }
  private var own: Query { request.address.own }

  private var parties: [Case.Actor.ID] {
    let theCase = index.theCase
    let main = theCase.header.parties
    return main
      + Set(theCase.issues.flatMap(\.parties)).subtracting(main).sorted()
  }

  /// Issue and option, as `neutrality/permanent`.
  private func chosen() throws -> (party: Case.Actor.ID, issue: Case.Issue.ID, option: Slug)? {
    guard let name = own["party-to"], let answer = own["accepts"] else { return nil }
    let party = Case.Actor.ID(name)
    guard parties.contains(party) else {
      throw Problem.badRequest("the case has no party `\(name.shortened(to: 60))`")
    }
    let parts = answer.split(separator: "/").map(String.init)
    guard parts.count == 2, let issue = index.issue(Case.Issue.ID(parts[0])),
      let option = issue.options.first(where: { $0.id.raw == parts[1] })
    else {
      throw Problem.badRequest("no issue has the option `\(answer.shortened(to: 60))`")
    }
    return (party, issue.id, option.id)
  }

  func view() throws -> SuppositionView? {
    guard let (party, issue, option) = try chosen() else { return nil }
    return try supposition(
      request.lensed.theCase, request.lensed.lens, that: party, accepts: option, on: issue,
      conditions: try request.view(PreconditionsView.self), checkpoint: request.checkpoint)
  }

  func document() throws -> Document {
    guard let view = try view() else {
      let table = Table(
        "Choose a party and an option",
        [Table.Column("Question"), Table.Column("Now"), Table.Column("If accepted")])
      return Document(
        "Suppose a party accepted",
        [
          .paragraph(
            """
            Choose a party and an option to see what would follow: which packages all could accept, \
            which conditions would be met, and which outcomes would hold.
            """), .slot("question"), .table(table),
        ])
    }
    return request.frame.document(view)
  }

  var form: HTML {
    let (party, answer) = (own["party-to"], own["accepts"])
    return """
      <form class="panel row" method="get" action="/suppose">
      \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <label>Suppose <select name="party-to">\(parties.html { id in
        "<option value=\"\(id)\"\(" selected", when: id.raw == party)>\(index.name(id))</option>"
      })</select></label>
      <label>accepted <select name="accepts">\(index.theCase.issues.filter { !$0.options.isEmpty }.html { issue in
        """
        <optgroup label="\(issue.title)">\(issue.options.html { option in
          "<option value=\"\(issue.id)/\(option.id)\"\(" selected", when: "\(issue.id)/\(option.id)" == answer)>\(option.title)</option>"
        })</optgroup>
        """
      })</select></label>
      <button type="submit">See what follows</button>
      </form>

      """
  }
}
