internal import Presentation

extension Page {
  /// What the terms of the pages mean, and where the field defines them.
  static let glossary = Page(
    name: "glossary", path: "/glossary", lens: [],
    content: { _ in Content(title: "Glossary", main: Glossary.main) },
    json: { try $0.frame.json(Glossary.terms) },
    csv: { request in
      var table = Table(
        "Glossary", ["Term", "Definition", "Literature"].map { Table.Column($0) })
      for term in Glossary.terms {
        table.row(Inline(term.name), Inline(term.definition), Inline(term.literature ?? ""))
      }
      return request.csv(table)
    })
}

extension Glossary {
  fileprivate static let main: HTML = """
    <article class="dragoman glossary"><header><h1>Glossary</h1>
    <p>The terms used in these pages, with their source in the literature where there is one.</p></header>
    \(sections.html { section in
      """
      <section><h2>\(section.title)</h2><dl>
      \(section.terms.html { term in
        """
        <div id="\(term.anchor)"><dt>\(term.name)</dt><dd>\(term.definition)\
        \(term.literature.map { "<small>\($0)</small>" as HTML })</dd></div>

        """
      })</dl></section>

      """
    })</article>

    """
}
