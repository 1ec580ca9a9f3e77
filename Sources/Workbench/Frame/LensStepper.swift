internal import CaseModel
internal import Presentation
internal import StateOfPlay

/// The date asked about: its box, and links to the last day before it and the first day after it on
/// which something was said.
struct LensStepper {
  let address: ViewAddress
  /// On which as-of makes a difference, in order.
  let days: [CivilDay]
  /// For the date itself.
  let box: DateBox

  private var asOf: EDTFDate? { address.lens.asOf }

  var html: HTML {
    let place = asOf.map { asOf in days.firstIndex { $0 > asOf.latest } ?? days.count }
    let before = asOf.map { asOf in days.last { $0 < asOf.latest } } ?? days.last
    let after = place.flatMap { days.indices.contains($0) ? days[$0] : nil }
    return """
      <div class="as-of" role="group" aria-label="As of">
      \(step(before, "◀", "Previous date with evidence", id: "earlier"))\
      <label>\(LensOption.asOf.label) \(box.html)</label>\
      \(step(after, "▶", "Next date with evidence", id: "later"))
      </div>
      <span class="slider" data-days="\(days.count)" data-place="\(place ?? days.count)"\
       data-as-of="\(asOf?.text ?? "")"></span>
      """
  }

  private func step(_ day: CivilDay?, _ sign: String, _ words: String, id: String) -> HTML {
    guard let day else {
      return "<span class=\"step off\" aria-hidden=\"true\">\(sign)</span>"
    }
    let href = address.through { $0.asOf = EDTFDate(day) }.href
    return """
      <a class="step" id="\(id)" href="\(href)" aria-label="\(words): \(EDTFDate(day).words)" \
      title="\(words): \(EDTFDate(day).words)">\(sign)</a>
      """
  }
}
