internal import CaseModel
internal import Presentation
internal import StateOfPlay

extension Page {
  /// One statement: its words, the way they came, and what positions make of it.
  static let statement = Page(
    name: "statement", path: "/statements/{id}",
    content: { visit in
      let view = try visit.entry(.statements)
      guard let statement = visit.index.statement(Case.Statement.ID(view.id)),
        let provenance = view.statement
      else { throw Problem.notFound("the case holds no statement `\(view.id)`") }
      let card = StatementCard(visit: visit, statement: statement, provenance: provenance)
      return Content(
        title: "Statement \(view.id)",
        main: """
          <article class="dragoman statement"><header>
          <p class="kicker">Statement \(view.id)</p><h1 dir="auto">\(view.title)</h1></header>
          \(card.html)
          \(StatementReadings(visit: visit, statement: statement, provenance: provenance).html)
          \(EntryParts(visit: visit, view: view).html)
          </article>

          """, place: "documents")
    },
    json: { visit in try visit.look.frame.json(try visit.entry(.statements)) },
    csv: { visit in try visit.entry(.statements).csv(in: visit.frame) })

  /// Any other entry of the case: what it says, what it rests on, and what names it.
  static let entry = Page(
    name: "entry", path: "/entries/{section}/{id}",
    content: { visit in
      let view = try visit.entry(visit.section())
      return Content(
        title: "\(view.section.noun) \(view.id)",
        main: """
          <article class="dragoman entry"><header>
          <p class="kicker">\(view.section.noun) \(view.id)</p>
          <h1 dir="auto">\(view.title)</h1></header>
          \(EntryParts(visit: visit, view: view).html)
          </article>

          """, place: view.section == .issues ? "positions" : "documents")
    },
    json: { visit in try visit.look.frame.json(try visit.entry(visit.section())) },
    csv: { visit in try visit.entry(visit.section()).csv(in: visit.frame) })
}

extension Visit {
  fileprivate func section() throws -> Case.Section {
    guard let section = parameters["section"].flatMap({ Case.Section(rawValue: $0) }) else {
      throw Problem.notFound("a case has no such kind of entry")
    }
    return section
  }

  fileprivate func entry(_ section: Case.Section) throws -> EntryView {
    let id = parameters["id"] ?? ""
    let found = entries(look.theCase, look.lens, id: id, texts: look.texts)
    guard let view = found.first(where: { $0.section == section }) else {
      throw Problem.notFound(
        "the case holds no \(section.noun) `\(id)`",
        hint: nearest(to: id, among: index.ids(section)).map { "did you mean `\($0)`?" })
    }
    return view
  }
}

/// What positions make of a statement, and what it waits for.
private struct StatementReadings {
  let visit: Visit
  let statement: Case.Statement
  let provenance: EntryView.Provenance

  var html: HTML {
    var lines: [HTML] = []
    if let about = provenance.about { lines.append("About <strong dir=\"auto\">\(about)</strong>") }
    for requirement in statement.requires {
      lines.append("Requires: \(requirement.step.title(visit.index))")
    }
    for reading in provenance.readings {
      lines.append(
        """
        In <a href="\(visit.link("/positions/\(reading.issue)/\(reading.party)"))" dir="auto">\
        \(visit.index.name(reading.party))'s position</a>: <strong>\(reading.role.words)</strong>, \
        as \(reading.role.reason) <span class="faint">(\(reading.directness.words))</span>
        """)
    }
    lines.append(
      "Said \(provenance.said?.words ?? "at an unknown date"), by \(provenance.saidFrom)")
    return "<h2>Why this reading</h2><ul>\(lines.html { "<li dir=\"auto\">\($0)</li>\n" })</ul>"
  }
}

/// What any entry has: its fields, what it rests on, notes, and what names it.
private struct EntryParts {
  let visit: Visit
  let view: EntryView

  var html: HTML {
    var html = HTML()
    html += Notes(visit: visit, view: view).html
    if !view.evidence.isEmpty {
      html += "<h2>Rests on</h2><ul>"
      for line in view.evidence {
        html += """
          <li dir="auto">\(line.gist) <span class="faint">(\(line.source))</span> \
          \(visit.references([line.statement]))</li>

          """
      }
      html += "</ul>"
    }
    html += """
      <h2>As recorded</h2><div class="table"><table role="table"><tbody role="rowgroup">
      \(view.fields.html { field in
        "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">\(field.name)</th><td role=\"cell\" data-column=\"\(field.name)\" dir=\"auto\">\(field.value)</td></tr>\n"
      })</tbody></table></div>
      """
    if !view.usedBy.isEmpty {
      let most = 40
      html += "<h2>Named by</h2><ul class=\"many\">"
      for path in view.usedBy.prefix(most) { html += "<li><code>\(path)</code></li>\n" }
      html += "</ul>"
      if view.usedBy.count > most {
        html += "<p class=\"remark\">and \(view.usedBy.count - most) more</p>"
      }
    }
    if visit.store != nil {
      let question = Query([
        .init(name: "kind", value: view.section.rawValue), .init(name: "key", value: view.id),
      ])
      html += """
        <p class="remark"><a href="\(visit.link("/history", question))">Who changed this entry, and when</a></p>
        """
    }
    return html
  }
}
