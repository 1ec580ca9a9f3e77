internal import CaseModel
internal import CaseStore
internal import Foundations
internal import Presentation
internal import StateOfPlay

extension Page {
  /// Who changed what, and when, newest first; of one record where the address names it.
  static let history = Page(
    name: "history", path: "/history", own: ["from", "kind", "key"], lens: [],
    place: Place(
      group: .record, title: "History", key: "h",
      summary: "Who changed what in the record, and when; every change can be undone."),
    content: { request in
      let data = try HistoryData(request)
      return Content(title: "History", main: try HistoryList(request: request, data: data).html())
    },
    json: { request in try request.lensed.frame.json(try HistoryData(request)) },
    csv: { request in request.csv(try HistoryData(request).table) })

  /// One change with everything it did, before and after.
  static let change = Page(
    name: "change", path: "/history/{group}", own: ["part"], lens: [],
    content: { request in
      let data = try HistoryData(request)
      return Content(
        title: "Change \(request.parameters["group"] ?? "")",
        main: try ChangeDetail(request: request, data: data).html(), place: "history")
    },
    json: { request in try request.lensed.frame.json(try HistoryData(request)) },
    csv: { request in request.csv(try HistoryData(request).table) })
}

private struct HistoryList {
  let request: PageRequest
  let data: HistoryData

  func html() throws -> HTML {
    let name = try request.askedRecord()
    var document = LogPage(data.items).document(
      request.frame.title, name: { request.index.name(Who($0)) })
    document.title = name.map { "History of \($0)" } ?? "History"
    if name != nil { document.kicker = Inline("History", to: .view("history")) }
    document.isWide = true
    document.blocks =
      [
        .paragraph(
          """
          Who changed what, and when, newest first. Nothing is removed from the history: an undo is \
          a change like any other. Times are UTC.
          """), .slot("refusal"),
        .slot("chain"), .slot("undo"),
      ] + document.blocks + [.slot("older")]
    return request.fragment(
      document,
      slots: [
        "refusal": data.chain == nil ? request.refusalRemark : request.copyWithHistory,
        "chain": data.chain?.html(request) ?? HTML(), "undo": undo, "older": older,
      ])
  }

  /// Of the newest change, where it is the one at the top.
  private var undo: HTML {
    guard let group = data.items.first?.group, request.address.own.items.isEmpty,
      request.lensed.snapshot.stored?.group == group.number
    else { return HTML() }
    return UndoForm(request: request, group: group).html
  }

  private var older: HTML {
    guard let next = data.next else { return HTML() }
    let address = request.link("/history", Query([.init(name: "from", value: String(next))]))
    return "<p><a rel=\"next\" href=\"\(address)\">Older changes, from \(next) back</a></p>\n"
  }
}

private struct ChangeDetail {
  let request: PageRequest
  let data: HistoryData

  func html() throws -> HTML {
    guard let item = data.items.first else {
      return request.fragment(
        Document("History", [.slot("refusal")]), slots: ["refusal": request.refusalRemark])
    }
    var document = item.document(
      name: { request.index.name(Who($0)) },
      isThere: { request.index.position($0, $1) != nil })
    document.blocks.append(.slot("chain"))
    return request.fragment(
      document,
      slots: [
        "parts": try parts(item.group), "chain": data.chain?.html(request) ?? HTML(),
        "undo": UndoForm(request: request, group: item.group).html,
      ])
  }

  /// Of a large change a part is shown at a time.
  private func parts(_ group: RevisionGroup) throws -> HTML {
    let count = (group.count + HistoryData.most - 1) / HistoryData.most
    guard count > 1 else { return HTML() }
    let part = try request.historyPart("part") ?? 1
    var html: HTML = "<p>Part \(part) of \(count). "
    if part > 1 {
      let href = request.address.asking("part", part == 2 ? nil : String(part - 1)).href
      html += "<a rel=\"prev\" href=\"\(href)\">Previous part</a> "
    }
    if part < count {
      html +=
        "<a rel=\"next\" href=\"\(request.address.asking("part", String(part + 1)).href)\">Next part</a>"
    }
    return html + "</p>\n"
  }
}

extension HistoryData.Chain {
  /// Whether the history is whole, and how to prove it later.
  fileprivate func html(_ request: PageRequest) -> HTML {
    guard holds else { return request.blocks(faults) }
    return """
      <p>✓ The history is whole: nothing in its \(groups.counted("change")) was altered or lost.</p>
      <details class="more"><summary>How to prove that later</summary>
      <p>Each change has a hash over itself and all before it, and the chain of hashes is intact over \
      \(revisions.counted("revision")). Note the newest hash down elsewhere: <code>\(hash)</code>. As long as \
      <code>dragoman verify</code> finds it, the history still contains everything up to now.</p></details>

      """
  }

  private var faults: [Document.Block] {
    [
      .paragraph(
        Inline(
          "✗ The chain of hashes is broken: the history was changed or is damaged.", .warning)
          + Inline(
            " `dragoman verify` names all damage; keep the file, and restore a backup.")),
      .items(problems.prefix(20).map { Inline($0) }),
    ]
  }
}

/// Undoes a change.
struct UndoForm {
  let request: PageRequest
  let group: RevisionGroup
  /// Where to go afterwards; nil for the history.
  var back: String?

  var html: HTML {
    // The group that made the file cannot be undone.
    guard request.mode.writing == .allowed, group.first > 1 else { return HTML() }
    return """
      <form class="write-form undo" method="post" action="/undo"><p class="row">\
      <input type="hidden" name="group" value="\(group.number)">\
      \(request.writeFields(back: back ?? request.link("/history")))\
      <button type="submit">\(back == nil ? "Undo change \(group.number)" : "Undo")</button></p></form>
      """
  }
}
