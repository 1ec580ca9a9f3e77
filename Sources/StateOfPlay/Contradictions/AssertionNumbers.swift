internal import CaseModel

/// The answers of one issue, numbered as they come.
struct AnswerNumbers {
  private var options: [Slug: Int] = [:]
  private var values: [Assertion.Answered: Int] = [:]
  private var names: [Slug: Int] = [:]
  private var units: [String: Int] = [:]
  private var asked: [String: Int] = [:]

  /// What is asked for an answer, before it, in exchange or for the case that it comes about.
  mutating func terms(_ requires: [Requirement]) -> Int {
    if requires.isEmpty { return 0 }
    let key = requires.map { requirement in
      let stance = requirement.stance.map { " \($0.rawValue)" } ?? ""
      let party = requirement.party.map { " \($0.raw)" } ?? ""
      return "\(requirement.step.id)\(party)\(stance)"
    }.sorted().joined(separator: "; ")
    if let number = asked[key] { return number }
    asked[key] = asked.count + 1
    return asked.count
  }

  mutating func answered(_ answer: Answer) -> [Assertion.Answered] {
    switch answer {
    case .none, .any: return []
    case .options(let options):
      return options.count == 1 ? [.option(options[0])] : options.map { .option($0) }
    case .value(.quantity(let quantity)): return [.quantity(NumberInterval(quantity), quantity)]
    case .value(.date(let date)): return [.date(date.value)]
    case .value(.set(let set)):
      let contents = SetContents(set) { name in
        if let number = names[name] { return number }
        names[name] = names.count
        return names.count - 1
      }
      return [.set(set.inOrder, contents)]
    }
  }

  mutating func scale(of answer: Assertion.Answered) -> Int {
    switch answer {
    case .option: return 0
    case .set: return 1
    case .date: return 2
    case .quantity(_, let quantity):
      guard let unit = quantity.unit else { return 3 }
      if let number = units[unit] { return number }
      units[unit] = 4 + units.count
      return 3 + units.count
    }
  }

  mutating func number(of answer: Assertion.Answered) -> Int {
    let next = options.count + values.count
    if case .option(let id) = answer {
      if let number = options[id] { return number }
      options[id] = next
      return next
    }
    if let number = values[answer] { return number }
    values[answer] = next
    return next
  }
}

/// The same number for the very same dates.
struct TimeNumbers {
  private struct Span: Hashable {
    let begins: Int64
    let ends: Int64
  }

  private var numbers: [Span: Int] = [:]

  mutating func number(_ date: EDTFDate) -> Int {
    let span = Span(begins: date.begins, ends: date.ends)
    if let number = numbers[span] { return number }
    numbers[span] = numbers.count
    return numbers.count - 1
  }
}

/// Sources and the reporters in between, numbered; a source alone by its place.
struct ReporterNumbers {
  private struct Chain: Hashable {
    let source: Case.Source.ID
    let via: [Case.Actor.ID]
  }

  let sources: Int
  private var chains: [Chain: Int] = [:]

  init(sources: Int) { self.sources = sources }

  mutating func number(
    source: Case.Source.ID, at place: Int?, via: [Case.Actor.ID]
  ) -> Int {
    if let place, via.isEmpty { return place }
    let chain = Chain(source: source, via: via)
    if let number = chains[chain] { return number }
    chains[chain] = sources + chains.count
    return sources + chains.count - 1
  }
}

extension MemberSet {
  /// The same for the same set: in order and once.
  fileprivate var inOrder: MemberSet {
    let plain = withoutExceptions
    return MemberSet(plain.members.inOrder, open: open, except: plain.except.inOrder)
  }
}

extension [Slug] {
  fileprivate var inOrder: [Slug] { count < 2 ? self : Set(self).sorted() }
}
