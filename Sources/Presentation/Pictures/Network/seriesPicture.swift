internal import CaseModel
internal import Foundations
internal import Networks
internal import StateOfPlay

extension ViewContext {
  /// Windows as bars: congruence upwards, conflict downwards, on one scale; the window shown is marked.
  func seriesPicture(
    _ view: NetworksView, _ series: [NetworksView.Moment], _ unit: CalendarUnit
  ) -> Picture {
    let (width, height, left, middle) = (960.0, 150.0, 90.0, 68.0)
    let step = (width - left - 16) / Double(max(series.count, 1))
    let most = series.map { max($0.congruence, $0.conflict) }.max() ?? 1
    let scale = 56 / max(most, 1e-9)
    let shown = view.asked.until ?? view.asked.centre
    var canvas = SVGCanvas()
    canvas.text("say the same", x: left - 8, y: middle - 28, "small", anchor: .end)
    canvas.text("the opposite", x: left - 8, y: middle + 36, "small", anchor: .end)
    canvas.line(.init(x: left, y: middle), .init(x: width - 16, y: middle), "edge")
    for (place, moment) in series.enumerated() {
      let x = left + Double(place) * step
      let bar = max(step * 0.72, 1)
      canvas.group(
        "\(words(moment, unit)): congruence \(SettlementWords.number(moment.congruence)), conflict \(SettlementWords.number(moment.conflict))"
      ) { canvas in
        let up = moment.congruence * scale
        let down = moment.conflict * scale
        if let shown, moment.first.earliest <= shown.latest, shown.latest <= moment.last.latest,
          unit == .week || unit == .month || shown.latest == moment.last.latest
        {
          canvas.rect(x: x, y: 4, width: max(bar, 3), height: 2 * (middle - 4), "other")
        }
        canvas.rect(x: x, y: middle - up, width: bar, height: up, "sum")
        canvas.rect(x: x, y: middle, width: bar, height: down, "sum conflict")
      }
    }
    if let first = series.first, let last = series.last {
      canvas.text(words(first, unit), x: left, y: height - 4, "small")
      canvas.text(words(last, unit), x: width - 16, y: height - 4, "small", anchor: .end)
    }
    return Picture(
      title: "Through time",
      description:
        "\(series.count.counted("window")). Bars upwards are congruence, bars downwards conflict, of all ties together. The table gives the same data.",
      width: Int(width), height: Int(height), body: canvas.body, links: canvas.links,
      alternative: nil)
  }
}
