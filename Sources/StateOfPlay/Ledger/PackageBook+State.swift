internal import CaseModel

/// Whose answer a package awaits, and how it ended.
extension PackageBook {
  /// Those whose yes it needs: who wrote it together, and those to whom it was made.
  func asked(_ package: Package) -> [Case.Actor.ID] {
    let made = package.to.filter { !package.by.contains($0) }
    let writers = package.isJoint(among: parties) ? package.by.filter(parties.contains) : []
    return (writers + (made.isEmpty ? awaited(package) : made)).uniqued
  }

  /// The parties whose answer is awaited: those it was addressed to, else those whom its issues
  /// concern, else all; and those who have answered.
  private func awaited(_ package: Package) -> [Case.Actor.ID] {
    let all = Set(parties)
    let addressed = Set(package.to.map { filtered.principal(of: $0, among: all) })
      .intersection(all)
    let concerned = Set(
      Set(package.subjects.compactMap(\.issue)).compactMap { filtered.index.issue($0) }.flatMap {
        issue in
        filtered.apart.concerned(by: issue) { _ in false }
      }
    ).intersection(all)
    // What those say who mediate or observe is no answer to it, unless they are asked.
    let neutral = filtered.apart.neutral
    let asked =
      !addressed.isEmpty ? addressed : concerned.isEmpty ? all.subtracting(neutral) : concerned
    return parties.filter { party in
      let isAsked =
        asked.contains(party) || package.hasAnswer(of: party) && !neutral.contains(party)
      return isAsked && (!package.by.contains(party) || package.isJoint(among: parties))
    }
  }

  /// A party, one to whom it was made, or one that must consent.
  func isAsked(_ actor: Case.Actor.ID, _ package: Package) -> Bool {
    parties.contains(actor) && !filtered.apart.neutral.contains(actor)
      || package.to.contains(actor)
      || (package.draft.flatMap { filtered.index.draft($0) }?.consent.contains(actor) ?? false)
      || package.subjects.compactMap(\.issue).contains {
        filtered.index.issue($0)?.parties.contains(actor) ?? false
      }
  }

  /// A party's answer; where its bodies gave different ones, each of theirs.
  func answers(of party: Case.Actor.ID, to package: Package) -> [OffersView.Answer] {
    let given = package.answers.filter { $0.party == party }
    if Set(given.map(\.stance)).count > 1 { return given }
    guard var newest = given.last else {
      return [
        .init(
          party: party, body: nil, act: nil, conditions: [], stance: nil, date: nil, statements: [])
      ]
    }
    newest.body = nil
    return [newest]
  }

  func isAcceptedByAll(_ package: Package) -> Bool {
    let asked = asked(package)
    return !asked.isEmpty
      && asked.allSatisfy { party in
        answers(of: party, to: package).allSatisfy { answer in
          answer.stance == .for && reservations(of: answer, to: package).isEmpty
        }
      }
  }

  /// The objections to clauses of a text that stand beside a party's yes to it, from the day of the
  /// text on; what it took later with the whole it has taken.
  func reservations(
    of answer: OffersView.Answer, to package: Package
  ) -> [JoinedTexts.Reservation] {
    guard let draft = package.draft else { return [] }
    return joined.reservations(draft, of: answer.party).filter { reserved in
      guard let made = package.date, let said = reserved.said else { return true }
      return !made.isLater(than: said) && !(answer.date?.isLater(than: said) ?? false)
    }
  }

  /// All accept it, or its text is recorded as agreed or signed: it no longer runs out.
  func isConcluded(_ place: Int) -> Bool {
    let package = packages[place]
    if package.ended != nil { return false }
    if let draft = package.draft.flatMap({ filtered.index.draft($0) }) {
      if filtered.signed(draft) != nil { return true }
      if isAgreedBetweenParties(draft) { return true }
    }
    return package.wasAccepted && package.withdrawal == nil
  }

  /// Recorded as agreed, and not by one party on its own side alone.
  private func isAgreedBetweenParties(_ draft: Case.Draft) -> Bool {
    filtered.status(of: draft)?.level == .agreed && !filtered.isOfOneSide(draft)
  }

  /// It binds: signed, or in force without a signature.
  private func isSigned(_ place: Int) -> Bool {
    packages[place].draft.flatMap { filtered.index.draft($0) }
      .map { filtered.signed($0) != nil } ?? false
  }

