package import CaseModel

/// What of a case's entries a format has no place for, field by field. The fields are those that the
/// entries themselves describe, so that one that is new is named until it has a place.
package struct FieldLosses {
  /// What is written: a format, or one of the tables of another kind.
  package enum Form: String, Sendable, CaseIterable {
    case table, issueRows, actorRows, qdpx, annotations, dna
  }

  private let form: Form
  private var tally = ExchangeReport.Tally()

  /// - Returns: a line for each kind of field that is lost, with how many entries have it.
  package static func lines(_ theCase: Case, in form: Form) -> [String] {
    var losses = FieldLosses(form: form)
    if form != .issueRows, form != .actorRows { losses.add(header: theCase) }
    for section in Case.Section.allCases where held[form]?[section] != nil {
      var visitor = Visitor(theCase: theCase)
      Case.visit(section, &visitor)
      for (id, node) in visitor.nodes { losses.add(node, "", section, id) }
    }
    return losses.tally.lines
  }

  private init(form: Form) { self.form = form }

  private struct Visitor: SectionVisitor {
    let theCase: Case
    var nodes: [(id: String, node: Node)] = []

    init(theCase: Case) { self.theCase = theCase }

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      nodes = theCase[keyPath: path].map { entry in
        let node = entry.node()
        return (node["id"]?.scalar ?? "", node)
      }
    }
  }

  /// By section the fields that a format holds, those within others as `options.title`. Sections that
  /// are not here are counted as a whole, and what is made of names is held with them.
  private static let held: [Form: [Case.Section: Set<String>]] = {
    let said: Set<String> = [
      "source", "quote", "speaker", "about", "stance", "requires", "hedge", "doubted", "redLine",
    ]
    let read = said.union(["id", "gist", "to", "via", "date", "act", "credibility"])
    let entered: Set<String> = ["entered", "by"]
    let named: Set<String> = ["id", "name", "speaksFor.actor"]
    let whole = named.union(["kind", "aliases"])
    let asked: Set<String> = ["id", "title", "options.id", "options.title"]
    let families = asked.union(["category", "stage"])
    let document: Set<String> = ["id", "title", "published", "publisher", "author"]
    return [
      .table: [
        .statements: read, .actors: named, .issues: families,
        .sources: document.union(["url"]), .analysts: ["id"],
      ],
      .issueRows: [.issues: families], .actorRows: [.actors: whole],
      .qdpx: [
        .statements: read.union(entered), .actors: whole, .issues: asked,
        .sources: document.union(["url", "language", "text"]), .analysts: ["id", "name"],
      ],
      .annotations: [
        .statements: read.union(entered), .actors: named, .issues: asked,
        .sources: document.union(["language", "text"]), .analysts: ["id", "name"],
      ],
      .dna: [
        .statements: said.union(["by"]), .actors: whole, .issues: asked,
        .sources: document.union(["url", "text"]), .analysts: ["id", "name"],
      ],
    ]
  }()

  /// What an import makes of an entry that says nothing of it is not lost.
  private static let standard: [Case.Section: [String: String]] = [
    .issues: ["kind": Case.Issue.Kind.negotiable.rawValue]
  ]

  private mutating func add(header theCase: Case) {
    guard case .map(let pairs) = theCase.header.node().content else { return }
    for pair in pairs where pair.key != "id" && !(pair.key == "title" && form == .qdpx) {
      tally.add("`\(pair.key)` of the case", "")
    }
  }

  private mutating func add(_ node: Node, _ above: String, _ section: Case.Section, _ id: String) {
    guard let held = Self.held[form]?[section], case .map(let pairs) = node.content else { return }
    for pair in pairs {
      let name = above + pair.key
      if held.contains(name) { continue }
      if let usual = Self.standard[section]?[name], pair.value.scalar == usual { continue }
      guard held.contains(where: { $0.hasPrefix(name + ".") }) else {
        tally.addOnce("`\(name)` of \(section.rawValue)", id)
        continue
      }
      switch pair.value.content {
      case .list(let items): for item in items { add(item, name + ".", section, id) }
      default: add(pair.value, name + ".", section, id)
      }
    }
  }
}

extension ProjectExport {
  /// The fields that name actors.
  private static let actorFields: Set<String> = ["speaker", "speaksFor", "to", "via"]

  /// The documents of which something is quoted.
  private var quoted: Set<String> { Set(project.passages.map(\.document)) }

  /// The actors that statements name.
  private var named: Set<String> {
    Set(
      project.passages.lazy.flatMap(\.fields).filter { Self.actorFields.contains($0.name) }
        .map(\.value))
  }

  /// Of formats that name entries only where they are used: those that no statement names.
  package var unused: [String] {
    var (issues, answers) = (Set<String>(), Set<[String]>())
    for passage in project.passages {
      var issue = ""
      for field in passage.fields {
        switch field.name {
        case "issue":
          issue = field.value
          issues.insert(issue)
        case "answer": answers.insert([issue, field.value])
        default: break
        }
      }
    }
    let quoted = self.quoted
    var actors = named
    for document in project.documents where quoted.contains(document.id) {
      actors.formUnion([document.publisher].compactMap(\.self) + document.authors)
    }
    var tally = ExchangeReport.Tally()
    for unit in project.units where !actors.contains(unit.name) {
      tally.add("actors whom no statement names", unit.name)
    }
    for code in project.codes where code.path.first == "Issues" {
      // A stroke within a name is written otherwise in paths.
      let path = code.path.dropFirst().map { $0.replacing("∕", with: "/") }
      if path.count == 1, !issues.contains(path[0]) {
        tally.add("issues on which there is no statement", path[0])
      } else if path.count == 2, !answers.contains(path) {
        tally.add("answers that no statement gives", path.joined(separator: ": "))
      }
    }
    for document in project.documents where !quoted.contains(document.id) {
      tally.add("documents of which nothing is quoted", document.title)
    }
    return tally.lines
  }

  /// How many of each are in such a format.
  package var used: [ExchangeReport.Count] {
    [
      .init("documents", quoted.count), .init("passages", project.passages.count),
      .init("actors", named.count),
    ].filter { $0.count > 0 }
  }
}
