internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// One contradiction, and the form in which an analyst says what to hold of it.
  static let verdict = Page(
    name: "verdict", path: "/contradictions/verdict", own: ["statement"],
    content: { request in
      let group = try request.askedGroup()
      return Content(
        title: "Verdict on \(group.title)",
        main: request.fragment(
          request.frame.document(group),
          slots: ["verdict": VerdictForm(request: request, group: group).html]),
        place: "contradictions")
    },
    json: { request in try request.lensed.frame.json(try request.askedGroup()) },
    csv: { request in
      var view = try request.lensed.view(ContradictionsView.self)
      view.groups = [try request.askedGroup()]
      return view.csv(in: request.frame)
    })
}

extension PageRequest {
  /// The contradiction between the statements that the address names.
  fileprivate func askedGroup() throws -> ContradictionsView.Group {
    let asked = Set(address.own.all("statement").map { Case.Statement.ID($0) })
    let view = try lensed.view(ContradictionsView.self)
    guard let group = view.groups.first(where: { Set($0.statements) == asked }) else {
      throw Problem.notFound(
        "these statements do not form a contradiction in this view of the record",
        hint:
          "the filters may exclude one of them, or it was changed; the contradictions page lists all"
      )
    }
    return group
  }
}

/// The analyst's assessment, the account accepted, and why.
private struct VerdictForm {
  let request: PageRequest
  let group: ContradictionsView.Group

  /// The verdict that now counts for the contradiction, by the name under which the file keeps it.
  private struct Standing {
    var verdict: Case.Verdict
    var name: RecordName
    var revision: Int
  }

  private var standing: Standing? {
    guard let stored = request.lensed.snapshot.stored else { return nil }
    let ids = Set(group.statements)
    let verdicts = stored.theCase.verdicts
    let place = verdicts.indices.last { verdicts[$0].statements.count(where: ids.contains) >= 2 }
    // One that is on other statements too is someone's word on more than this.
    guard let place, ids.isSuperset(of: verdicts[place].statements),
      let name = stored.name(of: .verdicts, at: place), let revision = stored.revision(of: name)
    else { return nil }
    return Standing(verdict: verdicts[place], name: name, revision: revision)
  }

  var html: HTML {
    guard request.mode.writing == .allowed else { return request.refusalRemark }
    let standing = standing
    let taken = Set(standing?.verdict.taken ?? [])
    return """
      <form class="write-form" method="post" action="/verdicts"><h2>Your verdict</h2>
      \(group.question.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
      <input type="hidden" name="key" value="\(standing?.name.key ?? "")">\
      <input type="hidden" name="expected" value="\(standing.map { String($0.revision) } ?? "")">
      <fieldset><legend>Your assessment</legend>
      \(Case.Verdict.Kind.allCases.html { kind in
        """
        <label class="tick"><input type="radio" name="verdict" value="\(kind.rawValue)" required\
        \(" checked", when: kind == standing?.verdict.verdict)> <span>\(kind.words): \(kind.meaning)</span></label>

        """
      })</fieldset>
      <fieldset><legend>Account you accept</legend>
      <label class="tick"><input type="radio" name="taken" value=""\
      \(" checked", when: taken.isEmpty)> <span>None</span></label>
      \(group.sides.html { side in
        let ids = side.statements.map(\.statement)
        return """
          <label class="tick"><input type="radio" name="taken" \
          value="\(ids.map(\.raw).joined(separator: ","))"\
          \(" checked", when: ids.contains(where: taken.contains))> \
          <span dir="auto">\(side.words(isRefusal: request.frame.isOnPosition(group))) <span class="faint">(\(ids.map(\.raw).joined(separator: ", ")))</span></span></label>

          """
      })</fieldset>
      <label class="words">Why<textarea name="reason" rows="3" maxlength="4000" dir="auto">\
      \(standing?.verdict.reason ?? "")</textarea></label>
      <p class="row">\(request.writeFields(back: request.link("/contradictions") + "#" + group.anchor))\
      <button type="submit">Save verdict</button></p>
      </form>
      """
  }
}

extension Case.Verdict.Kind {
  fileprivate var meaning: String {
    switch self {
    case .open: "nothing decides between them yet"
    case .explained: "they only seem to contradict each other"
    case .oneWrong: "they cannot all be right, and one is not"
    case .bothPartial: "each is right in part"
    }
  }
}
