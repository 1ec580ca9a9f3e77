internal import CaseModel
internal import CaseStore
internal import Foundations
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import StateOfPlay
internal import Synchronization

extension Page {
  /// Everything the case holds, kind by kind, and the way to add to it.
  static let record = Page(
    name: "record", path: "/record", own: ["saved", "removed", "order"], lens: [],
    place: Place(
      group: .record, title: "All entries", key: "r",
      summary:
        "Every entry of the case by kind: actors, issues, meetings, commitments and the rest, with the forms to add and change them."
    ),
    content: { request in
      Content(title: "All entries", main: RecordPage(request: request).html())
    })

  /// The form of an entry, new or known.
  static let edit = Page(
    name: "edit", path: "/edit",
    own: ["section", "key", "source", "start", "end", "issue", "from", "back", "open"],
    lens: [],
    content: { request in
      if let refusal = request.mode.writing.refusal { throw refusal }
      let form = try request.entryForm()
      return Content(title: form.title, main: form.page(request), place: "record")
    })
}

/// Finds an entry's written form and its key in the file.
private struct EntryLookup: SectionVisitor {
  let stored: StoredCase
  let key: String
  var node: Node?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    let entries = stored.theCase[keyPath: path]
    let name = RecordName.entry(section, key)
    node = entries.indices.first { stored.name(of: section, at: $0) == name }
      .map { entries[$0].node() }
  }
}

extension PageRequest {
  /// The form asked for, filled with the entry as it stands.
  fileprivate func entryForm() throws -> EntryForm {
    guard let stored = lensed.snapshot.stored else {
      throw Problem.forbidden("the case is read-only here")
    }
    var form = Query()
    form.add("section", address.own["section"])
    guard let key = address.own["key"], !key.isEmpty else {
      let edit = try EntryEdit(form)
      return EntryForm(edit: edit, tree: prefilled(edit), back: back("/record"))
    }
    form.add("key", key)
    if form["section"] == "case" {
      form.add("expected", stored.revision(of: .header).map { String($0) })
      let edit = try EntryEdit(form)
      let tree = FormBook.shared.tree(edit.shape, stored.theCase.header.node())
      return EntryForm(edit: edit, tree: tree, back: back("/record"))
    }
    guard let section = form["section"].flatMap({ Case.Section(rawValue: $0) }) else {
      throw Problem.notFound("there is no such kind of entry")
    }
    var lookup = EntryLookup(stored: stored, key: key)
    Case.visit(section, &lookup)
    guard let node = lookup.node, let revision = stored.revision(of: .entry(section, key)) else {
      throw Problem.notFound("the case has no \(section.noun) `\(key.shortened(to: 60))`")
    }
    form.add("expected", String(revision))
    let edit = try EntryEdit(form)
    let shown =
      section == .statements ? "/statements/\(key)" : "/entries/\(section.rawValue)/\(key)"
    var tree = FormBook.shared.tree(edit.shape, node)
    if section == .commitments, address.own["open"] == "status" { report(&tree) }
    return EntryForm(edit: edit, tree: tree, back: back(Slug.isSlug(key) ? shown : "/record"))
  }

  /// Opens one more report on a promise, with the statement that it is asked from.
  private func report(_ tree: inout FormTree) {
    var status = tree["status"] ?? FormTree()
    var report = FormTree()
    report["~here"] = FormTree("yes")
    if let id = address.own["from"], let statement = index.statement(Case.Statement.ID(id)) {
      report["date"] = index.said(statement).map { FormTree($0.text) }
      var evidence = FormTree()
      evidence["0"] = FormTree(id)
      report["evidence"] = evidence
    }
    status[String(status.elements.count)] = report
    tree["status"] = status
  }

  private func back(_ standard: String) -> String {
    address.own["back"].flatMap { $0.isOwnAddress ? $0 : nil } ?? standard
  }

  /// What is known of a new entry from where it was asked for.
  private func prefilled(_ edit: EntryEdit) -> FormTree {
    var tree = FormTree()
    switch edit.section {
    case .statements:
      tree["source"] = address.own["source"].map { FormTree($0) }
      var span = FormTree()
      span["start"] = address.own["start"].map { FormTree($0) }
      span["end"] = address.own["end"].map { FormTree($0) }
      span["~here"] = FormTree("yes")
      var quote = FormTree()
      quote["0"] = span
      tree["quote"] = quote
    case let section?:
      // Begun from what a statement says.
      let theCase = lensed.theCase
      guard let id = address.own["from"],
        let statement = index.statement(Case.Statement.ID(id)),
        let node = FollowUp.entry(section, from: statement, theCase)
      else { break }
      tree = FormBook.shared.tree(edit.shape, node)
      tree["id"] = nil
    case nil: break
    }
    return tree
  }
}

extension EntryForm {
  /// What the entry is called, as far as the form says it.
  private var name: String? {
    ["title", "gist", "name", "what", "text"].lazy
      .compactMap { tree[$0]?.value }.first { !$0.isEmpty }
  }

