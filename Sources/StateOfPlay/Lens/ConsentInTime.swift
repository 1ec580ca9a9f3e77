internal import CaseModel

/// Since when someone's consent counts. An entry that asks for consent to everything, or to an
/// issue, carries neither a date nor evidence; the record shows it from the first mention of those
/// it names.
extension Case {
  /// The case without those whose consent it asks for and who are first mentioned after as-of, or
  /// in what was reported only after the date of report asked about. Those never mentioned are kept.
  ///
  /// - Complexity: O(statements × those they name), where consent is asked for and the lens has a date.
  func withConsent(knownBy lens: Lens) -> Case {
    let named = Set(header.consent + issues.flatMap(\.consent))
    guard lens.asOf != nil || lens.reportedBy != nil, !named.isEmpty else { return self }
    let late = FirstMentions(self, lens).late(named)
    if late.isEmpty { return self }
    var known = self
    known.header.consent.removeAll(where: late.contains)
    for place in issues.indices where issues[place].consent.contains(where: late.contains) {
      known.issues[place].consent.removeAll(where: late.contains)
    }
    return known
  }
}

/// When actors are first mentioned: by words of theirs or of their people, and by what is said to
/// them or of them, of a vote that is theirs or of a text that awaits their consent.
private struct FirstMentions {
  private let theCase: Case
  private let index: CaseIndex
  private let asOf: EDTFDate?
  /// The day of the report alone, as what sources or grades leave out is no later for that.
  private let reported: Lens

  init(_ theCase: Case, _ lens: Lens) {
    self.theCase = theCase
    index = CaseIndex(theCase)
    asOf = lens.asOf
    var reported = Lens()
    reported.reportedBy = lens.reportedBy
    self.reported = reported
  }

  /// Those of `named` whom nothing mentions by then and something later does.
  func late(_ named: Set<Case.Actor.ID>) -> Set<Case.Actor.ID> {
    let standsFor = principals(among: named)
    var (early, late): (Set<Case.Actor.ID>, Set<Case.Actor.ID>) = ([], [])
    for statement in theCase.statements {
      let mentioned = actors(in: statement).flatMap { standsFor[$0] ?? [] }
      if mentioned.isEmpty { continue }
      if isKnown(statement) { early.formUnion(mentioned) } else { late.formUnion(mentioned) }
    }
    for milestone in theCase.milestones {
      let mentioned = milestone.by.flatMap { standsFor[$0] ?? [] }
      if mentioned.isEmpty { continue }
      // What an analyst entered without evidence is of no day.
      let said = milestone.evidence.statements.compactMap { index.statement($0) }
      if said.isEmpty || said.contains(where: isKnown) {
        early.formUnion(mentioned)
      } else {
        late.formUnion(mentioned)
      }
    }
    for draft in theCase.drafts {
      let mentioned = draft.consent.flatMap { standsFor[$0] ?? [] }
      if isLate(draft.date) { late.formUnion(mentioned) } else { early.formUnion(mentioned) }
    }
    return late.subtracting(early)
  }

  /// Of each actor those of `named` that it is, speaks for or belongs to.
  private func principals(
    among named: Set<Case.Actor.ID>
  ) -> [Case.Actor.ID: [Case.Actor.ID]] {
    let voices = VoiceReader(index)
    var found: [Case.Actor.ID: [Case.Actor.ID]] = [:]
    for actor in theCase.actors {
      let all = index.spokenFor(by: actor.id, on: nil) + voices.sides(of: actor.id)
      let these = all.filter(named.contains)
      if !these.isEmpty { found[actor.id] = these }
    }
    return found
  }

  private func actors(in statement: Case.Statement) -> [Case.Actor.ID] {
    let subjects = (statement.about?.parts ?? []) + statement.requires.map(\.step.subject)
    return statement.speaker + statement.via + statement.to + statement.of
      + subjects.flatMap { subject -> [Case.Actor.ID] in
        switch subject {
        case .actor(let id): [id]
        case .milestone(let id): index.milestone(id)?.by ?? []
        case .commitment(let id):
          index.commitment(id).map { $0.debtors + $0.creditors } ?? []
        default: []
        }
      }
  }

  private func isKnown(_ statement: Case.Statement) -> Bool {
    !isLate(index.said(statement)) && reported.admits(statement, index)
  }

  /// Of what was said by a later day nothing shows that it had been said by then.
  private func isLate(_ said: EDTFDate?) -> Bool {
    guard let asOf, let said else { return false }
    return said.begins > asOf.ends || (said.ends > asOf.ends && said.hasOpenStart)
  }
}
