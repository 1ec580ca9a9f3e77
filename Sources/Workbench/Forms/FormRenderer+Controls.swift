internal import CaseModel
internal import Presentation

/// The controls of single values.
extension FormRenderer {
  mutating func control(
    _ shape: FormShape, _ key: String, _ place: Place, _ tree: FormTree?,
    _ owners: [String: String]
  ) -> HTML {
    let value = tree?.value ?? ""
    let isFaulty = !found(place.path).isEmpty
    let state: HTML =
      "\(isFaulty ? " aria-invalid=\"true\"" : "" as HTML) aria-describedby=\"\(place.id)-doc\""
    switch book.resolved(shape) {
    case .yesNo:
      return select(place, state, value, [("yes", "yes"), ("no", "no")])
    case .constant: return HTML()
    case .word(let words):
      return select(place, state, value, words.map { ($0, FormWords.word($0, of: key)) })
    case .reference(let target):
      if value.hasPrefix("+"), NewEntries.targets.contains(target) {
        let title = tree?[FormBook.newTitle]?.value ?? NewEntries.title(value) ?? ""
        return fresh(target, place, state, title)
      }
      return reference(target, place, state, value, owners)
    case .date:
      let isLimit = place.isLimit
      let written = Self.written(value, isLimit: isLimit)
      return """
        <input id="\(place.id)" name="\(place.name)" value="\(written)"\(state) size="22" \
        placeholder="16 May 2025" autocomplete="off" data-written="\(isLimit ? "limit" : "")">\
        \(DateEcho(id: place.id, value: written, name: place.name, isLimit: isLimit).html)
        """
    case .number:
      return """
        <input id="\(place.id)" name="\(place.name)" value="\(value)"\(state) inputmode="decimal" \
        size="12" autocomplete="off">
        """
    case .text where FormWords.isLong.contains(key):
      return """
        <textarea id="\(place.id)" name="\(place.name)" rows="2" dir="auto"\(state)>\
        \("\n" as HTML)\(value)</textarea>
        """
    default:
      return """
        <input id="\(place.id)" name="\(place.name)" value="\(value)"\(state) dir="auto" size="34" \
        autocomplete="off">
        """
    }
  }

  /// A date as people write it, where it is read again as the same.
  private static func written(_ value: String, isLimit: Bool) -> String {
    guard let date = try? EDTFDate(value),
      let back = try? WrittenDate.read(date.words, isLimit: isLimit),
      back.text == value
    else { return value }
    return date.words
  }

  func select(
    _ place: Place, _ state: HTML, _ value: String, _ options: [(value: String, words: String)]
  ) -> HTML {
    """
    <select id="\(place.id)" name="\(place.name)"\(state)><option value=""></option>\
    \(options.html { option($0.value, $0.words, value) })\
    \(other(value, options.map(\.value)))</select>
    """
  }

  func option(_ value: String, _ words: String, _ chosen: String) -> HTML {
    "<option value=\"\(value)\"\(value == chosen ? " selected" : "" as HTML)>\(words)</option>"
  }

  /// What the field holds though it is none of the choices.
  func other(_ value: String, _ known: [String]) -> HTML {
    guard !value.isEmpty, !known.contains(value) else { return HTML() }
    return option(value, "\(value) (not in the case)", value)
  }

  mutating func reference(
    _ target: String, _ place: Place, _ state: HTML, _ value: String, _ owners: [String: String]
  ) -> HTML {
    var all = choices.all(target)
    let owner = [
      "options": "issue", "members": "issue", "readings": "constraint", "clauses": "draft",
    ][
      target]
    if let named = owner.flatMap({ owners[$0] }), !named.isEmpty {
      all = all.filter { $0.owner == nil || $0.owner == named }
    }
    let isNewable = NewEntries.targets.contains(target)
    guard all.count <= FormChoices.mostInList else {
      let list = "choices-\(target)"
      usedLists.insert(target)
      return """
        <input id="\(place.id)" name="\(place.name)" value="\(value)"\(state) list="\(list)" \
        size="34" autocomplete="off" \
        placeholder="type to search\(isNewable ? "; + before a new name" : "")">\(named(target, value))
        """
    }
    let isOwner = ["issues", "constraints", "drafts"].contains(target)
    return """
      <select id="\(place.id)" name="\(place.name)"\(state)\
      \(isOwner ? " data-refreshes" : "" as HTML)><option value=""></option>\
      \(all.html { option($0.id, $0.title, value) })\(other(value, all.map(\.id)))\
      \(isNewable ? "<option value=\"+\">New \(FormWords.newNoun(target)) …</option>" : HTML())</select>
      """
  }

  /// What an entry is called that the case does not hold yet, and the way back to those that it holds.
  private func fresh(
    _ target: String, _ place: Place, _ state: HTML, _ title: String
  ) -> HTML {
    let noun = FormWords.newNoun(target)
    return """
      <span class="fresh"><input type="hidden" name="\(place.name)" value="+">\
      <input id="\(place.id)" name="\(place.name).\(FormBook.newTitle)" value="\(title)"\(state) dir="auto" \
      size="30" autocomplete="off" placeholder="Name of the new \(noun)"> \
      \(button("remove", place, "Choose from the list", quiet: true))</span>
      """
  }

  /// Beside a field that holds an id, what it names.
  private mutating func named(_ target: String, _ value: String) -> HTML {
    guard !value.isEmpty, let title = choices.all(target).first(where: { $0.id == value })?.title,
      title != value
    else { return HTML() }
    return "<small class=\"named\" dir=\"auto\">\(title)</small>"
  }

  /// The lists that inputs choose from, to be put once into the form.
  mutating func lists() -> HTML {
    usedLists.sorted().html { target in
      """
      <datalist id="choices-\(target)">\
      \(choices.all(target).html { "<option value=\"\($0.id)\">\($0.title)</option>" })</datalist>

      """
    }
  }

  /// Where the title of something new is typed, beside a list that ends with it; with a script only once it is chosen.
  static func newTitle(_ name: String, _ noun: String) -> HTML {
    """
    <input class="new-title" name="\(name)" size="20" dir="auto" autocomplete="off" aria-label="Name of the new \(noun)" \
    placeholder="Name of the new \(noun)" hidden>
    """
  }

  func button(_ act: String, _ place: Place, _ words: String, quiet: Bool = false) -> HTML {
    """
    <button type="submit" name="do" value="\(act) \(place.name)" formnovalidate \
    class="\(quiet ? "quiet" : "second")">\(words)</button>
    """
  }

  func isRecordKeeping(_ field: FormField) -> Bool {
    FormWords.isRecordKeeping.contains(field.name) && !book.isAuthors(field)
  }

  func details(_ title: HTML, _ content: HTML) -> HTML {
    guard !content.isEmpty else { return HTML() }
    return """
      <details class="more"><summary>\(title)</summary>
      \(content)</details>

      """
  }
}

extension FormRenderer.Place {
  /// A day by which something is to be done.
  fileprivate var isLimit: Bool {
    guard case .key(let key)? = path.steps.last else { return false }
    return FormWords.isLimit.contains(key)
  }
}
