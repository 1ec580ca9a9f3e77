public import CaseModel

/// Lists legal limits by act and reading; see ``ConstraintsView``.
/// - Complexity: O(statements + readings × (offers of meetings + meetings)).
public func constraints(_ theCase: Case, _ lens: Lens = Lens()) -> ConstraintsView {
  constraints(FilteredCase(theCase, lens))
}

func constraints(_ filtered: FilteredCase) -> ConstraintsView {
  constraints(filtered, sittings: nil)
}

/// `sittings` are those of every party, where they are worked out already.
func constraints(
  _ filtered: FilteredCase, sittings known: [DelegationsView.Sitting]?
) -> ConstraintsView {
  let lens = filtered.lens
  let acts = filtered.theCase.constraints.filter { act in
    filtered.timeClass(act.issued) != .out
      && (lens.parties.isEmpty || act.holders.contains(where: lens.parties.contains))
      && filtered.admitted(act.evidence) != nil
  }
  let sittings =
    acts.isEmpty
    ? [] : known ?? delegations(FilteredCase(filtered, rowsOf: lens.withoutRows)).meetings
  let offers = acts.isEmpty ? [] : TalksOffer.all(filtered)
  return ConstraintsView(
    rule: ConstraintsView.rule,
    rows: acts.map { act in
      ConstraintsView.Act(
        constraint: act.id, title: act.title ?? act.id.raw, holders: act.holders,
        issued: act.issued,
        until: act.until.flatMap { filtered.wasKnown(end: $0, act.evidence) ? $0 : nil },
        issuers: act.issuedBy.compactMap { issuer in
          guard let evidence = filtered.admitted(issuer.evidence) else { return nil }
          let reporters = evidence.statements.flatMap {
            filtered.index.statement($0)?.speaker ?? []
          }
          return .init(
            actor: issuer.actor, saidBy: unique(reporters), evidence: evidence.statements,
            basis: evidence.basis)
        },
        readings: act.readings.compactMap { line($0, of: act, filtered, sittings, offers) },
        evidence: filtered.shown(act.evidence), basis: act.evidence.basis)
    })
}

private func line(
  _ reading: Case.Constraint.Reading, of act: Case.Constraint, _ view: FilteredCase,
  _ sittings: [DelegationsView.Sitting], _ offers: [TalksOffer]
) -> ConstraintsView.Reading? {
  guard let evidence = view.admitted(reading.evidence), view.timeClass(reading.since) != .out
  else { return nil }
  // A reading is held no sooner than someone is on record as holding it.
  if view.lens.asOf != nil, reading.since == nil, !evidence.statements.isEmpty,
    !view.wasSaid(evidence)
  {
    return nil
  }
  var breaches: [ConstraintsView.Breach] = []
  for rule in reading.forbids {
    let found: [ConstraintsView.Breach]
    switch rule {
    case .action(let action):
      let finder = BreachFinder(view, act, action)
      found = finder.meetings(sittings) + finder.breaches(among: offers)
    case .step(let step):
      let steps = RuledSteps(view, act)
      let words = steps.words(on: step, isForbidden: true)
      let spoken = Set(words.flatMap(\.statements))
      // A promise recorded beside the words that make it is one breach.
      found =
        words
        + steps.performances(step).filter { performance in
          performance.kind != .promise || spoken.isDisjoint(with: performance.statements)
        }
    }
    for breach in found where !breaches.contains(breach) { breaches.append(breach) }
  }
  for rule in reading.requires {
    guard case .step(let step) = rule else { continue }
    for breach in RuledSteps(view, act).words(on: step, isForbidden: false)
    where !breaches.contains(breach) { breaches.append(breach) }
  }
  let order = breaches.indices.sorted { a, b in
    switch (breaches[a].date, breaches[b].date) {
    case (let x?, let y?) where x != y: return x < y
    case (nil, _?): return false
    case (_?, nil): return true
    default: return a < b
    }
  }
  breaches = order.map { breaches[$0] }
  return ConstraintsView.Reading(
    reading: reading.id, title: reading.title ?? reading.id.raw,
    rules: reading.forbids.map { rule(.forbids, $0, view.index) }
      + reading.requires.map { rule(.requires, $0, view.index) }
      + reading.allows.map { rule(.allows, $0, view.index) },
    since: reading.since, heldBy: holders(of: reading, view), evidence: evidence.statements,
    basis: evidence.basis, breaches: breaches)
}

