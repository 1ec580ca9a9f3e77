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
        issue.parties.isEmpty ? parties : issue.parties
      }
    ).intersection(all)
    let asked = !addressed.isEmpty ? addressed : concerned.isEmpty ? all : concerned
    return parties.filter { party in
      let isAsked = asked.contains(party) || package.hasAnswer(of: party)
      return isAsked && (!package.by.contains(party) || package.isJoint(among: parties))
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
        answers(of: party, to: package).allSatisfy { $0.stance == .for }
      }
  }

  /// All accept it, or its text is recorded as agreed or signed: it no longer runs out.
  func isConcluded(_ place: Int) -> Bool {
    let package = packages[place]
    if package.ended != nil { return false }
    if let draft = package.draft.flatMap({ filtered.index.draft($0) }) {
      if filtered.signed(draft) != nil { return true }
      if filtered.status(of: draft)?.level == .agreed { return true }
    }
    return package.wasAccepted && package.withdrawal == nil
  }

  func state(_ place: Int) -> OffersView.State {
    let package = packages[place]
    let draft = package.draft.flatMap { filtered.index.draft($0) }
    if draft.map({ filtered.signed($0) != nil }) ?? false { return .signed }
    if package.withdrawal != nil { return .withdrawn }
    if draft.flatMap({ filtered.status(of: $0) })?.level == .agreed { return .accepted }
    // What all accepted in time no longer runs out.
    if package.wasAccepted, isAcceptedByAll(package) { return .accepted }
    if package.until.map(filtered.hasPassed) ?? false, !package.wasAccepted { return .lapsed }
    if package.replacedBy != nil || isSettledElsewhere(place) { return .replaced }
    return package.answers.contains { $0.stance == .against } ? .rejected : .onTheTable
  }

  /// Those who put it forward, or all to whom they did, have since signed another text on some of its
  /// subjects: of what is to be taken as a whole nothing is left to take.
  func isSettledElsewhere(_ place: Int) -> Bool {
    let package = packages[place]
    guard let made = package.date, !package.by.isEmpty else { return false }
    return signings.contains { signing in
      signing.draft != package.draft && signing.date.isLater(than: made)
        && (package.by.contains(where: signing.by.contains)
          || asked(package).allSatisfy(signing.by.contains))
        && package.subjects.contains { $0.issue.map(signing.issues.contains) ?? false }
    }
  }

  /// When words on the package as a whole cease to say anything of its parts; nil where they do not.
  ///
  /// - Parameter own: the day until which the words themselves were to hold.
  func end(ofWords own: EDTFDate?, on place: Int) -> PackageEnd? {
    let package = packages[place]
    if let ended = package.ended { return ended.date.map(PackageEnd.on) ?? .undated }
    if isConcluded(place) { return nil }
    if let withdrawal = package.withdrawal {
      return withdrawal.date.map(PackageEnd.on) ?? .undated
    }
    return [own, package.until].compactMap(\.self).min { $0.ends < $1.ends }.map(PackageEnd.after)
  }
}

extension PackageBook {
  /// Of each package the later one of the same party on at least its subjects, which took its place.
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
