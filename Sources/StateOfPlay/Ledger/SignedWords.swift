internal import CaseModel

extension Case.Draft.Clause {
  /// What it settles: of a clause on several subjects each.
  var subjects: [Subject] { about?.parts ?? [] }
}

extension FilteredCase {
  /// Those who agree to a clause that is recorded as agreed: those it names, else all whose text it is.
  func agreeing(
    to clause: Case.Draft.Clause, of draft: Case.Draft, on date: EDTFDate?
  ) -> Set<Case.Actor.ID> {
    Set(
      (clause.by.isEmpty ? draft.by : clause.by).flatMap { index.spokenFor(by: $0, on: date) })
  }
}

/// What is said by signature: texts that parties signed, each signatory's own words for what
/// their agreed clauses settle, and votes, each body's own yes or no to what it voted on. Said by the
/// statement that is the evidence of the signature or the vote.
struct SignedWords {
  struct Word {
    let about: Subject
    let by: [Case.Actor.ID]
    let said: EDTFDate?
    let statement: Case.Statement.ID
    var accepts = true
    /// The day until which the clause is to hold, where the words for it say so.
    let until: EDTFDate?
    /// What the signature, in its own words, waits for.
    var requires: [Requirement] = []
    /// When the text ended.
    var ended: EDTFDate?
    /// By signature or vote, rather than by a clause that is recorded as agreed.
    var isSigned = true
    /// What stands in a text as its wording beside another: it speaks only where nothing else does.
    var isWording = false
  }

  /// By the place of the statement in the case.
  private(set) var byPlace: [Int: [Word]] = [:]
  private var joined: JoinedTexts

  /// The same in a case in which other statements stand elsewhere.
  func moved(by edit: StatementEdit) -> SignedWords {
    var moved = self
    moved.byPlace = byPlace.reduce(into: [:]) { found, words in
      if let place = edit.place(of: words.key) { found[place] = words.value }
    }
    moved.joined = joined.moved(by: edit)
    return moved
  }

  /// - Complexity: O(signings × clauses + milestones), and the statements where there are texts.
  init(_ filtered: FilteredCase, _ joined: JoinedTexts) {
    self.joined = joined
    votes(filtered)
    for draft in filtered.theCase.drafts {
      let ended = filtered.ended(draft)
      // Of what has ended at some time there is no saying until when it held.
      if let ended, ended.date == nil { continue }
      for signing in draft.signed where filtered.holds(signing.date, signing.evidence) {
        let place = signing.evidence.statements.lazy
          .compactMap { filtered.index.position(.statements, $0.raw) }
          .first { filtered.facts[$0].time.isEvidence }
        guard let place else { continue }
        let by = signing.by.flatMap { filtered.index.spokenFor(by: $0, on: signing.date) }.uniqued
        func add(
          _ about: Subject, by: [Case.Actor.ID], until: EDTFDate?, requires: [Requirement] = []
        ) {
          byPlace[place, default: []].append(
            Word(
              about: about, by: by, said: signing.date ?? filtered.facts[place].said,
              statement: filtered.theCase.statements[place].id, until: until,
              requires: filtered.theCase.statements[place].standingRequirements + requires,
              ended: ended?.date))
        }
        // What stood in brackets was left open by the signature.
        let clauses = draft.clauses.filter { $0.status == .agreed || $0.status == .provisional }
        for clause in clauses {
          let until = Self.until(clause, signing: signing.evidence, filtered)
          for about in clause.subjects where about.issue != nil { add(about, by: by, until: until) }
        }
        for promise in filtered.promises(in: clauses, signedBy: signing) {
          let debtors = promise.debtors.flatMap {
            filtered.index.spokenFor(by: $0, on: signing.date)
          }
          for about in promise.about?.parts ?? [] {
            add(
              about, by: by.filter(debtors.contains), until: promise.until,
              requires: promise.requires.filter { $0.kind != .trigger })
          }
        }
      }
      join(draft, ended?.date, filtered)
      for clause in draft.clauses { word(clause, ended?.date, filtered) }
      for clause in draft.clauses where clause.status == .agreed {
        agree(clause, draft, ended?.date, filtered)
      }
    }
  }

  /// Who accepts a text that is agreed or in force is bound by what it settles.
  private mutating func join(
    _ draft: Case.Draft, _ ended: EDTFDate?, _ filtered: FilteredCase
  ) {
    for joining in joined.joinings(draft.id) {
      let statement = filtered.theCase.statements[joining.place]
      let settled = filtered.settled(draft)
      let subjects = Set(settled.flatMap(\.subjects))
      // What the text itself gives is given with it.
      let requires = statement.standingRequirements.filter { !subjects.contains($0.step.subject) }
      for clause in settled {
        let by = joined.joining(clause.id, of: draft.id, by: joining)
        if by.isEmpty { continue }
        for about in clause.subjects where about.issue != nil {
          byPlace[joining.place, default: []].append(
            Word(
              about: about, by: by, said: joining.said, statement: statement.id,
              until: Self.until(clause, signing: Evidence([statement.id]), filtered),
              requires: requires,
              ended: ended))
        }
      }
    }
  }