/// Those on record by as-of as reading it so: one whose own words on it all came later does not hold it
/// yet, nor one without words of his own while some of the evidence is still to come.
private func holders(
  of reading: Case.Constraint.Reading, _ view: FilteredCase
) -> [Case.Actor.ID] {
  guard view.lens.asOf != nil else { return reading.heldBy }
  let evidence = reading.evidence.statements.compactMap { view.index.statement($0) }
  func wasSaid(_ statement: Case.Statement) -> Bool {
    view.timeClass(view.index.said(statement)) != .out
  }
  let isWhole = evidence.allSatisfy(wasSaid)
  return reading.heldBy.filter { holder in
    isWhole
      || evidence.contains { statement in
        wasSaid(statement)
          && statement.speaker.contains { speaker in
            speaker == holder
              || view.index.spokenFor(by: speaker, on: view.index.said(statement)).contains(holder)
              || view.index.actor(speaker)?.partOf.contains(holder) ?? false
          }
      }
  }
}

private func rule(
  _ kind: ConstraintsView.Rule.Kind, _ ruled: Ruled, _ index: CaseIndex
) -> ConstraintsView.Rule {
  switch ruled {
  case .action(let action): .init(kind: kind, action: action.act, with: action.with)
  case .step(let step):
    .init(kind: kind, with: [], step: step.title(index), issue: step.issue)
  }
}

private func unique(_ ids: [Case.Actor.ID]) -> [Case.Actor.ID] {
  var seen: Set<Case.Actor.ID> = []
  return ids.filter { seen.insert($0).inserted }
}

private struct BreachFinder {
  let view: FilteredCase
  let act: Case.Constraint
  private let forbidden: Case.Constraint.RuledAction

  init(_ view: FilteredCase, _ act: Case.Constraint, _ forbidden: Case.Constraint.RuledAction) {
    self.view = view
    self.act = act
    self.forbidden = forbidden
  }

  /// Whom of `actors` the act means on `date`.
  private func meant(_ actors: [Case.Actor.ID], on date: EDTFDate?) -> [Case.Actor.ID] {
    unique(actors).filter { actor in
      let voices = view.index.spokenFor(by: actor, on: date)
      return forbidden.with.contains { wanted in
        let isPerson = view.index.actor(wanted)?.kind == .person
        return isPerson ? actor == wanted : voices.contains(wanted)
      }
    }
  }

  private func isInForce(on date: EDTFDate?) -> Bool { act.isInForce(on: date) }

  func meetings(_ sittings: [DelegationsView.Sitting]) -> [ConstraintsView.Breach] {
    guard forbidden.act != .sign else { return [] }
    return sittings.compactMap { sitting in
      guard sitting.status == .held || sitting.status == .planned, isInForce(on: sitting.when),
        let meeting = view.index.meeting(sitting.meeting)
      else { return nil }
      let sides = meeting.delegations
      let sits = sides.contains { isHolder($0.party, on: sitting.when) }
      let others = sides.filter { !isHolder($0.party, on: sitting.when) }
        .flatMap { [$0.party] + $0.members.map(\.actor) }
      let because = meant(others, on: sitting.when)
      guard sits, !because.isEmpty else { return nil }
      let held = sitting.status == .held
      return ConstraintsView.Breach(
        kind: held ? .meetingHeld : .meetingPlanned, date: sitting.when, words: sitting.title,
        meeting: sitting.meeting, statements: sitting.evidence, because: because)
    }
  }

  private func isHolder(_ actor: Case.Actor.ID, on date: EDTFDate?) -> Bool {
    act.binds(view.index.spokenFor(by: actor, on: date))
  }

  /// Offers and acceptances by the holder of what is forbidden.
  func breaches(among offers: [TalksOffer]) -> [ConstraintsView.Breach] {
    let statements = view.theCase.statements
    return offers.filter { $0.isSignature == (forbidden.act == .sign) }.compactMap { offer in
      let said = view.facts[offer.statement].said
      guard isInForce(on: said),
        statements[offer.statement].speaker.contains(where: { isHolder($0, on: said) })
      else { return nil }
      let because = meant(offer.otherSide, on: said)
      guard !because.isEmpty else { return nil }
      return ConstraintsView.Breach(
        kind: .offer, date: said, words: statements[offer.statement].gist, meeting: nil,
        statements: [statements[offer.statement].id], because: because)
    }
  }
}

extension Lens {
  /// The lens without what only chooses rows.
  var withoutRows: Lens {
    var lens = self
    lens.parties = []
    lens.issues = []
    return lens
  }
}
