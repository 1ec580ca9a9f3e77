internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// A conflict is made and changed: who can do what, what each wants.
  static let conflict = Page(
    name: "conflict", path: "/conflicts/build", own: ["conflict", "new"], lens: [],
    content: { request in
      if let refusal = request.mode.writing.refusal { throw refusal }
      return Content(
        title: "A conflict", main: try ConflictPage(request: request).html(), place: "stability")
    })
}

private struct ConflictPage {
  let request: PageRequest

  /// Empty rows for more.
  private static let spareActions = 4
  private static let spareWishes = 2

  func html() throws -> HTML {
    let conflicts = request.lensed.theCase.conflicts
    let wanted = request.address.own["conflict"]
    let isNew = request.address.own["new"] != nil || conflicts.isEmpty
    // The newest, as after it was made.
    let found = isNew ? nil : conflicts.last { wanted == nil || $0.id.raw == wanted }
    guard found != nil || isNew else { throw Problem.notFound("the case holds no such conflict") }
    let others: HTML =
      conflicts.isEmpty
      ? HTML()
      : """
      <p>\(conflicts.html { "<a href=\"/conflicts/build?conflict=\($0.id)\">\($0.title)</a> · " })\
      <a href="/conflicts/build?new=yes">Make another</a></p>
      """
    if let found, found.isGraph {
      return """
        <article class="dragoman"><header><h1 dir="auto">\(found.title)</h1>\(others)</header>
        <p>This conflict lists its states and moves, and has no actions to choose from. \
        <a class="button" href="/edit?section=conflicts&amp;key=\(found.id)">All fields</a></p></article>

        """
    }
    return """
      <article class="dragoman wide conflict-of"><header>
      <h1 dir="auto">\(found?.title ?? "What would hold once reached?")</h1>\(others)</header>
      <p>Say who could do what, and what each wants. The program then finds the outcomes that no one would \
      leave. It is a hypothesis: every action and every wish says which statements, or whose judgement, it \
      rests on.</p>
      <form class="write-form" method="post" action="/conflicts/build">
      <input type="hidden" name="conflict" value="\(found?.id.raw ?? "")">
      <input type="hidden" name="expected" value="\(found.flatMap { request.lensed.snapshot.stored?.revision(of: .conflicts, id: $0.id.raw) } ?? 0)">
      <p class="row"><label>What it is about <input name="title" required maxlength="200" size="44" dir="auto" \
      value="\(found?.title ?? "")" placeholder="A ceasefire first, or talks first"></label></p>
      \(actions(found))\(found.map(wishes) ?? later)\(found.map(exclusions) ?? HTML())
      \(statements)<p class="row">\(request.writeFields(back: found.map { "/conflicts/build?conflict=\($0.id)" } ?? "/conflicts/build"))
      <button type="submit">Save the conflict</button> \(found.map { conflict in
        """
        <a href="\(request.link("/stability", Query([.init(name: "conflict", value: conflict.id.raw)])))">What follows from it</a> \
        <a href="/edit?section=conflicts&amp;key=\(conflict.id)">All fields</a>
        """
      } ?? HTML())</p></form></article>

      """
  }

  private var later: HTML {
    "<p class=\"remark\">Once this is saved, the page asks what each of them wants.</p>\n"
  }

  private func name(_ maker: Case.Conflict.DecisionMaker) -> String {
    maker.title ?? (maker.actors.isEmpty ? maker.id.raw : request.index.names(maker.actors))
  }

  // MARK: What can be done

  private func actions(_ conflict: Case.Conflict?) -> HTML {
    let options = conflict?.options ?? []
    let now = Array(conflict?.statusQuo ?? "")
    let rows = options.indices.html { place in
      row(place, options[place], conflict, now.indices.contains(place) && now[place] == "Y")
    }
    let spare = (options.count..<options.count + Self.spareActions).html { place in
      row(place, nil, conflict, false)
    }
    return """
      <div class="table stacked"><table><caption>What can be done</caption><thead><tr><th scope="col">Who</th>\
      <th scope="col">can …</th><th scope="col">Done now</th><th scope="col">Rests on</th></tr></thead><tbody>
      \(rows)\(spare)</tbody></table></div>
      <p class="help">An action follows a name: “accept the offer”. Empty the words to take one out.</p>

      """
  }

