internal import CaseModel
internal import Foundations

/// What one speaker is said to hold on one issue: which of it conflicts, and which differs.
struct SpokenContradictions {
  struct Clash {
    let members: [Assertion]
    /// By different sources or reporters, rather than by one.
    let isReportedDifferently: Bool
  }

  private(set) var clashes: [Clash] = []
  /// Compatible, and worded differently.
  private(set) var variants: [[Assertion]] = []

  /// `assertions` are the speaker's on the issue, in the order of the case.
  /// - Complexity: near-linear in the assertions; those of many overlapping spans and overlapping
  ///   values at once cost more, up to their square.
  init(_ assertions: [Assertion], _ issue: Case.Issue) {
    // A party may favour several options at once; only for against against, and disjoint values,
    // cannot both be its position.
    let many = issue.kind == .negotiable || issue.answers == .many
    let sets = Self.conflictSets(assertions, many: many)
    clashes = sets.map { places in
      let members = places.map { assertions[$0] }
      return Clash(
        members: members, isReportedDifferently: Set(members.map(\.reporter)).count > 1)
    }
    let clashing = Set(sets.joined())
    // Where all are of one time none is vague: to look would be to compare each with each.
    let vague =
      Self.areOfOneTime(assertions)
      ? Clusters(assertions.count) : Self.vaguelyClashing(assertions, many: many)
    variants = vague.groups.filter { places in !places.allSatisfy(clashing.contains) }
      .map { places in places.map { assertions[$0] } }
    guard issue.kind == .negotiable else { return }
    variants += Self.differing(assertions, many: many).groups.filter { places in
      !places.contains { clashing.contains($0) || vague.holds($0) }
    }.map { places in places.map { assertions[$0] } }
  }

  /// All of one meeting, or all of the very same dates.
  private static func areOfOneTime(_ all: [Assertion]) -> Bool {
    guard let first = all.first else { return true }
    if let at = first.at, all.allSatisfy({ $0.at == at }) { return true }
    guard let said = first.said else { return false }
    return all.allSatisfy { one in
      one.said.map { $0.begins == said.begins && $0.ends == said.ends } ?? false
    }
  }

