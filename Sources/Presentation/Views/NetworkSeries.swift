internal import CaseModel
internal import Foundations
internal import Networks
internal import StateOfPlay

/// The network through time, and what it rests on.
extension ViewContext {
  func seriesBlocks(_ view: NetworksView) -> [Document.Block] {
    guard let series = view.series, let unit = view.asked.windows, !series.isEmpty else {
      return []
    }
    let kernel = view.asked.kernel.map { ", smoothed (\($0.rawValue))" } ?? ""
    var table = Table(
      "Windows of a \(unit.rawValue)\(kernel)",
      [
        .init("Window", weight: 2), .init("Actors", isNumber: true, weight: 0),
        .init("Agree", isNumber: true, weight: 0), .init("Conflict", isNumber: true, weight: 0),
        .init("Both", isNumber: true, weight: 0), .init("In agreement", isNumber: true, weight: 0),
        .init("In conflict", isNumber: true, weight: 0),
      ])
    table.hasRowHeads = true
    for moment in series.suffix(mostShown) {
      table.row(
        Inline(words(moment, unit)), Inline("\(moment.actors)"), Inline("\(moment.congruent)"),
        Inline("\(moment.conflicting)"), Inline("\(moment.ambivalent)"),
        Inline(SettlementWords.number(moment.congruence)),
        Inline(SettlementWords.number(moment.conflict)))
    }
    return [
      .heading("Through time"), .picture(seriesPicture(view, series, unit)),
      .folded("The windows as a table", [.table(table)]),
    ]
  }

  func words(_ moment: NetworksView.Moment, _ unit: CalendarUnit) -> String {
    NetworkPeriod(unit, endingWith: moment.last.latest).words
  }

  func backboneBlocks(_ view: NetworksView) -> [Document.Block] {
    guard view.asked.backbone else { return [] }
    guard let backbone = view.backbone else {
      return [
        .remark("There is no backbone: no ties, or more actors or answers than are searched.")
      ]
    }
    let titles = Dictionary(
      view.answers.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    var table = Table(
      "Answers, those that the network rests on most first",
      [
        .init("Answer", weight: 3),
        .init("Change without it and all below", isNumber: true, weight: 0),
      ])
    table.hasRowHeads = true
    let most = min(mostShown, max(backbone.size, 10))
    for (place, part) in backbone.answers.prefix(most).enumerated() {
      table.row(
        Inline(titles[part.answer] ?? part.answer, place < backbone.size ? .strong : .plain),
        Inline(SettlementWords.number(part.loss)))
    }
    let blocks: [Document.Block] = [
      .heading("What the network rests on"),
      .paragraph(
        Inline(
          "Answers are left out one by one, each time the one without which the ties between actors change least. The \(backbone.size.counted("answer")) in bold keep the shape of the whole; 0 is no change, 2 the most there can be."
        )), .table(table),
    ]
    guard backbone.answers.count > most else { return blocks }
    return blocks + [
      .remark("\(backbone.answers.count - most) more could go before these; the JSON has them.")
    ]
  }
}
