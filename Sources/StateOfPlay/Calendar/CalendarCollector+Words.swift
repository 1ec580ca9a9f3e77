internal import CaseModel

/// The days that parties' words name: for what they ask, promise and threaten, and until when they hold.
extension CalendarCollector {
  mutating func collectStatements() {
    let renewed = RenewedTerms(filtered)
    let places = filtered.eachStatement(marked: .names) { place, statement -> Int? in
      guard
        filtered.facts[place].time == .counts || filtered.facts[place].time == .undated,
        !statement.pointee.isDoubted
      else { return nil }
      return place
    }
    for place in places {
      let statement = filtered.theCase.statements[place]
      let actors = statement.speaker
      let isTakenBack = dropped.contains(statement.id) || isReplaced(statement, at: place)
      let steps = statement.about?.parts.compactMap(\.step) ?? []
      if let due = statement.due?.value, !coveredDues.contains(statement.id),
        !isListed(due, statement)
      {
        let answered = statement.act == .ask ? answered(statement) : nil
        let taken = answered.map { [$0] } ?? steps.compactMap { ledger.steps.taken($0)?.date }
        let isDone =
          statement.act == .ask
          ? answered != nil
          : !steps.isEmpty && steps.allSatisfy { ledger.steps.taken($0) != nil }
        // What is expected is the event, and not that someone announced it.
        let kind = statement.act.calendarKind
        let title =
          kind == .expectation
          ? statement.about.map { $0.title(filtered.index) } ?? statement.gist : statement.gist
        add(
          kind, .statements, statement.id.raw, due, title, actors,
          isTakenBack ? .dropped : isDone ? .done : state(of: due, goneBy: .notReported),
          issues: filtered.index.issues(of: statement),
          settled: isDone ? taken.max() : nil, isLimit: kind != .expectation,
          concerning: statement.to,
          Evidence([statement.id] + (isDone ? answers(to: statement).flatMap(\.statements) : [])))
      }
      if let until = statement.until?.value, !coveredEnds.contains(statement.id),
        !isListed(until, statement)
      {
        let kind: CalendarView.Kind = statement.act.isOffering ? .offer : .term
        add(
          kind, .statements, statement.id.raw, until, statement.gist, actors,
          isTakenBack || renewed.contains(place) ? .dropped : state(of: until, goneBy: .ended),
          issues: filtered.index.issues(of: statement), concerning: statement.to,
          Evidence([statement.id]))
      }
    }
  }

  /// The promise that the statement is about has that very date on the calendar.
  private func isListed(_ date: EDTFDate, _ statement: Case.Statement) -> Bool {
    guard case .commitment(let id)? = statement.about else { return false }
    return listed[id]?.contains(date) ?? false
  }

  /// The answers to a text or package that a statement asks about, by those whom it asks.
  private func answers(to statement: Case.Statement) -> [OffersView.Answer] {
    guard let offers, statement.act == .ask else { return [] }
    let offer = offers.offers.last { offer in
      switch statement.about {
      case .draft(let id, _)?: offer.draft == id
      case .statement(let id)?: offer.statements.contains(id)
      default: false
      }
    }
    let asked = Set(
      statement.to.flatMap { filtered.index.spokenFor(by: $0, on: filtered.index.said(statement)) })
    return (offer?.answers ?? []).filter { answer in
      answer.stance != nil && answer.act != .silent
        && (asked.isEmpty || asked.contains(answer.party))
        && (answer.date.map { date in
          filtered.index.said(statement).map { !$0.isLater(than: date) } ?? true
        } ?? false)
    }
  }

  /// When the last of all whom a statement asks for an answer gave one; nil where one has not.
  private func answered(_ statement: Case.Statement) -> EDTFDate? {
    let answers = answers(to: statement)
    let asked = statement.to.filter(ledger.table.parties.contains)
    guard !asked.isEmpty, asked.allSatisfy({ party in answers.contains { $0.party == party } })
    else { return nil }
    return answers.compactMap(\.date).max()
  }