  /// Of each meeting and of each date, the sets in which every two conflict; one that is part of
  /// another is left out.
  private static func conflictSets(_ all: [Assertion], many: Bool) -> [[Int]] {
    let plain = all.indices.filter { !all[$0].isDoubted && all[$0].isFor != nil }
    let dated = grouped(plain.filter { all[$0].said != nil }) { all[$0].time }
    let meeting = grouped(plain.filter { all[$0].at != nil }) { all[$0].at }
    var found: [[Int]] = []
    for places in dated + meeting where places.count > 1 {
      found += ConflictSets.sets(all, places, many: many)
    }
    if meeting.isEmpty { return found.sorted { $0.lexicographicallyPrecedes($1) } }
    // A set of one date may be part of one of the meeting, and the other way about.
    var setsOf: [Int: [Int]] = [:]
    for (number, set) in found.enumerated() {
      for place in set { setsOf[place, default: []].append(number) }
    }
    let left = found.indices.filter { number in
      let fewest = found[number].min { (setsOf[$0]?.count ?? 0) < (setsOf[$1]?.count ?? 0) }
      return !(fewest.flatMap { setsOf[$0] } ?? []).contains { other in
        other != number && found[number].count <= found[other].count
          && (found[number].count < found[other].count || other < number)
          && Set(found[number]).isSubset(of: found[other])
      }
    }
    return left.map { found[$0] }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Joins what conflicts and is of overlapping dates that are not the same.
  private static func vaguelyClashing(_ all: [Assertion], many: Bool) -> Clusters {
    var clusters = Clusters(all.count)
    let plain = all.indices.filter { !all[$0].isDoubted && all[$0].isFor != nil }
    func clash(_ a: Assertion, _ b: Assertion) -> Bool {
      a.position != b.position && a.isSimultaneous(with: b) && !a.isOfOneTime(as: b)
        && a.relation(to: b, answersAreMany: many) == .conflict
    }
    // Yes against no, answer by answer.
    let noes = Set(plain.lazy.filter { all[$0].isFor == false }.map { all[$0].number })
    if !noes.isEmpty {
      for places in Self.grouped(plain, by: { all[$0].number })
      where noes.contains(all[places[0]].number) {
        Self.join(
          all, places, .init(mayHold: { $0.mayConflictAtOtherDates(with: $1) }, holds: clash),
          &clusters)
      }
    }
    // Yes against yes to something else.
    let yeses = plain.filter { all[$0].isFor == true }
    let isPossible = yeses.contains { place in
      guard all[place].number != all[yeses[0]].number else { return false }
      if case .option = all[place].answer { return !many }
      return true
    }
    if isPossible {
      Self.join(
        all, yeses,
        .init(
          mayHold: { bounds, one in
            many
              ? bounds.mayConflictAtOtherDates(with: one)
              : bounds.mayBeAlternativeAtOtherDates(to: one)
          }, holds: clash),
        &clusters)
    }
    return clusters
  }

  private static func differing(_ all: [Assertion], many: Bool) -> Clusters {
    var clusters = Clusters(all.count)
    guard all.contains(where: { $0.reporter != all[0].reporter }) else { return clusters }
    func differ(_ a: Assertion, _ b: Assertion) -> Bool {
      guard a.position != b.position, a.reporter != b.reporter, a.isOnQuestion(of: b) else {
        return false
      }
      switch a.relation(to: b, answersAreMany: many) {
      case .conflict: return false
      case .variant: return true
      case .same: return a.act != b.act
      }
    }
    let questions = Self.grouped(Array(all.indices)) { place in
      if case .option = all[place].answer { return all[place].number }
      return -1
    }
    for places in questions {
      Self.join(
        all, places, .init(mayHold: { $0.mayDiffer(from: $1) }, holds: differ), &clusters)
    }
    return clusters
  }

  /// Joins what stands in the relation and is of one occasion, or of dates of which neither is
  /// later.
  private static func join(
    _ all: [Assertion], _ places: [Int], _ relation: AssertionSearch.Relation,
    _ clusters: inout Clusters
  ) {
    guard places.count > 1 else { return }
    let simultaneous = AssertionSearch.Relation(mayHold: relation.mayHold) { a, b in
      a.isSimultaneous(with: b) && relation.holds(a, b)
    }
    var dated = AssertionSearch(all, places.filter { all[$0].said != nil }, simultaneous)
    dated.join(&clusters)
    let meeting = places.filter { all[$0].at != nil }
    if meeting.isEmpty { return }
    for here in Self.grouped(meeting, by: { all[$0].at }) where here.count > 1 {
      // Where all share a day, dates have found them.
      let spans = here.compactMap { all[$0].said }
      if spans.count == here.count, let last = spans.map(\.earliest).max(),
        spans.allSatisfy({ $0.latest >= last })
      {
        continue
      }
      var search = AssertionSearch(all, here, simultaneous, ignoringDates: true)
      search.join(&clusters)
    }
  }

  /// By key, in order of first use.
  private static func grouped<Key: Hashable>(
    _ places: [Int], by key: (Int) -> Key
  ) -> [[Int]] {
    var groups: [[Int]] = []
    var group: [Key: Int] = [:]
    for place in places {
      let key = key(place)
      if let known = group[key] {
        groups[known].append(place)
      } else {
        group[key] = groups.count
        groups.append([place])
      }
    }
    return groups
  }
}

extension SpokenContradictions.Clash {
  /// Two of a party's own speakers who differ leave it divided; one speaker alone contradicts itself.
  func kind(_ filtered: FilteredCase) -> ContradictionsView.Kind {
    let statements = filtered.theCase.statements
    let isDescribed = members.contains { member in
      let statement = statements[member.position]
      return !statement.of.isEmpty && statement.stance != nil
        && Set(statement.of).isDisjoint(with: statement.speaker)
        && [.state, .assess, .confirm, .deny].contains(statement.act)
    }
    if isDescribed { return .attribution }
    let isOwn = members.allSatisfy { statements[$0.position].via.isEmpty }
    if isOwn {
      var sides: [Int: Set<Case.Actor.ID>] = [:]
      for member in members {
        let side = member.number * 2 + (member.isFor == false ? 1 : 0)
        sides[side, default: []].formUnion(statements[member.position].speaker)
      }
      let all = sides.values.reduce(0) { $0 + $1.count }
      let distinct = sides.values.reduce(into: Set<Case.Actor.ID>()) { $0.formUnion($1) }
      if sides.count > 1, all == distinct.count { return .divided }
    }
    return isReportedDifferently ? .attribution : .selfContradiction
  }
}