  private func row(
    _ place: Int, _ option: Case.Conflict.Option?, _ conflict: Case.Conflict?, _ isNow: Bool
  ) -> HTML {
    let number = place + 1
    return """
      <tr><td data-column="Who"><select name="o.\(place).owner" data-new="o.\(place).new" aria-label="Who can take action \(number)">\
      \(owners(option?.owners.first, conflict))<option value="+">Someone new …</option></select>\
      \(FormRenderer.newTitle("o.\(place).new", "actor"))\
      \(option.map { "<input type=\"hidden\" name=\"o.\(place).id\" value=\"\($0.id)\">" } ?? HTML())</td>\
      <td data-column="can …"><input name="o.\(place).title" size="30" dir="auto" value="\(option?.title ?? "")" \
      aria-label="Action \(number)"\(" placeholder=\"sign the agreement\"" as HTML, when: place == 0 && option == nil)></td>\
      <td data-column="Done now"><label class="tick"><input type="checkbox" name="o.\(place).now" value="yes"\(" checked", when: isNow) \
      aria-label="Action \(number) is done now"></label></td>\
      <td data-column="Rests on">\(basis(option?.evidence, "o.\(place)", "action \(number)"))</td></tr>

      """
  }

  private func owners(_ chosen: Slug?, _ conflict: Case.Conflict?) -> HTML {
    let makers = conflict?.decisionMakers ?? []
    let taken = Set(makers.flatMap(\.actors))
    let parties = request.lensed.theCase.header.parties
    let actors = request.lensed.theCase.actors.filter {
      $0.kind != .outlet && !taken.contains($0.id)
    }
    // Those who negotiate come first.
    let order =
      actors.filter { parties.contains($0.id) } + actors.filter { !parties.contains($0.id) }
    return """
      \(makers.html { maker in
        "<option value=\"\(maker.id)\"\(" selected", when: maker.id == chosen)>\(name(maker))</option>"
      })\(order.html { "<option value=\"\($0.id)\">\($0.name)</option>" })
      """
  }

  /// The statements it rests on, to be changed, and else whose judgement it is.
  private func basis(_ evidence: Evidence?, _ name: String, _ what: String) -> HTML {
    let known = evidence?.statements ?? []
    let all = request.lensed.theCase.statements
    let judge: HTML =
      evidence?.basis.map { "<small>judged by \(request.index.name($0))</small>" } ?? HTML()
    let kept = known.html { id in
      """
      <label class="tick"><input type="checkbox" name="\(name).evidence" value="\(id)" checked> \
      <span dir="auto">\(words(id))</span></label>
      """
    }
    // More than these are found by typing words of them.
    guard all.count <= FormChoices.mostInList else {
      return """
        \(kept)<input name="\(name).evidence" list="choices-statements" autocomplete="off" \
        aria-label="A statement that \(what) rests on" \
        placeholder="\(known.isEmpty ? "your judgement, or type to search" : "another: type to search")">\(judge)
        """
    }
    let choices = all.filter { !known.contains($0.id) }.html { statement in
      """
      <option value="\(statement.id)">\(request.index.names(statement.speaker)): \(statement.gist.shortened(to: 70))</option>
      """
    }
    return """
      \(kept)<select name="\(name).evidence" aria-label="A statement that \(what) rests on">\
      <option value="">\(known.isEmpty ? "your judgement" : "another statement")</option>\(choices)</select>\(judge)
      """
  }

  private func words(_ id: Case.Statement.ID) -> String {
    request.index.said(id).map { "\($0.gist.shortened(to: 70)) (\($0.origin))" } ?? id.raw
  }

  /// The statements to search in, once for all rows; an id is what is sent.
  private var statements: HTML {
    let all = EntryOrder.byDate(request.lensed.theCase.statements, request.index)
    guard all.count > FormChoices.mostInList else { return HTML() }
    return """
      <datalist id="choices-statements">\(all.html { statement in
        "<option value=\"\(statement.id)\">\(words(statement.id))</option>"
      })</datalist>

      """
  }

  // MARK: What is wanted

  private func wishes(_ conflict: Case.Conflict) -> HTML {
    // Where one goes on after the actions were saved.
    let next = conflict.decisionMakers.first { maker in
      maker.prefers.isEmpty && maker.weights.isEmpty && maker.ranking.isEmpty
        && maker.compares.isEmpty
    }
    return conflict.decisionMakers.html { maker in
      guard maker.ranking.isEmpty, maker.compares.isEmpty else {
        return """
          <h2>\(name(maker))</h2><p>ranks whole outcomes; that is changed under \
          <a href="/edit?section=conflicts&amp;key=\(conflict.id)">All fields</a>.</p>

          """
      }
      guard maker.weights.isEmpty else { return weights(conflict, maker) }
      let count = maker.prefers.count
      return """
        <div class="table stacked"><table><caption>What \(name(maker)) wants, the most important first</caption>\
        <thead><tr><th scope="col">Order</th><th scope="col">That …</th><th scope="col">Not sure</th>\
        <th scope="col">Rests on</th></tr></thead><tbody>
        \((0..<count + Self.spareWishes).html { place in
          wish(
            place, place < count ? maker.prefers[place] : nil, maker, conflict,
            isNext: place == 0 && maker.id == next?.id)
        })</tbody></table></div>
        <input type="hidden" name="p.\(maker.id).there" value="yes">

        """
    }
  }