  var title: String {
    if edit.section == nil { return "The case" }
    guard edit.key != nil else { return "New \(edit.noun)" }
    return "Edit \(edit.noun)\(name.map { ": \($0.shortened(to: 90))" } ?? "")"
  }

  func page(_ request: PageRequest) -> HTML {
    "<article class=\"dragoman edit\">\n<h1>\(title)</h1>\n\(sums(request))\(html(request))</article>\n"
  }

  /// Of a scenario, whose weights do not sum to 1, as they are saved, and what is made of them.
  private func sums(_ request: PageRequest) -> HTML {
    guard edit.section == .scenarios, let key = edit.key,
      let scenario = request.lensed.theCase.scenarios.first(where: { $0.id.raw == key })
    else { return HTML() }
    return scenario.parties.html { party in
      let sum = WeightSum(party, of: scenario)
      let name = party.title ?? request.index.names(party.actors)
      return sum.isDoubtful
        ? "<p class=\"remark warning\"><strong dir=\"auto\">\(name):</strong> \(sum.words)</p>\n"
        : HTML()
    }
  }
}

extension Action {
  /// Writes, changes or removes an entry, or gives its form back with a part more or less.
  static let entry = Action(
    path: "/entries", changesCase: true, largestForm: (bytes: 1_000_000, items: 20_000)
  ) { site, posted in
    let edit = try EntryEdit(posted.form)
    var tree = FormTree(posted.form, under: FormRenderer.prefix)
    let order = (posted.form["do"] ?? "save").split(separator: " ", maxSplits: 1)
    let name = order.count > 1 ? String(order[1].dropFirst(FormRenderer.prefix.count + 1)) : ""
    let anyway = posted.form["anyway"] == "yes"
    let theirs = TwoVersions.theirs(posted.form)
    if !theirs.isEmpty, let theCase = try site.keeper.store?.theCase() {
      tree = edit.taking(theirs, of: theCase, into: tree)
    }
    do {
      switch order.first {
      case "save":
        let saved = Mutex<String?>(nil)
        var response = try await site.write(posted) { [tree] theCase, texts, signature, day in
          let change = try edit.change(
            to: tree, theCase, texts, signature, on: day, anyway: anyway)
          saved.withLock { $0 = change.id }
          return change.edit
        }
        // The list of all entries says which was saved.
        if response.status == .seeOther, posted.form["back"] == "/record",
          let section = edit.section, let id = saved.withLock({ $0 })
        {
          let entry = Query.encoded("\(section.rawValue)/\(id)")
          let list = site.redirect(to: "/record?saved=\(entry)")
          response.headers[.location] = list.headers[.location]
        }
        return response
      case "delete":
        let change = ChangeNumber()
        var response = try await site.write(posted) { theCase, texts, _, _ in
          try edit.removal(theCase, texts, anyway: anyway) { change.note($0) }
        }
        // Its own page is gone: the list of all entries says so, with the way back.
        if response.status == .seeOther, let made = change.number,
          posted.form["back"]?.hasPrefix("/documents/") != true
        {
          let list = site.redirect(to: "/record?removed=\(made)")
          response.headers[.location] = list.headers[.location]
        }
        return response
      case "open": tree.open(name)
      case "remove": tree.remove(name)
      case "date":
        if let sign = name.lastIndex(of: "=") {
          tree.put(String(name[name.index(after: sign)...]), at: String(name[..<sign]))
        }
      default: break
      }
    } catch let faults as FormError {
      return try await site.page(edit, tree, faults, posted)
    }
    return try await site.page(edit, tree, FormError(findings: [], canBeSaved: false), posted)
  }
}

/// The number of a change, which is known once it was made.
private final class ChangeNumber: Sendable {
  private let made = Mutex<Int?>(nil)

  var number: Int? { made.withLock { $0 } }

  func note(_ number: Int?) { made.withLock { $0 = number } }
}

extension Site {
  /// The form again, as it was sent.
  fileprivate func page(
    _ edit: EntryEdit, _ tree: FormTree, _ faults: FormError, _ posted: Action.Posted
  ) async throws -> Response {
    guard let session = posted.session else { throw SignInNeededError() }
    let snapshot = try await snapshot()
    var lens = Lens()
    lens.redact = mode(of: session).isRedacted
    let lensed = try await look(snapshot, lens)
    let address = ViewAddress(path: "/edit", lens: lens)
    let form = EntryForm(
      edit: edit, tree: tree, faults: faults, back: safe(posted.form["back"] ?? "/record"))
    let request = PageRequest(
      lensed: lensed, store: keeper.store, address: address, parameters: [:],
      mode: mode(of: session), checkpoint: Checkpoint())
    let rendered = try await pool.run(.view) { [base] _ in
      let content = Page.Content(title: form.title, main: form.page(request), place: "record")
      return RenderedPage(
        page: try PageFrame(request: request, page: .edit, content: content).html(), on: base)
    }
    guard let lease = outgoing.lease(rendered.size) else { throw StoppedWorkError.tooMuch }
    return rendered.response(
      formToken: session.formToken, analyst: posted.form["by"] ?? "", lease)
  }
}
