internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

/// The kinds of entry, each with its entries.
struct RecordPage {
  let request: PageRequest

  func html() -> HTML {
    let theCase = request.lensed.theCase
    let sections = Case.Section.allCases.html { section in
      let ids = order.ids(section, request.index)
      let count = EntryCount.of(section, theCase)
      let new: HTML =
        request.mode.writing == .allowed && section != .candidates
        ? "<a class=\"button\" href=\"\(edit(section))\">New \(section.noun)</a>" : HTML()
      return """
        <details class="kind" id="\(section.rawValue)"\
        \(count > 0 && count <= Self.mostOpen ? " open" : "" as HTML)>\
        <summary><h2>\(Self.title(section))</h2> <span class="faint">\(count)</span></summary>
        <p>\(new)\(merging(section, count))</p>
        <ul>\(ids.prefix(Self.most).html { line(section, $0) })</ul>
        \(ids.count > Self.most ? "<p class=\"remark\">\(ids.count - Self.most) more: search for them.</p>" : HTML())
        </details>

        """
    }
    let change: HTML =
      request.mode.writing == .allowed
      ? "<p><a class=\"button\" href=\"/edit?section=case&amp;key=case\">Change the title and the parties</a></p>\n"
      : request.refusalRemark
    return """
      <article class="dragoman record">
      <h1>All entries</h1>
      <p>\(theCase.header.description ?? "")</p>
      \(saved)\(removed)\(change)\(choice)\(sections)</article>

      """
  }

  private var order: EntryOrder {
    request.address.own["order"].flatMap(EntryOrder.init) ?? .usual
  }

  /// The orders to choose from; the usual one has no name in the address.
  private var choice: HTML {
    """
    <p class="quick">Listed \(EntryOrder.allCases.html { one in
      let address = request.address.asking("order", one == .usual ? nil : one.rawValue)
      return one == order
        ? "<a href=\"\(address.href)\" aria-current=\"true\">\(one.words)</a> "
        : "<a href=\"\(address.href)\">\(one.words)</a> "
    })</p>

    """
  }

  /// Who said it and when; of what else has a date, the date.
  private func origin(_ section: Case.Section, _ id: String) -> String {
    let date = EntryOrder.date(section, id, request.index)?.words
    guard section == .statements, let statement = request.index.statement(Case.Statement.ID(id))
    else { return date ?? "" }
    return "\(request.index.names(statement.speaker)), \(request.index.saidInShort(statement))"
  }

  /// The entry that was saved a moment ago, where the address names one of the case.
  private var saved: HTML {
    let parts = (request.address.own["saved"] ?? "").split(separator: "/").map(String.init)
    guard parts.count == 2, let section = Case.Section(rawValue: parts[0]),
      request.index.position(section, parts[1]) != nil
    else { return HTML() }
    let title = request.index.title(section, parts[1])
    return """
      <p class="saved" role="status">Saved the \(section.noun) \
      <a href="\(request.link(shown(section, parts[1])))" dir="auto">\(title)</a>.</p>

      """
  }

  /// What was removed a moment ago, with the way back, where the address names the change.
  private var removed: HTML {
    guard request.mode.writing == .allowed,
      let number = request.address.own["removed"].flatMap({ Int($0) }),
      let item = try? request.store?.group(number, skipping: 0, limit: 1),
      let removed = item.revisions.first, removed.after == nil,
      case .entry(let section, let key) = removed.name
    else { return HTML() }
    let title = (removed.gist ?? key).shortened(to: 100)
    return """
      <div class="saved" role="status"><p dir="auto">Removed \(section.word) “\(title)”.</p>
      \(UndoForm(request: request, group: item.group, back: "/record").html)</div>

      """
  }

  private func shown(_ section: Case.Section, _ id: String) -> String {
    section == .statements ? "/statements/\(id)" : "/entries/\(section.rawValue)/\(id)"
  }

  private func merging(
    _ section: Case.Section, _ count: Int
  ) -> HTML {
    guard request.mode.writing == .allowed, [.actors, .issues].contains(section), count > 1 else {
      switch section {
      case .statements: return " <a href=\"/statements\">Filter them</a>"
      case .candidates: return suggestions
      case .scenarios where request.mode.writing == .allowed:
        return " <a href=\"/scenarios/numbers\">Draft one, set numbers in a table</a>"
      case .conflicts where request.mode.writing == .allowed:
        return " <a href=\"/conflicts/build\">Make or change one, step by step</a>"
      default: return HTML()
      }
    }
    return """
       <a href="/coding/merge?section=\(section.rawValue)">Merge or split \(section.rawValue)</a>
      """
  }

  private static func title(_ section: Case.Section) -> String {
    section == .candidates ? "Suggestions" : section.rawValue.capitalisedFirst
  }

  /// Where those that wait are decided on, and how many were rejected.
  private var suggestions: HTML {
    let all = request.lensed.theCase.candidates
    let rejected = all.count { $0.status == .rejected }
    return """
      \(request.lensed.theCase.sources.html { source -> HTML in
        let count = all.count { $0.status == .waiting && $0.statement.source == source.id }
        return count == 0
          ? HTML()
          : "<a href=\"/documents/\(source.id)\" dir=\"auto\">\(count) waiting in “\(source.title)”</a> "
      })\(rejected == 0 ? HTML() : "<span class=\"faint\">\(rejected) rejected</span>")
      """
  }

  /// A kind with more entries is opened by a click.
  private static let mostOpen = 60

  /// More than these are searched for.
  private static let most = 400

  private func line(_ section: Case.Section, _ id: String) -> HTML {
    let origin = origin(section, id)
    let change: HTML =
      request.mode.writing == .allowed
      ? " <a class=\"change\" href=\"\(edit(section, id))\" aria-label=\"Edit \(request.index.title(section, id))\">Edit</a>"
      : HTML()
    return """
      <li><a href="\(request.link(shown(section, id)))" dir="auto">\(request.index.title(section, id))</a>\
      \(origin.isEmpty ? HTML() : " <small class=\"faint\" dir=\"auto\">\(origin)</small>" as HTML)\(change)</li>

      """
  }

  private func edit(_ section: Case.Section, _ key: String? = nil) -> String {
    var query = Query([.init(name: "section", value: section.rawValue)])
    query.add("key", key)
    return "/edit?\(query.text)"
  }
}

private struct EntryCount: SectionVisitor {
  let theCase: Case
  var count = 0

  static func of(_ section: Case.Section, _ theCase: Case) -> Int {
    var counter = EntryCount(theCase: theCase)
    Case.visit(section, &counter)
    return counter.count
  }

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    count = theCase[keyPath: path].count
  }
}
