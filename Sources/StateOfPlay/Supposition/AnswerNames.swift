internal import CaseModel

/// How a scenario may name one answer to an issue.
///
/// An option of the record keeps its id. A number, a date or a set has none: a scenario has it by the id
/// that drafting makes of it, by its title, or as a number of a range.
struct AnswerNames {
  /// Its ids and titles, then those of answers that name the same number.
  private var names: [(ids: Set<String>, titles: Set<String>)] = []
  /// Of a single number, what a range has of it.
  private var number: Amount?

  init(_ step: Step, _ ledger: Ledger) {
    guard case .issue(let issue, .value(let value)) = step else {
      names = step.answer.map { [([$0], [])] } ?? []
      return
    }
    add(step, ledger)
    // "At least 20" and 20 are drafted as one option, under the name of the first.
    let numbers = NamedNumbers(ledger, issue)
    if let own = numbers[value.key] {
      for named in ledger.namedAnswers(on: issue)
      where named.answer != value.key && named.answer.flatMap({ numbers[$0] }) == own {
        add(named, ledger)
      }
    }
    guard case .quantity(let quantity) = value, quantity.comparator == .equal, quantity.to == nil
    else { return }
    number = ledger.filtered.index.place(of: issue).flatMap { ledger.table.rowOf[$0] }
      .flatMap { ledger.steps.units[$0]?.converted(quantity.quantity, from: quantity.unit) }
  }

  private mutating func add(_ step: Step, _ ledger: Ledger) {
    guard let key = step.answer else { return }
    let title = step.answerTitle(ledger.filtered.index) ?? key
    names.append((Set([key, ScenarioDrafting.optionID(key)?.raw ?? key]), [key, title]))
  }

  /// The option, or the number of the range, of a scenario's issue that is the answer.
  func choice(in line: Case.Scenario.Issue) -> String? {
    if let range = line.range { return number.flatMap { range.holds($0) ? $0.text : nil } }
    return names.lazy.compactMap { ids, titles in
      line.options.first { ids.contains(($0.option ?? $0.id).raw) }
        ?? line.options.first { $0.title.map(titles.contains) ?? false }
    }.first?.id.raw
  }
}
