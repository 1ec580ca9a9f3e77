internal import CaseModel
internal import Presentation

/// A form of an entry as markup, with what was wrong with it beside the fields.
///
/// It works without scripts: adding and removing parts are buttons that send the form and give it
/// back with the part in it.
struct FormRenderer {
  /// Before every name, so that no field is taken for one of the form's own.
  static let prefix = "f"

  let book = FormBook.shared
  var choices: FormChoices
  /// What was wrong, by the way through the entry.
  var faults: [String: [Finding]]
  /// The short name is made by the program where it is left empty.
  var makesID = false
  /// Lists that inputs choose from.
  var usedLists: Set<String> = []

  init(_ choices: FormChoices, faults: [Finding] = []) {
    self.choices = choices
    self.faults = Dictionary(grouping: faults) { $0.path.description }
  }

  /// The fields of an entry of `shape`.
  mutating func fields(_ shape: FormShape, _ tree: FormTree) -> HTML {
    guard case .group(let fields) = book.resolved(shape) else { return HTML() }
    return group(fields, Place(name: Self.prefix, path: EntryPath()), tree)
  }

  /// Where a field is: its name in the form, and its way through the entry.
  struct Place {
    var name: String
    var path: EntryPath

    func field(_ key: String) -> Place { Place(name: "\(name).\(key)", path: path.key(key)) }
    func element(_ index: Int) -> Place { Place(name: "\(name).\(index)", path: path.index(index)) }
    /// A part of the form that is no part of the entry's way.
    func mark(_ mark: String) -> Place { Place(name: "\(name).\(mark)", path: path) }
    var id: String { name.replacing("~", with: "_") }
  }

  // MARK: Groups

  private mutating func group(_ fields: [FormField], _ place: Place, _ tree: FormTree) -> HTML {
    let isTop = place.name == Self.prefix
    var (shown, folded, technical) = (HTML(), HTML(), HTML())
    var owners: [String: String] = [:]
    for field in fields { owners[field.name] = tree[field.name]?.value }
    for field in fields {
      let value = tree[field.name]
      let isUsed = value?.isFilled ?? false
      let isFaulty = hasFault(place.field(field.name).path)
      let label = FormWords.label(field.name, among: fields)
      let isOwnName = book.isAuthors(field) && label == FormWords.label(field.name)
      let markup = self.field(
        field, isOwnName ? "By" : label, place.field(field.name), value, owners)
      let isMain =
        field.isRequired || isFaulty
        || (isUsed && !isRecordKeeping(field)) || (fields.count <= 5 && !isRecordKeeping(field))
        || book.isAuthors(field)
        || FormWords.isCommon(field.name, among: fields)
      if FormWords.isTechnical(field.name, among: fields), !isFaulty {
        technical += markup
      } else if isMain {
        shown += markup
      } else {
        folded += markup
      }
    }
    let faults = isTop ? HTML() : words(place.path)
    return faults + shown + details("More fields", folded) + details("Technical", technical)
  }

  private mutating func field(
    _ field: FormField, _ label: String, _ place: Place, _ tree: FormTree?,
    _ owners: [String: String]
  ) -> HTML {
    let doc = FormWords.doc(field, label)
    // Only an entry that is there already keeps the name that others know it by.
    let isMissingID = field.name == "id" && (makesID || place.name != "\(Self.prefix).id")
    let need: HTML = field.isRequired && !isMissingID ? "required" : ""
    let shape = field.shape
    switch book.resolved(shape) {
    case .group, .list, .names, .either:
      return """
        <fieldset class="part\(need.isEmpty ? "" : " " as HTML)\(need)" id="\(place.id)">
        <legend>\(label)\(need.isEmpty ? "" : "<span class=\"need\"> required</span>" as HTML)</legend>
        \(doc.isEmpty ? HTML() : "<p class=\"doc\">\(doc)</p>\n")\(compound(shape, place, tree, owners))</fieldset>

        """
    default:
      let words = isMissingID ? "Made from the title where left empty" : doc
      let faulty = faults[place.path.description] != nil
      return """
        <div class="field\(faulty ? " faulty" : "" as HTML)" id="\(place.id)-field">
        <label for="\(place.id)">\(label)\(need.isEmpty ? "" : "<span class=\"need\"> required</span>" as HTML)</label>
        \(control(shape, field.name, place, tree, owners))
        <p class="doc" id="\(place.id)-doc">\(words)</p>\(self.words(place.path))</div>

        """
    }
  }

  // MARK: Parts with parts

  private mutating func compound(
    _ shape: FormShape, _ place: Place, _ tree: FormTree?, _ owners: [String: String]
  ) -> HTML {
    switch book.resolved(shape) {
    case .list(let element): return list(element, place, tree, owners) + words(place.path)
    case .names(let value): return names(value, place, tree, owners) + words(place.path)
    case .either(let shapes): return either(shapes, place, tree, owners)
    case .group(let fields):
      guard let tree, !tree.isEmpty else {
        return button("open", place, "Add") + words(place.path)
      }
      return """
        <input type="hidden" name="\(place.name).~here" value="yes">
        \(group(fields, place, tree))\(button("remove", place, "Remove", quiet: true))

        """
    default: return control(shape, "", place, tree, owners) + words(place.path)
    }
  }

  private func isCompound(_ shape: FormShape) -> Bool {
    switch book.resolved(shape) {
    case .group, .list, .names, .either: true
    default: false
    }
  }

