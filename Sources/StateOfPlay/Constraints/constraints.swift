public import CaseModel

/// Legal acts that limit who may negotiate, meet, sign or take a step, with each reading of them
/// and what would breach it.
public struct ConstraintsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The acts issued by as-of, in the order of the case.
  public var rows: [Act]

  /// One legal act, mandate or treaty.
  public struct Act: Sendable, Hashable, Codable {
    /// The act's id.
    public var constraint: Case.Constraint.ID
    /// Its title; its id if it has none.
    public var title: String
    /// The actor whom the act binds.
    public var holder: Case.Actor.ID
    /// The date on which it was issued; nil if not known.
    public var issued: EDTFDate?
    /// The last day on which it is in force; nil if open-ended, or if its end was not known by
    /// as-of.
    public var until: EDTFDate?
    /// The actors said to have issued it. Several entries are rival accounts and not joint issuers.
    public var issuers: [Issuer]
    /// The interpretations of the act on record by as-of, whether or not they agree.
    public var readings: [Reading]
    /// The statements that support the act, without those the lens filters out.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// An actor said to have issued an act.
  public struct Issuer: Sendable, Hashable, Codable {
    /// The actor.
    public var actor: Case.Actor.ID
    /// The speakers of the supporting statements.
    public var saidBy: [Case.Actor.ID]
    /// The statements that name the issuer.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
  }

  /// One interpretation of an act, and what would breach it.
  public struct Reading: Sendable, Hashable, Codable {
    /// The reading's id within the act.
    public var reading: Slug
    /// Its title; its id if it has none.
    public var title: String
    /// What the act forbids, requires and allows under this reading, in that order.
    public var rules: [Rule]
    /// The date from which it has been read so; nil if not known.
    public var since: EDTFDate?
    /// The actors who hold this reading.
    public var heldBy: [Case.Actor.ID]
    /// The statements that support the reading.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// Meetings, offers and refusals that would breach the act under this reading, by date, undated
    /// last. They say nothing of which reading is right.
    public var breaches: [Breach]
  }

  /// One provision of an act under a reading, on an action or on a step.
  public struct Rule: Sendable, Hashable, Codable {
    /// The force of a provision.
    public enum Kind: String, Sendable, Hashable, Codable {
      case forbids, requires, allows
    }

    /// Whether the action or step is forbidden, required or allowed.
    public var kind: Kind
    /// The action it concerns; nil if it concerns a step.
    public var action: Case.Constraint.RuledAction.Act?
    /// The actors with whom the action is meant; empty for a step.
    public var with: [Case.Actor.ID]
    /// The step in words; nil if it concerns an action.
    public var step: String?
    /// The issue that the step settles; nil for an action and for other steps.
    public var issue: Case.Issue.ID?
  }

  /// An event or statement that would breach the act under a reading.
  public struct Breach: Sendable, Hashable, Codable {
    /// What the breach consists in.
    public enum Kind: String, Sendable, Hashable, Codable {
      case meetingHeld, meetingPlanned, offer
      /// The act's holder refuses what the act requires.
      case refusal
    }

    /// What the breach consists in.
    public var kind: Kind
    /// The date of the meeting or statement; nil if undated.
    public var date: EDTFDate?
    /// The title of the meeting, or the summary of the statement.
    public var words: String
    /// The meeting; nil if the breach is a statement.
    public var meeting: Case.Meeting.ID?
    /// The statements that report the meeting, or the one that is the breach.
    public var statements: [Case.Statement.ID]
    /// The actors on the other side to whom the act applies; empty for a step.
    public var because: [Case.Actor.ID]
  }
}

extension ConstraintsView {
  static let rule = """
    For each interpretation the breaches are: every meeting planned or held, and every offer or \
    acceptance of a meeting by the party bound, with someone the act covers. A person matches only \
    that person, a state anyone who speaks for it. Whether to meet is read from meetings and from \
    issues of the category `talks`, whether to sign from issues of the category `signature`; no \
    meeting breaches a ban on signing. A forbidden step is breached by the bound party's offers \
    and acceptances of it, alone or in a package; a required step by its refusals. That an \
    interpretation is breached does not say which interpretation is right.
    """
}

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
      && (lens.parties.isEmpty || lens.parties.contains(act.holder))
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
        constraint: act.id, title: act.title ?? act.id.raw, holder: act.holder,
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
    case .step(let step): found = words(onStep: step, of: act, view, isForbidden: true)
    }
    for breach in found where !breaches.contains(breach) { breaches.append(breach) }
  }
  for rule in reading.requires {
    guard case .step(let step) = rule else { continue }
    for breach in words(onStep: step, of: act, view, isForbidden: false)
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

/// The holder's offers and acceptances of a step that the act forbids, or its refusals of one that
/// the act requires.
/// - Complexity: O(statements).
private func words(
  onStep step: Step, of act: Case.Constraint, _ view: FilteredCase, isForbidden: Bool
) -> [ConstraintsView.Breach] {
  let acts: Set<Case.Statement.Act> =
    isForbidden ? [.offer, .accept, .propose, .concede, .commit] : [.reject, .deny, .withdraw]
  return view.theCase.statements.indices.compactMap { place in
    let statement = view.theCase.statements[place]
    let said = view.facts[place].said
    guard acts.contains(statement.act) || (!isForbidden && statement.stance == .against),
      view.facts[place].time != .out, !statement.isDoubted,
      statement.about?.parts.contains(where: { $0.takes(step) }) ?? false,
      act.isInForce(on: said),
      statement.speaker.contains(where: {
        view.index.spokenFor(by: $0, on: said).contains(act.holder)
      })
    else { return nil }
    return .init(
      kind: isForbidden ? .offer : .refusal, date: said, words: statement.gist, meeting: nil,
      statements: [statement.id], because: [])
  }
}

extension Subject {
  /// To agree to this is to take `step`, or a part of it.
  fileprivate func takes(_ step: Step) -> Bool {
    guard case .issue(let id, let forbidden) = step else { return Step(self) == step }
    guard case .issue(id, let answer) = self else { return false }
    switch (forbidden, answer) {
    case (.none, _), (.any, _): return true
    case (.options(let first), .options(let second)): return !Set(first).isDisjoint(with: second)
    case (.value(let first), .value(let second)): return first.key == second.key
    default: return false
    }
  }
}

extension Case.Constraint {
  /// On a day when it may have been in force; without a date always.
  fileprivate func isInForce(on date: EDTFDate?) -> Bool {
    guard let date else { return true }
    if let issued, issued.isLater(than: date) { return false }
    if let until, date.isLater(than: until) { return false }
    return true
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
    view.index.spokenFor(by: actor, on: date).contains(act.holder)
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