  private func wish(
    _ place: Int, _ wish: Case.Conflict.Priority?, _ maker: Case.Conflict.DecisionMaker,
    _ conflict: Case.Conflict, isNext: Bool
  ) -> HTML {
    let row = "p.\(maker.id).\(place)"
    var choices: [(that: String, words: String)] = conflict.options.flatMap { option in
      let owner = conflict.decisionMakers.first { $0.id == option.owners.first }.map(name) ?? ""
      return [
        (option.id.raw, "\(owner): \(option.title)"),
        ("not \(option.id)", "\(owner): not \(option.title)"),
      ]
    }
    if let wish, !choices.contains(where: { $0.that == wish.that }) {
      choices.append((wish.that, wish.title ?? wish.that))
    }
    let what = "wish \(place + 1) of \(name(maker))"
    return """
      <tr><td data-column="Order"><input name="\(row).rank" value="\(place + 1)" size="3" inputmode="numeric" \
      aria-label="Order of \(what)"></td>\
      <td data-column="That …"><select name="\(row).that" aria-label="\(what.capitalisedFirst)"\
      \(" data-next=\"/conflicts/build\"" as HTML, when: isNext)><option value="">—</option>\
      \(choices.html { choice in
        "<option value=\"\(choice.that)\"\(" selected", when: choice.that == wish?.that)>\(choice.words)</option>"
      })</select>\(wish == nil ? HTML() : "<input type=\"hidden\" name=\"\(row).old\" value=\"\(place)\">")</td>\
      <td data-column="Not sure"><label class="tick"><input type="checkbox" name="\(row).uncertain" value="yes"\
      \(" checked", when: wish?.uncertain ?? false) aria-label="The evidence does not settle \(what)"></label></td>\
      <td data-column="Rests on">\(basis(wish?.evidence, row, what))</td></tr>

      """
  }

  private func weights(
    _ conflict: Case.Conflict, _ maker: Case.Conflict.DecisionMaker
  ) -> HTML {
    """
    <div class="table stacked"><table><caption>What each action is worth to \(name(maker))</caption><thead><tr>\
    <th scope="col">Action</th><th scope="col">Taken</th><th scope="col">Not taken</th>\
    <th scope="col">Rests on</th></tr></thead><tbody>
    \(maker.weights.html { weight in
      let title = conflict.options.first { $0.id == weight.option }?.title ?? weight.option.raw
      let row = "w.\(maker.id).\(weight.option)"
      return """
        <tr><th scope="row" dir="auto">\(title)</th>\
        <td data-column="Taken"><input name="\(row).taken" value="\(weight.taken)" size="5" inputmode="numeric" aria-label="\(title), taken"></td>\
        <td data-column="Not taken"><input name="\(row).not" value="\(weight.notTaken)" size="5" inputmode="numeric" aria-label="\(title), not taken"></td>\
        <td data-column="Rests on">\(request.references(weight.evidence.statements, most: 3))\
        \(weight.evidence.basis.map { " <small>judged by \(request.index.name($0))</small>" } ?? HTML())</td></tr>

        """
    })</tbody></table></div><input type="hidden" name="p.\(maker.id).there" value="yes">

    """
  }

  // MARK: What cannot be

  private func exclusions(_ conflict: Case.Conflict) -> HTML {
    func words(_ rule: Case.Conflict.Infeasible) -> String {
      if let title = rule.title { return title }
      let named = (rule.exclusive + rule.atLeastOne).map { id in
        conflict.options.first { $0.id == id }?.title ?? id.raw
      }
      if !rule.exclusive.isEmpty { return "not together: \(named.joined(separator: "; "))" }
      if !rule.atLeastOne.isEmpty { return "one of: \(named.joined(separator: "; "))" }
      return rule.formula ?? rule.pattern ?? ""
    }
    func choice(_ name: String, _ label: String) -> HTML {
      """
      <label>\(label) <select name="\(name)"><option value="">—</option>\
      \(conflict.options.html { "<option value=\"\($0.id)\">\($0.title)</option>" })</select></label>
      """
    }
    return """
      <fieldset><legend>What cannot be together</legend><input type="hidden" name="x.there" value="yes">
      <ul class="items">\(conflict.infeasible.enumerated().map { $0 }.html { number, rule in
        "<li><label><input type=\"checkbox\" name=\"x\" value=\"\(number)\" checked> \(words(rule))</label></li>\n"
      })<li class="row">\(choice("x.0.a", "New:")) \(choice("x.0.b", "rules out"))</li></ul></fieldset>

      """
  }
}
