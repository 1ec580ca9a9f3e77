internal import CaseModel
internal import Networks
internal import StateOfPlay

/// A moving window as the address of the page has it.
struct NetworkStep {
  let unit: CalendarUnit
  /// Which one; nil for the last.
  let number: Int?
  /// How what lies away from its middle counts less; nil for sharp ends.
  let kernel: Kernel?

  func ask(_ questions: inout NetworkQuestions) {
    questions.windows = unit
    let period = number.map { NetworkPeriod(unit, $0) }
    if let kernel {
      questions.kernel = kernel
      questions.width = period?.days ?? Self.days(unit)
      questions.centre = period.map { EDTFDate($0.middle) }
    } else if let period {
      (questions.from, questions.until) = (EDTFDate(period.start), EDTFDate(period.last))
    }
  }

  private static func days(_ unit: CalendarUnit) -> Int {
    switch unit {
    case .week: 7
    case .month: 30
    case .quarter: 91
    case .year: 365
    }
  }

  /// All that the slider moves through; nil where nothing is dated.
  func periods(_ view: NetworksView) -> [NetworkPeriod]? {
    view.span.map { span in
      NetworkPeriod.all(unit, from: span.first.earliest, to: span.last.latest)
    }
  }

  /// The one that is shown; nil where everything is.
  func period(_ view: NetworksView) -> NetworkPeriod? { number.map { NetworkPeriod(unit, $0) } }
}