  /// Its speaker has since said otherwise of the very answer.
  private func isReplaced(_ statement: Case.Statement, at place: Int) -> Bool {
    guard let step = statement.about?.step, step.isOneAnswer,
      statement.stanceRead?.accepts ?? false
    else { return false }
    return ledger.table.parties.contains { party in
      guard let (answer, _, spoken) = ledger.steps.words(of: party, on: step), !answer.isTaken,
        let own = spoken.firstIndex(where: { $0.position == place }), spoken[own].voice == .own,
        let said = spoken[own].said
      else { return false }
      return spoken.indices.contains { other in
        spoken[other].voice == .own && (spoken[other].said?.isLater(than: said) ?? false)
      }
    }
  }

  /// What must come about by a day for a party to take a step.
  mutating func collectConditions() {
    for condition in ledger.conditions {
      guard let due = condition.due, condition.grounds.contains(where: { $0.role != .doubted }),
        !condition.statements.allSatisfy(coveredDues.contains),
        // A threat with a day of its own stands there already.
        !(condition.key.isTrigger && condition.statements.allSatisfy { hasDue($0) })
      else { continue }
      // A threat for the case that something is not done; what became of it, by the accounts.
      let isUnless = condition.key.isTrigger && condition.key.stance == .against
      let accounts: CommitmentAccounts? =
        if isUnless, case .commitment(let id) = condition.awaited {
          ledger.commitments.accounts(of: id)
        } else { nil }
      let setOff = ledger.steps.setOff(condition)
      let isBroken = ledger.steps.promise(condition.awaited)?.isBroken ?? false
      let state: CalendarView.State =
        switch condition.state {
        case .fulfilled: .done
        case .overtaken, .closed, .contradicted, .doubted:
          switch condition.closing?.reason {
          case .lapsed?: .ended
          case .carriedOut?, .averted?: .done
          default: .dropped
          }
        case .standing, .droppedAsOthersSay, .waived, .possiblyLater:
          accounts.map { $0.isDisputed && filtered.hasPassed(due) } ?? false
            ? .disputed
            : isUnless && setOff != nil && (isBroken || filtered.hasPassed(due))
              ? .missed
              : accounts?.isDone ?? false
                ? .done
                // A promise broken earlier may still be carried out by the day that is named now.
                : isBroken && !isUnless && filtered.hasPassed(due)
                  ? .missed : state(of: due, goneBy: .notReported)
        }
      let step = condition.step.title(filtered.index)
      let awaited = condition.awaited.title(filtered.index)
      let words: String =
        switch condition.kind {
        case .before: "“\(awaited)”, required for “\(step)”"
        case .exchange: "“\(awaited)”, in exchange for “\(step)”"
        case .trigger where isUnless:
          "“\(awaited)”; if not, \(condition.isNegative ? "an end to " : "")“\(step)” is threatened"
        case .trigger: "“\(awaited)”, which would bring about “\(step)”"
        }
      add(
        isUnless ? .threat : .condition, .statements, condition.statements.first?.raw ?? "", due,
        words,
        [condition.holder], state, issue: condition.step.issue ?? condition.awaited.issue,
        settled: state == .done ? condition.closing?.date : nil,
        accounts: state == .disputed ? accounts?.accounts ?? [] : [],
        denied: condition.state == .fulfilled
          ? ledger.steps.events.denials(of: condition.awaited) : [], isLimit: true,
        concerning: condition.givers,
        Evidence(condition.statements + (state == .missed ? setOff?.evidence ?? [] : [])))
    }
  }
}

extension CalendarCollector {
  private func hasDue(_ id: Case.Statement.ID) -> Bool {
    filtered.index.statement(id)?.due != nil
  }
}

extension Case.Statement.Act {
  var isOffering: Bool { self == .offer || self == .propose || self == .concede }

  fileprivate var calendarKind: CalendarView.Kind {
    switch self {
    case .commit, .accept, .confirm: .promise
    case .offer, .propose, .concede: .proposal
    case .threaten: .threat
    case .condition: .condition
    case .state, .assess: .expectation
    case .deny, .demand, .reject, .withdraw, .accuse, .takeNote, .silent, .ask: .demand
    }
  }
}
