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

  /// In order of first mention.
  private(set) var clashes: [Clash] = []

  /// Those of the next case; nil where some of the statements in which the cases differ is an assessment.
  func succeeding(
    _ edit: StatementEdit, from old: FilteredCase, to new: FilteredCase
  ) -> AssessmentContradictions? {
    let edited = old.theCase.statements[edit.before] + new.theCase.statements[edit.after]
    if edited.contains(where: { $0.act == .assess }) { return nil }
    if edit.keepsPlaces { return self }
    var next = self
    next.clashes = clashes.map { clash in
      Clash(
        affirming: clash.affirming.compactMap { edit.place(of: $0) },
        denying: clash.denying.compactMap { edit.place(of: $0) })
    }
    return next
  }

  /// - Complexity: O(statements); of one issue's answer, times the assessments of one day.
  init(_ filtered: FilteredCase) {
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    filtered.theCase.statements.withUnsafeBufferPointer { statements in
      for (place, facts) in filtered.facts.enumerated() where facts.time != .out {
        guard statements[place].act == .assess, !statements[place].isDoubted,
          statements[place].change == nil, let about = statements[place].about,
          statements[place].stance == .for || statements[place].stance == .against
        else { continue }
        if let issue = facts.issue, filtered.theCase.issues[issue].kind == .factual { continue }
        let key = Key(about: about, of: statements[place].of.sorted())
        if let group = places[key] {
          groups[group].append(place)
        } else {
          places[key] = groups.count
          groups.append([place])
        }
      }
    }
    for group in groups where group.count > 1 { compare(group, filtered) }
  }

  private mutating func compare(_ group: [Int], _ filtered: FilteredCase) {
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
  }
}