  func state(_ place: Int) -> OffersView.State {
    let package = packages[place]
    let draft = package.draft.flatMap { filtered.index.draft($0) }
    if let draft, filtered.signing(draft) != nil { return .signed }
    if isSigned(place) { return .inForce }
    if package.withdrawal != nil { return .withdrawn }
    if let draft, isAgreedBetweenParties(draft) { return .accepted }
    // What all accepted in time no longer runs out.
    if package.wasAccepted, isAcceptedByAll(package) { return .accepted }
    let text = settlement(inPlaceOf: place)
    if let until = package.until, filtered.hasPassed(until), !package.wasAccepted {
      // What was settled elsewhere while it was open did not lapse.
      return text.map { $0.date.ends <= until.ends } ?? false ? .replaced : .lapsed
    }
    if package.replacedBy != nil || text != nil { return .replaced }
    if hasLostItsIssues(package) { return .lapsed }
    let isRefused = package.answers.contains { answer in
      answer.stance == .against && isAsked(answer.party, package)
        && !package.answers.contains { isOtherReport($0, of: answer) }
    }
    return isRefused ? .rejected : .onTheTable
  }

  /// One of its issues has been settled without it since, or all of them have ended: it can no longer be
  /// taken as a whole.
  private func hasLostItsIssues(_ package: Package) -> Bool {
    let issues = package.subjects.compactMap(\.issue).uniqued
      .compactMap { filtered.index.issue($0) }
    let ended = issues.filter { issue in
      guard let end = issue.ended, filtered.holds(end.date, end.evidence) else { return false }
      guard let made = package.date, let date = end.date else { return true }
      return !made.isLater(than: date)
    }
    return ended.contains { $0.ended?.how == .settled }
      || (!ended.isEmpty && ended.count == issues.count)
  }

  /// Those who put it forward, or all to whom they did, have since signed or agreed another text on some
  /// of its subjects: of what is to be taken as a whole nothing is left to take.
  func settlement(inPlaceOf place: Int) -> Settlement? {
    let package = packages[place]
    guard let made = package.date, !package.by.isEmpty else { return nil }
    return settlements.filter { text in
      text.draft != package.draft && text.date.isLater(than: made)
        && (package.by.contains(where: text.by.contains)
          || asked(package).allSatisfy(text.by.contains))
        && package.subjects.contains { $0.issue.map(text.issues.contains) ?? false }
    }.min { $0.date.ends < $1.date.ends }
  }

  /// Where another took the package's place, the day on which the party answered that one, later than it
  /// had answered this; nil where it has not, or where the package is concluded.
  func nextAnswer(
    of party: Case.Actor.ID, after said: EDTFDate?, to place: Int
  ) -> EDTFDate? {
    guard let said, packages[place].replacedBy != nil, !isConcluded(place) else { return nil }
    var next = packages[place].replacedBy
    while let one = next {
      let given = packages[one].answers.filter { $0.party == party && $0.stance != nil }
        .compactMap(\.date).filter { $0.isLater(than: said) }
      if let first = given.min(by: { $0.ends < $1.ends }) { return first }
      next = packages[one].replacedBy
    }
    return nil
  }

  /// When words on the package as a whole cease to say anything of its parts; nil where they do not.
  ///
  /// - Parameter own: the day until which the words themselves were to hold.
  func end(ofWords own: EDTFDate?, on place: Int) -> PackageEnd? {
    let package = packages[place]
    if let ended = package.ended { return ended.date.map(PackageEnd.on) ?? .undated }
    // Of a text that was signed for a time the words say until when.
    if isConcluded(place) { return isSigned(place) ? own.map(PackageEnd.after) : nil }
    if let withdrawal = package.withdrawal {
      return withdrawal.date.map(PackageEnd.on) ?? .undated
    }
    return [own, package.until].compactMap(\.self).min { $0.ends < $1.ends }.map(PackageEnd.after)
  }
}

