internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// What changed between two dates, with both quotes side by side.
  static let changes = Page.view(ChangesView.self, main: { try ChangeList($0).html })
}

private struct ChangeList {
  let request: PageRequest
  let view: ChangesView
  private let cards: [Case.Statement.ID: EntryView.Provenance]

  init(_ request: PageRequest) throws {
    self.request = request
    view = try request.lensed.view(ChangesView.self)
    let shown = view.changes.prefix(Self.most)
    cards = request.lensed.provenances(
      of: shown.flatMap { ($0.before + $0.after).map(\.statement) })
  }

  /// Of each kind at most so many are shown in full.
  static let most = 200

  var html: HTML {
    let real = view.changes.filter(\.isMove)
    let fresh = view.changes.filter { $0.kinds == [.new] }
    let again = view.changes.filter { $0.kinds == [.reaffirmed] }
    return """
      <article class="dragoman wide changes"><header><h1>Changes</h1>
      <p>\(lead(real.count))</p></header>
      \(real.isEmpty ? "<p class=\"none\">No change is on record.</p>" : HTML())\
      \(real.reversed().prefix(Self.most).html(change))
      \(section("First words on an issue", fresh))
      \(section("Said again", again))
      \(list("Progress: what was awaited came about, or lapsed", view.changes.filter { $0.kinds == [.progress] }.map { request.lensed.frame.progressWords($0).text }))
      \(list("Perhaps moved: signs that the party's own words do not settle", view.perhaps.map { request.lensed.frame.perhapsWords($0).text }))
      \(claims)
      <details class="rule"><summary>The rule</summary><p>\(view.rule)</p></details>
      <footer><p>\(request.lensed.frame.footer.text)</p></footer>
      </article>

      """
  }

  private func lead(_ count: Int) -> HTML {
    let lens = request.address.lens
    let whole = lens.isEverything ? " in the whole record" : " in what this view shows"
    let since = lens.since.map { " since \($0.words)" } ?? whole
    let words: HTML = "\(count.counted("change"))\(since), the newest first."
    if let since = lens.since, let asOf = lens.asOf, since.earliest > asOf.latest {
      return words + " The date to compare with lies behind the one looked at: change one of them."
    }
    return lens.since == nil
      ? words + " Give a date to compare with to see only what came after it." : words
  }

  private func change(_ change: ChangesView.Change) -> HTML {
    """
    <section class="change-card" id="\(change.anchor)">
    <h2><span dir="auto"><a href="\(request.link("/positions/\(change.issue)/\(change.party)"))">\
    \(request.index.name(change.party)): \(change.title)</a></span></h2>
    <p class="kinds">\(HTML.date(change.date)) \
    \(change.kinds.html { "<strong class=\"kind \($0.rawValue)\"><span aria-hidden=\"true\">\($0.sign)</span> \($0.words)</strong> " })</p>
    <div class="pair">
    <div><h3>Before</h3>\(words(change.before, none: "Nothing on this answer is on record before."))</div>
    <div><h3>After</h3>\(words(change.after, none: ""))</div>
    </div>
    \(answers(change))
    \(change.claims.html { "<p class=\"remark\" dir=\"auto\">\(request.index.names($0.speakers)) describes it as \($0.change.rawValue): \($0.gist) \(request.references([$0.statement]))</p>" })
    </section>

    """
  }

  private func words(_ words: [ChangesView.Words], none: String) -> HTML {
    if words.isEmpty { return "<p class=\"none\">\(none)</p>" }
    return words.html { line in
      guard let statement = request.index.statement(line.statement),
        let provenance = cards[line.statement]
      else {
        return "<p dir=\"auto\">\(line.gist) \(request.references([line.statement]))</p>"
      }
      return StatementCard(
        request: request, statement: statement, provenance: provenance, isTarget: false
      ).html
    }
  }

  private func answers(_ change: ChangesView.Change) -> HTML {
    var lines: [HTML] = []
    for answer in change.answers {
      let before = answer.before.html { HTML.stance($0) }
      let after = answer.after.html { HTML.stance($0) }
      let none: HTML = "<span class=\"faint\">nothing</span>"
      var line: HTML = """
        <span dir="auto">\(answer.title)</span>: \(before.isEmpty ? none : before) → \
        \(answer.isSuperseded ? "gives way" : after.isEmpty ? none : after)
        """
      if answer.redLineAdded { line += " <strong class=\"red-line\">red line drawn</strong>" }
      if answer.redLineDropped {
        line += answer.redLineCrossed ? " red line crossed" : " red line given up"
      }
      for step in answer.requirementsAdded {
        line += " <span dir=\"auto\">now requires \(step)</span>"
      }
      for step in answer.requirementsDropped where answer.after.contains(where: \.accepts) {
        line += " <span dir=\"auto\">no longer requires \(step)</span>"
      }
      lines.append(line)
    }
    return "<ul class=\"answers\">\(lines.html { "<li>\($0)</li>" })</ul>"
  }

  private func section(_ title: String, _ changes: [ChangesView.Change]) -> HTML {
    guard !changes.isEmpty else { return HTML() }
    return """
      <details class="more"><summary>\(title) (\(changes.count))</summary><ul>
      \(changes.reversed().prefix(Self.most).html { change in
        """
        <li dir="auto" id="\(change.anchor)">\(HTML.date(change.date)) · <strong>\(request.index.name(change.party))</strong>, \
        \(change.title): \(change.after.first?.gist ?? "") \(request.references(change.after.map(\.statement)))</li>

        """
      })</ul></details>
      """
  }

  private func list(_ title: String, _ lines: [String]) -> HTML {
    guard !lines.isEmpty else { return HTML() }
    return """
      <h2>\(title)</h2><ul>
      \(lines.prefix(Self.most).html { "<li dir=\"auto\">\($0)</li>\n" })</ul>
      """
  }

  private var claims: HTML {
    guard !view.unsupportedClaims.isEmpty else { return HTML() }
    return """
      <h2>Changes that authors claim and no words of the party show</h2><ul>
      \(view.unsupportedClaims.prefix(Self.most).html { claim in
        "<li dir=\"auto\">\(request.index.names(claim.speakers)) describes it as \(claim.change.rawValue): \(claim.gist) \(request.references([claim.statement]))</li>\n"
      })</ul>
      """
  }
}
