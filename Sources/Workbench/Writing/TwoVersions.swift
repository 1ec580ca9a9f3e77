internal import CaseModel
internal import CaseStore
internal import Presentation

/// The fields in which two versions of an entry differ: what someone else saved while a form was open, and what
/// was typed in it, with a choice for each.
struct TwoVersions {
  struct Line {
    var field: String
    var label: String
    var now: String
    var yours: String
    /// The field was changed in the form, and not only by the other.
    var isOwn: Bool
    /// Both changed it.
    var isBoth: Bool
  }

  let lines: [Line]

  /// Before the name of each field that the page asks about.
  static let prefix = "side."

  /// Nil where there are no two versions of an entry with fields.
  ///
  /// - Parameter before: the entry as it was when the form was opened, as JSON; nil where that is not known.
  init?(_ stale: StaleEdit, before: String?, _ shape: FormShape, _ index: CaseIndex) {
    guard let now = Self.node(stale.current?.after), let yours = Self.node(stale.yours),
      case .group(let fields) = FormBook.shared.resolved(shape)
    else { return nil }
    let old = Self.node(before)
    var value = PlainValue(index)
    var lines: [Line] = []
    for field in fields where now[field.name]?.json != yours[field.name]?.json {
      let base = old?[field.name]?.json
      let isOwn = old == nil || yours[field.name]?.json != base
      lines.append(
        Line(
          field: field.name, label: FormWords.label(field.name, among: fields),
          now: now[field.name].map { value.words($0, field.shape, of: field.name) } ?? "",
          yours: yours[field.name].map { value.words($0, field.shape, of: field.name) } ?? "",
          isOwn: isOwn, isBoth: old != nil && isOwn && now[field.name]?.json != base))
    }
    self.lines = lines
  }

  private static func node(_ json: String?) -> Node? {
    json.flatMap { try? Node(json: Array($0.utf8)) }
  }

  /// - Parameter who: who saved the other version.
  func table(_ who: String) -> HTML {
    """
    <div class="table"><table role="table" class="sides"><caption>Where the two versions differ; all else is the same in \
    both</caption><thead><tr><th scope="col">Field</th><th scope="col">Saved by \(who)</th>\
    <th scope="col">Yours</th></tr></thead><tbody>
    \(lines.html { line in
      """
      <tr class="differs"><th scope="row">\(line.label)\
      \(" <small>both changed</small>", when: line.isBoth)</th>\
      \(cell(line, "theirs", line.now, !line.isOwn))\(cell(line, "mine", line.yours, line.isOwn))</tr>

      """
    })</tbody></table></div>

    """
  }

  private func cell(_ line: Line, _ side: String, _ words: String, _ isChosen: Bool) -> HTML {
    """
    <td><label><input type="radio" name="\(Self.prefix)\(line.field)" value="\(side)"\
    \(" checked", when: isChosen)> <span dir="auto">\(words.isEmpty ? "nothing" : words)</span></label></td>
    """
  }

  /// The fields of which a form that comes back chooses the other's version.
  static func theirs(_ form: Query) -> [String] {
    form.under(prefix).filter { $0.value == "theirs" }.map(\.name)
  }
}

extension EntryEdit {
  /// The entry as the case has it now; nil for one without an id of its own.
  func standing(in theCase: Case) -> Node? {
    guard let section else { return theCase.header.node() }
    guard let key else { return nil }
    var finder = Finder(key: key, theCase: theCase)
    Case.visit(section, &finder)
    return finder.node
  }

  /// What a form holds, with some fields as the case has them now.
  func taking(_ fields: [String], of theCase: Case, into tree: FormTree) -> FormTree {
    guard !fields.isEmpty, let node = standing(in: theCase) else { return tree }
    let now = FormBook.shared.tree(shape, node)
    var tree = tree
    for field in fields { tree[field] = now[field] }
    return tree
  }

  private struct Finder: SectionVisitor {
    let key: String
    let theCase: Case
    var node: Node?

    mutating func visit<Entry: SectionEntry>(
      _ section: Case.Section, _ path: WritableKeyPath<Case, [Entry]>
    ) {
      node = theCase[keyPath: path].first { $0.entryID == key }?.node()
    }
  }
}