  /// What the sides would each have a clause say.
  private mutating func word(
    _ clause: Case.Draft.Clause, _ ended: EDTFDate?, _ filtered: FilteredCase
  ) {
    for other in clause.alternatives where !other.by.isEmpty {
      let evidence = other.evidence.statements.isEmpty ? clause.evidence : other.evidence
      let place = evidence.statements.lazy
        .compactMap { filtered.index.position(.statements, $0.raw) }
        .first { filtered.facts[$0].time.isEvidence && filtered.facts[$0].said != nil }
      guard let place, let about = other.about, about.issue != nil else { continue }
      let said = filtered.facts[place].said
      byPlace[place, default: []].append(
        Word(
          about: about, by: other.by.flatMap { filtered.index.spokenFor(by: $0, on: said) }.uniqued,
          said: said, statement: filtered.theCase.statements[place].id, until: nil, ended: ended,
          isSigned: false, isWording: true))
    }
  }

  /// A clause recorded as agreed is the word of those who agree to it from the day on which the last of
  /// what says so was said, unless they had signed by then or say so themselves.
  private mutating func agree(
    _ clause: Case.Draft.Clause, _ draft: Case.Draft, _ ended: EDTFDate?, _ filtered: FilteredCase
  ) {
    let places = clause.evidence.statements
      .compactMap { filtered.index.position(.statements, $0.raw) }
      .filter { filtered.facts[$0].time.isEvidence && filtered.facts[$0].said != nil }
    guard filtered.holds(draft.date, clause.evidence),
      let place = places.max(by: { a, b in
        let (x, y) = (filtered.facts[a].said?.ends ?? .min, filtered.facts[b].said?.ends ?? .min)
        return x == y ? a < b : x < y
      }), let said = agreed(places, draft, filtered) ?? filtered.facts[place].said,
      filtered.timeClass(said) != .out
    else { return }
    let signed = draft.signed.filter { signing in
      signing.date.map { !$0.isLater(than: said) } ?? true
    }.flatMap(\.by).flatMap { filtered.index.spokenFor(by: $0, on: said) }
    for about in clause.subjects where about.issue != nil {
      let speaking = places.filter { filtered.theCase.statements[$0].about == about }.flatMap {
        place in
        filtered.theCase.statements[place].speaker.flatMap {
          filtered.index.spokenFor(by: $0, on: filtered.facts[place].said)
        }
      }
      let left = filtered.agreeing(to: clause, of: draft, on: said)
        .subtracting(signed + speaking).subtracting(joined.parties(to: draft.id))
      if left.isEmpty { continue }
      byPlace[place, default: []].append(
        Word(
          about: about, by: left.sorted(), said: said,
          statement: filtered.theCase.statements[place].id, until: Self.until(clause, filtered),
          requires: filtered.theCase.statements[place].standingRequirements, ended: ended,
          isSigned: false))
    }
  }

  /// Where all that is on record of a clause is that the text was put forward, the clause was agreed no
  /// earlier than the text was.
  private func agreed(
    _ places: [Int], _ draft: Case.Draft, _ filtered: FilteredCase
  ) -> EDTFDate? {
    let isProposal = places.allSatisfy { place in
      let statement = filtered.theCase.statements[place]
      guard case .draft(draft.id, _)? = statement.about else { return false }
      return statement.act == .propose || statement.act == .offer
    }
    guard isProposal else { return nil }
    return draft.status.first {
      $0.level == .agreed || $0.level == .inForce || $0.level == .signed
    }?
    .date
  }

  private mutating func votes(_ filtered: FilteredCase) {
    for milestone in filtered.theCase.milestones where milestone.kind == .vote {
      guard case .issue(let issue, let answer)? = milestone.of, !milestone.by.isEmpty else {
        continue
      }
      func add(_ date: EDTFDate?, _ evidence: Evidence, accepts: Bool) {
        let place = evidence.statements.lazy
          .compactMap { filtered.index.position(.statements, $0.raw) }
          .first { filtered.facts[$0].time.isEvidence }
        guard filtered.holds(date, evidence), let place else { return }
        byPlace[place, default: []].append(
          Word(
            about: .issue(issue, answer),
            by: milestone.by.flatMap { filtered.index.spokenFor(by: $0, on: date) }.uniqued,
            said: date ?? filtered.facts[place].said,
            statement: filtered.theCase.statements[place].id, accepts: accepts,
            until: nil))
      }
      if let reached = milestone.reached { add(reached.date, reached.evidence, accepts: true) }
      if let lost = milestone.lost { add(lost.date, lost.evidence, accepts: false) }
    }
  }
}
