internal import CaseModel
internal import CaseStore
internal import Presentation
internal import StateOfPlay

/// An entry as a form would write it: new, in place of another, or removed.
struct EntryEdit: Sendable {
  /// Nil for what the case says of itself.
  let section: Case.Section?
  /// Under which the file keeps the entry; nil for a new one.
  let key: String?
  /// The revision the form was made from.
  let expected: Int?

  /// - Throws: ``Problem`` where the form does not say which entry is meant.
  init(_ form: Query) throws {
    key = form["key"].flatMap { $0.isEmpty ? nil : $0 }
    expected = form["expected"].flatMap { Int($0) }
    switch form["section"] {
    case "case": section = nil
    case let name?:
      guard let section = Case.Section(rawValue: name) else { fallthrough }
      self.section = section
    default:
      throw Problem.badRequest(
        "the form does not say what kind of entry it is", hint: "load the page again")
    }
    if key != nil || section == nil, expected == nil {
      throw Problem.badRequest(
        "the form does not say from which version of the entry it was made",
        hint: "load the page again")
    }
  }

  var shape: FormShape {
    section.flatMap { FormBook.shared.sections[$0] } ?? FormBook.shared.header
  }

  var noun: String { section?.noun ?? "case" }
}

/// What keeps a form from being saved, with the place of each fault.
struct FormError: Error {
  var findings: [Finding]
  /// The entry can be read, and only the rules object: it may be saved all the same.
  var canBeSaved: Bool
  /// The entry was to be removed, and the findings are of those that name it.
  var isRemoval = false
}

extension EntryEdit {
  /// What is to be written, and the id of the entry where it has one.
  ///
  /// - Throws: ``FormError`` where the entry cannot be read, or breaks a rule it did not break before
  ///   and `anyway` is false.
  func change(
    to tree: FormTree, _ theCase: Case, _ texts: CaseTexts, _ signature: Signature,
    on day: EDTFDate, anyway: Bool
  ) throws -> (edit: CaseEdit, id: String?) {
    var node = FormBook.shared.node(shape, tree) ?? .map([])
    // Who makes the change becomes one of the case's analysts with it.
    let titled = node
    var references = NewReferences(
      NewEntries(signature.entered(into: theCase), signature, on: day))
    node = references.entered(shape, titled)
    if !references.faults.isEmpty {
      throw FormError(findings: references.faults, canBeSaved: false)
    }
    let theCase = references.new.theCase
    let others = others(titled, node, references.new.added, signature, day)
    guard let section else {
      var reader = NodeReader()
      guard let header = Case.Header.read(node, &reader), !reader.hasErrors else {
        throw FormError(findings: reader.findings, canBeSaved: false)
      }
      let expected = expected ?? 0
      let write: @Sendable (DragomanFile, String, Moment) throws -> Void = { store, who, moment in
        try store.write(
          header, expectedRevision: expected, by: who, at: moment, message: "the case's own entry",
          with: others)
      }
      return (.entry(write), nil)
    }
    node = FormBook.shared.named(shape, node)
    if key == nil { node = completed(node, section, theCase, signature, day) }
    var writer = Writer(
      edit: self, node: node, theCase: theCase, texts: texts, checks: !anyway, others: others)
    Case.visit(section, &writer)
    if !writer.faults.isEmpty {
      throw FormError(findings: writer.faults, canBeSaved: writer.write != nil)
    }
    guard let write = writer.write else {
      throw Problem.badRequest("the form cannot be read", hint: "load the page again")
    }
    return (.entry(write), node["id"]?.scalar)
  }

  /// What brings in the entries that the form names by their titles, where there are any.
  ///
  /// - Parameters:
  ///   - titled: the value with titles.
  ///   - node: the same with ids.
  private func others(
    _ titled: Node, _ node: Node, _ added: [String], _ signature: Signature, _ day: EDTFDate
  ) -> (@Sendable (Case) throws(StoreError) -> Case)? {
    guard !added.isEmpty else { return nil }
    let (shape, json) = (shape, node.json)
    return { (current: Case) throws(StoreError) -> Case in
      var again = NewReferences(NewEntries(current, signature, on: day))
      guard again.entered(shape, titled).json == json else {
        throw StoreError(
          .refused, "someone else entered what is called the same meanwhile", hint: "save it again")
      }
      return again.new.theCase
    }
  }

