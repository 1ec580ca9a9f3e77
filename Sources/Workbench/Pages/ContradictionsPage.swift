internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Accounts that cannot all be right, side by side.
  static let contradictions = Page.view(
    ContradictionsView.self, main: { try ContradictionList($0).html })
}

private struct ContradictionList {
  let request: PageRequest
  let view: ContradictionsView
  private let cards: [Case.Statement.ID: EntryView.Provenance]

  /// Of each kind at most so many are shown in full.
  static let most = 100

  init(_ request: PageRequest) throws {
    self.request = request
    view = try request.lensed.view(ContradictionsView.self)
    let shown = view.groups.prefix(3 * Self.most)
    cards = request.lensed.provenances(
      of: shown.flatMap { group in group.sides.flatMap { $0.statements.map(\.statement) } })
  }

  var html: HTML {
    """
    <article class="dragoman wide contradictions"><header><h1>Contradictions</h1>
    <p>\(view.groups.count.counted("contradiction")), \
    \(view.groups.count { $0.verdict == .open }) without a verdict; \
    \(view.variants.count.counted("variant")) told differently and compatible.</p></header>
    \(request.refusalRemark, when: !view.groups.isEmpty)\
    \(view.groups.isEmpty ? "<p class=\"none\">No statements on record contradict each other.</p>" : HTML())\
    \(ContradictionsView.Kind.allCases.map(section))
    \(variants)
    \(accounts)
    <details class="rule"><summary>The rule</summary><p>\(view.rule)</p></details>
    <footer><p>\(request.lensed.frame.footer.text)</p></footer>
    </article>

    """
  }

  private func section(_ kind: ContradictionsView.Kind) -> HTML {
    let groups = view.groups.filter { $0.kind == kind }
    guard !groups.isEmpty else { return HTML() }
    return """
      <h2>\(kind.words.prefix(1).uppercased() + kind.words.dropFirst()) <span class="count">\(groups.count)</span></h2>
      \(groups.prefix(Self.most).html(group))\
      \(groups.count > Self.most ? "<p class=\"remark\">and \(groups.count - Self.most) more: choose an issue or a party.</p>" : HTML())
      """
  }

  private func group(_ group: ContradictionsView.Group) -> HTML {
    let link: HTML = """
      <p class="write"><a href="\(request.link("/contradictions/verdict", group.question))">\
      \(group.verdict == .open && group.reason == nil ? "Give a verdict" : "Change the verdict")\
      <span class="only-read"> on \(group.title)</span></a></p>
      """
    return """
      <section class="conflict" id="\(group.anchor)">
      \(ConflictSides(request: request, group: group, cards: cards).html)
      \(link, when: request.mode.writing == .allowed)
      </section>

      """
  }

  private var variants: HTML {
    guard !view.variants.isEmpty else { return HTML() }
    return """
      <details class="more"><summary>Variants: told differently, and compatible (\(view.variants.count))</summary>
      \(view.variants.prefix(Self.most).html { list($0.title, $0.actor, $0.sides) })</details>
      """
  }

  private var accounts: HTML {
    guard !view.accounts.isEmpty else { return HTML() }
    return """
      <details class="more"><summary>Who tells what of what happened (\(view.accounts.count))</summary>
      \(view.accounts.prefix(Self.most).html { list($0.title, nil, $0.sides) })</details>
      """
  }

  private func list(
    _ title: String, _ actor: Case.Actor.ID?, _ sides: [ContradictionsView.Side]
  ) -> HTML {
    """
    <h3 dir="auto">\(title)\(actor.map { ", \(request.index.name($0))" } ?? "")</h3><ul>
    \(sides.html { side in
      """
      <li dir="auto"><strong>\(side.answer)</strong>: \(side.statements.html { teller in
        "\(request.index.names(teller.speakers)) in \(teller.source)\(teller.isDoubted ? ", doubted" : "") \(request.references([teller.statement])) "
      })</li>

      """
    })</ul>
    """
  }
}
