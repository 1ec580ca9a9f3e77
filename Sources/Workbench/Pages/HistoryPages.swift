internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Who changed what, and when, newest first; of one record where the address names it.
  static let history = Page(
    name: "history", path: "/history", own: ["from", "kind", "key"], lens: [],
    place: Place(
      group: .record, title: "History", key: "h",
      summary: "Who changed what in the record, and when; every change can be undone."),
    content: { visit in
      let data = try HistoryData(visit)
      return Content(title: "History", main: try HistoryList(visit: visit, data: data).html())
    },
    json: { visit in try visit.look.frame.json(try HistoryData(visit)) },
    csv: { visit in visit.csv(try HistoryData(visit).table) })

  /// One change with everything it did, before and after.
  static let change = Page(
    name: "change", path: "/history/{group}", own: ["part"], lens: [],
    content: { visit in
      let data = try HistoryData(visit)
      return Content(
        title: "Change \(visit.parameters["group"] ?? "")",
        main: try ChangeDetail(visit: visit, data: data).html(), place: "history")
    },
    json: { visit in try visit.look.frame.json(try HistoryData(visit)) },
    csv: { visit in visit.csv(try HistoryData(visit).table) })
}

private struct HistoryList {
  let visit: Visit
  let data: HistoryData

  /// Of one change so many lines are listed.
  static let mostLines = 8

  func html() throws -> HTML {
    let name = try visit.askedRecord()
    let older = data.next.map { next in
      """
      <p><a rel="next" href="\(visit.link("/history", Query([.init(name: "from", value: String(next))])))">\
      Older changes, from \(next) back</a></p>
      """ as HTML
    }
    return """
      <article class="dragoman wide history"><header>
      \(name == nil ? HTML() : "<p class=\"kicker\"><a href=\"\(visit.link("/history"))\">History</a></p>")\
      <h1>\(name.map { "History of \($0)" } ?? "History")</h1>
      <p>Who changed what, and when, newest first. Nothing leaves the history: an undo is a change \
      like any other. Times are UTC.</p></header>
      \(data.chain == nil ? visit.refusalRemark : HTML())\
      \(ChainState(chain: data.chain).html)
      \(data.items.isEmpty ? "<p class=\"none\">No change is to be shown.</p>" : HTML())\
      <ol class="log" reversed>\(data.items.html(item))</ol>
      \(older)</article>

      """
  }

  private func item(_ item: LogPage.Item) -> HTML {
    let group = item.group
    let shown = item.revisions.prefix(Self.mostLines)
    let more = max(group.count, item.revisions.count) - shown.count
    let isNewest =
      visit.look.snapshot.stored?.group == group.number && visit.address.own.items.isEmpty
    return """
      <li value="\(group.number)"><p class="kicker"><a href="\(visit.link("/history/\(group.number)"))">\
      Change \(group.number)</a> · <time datetime="\(group.made)">\(group.made.short)</time> · \
      <strong dir="auto">\(visit.index.name(Who(group.who)))</strong>\
      \(group.undoes.map { " · undoes <a href=\"\(visit.link("/history/\($0)"))\">\($0)</a>" as HTML })</p>
      \(group.message.isEmpty ? HTML() : "<p class=\"gist\" dir=\"auto\">\(group.message)</p>\n")\
      \(ClockNote(group: group).html)\
      <ul>\(shown.html { "<li dir=\"auto\">\($0.words)\($0.gist.map { ": \($0)" } ?? "")</li>\n" })\
      \(more > 0 ? "<li class=\"faint\">and \(more.counted("more change", "more changes"))</li>\n" : HTML())</ul>
      \(isNewest ? UndoForm(visit: visit, group: group).html : HTML())</li>

      """
  }
}

private struct ChangeDetail {
  let visit: Visit
  let data: HistoryData

  func html() throws -> HTML {
    guard let item = data.items.first else {
      return """
        <article class="dragoman wide history"><header><h1>History</h1></header>
        \(visit.refusalRemark)</article>
        """
    }
    let group = item.group
    return """
      <article class="dragoman wide history"><header>
      <p class="kicker"><a href="\(visit.link("/history"))">History</a></p>
      <h1 dir="auto">Change \(group.number)\(group.message.isEmpty ? "" : ": \(group.message)")</h1>
      <p><time datetime="\(group.made)">\(group.made.short)</time> UTC, by \
      <strong dir="auto">\(visit.index.name(Who(group.who)))</strong>\
      \(group.undoes.map { "; undoes change <a href=\"\(visit.link("/history/\($0)"))\">\($0)</a>" as HTML }); \
      \(group.count.counted("record")) changed.</p>
      \(ClockNote(group: group).html)</header>
      \(item.revisions.html(revision))
      \(try parts(group))
      \(UndoForm(visit: visit, group: group).html)
      <p class="remark">Its hash, over the one before it and everything in it: <code>\(group.hash)</code></p>
      \(ChainState(chain: data.chain).html)
      </article>

      """
  }

