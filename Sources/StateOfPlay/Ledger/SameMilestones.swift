internal import CaseModel

/// Which milestones are one by `sameAs`, and who says so.
struct SameMilestones: Equatable {
  private var links: [Case.Milestone.ID: [PreconditionsView.SameAs]] = [:]

  init(_ filtered: FilteredCase) {
    for milestone in filtered.theCase.milestones {
      for link in milestone.sameAs {
        guard let line = Self.line(milestone.id, link, filtered) else { continue }
        links[line.milestone, default: []].append(line)
        if line.other != line.milestone { links[line.other, default: []].append(line) }
      }
    }
  }

  /// Nil where the lens leaves no one who says so.
  private static func line(
    _ milestone: Case.Milestone.ID, _ link: Case.Milestone.SameAs, _ filtered: FilteredCase
  ) -> PreconditionsView.SameAs? {
    let evidence = filtered.admitted(link.evidence) ?? Evidence()
    let speaking = evidence.statements.compactMap { filtered.index.statement($0) }
      .filter { !$0.isDoubted && filtered.timeClass(filtered.index.said($0)).isEvidence }
    var by: [Who] = []
    for who in [link.by, link.evidence.basis].compactMap({ $0 }) where !by.contains(who) {
      by.append(who)
    }
    if by.isEmpty {
      if speaking.isEmpty, !link.evidence.isEmpty { return nil }
      for speaker in speaking.flatMap(\.speaker) where !by.contains(Who(speaker.raw)) {
        by.append(Who(speaker.raw))
      }
    }
    return PreconditionsView.SameAs(
      milestone: milestone, other: link.milestone, by: by, evidence: speaking.map(\.id))
  }

  /// The milestone and every other wording of it, nearest first.
  func wordings(of milestone: Case.Milestone.ID) -> [Case.Milestone.ID] {
    var found = [milestone]
    var seen: Set<Case.Milestone.ID> = [milestone]
    var next = 0
    while next < found.count {
      for link in links[found[next]] ?? [] {
        let other = link.milestone == found[next] ? link.other : link.milestone
        if seen.insert(other).inserted { found.append(other) }
      }
      next += 1
    }
    return found
  }

  /// The fewest links by which the two are one; empty where they are not, or are the same.
  func path(from start: Case.Milestone.ID, to end: Case.Milestone.ID) -> [PreconditionsView.SameAs]
  {
    var cameBy: [Case.Milestone.ID: PreconditionsView.SameAs] = [:]
    var seen: Set<Case.Milestone.ID> = [start]
    var queue = [start]
    var next = 0
    while next < queue.count, !seen.contains(end) {
      for link in links[queue[next]] ?? [] {
        let other = link.milestone == queue[next] ? link.other : link.milestone
        guard seen.insert(other).inserted else { continue }
        cameBy[other] = link
        queue.append(other)
      }
      next += 1
    }
    var path: [PreconditionsView.SameAs] = []
    var place = end
    while place != start, let link = cameBy[place] {
      path.append(link)
      place = link.milestone == place ? link.other : link.milestone
    }
    return path.reversed()
  }
}

extension TimeClass {
  /// Counts, or decides where nothing dated speaks.
  var isEvidence: Bool { self == .counts || self == .undated }
}
