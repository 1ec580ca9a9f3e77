internal import CaseModel
internal import Presentation

/// A box for a date as people write it, with a calendar beside it where scripts run; what was typed
/// wrongly stays in it, with the error beside it.
struct DateBox {
  let name: String
  var value: String
  var placeholder: String
  var id: String?
  var fault: Problem?
  /// What stands in the box from the beginning is shown as it is kept; else only what is typed.
  var echoes = false

  var html: HTML {
    """
    <span class="date-box"><input name="\(name)"\(id.map { " id=\"\($0)\"" as HTML }) value="\(value)" \
    size="12" placeholder="\(placeholder)" autocomplete="off" spellcheck="false" data-date data-written\
    \(fault == nil ? HTML() : " aria-invalid=\"true\" aria-describedby=\"fault-\(name)\"")></span>\
    \(id.map { DateEcho(id: $0, value: echoes ? value : "").html })\
    \(fault.map { "<span class=\"fault\" id=\"fault-\(name)\" dir=\"auto\">\($0.message.capitalisedFirst). \($0.hint?.capitalisedFirst ?? "").</span>" as HTML })
    """
  }
}

extension PageRequest {
  /// A box for a date that is one of the page's own questions, shown as people write dates.
  func dateBox(_ name: String, placeholder: String) -> HTML {
    let written = address.own[name].map { (try? LensValue.date($0))?.words ?? $0 }
    return DateBox(name: name, value: written ?? "", placeholder: placeholder).html
  }

  /// A date that is one of the page's own questions; nil where it is not asked.
  func date(_ name: String) throws -> EDTFDate? {
    guard let text = address.own[name], !text.isEmpty else { return nil }
    do { return try LensValue.date(text) } catch {
      throw Problem.badRequest(error.message, hint: error.hint, field: name)
    }
  }
}
