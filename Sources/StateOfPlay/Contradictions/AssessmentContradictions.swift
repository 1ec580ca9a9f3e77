internal import CaseModel

/// Assessments of one thing by different authors, one of whom affirms what another denies: whether a
/// round was a success, what a text is for, why someone acts.
struct AssessmentContradictions {
  struct Clash {
    /// The places of the statements in the case.
    let affirming: [Int]
    let denying: [Int]
  }

  private struct Key: Hashable {
    let about: Subject
    let of: [Case.Actor.ID]
  }

  /// Assessments of one thing.
  fileprivate struct Group {
    /// In the order of the case.
    var places: [Int] = []
    var clashes: [Clash] = []
  }

  private var groups: [Key: Group] = [:]
  /// In order of first mention.
  private(set) var clashes: [Clash] = []

  /// - Complexity: O(statements); of one issue's answer, times the assessments of one day.
  init(_ filtered: FilteredCase) {
    for place in filtered.facts.indices {
      if let key = Self.key(ofStatementAt: place, filtered) {
        groups[key, default: Group()].places.append(place)
      }
    }
    groups = groups.mapValues { group in
      let places = group.places
      return Group(
        places: places, clashes: places.count > 1 ? Self.clashes(among: places, filtered) : [])
    }
    order()
  }

  /// Those of the next case.
  ///
  /// - Complexity: O(statements of the edit × assessments of the same); where others stand elsewhere,
  ///   O(assessments).
  func succeeding(
    _ edit: StatementEdit, from old: FilteredCase, to new: FilteredCase
  ) -> AssessmentContradictions {
    var next = self
    let removed = edit.before.compactMap { Self.key(ofStatementAt: $0, old) }
    let added = edit.after.compactMap { place in
      Self.key(ofStatementAt: place, new).map { (key: $0, place: place) }
    }
    if !edit.keepsPlaces {
      next.groups = groups.mapValues { $0.moved(by: edit) }
    } else {
      for key in removed { next.groups[key]?.places.removeAll { edit.before.contains($0) } }
    }
    for (key, place) in added {
      var places = next.groups[key]?.places ?? []
      places.insert(place, at: places.firstIndex { $0 > place } ?? places.endIndex)
      next.groups[key, default: Group()].places = places
    }
    for key in Set(removed + added.map(\.key)) { next.compare(key, new) }
    next.order()
    return next
  }

  /// Nil where it is no assessment that affirms or denies something.
  private static func key(ofStatementAt place: Int, _ filtered: FilteredCase) -> Key? {
    let facts = filtered.facts[place]
    guard filtered.isShown(facts) else { return nil }
    return filtered.theCase.statements.withUnsafeBufferPointer { statements in
      guard statements[place].act == .assess, !statements[place].isDoubted,
        statements[place].change == nil, let about = statements[place].about,
        statements[place].stance == .for || statements[place].stance == .against
      else { return nil }
      if let issue = facts.issue, filtered.theCase.issues[issue].kind == .factual { return nil }
      return Key(about: about, of: statements[place].of.sorted())
    }
  }

  private mutating func compare(_ key: Key, _ filtered: FilteredCase) {
    guard let places = groups[key]?.places else { return }
    groups[key]?.clashes = places.count > 1 ? Self.clashes(among: places, filtered) : []
  }

  private mutating func order() {
    clashes = groups.values.filter { !$0.clashes.isEmpty }
      .sorted { ($0.places.first ?? 0) < ($1.places.first ?? 0) }.flatMap(\.clashes)
  }

  private static func clashes(among group: [Int], _ filtered: FilteredCase) -> [Clash] {
    var clashes: [Clash] = []
    let statements = filtered.theCase.statements
    let isIssue = filtered.facts[group[0]].issue != nil
    // Where a party stands may change; what a meeting or a text was does not.
    var byTime: [[Int]] = isIssue ? [] : [group]
    if isIssue {
      struct Moment: Hashable {
        let at: Case.Meeting.ID?
        let begins: Int64?
        let ends: Int64?
      }
      var places: [Moment: Int] = [:]
      for place in group {
        let said = filtered.facts[place].said
        let at = statements[place].at
        if at == nil, said == nil { continue }
        let moment = Moment(
          at: at, begins: at == nil ? said?.begins : nil, ends: at == nil ? said?.ends : nil)
        if let time = places[moment] {
          byTime[time].append(place)
        } else {
          places[moment] = byTime.count
          byTime.append([place])
        }
      }
    }
    for members in byTime {
      let affirming = members.filter { statements[$0].stance == .for }
      let denying = members.filter { statements[$0].stance == .against }
      let (some, others) = (
        Set(affirming.flatMap { statements[$0].speaker }),
        Set(denying.flatMap { statements[$0].speaker })
      )
      // An author who both affirms and denies it contradicts only that author.
      guard !some.isEmpty, !others.isEmpty, some.union(others).count > 1 else { continue }
      clashes.append(Clash(affirming: affirming, denying: denying))
    }
    return clashes
  }
}

extension AssessmentContradictions.Group {
  /// The same in a case in which statements stand elsewhere, without those that are there no more.
  fileprivate func moved(by edit: StatementEdit) -> Self {
    .init(
      places: places.compactMap { edit.place(of: $0) },
      clashes: clashes.map { clash in
        .init(
          affirming: clash.affirming.compactMap { edit.place(of: $0) },
          denying: clash.denying.compactMap { edit.place(of: $0) })
      })
  }
}