  private mutating func list(
    _ element: FormShape, _ place: Place, _ tree: FormTree?, _ owners: [String: String]
  ) -> HTML {
    // A line left empty is not sent back as one more.
    let elements = (tree?.elements ?? []).filter { item in
      isCompound(element) || item.value?.isEmpty == false || item["~here"] != nil
    }
    var markup = HTML()
    for (index, item) in elements.enumerated() {
      let own = place.element(index)
      if isCompound(element) {
        markup += """
          <li class="item">\(compound(element, own, opened(item), owners))</li>

          """
      } else {
        markup += """
          <li class="item line">\(control(element, "", own, item, owners))\
          \(button("remove", own, "Remove", quiet: true))\(words(own.path))</li>

          """
      }
    }
    if !isCompound(element) {
      // One empty line more, so that a single name needs no button.
      let own = place.element(elements.count)
      markup += """
        <li class="item line">\(control(element, "", own, nil, owners))\
        \(button("open", own, "Another"))</li>

        """
      return "<ul class=\"items\">\n\(markup)</ul>\n"
    }
    let noun = FormWords.noun(element)
    return """
      <ul class="items">
      \(markup)</ul>
      \(button("open", place.element(elements.count), "Add \(noun.article) \(noun)"))

      """
  }

  /// An element that is there, though nothing may be filled in.
  private func opened(_ tree: FormTree) -> FormTree {
    var tree = tree
    if tree.isEmpty { tree["~here"] = FormTree("yes") }
    return tree
  }

  private mutating func names(
    _ value: FormShape, _ place: Place, _ tree: FormTree?, _ owners: [String: String]
  ) -> HTML {
    let rows = tree?.elements ?? []
    var markup = HTML()
    for (index, row) in (rows + [FormTree()]).enumerated() {
      let own = Place(
        name: "\(place.name).\(index)", path: place.path.key(row["~key"]?.value ?? ""))
      let content =
        isCompound(value)
        ? compound(value, own.mark("~value"), row["~value"].map(opened), owners)
        : control(value, "", own.mark("~value"), row["~value"], owners)
      markup += """
        <li class="item pair"><label class="key">Name \
        <input name="\(own.name).~key" value="\(row["~key"]?.value ?? "")" size="14"></label>
        \(content)\(index < rows.count ? button("remove", own, "Remove", quiet: true) : HTML())\
        \(words(own.path))</li>

        """
    }
    return """
      <ul class="items">
      \(markup)</ul>
      \(button("open", Place(name: "\(place.name).\(rows.count + 1)", path: place.path), "Another"))

      """
  }

  private mutating func either(
    _ shapes: [FormShape], _ place: Place, _ tree: FormTree?, _ owners: [String: String]
  ) -> HTML {
    // A simple first alternative may be left empty; else there is a choice of nothing.
    let canBeEmpty = shapes.first.map { !isCompound($0) && !$0.isConstant } ?? false
    let chosen = tree?["~"]?.value.flatMap { Int($0) } ?? (canBeEmpty ? 0 : nil)
    var (radios, parts) = (HTML(), HTML())
    let hasNothing = shapes.contains { $0.isNothing }
    if !canBeEmpty {
      radios += """
        <label><input type="radio" name="\(place.name).~" value="none"\
        \(chosen == nil ? " checked" : "" as HTML)> <span>\(hasNothing ? "not said" : "nothing")</span></label>

        """
    }
    for (index, shape) in shapes.enumerated() {
      radios += """
        <label><input type="radio" name="\(place.name).~" value="\(index)" \
        data-shows="\(place.id)._\(index)"\(chosen == index ? " checked" : "" as HTML)> \
        <span>\(shape.isNothing ? "no condition, according to the text" : FormWords.noun(shape))</span></label>

        """
      let own = place.mark("~\(index)")
      let value = chosen == index ? tree?["~\(index)"] : nil
      guard chosen == index || !isCompound(shape) else { continue }
      let content =
        switch shape {
        case .constant:
          """
          <input type="hidden" name="\(own.name)" value="yes">
          """ as HTML
        default:
          isCompound(shape)
            ? compound(shape, own, opened(value ?? FormTree()), owners)
            : control(shape, "", own, value, owners)
        }
      parts += """
        <div class="alternative" id="\(place.id)._\(index)"\
        \(chosen == index ? "" : " hidden" as HTML)>\(content)</div>

        """
    }
    return """
      <div class="either" role="radiogroup">\(radios)</div>
      <span class="choosing">\(button("choose", place, "Show these fields", quiet: true))</span>\(parts)\(words(place.path))
      """
  }

  // MARK: Findings

  private func hasFault(_ path: EntryPath) -> Bool {
    let prefix = path.description
    return faults.keys.contains {
      $0 == prefix || $0.hasPrefix(prefix + ".") || $0.hasPrefix(prefix + "[")
    }
  }

  /// What is wrong with the value at `path`; a date alone is short for one with its words.
  func found(_ path: EntryPath) -> [Finding] {
    (faults[path.description] ?? []) + (faults[path.key("value").description] ?? [])
  }

  func words(_ path: EntryPath) -> HTML {
    found(path).html { finding in
      let (message, hint) = FormWords.plain(finding)
      return """
        <p class="fault" dir="auto">\(message.capitalisedFirst)\(hint.map { ": \($0)" } ?? "").</p>

        """
    }
  }
}

extension FormShape {
  fileprivate var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }

  /// The word for that there is none.
  fileprivate var isNothing: Bool { self == .constant("none") }
}

extension String {
  fileprivate var article: String {
    first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }
}
