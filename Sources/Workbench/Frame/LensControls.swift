internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// The controls of the lens's options, each made of what the option can be.
struct LensControls {
  let lens: Lens
  let index: CaseIndex
  /// What was asked wrongly, where the page says so.
  var wrong: PageRequest.Wrong?

  private var theCase: Case { index.theCase }

  /// A box for a date, as people write dates.
  func box(_ option: LensOption, id: String? = nil) -> DateBox {
    var box = DateBox(
      name: option.name, value: option.value.words(of: lens, index).first ?? "",
      placeholder: option.unset, id: id)
    if let wrong, wrong.problem.field == option.name {
      (box.value, box.fault) = (wrong.query.all(option.name).last ?? "", wrong.problem)
    }
    return box
  }

  func control(_ option: LensOption) -> HTML {
    let chosen = option.value.texts(of: lens).first ?? ""
    switch option.value {
    case .date: return box(option).html
    case .grade:
      return select(
        option,
        (1...5).map { ("\($0)", "\($0) \(Credibility(rawValue: $0)?.words ?? "")") }, chosen)
    case .directness:
      return select(
        option,
        Directness.allCases.map {
          ($0.rawValue, $0 == .quoted ? $0.words : "\($0.words), or more direct")
        }, chosen)
    case .names: return checks(option)
    case .flag:
      return """
        <input type="checkbox" name="\(option.name)" value="yes"\(" checked", when: !chosen.isEmpty)>
        """
    }
  }

  /// A box to tick for each entry; nothing where there is no choice.
  func checks(_ option: LensOption) -> HTML {
    guard case .names(let section, let chosen, _) = option.value else { return HTML() }
    let items = choices(section)
    let ticked = Set(chosen(lens))
    guard items.count > 1 || !ticked.isEmpty else { return HTML() }
    return """
      <fieldset><legend>\(option.label)</legend><div class="checks">
      \(items.html { item in
        """
        <label dir="auto"><input type="checkbox" name="\(option.name)" value="\(item.id)"\
        \(" checked", when: ticked.contains(item.id))>\(item.title)</label>

        """
      })</div></fieldset>
      """
  }

  /// What can be chosen of a section: of the actors, those whose positions the case holds.
  private func choices(_ section: Case.Section) -> [(id: String, title: String)] {
    switch section {
    case .actors:
      let parties = theCase.header.parties
      let others = Set(theCase.issues.flatMap(\.parties)).subtracting(parties).sorted()
      return (parties + others).map { ($0.raw, index.name($0)) }
    case .sources: return theCase.sources.map { ($0.id.raw, $0.title) }
    case .issues: return theCase.issues.map { ($0.id.raw, $0.title) }
    default: return index.ids(section).map { ($0, index.title(section, $0)) }
    }
  }

  private func select(
    _ option: LensOption, _ items: [(value: String, title: String)], _ chosen: String
  ) -> HTML {
    """
    <select name="\(option.name)">\(([("", option.unset)] + items).html { item in
      "<option value=\"\(item.0)\"\(" selected", when: item.0 == chosen)>\(item.1)</option>"
    })</select>
    """
  }
}
