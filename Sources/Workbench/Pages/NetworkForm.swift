internal import CaseModel
internal import Networks
internal import Presentation
internal import StateOfPlay

/// What is asked of the networks, with the beginnings that a window can have.
struct NetworkForm {
  let request: PageRequest
  let view: NetworksView

  var html: HTML {
    """
    <form class="panel row" method="get" action="/networks">
    \(request.address.lensQuery.items.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
    \(choice("Show", "mode", view.asked.mode) { $0 == .actors ? "actors by actors" : "actors by answers" })
    \(choice("Actors", "actors", view.asked.actors) { $0.words })
    \(view.asked.mode == .actors
      ? choice("Normalisation", "normalisation", view.asked.normalisation) { $0.rawValue }
      : choice("Normalisation", "share", view.asked.share) { $0.rawValue })
    \(choice("Repetitions", "duplicates", view.asked.duplicates) { rule in
      switch rule {
      case .keep: "count each"
      case .range: "once in all"
      default: "once a \(rule.rawValue)"
      }
    })
    <label>Least statements <input name="least" inputmode="numeric" size="4" autocomplete="off" \
    value="\(view.asked.least)"></label>
    \(windows)
    <label>From \(request.dateBox("from", placeholder: "the start"))</label>
    <label>Until \(request.dateBox("until", placeholder: "the end"))</label>
    <label><input type="checkbox" name="backbone" value="1"\(" checked", when: view.asked.backbone)> \
    What it rests on</label>
    <label><input type="checkbox" name="as" value="dna"\(" checked", when: view.asked.departures != nil)> \
    As Discourse Network Analyzer</label>
    <button type="submit">Apply</button>
    <span class="quick">\(beginnings)</span>
    </form>
    \(slider)
    """
  }

  /// Which window moves, and whether what lies away from its middle counts less.
  private var windows: HTML {
    let chosen = view.asked.windows
    return """
      <label>Window <select name="window"><option value="">everything</option>\
      \(Array(CalendarUnit.allCases).html { unit in
        "<option value=\"\(unit.rawValue)\"\(" selected", when: unit == chosen)>a \(unit.rawValue), moving</option>"
      })</select></label>
      <label>Its ends <select name="edges"><option value="">sharp</option>\
      \(Array(Kernel.allCases).html { kernel in
        "<option value=\"\(kernel.rawValue)\"\(" selected", when: kernel == view.asked.kernel)>smooth: \(kernel.rawValue)</option>"
      })</select></label>

      """
  }

  /// Moves the window: with the arrow keys too, and without a script by the button.
  private var slider: HTML {
    guard let step = try? request.window(), let periods = step.periods(view), periods.count > 1,
      let first = periods.first, let last = periods.last
    else { return HTML() }
    let now = step.period(view) ?? last
    let kept = request.address.own.items.filter { !["step", "from", "until"].contains($0.name) }
    return """
      <form class="panel" method="get" action="/networks" data-live="main header, #network">
      \((request.address.lensQuery.items + kept).html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
      <div class="weigh window"><label>Move the window <input type="range" name="step" \
      min="\(first.number)" max="\(last.number)" step="1" value="\(now.number)" \
      aria-valuetext="\(now.words)" \
      data-words="\(periods.map(\.words).joined(separator: "|"))"></label>\
      <output>\(now.words)</output></div>
      <noscript><button type="submit">Show</button></noscript>
      </form>

      """
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable & Equatable>(
    _ label: String, _ name: String, _ chosen: Value, _ words: (Value) -> String
  ) -> HTML {
    """
    <label>\(label) <select name="\(name)">\(Array(Value.allCases).html { value in
      "<option value=\"\(value.rawValue)\"\(" selected", when: value == chosen)>\(words(value))</option>"
    })</select></label>
    """
  }

  /// Everything, and the dates at which the network or a tie changed.
  private var beginnings: HTML {
    var dates = view.changes?.points.map(\.date) ?? []
    dates += view.ties.compactMap(\.turn?.date).filter(\.isDay)
    let days = Set(dates.map { $0.earliest }).sorted()
    // A moving window has its own beginning.
    guard view.asked.windows == nil else { return HTML() }
    guard !days.isEmpty || view.asked.from != nil else { return HTML() }
    let all: HTML =
      view.asked.from == nil
      ? "" : "<a href=\"\(request.address.asking("from", nil).href)\">All</a> "
    return all
      + days.suffix(6).html { day in
        let date = EDTFDate(day)
        return
          "<a href=\"\(request.address.asking("from", date.text).href)\">since \(date.words)</a> "
      }
  }
}
