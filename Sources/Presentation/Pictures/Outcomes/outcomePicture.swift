internal import CaseModel
internal import Foundations
package import StateOfPlay

extension ViewContext {
  /// The outcomes of a scenario: for two parties a plane of what each gets, for more one axis a
  /// party. Nil where nothing is feasible, for one party, or where a party gets the same by every
  /// package and there is nothing to see.
  package func outcomePicture(_ view: SettlementView) -> Picture? {
    let marks = OutcomeMark.marks(view)
    let scales = view.parties.enumerated().compactMap { position, party in
      OutcomeScale(party, showing: marks.map { $0.values[position] })
    }
    guard view.parties.count >= 2, scales.count == view.parties.count, view.frontier.count > 0
    else {
      return nil
    }
    let seen =
      "\(view.frontier.count.counted("efficient outcome")), \(view.frontier.acceptableCount) of them acceptable to all"
    let named = marks.map {
      "\($0.label) at \($0.values.map(SettlementWords.number).joined(separator: ", "))"
    }
    if view.parties.count == 2 {
      var drawing = OutcomePlane(view: view, marks: marks, scales: scales)
      drawing.draw()
      return Picture(
        title: "What each party could gain",
        description:
          "A point for every outcome, by what it is worth to \(view.parties[0].name) and to \(view.parties[1].name): \(seen). Marked: \(named.joined(separator: "; ")). The tables give the same data.",
        width: Int(OutcomePlane.width), height: Int(OutcomePlane.height),
        body: drawing.canvas.body, links: drawing.canvas.links, alternative: nil)
    }
    var drawing = OutcomeAxes(view: view, marks: marks, scales: scales)
    drawing.draw()
    return Picture(
      title: "What each party could gain",
      description:
        "An axis for every party, from its worst feasible package to its best; a line for every outcome: \(seen). Marked: \(named.joined(separator: "; ")). The tables give the same data.",
      width: Int(OutcomeAxes.width), height: Int(OutcomeAxes.height), body: drawing.canvas.body,
      links: drawing.canvas.links, alternative: nil)
  }
}

/// A package to be pointed at.
struct OutcomeMark {
  let label: String
  let values: [Double]
  /// The class of its colour.
  let colour: String
  let isNamedPoint: Bool
  /// Breaks no red line and no link.
  let isFeasible: Bool
  /// The package in its own words, on its page.
  let link: Link

  /// Named points first, then packages with a title or asked about, at most a dozen.
  static func marks(_ view: SettlementView) -> [OutcomeMark] {
    var marks: [OutcomeMark] = []
    for package in view.packages {
      let points = view.points.filter { $0.packages.contains(package.key) }.map(\.solution)
      let isAsked = view.asked.contains(package.key)
      guard !points.isEmpty || package.title != nil || isAsked else { continue }
      let names = points.map(\.title).joined(separator: ", ")
      let title = package.title ?? (isAsked ? "The package asked about" : nil)
      let label = title.map { points.isEmpty ? $0 : "\($0) (\(names))" } ?? names
      marks.append(
        OutcomeMark(
          label: label.capitalisedFirst, values: package.parties.map(\.utility.value),
          colour: (points.first?.colour ?? "k-asked") + (package.isFeasible ? "" : " hollow"),
          isNamedPoint: !points.isEmpty, isFeasible: package.isFeasible,
          link: .asking(
            [
              .init("scenario", view.scenario.raw),
              .init(
                "package",
                package.title == nil
                  ? zip(view.issues, package.options).map { "\($0.id)=\($1)" }
                    .joined(separator: ",") : package.key),
            ], of: SettlementView.declaration.name)))
    }
    return Array((marks.filter(\.isNamedPoint) + marks.filter { !$0.isNamedPoint }).prefix(12))
  }
}

extension SettlementView.Solution {
  fileprivate var colour: String {
    switch self {
    case .nash, .nashFromMinimum: "k-nash"
    case .kalaiSmorodinsky, .kalaiSmorodinskyBySpread: "k-kalai"
    case .egalitarian: "k-even"
    case .utilitarian: "k-sum"
    }
  }
}

/// One party's scale: from its worst to its best feasible package, as far as marks need it beyond, and
/// the least it takes.
struct OutcomeScale {
  let low: Double
  let high: Double
  let least: Double

  init?(_ party: SettlementView.PartyLine, showing marks: [Double]) {
    guard let worst = party.worst?.value, let best = party.best?.value else { return nil }
    least = party.reservation.value
    low = marks.reduce(min(worst, least), min)
    high = marks.reduce(max(best, least), max)
    guard high > low, low.isFinite, high.isFinite else { return nil }
  }

  /// Its place between the ends, 0 to 1 for what lies within.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// Round numbers within the scale.
  var ticks: [Double] { RoundNumbers.ticks(from: low, to: high) }
}

/// Labels beside one another that must not overlap: each as near its wish as those above leave it.
enum LabelColumn {
  /// The places for labels that want `wishes`, ascending, `gap` apart, within `range` if they fit.
  static func places(_ wishes: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double]
  {
    var places = wishes
    for position in places.indices {
      let floor = position == 0 ? range.lowerBound : places[position - 1] + gap
      places[position] = max(places[position], floor)
    }
    for position in places.indices.reversed() {
      let ceiling = position == places.count - 1 ? range.upperBound : places[position + 1] - gap
      places[position] = min(places[position], ceiling)
    }
    return places
  }
}