  /// What removes the entry.
  ///
  /// - Parameter done: given the number of the change.
  /// - Throws: ``FormError`` where other entries name it and `anyway` is false.
  func removal(
    _ theCase: Case, _ texts: CaseTexts, anyway: Bool,
    _ done: @escaping @Sendable (_ group: Int?) -> Void
  ) throws -> CaseEdit {
    guard let section, let key, let expected else {
      throw Problem.badRequest("the form does not say which entry to remove")
    }
    if !anyway {
      var remover = Remover(key: key, theCase: theCase)
      Case.visit(section, &remover)
      let known = Set(IntegrityCheck.findings(theCase, texts: texts))
      let broken = IntegrityCheck.findings(remover.theCase, texts: texts)
        .filter { $0.severity == .error && !known.contains($0) }
      if !broken.isEmpty { throw FormError(findings: broken, canBeSaved: true, isRemoval: true) }
    }
    let name = RecordName.entry(section, key)
    let title = CaseIndex(theCase).title(section, key).shortened(to: 100)
    return .entry { store, who, moment in
      let written = try store.remove(
        name, expectedRevision: expected, by: who, at: moment,
        message: "\(section.noun) “\(title)” removed")
      done(written.group)
    }
  }

  /// A new entry with what the program knows: its id, who makes it, and when.
  private func completed(
    _ node: Node, _ section: Case.Section, _ theCase: Case, _ signature: Signature, _ day: EDTFDate
  ) -> Node {
    guard case .map(var pairs) = node.content,
      case .group(let fields) = FormBook.shared.resolved(shape)
    else { return node }
    func add(_ name: String, _ text: String) {
      guard fields.contains(where: { $0.name == name }), node[name] == nil else { return }
      pairs.append(.init(name, .text(text)))
    }
    if let field = fields.first(where: { $0.name == "id" }), field.isRequired {
      add("id", NewID.make(for: node, section, theCase))
    }
    add("entered", day.text)
    // Where `by` names those whose words they are, as of a draft, the analyst has another field.
    let by = fields.first { $0.name == "by" }
    if section != .analysts {
      add(by.map(FormBook.shared.isAuthors) == true ? "enteredBy" : "by", signature.who.raw)
    }
    return .map(pairs)
  }
}

/// Reads the entry and makes what writes it.
private struct Writer: SectionVisitor {
  let edit: EntryEdit
  let node: Node
  let theCase: Case
  let texts: CaseTexts
  let checks: Bool
  let others: (@Sendable (Case) throws(StoreError) -> Case)?
  var faults: [Finding] = []
  var write: (@Sendable (DragomanFile, String, Moment) throws -> Void)?

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    var reader = NodeReader()
    guard let entry = Entry.read(node, &reader), !reader.hasErrors else {
      faults = reader.findings
      return
    }
    let (key, expected, others) = (edit.key, edit.expected, others)
    let title = entry.entryID.map { "\(section.noun) \($0)" } ?? section.noun
    write = { store, who, moment in
      try store.write(
        entry, key: key, expectedRevision: expected, by: who, at: moment, message: title,
        with: others)
    }
    if checks { faults = newFindings(entry, section, path) }
  }

  /// The errors of the entry that the case does not have yet.
  private func newFindings<Entry: SectionEntry>(
    _ entry: Entry, _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) -> [Finding] {
    var changed = theCase
    var index = changed[keyPath: path].endIndex
    if let key = edit.key,
      let known = changed[keyPath: path].firstIndex(where: { $0.entryID == key })
    {
      index = known
      changed[keyPath: path][known] = entry
    } else if edit.key == nil {
      changed[keyPath: path].append(entry)
    } else {
      return []
    }
    let own =
      entry.entryID.map { EntryPath.entry(section, $0) } ?? EntryPath.entry(section, at: index)
    let known = Set(IntegrityCheck.findings(theCase, texts: texts))
    return IntegrityCheck.findings(changed, texts: texts)
      .filter { finding in
        finding.severity == .error && !known.contains(finding)
          && finding.path.steps.starts(with: own.steps)
      }
      .map { finding in
        var finding = finding
        finding.path = EntryPath(Array(finding.path.steps.dropFirst(own.steps.count)))
        return finding
      }
  }
}

/// The case without an entry.
private struct Remover: SectionVisitor {
  let key: String
  var theCase: Case

  mutating func visit<Entry: SectionEntry>(
    _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
  ) {
    theCase[keyPath: path].removeAll { $0.entryID == key }
  }
}
