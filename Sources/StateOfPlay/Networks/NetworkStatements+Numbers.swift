internal import CaseModel

/// Numbers and dates that exclude each other.
extension NetworkStatements {
  /// Who names a number that rules out the one another stands by is against that: of each the last that
  /// it named, and of two the later against the earlier. Who refuses numbers among which another's
  /// last one lies is against that one, whatever the two want.
  /// - Complexity: O(entries + actors² of an issue with numbers).
  mutating func oppose() {
    var byIssue: [Case.Issue.ID: [Int]] = [:]
    for place in entries.indices where values[entries[place].answer] != nil {
      byIssue[answers[entries[place].answer].issue, default: []].append(place)
    }
    for issue in filtered.theCase.issues where issue.isMeasured && issue.kind == .negotiable {
      guard let places = byIssue[issue.id] else { continue }
      oppose(issue, places)
    }
  }

  /// A number that an actor names or refuses.
  private struct Named {
    let place: Int
    let interval: NumberInterval
    /// What it would take, or will not take.
    let span: ValueSpan
  }

  private mutating func oppose(_ issue: Case.Issue, _ places: [Int]) {
    let keys = Set(places.map { entries[$0].answer }).sorted().map { answer in
      AnswerKey(id: answers[answer].id, title: answers[answer].title, value: values[answer])
    }
    let units = UnitTable(issue, keys)
    var named: [Case.Actor.ID: Named] = [:]
    var refused: [Case.Actor.ID: Named] = [:]
    var order: [Case.Actor.ID] = []
    for place in places {
      let entry = entries[place]
      guard entry.said != nil, let agrees = entry.agrees,
        let interval = values[entry.answer].flatMap({ units.interval($0) })
      else { continue }
      let old = agrees ? named[entry.actor] : refused[entry.actor]
      if let old, isLater(entries[old.place], than: entry) { continue }
      if named[entry.actor] == nil, refused[entry.actor] == nil { order.append(entry.actor) }
      let want = want(of: entry, on: issue)
      if agrees {
        named[entry.actor] = Named(
          place: place, interval: interval, span: ValueSpan(interval, want))
      } else {
        refused[entry.actor] = Named(
          place: place, interval: interval, span: ValueSpan(refusing: interval, want))
      }
    }
    // Who has taken such a number itself since then refuses it no longer.
    for (actor, no) in refused {
      guard let yes = named[actor], isLater(entries[yes.place], than: entries[no.place]) else {
        continue
      }
      if no.span.holds(yes.interval) { refused[actor] = nil }
    }
    // Several may have named the one number that it is against.
    var known: Set<Opposed> = []
    for (place, actor) in order.enumerated() {
      for other in order.dropFirst(place + 1) {
        if let one = named[actor], let two = named[other], one.span.meeting(two.span).isEmpty {
          note(naming: one.place, naming: two.place, &known)
        } else if let no = refused[actor], let yes = named[other], no.span.holds(yes.interval) {
          note(refusing: no, naming: yes, &known)
        } else if let no = refused[other], let yes = named[actor], no.span.holds(yes.interval) {
          note(refusing: no, naming: yes, &known)
        }
      }
    }
  }

  /// Who refuses a range of numbers is against each of them, by the words that refuse it.
  private mutating func note(
    refusing no: Named, naming yes: Named, _ known: inout Set<Opposed>
  ) {
    let (refusal, answer) = (entries[no.place], entries[yes.place].answer)
    // Of one and the same number that is said already.
    if refusal.answer == answer { return }
    add(refusal, against: answer, &known)
  }

  /// The later of two entries is against the number of the earlier.
  private mutating func note(naming one: Int, naming two: Int, _ known: inout Set<Opposed>) {
    let isFirst = isLater(entries[one], than: entries[two])
    let (later, earlier) = isFirst ? (entries[one], entries[two]) : (entries[two], entries[one])
    add(later, against: earlier.answer, &known)
  }

  private mutating func add(_ words: Entry, against answer: Int, _ known: inout Set<Opposed>) {
    let opposed = Opposed(statement: words.place, actor: words.actor, answer: answer)
    guard known.insert(opposed).inserted else { return }
    entries.append(
      Entry(
        place: words.place, actor: words.actor, answer: answer, agrees: false, said: words.said))
  }

  private struct Opposed: Hashable {
    let statement: Int
    let actor: Case.Actor.ID
    let answer: Int
  }

  private func isLater(_ a: Entry, than b: Entry) -> Bool {
    guard let first = a.said, let second = b.said else { return a.place > b.place }
    return first.begins == second.begins ? a.place > b.place : first.begins > second.begins
  }

  /// As the party wants for which it speaks.
  private func want(of entry: Entry, on issue: Case.Issue) -> Case.Issue.Want? {
    issue.wants[entry.actor]
      ?? filtered.index.spokenFor(by: entry.actor, on: entry.said).lazy
      .compactMap { issue.wants[$0] }.first
  }
}

extension ValueSpan {
  /// What is refused with a number: that, and what is worse.
  fileprivate init(refusing interval: NumberInterval, _ want: Case.Issue.Want?) {
    self.init(lower: interval.lower, upper: interval.upper)
    switch want {
    case .more? where upper != .max: lower = .min
    case .less? where lower != .min: upper = .max
    default: break
    }
  }
}