  private func revision(_ revision: Revision) -> HTML {
    let question = Query([
      .init(name: "kind", value: revision.name.kind), .init(name: "key", value: revision.name.key),
    ])
    let deed =
      revision.before == nil ? "new" : revision.after == nil ? "removed" : "changed"
    return """
      <section class="revision"><h2 dir="auto">\(revision.name.description.capitalisedFirst) \
      <span class="kind">\(deed)</span></h2>
      \(fields(revision))
      <p class="remark">Revision \(revision.number)\(revision.previous.map { ", after \($0)" } ?? ""). \
      <a href="\(visit.link("/history", question))">All changes of it</a>\(entry(revision.name))</p>
      </section>

      """
  }

  private func entry(_ name: RecordName) -> HTML {
    guard case .entry(let section, let id) = name, visit.index.position(section, id) != nil else {
      return HTML()
    }
    let path = section == .statements ? "/statements/\(id)" : "/entries/\(section.rawValue)/\(id)"
    return " · <a href=\"\(visit.link(path))\">As it is now</a>"
  }

  private func fields(_ revision: Revision) -> HTML {
    if revision.isMove { return "<p>Another place in its list.</p>" }
    guard let changes = FieldChange.between(revision.before, revision.after) else {
      let isHidden = [revision.before, revision.after].contains(Revision.withheld)
      return isHidden
        ? "<p class=\"remark\">What it was and became is left out.</p>"
        : """
        <p dir="auto"><del>\(revision.before ?? "")</del> → <ins>\(revision.after ?? "")</ins></p>
        """
    }
    return """
      <div class="table"><table role="table"><caption>Before and after</caption>\
      <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th>\
      <th role="columnheader" scope="col">Before</th>\
      <th role="columnheader" scope="col">After</th></tr></thead><tbody role="rowgroup">
      \(changes.html { change in
        """
        <tr role="row"><th role="rowheader" scope="row">\(change.field)</th>\
        <td role="cell" data-column="Before" dir="auto">\(change.before.map { "<del>\($0)</del>" as HTML } ?? "—")</td>\
        <td role="cell" data-column="After" dir="auto">\(change.after.map { "<ins>\($0)</ins>" as HTML } ?? "—")</td></tr>

        """
      })</tbody></table></div>
      """
  }

  /// Of a large change a part is shown at a time.
  private func parts(_ group: RevisionGroup) throws -> HTML {
    let count = (group.count + HistoryData.most - 1) / HistoryData.most
    guard count > 1 else { return HTML() }
    let part = try visit.historyPart("part") ?? 1
    var html: HTML = "<p>Part \(part) of \(count). "
    if part > 1 {
      let href = visit.address.asking("part", part == 2 ? nil : String(part - 1)).href
      html += "<a rel=\"prev\" href=\"\(href)\">The part before</a> "
    }
    if part < count {
      html +=
        "<a rel=\"next\" href=\"\(visit.address.asking("part", String(part + 1)).href)\">The next part</a>"
    }
    return html + "</p>\n"
  }
}

private struct ClockNote {
  let group: RevisionGroup

  var html: HTML {
    guard group.clockWentBack else { return HTML() }
    return
      "<p class=\"warning\">The clock had gone back; counted as of \(group.counted.short).</p>\n"
  }
}

private struct ChainState {
  let chain: HistoryData.Chain?

  var html: HTML {
    guard let chain else { return HTML() }
    guard chain.holds else {
      return """
        <div class="warning" role="alert"><p><strong>✗ The chain of hashes does not hold: the history \
        was changed or is damaged.</strong> `dragoman verify` says what else is; keep the file, and \
        restore a backup.</p><ul>\(chain.problems.prefix(20).html { "<li>\($0)</li>" })</ul></div>
        """
    }
    return """
      <p class="chain-state"><strong>✓ The chain of hashes holds</strong> over \
      \(chain.groups.counted("change")) of \(chain.revisions.counted("revision")). The newest hash, \
      <code>\(chain.hash)</code>, stands for everything before it: noted down elsewhere, it proves \
      with <code>dragoman verify FILE --head HASH</code> that the history still holds it.</p>
      """
  }
}

/// Takes a change back.
private struct UndoForm {
  let visit: Visit
  let group: RevisionGroup

  var html: HTML {
    // The group that made the file cannot be undone.
    guard visit.mode.writing == .allowed, group.first > 1 else { return HTML() }
    return """
      <form class="write-form undo" method="post" action="/undo"><p class="row">\
      <input type="hidden" name="group" value="\(group.number)">\
      \(visit.writeFields(back: visit.link("/history")))\
      <button type="submit">Undo change \(group.number)</button></p></form>
      """
  }
}

extension Revision {
  /// The words by which a reader knows what was added or removed; nil for other changes, and where
  /// they may not be shown.
  fileprivate var gist: String? {
    guard before == nil || after == nil,
      let changes = FieldChange.between(before, after)
    else { return nil }
    let fields = ["gist", "text", "reason", "title", "name", "what"]
    let change = fields.lazy.compactMap { name in changes.first { $0.field == name } }.first
    return (change?.after ?? change?.before)?.shortened(to: 160)
  }
}