extension PackageBook {
  /// Of each package the later one of the same party on at least its subjects, which took its place. Of a
  /// text, which is drawn up as a whole, the later one of the same author on most of its subjects; where
  /// the newest has left one out, that was dropped.
  /// - Complexity: O(offers × subjects), and for each the later ones of its party on its subjects.
  static func replacements(_ packages: [Package]) -> [Int?] {
    let ends = packages.map { $0.date?.ends ?? .min }
    let order = packages.indices.sorted { a, b in (ends[b], b) < (ends[a], a) }
    // By party and issue, its later packages that hold the issue.
    var later: [PartyIssue: [(package: Int, issues: Set<Case.Issue.ID>)]] = [:]
    var found = [Int?](repeating: nil, count: packages.count)
    for place in order {
      let package = packages[place]
      let own = Set(package.subjects.compactMap(\.issue))
      let keys = package.by.flatMap { party in own.sorted().map { PartyIssue(party, $0) } }
      let next = package.by.lazy.compactMap { party -> Int? in
        let all = own.sorted().map { later[PartyIssue(party, $0)] ?? [] }
        if package.draft != nil {
          let texts = all.joined().filter { packages[$0.package].draft != nil }
          let next = texts.last { text in
            guard let date = packages[text.package].date, let made = package.date else {
              return false
            }
            return date.isLater(than: made) && 2 * own.intersection(text.issues).count > own.count
          }
          if let next {
            return next.package
          }
        }
        return all.min { $0.count < $1.count }?.last { own.isSubset(of: $0.issues) }?.package
      }.first
      found[place] = next
      // Of one party's packages those with no more than a later one say nothing of earlier ones.
      if next == nil { for key in keys { later[key, default: []].append((place, own)) } }
    }
    return found
  }

  private struct PartyIssue: Hashable {
    let party: Case.Actor.ID
    let issue: Case.Issue.ID

    init(_ party: Case.Actor.ID, _ issue: Case.Issue.ID) {
      (self.party, self.issue) = (party, issue)
    }
  }
}

/// A package as a step: that it is accepted as a whole.
extension PackageBook {
  /// What would be taken with a package, a text or words that put several subjects forward.
  func step(of statement: Case.Statement) -> Step? {
    switch statement.about {
    case .draft(let id, nil)?: return .draft(id)
    case .statement?, .together?: break
    default: return nil
    }
    return place(of: statement).flatMap { place in
      packages[place].draft.map { .draft($0) } ?? packages[place].statements.first.map(Step.package)
    }
  }

  /// Of one party and day, and a yes.
  private func isOtherReport(_ other: OffersView.Answer, of answer: OffersView.Answer) -> Bool {
    other.party == answer.party && other.body == answer.body && other.date == answer.date
      && (other.stance?.accepts ?? false)
  }

  func place(of step: Step) -> Int? {
    switch step {
    case .draft(let id): places[.draft(id)]
    case .package(let id): places[.statement(id)]
    default: nil
    }
  }

  /// That all to whom it was made accept it; nil where not all do.
  func acceptance(of step: Step) -> PreconditionsView.Taken? {
    guard let place = place(of: step), state(place) == .accepted else { return nil }
    let given = packages[place].answers
    return .init(
      date: given.compactMap(\.date).max { $0.ends < $1.ends }, words: "accepted",
      evidence: given.flatMap(\.statements).uniqued, basis: nil, through: [])
  }

  /// Those to whom it was made and who last refused it.
  func refusals(of step: Step) -> [PreconditionsView.Rejection] {
    guard let place = place(of: step) else { return [] }
    return asked(packages[place]).compactMap { party in
      let given = answers(of: party, to: packages[place])
      guard !given.isEmpty, given.allSatisfy({ $0.stance == .against }) else { return nil }
      return .init(
        party: party, statements: given.flatMap(\.statements), reportedByOthersOnly: false)
    }
  }

  /// What took the place of a package that was neither signed nor accepted: that it was taken back, the
  /// next of the same party, or another text that was signed or agreed. Nil where it still stands.
  func closing(_ step: Step) -> Closing? {
    guard let place = place(of: step), !isConcluded(place) else { return nil }
    if let back = packages[place].withdrawal {
      return Closing(.ended, date: back.date, statements: [back.statement])
    }
    if let text = settlement(inPlaceOf: place) {
      return Closing(
        .replaced, date: text.date, statements: filtered.shown(text.evidence),
        basis: text.evidence.basis)
    }
    return packages[place].replacedBy.map { next in
      Closing(.replaced, date: packages[next].date, statements: packages[next].statements)
    }
  }
}

/// When words cease to hold.
enum PackageEnd {
  /// Through that day.
  case after(EDTFDate)
  /// With what happened on that day.
  case on(EDTFDate)
  /// On a day that is not on record.
  case undated
}

extension FilteredCase {
  /// The status by which a text has ended by as-of, where no newer one says that it was taken up
  /// again.
  func ended(_ draft: Case.Draft) -> Case.Draft.Status? {
    status(of: draft).flatMap { $0.level == .ended ? $0 : nil }
  }
}

extension Case.Actor {
  /// A part of the party, or a body that speaks for it.
  func isBody(of party: Case.Actor.ID) -> Bool {
    switch kind {
    case .body, .organisation, .group:
      partOf.contains(party) || speaksFor.contains { $0.actor == party }
    case .person: false
    default: partOf.contains(party)
    }
  }
}
